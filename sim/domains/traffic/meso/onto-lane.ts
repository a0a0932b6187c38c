/** Onto a lane: how far along it is free, whom one stands behind, and what others are told. Off it: the room, and the times. */
import { along, driveAlong, leaveTrail } from './drive-along';
import { schedule } from './event-heap';
import { awaitLine } from './line';
import { joinEnd, joinLane } from './lists';
import { dischargeBy } from './movements';
import { itemOfRow, type MesoRun } from './run';

const TAIL_M = 0.1;
/** Of several who wait for the same room each looks a little after the one before. */
export const AFTER_S = 0.001;

export function endsWithin({ trips }: MesoRun, row: number): boolean {
  return trips.at[row] === trips.linkCount[row] && trips.destinationPlace[row] >= 0;
}

export function goOnto(
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

/** Those who wait for room look again when it has come back, one after the other. */
export function tellOfRoom(run: MesoRun, lane: number, atS: number): void {
  let k = 0;
  for (let waiting = run.firstWaiting[lane]; waiting >= 0; waiting = run.nextWaiting[waiting]) {
    const dueS = atS + k++ * AFTER_S;
    if (dueS < run.heap.atS[waiting]) schedule(run.heap, waiting, Math.max(dueS, run.nowS));
  }
}

/** Whole edges only: who came in on the way, or ended on it, tells nothing of the edge's time. */
export function noteEdge({ trips, edgeTimes: times, recent }: MesoRun, row: number, edge: number, nowS: number): void {
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
