/** Room on a lane: what vehicles take, and what comes back to its beginning only after the queue has moved up. */
import type { MesoRun } from './run';

/** A standing vehicle with the gap before it. */
export function roomOf({ place, trips }: MesoRun, row: number): number {
  const type = trips.type[row];
  return place.drivers.lengthM[type] + place.drivers.minGapM[type];
}

/** On a piece between junctions that is shorter those who pass through the junction before it count as on it. */
const LEAST_ROOM_M = 20;

export function laneRoomM(run: MesoRun, lane: number): number {
  return Math.max(LEAST_ROOM_M, run.place.network.roads.trackLengthM[lane]);
}

/** Whether a vehicle finds room now. A lane shorter than a vehicle takes one. */
export function hasRoom(run: MesoRun, lane: number, needM: number, nowS: number): boolean {
  takeBack(run, lane, nowS);
  return run.takenM[lane] + needM <= laneRoomM(run, lane) || (run.count[lane] === 0 && run.firstHole[lane] < 0);
}

/** When the room that is on its way back will do; infinite where it will not. */
export function roomAtS(run: MesoRun, lane: number, needM: number): number {
  let takenM = run.takenM[lane];
  const mostM = laneRoomM(run, lane);
  for (let hole = run.firstHole[lane]; hole >= 0; hole = run.holeNext[hole]) {
    takenM -= run.holeM[hole];
    if (takenM + needM <= mostM || (run.count[lane] === 0 && run.holeNext[hole] < 0)) return run.holeAtS[hole];
  }
  return Number.POSITIVE_INFINITY;
}

export function takeBack(run: MesoRun, lane: number, nowS: number): void {
  for (let hole = run.firstHole[lane]; hole >= 0 && run.holeAtS[hole] <= nowS; hole = run.firstHole[lane]) {
    run.takenM[lane] -= run.holeM[hole];
    run.firstHole[lane] = run.holeNext[hole];
    if (run.firstHole[lane] < 0) run.lastHole[lane] = -1;
    run.holeNext[hole] = run.freeHole;
    run.freeHole = hole;
  }
  // Sums of different vehicles leave a rest in the last digits.
  if (run.count[lane] === 0 && run.firstHole[lane] < 0) run.takenM[lane] = 0;
}

/** Room that is left at the line now, and at the beginning of the lane after so long. */
export function sendBack(run: MesoRun, lane: number, roomM: number, atS: number): void {
  if (run.freeHole < 0) makeRoom(run);
  const hole = run.freeHole;
  run.freeHole = run.holeNext[hole];
  run.holeNext[hole] = -1;
  run.holeM[hole] = roomM;
  const last = run.lastHole[lane];
  // Who leaves the lane before its end leaves room that may come back sooner: never before what left earlier.
  run.holeAtS[hole] = last < 0 ? atS : Math.max(atS, run.holeAtS[last]);
  if (last < 0) run.firstHole[lane] = hole;
  else run.holeNext[last] = hole;
  run.lastHole[lane] = hole;
}

const FIRST_HOLES = 1_024;

function makeRoom(run: MesoRun): void {
  const before = run.holeAtS.length;
  const room = Math.max(FIRST_HOLES, 2 * before);
  const next = new Int32Array(room);
  const atS = new Float64Array(room);
  const metres = new Float64Array(room);
  next.set(run.holeNext);
  atS.set(run.holeAtS);
  metres.set(run.holeM);
  for (let hole = before; hole < room; hole++) next[hole] = hole + 1 < room ? hole + 1 : -1;
  run.holeNext = next;
  run.holeAtS = atS;
  run.holeM = metres;
  run.freeHole = before;
}
