import type { DrainageKnobs } from './knobs';
import type { DrainRun } from './state';
import { fallenMm, type Storm } from './storm';

const MM = 1e-3;
const HOUR_S = 3_600;
const MINUTE_S = 60;

/** What a knob says, or what is usual. */
const or = (value: number, usual: number): number => (Number.isNaN(value) ? usual : value);

export const isRainSet = (knobs: DrainageKnobs): boolean =>
  knobs['city.rain'].values[0] > 0 || knobs['city.storm-minutes'].values[0] > 0;

export const steadyMmPerH = (knobs: DrainageKnobs): number => or(knobs['city.rain'].values[0], 0);

/** Metres that fall in a step: steady rain, and the storm that began when its knobs were turned. */
export function rainM(run: DrainRun, knobs: DrainageKnobs, fromS: number, stepS: number): number {
  const steady = steadyMmPerH(knobs) * MM * (stepS / HOUR_S);
  const minutes = or(knobs['city.storm-minutes'].values[0], 0);
  if (minutes <= 0) {
    run.stormFromS = -1;
    return steady;
  }
  if (run.stormFromS < 0) run.stormFromS = fromS;
  const storm: Storm = {
    years: or(knobs['city.storm-years'].values[0], 1),
    totalMm: knobs['city.storm-total'].values[0],
    minutes,
    peakShare: or(knobs['city.storm-peak'].values[0], 0.4),
  };
  const after = (fromS - run.stormFromS) / MINUTE_S;
  return steady + MM * (fallenMm(storm, after + stepS / MINUTE_S) - fallenMm(storm, after));
}

/** The happening behind the rain; 0 where nobody has turned a knob. */
export function causeOfRain(knobs: DrainageKnobs): number {
  return Math.max(knobs['city.rain'].causes[0], knobs['city.storm-minutes'].causes[0]);
}
