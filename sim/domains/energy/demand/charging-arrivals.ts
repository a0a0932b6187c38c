/** Who comes to charge, when, and how much he takes. */
import { exp, type Luck, streamOf } from '../../../kernel';
import { HOURS_A_DAY, isRestDay } from '../weather/calendar';
import { normalShareBelow } from '../weather/variates';

/** Plugs of one kind at one site, and those who use them. */
export interface Rank {
  readonly plugKw: Float64Array;
  readonly kwhEach: number;
  readonly comeAWorkingDay: number;
  /** Of these, how many come on a day of rest. */
  readonly onRest: number;
  readonly hourly: Float64Array;
}

export interface Arrival {
  readonly slot: number;
  readonly kwh: number;
}

export const SLOTS_A_DAY = 288;

/**
 * Share of its rating that a public plug gives in the mean of a day: 1,624 kWh a month (China's charging alliance EVCIPA,
 * August 2024: 3.26 million public points, of which 45 % quick), a point being of 35 kW in the mean (quick ones 70 kW).
 */
const MEAN_USE = 1_624 / 730 / 35;
export const QUICK_KWH = 28;
export const SLOW_KWH = 20;
/** One charge is between half as large as the mean one and half as large again. */
const KWH_SPREAD = 0.5;
/** On days of rest fewer come to where people work, and as many elsewhere. */
export const COME_TO_WORK_ON_REST = 0.35;

type Hour = readonly [share: number, meanH: number, deviationH: number];
/** When cars come, as sums of normal distributions on the clock. */
export const HOME_HOURS: readonly Hour[] = [[1, 17.6, 3.4]]; // last way home, NHTS; Qian, Zhou, Allan & Yuan, IEEE Trans. Power Systems 26, 2011
export const WORK_HOURS: readonly Hour[] = [[1, 8.8, 1.2]]; // with the way to work
/** Most by day, as at German stations (Hecht et al., Energies 16, 2619, 2023), and some when the tariff falls at night; the shares are ours. */
export const QUICK_HOURS: readonly Hour[] = [
  [0.8, 14, 4],
  [0.2, 0.5, 1.3],
];

/** More do not come to one rank in an hour. */
const MOST_AN_HOUR = 256;

const COUNT = streamOf('energy.charging.count');
const WHEN = streamOf('energy.charging.when');
const HOW_MUCH = streamOf('energy.charging.how-much');

export function rankOf(
  ratedKw: readonly number[],
  accepted: number,
  kwhEach: number,
  hours: readonly Hour[],
  onRest: number,
): Rank {
  const plugKw = Float64Array.from(ratedKw, (kw) => kw * accepted)
    .sort()
    .reverse();
  const allKw = ratedKw.reduce((sum, kw) => sum + kw, 0);
  return {
    plugKw,
    kwhEach,
    comeAWorkingDay: (MEAN_USE * HOURS_A_DAY * allKw) / kwhEach,
    onRest,
    hourly: hoursOf(hours),
  };
}

/** In the order of their coming, from a slot of the day on. */
export function arrivalsOf(
  luck: Luck,
  rank: Rank,
  key: number,
  day: number,
  fromSlot: number,
  times: number,
): Arrival[] {
  const arrivals: Arrival[] = [];
  const expected = times * rank.comeAWorkingDay * (isRestDay(day) ? rank.onRest : 1);
  if (expected === 0) return arrivals;
  for (let hour = (fromSlot * HOURS_A_DAY) / SLOTS_A_DAY; hour < HOURS_A_DAY; hour++) {
    const tick = day * HOURS_A_DAY + hour;
    const count = poisson(expected * rank.hourly[hour], (n) => luck.uniform(COUNT, tick, key * MOST_AN_HOUR + n));
    for (let n = 0; n < count; n++) {
      const word = key * MOST_AN_HOUR + n;
      const slot = Math.floor(((hour + luck.uniform(WHEN, tick, word)) * SLOTS_A_DAY) / HOURS_A_DAY);
      const spread = KWH_SPREAD * (2 * luck.uniform(HOW_MUCH, tick, word) - 1);
      arrivals.push({ slot, kwh: rank.kwhEach * (1 + spread) });
    }
  }
  return arrivals.sort((a, b) => a.slot - b.slot);
}

/** Knuth's product of uniform draws. */
function poisson(mean: number, uniform: (n: number) => number): number {
  const stop = exp(-mean);
  let product = uniform(0);
  let count = 0;
  while (product > stop && count < MOST_AN_HOUR - 1) product *= uniform(++count);
  return count;
}

/** Share of a day's arrivals in each hour, the clock being a ring. */
function hoursOf(sum: readonly Hour[]): Float64Array {
  const hourly = new Float64Array(HOURS_A_DAY);
  for (const [share, meanH, deviationH] of sum) {
    for (let hour = -HOURS_A_DAY; hour < 2 * HOURS_A_DAY; hour++) {
      const within = normalShareBelow((hour + 1 - meanH) / deviationH) - normalShareBelow((hour - meanH) / deviationH);
      hourly[(hour + HOURS_A_DAY) % HOURS_A_DAY] += share * within;
    }
  }
  return hourly;
}
