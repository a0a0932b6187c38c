import type { FlowReading } from '../../sim';

/** Readings of a run's flows, the oldest first: enough of them to look back an hour. */
export type FlowRecord = readonly FlowReading[];

export type FlowWindow = 'now' | 'hour' | 'start';

export interface FlowsThrough {
  /** kW now, else kWh. */
  readonly values: Float32Array;
  /** kWh since the start, by which what there is at all is known. */
  readonly ever: Float32Array;
  readonly isPower: boolean;
  readonly fromSeconds: number;
  readonly toSeconds: number;
}

const HOUR_S = 3_600;
/** Kept for so long, so that whoever looks back an hour finds one that is at least so old. */
const KEPT_S = 2 * HOUR_S;

/** With a newer reading; after a jump back what lies ahead is no longer true, and what is told twice is told once. */
export function addReading(record: FlowRecord, reading: FlowReading): FlowRecord {
  const { reachesSeconds } = reading;
  return [
    ...record.filter((each) => each.reachesSeconds < reachesSeconds && each.reachesSeconds >= reachesSeconds - KEPT_S),
    reading,
  ];
}

/** The newest reading that is not after a time. */
export function readingAt(record: FlowRecord, seconds: number): FlowReading | undefined {
  return record.findLast(({ reachesSeconds }) => reachesSeconds <= seconds);
}

/**
 * What flowed in a window that ends with a reading. An hour ago may lie before the start, or before the first reading
 * after a jump in time: then the window is the one that is known, and says so.
 */
export function flowsThrough(record: FlowRecord, newest: FlowReading, window: FlowWindow): FlowsThrough {
  const { reachesSeconds: toSeconds, kwh: ever } = newest;
  if (window === 'now') return { values: newest.kw, ever, isPower: true, fromSeconds: toSeconds, toSeconds };
  const isYoung = toSeconds <= HOUR_S;
  const first = window === 'start' || isYoung ? undefined : (readingAt(record, toSeconds - HOUR_S) ?? record[0]);
  const values = first ? ever.map((value, i) => value - first.kwh[i]) : ever;
  return { values, ever, isPower: false, fromSeconds: first?.reachesSeconds ?? 0, toSeconds };
}
