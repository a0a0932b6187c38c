import type { Decoder, Encoder } from '../../kernel';

/** In the order in which they are saved. Since the start of the run, unless they say otherwise. */
export const totalNames = [
  'elapsedS',
  'alarms',
  'falseAlarms',
  'highestGas',
  'releasedKg',
  'ventedKg',
  'blownDownKg',
  'explosiveM3H',
  'foundCount',
  'foundAfterS',
  'highestC',
  'highestWaterM',
  'fanKwh',
  'drawnKwh',
  'cablesLost',
  'inflowM3',
] as const;
export type TotalName = (typeof totalNames)[number];
export type Totals = Record<TotalName, number>;

export function noTotals(): Totals {
  return Object.fromEntries(totalNames.map((name) => [name, 0])) as Totals;
}

export function saveTotals(totals: Totals, out: Encoder): void {
  out.float64s(Float64Array.from(totalNames, (name) => totals[name]));
}

export function loadTotals(totals: Totals, from: Decoder): void {
  const values = from.float64s();
  totalNames.forEach((name, i) => {
    totals[name] = values[i];
  });
}
