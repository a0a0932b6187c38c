/** Which lanes a kind of vehicle may use as they are now. */
import type { TrafficState } from './state';

export function mayDrive(state: TrafficState, lane: number, kind: number): boolean {
  return state.closures.laneClosed[lane] === 0 && ((state.network.roads.laneAllows[lane] >> kind) & 1) === 1;
}

/** The lane nearest to the kerb that is open to this kind; the first where none is. */
export function kerbLane(state: TrafficState, edge: number, kind: number): number {
  const { edgeFirstLane, edgeLaneCount } = state.network.roads;
  const first = edgeFirstLane[edge];
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) if (mayDrive(state, lane, kind)) return lane;
  return first;
}

/** Whether some turn leads from this lane to that edge, onto a lane that this kind may use. */
export function leadsTo(state: TrafficState, lane: number, edge: number, kind: number): boolean {
  const { laneTurnStart, laneTurns, turnToLane, laneEdge } = state.network.roads;
  for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
    const target = turnToLane[laneTurns[k]];
    if (laneEdge[target] === edge && mayDrive(state, target, kind)) return true;
  }
  return false;
}
