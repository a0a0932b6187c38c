export function ensureNode(): void;
export function ensurePackages(): void;
export function ensureChromium(): Promise<string>;
