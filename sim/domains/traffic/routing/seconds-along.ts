import type { TrafficState } from '../state';
import { linkBetween } from './route';
import { SLOWEST_MPS } from './search';

/**
 * From the end of the first edge of a stretch of a way to that of its last, at these speeds, with what the turns between
 * them take. Prices of turns are worth their time to who chooses a way; null to who asks only how long it takes.
 */
export function secondsAlong(
  state: TrafficState,
  mps: Float64Array,
  way: Uint32Array,
  from: number,
  end: number,
  priceSeconds: Float64Array | null,
): number {
  const { network } = state;
  let seconds = 0;
  for (let at = from + 1; at < end; at++) {
    const link = linkBetween(state, way[at - 1], way[at]);
    seconds += network.linkSeconds[link] + (priceSeconds === null ? 0 : priceSeconds[link]);
    seconds += network.roads.edgeLengthM[way[at]] / Math.max(mps[way[at]], SLOWEST_MPS);
  }
  return seconds;
}
