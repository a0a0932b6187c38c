import type { Decoder, Encoder } from '../../kernel';

/** In the order in which they are saved. Volumes since the start of the run; the rest as the last step left it. */
export const totalNames = [
  'rainM3',
  'mainsM3',
  'outfallM3',
  'bankM3',
  'galleryM3',
  'streetM3',
  'mostStreetM3',
  'worstDepthM',
  'deepestM',
  'floodedM',
  'mostFloodedM',
  'pumpKwh',
  'worstImbalance',
  'rainMmPerH',
  'wetSteps',
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
