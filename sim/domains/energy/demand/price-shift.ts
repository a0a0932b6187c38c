/**
 * Customers who pay by the hour put off what can wait: between any two hours of a day the use of devices moves with the
 * ratio of their prices to the power of an elasticity of substitution, and the day's sum stays (constant elasticity of
 * substitution; Faruqui & Sergici, Journal of Regulatory Economics 38, 2010, found 0.07 to 0.21 in fifteen trials with
 * households). Homes pay the same at every hour until then, everybody else the tariff as it stands. Light, cooling and
 * heating do not shift here, though rooms can be cooled ahead: so the answer is rather too small.
 */
import { pow } from '../../../kernel';
import { HOURS_A_DAY, SECONDS_A_DAY } from '../weather/calendar';
import { SHIFT_HOURS, SHIFTS } from './compile';
import { patterns, strands } from './patterns';
import { scheduledAt } from './schedules';
import type { DemandState } from './state';

const STRANDS = strands.length;
const DEVICES = strands.indexOf('devices');
const HOUR_S = 3_600;

/** What a kWh costs at a time of the clock as it stands, and at another ratio of peak to valley. */
export type PriceOf = (clockSeconds: number, peakToValley?: number) => number;

export interface PriceShift {
  /** What the sums below are of; another tariff or another step wants others. */
  madeFor: string;
  /** By pattern, shift, and working day or day of rest: what brings the day's sum back to what it was. */
  readonly scale: Float64Array;
  /** By timetable, now: what is added to devices of 1. */
  readonly now: Float64Array;
  isAny: boolean;
}

export function noShift(): PriceShift {
  const timetables = patterns.length * SHIFTS;
  return { madeFor: '', scale: new Float64Array(2 * timetables), now: new Float64Array(timetables), isAny: false };
}

/** Works out by how much devices of each timetable run more or less now. */
export function readShift(
  { plan, work }: DemandState,
  priceOf: PriceOf,
  peakToValley: number,
  elasticity: number,
  isRest: boolean,
  secondOfDay: number,
  stepSeconds: number,
): void {
  const { shift } = work;
  const wasAny = shift.isAny;
  shift.isAny = !Number.isNaN(peakToValley) && elasticity > 0;
  if (!shift.isAny) {
    if (wasAny) shift.now.fill(0);
    return;
  }
  const phase = secondOfDay % stepSeconds;
  const madeFor = `${peakToValley} ${elasticity} ${stepSeconds} ${phase}`;
  if (madeFor !== shift.madeFor) {
    shift.madeFor = madeFor;
    layScales(
      plan.schedules,
      shift.scale,
      (home, clockS) => weight(priceOf, home, clockS, peakToValley, elasticity),
      phase,
      stepSeconds,
    );
  }
  for (let p = 0; p < patterns.length; p++) {
    const here = weight(priceOf, patterns[p] === 'home', secondOfDay, peakToValley, elasticity);
    for (let s = 0; s < SHIFTS; s++) {
      const at = p * SHIFTS + s;
      shift.now[at] = (shift.scale[2 * at + (isRest ? 1 : 0)] * here - 1) * work.now[at * STRANDS + DEVICES];
    }
  }
}

function weight(priceOf: PriceOf, isHome: boolean, clockS: number, peakToValley: number, elasticity: number): number {
  return pow(priceOf(clockS, peakToValley) / (isHome ? 1 : priceOf(clockS)), -elasticity);
}

/** Over the very moments at which the steps of a day look, so that not a watt-hour is lost. */
function layScales(
  schedules: readonly Float64Array[],
  scale: Float64Array,
  weightAt: (isHome: boolean, clockS: number) => number,
  phase: number,
  stepSeconds: number,
): void {
  const moments = Math.max(1, Math.round(SECONDS_A_DAY / stepSeconds));
  const weights = [true, false].map((isHome) =>
    Float64Array.from({ length: moments }, (_, k) => weightAt(isHome, phase + k * stepSeconds)),
  );
  for (let p = 0; p < patterns.length; p++) {
    const of = weights[patterns[p] === 'home' ? 0 : 1];
    for (let s = 0; s < SHIFTS; s++) {
      const late = (s - (SHIFTS - 1) / 2) * SHIFT_HOURS;
      for (const rest of [0, 1]) {
        let [before, after] = [0, 0];
        for (let k = 0; k < moments; k++) {
          const hour = ((phase + k * stepSeconds) / HOUR_S) % HOURS_A_DAY;
          const use = scheduledAt(schedules[p * STRANDS + DEVICES], rest === 1, hour - late);
          before += use;
          after += use * of[k];
        }
        scale[2 * (p * SHIFTS + s) + rest] = after > 0 ? before / after : 1;
      }
    }
  }
}
