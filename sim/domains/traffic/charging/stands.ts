/**
 * Where cars are charged, as arrays: the plugs of every site, who stands at which, and who waits. First come, first
 * served: a plug that is or becomes free goes to whoever has waited longest, and nobody who comes later passes him.
 *
 * Left out: plugs that are broken or blocked by others, booking, and prices.
 */
import type { Decoder, Encoder } from '../../../kernel';

/** What of the scene does not change. */
export interface Layout {
  readonly siteCount: number;
  /** Plugs of site s: from plugStart[s] to plugStart[s + 1] − 1; the strongest of each first. */
  readonly plugStart: Uint32Array;
  readonly plugW: Float64Array;
  /** All plugs of a site together may draw no more than this. */
  readonly limitW: Float64Array;
}

export interface Stands extends Layout {
  /** By plug: the car, −1 where it is free. */
  readonly plugCar: Int32Array;
  /** By site: those who wait, foremost and last; the rest of the queue is in the cars' `next`. */
  readonly firstWaiting: Int32Array;
  readonly lastWaiting: Int32Array;
  readonly inUse: Int32Array;
  /** Power drawn from the grid until the next reckoning. */
  readonly drawnW: Float64Array;
  /** Only within a reckoning, by plug of a site. */
  readonly wantedW: Float64Array;
  readonly givenW: Float64Array;
}

export const NOBODY = -1;

export function createStands(layout: Layout): Stands {
  const { siteCount, plugStart, plugW } = layout;
  let most = 0;
  for (let site = 0; site < siteCount; site++) most = Math.max(most, plugStart[site + 1] - plugStart[site]);
  return {
    ...layout,
    plugCar: new Int32Array(plugW.length).fill(NOBODY),
    firstWaiting: new Int32Array(siteCount).fill(NOBODY),
    lastWaiting: new Int32Array(siteCount).fill(NOBODY),
    inUse: new Int32Array(siteCount),
    drawnW: new Float64Array(siteCount),
    wantedW: new Float64Array(most),
    givenW: new Float64Array(most),
  };
}

export function plugCount({ plugStart }: Layout, site: number): number {
  return plugStart[site + 1] - plugStart[site];
}

/**
 * Of the free plugs the weakest that gives so much energy within so long, or the strongest where none does: whoever
 * stays all day takes no quick one from those in a hurry. −1 where all are taken.
 */
export function choosePlug(stands: Stands, site: number, wantedJ: number, staysSeconds: number): number {
  const { plugStart, plugCar, plugW } = stands;
  const leastW = staysSeconds > 0 ? wantedJ / staysSeconds : Number.POSITIVE_INFINITY;
  let best = NOBODY;
  for (let plug = plugStart[site]; plug < plugStart[site + 1]; plug++) {
    if (plugCar[plug] !== NOBODY) continue;
    if (best === NOBODY || plugW[plug] >= leastW) best = plug;
  }
  return best;
}

export function takePlug(stands: Stands, site: number, plug: number, car: number): void {
  stands.plugCar[plug] = car;
  stands.inUse[site]++;
}

export function freePlug(stands: Stands, site: number, plug: number): void {
  stands.plugCar[plug] = NOBODY;
  stands.inUse[site]--;
}

export function joinQueue(stands: Stands, next: Int32Array, site: number, car: number): void {
  next[car] = NOBODY;
  if (stands.firstWaiting[site] === NOBODY) stands.firstWaiting[site] = car;
  else next[stands.lastWaiting[site]] = car;
  stands.lastWaiting[site] = car;
}

/** Takes one out of the queue; `before` is who stands before him, nobody where he is the first. */
export function leaveQueue(stands: Stands, next: Int32Array, site: number, before: number, car: number): void {
  if (before === NOBODY) stands.firstWaiting[site] = next[car];
  else next[before] = next[car];
  if (stands.lastWaiting[site] === car) stands.lastWaiting[site] = before;
  next[car] = NOBODY;
}

export function saveStands(stands: Stands, out: Encoder): void {
  out.int32s(stands.plugCar).int32s(stands.firstWaiting).int32s(stands.lastWaiting);
  out.int32s(stands.inUse).float64s(stands.drawnW);
}

export function loadStands(stands: Stands, from: Decoder): void {
  const { plugCar, firstWaiting, lastWaiting, inUse, drawnW } = stands;
  for (const values of [plugCar, firstWaiting, lastWaiting, inUse]) expectWhole(from.int32s(values), values.length);
  expectWhole(from.float64s(drawnW), drawnW.length);
}

/** What was saved short is refused. */
export function expectWhole({ length }: { readonly length: number }, expected: number): void {
  if (length !== expected) throw new Error(`met ${length} values of charging, expected ${expected}`);
}
