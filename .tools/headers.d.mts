export const servedHeaders: Record<string, string>;
