/** Which lane of an edge leads a vehicle's way, and by which turn: one junction ahead, with an eye on the one after it. */
import type { TrafficState } from './state';
import { edgeOnRoute } from './vehicles';

const LEADS_ASTRAY = 1_000;
const SCRAP_M = 5;
const MISFIT = 4; // lanes to cross after the junction weigh more than lanes to cross now

/** Decides the turn from the lane that the vehicle is on, and the lane that it had better be on. Call it on lanes only. */
export function planLane(state: TrafficState, row: number): void {
  const { vehicles, network, closures } = state;
  const roads = network.roads;
  const lane = vehicles.track[row];
  const edge = roads.laneEdge[lane];
  const next = edgeOnRoute(vehicles, row, 1);
  const kind = vehicles.kind[row];
  vehicles.nextTurn[row] = -1;
  if (next < 0) {
    vehicles.wantLane[row] =
      vehicles.destinationM[row] === Number.POSITIVE_INFINITY ? lane : kerbLane(state, edge, kind);
    return;
  }
  const after = edgeOnRoute(vehicles, row, 2);
  const first = roads.edgeFirstLane[edge];
  let best = lane;
  let bestPrice = Number.POSITIVE_INFINITY;
  for (let other = first; other < first + roads.edgeLaneCount[edge]; other++) {
    if (other !== lane && !mayDrive(state, other, kind)) continue;
    const turn = turnTowards(state, other, next, after, kind);
    if (other === lane) vehicles.nextTurn[row] = turn;
    const across = other > lane ? other - lane : lane - other;
    // Leaving a shut lane is wanted even where it would lead the way.
    const shut = other === lane && closures.laneClosed[lane] === 1 ? LEADS_ASTRAY / 2 : 0;
    const price =
      shut + across + (turn < 0 ? LEADS_ASTRAY : MISFIT * misfitOf(state, roads.turnToLane[turn], after, kind));
    if (price >= bestPrice) continue;
    bestPrice = price;
    best = other;
  }
  vehicles.wantLane[row] = best;
}

export function mayDrive(state: TrafficState, lane: number, kind: number): boolean {
  return state.closures.laneClosed[lane] === 0 && ((state.network.roads.laneAllows[lane] >> kind) & 1) === 1;
}

/** The turn from this lane to that edge whose target lane fits what follows best; −1 where the lane does not lead there. */
export function turnTowards(state: TrafficState, lane: number, next: number, after: number, kind: number): number {
  const { laneTurnStart, laneTurns, turnToLane, laneEdge } = state.network.roads;
  let best = -1;
  let bestMisfit = Number.POSITIVE_INFINITY;
  for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
    const turn = laneTurns[k];
    const target = turnToLane[turn];
    if (laneEdge[target] !== next || !mayDrive(state, target, kind)) continue;
    const misfit = misfitOf(state, target, after, kind);
    if (misfit >= bestMisfit || (misfit > 0 && after >= 0 && isTooShortToChange(state, target))) continue;
    bestMisfit = misfit;
    best = turn;
  }
  return best;
}

/** Where a junction has swallowed all but a scrap of an edge, whoever comes onto the wrong lane of it stays there. */
export function isTooShortToChange(state: TrafficState, lane: number): boolean {
  return state.network.roads.trackLengthM[lane] < SCRAP_M;
}

/** Lanes between this one and the nearest of its edge that leads on to `after`; at the end of the way, to the kerb. */
function misfitOf(state: TrafficState, lane: number, after: number, kind: number): number {
  const { network } = state;
  const { edgeFirstLane, edgeLaneCount, laneEdge } = network.roads;
  if (after < 0) return network.laneIndex[lane];
  const edge = laneEdge[lane];
  const count = edgeLaneCount[edge];
  if (count === 1) return 0;
  const first = edgeFirstLane[edge];
  let least = count;
  for (let other = first; other < first + count; other++) {
    const across = other > lane ? other - lane : lane - other;
    if (across < least && leadsTo(state, other, after) && (across === 0 || mayDrive(state, other, kind)))
      least = across;
  }
  return least;
}

function leadsTo(state: TrafficState, lane: number, next: number): boolean {
  const { laneTurnStart, laneTurns, turnToLane, laneEdge } = state.network.roads;
  const { laneClosed } = state.closures;
  for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
    const target = turnToLane[laneTurns[k]];
    if (laneEdge[target] === next && laneClosed[target] === 0) return true;
  }
  return false;
}

/** The lane nearest to the kerb that is open to this kind; the first where none is. */
export function kerbLane(state: TrafficState, edge: number, kind: number): number {
  const { edgeFirstLane, edgeLaneCount } = state.network.roads;
  const first = edgeFirstLane[edge];
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) if (mayDrive(state, lane, kind)) return lane;
  return first;
}
