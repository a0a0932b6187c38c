/** What a car does beyond a gate, where the city does not see it: it is driven there and back, and charged if it is low. */
import type { Plan } from '../demand/people/plan';
import { CHARGER_EFFICIENCY } from '../emissions/battery';
import { ELECTRIC_CAR } from '../emissions/energy-classes';
import type { TrafficState } from '../state';
import { type Charging, noteCharge } from './charging';
import { FULL_ENOUGH_AT_HOME, FULL_ENOUGH_AT_SITE, RESERVE, thresholdOf } from './habits';
import { HOME_CHARGER_W } from './home';
import { beyondM, reckonedBeyondJ, steadyJ } from './way-energy';

/** Sites there are taken to be like those here: the weaker of the quick plugs, and one is free. */
const SITE_BEYOND_W = 60_000;

export function leaveCity({ cars }: Charging, car: number, nowS: number): void {
  cars.sinceS[car] = nowS;
}

/** Of a leg that comes in by a gate. A car that was first seen out there is as it is. */
export function comeBack(
  { luck, energy }: TrafficState,
  charging: Charging,
  car: number,
  plan: Plan,
  leg: number,
  nowS: number,
): void {
  const { cars } = charging;
  const leftS = cars.sinceS[car];
  cars.sinceS[car] = Number.NaN;
  if (Number.isNaN(leftS)) return;
  const oneWayJ = steadyJ(ELECTRIC_CAR, beyondM(leg), energy.conditions.climateW);
  const mostS = Math.max(0, nowS - leftS);
  const reserveJ = RESERVE * cars.capacityJ[car];
  const atSite = FULL_ENOUGH_AT_SITE;
  if (cars.chargeJ[car] < reckonedBeyondJ(leg) + reserveJ) putIn(charging, car, atSite, SITE_BEYOND_W * mostS);
  takeOut(charging, car, oneWayJ);
  const livesThere = plan.homeGate >= 0;
  const hasCharger = cars.hasCharger[car] === 1;
  const isLow = cars.chargeJ[car] < 2 * reckonedBeyondJ(leg) + reserveJ;
  const isBelow = cars.chargeJ[car] < thresholdOf(luck, cars.word[car], hasCharger) * cars.capacityJ[car];
  if (livesThere && hasCharger) {
    if (isLow || isBelow) putIn(charging, car, FULL_ENOUGH_AT_HOME, HOME_CHARGER_W * mostS);
  } else if (isLow || (isBelow && !hasCharger)) putIn(charging, car, atSite, SITE_BEYOND_W * mostS);
  takeOut(charging, car, oneWayJ);
}

/** Charges up to a share, with no more energy than a plug gives in that time. */
function putIn({ cars, tally }: Charging, car: number, share: number, mostPlugJ: number): void {
  const missingJ = share * cars.capacityJ[car] - cars.chargeJ[car];
  const chargedJ = Math.max(0, Math.min(missingJ, mostPlugJ * CHARGER_EFFICIENCY));
  cars.chargeJ[car] += chargedJ;
  tally.beyondInJ += chargedJ;
}

/** As far as there is anything; whoever would lack some is counted as stranded on the way. */
function takeOut(charging: Charging, car: number, neededJ: number): void {
  const { cars, tally } = charging;
  const usedJ = Math.min(cars.chargeJ[car], neededJ);
  cars.chargeJ[car] -= usedJ;
  tally.beyondOutJ += usedJ;
  if (usedJ < neededJ) tally.stranded++;
  noteCharge(charging, car);
}
