/**
 * Cars at their owners' own chargers: one each, as strong as one phase lets, whatever the house has besides. Where the
 * network asks for it those who follow hold back, and others wait for the hour that they are used to; but nobody so long
 * that he would not have by the time he leaves what charging at once would have given him.
 */
import type { Plan } from '../demand/people/plan';
import { CHARGER_EFFICIENCY } from '../emissions/battery';
import { acceptedW } from './acceptance';
import { AT_HOME_PLUG, type Cars, PARKED } from './cars';
import type { Charging } from './charging';
import { FULL_ENOUGH_AT_HOME } from './habits';
import { nextDeparture } from './next-departure';
import { give, wantedOf } from './serve';

export const HOME_CHARGER_W = 7_000; // 220 V, 32 A: mode 3 of GB/T 18487.1-2015
/** The end of a charge is slower, and so much time is kept in hand. */
const IN_HAND_S = 900;
const SLOWER = 0.93;
const READY_J = 0.25 * 3.6e6;
const DAY_S = 86_400;
const HOUR_S = 3_600;
/** Days of people's lives change at five in the morning. */
const DAY_BEGINS_S = 5 * HOUR_S;

/** What is said to cars at home. By building: the share of its supply that each has, and of its power that followers may draw. */
export interface HomeRules {
  readonly supply: Float64Array | null;
  readonly followers: number;
  readonly signal: Float64Array | null;
  /** Hour before which nobody begins who could wait; NaN: at once. */
  readonly fromHour: number;
  /** Of chargers of those cars that are electric beyond the usual. */
  readonly furtherW: number;
}

/** `sinceS` is when he came; the way after `carLeg` is the next that he drives. */
export function plugInAtHome(cars: Cars, car: number, plan: Plan, carLeg: number, sinceS: number, nowS: number): void {
  cars.doing[car] = AT_HOME_PLUG;
  cars.targetJ[car] = FULL_ENOUGH_AT_HOME * cars.capacityJ[car];
  cars.atOnceJ[car] = cars.chargeJ[car];
  cars.sinceS[car] = sinceS;
  const midnightS = nowS - (nowS % DAY_S);
  const leavesS = midnightS + (nextDeparture(plan, carLeg) % DAY_S);
  cars.leavesS[car] = leavesS > nowS ? leavesS : leavesS + DAY_S;
}

/** He takes the plug out, full or not. */
export function leaveHome({ cars, tally }: Charging, car: number): void {
  cars.doing[car] = PARKED;
  tally.leftHome++;
  if (cars.chargeJ[car] >= cars.atOnceJ[car] - READY_J) tally.leftReady++;
}

/** Charges for so long; answers what all homes have drawn. */
export function serveHomes(charging: Charging, nowS: number, seconds: number, rules: HomeRules): number {
  const { cars, homeW, followerNeedJ, followerW } = charging;
  const { supply, followers, signal, fromHour, furtherW } = rules;
  homeW.fill(0);
  followerNeedJ.fill(0);
  followerW.fill(0);
  charging.atOnceW = 0;
  let drawnJ = 0;
  for (let car = 0; car < cars.count; car++) {
    if (cars.doing[car] !== AT_HOME_PLUG) continue;
    if (cars.chargeJ[car] >= cars.targetJ[car]) {
      leaveHome(charging, car);
      continue;
    }
    const home = cars.home[car];
    const chargerW = (cars.isFurther[car] === 1 ? furtherW : HOME_CHARGER_W) * (supply === null ? 1 : supply[home]);
    const mostW = Math.min(chargerW, wantedOf(cars, car, seconds));
    let powerW = mostW;
    if (!mustCharge(cars, car, chargerW, nowS + seconds)) {
      if (cars.followsFrom[car] < followers) {
        followerNeedJ[home] += (cars.targetJ[car] - cars.chargeJ[car]) / CHARGER_EFFICIENCY;
        followerW[home] += mostW;
        if (signal !== null) powerW = Math.min(mostW, signal[home] * chargerW);
      } else if (nowS < beginsS(cars.sinceS[car], fromHour)) powerW = 0;
    }
    give(cars, car, powerW, seconds);
    homeW[home] += powerW;
    drawnJ += powerW * seconds;
    charging.atOnceW += chargeAtOnce(cars, car, chargerW, seconds);
  }
  return drawnJ;
}

/** Whether he would be late if he did not charge until then; who has longer than he needs is not in a hurry. */
function mustCharge({ chargeJ, targetJ, leavesS }: Cars, car: number, chargerW: number, untilS: number): boolean {
  const leftS = leavesS[car] - untilS - IN_HAND_S;
  return (targetJ[car] - chargeJ[car]) / CHARGER_EFFICIENCY >= SLOWER * chargerW * Math.max(0, leftS);
}

function chargeAtOnce({ atOnceJ, capacityJ, targetJ }: Cars, car: number, chargerW: number, seconds: number): number {
  const missingJ = targetJ[car] - atOnceJ[car];
  if (!(missingJ > 0)) return 0;
  const acceptsW = acceptedW(atOnceJ[car], capacityJ[car]);
  const powerW = Math.min(chargerW, acceptsW, missingJ / (CHARGER_EFFICIENCY * seconds));
  atOnceJ[car] += powerW * seconds * CHARGER_EFFICIENCY;
  return powerW;
}

/** When somebody who came at a time begins, by the hour that he is used to; who comes later begins when he comes. */
function beginsS(sinceS: number, fromHour: number): number {
  if (Number.isNaN(fromHour)) return sinceS;
  const day = Math.floor((sinceS - DAY_BEGINS_S) / DAY_S);
  const days = day + (fromHour * HOUR_S < DAY_BEGINS_S ? 1 : 0);
  return Math.max(sinceS, days * DAY_S + fromHour * HOUR_S);
}
