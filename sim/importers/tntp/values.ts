/** 1, -2.5, .15, 4., 1e-8, and Fortran's 1.5D+03; anything else is no number. */
const NUMBER = /^[+-]?(\d+\.?\d*|\.\d+)([eEdD][+-]?\d+)?$/;

export function readNumber(word: string): number | undefined {
  if (!NUMBER.test(word)) return undefined;
  const value = Number(word.replace(/[dD]/, 'e'));
  return Number.isFinite(value) ? value : undefined;
}

/** Numbers of nodes, written as whole numbers or, in a few files, as 12.0. */
export function readWhole(word: string): number | undefined {
  const value = readNumber(word);
  return value !== undefined && Number.isSafeInteger(value) ? value : undefined;
}

export function shown(word: string): string {
  return JSON.stringify(word.length > 60 ? `${word.slice(0, 60)}…` : word);
}
