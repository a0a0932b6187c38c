/** A person's electric car comes to the end of its way: at a plug, in a queue for one, at home, or out by a gate. */
import { carLegOfKey, keyOf } from '../demand/people/identity';
import { planOf } from '../demand/people/people';
import { arrive } from '../demand/people/progress';
import { HOME } from '../demand/people/survey';
import { isElectricCarOf } from '../emissions/give-drive';
import type { TrafficState } from '../state';
import { leaveCity } from './beyond';
import { BEYOND, PARKED } from './cars';
import { type Charging, noteCharge } from './charging';
import { patienceSeconds, thresholdOf } from './habits';
import { plugInAtHome } from './home';
import { carOfRow } from './own-cars';
import { comeToSite } from './serve';
import { NOBODY } from './stands';

/** Stands for an answer: he waits for a plug, and has not arrived yet. */
export const STILL_WAITS = -1;

/**
 * To be told of every vehicle that ends its journey: answers for how long its driver walks from the car to where he wants
 * to be, and back to it.
 */
export function endWay(state: TrafficState, charging: Charging, row: number, edge: number, nowS: number): number {
  const { vehicles, luck } = state;
  const car = carOfRow(vehicles, charging, row);
  if (car < 0) return 0;
  const { cars, sites, stands, tally } = charging;
  tally.drivenJ += cars.chargeJ[car] - vehicles.batteryJ[row];
  cars.chargeJ[car] = vehicles.batteryJ[row];
  if (cars.chargeJ[car] <= 0) tally.stranded++;
  noteCharge(charging, car);
  const site = cars.site[car];
  if (site !== NOBODY && sites.edge[site] === edge) {
    const word = cars.word[car];
    cars.hour[car] = vehicles.tripHour[row];
    cars.leg[car] = carLegOfKey(vehicles.tripKey[row]);
    cars.patientUntilS[car] = nowS + patienceSeconds(luck, word, tally.visits++);
    if (!comeToSite(stands, cars, car, site, nowS)) return STILL_WAITS;
    tally.served++;
    return 2 * cars.walkS[car];
  }
  if (site !== NOBODY) tally.missedSite++;
  cars.site[car] = NOBODY;
  park(state, charging, car, carLegOfKey(vehicles.tripKey[row]), edge, nowS);
  return 0;
}

function park(
  { people, luck, energy }: TrafficState,
  charging: Charging,
  car: number,
  carLeg: number,
  edge: number,
  nowS: number,
): void {
  const { cars } = charging;
  cars.doing[car] = PARKED;
  planOf(people!, cars.word[car]);
  const { plan } = people!;
  const leg = plan.carLeg[carLeg];
  if (plan.gate[leg] >= 0) {
    cars.doing[car] = BEYOND;
    leaveCity(charging, car, nowS);
    return;
  }
  const isHome = cars.home[car] >= 0 && plan.activity[leg] === HOME && edge === plan.homeEdge;
  if (!isHome || cars.hasCharger[car] === 0 || !isElectricCarOf(energy.fleet, luck, cars.word[car])) return;
  if (cars.chargeJ[car] >= thresholdOf(luck, cars.word[car], true) * cars.capacityJ[car]) return;
  plugInAtHome(cars, car, plan, carLeg, nowS, nowS);
}

/** Whether a vehicle goes to a site, where it needs none of the street's spaces. */
export function isBoundForSite({ vehicles }: TrafficState, charging: Charging, row: number): boolean {
  const car = carOfRow(vehicles, charging, row);
  return car >= 0 && charging.cars.site[car] !== NOBODY;
}

/** Somebody's waiting has ended, with a plug or without: he is where he wanted to be. */
export function endWait(
  { people, progress }: TrafficState,
  { cars, sites, tally }: Charging,
  car: number,
  gotPlug: boolean,
  waitedS: number,
  nowS: number,
): void {
  if (gotPlug) tally.served++;
  else tally.gaveUp++;
  tally.waitedSeconds += waitedS;
  const site = cars.site[car];
  const key = keyOf(cars.word[car], cars.leg[car]);
  arrive(people!, progress!, cars.hour[car], key, sites.edge[site], sites.place[site], nowS + 2 * cars.walkS[car]);
}
