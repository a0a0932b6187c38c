/**
 * The queue model: a vehicle drives along its lane as `drive-along` says, then stands in the lane's queue, and crosses the
 * line when its turn comes, its light is green, those with the right of way leave a gap, and the lane beyond has room.
 * Only these moments are computed; between them nothing is. Ideas: Gawron (1998) and MATSim's queues with storage and
 * room that runs backwards, SUMO's meso; headways, start-up, gaps and waves come out of the drivers of `driving`, never
 * from figures of its own. Left out: changes of lane within an edge, halts on the way, priority at signals.
 */

import { RANKS } from './discharge';
import { along, driveAlong, leaveTrail, topMps } from './drive-along';
import { growEventHeap, schedule } from './event-heap';
import { clearS, mayGoAtS } from './give-way';
import { chooseLane, chosen, preferQuickest } from './lane-choice';
import { opensAtS } from './lights';
import { joinEnd, joinLane, joinOrigin, leaveLane, leaveOrigin, stopWaiting, waitForRoom } from './lists';
import { dischargeBy } from './movements';
import { turnRing } from './ring';
import { roomOf, sendBack } from './room';
import { GIVES_WAY, HELD, itemOfRow, type MesoRun } from './run';
import { ARRIVED, AT_ORIGIN, ON_ROAD } from './trips';

/** In the long run of a queue, and whoever does not queue: the last place of all. */
export const STEADY = RANKS - 1;
const GREEN_YIELDS = 3;
const STOP_THEN_YIELD = 6;
/** Who waits for room looks again after so long even if nobody told him of any. */
const LOOKS_AGAIN_S = 10;
const POCKET_LOOKS_S = 2;
/** Of several who wait for the same room each looks a little after the one before. */
const AFTER_S = 0.001;
/** Who comes so long before his green still rolls; after that he has stopped. */
const STOPS_WITHIN_S = 4;
const DRIVEWAY_MPS = 4;
const TAIL_M = 0.1;

/** Lets a trip wait before its first edge from its time on; call it in the order of times, after `advanceMeso` to then. */
export function release(run: MesoRun, row: number): void {
  const { trips, heap, place } = run;
  const { laneCount } = place.network.roads;
  const items = itemOfRow(run, trips.type.length);
  if (heap.atS.length < items) growEventHeap(heap, items);
  const edge = trips.firstEdge[row];
  trips.state[row] = AT_ORIGIN;
  run.tally.released++;
  joinOrigin(run, edge, row);
  if (run.firstAtOrigin[edge] === row) schedule(heap, laneCount + edge, Math.max(run.nowS, trips.dueS[row]));
}

/** Deals with everything that is due before a time. */
export function advanceMeso(run: MesoRun, untilS: number): void {
  const { heap, place } = run;
  const { laneCount, edgeCount, turnCount } = place.network.roads;
  while (heap.size > 0) {
    const item = heap.items[0];
    const atS = heap.atS[item];
    if (atS > untilS) break;
    run.nowS = atS;
    run.tally.events++;
    if (item < laneCount) crossLine(run, item, atS);
    else if (item < laneCount + edgeCount) comeIn(run, item - laneCount, atS);
    else if (item < laneCount + edgeCount + turnCount) leavePocket(run, item - laneCount - edgeCount, atS);
    else endWithin(run, item - laneCount - edgeCount - turnCount, atS);
  }
  run.nowS = untilS;
}

/** When the first of a lane asks to cross its line. */
export function awaitLine(run: MesoRun, lane: number, nowS: number): void {
  const { trips, heap, place } = run;
  const row = run.first[lane];
  run.held[lane] = 0;
  run.queued[lane] = 0;
  run.overLine[lane] = 0;
  if (row < 0 || endsWithin(run, row)) {
    schedule(heap, lane, Number.POSITIVE_INFINITY);
    return;
  }
  const turn = trips.turn[row];
  let readyS = trips.freeS[row];
  if (turn >= 0) {
    const { headwayS, lineMps } = dischargeBy(run.movements, place, turn, trips.type[row]);
    const place1 = Math.min(run.rank[lane] + 1, STEADY);
    // A longer one ahead takes longer to clear the line.
    const longerM = run.crossedM[lane] - place.drivers.lengthM[trips.type[row]];
    const before = run.crossedTurn[lane];
    let headS = headwayS[place1];
    // Behind one who turns off slowly one is as slow as he was.
    if (before >= 0 && before !== turn) {
      headS = Math.max(headS, dischargeBy(run.movements, place, before, trips.type[row]).headwayS[place1]);
    }
    const behindS = run.crossedS[lane] + headS + longerM / Math.max(lineMps[place1], 1);
    if (readyS < behindS) {
      readyS = behindS;
      run.queued[lane] = 1;
    }
  }
  schedule(heap, lane, Math.max(readyS, nowS));
}

function endsWithin({ trips }: MesoRun, row: number): boolean {
  return trips.at[row] === trips.linkCount[row] && trips.destinationPlace[row] >= 0;
}

function hold(run: MesoRun, lane: number, untilS: number, why = HELD): void {
  run.held[lane] = why;
  schedule(run.heap, lane, untilS);
}

function crossLine(run: MesoRun, lane: number, nowS: number): void {
  const { trips, place, lights } = run;
  const row = run.first[lane];
  const turn = trips.turn[row];
  if (turn < 0) {
    arrive(run, row, nowS);
    return;
  }
  const type = trips.type[row];
  const discharge = dischargeBy(run.movements, place, turn, type);
  const rank = run.held[lane] !== 0 ? 0 : run.queued[lane] === 1 ? Math.min(run.rank[lane] + 1, STEADY) : STEADY;
  const rolls = run.held[lane] === 0 && run.queued[lane] === 0;
  let mps = rolls ? trips.freeMps[row] : discharge.lineMps[rank];
  if (run.held[lane] !== 0) mps += (1 - run.startShare[lane]) * (trips.freeMps[row] - mps);
  const links = place.links;
  const opensS = opensAtS(lights, turn, nowS, mps / (2 * place.drivers.decelMps2[type]));
  const isOver = run.overLine[lane] === 1;
  if (opensS > nowS && !isOver) {
    const share = Math.min(1, Math.max(0, opensS - trips.freeS[row]) / STOPS_WITHIN_S);
    run.startShare[lane] = run.queued[lane] === 1 ? 1 : share;
    hold(run, lane, opensS + discharge.startS * run.startShare[lane]);
    return;
  }
  const { shown } = lights;
  const yields = isOver || shown === 0 || shown === GREEN_YIELDS || shown === STOP_THEN_YIELD;
  if (yields && links.hasFoes[turn] === 1) {
    const goesS =
      run.inPocket[turn] >= 0
        ? Math.max(heapAtPocket(run, turn), nowS) + discharge.startS
        : mayGoAtS(run, row, lane, turn, nowS, rolls ? mps : 0);
    if (goesS > nowS) {
      run.startShare[lane] = 1;
      if (run.inPocket[turn] >= 0 && links.holdM[turn] >= roomOf(run, row)) run.overLine[lane] = 1;
      if (links.holdM[turn] >= 0 && run.inPocket[turn] < 0) enterPocket(run, row, lane, turn, nowS, mps, rank);
      else hold(run, lane, goesS, GIVES_WAY);
      return;
    }
  }
  if (!chooseLane(run, row, trips.at[row] + 1, roomOf(run, row), nowS)) {
    run.startShare[lane] = 1;
    if (chosen.lane < 0) {
      // Shut since he set out: he stands there until it is open again.
      hold(run, lane, nowS + LOOKS_AGAIN_S);
      return;
    }
    if (chosen.roomAtS < Number.POSITIVE_INFINITY) {
      hold(run, lane, Math.max(chosen.roomAtS, nowS + AFTER_S));
      return;
    }
    hold(run, lane, nowS + LOOKS_AGAIN_S);
    waitForRoom(run, lane, chosen.lane);
    turnRing(run, lane, nowS);
    return;
  }
  const { laneCount, trackLengthM } = place.network.roads;
  const track = laneCount + turn;
  // The time that looking out for others takes counts as if he had come over the line so much later.
  const seen = preferQuickest(run, row, track, nowS + discharge.looksS, -trackLengthM[track], mps);
  pass(run, row, lane, chosen.lane, chosen.turn, nowS, mps, rank, seen);
  awaitLine(run, lane, nowS);
}

/** Crosses the line and goes onto a lane where room was found, or made by a ring that turned. */
export function pass(
  run: MesoRun,
  row: number,
  lane: number,
  onto: number,
  nextTurn: number,
  nowS: number,
  mps: number,
  rank: number,
  seen: boolean,
): void {
  const turn = run.trips.turn[row];
  const { laneCount, trackLengthM } = run.place.network.roads;
  leaveLine(run, row, lane, nowS, mps, rank);
  noteTaken(run, row, turn, nowS, mps, 0);
  run.trips.at[row]++;
  run.takenM[onto] += roomOf(run, row);
  const { looksS } = dischargeBy(run.movements, run.place, turn, run.trips.type[row]);
  goOnto(run, row, onto, nextTurn, nowS + looksS, -trackLengthM[laneCount + turn], mps, laneCount + turn, seen);
}

/** For those whose ways meet this turn: measured from the line, as if he came from there. */
function noteTaken(run: MesoRun, row: number, turn: number, nowS: number, mps: number, fromM: number): void {
  const { place, trips } = run;
  const lengthM = place.drivers.lengthM[trips.type[row]];
  const turnM = place.network.roads.trackLengthM[place.network.roads.laneCount + turn];
  const wholeMps = (turnM - fromM + lengthM) / clearS(run, row, turn, mps, fromM);
  run.tookS[turn] = nowS - fromM / wholeMps;
  run.tookMps[turn] = wholeMps;
  run.tookM[turn] = lengthM;
}

function leaveLine(run: MesoRun, row: number, lane: number, nowS: number, mps: number, rank: number): void {
  const { trips, place } = run;
  leaveLane(run, row);
  stopWaiting(run, lane);
  run.crossedTurn[lane] = trips.turn[row];
  run.rank[lane] = rank;
  run.crossedS[lane] = nowS;
  run.crossedMps[lane] = mps;
  run.crossedM[lane] = place.drivers.lengthM[trips.type[row]];
  const backS = nowS + run.movements.backS[lane];
  sendBack(run, lane, roomOf(run, row), backS);
  tellOfRoom(run, lane, backS);
  noteEdge(run, row, place.network.roads.laneEdge[lane], nowS);
  trips.edgeS[row] = nowS;
  run.tally.crossings++;
}

function pocketItem({ place }: MesoRun, turn: number): number {
  return place.network.roads.laneCount + place.network.roads.edgeCount + turn;
}

function heapAtPocket(run: MesoRun, turn: number): number {
  return run.heap.atS[pocketItem(run, turn)];
}

/** Drives up to where one waits within the junction, out of the way of those behind who go elsewhere. */
function enterPocket(
  run: MesoRun,
  row: number,
  lane: number,
  turn: number,
  nowS: number,
  mps: number,
  rank: number,
): void {
  const { place, trips } = run;
  leaveLine(run, row, lane, nowS, mps, rank);
  run.inPocket[turn] = row;
  const a = place.drivers.accelMps2[trips.type[row]];
  const holdM = place.links.holdM[turn];
  // There as soon as he can, up from his speed at the line.
  const thereS = nowS + (Math.sqrt(mps * mps + 2 * a * holdM) - mps) / a;
  trips.sinceS[row] = thereS;
  schedule(run.heap, pocketItem(run, turn), thereS);
  awaitLine(run, lane, nowS);
}

function leavePocket(run: MesoRun, turn: number, nowS: number): void {
  const { place, trips, heap } = run;
  const { roads } = place.network;
  const row = run.inPocket[turn];
  const holdM = place.links.holdM[turn];
  const goesS = mayGoAtS(run, row, roads.turnFromLane[turn], turn, nowS, 0, holdM);
  if (goesS > nowS) {
    schedule(heap, pocketItem(run, turn), goesS);
    return;
  }
  if (!chooseLane(run, row, trips.at[row] + 1, roomOf(run, row), nowS)) {
    const againS = chosen.roomAtS < Number.POSITIVE_INFINITY ? chosen.roomAtS : nowS + POCKET_LOOKS_S;
    schedule(heap, pocketItem(run, turn), Math.max(againS, nowS + AFTER_S));
    return;
  }
  const track = roads.laneCount + turn;
  const seen = preferQuickest(run, row, track, nowS, holdM - roads.trackLengthM[track], 0);
  schedule(heap, pocketItem(run, turn), Number.POSITIVE_INFINITY);
  run.inPocket[turn] = -1;
  noteTaken(run, row, turn, nowS, 0, holdM);
  trips.at[row]++;
  run.takenM[chosen.lane] += roomOf(run, row);
  goOnto(run, row, chosen.lane, chosen.turn, nowS, holdM - roads.trackLengthM[track], 0, track, seen);
}

/** Those who wait for room look again when it has come back, one after the other. */
function tellOfRoom(run: MesoRun, lane: number, atS: number): void {
  let k = 0;
  for (let waiting = run.firstWaiting[lane]; waiting >= 0; waiting = run.nextWaiting[waiting]) {
    const dueS = atS + k++ * AFTER_S;
    if (dueS < run.heap.atS[waiting]) schedule(run.heap, waiting, Math.max(dueS, run.nowS));
  }
}

function goOnto(
  run: MesoRun,
  row: number,
  lane: number,
  turn: number,
  nowS: number,
  fromM: number,
  mps: number,
  overTrack: number,
  seen: boolean,
): void {
  const { trips, place } = run;
  const { roads } = place.network;
  const laneM = roads.trackLengthM[lane];
  const ends = endsWithin(run, row);
  const toM = ends ? Math.max(trips.destinationPlace[row] * laneM, Math.max(fromM, 0) + TAIL_M) : laneM;
  trips.sinceS[row] = nowS;
  trips.sinceM[row] = fromM;
  trips.sinceMps[row] = mps;
  trips.turn[row] = turn;
  const inMiddle = fromM > place.drivers.lengthM[trips.type[row]] + 1;
  if (!seen || ends) driveAlong(run, row, lane, overTrack, nowS, fromM, mps, toM);
  if (!inMiddle) leaveTrail(run, row, lane);
  let freeMps = along.mps;
  let freeS = along.atS;
  if (turn >= 0) {
    // Slowing down for the bend, or so that he can stop for others.
    const { slowsS, slowsToMps } = dischargeBy(run.movements, place, turn, trips.type[row]);
    if (slowsToMps < freeMps) {
      freeS += slowsS;
      freeMps = slowsToMps;
    }
  }
  trips.freeMps[row] = freeMps;
  const leader = run.last[lane];
  trips.freeS[row] = inMiddle || leader < 0 || ends ? freeS : Math.max(freeS, passing(run, leader));
  if (inMiddle) joinLane(run, lane, row);
  else joinEnd(run, lane, row);
  if (ends) schedule(run.heap, itemOfRow(run, row), trips.freeS[row]);
  if (run.first[lane] === row) awaitLine(run, lane, nowS);
}

/** Of one who ends within the edge nobody behind waits for the line. */
function passing(run: MesoRun, row: number): number {
  return endsWithin(run, row) ? Number.NEGATIVE_INFINITY : run.trips.freeS[row];
}

/** The first who waits before an edge comes in, if there is room, and at a gate behind the one before him. */
function comeIn(run: MesoRun, edge: number, nowS: number): void {
  const { trips, place, heap } = run;
  const { roads } = place.network;
  const row = run.firstAtOrigin[edge];
  const item = roads.laneCount + edge;
  const type = trips.type[row];
  const roomM = roomOf(run, row);
  if (!chooseLane(run, row, 0, roomM, nowS)) {
    const againS = chosen.roomAtS < Number.POSITIVE_INFINITY ? chosen.roomAtS : nowS + LOOKS_AGAIN_S;
    schedule(heap, item, Math.max(againS, nowS + AFTER_S));
    return;
  }
  const { lane, turn } = chosen;
  const laneM = roads.trackLengthM[lane];
  const fromGate = trips.originPlace[row] < 0;
  const top = topMps(place, type, trips.speedFactor[row], lane);
  const mps = fromGate ? Math.min(trips.enterMps[row], top) : DRIVEWAY_MPS;
  if (fromGate) {
    // As far behind the one before as one is put on the road there.
    const lengthM = place.drivers.lengthM[run.trailType[lane]] + place.drivers.minGapM[type];
    const movingS = place.drivers.headwayS[type] + lengthM / Math.max(mps, 1);
    // From a standstill it is enough that the one before has got going.
    const standingS = Math.sqrt((2 * lengthM) / place.drivers.accelMps2[type]);
    const gapS = Math.min(movingS, standingS);
    const freeS = run.trailFromS[lane] + gapS;
    if (freeS > nowS) {
      schedule(heap, item, freeS);
      return;
    }
  }
  leaveOrigin(run, edge);
  trips.state[row] = ON_ROAD;
  trips.enteredS[row] = nowS;
  trips.edgeS[row] = nowS;
  run.tally.inserted++;
  run.takenM[lane] += roomM;
  const fromM = fromGate ? Math.min(place.drivers.lengthM[type] + TAIL_M, laneM / 2) : trips.originPlace[row] * laneM;
  goOnto(run, row, lane, turn, nowS, fromM, mps, -1, false);
  const next = run.firstAtOrigin[edge];
  schedule(heap, item, next < 0 ? Number.POSITIVE_INFINITY : Math.max(nowS, trips.dueS[next]));
}

/** At his destination within an edge, if the queue before him does not reach back over it. */
function endWithin(run: MesoRun, row: number, nowS: number): void {
  const { trips, place, heap } = run;
  const { roads } = place.network;
  const lane = trips.lane[row];
  let standsM = 0;
  for (let other = trips.ahead[row]; other >= 0; other = trips.ahead[other]) {
    if (trips.freeS[other] <= nowS && !endsWithin(run, other)) standsM += roomOf(run, other);
  }
  const laneM = roads.trackLengthM[lane];
  if (standsM > 0 && laneM - standsM < trips.destinationPlace[row] * laneM) {
    schedule(heap, itemOfRow(run, row), nowS + 2);
    return;
  }
  arrive(run, row, nowS);
}

function arrive(run: MesoRun, row: number, nowS: number): void {
  const { trips, place, heap } = run;
  const { roads } = place.network;
  const lane = trips.lane[row];
  const wasFirst = run.first[lane] === row;
  leaveLane(run, row);
  const within = endsWithin(run, row);
  const wayBackM = within ? trips.destinationPlace[row] : 1;
  const backS = nowS + wayBackM * run.movements.backS[lane];
  sendBack(run, lane, roomOf(run, row), backS);
  tellOfRoom(run, lane, run.holeAtS[run.lastHole[lane]]);
  schedule(heap, itemOfRow(run, row), Number.POSITIVE_INFINITY);
  if (!within) noteEdge(run, row, roads.laneEdge[lane], nowS);
  trips.state[row] = ARRIVED;
  trips.arrivedS[row] = nowS;
  run.tally.arrived++;
  run.arrivals.push(row);
  if (wasFirst) awaitLine(run, lane, nowS);
}

/** Whole edges only: who came in on the way, or ended on it, tells nothing of the edge's time. */
function noteEdge({ trips, edgeTimes: times, recent }: MesoRun, row: number, edge: number, nowS: number): void {
  if (trips.at[row] === 0 && trips.originPlace[row] >= 0) return;
  const tookS = nowS - trips.edgeS[row];
  if (recent !== null) {
    recent.seconds[edge] += tookS;
    recent.count[edge]++;
  }
  if (times === null) return;
  const bin = Math.min(times.bins - 1, Math.max(0, Math.floor((trips.edgeS[row] - times.fromS) / times.binS)));
  times.seconds[bin * times.edges + edge] += tookS;
  times.count[bin * times.edges + edge]++;
  if (trips.at[row] === trips.linkCount[row]) return;
  const link = trips.links[trips.linkFrom[row] + trips.at[row]];
  times.linkSeconds[bin * times.links + link] += tookS;
  times.linkCount[bin * times.links + link]++;
}
