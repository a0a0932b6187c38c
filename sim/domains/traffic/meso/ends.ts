/** The ends of trips: at the line of the last edge, or at a place before it. */
import { schedule } from './event-heap';
import { awaitLine } from './line';
import { leaveLane } from './lists';
import { endsWithin, noteEdge, tellOfRoom } from './onto-lane';
import { roomOf, sendBack } from './room';
import { itemOfRow, type MesoRun } from './run';
import { ARRIVED } from './trips';

/** At his destination within an edge, if the queue before him does not reach back over it. */
export function endWithin(run: MesoRun, row: number, nowS: number): void {
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

export function arrive(run: MesoRun, row: number, nowS: number): void {
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
