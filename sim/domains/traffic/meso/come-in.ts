/** From the origins onto the road. */
import { topMps } from './drive-along';
import { schedule } from './event-heap';
import { chooseLane, chosen } from './lane-choice';
import { LOOKS_AGAIN_S } from './line';
import { leaveOrigin } from './lists';
import { AFTER_S, goOnto } from './onto-lane';
import { roomOf } from './room';
import type { MesoRun } from './run';
import { ON_ROAD } from './trips';

const DRIVEWAY_MPS = 4;
const TAIL_M = 0.1;

/** The first who waits before an edge comes in, if there is room, and at a gate behind the one before him. */
export function comeIn(run: MesoRun, edge: number, nowS: number): void {
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
