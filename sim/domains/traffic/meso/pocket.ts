/** Where one waits within a junction, over the line and before those who have the right of way. One a turn. */
import { schedule } from './event-heap';
import { mayGoAtS } from './give-way';
import { chooseLane, chosen, preferQuickest } from './lane-choice';
import { awaitLine, leaveLine, noteTaken } from './line';
import { AFTER_S, goOnto } from './onto-lane';
import { roomOf } from './room';
import type { MesoRun } from './run';

const POCKET_LOOKS_S = 2;

function pocketItem({ place }: MesoRun, turn: number): number {
  return place.network.roads.laneCount + place.network.roads.edgeCount + turn;
}

export function pocketFreeAtS(run: MesoRun, turn: number): number {
  return run.heap.atS[pocketItem(run, turn)];
}

/** Drives up to where one waits within the junction, out of the way of those behind who go elsewhere. */
export function enterPocket(
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

export function leavePocket(run: MesoRun, turn: number, nowS: number): void {
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
