/** Ways that are given, not sought: followed edge by edge, in stages where they are longer than a row holds. */
import { mayDrive } from '../open-lanes';
import type { TrafficState } from '../state';
import { FIXED, MOST_WAY_EDGES } from '../vehicles';
import { roomForWay } from './way-room';

/** Edges that a driver has to know beyond the one he is on, to choose his lane. */
const SEES_EDGES = 3;

/** Gives a row the first stage of its way. */
export function takeFixedWay(state: TrafficState, row: number, way: number): void {
  const { vehicles, listed } = state;
  vehicles.flags[row] |= FIXED;
  vehicles.fixedWay[row] = way;
  vehicles.wayLoaded[row] = 0;
  vehicles.routeAt[row] = 0;
  vehicles.routeLength[row] = 0;
  vehicles.destinationEdge[row] = listed!.plan.ways[way][listed!.plan.ways[way].length - 1];
  loadStage(state, row);
}

/** Loads more of the way once the end of what is loaded comes into sight. */
export function keepFixedWay(state: TrafficState, row: number): void {
  const { vehicles } = state;
  if (vehicles.fixedWay[row] < 0) return; // all of it is in the row: a bus drives from stop to stop
  if (vehicles.routeLength[row] - vehicles.routeAt[row] <= SEES_EDGES) loadStage(state, row);
}

function loadStage(state: TrafficState, row: number): void {
  const { vehicles, listed } = state;
  const way = listed!.plan.ways[vehicles.fixedWay[row]];
  const from = vehicles.wayLoaded[row];
  if (from === way.length) return;
  const at = vehicles.routeAt[row];
  const kept = vehicles.routeLength[row] - at;
  const more = Math.min(way.length - from, MOST_WAY_EDGES - kept);
  const base = roomForWay(vehicles, row, kept + more);
  for (let i = 0; i < kept; i++) vehicles.route[base + i] = vehicles.route[base + at + i];
  for (let i = 0; i < more; i++) vehicles.route[base + kept + i] = way[from + i];
  vehicles.wayLoaded[row] = from + more;
  vehicles.routeAt[row] = 0;
  vehicles.routeLength[row] = kept + more;
}

/** Whether what is left of its way, from a place in the loaded stage on, leads over something shut for its kind. */
export function isFixedWayShut(state: TrafficState, row: number, fromPlace: number): boolean {
  const { vehicles, listed, closures } = state;
  const kind = vehicles.kind[row];
  const base = vehicles.routeFrom[row];
  const end = vehicles.destinationEdge[row];
  const mayPass = (edge: number) => edge === end || ((closures.edgeThrough[edge] >> kind) & 1) === 1;
  for (let at = fromPlace; at + 1 < vehicles.routeLength[row]; at++) {
    const next = vehicles.route[base + at + 1];
    if (!leadsOn(state, vehicles.route[base + at], next, kind, at === fromPlace) || !mayPass(next)) return true;
  }
  if (vehicles.fixedWay[row] < 0) return false;
  const way = listed!.plan.ways[vehicles.fixedWay[row]];
  for (let at = vehicles.wayLoaded[row]; at < way.length; at++) {
    if (at > 0 && (!leadsOn(state, way[at - 1], way[at], kind, false) || !mayPass(way[at]))) return true;
  }
  return false;
}

/** Whether some turn leads from one edge to the next between lanes that a kind may use. */
function leadsOn(state: TrafficState, from: number, to: number, kind: number, fromShutToo: boolean): boolean {
  const { edgeFirstLane, edgeLaneCount, laneTurnStart, laneTurns, turnToLane, laneEdge } = state.network.roads;
  const first = edgeFirstLane[from];
  for (let lane = first; lane < first + edgeLaneCount[from]; lane++) {
    if (!fromShutToo && !mayDrive(state, lane, kind)) continue;
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      const target = turnToLane[laneTurns[k]];
      if (laneEdge[target] === to && mayDrive(state, target, kind)) return true;
    }
  }
  return false;
}
