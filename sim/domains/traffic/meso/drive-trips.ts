/** Drives a set of trips from their departures to their ends, and tells how long each, and each edge, took. */
import { advanceMeso, release } from './advance';
import type { MesoPlace } from './place';
import { createRun, type EdgeTimes, keepEdgeTimes, type MesoRun, type Tally } from './run';
import { clearTrip, type MesoTrips } from './trips';

export interface DrivenTrips {
  /** By row of the trips: from when it was due to its end; NaN where it had not ended. */
  readonly seconds: Float64Array;
  readonly edgeTimes: EdgeTimes;
  readonly tally: Tally;
  readonly run: MesoRun;
}

const QUARTER_HOUR_S = 900;

/** `rows` in the order of their times. Edge times count in quarter hours from `fromS`, the last one without end. */
export function driveTrips(
  place: MesoPlace,
  trips: MesoTrips,
  rows: ArrayLike<number>,
  fromS: number,
  untilS: number,
  binS = QUARTER_HOUR_S,
): DrivenTrips {
  const run = createRun(place, fromS, trips);
  const edgeTimes = keepEdgeTimes(run, binS, Math.max(1, Math.ceil((untilS - fromS) / binS)));
  for (let i = 0; i < rows.length; i++) clearTrip(trips, rows[i]);
  for (let i = 0; i < rows.length; i++) {
    advanceMeso(run, Math.max(run.nowS, trips.dueS[rows[i]]));
    release(run, rows[i]);
  }
  advanceMeso(run, untilS);
  const seconds = new Float64Array(trips.count).fill(Number.NaN);
  for (let i = 0; i < rows.length; i++) seconds[rows[i]] = trips.arrivedS[rows[i]] - trips.dueS[rows[i]];
  run.arrivals.length = 0;
  return { seconds, edgeTimes, tally: run.tally, run };
}
