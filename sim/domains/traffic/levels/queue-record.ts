/**
 * How long queues were, as they were seen: of each lane the longest back of queue in every cycle, counted by length, so
 * that a percentile can be told at any time. A cycle ends when the green does; without a signal it is a minute.
 */
const LONGEST_VEH = 63;
const LENGTHS = LONGEST_VEH + 1;

/** All arrays are part of the saved state. */
export interface QueueRecord {
  /** Cycles of lane l that were at most n vehicles long: cycles[l · 64 + n]; the last holds all longer ones too. */
  readonly cycles: Uint16Array;
  readonly longestVeh: Uint16Array;
}

export function createQueueRecord(laneCount: number): QueueRecord {
  return { cycles: new Uint16Array(laneCount * LENGTHS), longestVeh: new Uint16Array(laneCount) };
}

/** Vehicles from the stop line to the last one that stands or still follows the queue. */
export function noteQueue(record: QueueRecord, lane: number, vehicles: number): void {
  if (vehicles > record.longestVeh[lane]) record.longestVeh[lane] = vehicles;
}

/** The queue that stands now begins the next cycle. */
export function closeCycle(record: QueueRecord, lane: number, standingVeh: number): void {
  const at = lane * LENGTHS + Math.min(LONGEST_VEH, record.longestVeh[lane]);
  if (record.cycles[at] < 65_535) record.cycles[at]++;
  record.longestVeh[lane] = standingVeh;
}

/** Length that this share of the cycles does not exceed; 0 before the first cycle has ended. */
export function queuePercentileVeh(record: QueueRecord, lane: number, share: number): number {
  const from = lane * LENGTHS;
  let all = 0;
  for (let n = 0; n < LENGTHS; n++) all += record.cycles[from + n];
  if (all === 0) return 0;
  let seen = 0;
  for (let n = 0; n < LENGTHS; n++) {
    seen += record.cycles[from + n];
    if (seen >= share * all) return n;
  }
  return LONGEST_VEH;
}

/** Begins a new window without forgetting the cycle under way. */
export function clearQueueRecord(record: QueueRecord): void {
  record.cycles.fill(0);
}
