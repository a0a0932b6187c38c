/**
 * Puts the trips that set out in the last half hour and would still be under way where they would be: along their ways,
 * by the time that has passed at a share of the limits that cities reach by day. Nobody is put where somebody is; who
 * finds no place near waits to enter at his origin, so no trip is lost. Speeds fit the gaps.
 */
import { planLanes } from '../driving/best-lanes';
import { laneLengthM } from '../network';
import { leadsTo, mayDrive } from '../open-lanes';
import { takeFoundWay } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { insertByPosition } from '../tracks';
import { kindLengthM } from '../vehicle-kinds';
import { giveRowBack, ROUTE_STRIDE, takeRow } from '../vehicles';
import { bearTrip } from './bear-trip';
import { drawDeparture, listHour, planHour } from './departures';
import { PEOPLE_DAY } from './people/identity';
import { arrivedBefore, setsOut, startProgress } from './people/progress';
import { tripOf } from './people/release';
import { drawWhim, type Trip } from './trips';
import { queueTrip } from './waiting';

const BEFORE_SECONDS = 1_800;
/** Speed under way as a share of the limit, stops included. Our estimate; the settling corrects it. */
const SHARE_OF_LIMIT = 0.55;
/** Ways are this much longer than the straight line, and no way is quicker than this: only to leave out who has long arrived. */
const WAY_OVER_LINE = 1.5;
const LINE_MPS = 6;
const SPACE_M = 6;
const TRIES = 6;

export function placeTripsUnderWay(state: TrafficState): void {
  const { settings, totals } = state;
  const nowSeconds = settings.startSeconds + totals.elapsedSeconds;
  const fromSeconds = nowSeconds - BEFORE_SECONDS;
  const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };
  for (let hour = Math.floor(fromSeconds / 3600); hour <= Math.floor(nowSeconds / 3600); hour++) {
    const { hours, keys, dueSeconds } = listHour(state, hour);
    for (let i = 0; i < keys.length; i++) {
      const agoSeconds = nowSeconds - dueSeconds[i];
      if (agoSeconds > BEFORE_SECONDS || agoSeconds < 0) continue;
      if (!drawDeparture(state, hours[i], keys[i], trip)) continue;
      if (mayStillDrive(state, trip, agoSeconds)) placeTrip(state, trip, hours[i], keys[i], agoSeconds);
    }
  }
  placePeopleUnderWay(state, nowSeconds, trip);
  planHour(state, Math.floor(nowSeconds / 3600), nowSeconds);
  fitSpeeds(state);
}

/** Everybody is where his plan has him; who set out in the last half hour and would still drive is on his way. */
function placePeopleUnderWay(state: TrafficState, nowSeconds: number, trip: Trip): void {
  const { people, progress } = state;
  if (people === null || progress === null) return;
  startProgress(people, progress, nowSeconds - BEFORE_SECONDS);
  const { keys, secondOfDay, daysAfter, isLast } = people.departures;
  if (keys.length === 0) return;
  for (;;) {
    const dueSeconds = progress.day * 86_400 + secondOfDay[progress.next];
    if (dueSeconds > nowSeconds) return;
    const at = progress.next;
    const key = keys[at];
    const hour = PEOPLE_DAY + progress.day - daysAfter[progress.next];
    if (++progress.next === keys.length) {
      progress.next = 0;
      progress.day++;
    }
    if (!setsOut(progress, key)) continue; // still on the way before
    tripOf(state, progress, key, trip);
    const agoSeconds = nowSeconds - dueSeconds;
    if (mayStillDrive(state, trip, agoSeconds) && placeTrip(state, trip, hour, key, agoSeconds)) continue;
    arrivedBefore(progress, key, isLast[at] === 1);
  }
}

function mayStillDrive({ network }: TrafficState, trip: Trip, agoSeconds: number): boolean {
  const dx = network.edgeStartXM[trip.originEdge] - network.edgeEndXM[trip.destinationEdge];
  const dy = network.edgeStartYM[trip.originEdge] - network.edgeEndYM[trip.destinationEdge];
  return Math.sqrt(dx * dx + dy * dy) * WAY_OVER_LINE + 300 > agoSeconds * LINE_MPS;
}

/** False where he has long arrived. */
function placeTrip(state: TrafficState, trip: Trip, hour: number, key: number, agoSeconds: number): boolean {
  const { network, closures, edges, search, vehicles, waiting, luck, totals } = state;
  const dueS = totals.elapsedSeconds - agoSeconds;
  const whim = drawWhim(luck, hour, key);
  const classes = state.drivers.classes[trip.kind];
  if (!findWay(search, network, closures, edges, trip.originEdge, trip.destinationEdge, whim, classes)) {
    queueTrip(waiting, hour, key, trip, dueS);
    return true;
  }
  const found = whereAfter(state, trip, agoSeconds);
  if (found.arrived) return false;
  const row = takeRow(vehicles);
  if (row < 0) {
    queueTrip(waiting, hour, key, trip, dueS);
    return true;
  }
  vehicles.kind[row] = trip.kind;
  vehicles.type[row] = trip.kind;
  bearTrip(state, row, hour, key, whim, trip.destinationEdge, trip.destinationPlace);
  vehicles.dueS[row] = dueS;
  vehicles.departedS[row] = dueS;
  takeFoundWay(state, row, 0);
  for (let tries = 0; tries < TRIES && found.place + tries < vehicles.routeLength[row]; tries++) {
    // Not found on this edge: a little further on, from the next one's beginning.
    if (putOnEdge(state, row, found.place + tries, tries === 0 ? found.atM : 0)) return true;
  }
  giveRowBack(vehicles, row);
  queueTrip(waiting, hour, key, trip, dueS);
  return true;
}

function whereAfter(state: TrafficState, trip: Trip, agoSeconds: number) {
  const { network, search } = state;
  const { edgeSpeedMps } = network.roads;
  let left = agoSeconds;
  let atM = trip.originPlace < 0 ? 0 : trip.originPlace * laneLengthM(network, trip.originEdge);
  for (let place = 0; place < search.wayLength; place++) {
    const edge = search.way[place];
    const isLast = place === search.wayLength - 1;
    const endM =
      isLast && trip.destinationPlace >= 0
        ? trip.destinationPlace * laneLengthM(network, edge)
        : laneLengthM(network, edge);
    const mps = SHARE_OF_LIMIT * edgeSpeedMps[edge];
    const seconds = (endM - atM) / mps;
    if (left < seconds) return { arrived: false, place, atM: atM + left * mps };
    left -= seconds;
    atM = 0;
  }
  return { arrived: true, place: 0, atM: 0 };
}

/** Tries the lanes that lead the way, at the place wanted and then stepwise behind and before it. */
function putOnEdge(state: TrafficState, row: number, place: number, wantedM: number): boolean {
  const { vehicles, network } = state;
  const roads = network.roads;
  const edge = vehicles.route[row * ROUTE_STRIDE + place];
  const kind = vehicles.kind[row];
  const isLast = place === vehicles.routeLength[row] - 1;
  const next = isLast ? -1 : vehicles.route[row * ROUTE_STRIDE + place + 1];
  const first = roads.edgeFirstLane[edge];
  for (let lane = first; lane < first + roads.edgeLaneCount[edge]; lane++) {
    if (!mayDrive(state, lane, kind)) continue;
    if (next >= 0 && !leadsTo(state, lane, next, kind)) continue;
    const endM = Math.min(
      roads.trackLengthM[lane] - 2,
      isLast ? vehicles.destinationM[row] - 10 : Number.POSITIVE_INFINITY,
    );
    for (let i = 0; i < 2 * TRIES; i++) {
      const atM = wantedM + (i % 2 === 0 ? -1 : 1) * Math.ceil(i / 2) * SPACE_M;
      if (atM < kindLengthM[kind] || atM > endM || !isFree(state, lane, atM, kindLengthM[kind])) continue;
      vehicles.routeAt[row] = place;
      vehicles.positionM[row] = atM;
      insertByPosition(state.tracks, vehicles, lane, row);
      planLanes(state, row);
      return true;
    }
  }
  return false;
}

function isFree(state: TrafficState, lane: number, atM: number, lengthM: number): boolean {
  const { vehicles, tracks } = state;
  for (let other = tracks.last[lane]; other >= 0; other = vehicles.ahead[other]) {
    const tailM = vehicles.positionM[other] - kindLengthM[vehicles.kind[other]];
    if (vehicles.positionM[other] < atM - lengthM - SPACE_M) continue;
    return tailM > atM + SPACE_M;
  }
  return true;
}

/** Nobody begins faster than he can stop for whoever is ahead, or for the end of his lane. */
function fitSpeeds(state: TrafficState): void {
  const { vehicles, network, closures } = state;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const lane = vehicles.track[row];
    if (lane < 0) continue;
    const ahead = vehicles.ahead[row];
    const freeM =
      ahead < 0
        ? network.roads.trackLengthM[lane] - vehicles.positionM[row]
        : vehicles.positionM[ahead] - kindLengthM[vehicles.kind[ahead]] - vehicles.positionM[row];
    const stopsMps = Math.sqrt(2 * 2 * Math.max(0, freeM - 2));
    vehicles.speedMps[row] = Math.min(0.8 * closures.trackLimitMps[lane], stopsMps);
  }
}
