import type { Decoder, Encoder } from '../../kernel';

/** In the order in which they are saved. Volumes since the start of the run; the rest of the last minute. */
export const totalNames = [
  'minutes',
  'unservedM3',
  'servedM3',
  'escapedM3',
  'pumpKwh',
  'lowestM',
  'shortBuildings',
  'worstImbalance',
  'unsolvedMinutes',
  'lowSaid',
] as const;
export type TotalName = (typeof totalNames)[number];
export type Totals = Record<TotalName, number>;

export function noTotals(): Totals {
  return Object.fromEntries(totalNames.map((name) => [name, 0])) as Totals;
}

export function saveTotals(totals: Totals, out: Encoder): void {
  for (const name of totalNames) out.f64(totals[name]);
}

export function loadTotals(totals: Totals, from: Decoder): void {
  for (const name of totalNames) totals[name] = from.f64();
}
