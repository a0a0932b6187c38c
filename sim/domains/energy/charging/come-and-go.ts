/** Who comes home to charge, when, with how much to take, and when he leaves again. */
import { streamOf } from '../../../kernel';
import type { Totals } from '../totals';
import { SECONDS_A_DAY } from '../weather/calendar';
import type { HomeCars } from './home-cars';

/** 12,500 km a year at 0.15 kWh/km, nine tenths of what is drawn reaching the cells. */
export const KWH_A_DAY = (12_500 * 0.15) / 0.9 / 365;
/** Plugged in about twice a week, with between half and half as much again of what comes together in between. */
export const CHARGES_A_DAY = 0.28;
const KWH_SPREAD = 0.5;
export const CHARGER_KW = 7;
/** Last way home, NHTS; Qian, Zhou, Allan & Yuan, IEEE Transactions on Power Systems 26, 2011. */
const COMES_H = 17.6;
const COMES_DEVIATION_H = 3.4;
/** Half an hour before he is at work, as those who charge there (charging-arrivals.ts). */
const LEAVES_H = 8.3;
const LEAVES_DEVIATION_H = 1.2;
const LEAST_STAY_H = 1;
/** Days of people's lives change at five in the morning, when fewest are about. */
export const DAY_BEGINS_H = 5;
const HOUR_S = 3_600;
/** Less than this is nothing, in kWh: two minutes of a slow charger. */
const READY_KWH = 0.25;

const COMES = streamOf('energy.home-cars.comes');
const HOUR = streamOf('energy.home-cars.hour');
const LEAVES = streamOf('energy.home-cars.leaves');
const HOW_MUCH = streamOf('energy.home-cars.how-much');

export interface Fleet {
  /** Share of cars that is electric, and what those beyond the usual charge with. */
  readonly electricShare: number;
  readonly furtherKw: number;
}

export const dayOf = (clockS: number): number => Math.floor((clockS - DAY_BEGINS_H * HOUR_S) / SECONDS_A_DAY);

/** Unplugs who has left by the beginning of a step, and plugs in who comes within it. */
export function comeAndGo(cars: HomeCars, fleet: Fleet, clockS: number, stepS: number, totals: Totals): void {
  for (let car = 0; car < cars.count; car++) if (cars.leavesS[car] <= clockS) leave(cars, car, totals);
  const endS = clockS + stepS;
  for (let day = dayOf(clockS); day <= dayOf(endS - 1); day++) {
    readDay(cars, day);
    for (let car = 0; car < cars.count; car++) {
      const comesS = cars.comesS[car];
      if (comesS < clockS || comesS >= endS || !Number.isNaN(cars.sinceS[car])) continue;
      if (cars.electricFrom[car] < fleet.electricShare) come(cars, fleet, car, day);
    }
  }
}

function readDay(cars: HomeCars, day: number): void {
  if (cars.day === day) return;
  cars.day = day;
  const { luck, word, comesS } = cars;
  for (let car = 0; car < cars.count; car++) {
    comesS[car] = Number.POSITIVE_INFINITY;
    if (luck.uniform(COMES, day, word[car]) >= CHARGES_A_DAY) continue;
    const hour = COMES_H + COMES_DEVIATION_H * luck.normal(HOUR, day, word[car]);
    const within = Math.min(DAY_BEGINS_H + 23.9, Math.max(DAY_BEGINS_H, hour));
    comesS[car] = day * SECONDS_A_DAY + within * HOUR_S;
  }
}

function come(cars: HomeCars, { furtherKw }: Fleet, car: number, day: number): void {
  const { luck, word, comesS } = cars;
  const leavesH = LEAVES_H + LEAVES_DEVIATION_H * luck.normal(LEAVES, day, word[car]);
  const spread = 1 + KWH_SPREAD * (2 * luck.uniform(HOW_MUCH, day, word[car]) - 1);
  cars.sinceS[car] = comesS[car];
  cars.leavesS[car] = Math.max(comesS[car] + LEAST_STAY_H * HOUR_S, (day + 1) * SECONDS_A_DAY + leavesH * HOUR_S);
  cars.chargerKw[car] = cars.electricFrom[car] < cars.usualShare ? CHARGER_KW : furtherKw;
  cars.needKwh[car] = (KWH_A_DAY / CHARGES_A_DAY) * spread;
  cars.atOnceKwh[car] = cars.needKwh[car];
}

/** He is ready who has what charging at once would have given him by now. */
function leave(cars: HomeCars, car: number, totals: Totals): void {
  totals.carsLeft++;
  if (cars.needKwh[car] <= cars.atOnceKwh[car] + READY_KWH) totals.carsReady++;
  cars.sinceS[car] = Number.NaN;
  cars.leavesS[car] = Number.NaN;
}
