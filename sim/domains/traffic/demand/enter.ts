/** From a trip that is due to a vehicle on the road: out of a driveway into a gap at the kerb, or in by a gate at speed. */
import { findGap, gap, isSafeBehind, roomAhead } from '../gap-on-lane';
import { kerbLane, mayDrive, planLane, turnTowards } from '../lane-plan';
import { openEdgeNear, takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { insertByPosition } from '../tracks';
import { kindAccelerationMps2, kindHeadwaySeconds, kindLengthM, kindStandstillGapM } from '../vehicle-kinds';
import { DIVERTED, takeRow } from '../vehicles';
import { bearTrip } from './bear-trip';
import { drawDeparture, planHour } from './departures';
import { letInListed, releaseListed } from './enter-listed';
import { LISTED_HOUR } from './listed';
import { releasePeople } from './people/release';
import { drawWhim, type Trip } from './trips';
import { queueTrip, unqueueFirst } from './waiting';

const DRIVEWAY_MPS = 4;
const DRIVEWAY_GAP_M = 6;
const FOLLOWER_BRAKING_MPS2 = 2.5;
const RETRY_SECONDS = 30;

const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };

/** Queues every trip that is due up to a time of day, hour by hour. */
export function releaseDepartures(state: TrafficState, fromSeconds: number, untilSeconds: number): void {
  const { demand, departures, waiting } = state;
  releaseListed(state, untilSeconds);
  releasePeople(state, untilSeconds);
  if (!demand) return;
  const lastHour = Math.floor(untilSeconds / 3600);
  if (departures.hour < Math.floor(fromSeconds / 3600)) planHour(state, Math.floor(fromSeconds / 3600), fromSeconds);
  for (;;) {
    while (departures.next < departures.keys.length && departures.dueSeconds[departures.next] <= untilSeconds) {
      const hour = departures.hours[departures.next];
      const key = departures.keys[departures.next++];
      if (drawDeparture(state, hour, key, trip)) queueTrip(waiting, hour, key, trip);
    }
    if (departures.hour >= lastHour) return;
    planHour(state, departures.hour + 1, fromSeconds);
  }
}

/** Lets in whoever finds room: of each edge's queue the first one, and at a gate as many as there are lanes. */
export function letIn(state: TrafficState): void {
  const { waiting, network, closures } = state;
  const nowSeconds = state.totals.elapsedSeconds;
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    if (waiting.first[edge] < 0 || closures.edgeClosed[edge] === 1 || waiting.retrySeconds[edge] > nowSeconds) continue;
    const tries = network.roads.edgeLaneCount[edge];
    for (let i = 0; i < tries && waiting.first[edge] >= 0; i++) {
      const atGate = waiting.originPlace[waiting.first[edge]] < 0;
      if (!letInFirst(state, edge, nowSeconds)) break;
      if (!atGate) break;
    }
  }
}

function letInFirst(state: TrafficState, edge: number, nowSeconds: number): boolean {
  const { waiting, closures, edges, network, search, luck, vehicles } = state;
  const at = waiting.first[edge];
  if (waiting.tripHour[at] === LISTED_HOUR) return letInListed(state, edge, at, nowSeconds);
  const kind = waiting.kind[at];
  const place = waiting.originPlace[at];
  // Ask for room before the costlier question of the way.
  if (place < 0 ? !anyGateLane(state, edge, kind) : !gapAtKerb(state, edge, kind, place)) return false;

  const hour = waiting.tripHour[at];
  const key = waiting.tripKey[at];
  const whim = drawWhim(luck, hour, key);
  const wanted = waiting.destinationEdge[at];
  const destination = openEdgeNear(state, wanted);
  if (destination < 0 || !findWay(search, network, closures, edges, edge, destination, whim)) {
    waiting.retrySeconds[edge] = nowSeconds + RETRY_SECONDS;
    return false;
  }
  const lane = place < 0 ? gateLane(state, edge, kind) : kerbLane(state, edge, kind);
  if (lane < 0) return false;
  const row = takeRow(vehicles);
  if (row < 0) return false;
  const laneM = network.roads.trackLengthM[lane];
  vehicles.kind[row] = kind;
  vehicles.positionM[row] = place < 0 ? Math.min(kindLengthM[kind], laneM / 2) : place * laneM;
  bearTrip(state, row, hour, key, whim, destination, waiting.destinationPlace[at]);
  takeFoundWay(state, row, 0);
  if (destination !== wanted) {
    vehicles.flags[row] |= DIVERTED;
    state.totals.diverted++;
  }
  vehicles.speedMps[row] = place < 0 ? gateSpeed(state, row, lane) : DRIVEWAY_MPS;
  insertByPosition(state.tracks, vehicles, lane, row);
  planLane(state, row);
  state.totals.inserted++;
  unqueueFirst(waiting, edge);
  return true;
}

/** Whether a vehicle of that kind may drive out at that place of the kerb lane without anyone having to brake hard. */
function gapAtKerb(state: TrafficState, edge: number, kind: number, place: number): boolean {
  const { network } = state;
  const lane = kerbLane(state, edge, kind);
  if (!mayDrive(state, lane, kind)) return false;
  const frontM = place * network.roads.trackLengthM[lane];
  findGap(state, lane, frontM);
  const { ahead, behind } = gap;
  return (
    roomAhead(state, lane, frontM, ahead) >= DRIVEWAY_GAP_M &&
    isSafeBehind(state, lane, frontM - kindLengthM[kind], DRIVEWAY_MPS, behind, -FOLLOWER_BRAKING_MPS2)
  );
}

function gateRoomM(state: TrafficState, lane: number, kind: number): number {
  const { vehicles, tracks, network } = state;
  const startM = Math.min(kindLengthM[kind], network.roads.trackLengthM[lane] / 2);
  const last = tracks.last[lane];
  if (last < 0) return network.roads.trackLengthM[lane] - startM;
  return vehicles.positionM[last] - kindLengthM[vehicles.kind[last]] - startM;
}

function anyGateLane(state: TrafficState, edge: number, kind: number): boolean {
  const { edgeFirstLane, edgeLaneCount } = state.network.roads;
  const first = edgeFirstLane[edge];
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
    if (mayDrive(state, lane, kind) && gateRoomM(state, lane, kind) >= kindStandstillGapM[kind]) return true;
  }
  return false;
}

/** Of the lanes with room the one that leads the way just found, and of those the emptiest; −1 where none has room. */
function gateLane(state: TrafficState, edge: number, kind: number): number {
  const { network, search } = state;
  const { edgeFirstLane, edgeLaneCount } = network.roads;
  const next = search.wayLength > 1 ? search.way[1] : -1;
  const after = search.wayLength > 2 ? search.way[2] : -1;
  const first = edgeFirstLane[edge];
  let best = -1;
  let bestM = -1;
  for (let lane = first; lane < first + edgeLaneCount[edge]; lane++) {
    if (!mayDrive(state, lane, kind)) continue;
    const roomM = gateRoomM(state, lane, kind);
    if (roomM < kindStandstillGapM[kind]) continue;
    const leads = next < 0 || turnTowards(state, lane, next, after, kind) >= 0;
    const worthM = leads ? roomM + 10_000 : roomM;
    if (worthM <= bestM) continue;
    bestM = worthM;
    best = lane;
  }
  return best;
}

/** As fast as the model would let a driver come along behind whoever is ahead. */
function gateSpeed(state: TrafficState, row: number, lane: number): number {
  const { vehicles, tracks, closures } = state;
  const kind = vehicles.kind[row];
  const desiredMps = closures.trackLimitMps[lane] * vehicles.speedFactor[row];
  const freeM = Math.max(0, gateRoomM(state, lane, kind) - kindStandstillGapM[kind]);
  const last = tracks.last[lane];
  const leaderMps = last < 0 ? 0 : vehicles.speedMps[last];
  const stopsMps = Math.sqrt(leaderMps * leaderMps + 2 * kindAccelerationMps2[kind] * freeM);
  const followsMps = last < 0 ? desiredMps : Math.max(freeM / kindHeadwaySeconds[kind], 0);
  return Math.min(desiredMps, stopsMps, followsMps);
}
