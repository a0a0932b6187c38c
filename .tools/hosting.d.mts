export const hostingFiles: Readonly<Record<string, string>>;
