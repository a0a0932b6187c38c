/**
 * The back of the queue before every stop line, seen once a second: from the line to the last vehicle that is slow,
 * as long as one follows the other. Those in front that already move again belong to it, as in the manual.
 */
import { closeCycle, noteQueue, type QueueRecord } from './queue-record';

export interface QueuedTracks {
  /** By track: who is furthest along, −1 nobody. */
  readonly first: Int32Array;
}

export interface QueuedVehicles {
  readonly behind: Int32Array;
  readonly positionM: Float64Array;
  readonly speedMps: Float64Array;
}

export interface QueueRoads {
  readonly laneCount: number;
  readonly trackLengthM: Float64Array;
  readonly laneTurnStart: Uint32Array;
  readonly laneTurns: Uint32Array;
  readonly turnSignalIndex: Int32Array;
}

/** By lane; part of the saved state. */
export interface QueueWatch {
  readonly record: QueueRecord;
  readonly wasGreen: Uint8Array;
  /** Until the cycle of a lane without a signal ends. */
  readonly leftSeconds: Float64Array;
}

const SLOW_MPS = 1.4; // 5 km/h
/** Front to front: who is further behind does not belong to the queue any more. */
const FOLLOWS_WITHIN_M = 30;
const CYCLE_WITHOUT_SIGNAL_S = 60;

export function createQueueWatch(laneCount: number, record: QueueRecord): QueueWatch {
  return {
    record,
    wasGreen: new Uint8Array(laneCount),
    leftSeconds: new Float64Array(laneCount).fill(CYCLE_WITHOUT_SIGNAL_S),
  };
}

/** `shown` from greenFrom to greenTo is green; a lane's cycle ends when the last of its turns loses its green. */
export function watchQueues(
  watch: QueueWatch,
  roads: QueueRoads,
  tracks: QueuedTracks,
  vehicles: QueuedVehicles,
  shown: Uint8Array,
  greenFrom: number,
  greenTo: number,
  passedSeconds: number,
): void {
  const { laneCount, laneTurnStart, laneTurns, turnSignalIndex, trackLengthM } = roads;
  const { first } = tracks;
  const { record, leftSeconds, wasGreen } = watch;
  for (let lane = 0; lane < laneCount; lane++) {
    const start = laneTurnStart[lane];
    const end = laneTurnStart[lane + 1];
    if (start === end) continue;
    let back = 0;
    if (first[lane] >= 0) {
      back = backOfQueueVeh(first[lane], trackLengthM[lane], vehicles);
      noteQueue(record, lane, back);
    }
    let signalised = 0;
    let green = 0;
    for (let k = start; k < end; k++) {
      const turn = laneTurns[k];
      if (turnSignalIndex[turn] >= 0) signalised = 1;
      if (shown[turn] >= greenFrom && shown[turn] <= greenTo) green = 1;
    }
    leftSeconds[lane] -= passedSeconds;
    const timeIsUp = signalised === 0 && leftSeconds[lane] <= 0;
    if ((wasGreen[lane] === 1 && green === 0) || timeIsUp) {
      closeCycle(record, lane, back);
      leftSeconds[lane] = CYCLE_WITHOUT_SIGNAL_S;
    }
    wasGreen[lane] = green;
  }
}

/** Vehicles in the queue whose first could be `row`, −1 for nobody. */
export function backOfQueueVeh(row: number, lineM: number, { behind, positionM, speedMps }: QueuedVehicles): number {
  let aheadM = lineM;
  let count = 0;
  let back = 0;
  for (let at = row; at >= 0; at = behind[at]) {
    if (aheadM - positionM[at] > FOLLOWS_WITHIN_M) break;
    count++;
    if (speedMps[at] < SLOW_MPS) back = count;
    aheadM = positionM[at];
  }
  return back;
}
