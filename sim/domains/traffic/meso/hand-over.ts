/**
 * From queues to the road: everybody of a run takes a row of the driving, with who he is, his way, his lane and his place
 * in the order there. Where exactly, and how fast, follows from when he could be at the line and who stands before him.
 * Nobody is lost: whoever has not come in yet waits at his origin, and so does, counted, whoever finds no row.
 */
import { bearTrip } from '../demand/bear-trip';
import type { Trip } from '../demand/trips';
import { queueTrip } from '../demand/waiting';
import { planLanes } from '../driving/best-lanes';
import { CHAIN } from '../driving/chain';
import { NEVER } from '../driving/junction-foes';
import { roomForWay } from '../routing/way-room';
import type { TrafficState } from '../state';
import { insertByPosition, takeOff } from '../tracks';
import { MOST_WAY_EDGES, takeRow } from '../vehicles';
import { topMps } from './drive-along';
import type { MesoRun } from './run';

/** Who waits at a line stands so far from it; nobody is nearer to a lane's end. */
const FROM_LINE_M = 1;
const AT_END_M = 0.1;
/** Where lengths and gaps of different types do not quite fit into a lane they stand as near as this. */
const LEAST_GAP_M = 0.3;

export interface HandedOver {
  readonly onRoad: number;
  readonly atOrigin: number;
  /** Of those at an origin the ones who were on the road, and found no row or no place. */
  readonly takenBack: number;
}

const placesM: number[] = [];
const rows: number[] = [];

export function handOver(run: MesoRun, state: TrafficState): HandedOver {
  const { laneCount, turnCount, edgeCount } = state.network.roads;
  const told = { onRoad: 0, atOrigin: 0, takenBack: 0 };
  for (let lane = 0; lane < laneCount; lane++) if (run.first[lane] >= 0) handLane(run, state, lane, told);
  for (let turn = 0; turn < turnCount; turn++) if (run.inPocket[turn] >= 0) handPocket(run, state, turn, told);
  for (let edge = 0; edge < edgeCount; edge++) {
    for (let trip = run.firstAtOrigin[edge]; trip >= 0; trip = run.trips.behind[trip]) {
      backToOrigin(run, state, trip, edge, run.trips.originPlace[trip]);
      told.atOrigin++;
    }
  }
  return told;
}

function handLane(run: MesoRun, state: TrafficState, lane: number, told: Writable<HandedOver>): void {
  const { trips } = run;
  const { vehicles, tracks, drivers, network } = state;
  const laneM = network.roads.trackLengthM[lane];
  const count = placesOn(run, lane, laneM);
  let aheadM = Number.POSITIVE_INFINITY;
  for (let i = 0; i < count; i++) {
    const trip = rows[i];
    // On a piece shorter than those who pass over it some find no place.
    const row = placesM[i] < 0 ? -1 : bear(run, state, trip, trips.at[trip]);
    if (row < 0) {
      backToOrigin(run, state, trip, network.roads.laneEdge[lane], Math.max(0, placesM[i] / laneM));
      told.atOrigin++;
      told.takenBack++;
      continue;
    }
    const type = trips.type[trip];
    const freeM = Math.min(aheadM, laneM) - placesM[i] - drivers.minGapM[type];
    vehicles.positionM[row] = placesM[i];
    vehicles.speedMps[row] = Math.min(meanMps(run, trip, lane), stopsWithin(freeM, drivers.decelMps2[type]));
    insertByPosition(tracks, vehicles, lane, row);
    planLanes(state, row);
    aheadM = placesM[i] - drivers.lengthM[type];
    told.onRoad++;
  }
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };

function stopsWithin(freeM: number, decelMps2: number): number {
  return freeM > 0 ? Math.sqrt(decelMps2 * freeM) : 0;
}

function meanMps({ trips, nowS, place }: MesoRun, trip: number, lane: number): number {
  if (nowS >= trips.freeS[trip]) return 0;
  const wayM = place.network.roads.trackLengthM[lane] - trips.sinceM[trip];
  const mps = wayM / Math.max(trips.freeS[trip] - trips.sinceS[trip], 1);
  return Math.min(mps, topMps(place, trips.type[trip], trips.speedFactor[trip], lane));
}

/** Fronts of a lane's queue, foremost first: where each would be by his time, never nearer than a gap to the one before. */
function placesOn(run: MesoRun, lane: number, laneM: number): number {
  const { trips, nowS, place } = run;
  const { drivers } = place;
  rows.length = 0;
  placesM.length = 0;
  let mostM = laneM - AT_END_M;
  for (let trip = run.first[lane]; trip >= 0; trip = trips.behind[trip]) {
    const ends = trips.at[trip] === trips.linkCount[trip] && trips.destinationPlace[trip] >= 0;
    const endM = ends ? trips.destinationPlace[trip] * laneM : laneM - FROM_LINE_M;
    const type = trips.type[trip];
    const shareS = trips.freeS[trip] - trips.sinceS[trip];
    const share = shareS > 0 ? Math.min(1, (nowS - trips.sinceS[trip]) / shareS) : 1;
    const freeM = trips.sinceM[trip] + share * (endM - trips.sinceM[trip]);
    const behindM = rows.length === 0 ? mostM : mostM - drivers.minGapM[type];
    const atM = Math.min(freeM, behindM);
    rows.push(trip);
    placesM.push(atM);
    mostM = atM - drivers.lengthM[type];
  }
  // Who would not be on the lane yet is at its beginning, and those before him make room.
  let leastM = Math.min(AT_END_M, laneM / 2);
  for (let i = rows.length - 1; i >= 0; i--) {
    const type = trips.type[rows[i]];
    if (i === rows.length - 1) leastM = Math.min(drivers.lengthM[type], laneM - AT_END_M);
    if (placesM[i] < leastM) placesM[i] = leastM;
    if (i > 0) leastM = placesM[i] + drivers.minGapM[type] + drivers.lengthM[trips.type[rows[i - 1]]];
  }
  if (placesM[0] > laneM - AT_END_M) {
    mostM = laneM - AT_END_M;
    for (let i = 0; i < rows.length; i++) {
      placesM[i] = Math.min(placesM[i], mostM);
      mostM = placesM[i] - drivers.lengthM[trips.type[rows[i]]] - LEAST_GAP_M;
    }
  }
  return rows.length;
}

/** Whoever waits within the junction does so there. */
function handPocket(run: MesoRun, state: TrafficState, turn: number, told: Writable<HandedOver>): void {
  const { trips } = run;
  const { vehicles, tracks, network, links, totals } = state;
  const { laneCount, turnFromLane, laneEdge, trackLengthM } = network.roads;
  const trip = run.inPocket[turn];
  const lane = turnFromLane[turn];
  const row = bear(run, state, trip, trips.at[trip]);
  if (row < 0) {
    backToOrigin(run, state, trip, laneEdge[lane], 0.5);
    told.atOrigin++;
    told.takenBack++;
    return;
  }
  // As one who has just come over the line.
  vehicles.positionM[row] = trackLengthM[lane];
  insertByPosition(tracks, vehicles, lane, row);
  planLanes(state, row);
  takeOff(tracks, vehicles, row);
  vehicles.chain.copyWithin(row * CHAIN, row * CHAIN + 1, (row + 1) * CHAIN);
  vehicles.chain[row * CHAIN + CHAIN - 1] = -1;
  vehicles.nextTurn[row] = -1;
  vehicles.trackBefore[row] = lane;
  vehicles.enteredS[row] = totals.elapsedSeconds;
  vehicles.conflictS[row] = NEVER;
  vehicles.positionM[row] = links.holdM[turn] - AT_END_M;
  insertByPosition(tracks, vehicles, laneCount + turn, row);
  told.onRoad++;
}

/** A row for a trip, with the way from a place on; −1 where no row is left. */
function bear(run: MesoRun, state: TrafficState, trip: number, at: number): number {
  const { trips } = run;
  const { vehicles, settings, network } = state;
  const row = takeRow(vehicles);
  if (row < 0) return -1;
  const edges = network.linkEdge;
  const from = trips.linkFrom[trip];
  const count = trips.linkCount[trip];
  const last = count === 0 ? trips.firstEdge[trip] : edges[trips.links[from + count - 1]];
  vehicles.kind[row] = trips.kind[trip];
  vehicles.type[row] = trips.type[trip];
  bearTrip(state, row, trips.hour[trip], trips.key[trip], trips.whim[trip], last, trips.destinationPlace[trip]);
  vehicles.speedFactor[row] = trips.speedFactor[trip];
  vehicles.dueS[row] = trips.dueS[trip] - settings.startSeconds;
  vehicles.departedS[row] = trips.enteredS[trip] - settings.startSeconds;
  const length = Math.min(count - at + 1, MOST_WAY_EDGES);
  const base = roomForWay(vehicles, row, length);
  for (let i = 0; i < length; i++) {
    vehicles.route[base + i] = at + i === 0 ? trips.firstEdge[trip] : edges[trips.links[from + at + i - 1]];
  }
  vehicles.routeAt[row] = 0;
  vehicles.routeLength[row] = length;
  return row;
}

function backToOrigin(run: MesoRun, state: TrafficState, row: number, edge: number, place: number): void {
  const { trips } = run;
  const from = trips.linkFrom[row];
  const count = trips.linkCount[row];
  const trip: Trip = {
    originEdge: edge,
    originPlace: place,
    destinationEdge: count === 0 ? edge : state.network.linkEdge[trips.links[from + count - 1]],
    destinationPlace: trips.destinationPlace[row],
    kind: trips.kind[row],
  };
  const dueS = trips.dueS[row] - state.settings.startSeconds;
  queueTrip(state.waiting, trips.hour[row], trips.key[row], trip, dueS);
}
