import { create } from 'zustand';
import type { DayCarrier, DayLoads } from '../../sim';
import { energyAlone, type StudyState } from './energy-alone';

interface DayLoadsState extends StudyState {
  readonly loads: DayLoads | null;
}

/** What every building asks for over the day of the scenario that is open. */
export const useDayLoads = create<DayLoadsState>(() => ({ share: null, loads: null, of: '', problems: [] }));

export const {
  live: liveTheDay,
  forget: forgetDayLoads,
  isOutOfDate: dayIsOutOfDate,
} = energyAlone(
  useDayLoads,
  (engine, scenario, errand) => engine.dayLoads(scenario, errand),
  (loads) => ({ loads }),
);

/** One building's day beside those of its use: watts for each square metre of floor, step by step. */
export interface DayBeside {
  readonly own: readonly number[];
  /** What one in ten, one in two and nine in ten of its peers do not exceed. */
  readonly low: readonly number[];
  readonly middle: readonly number[];
  readonly high: readonly number[];
  readonly peers: number;
  readonly peakKw: number;
  readonly peakSeconds: number;
  readonly dayKwh: number;
  /** Of the day's energy for each square metre, how much more than the middle one of its peers; undefined without any. */
  readonly moreThanMiddle: number | undefined;
}

const HOUR_S = 3_600;
const W_PER_KW = 1_000;

export function dayBeside(loads: DayLoads, id: string, carrier: DayCarrier): DayBeside | undefined {
  const building = loads.ids.indexOf(id);
  if (building < 0 || !(loads.floorM2[building] > 0)) return undefined;
  const { steps, stepSeconds, floorM2, uses } = loads;
  const kw = loads.kw[carrier];
  const count = loads.ids.length;
  const peers = uses.flatMap((use, b) => (b !== building && use === uses[building] && floorM2[b] > 0 ? [b] : []));
  const watts = (b: number, step: number) => (W_PER_KW * kw[step * count + b]) / floorM2[b];
  const curves = { own: [] as number[], low: [] as number[], middle: [] as number[], high: [] as number[] };
  let [peakKw, peakStep, kwh] = [0, 0, 0];
  for (let step = 0; step < steps; step++) {
    const own = kw[step * count + building];
    kwh += (own * stepSeconds) / HOUR_S;
    if (own > peakKw) [peakKw, peakStep] = [own, step];
    curves.own.push(watts(building, step));
    const others = peers.map((b) => watts(b, step)).sort((a, b) => a - b);
    curves.low.push(quantile(others, 0.1));
    curves.middle.push(quantile(others, 0.5));
    curves.high.push(quantile(others, 0.9));
  }
  const dayOf = (b: number) => {
    let sum = 0;
    for (let step = 0; step < steps; step++) sum += watts(b, step);
    return sum;
  };
  const middleDay = quantile(
    peers.map(dayOf).sort((a, b) => a - b),
    0.5,
  );
  return {
    ...curves,
    peers: peers.length,
    peakKw,
    peakSeconds: peakStep * stepSeconds,
    dayKwh: kwh,
    moreThanMiddle: middleDay > 0 ? dayOf(building) / middleDay - 1 : undefined,
  };
}

/** Of values in order, by the nearest one; nothing of none. */
function quantile(sorted: readonly number[], share: number): number {
  return sorted.length === 0 ? 0 : sorted[Math.round(share * (sorted.length - 1))];
}
