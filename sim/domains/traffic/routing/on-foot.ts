/**
 * The last part of the way to a road that is shut. A unit stops where drive and walk together are shortest: at the end of
 * an open road that leads to the barrier, or across the street where only one direction is shut. From there its crew goes
 * along the streets, shut ones too, to where it is needed. Left out: gardens and yards, and the walk back.
 */
import type { TrafficState } from '../state';
import { EMERGENCY } from '../vehicle-kinds';
import { edgeSecondsExpected } from './search';
import { searchFromMany } from './search-all';

/** Where along a road help is needed, as a share of it. */
export const NEEDED_AT = 0.6;
/** With bags and a stretcher; ours. As fast as signals take everybody to walk. */
export const WALKS_MPS = 1.2;
/** Nobody's help is further away than that. */
export const UNREACHABLE_S = 3_600;
/** Short of the corner. */
const BARRIER_AT = 0.95;
const EMERGENCY_BIT = 1 << EMERGENCY;

export interface Stop {
  readonly edge: number;
  /** Share of it. */
  readonly place: number;
  /** By what drivers expect now, and on foot. */
  readonly seconds: number;
}

/** null where the goal can be driven onto, or nobody comes near it. It overwrites what was searched last. */
export function stopBefore(state: TrafficState, from: number, goal: number): Stop | null {
  const { network, closures, edges, search } = state;
  if (closures.edgeClosed[goal] === 0) return null;
  const { edgeCount, edgeToJunction } = network.roads;
  const metres = metresToGoal(state, goal);
  const across = oppositeOf(state, goal);
  searchFromMany(search, network, closures, edges, [from], EMERGENCY_BIT);
  let best: Stop | null = null;
  for (let edge = 0; edge < edgeCount; edge++) {
    if (search.settledIn[edge] !== search.run || (closures.edgeAllows[edge] & EMERGENCY_BIT) === 0) continue;
    const isAcross = edge === across;
    const end = edgeToJunction[edge];
    if (!isAcross && end < 0) continue;
    const place = isAcross ? 1 - NEEDED_AT : BARRIER_AT;
    const driven = search.seconds[edge] - (1 - place) * (edge === from ? 0 : edgeSecondsExpected(network, edges, edge));
    const seconds = driven + (isAcross ? 0 : metres[end] / WALKS_MPS);
    if (seconds < (best?.seconds ?? UNREACHABLE_S)) best = { edge, place, seconds };
  }
  return best;
}

/** From a place on one road to where help is needed on another. */
export function walkSeconds(state: TrafficState, edge: number, place: number, goal: number): number {
  if (edge === goal) return 0;
  const { edgeLengthM, edgeFromJunction, edgeToJunction } = state.network.roads;
  const lengthM = edgeLengthM[edge];
  if (edge === oppositeOf(state, goal)) return (Math.abs(1 - place - NEEDED_AT) * lengthM) / WALKS_MPS;
  const metres = metresToGoal(state, goal);
  const by = (junction: number, ownM: number) => (junction < 0 ? Number.POSITIVE_INFINITY : ownM + metres[junction]);
  const least = Math.min(by(edgeFromJunction[edge], place * lengthM), by(edgeToJunction[edge], (1 - place) * lengthM));
  return Math.min(UNREACHABLE_S, least / WALKS_MPS);
}

/** By junction, along streets in either direction. */
function metresToGoal({ network: { roads } }: TrafficState, goal: number): Float64Array {
  const { edgeCount, edgeLengthM, edgeFromJunction, edgeToJunction, junctionControl } = roads;
  const metres = new Float64Array(junctionControl.length).fill(Number.POSITIVE_INFINITY);
  const [first, last] = [edgeFromJunction[goal], edgeToJunction[goal]];
  if (first >= 0) metres[first] = NEEDED_AT * edgeLengthM[goal];
  if (last >= 0) metres[last] = Math.min(metres[last], (1 - NEEDED_AT) * edgeLengthM[goal]);
  for (let isShorter = true; isShorter; ) {
    isShorter = false;
    for (let edge = 0; edge < edgeCount; edge++) {
      const [a, b] = [edgeFromJunction[edge], edgeToJunction[edge]];
      if (a < 0 || b < 0) continue;
      const byB = metres[b] + edgeLengthM[edge];
      const byA = metres[a] + edgeLengthM[edge];
      if (byB < metres[a]) metres[a] = byB;
      else if (byA < metres[b]) metres[b] = byA;
      else continue;
      isShorter = true;
    }
  }
  return metres;
}

/** The other direction of the same street; −1 where there is none. */
function oppositeOf({ scene: { scene, elements } }: TrafficState, edge: number): number {
  const id = elements.edge.ids[edge];
  const opposite = scene.roads?.edges.find((each) => each.id === id)?.opposite;
  return (opposite === undefined ? undefined : elements.edge.slotOf(opposite)) ?? -1;
}
