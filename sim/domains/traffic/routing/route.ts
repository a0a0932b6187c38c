/** Gives a vehicle its way, and another one when the city changes under it. */
import { CAR_BIT, causeOfClosure } from '../closures';
import { laneLengthM } from '../network';
import type { TrafficState } from '../state';
import { EMERGENCY } from '../vehicle-kinds';
import { CIRCULATES, DIVERTED, FIXED, MOST_WAY_EDGES } from '../vehicles';
import { isFixedWayShut } from './fixed-way';
import { stopBefore } from './on-foot';
import { findWay, middlesApartM2, nearestReached } from './search';
import { roomForWay } from './way-room';

/** Of a road that is not the one wanted: as good a place as any. */
const HALFWAY = 0.5;

/** Where a trip may end instead when its destination is shut: the nearest edge that is open to these classes, and to cars. */
export function openEdgeNear(state: TrafficState, edge: number, classes: number = CAR_BIT): number {
  const { closures, network } = state;
  if (closures.edgeClosed[edge] === 0) return edge;
  let best = -1;
  let bestM2 = Number.POSITIVE_INFINITY;
  for (let other = 0; other < network.roads.edgeCount; other++) {
    if ((closures.edgeAllows[other] & classes) === 0 || !state.network.carEdge[other]) continue;
    const distanceM2 = middlesApartM2(network, edge, other);
    if (distanceM2 >= bestM2) continue;
    bestM2 = distanceM2;
    best = other;
  }
  return best;
}

/** Edge from whose end a new way can begin: the one that the vehicle is on, or the next if it cannot stop before that. */
export function committedPlaces(state: TrafficState, row: number): number {
  const { vehicles, network, drivers, pace } = state;
  const track = vehicles.track[row];
  if (track >= network.roads.laneCount) return 1;
  if (vehicles.nextTurn[row] < 0) return 0;
  const v = vehicles.speedMps[row];
  const stopsM = (v * v) / (2 * drivers.decelMps2[vehicles.type[row]]) + v * pace.stepS;
  return network.roads.trackLengthM[track] - vehicles.positionM[row] < stopsM ? 1 : 0;
}

/** Puts the way last found in place of what lies beyond the committed part. What does not fit is planned again later. */
export function takeFoundWay(state: TrafficState, row: number, keep: number): void {
  const { vehicles, search } = state;
  const at = vehicles.routeAt[row];
  const count = Math.min(search.wayLength, MOST_WAY_EDGES - keep);
  const base = roomForWay(vehicles, row, keep + count);
  for (let i = 0; i < keep; i++) vehicles.route[base + i] = vehicles.route[base + at + i];
  for (let i = 0; i < count; i++) vehicles.route[base + keep + i] = search.way[i];
  vehicles.routeAt[row] = 0;
  vehicles.routeLength[row] = keep + count;
}

/** Looks for a new way to the destination, or as near to it as one can get. */
export function reroute(state: TrafficState, row: number): void {
  const { vehicles, network, closures, edges, search, drivers } = state;
  const classes = drivers.classes[vehicles.type[row]];
  vehicles.flags[row] &= ~FIXED; // from here on he drives as he finds best
  const keep = committedPlaces(state, row);
  const from = vehicles.route[vehicles.routeFrom[row] + vehicles.routeAt[row] + keep];
  const wanted = vehicles.destinationEdge[row];
  const stop = vehicles.kind[row] === EMERGENCY ? stopBefore(state, from, wanted) : null;
  let to = stop?.edge ?? openEdgeNear(state, wanted, classes);
  if (to < 0 || (to !== from && !findWay(search, network, closures, edges, from, to, vehicles.whim[row], classes))) {
    to = to < 0 ? -1 : nearestReached(search, network, to);
    if (to < 0 || !findWay(search, network, closures, edges, from, to, vehicles.whim[row], classes)) to = from;
  }
  if (to === from) {
    search.way[0] = from;
    search.wayLength = 1;
  }
  if (to !== wanted) endAt(state, row, to, stop?.edge === to ? stop.place : HALFWAY);
  takeFoundWay(state, row, keep);
}

function endAt(state: TrafficState, row: number, edge: number, place: number): void {
  const { vehicles, network } = state;
  vehicles.destinationEdge[row] = edge;
  const lengthM = laneLengthM(network, edge);
  const track = vehicles.track[row];
  const behindM = track < network.roads.laneCount && network.trackEdge[track] === edge ? vehicles.positionM[row] : 0;
  vehicles.destinationM[row] = Math.max(place * lengthM, Math.min(lengthM - 1, behindM));
}

/** After a closure: everyone whose way has become impossible takes another one, and counts once as diverted. */
export function rerouteAllConcerned(state: TrafficState): void {
  const { vehicles } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0 || (vehicles.flags[row] & CIRCULATES) !== 0) continue;
    if (!isConcerned(state, row)) continue;
    reroute(state, row);
    countDiverted(state, row);
  }
}

/** Once a trip, however often it takes another way. */
export function countDiverted({ vehicles, totals }: TrafficState, row: number): void {
  if ((vehicles.flags[row] & DIVERTED) !== 0) return;
  vehicles.flags[row] |= DIVERTED;
  totals.diverted++;
}

function isConcerned(state: TrafficState, row: number): boolean {
  const { vehicles, closures, drivers } = state;
  const classes = drivers.classes[vehicles.type[row]];
  const base = vehicles.routeFrom[row];
  const first = vehicles.routeAt[row] + committedPlaces(state, row);
  if ((vehicles.flags[row] & FIXED) !== 0) return isFixedWayShut(state, row, first);
  const last = vehicles.routeLength[row] - 1;
  const destination = vehicles.destinationEdge[row];
  if (closures.edgeClosed[destination] === 1 && vehicles.route[base + first] !== destination) return true;
  for (let at = first; at < last; at++) {
    const open = at === first ? closures.linkOpenFromHere : closures.linkOpen;
    const next = vehicles.route[base + at + 1];
    if ((open[linkBetween(state, vehicles.route[base + at], next)] & classes) === 0) return true;
    if ((closures.edgeThrough[next] & classes) === 0 && next !== destination) return true;
  }
  return false;
}

export function linkBetween(state: TrafficState, from: number, to: number): number {
  const { linkStart, linkEdge } = state.network;
  for (let link = linkStart[from]; link < linkStart[from + 1]; link++) if (linkEdge[link] === to) return link;
  throw new Error(`met a way from edge ${from} to ${to}, which do not meet: expected neighbours`);
}

/** Whether something shut is why this edge is full: on it, or on what follows within a few edges. */
export function closureBeyond(state: TrafficState, edge: number, depth: number): number {
  const cause = causeOfClosure(state.closures, state.network, edge);
  if (cause !== 0 || depth === 0) return cause;
  const { linkStart, linkEdge } = state.network;
  for (let link = linkStart[edge]; link < linkStart[edge + 1]; link++) {
    const beyond = closureBeyond(state, linkEdge[link], depth - 1);
    if (beyond !== 0) return beyond;
  }
  return 0;
}
