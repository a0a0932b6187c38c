/** Whose car is electric, and how full it is when the city first sees it. */
import {
  CALLER,
  classOfWord,
  isPeopleHour,
  LORRY,
  numberOfWord,
  OUTSIDER,
  RESIDENT,
  wordOf,
  wordOfKey,
} from '../demand/people/identity';
import { type People, planOf, takesPart } from '../demand/people/people';
import type { Plan } from '../demand/people/plan';
import { isUnderWay, nextWayOf, type Progress } from '../demand/people/progress';
import { CHARGER_EFFICIENCY } from '../emissions/battery';
import { classBatteryJ, ELECTRIC_CAR } from '../emissions/energy-classes';
import { isElectricCarOf } from '../emissions/give-drive';
import type { TrafficState } from '../state';
import type { Vehicles } from '../vehicles';
import { AT_HOME_PLUG, AT_PLUG, addCar, BEYOND, type Cars, OUT, PARKED, WAITS } from './cars';
import type { Charging } from './charging';
import { FULL_ENOUGH_AT_HOME, firstCharge, followsFrom, hasOwnCharger, RESERVE, thresholdOf } from './habits';
import { HOME_CHARGER_W, plugInAtHome } from './home';
import { unplug } from './serve';
import { reckonedBeyondJ, reckonedCityJ } from './way-energy';

const DAY_SECONDS = 86_400;
const HAVE_CARS = [RESIDENT, OUTSIDER, CALLER];

/** The row of somebody's electric car, −1 where his car is another one. Lorries are not electric. */
export function carOf({ luck, people, energy }: TrafficState, charging: Charging, word: number): number {
  if (classOfWord(word) === LORRY || !isElectricCarOf(energy.fleet, luck, word)) return -1;
  const known = charging.cars.rowOf.get(word);
  if (known !== undefined) return known;
  const { cars, tally } = charging;
  const hasCharger = hasOwnCharger(luck, word);
  const capacityJ = classBatteryJ[ELECTRIC_CAR];
  const car = addCar(cars, word, capacityJ, capacityJ * firstCharge(luck, word, hasCharger));
  cars.hasCharger[car] = hasCharger ? 1 : 0;
  const usual = { ...energy.fleet, electricCarShare: energy.usualElectricShare };
  cars.isFurther[car] = isElectricCarOf(usual, luck, word) ? 0 : 1;
  cars.followsFrom[car] = followsFrom(luck, word);
  const { residents } = people!;
  if (classOfWord(word) === RESIDENT) cars.home[car] = residents.homeBuilding[numberOfWord(word) % residents.count];
  tally.firstJ += cars.chargeJ[car];
  return car;
}

/**
 * At the start of a run, everybody who has an electric car in the city or beyond its gates: as full as at the beginning of
 * his day, less what his ways since then have taken. Who has a charger and was low when he came home last plugged in
 * then, and may still be charging. Left out: those who stand at a site just then.
 */
export function startCharging(state: TrafficState, charging: Charging): void {
  const { people, progress, vehicles, luck, energy, settings } = state;
  charging.isOpen = true;
  if (people === null || progress === null) return;
  for (const cls of HAVE_CARS) {
    for (let number = 0; number < people.count[cls]; number++) {
      const word = wordOf(cls, number);
      if (isElectricCarOf(energy.fleet, luck, word))
        meetCar(state, charging, people, progress, word, settings.startSeconds);
    }
  }
  for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0) takeOwnCharge(state, charging, row);
}

function meetCar(
  state: TrafficState,
  charging: Charging,
  people: People,
  progress: Progress,
  word: number,
  nowSeconds: number,
): void {
  const isResident = classOfWord(word) === RESIDENT;
  planOf(people, word);
  const { plan, residents } = people;
  const hasCar = isResident ? residents.drives[numberOfWord(word) % residents.count] === 1 : plan.carLegs > 0;
  if (!hasCar || !takesPart(people, word)) return;
  const { cars, tally } = charging;
  const car = carOf(state, charging, word);
  const before = cars.chargeJ[car];
  const next = nextWayOf(progress, word);
  const isOut = isUnderWay(progress, word);
  if (isOut) cars.doing[car] = OUT;
  if (isOut || next > 0) takeAway(cars, car, usedJ(plan, next));
  if (!isOut && plan.carLegs > 0 && plan.fromGate[next] >= 0) {
    cars.doing[car] = BEYOND;
    cars.sinceS[car] = lastTime(plan, next, nowSeconds);
  } else if (!isOut && next === 0 && plan.carLegs > 0 && cars.hasCharger[car] === 1) {
    takeAway(cars, car, usedJ(plan, plan.carLegs));
    plugInSince(state, cars, car, plan, lastTime(plan, 0, nowSeconds), nowSeconds);
  }
  tally.firstJ += cars.chargeJ[car] - before;
}

/** What the first so many driven ways of a day take, what lies beyond the gates that they come in by included. */
function usedJ(plan: Plan, carLegs: number): number {
  let sumJ = 0;
  for (let i = 0; i < carLegs; i++) {
    sumJ += reckonedCityJ(plan.carLeg[i]) + (plan.fromGate[i] >= 0 ? 2 * reckonedBeyondJ(plan.carLeg[i]) : 0);
  }
  return sumJ;
}

/** Nobody is met with less than he would have set out with. */
function takeAway(cars: Cars, car: number, energyJ: number): void {
  const leastJ = Math.min(cars.chargeJ[car], RESERVE * cars.capacityJ[car]);
  cars.chargeJ[car] = Math.max(leastJ, cars.chargeJ[car] - energyJ);
}

/** When he came last to where he sets out from by that driven way, if all went as planned. */
function lastTime(plan: Plan, carLeg: number, nowSeconds: number): number {
  const came = plan.arriveSeconds[plan.carLeg[(carLeg + plan.carLegs - 1) % plan.carLegs]];
  const ago = (nowSeconds - came) % DAY_SECONDS;
  return nowSeconds - (ago < 0 ? ago + DAY_SECONDS : ago);
}

function plugInSince(
  { luck }: TrafficState,
  cars: Cars,
  car: number,
  plan: Plan,
  sinceS: number,
  nowSeconds: number,
): void {
  if (cars.chargeJ[car] >= thresholdOf(luck, cars.word[car], true) * cars.capacityJ[car]) return;
  const targetJ = FULL_ENOUGH_AT_HOME * cars.capacityJ[car];
  const chargedJ = cars.chargeJ[car] + HOME_CHARGER_W * CHARGER_EFFICIENCY * (nowSeconds - sinceS);
  cars.targetJ[car] = targetJ;
  cars.chargeJ[car] = Math.min(targetJ, chargedJ);
  if (chargedJ < targetJ) plugInAtHome(cars, car, plan, plan.carLegs - 1, sinceS, nowSeconds);
}

/** Who has no electric car any more lets go of his plug; one that is on the road is driven to the end of its way. */
export function giveUpCars({ energy, luck }: TrafficState, { cars, stands }: Charging): void {
  for (let car = 0; car < cars.count; car++) {
    if (isElectricCarOf(energy.fleet, luck, cars.word[car])) continue;
    if (cars.doing[car] === AT_PLUG) unplug(stands, cars, car);
    else if (cars.doing[car] === AT_HOME_PLUG) cars.doing[car] = PARKED;
    else if (cars.doing[car] === WAITS) cars.patientUntilS[car] = Number.NEGATIVE_INFINITY;
  }
}

/** Gives a new vehicle the charge of its owner's car; one that has become electric since he set out is met now. */
export function takeOwnCharge(state: TrafficState, charging: Charging, row: number): void {
  const { vehicles } = state;
  if (!charging.isOpen && carOfRow(vehicles, charging, row) < 0) return;
  const isOwn = vehicles.energyClass[row] === ELECTRIC_CAR && isPeopleHour(vehicles.tripHour[row]);
  const car = isOwn ? carOf(state, charging, wordOfKey(vehicles.tripKey[row])) : -1;
  if (car >= 0) charging.cars.doing[car] = OUT;
  if (car >= 0) vehicles.batteryJ[row] = charging.cars.chargeJ[car];
}

/** The row among the electric cars of a vehicle's owner; −1 where it is not one of them. */
export function carOfRow({ energyClass, tripHour, tripKey }: Vehicles, { cars }: Charging, row: number): number {
  if (energyClass[row] !== ELECTRIC_CAR || !isPeopleHour(tripHour[row])) return -1;
  return cars.rowOf.get(wordOfKey(tripKey[row])) ?? -1;
}
