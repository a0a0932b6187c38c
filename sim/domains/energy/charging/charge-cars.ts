/**
 * What plugged-in cars draw through a step. Nobody who follows a signal is late for it: as soon as what is left of his
 * time is just enough he charges, whatever the signal says, as in least-laxity-first charging (Nakahira, Chen, Chen &
 * Low, ACM e-Energy 2017). Left out: the slower end of a charge, and chargers that know but two or three steps.
 */
import type { Totals } from '../totals';
import { SECONDS_A_DAY } from '../weather/calendar';
import { DAY_BEGINS_H, dayOf } from './come-and-go';
import type { HomeCars } from './home-cars';

const HOUR_S = 3_600;
/** From the grid into the cells and back again, nine tenths each way. */
export const THERE_AND_BACK = 0.81;
/** What cells may lack while they help out: 60 kWh, full to a third, by what a charger takes for it. */
const MOST_MISSING_KWH = (60 * 0.66) / 0.9;
/** Who gives back keeps so long in hand. */
const IN_HAND_H = 1.5;

/** Of those who follow a signal, by building: what they want, could draw, and could give back now. */
export interface Followers {
  readonly needKwh: Float64Array;
  readonly powerKw: Float64Array;
  readonly backKwh: Float64Array;
  readonly backKw: Float64Array;
}

export interface Steer {
  /** Share of cars that follow, by building the share of their power that they may draw, and that they give back. */
  readonly followers: number;
  readonly signal: Float64Array;
  readonly back: Float64Array;
  /** Before this hour nobody else begins who could wait; NaN: at once. */
  readonly fromHour: number;
}

export function emptyFollowers(buildings: number): Followers {
  const array = () => new Float64Array(buildings);
  return { needKwh: array(), powerKw: array(), backKwh: array(), backKw: array() };
}

/** At the beginning of a step. */
export function countFollowers(cars: HomeCars, share: number, clockS: number, into: Followers): void {
  for (const each of Object.values(into)) each.fill(0);
  for (let car = 0; car < cars.count; car++) {
    if (Number.isNaN(cars.sinceS[car]) || cars.followsFrom[car] >= share) continue;
    const b = cars.building[car];
    const backKwh = mostBackKwh(cars, car, clockS);
    into.backKwh[b] += backKwh;
    if (backKwh > 0) into.backKw[b] += cars.chargerKw[car];
    if (cars.needKwh[car] <= 0) continue;
    into.needKwh[b] += cars.needKwh[car];
    into.powerKw[b] += cars.chargerKw[car];
  }
}

/** So much he can give that his cells are not too empty, and time enough is left to make it up. */
function mostBackKwh({ needKwh, chargerKw, leavesS }: HomeCars, car: number, fromS: number): number {
  const inTimeKwh = chargerKw[car] * ((leavesS[car] - fromS) / HOUR_S - IN_HAND_H);
  return Math.max(0, THERE_AND_BACK * (Math.min(MOST_MISSING_KWH, inTimeKwh) - needKwh[car]));
}

/**
 * Mean kilowatts by building over a step; `powered` is the share that each has of what it wants: what does not come is
 * asked for and not put in. Answers what all would draw if everybody charged at once.
 */
export function chargeCars(
  cars: HomeCars,
  { followers, signal, back, fromHour }: Steer,
  clockS: number,
  stepS: number,
  powered: Float64Array,
  into: Float64Array,
  totals: Totals,
): number {
  const { building, sinceS, leavesS, chargerKw, needKwh, atOnceKwh } = cars;
  const endS = clockS + stepS;
  const stepH = stepS / HOUR_S;
  let atOnceSum = 0;
  into.fill(0);
  for (let car = 0; car < cars.count; car++) {
    if (Number.isNaN(sinceS[car])) continue;
    const b = building[car];
    const kw = chargerKw[car];
    const untilS = Math.min(leavesS[car], endS);
    const here = Math.max(0, untilS - Math.max(sinceS[car], clockS)) / HOUR_S;
    const later = Math.max(0, leavesS[car] - endS) / HOUR_S;
    const need = needKwh[car];
    const must = Math.min(kw * here, Math.max(0, need - kw * later));
    const follows = cars.followsFrom[car] < followers;
    let kwh: number;
    if (follows) {
      kwh = Math.max(must, Math.min(need, signal[b] * kw * here));
      if (back[b] > 0 && must === 0) kwh = -Math.min(back[b] * kw * here, mostBackKwh(cars, car, endS));
    } else {
      const fromS = Math.max(clockS, beginsS(sinceS[car], fromHour));
      kwh = Math.max(must, Math.min(need, (kw * Math.max(0, untilS - fromS)) / HOUR_S));
    }
    const atOnce = Math.min(atOnceKwh[car], kw * here);
    into[b] += kwh / stepH;
    atOnceSum += atOnce / stepH;
    const got = kwh * powered[b];
    if (got >= 0) {
      needKwh[car] = need - got;
      totals.carsChargedKwh += got;
    } else {
      needKwh[car] = need - got / THERE_AND_BACK;
      totals.carsBackKwh -= got;
    }
    atOnceKwh[car] -= atOnce * powered[b];
  }
  return atOnceSum;
}

/** When somebody who came at a time begins, by the hour that he is used to; who comes later begins when he comes. */
function beginsS(sinceS: number, fromHour: number): number {
  if (Number.isNaN(fromHour)) return sinceS;
  const days = dayOf(sinceS) + (fromHour < DAY_BEGINS_H ? 1 : 0);
  return Math.max(sinceS, days * SECONDS_A_DAY + fromHour * HOUR_S);
}
