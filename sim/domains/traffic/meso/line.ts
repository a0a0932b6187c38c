/** The line: when the first of a lane asks to cross it, what holds him there, and what crossing it does. */
import { RANKS } from './discharge';
import { arrive } from './ends';
import { schedule } from './event-heap';
import { clearS, mayGoAtS } from './give-way';
import { chooseLane, chosen, preferQuickest } from './lane-choice';
import { opensAtS } from './lights';
import { leaveLane, stopWaiting, waitForRoom } from './lists';
import { dischargeBy } from './movements';
import { AFTER_S, endsWithin, goOnto, noteEdge, tellOfRoom } from './onto-lane';
import { enterPocket, pocketFreeAtS } from './pocket';
import { turnRing } from './ring';
import { roomOf, sendBack } from './room';
import { GIVES_WAY, HELD, type MesoRun } from './run';

/** In the long run of a queue, and whoever does not queue: the last place of all. */
export const STEADY = RANKS - 1;
const GREEN_YIELDS = 3;
const STOP_THEN_YIELD = 6;
/** Who waits for room looks again after so long even if nobody told him of any. */
export const LOOKS_AGAIN_S = 10;
/** Who comes so long before his green still rolls; after that he has stopped. */
const STOPS_WITHIN_S = 4;

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

function hold(run: MesoRun, lane: number, untilS: number, why = HELD): void {
  run.held[lane] = why;
  schedule(run.heap, lane, untilS);
}

export function crossLine(run: MesoRun, lane: number, nowS: number): void {
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
        ? Math.max(pocketFreeAtS(run, turn), nowS) + discharge.startS
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
export function noteTaken(run: MesoRun, row: number, turn: number, nowS: number, mps: number, fromM: number): void {
  const { place, trips } = run;
  const lengthM = place.drivers.lengthM[trips.type[row]];
  const turnM = place.network.roads.trackLengthM[place.network.roads.laneCount + turn];
  const wholeMps = (turnM - fromM + lengthM) / clearS(run, row, turn, mps, fromM);
  run.tookS[turn] = nowS - fromM / wholeMps;
  run.tookMps[turn] = wholeMps;
  run.tookM[turn] = lengthM;
}

export function leaveLine(run: MesoRun, row: number, lane: number, nowS: number, mps: number, rank: number): void {
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
