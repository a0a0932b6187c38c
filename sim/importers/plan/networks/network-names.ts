/** Gives each pipe or cable a name of its two ends; a second one between the same ends gets a number. */
export function pairNames(): (from: string, to: string) => string {
  const taken = new Map<string, number>();
  return (from, to) => {
    const name = `${from}:${to}`;
    const before = taken.get(name) ?? 0;
    taken.set(name, before + 1);
    return before === 0 ? name : `${name}:${before + 1}`;
  };
}

export const twoDigits = (n: number): string => (n < 10 ? `0${n}` : `${n}`);

/** Digits that a made figure deserves. */
export function rounded(value: number, digits = 1): number {
  let scale = 1;
  for (let k = 0; k < digits; k++) scale *= 10;
  return Math.round(value * scale) / scale + 0;
}
