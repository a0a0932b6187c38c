/** From a trip that is due to a vehicle on the road: out of a driveway into a gap at the kerb, or in by a gate at speed. */
import { bearTrip } from '../demand/bear-trip';
import { drawWhim } from '../demand/trips';
import { unqueueFirst } from '../demand/waiting';
import { kerbLane, leadsTo, mayDrive } from '../open-lanes';
import { stopBefore } from '../routing/on-foot';
import { openEdgeNear, takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { BUS, EMERGENCY } from '../vehicle-kinds';
import { DIVERTED, giveRowBack, takeRow } from '../vehicles';
import { planLanes } from './best-lanes';
import { laneMps } from './plan';
import { putOnRoad } from './put-on-road';

const DRIVEWAY_MPS = 4;
const DRIVEWAY_GAP_M = 6;
const RETRY_SECONDS = 30;
const TAIL_M = 0.1;

/** Lets the first of an edge's queue in; false where it finds no room or no way. */
export function cityComesIn(state: TrafficState, edge: number): boolean {
  const { waiting, closures, edges, network, search, chance, vehicles, totals } = state;
  const at = waiting.first[edge];
  const kind = waiting.kind[at];
  const place = waiting.originPlace[at];
  // Ask for room before the costlier question of the way.
  const kerb = kerbLane(state, edge, kind);
  if (place < 0 ? !anyGateLane(state, edge, kind) : !isFreeAt(state, kerb, kind, place)) return false;

  const hour = waiting.tripHour[at];
  const key = waiting.tripKey[at];
  const whim = drawWhim(chance.coming, hour, key);
  const wanted = waiting.destinationEdge[at];
  const classes = state.drivers.classes[kind];
  const stop = kind === EMERGENCY ? stopBefore(state, edge, wanted) : null;
  const destination = stop?.edge ?? openEdgeNear(state, wanted, classes);
  const isAhead = stop?.edge === edge && stop.place > place;
  if (isAhead) {
    search.way[0] = edge;
    search.wayLength = 1;
  } else if (destination < 0 || !findWay(search, network, closures, edges, edge, destination, whim, classes)) {
    waiting.retrySeconds[edge] = totals.elapsedSeconds + RETRY_SECONDS;
    return false;
  }
  const next = search.wayLength > 1 ? search.way[1] : -1;
  const lane = place < 0 ? gateLane(state, edge, kind, next) : kerb;
  if (lane < 0 || !mayDrive(state, lane, kind)) return false;
  const row = takeRow(vehicles);
  if (row < 0) return false;
  vehicles.kind[row] = kind;
  vehicles.type[row] = kind;
  bearTrip(state, row, hour, key, whim, destination, stop?.place ?? waiting.destinationPlace[at]);
  takeFoundWay(state, row, 0);
  vehicles.track[row] = lane;
  planLanes(state, row);
  vehicles.track[row] = -1;
  const laneM = network.roads.trackLengthM[lane];
  const atM = place < 0 ? Math.min(state.drivers.lengthM[kind] + TAIL_M, laneM / 2) : place * laneM;
  const mps = place < 0 ? laneMps(state, row, lane) : DRIVEWAY_MPS;
  if (!putOnRoad(state, row, lane, atM, mps, true)) {
    giveRowBack(vehicles, row);
    return false;
  }
  if (destination !== wanted) {
    vehicles.flags[row] |= DIVERTED;
    totals.diverted++;
  }
  vehicles.dueS[row] = waiting.dueS[at];
  vehicles.departedS[row] = totals.elapsedSeconds;
  totals.delaySeconds += totals.elapsedSeconds - waiting.dueS[at];
  totals.inserted++;
  if (kind === BUS) totals.busesInserted++;
  unqueueFirst(waiting, edge);
  return true;
}

/** Whether there is a gap at that place of the kerb lane, roughly; putting the vehicle there asks exactly. */
function isFreeAt(state: TrafficState, lane: number, kind: number, place: number): boolean {
  if (!mayDrive(state, lane, kind)) return false;
  const { vehicles, tracks, drivers, network } = state;
  const frontM = place * network.roads.trackLengthM[lane];
  let ahead = tracks.last[lane];
  let behind = -1;
  while (ahead >= 0 && vehicles.positionM[ahead] < frontM) {
    behind = ahead;
    ahead = vehicles.ahead[ahead];
  }
  if (ahead >= 0 && vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] - frontM < DRIVEWAY_GAP_M)
    return false;
  return (
    behind < 0 || frontM - drivers.lengthM[kind] - vehicles.positionM[behind] > drivers.minGapM[vehicles.type[behind]]
  );
}

function gateRoomM(state: TrafficState, lane: number, kind: number): number {
  const { vehicles, tracks, network, drivers } = state;
  const startM = Math.min(drivers.lengthM[kind], network.roads.trackLengthM[lane] / 2);
  const last = tracks.last[lane];
  if (last < 0) return network.roads.trackLengthM[lane] - startM;
  return vehicles.positionM[last] - drivers.lengthM[vehicles.type[last]] - startM;
}

function anyGateLane(state: TrafficState, edge: number, kind: number): boolean {
  const { edgeFirstLane, edgeLaneCount } = state.network.roads;
  const first = edgeFirstLane[edge];
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
    if (mayDrive(state, lane, kind) && gateRoomM(state, lane, kind) >= state.drivers.minGapM[kind]) return true;
  }
  return false;
}

/** Of the lanes with room one that leads the way just found, and of those the emptiest; −1 where none has room. */
function gateLane(state: TrafficState, edge: number, kind: number, next: number): number {
  const { edgeFirstLane, edgeLaneCount } = state.network.roads;
  const first = edgeFirstLane[edge];
  let best = -1;
  let bestM = -1;
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
    if (!mayDrive(state, lane, kind)) continue;
    const roomM = gateRoomM(state, lane, kind);
    if (roomM < state.drivers.minGapM[kind]) continue;
    const worthM = next < 0 || leadsTo(state, lane, next, kind) ? roomM + 10_000 : roomM;
    if (worthM <= bestM) continue;
    bestM = worthM;
    best = lane;
  }
  return best;
}
