/** From a listed vehicle that is due to one on the road: on the lane, at the place and at the speed that it asks for. */
import { streamOf } from '../../../kernel';
import { findGap, gap, isSafeBehind, roomAhead } from '../gap-on-lane';
import { kerbLane, mayDrive, planLane, turnTowards } from '../lane-plan';
import { canDriveWay, takeFixedWay } from '../routing/fixed-way';
import { openEdgeNear, takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { insertByPosition } from '../tracks';
import { kindBrakingMps2, kindLengthM, kindStandstillGapM } from '../vehicle-kinds';
import { DIVERTED, ROUTE_STRIDE, takeRow } from '../vehicles';
import { bearTrip } from './bear-trip';
import { dueAt, LISTED_HOUR } from './listed';
import { drawPlace, type ListedPlan } from './listed-plan';
import { drawWhim, type Trip } from './trips';
import { queueTrip, unqueueFirst } from './waiting';

const TYPE = streamOf('traffic.listed.type');
const WAY = streamOf('traffic.listed.way');
const SPEED = streamOf('traffic.listed.speed');
const LANE = streamOf('traffic.listed.lane');
const PLACE = streamOf('traffic.listed.place');
const RETRY_SECONDS = 30;
const FOLLOWER_BRAKING_MPS2 = 2.5;
const PLACES_TRIED = 8;
const KINDS = [0, 1, 2, 3];

const trip: Trip = { originEdge: 0, originPlace: -1, destinationEdge: 0, destinationPlace: -1, kind: 0 };

/** Queues everyone who is due up to a time of day, each before the edge that he starts on. */
export function releaseListed(state: TrafficState, untilSeconds: number): void {
  const { listed, waiting, luck } = state;
  if (listed === null) return;
  const { plan, order } = listed;
  while (listed.next < order.length && dueAt(listed, listed.next) <= untilSeconds) {
    const key = order[listed.next++];
    const going = listed.going[key];
    const way = plan.wayOf[going] === null ? null : plan.ways[drawWay(state, plan, key)];
    trip.originEdge = way === null ? plan.fromEdge[going] : way[0];
    trip.destinationEdge = way === null ? plan.toEdge[going] : way[way.length - 1];
    trip.kind = plan.kinds[drawPlace(plan.typeOf[going], luck.uniform(TYPE, LISTED_HOUR, key))];
    queueTrip(waiting, LISTED_HOUR, key, trip);
  }
}

function drawWay(state: TrafficState, plan: ListedPlan, key: number): number {
  const draw = plan.wayOf[state.listed!.going[key]]!;
  return drawPlace(draw, state.luck.uniform(WAY, LISTED_HOUR, key));
}

/** Lets the first of an edge's queue in, if it is a listed vehicle that finds room; false where it does not. */
export function letInListed(state: TrafficState, edge: number, at: number, nowSeconds: number): boolean {
  const { waiting, listed, vehicles, luck, totals, closures, edges, network, search } = state;
  const { plan } = listed!;
  const key = waiting.tripKey[at];
  const going = listed!.going[key];
  const type = plan.types[drawPlace(plan.typeOf[going], luck.uniform(TYPE, LISTED_HOUR, key))];
  const way = plan.wayOf[going] === null ? -1 : drawWay(state, plan, key);
  const kind = way < 0 ? waiting.kind[at] : kindFor(state, plan.ways[way], waiting.kind[at], type.anyLane === true);
  const whim = drawWhim(luck, LISTED_HOUR, key);
  let destination = waiting.destinationEdge[at];
  if (kind < 0 || way < 0) {
    // Without a way of his own, or with one that something shut has broken: the best way there is.
    destination = openEdgeNear(state, destination);
    if (
      destination < 0 ||
      (destination !== edge && !findWay(search, network, closures, edges, edge, destination, whim))
    ) {
      waiting.retrySeconds[edge] = nowSeconds + RETRY_SECONDS;
      return false;
    }
    if (destination === edge) {
      search.way[0] = edge;
      search.wayLength = 1;
    }
  }
  const body = kind < 0 ? waiting.kind[at] : kind;
  const wanted = plan.goings[going];
  const next = kind >= 0 && way >= 0 ? wayEdge(plan.ways[way], 1) : search.wayLength > 1 ? search.way[1] : -1;
  const after = kind >= 0 && way >= 0 ? wayEdge(plan.ways[way], 2) : search.wayLength > 2 ? search.way[2] : -1;
  const lane = chooseLane(state, edge, body, next, after, wanted.departLane, key);
  if (lane < 0) return false;
  const factor = speedFactorOf(state, key, type.speedFactor);
  const topMps = Math.min(closures.trackLimitMps[lane] * factor, type.maxSpeedMps);
  if (!findPlace(state, lane, body, key, wanted.departPosition, speedWanted(wanted.departSpeed, topMps))) return false;
  const row = takeRow(vehicles);
  if (row < 0) return false;
  vehicles.kind[row] = body;
  vehicles.positionM[row] = place.frontM;
  bearTrip(state, row, LISTED_HOUR, key, whim, destination, -1);
  vehicles.speedFactor[row] = factor;
  if (kind >= 0 && way >= 0) takeFixedWay(state, row, way);
  else {
    takeFoundWay(state, row, 0);
    if (way >= 0) {
      vehicles.flags[row] |= DIVERTED;
      totals.diverted++;
    }
  }
  capSpeedFactor(state, row, type.maxSpeedMps);
  vehicles.speedMps[row] = place.speedMps;
  insertByPosition(state.tracks, vehicles, lane, row);
  planLane(state, row);
  totals.inserted++;
  unqueueFirst(waiting, edge);
  return true;
}

function wayEdge(way: Uint32Array, place: number): number {
  return place < way.length ? way[place] : -1;
}

/** The kind that it drives as: its own; where it may use any lane, one for which the way is open; −1 where it is shut. */
function kindFor(state: TrafficState, way: Uint32Array, own: number, anyLane: boolean): number {
  if (canDriveWay(state, way, own)) return own;
  const other = anyLane ? KINDS.findLast((kind) => canDriveWay(state, way, kind)) : undefined;
  return other ?? -1;
}

function speedFactorOf(
  { luck }: TrafficState,
  key: number,
  { mean, deviation, min, max }: { mean: number; deviation: number; min: number; max: number },
): number {
  return Math.max(min, Math.min(max, mean + deviation * luck.normal(SPEED, LISTED_HOUR, key)));
}

/** The model knows a wish as a share of the limit: one small enough to keep below the top speed all along the way. */
function capSpeedFactor({ vehicles, network }: TrafficState, row: number, maxSpeedMps: number): void {
  let fastestMps = 0;
  const base = row * ROUTE_STRIDE;
  for (let at = 0; at < vehicles.routeLength[row]; at++) {
    fastestMps = Math.max(fastestMps, network.roads.edgeSpeedMps[vehicles.route[base + at]]);
  }
  vehicles.speedFactor[row] = Math.min(vehicles.speedFactor[row], maxSpeedMps / fastestMps);
}

function speedWanted(wanted: number | string | undefined, topMps: number): number {
  if (wanted === undefined) return 0;
  return typeof wanted === 'number' ? Math.min(wanted, topMps) : topMps;
}

function chooseLane(
  state: TrafficState,
  edge: number,
  kind: number,
  next: number,
  after: number,
  wanted: number | string | undefined,
  key: number,
): number {
  const { network, luck } = state;
  const first = network.roads.edgeFirstLane[edge];
  const count = network.roads.edgeLaneCount[edge];
  const open = (lane: number) => (mayDrive(state, lane, kind) ? lane : -1);
  if (typeof wanted === 'number') return open(first + Math.min(wanted, count - 1));
  if (wanted === 'random') {
    const from = Math.floor(count * luck.uniform(LANE, LISTED_HOUR, key));
    for (let i = 0; i < count; i++) if (open(first + ((from + i) % count)) >= 0) return first + ((from + i) % count);
    return -1;
  }
  if (wanted !== 'best' && wanted !== 'free') return open(kerbLane(state, edge, kind));
  let best = -1;
  let bestM = -1;
  for (let lane = first; lane < first + count; lane++) {
    if (!mayDrive(state, lane, kind)) continue;
    const leads = wanted === 'free' || next < 0 || turnTowards(state, lane, next, after, kind) >= 0;
    const roomM = roomAtStart(state, lane, kind) + (leads ? 10_000 : 0);
    if (roomM <= bestM) continue;
    bestM = roomM;
    best = lane;
  }
  return best;
}

function roomAtStart({ vehicles, tracks, network }: TrafficState, lane: number, kind: number): number {
  const last = tracks.last[lane];
  if (last < 0) return network.roads.trackLengthM[lane];
  return Math.max(0, vehicles.positionM[last] - kindLengthM[vehicles.kind[last]] - kindLengthM[kind]);
}

/** What findPlace found: written there, read at once. */
const place = { frontM: 0, speedMps: 0 };

function findPlace(
  state: TrafficState,
  lane: number,
  kind: number,
  key: number,
  wanted: number | string | undefined,
  speedMps: number,
): boolean {
  const { network, luck, totals, vehicles, tracks } = state;
  const laneM = network.roads.trackLengthM[lane];
  const baseM = Math.min(kindLengthM[kind], laneM / 2);
  if (typeof wanted === 'number')
    return isFree(state, lane, kind, Math.max(baseM, wanted < 0 ? laneM + wanted : wanted), speedMps);
  if (wanted === 'random' || wanted === 'random-free' || wanted === 'free') {
    for (let i = 0; i < PLACES_TRIED; i++) {
      const share = luck.uniform(PLACE, PLACES_TRIED * totals.steps + i, key);
      if (isFree(state, lane, kind, baseM + share * (laneM - baseM), speedMps)) return true;
    }
    return false;
  }
  if (wanted === 'last' && tracks.last[lane] >= 0) {
    const last = tracks.last[lane];
    const behindM = vehicles.positionM[last] - kindLengthM[vehicles.kind[last]] - kindStandstillGapM[kind];
    return isFree(state, lane, kind, Math.max(baseM, behindM), speedMps);
  }
  return isFree(state, lane, kind, baseM, speedMps);
}

/** Room ahead for a speed that he can stop from, and nobody behind who would have to brake hard. */
function isFree(state: TrafficState, lane: number, kind: number, wantedM: number, wantedMps: number): boolean {
  const { network, vehicles } = state;
  const frontM = Math.min(wantedM, network.roads.trackLengthM[lane] - 0.1);
  findGap(state, lane, frontM);
  const { ahead, behind } = gap;
  const freeM = roomAhead(state, lane, frontM, ahead) - kindStandstillGapM[kind];
  if (freeM < 0) return false;
  const leaderMps = ahead < 0 ? 0 : vehicles.speedMps[ahead];
  const toEndM = network.roads.trackLengthM[lane] - frontM;
  const stopsWithinM = ahead < 0 ? Math.min(freeM, toEndM) : freeM;
  const speedMps = Math.min(wantedMps, Math.sqrt(leaderMps * leaderMps + 2 * kindBrakingMps2[kind] * stopsWithinM));
  if (!isSafeBehind(state, lane, frontM - kindLengthM[kind], speedMps, behind, -FOLLOWER_BRAKING_MPS2)) return false;
  place.frontM = frontM;
  place.speedMps = speedMps;
  return true;
}
