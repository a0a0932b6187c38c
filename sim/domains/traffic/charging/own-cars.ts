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
import { isUnderWay, nextWayOf, type Progress } from '../demand/people/progress';
import { CHARGER_EFFICIENCY } from '../emissions/battery';
import { classBatteryJ, ELECTRIC_CAR } from '../emissions/energy-classes';
import { isElectricCarOf } from '../emissions/give-drive';
import type { TrafficState } from '../state';
import type { Vehicles } from '../vehicles';
import { AT_HOME_PLUG, addCar, BEYOND, OUT } from './cars';
import type { Charging } from './charging';
import { FULL_ENOUGH_AT_HOME, firstCharge, hasOwnCharger, RESERVE, thresholdOf } from './habits';
import { HOME_CHARGER_W } from './home';
import { reckonedJ } from './way-energy';

const DAY_SECONDS = 86_400;
const HAVE_CARS = [RESIDENT, OUTSIDER, CALLER];

/** The row of somebody's electric car, −1 where his car is another one. Lorries are not electric. */
export function carOf({ luck, people, energy }: TrafficState, charging: Charging, word: number): number {
  const known = charging.cars.rowOf.get(word);
  if (known !== undefined) return known;
  if (classOfWord(word) === LORRY || !isElectricCarOf(energy.fleet, luck, word)) return -1;
  const { cars, tally } = charging;
  const hasCharger = hasOwnCharger(luck, word);
  const capacityJ = classBatteryJ[ELECTRIC_CAR];
  const car = addCar(cars, word, capacityJ, capacityJ * firstCharge(luck, word, hasCharger));
  cars.hasCharger[car] = hasCharger ? 1 : 0;
  const { residents } = people!;
  if (classOfWord(word) === RESIDENT) cars.home[car] = residents.homeBuilding[numberOfWord(word) % residents.count];
  tally.firstJ += cars.chargeJ[car];
  return car;
}

/**
 * At the start of a run, everybody who has an electric car in the city or beyond its gates. Who has a charger and was low
 * when he came home the evening before plugged in then, and may still be charging.
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
  const { cars } = charging;
  const car = carOf(state, charging, word);
  if (isUnderWay(progress, word)) {
    cars.doing[car] = OUT;
    return;
  }
  const next = nextWayOf(progress, word);
  if (plan.carLegs > 0 && plan.fromGate[next] >= 0) cars.doing[car] = BEYOND;
  else if (next === 0 && plan.carLegs > 0 && cars.hasCharger[car] === 1)
    plugInSinceLastNight(state, charging, car, nowSeconds);
}

function plugInSinceLastNight(
  { people, luck }: TrafficState,
  { cars, tally }: Charging,
  car: number,
  nowSeconds: number,
): void {
  const { plan } = people!;
  const word = cars.word[car];
  const before = cars.chargeJ[car];
  let usedJ = 0;
  for (let i = 0; i < plan.carLegs; i++) {
    usedJ += reckonedJ(plan, plan.carLeg[i]) * (plan.gate[plan.carLeg[i]] >= 0 ? 2 : 1);
  }
  const lastLeg = plan.carLeg[plan.carLegs - 1];
  const cameHome = plan.arriveSeconds[lastLeg] % DAY_SECONDS;
  const sinceSeconds = (nowSeconds - cameHome + 2 * DAY_SECONDS) % DAY_SECONDS;
  const evening = Math.max(RESERVE * cars.capacityJ[car], before - usedJ);
  if (evening < thresholdOf(luck, word, true) * cars.capacityJ[car]) {
    const targetJ = FULL_ENOUGH_AT_HOME * cars.capacityJ[car];
    const chargedJ = evening + HOME_CHARGER_W * CHARGER_EFFICIENCY * sinceSeconds;
    cars.chargeJ[car] = Math.min(targetJ, chargedJ);
    cars.targetJ[car] = targetJ;
    if (chargedJ < targetJ) cars.doing[car] = AT_HOME_PLUG;
  } else cars.chargeJ[car] = evening;
  tally.firstJ += cars.chargeJ[car] - before;
}

/** Gives a new vehicle the charge of its owner's car. */
export function takeOwnCharge({ vehicles }: TrafficState, charging: Charging, row: number): void {
  const car = carOfRow(vehicles, charging, row);
  if (car >= 0) vehicles.batteryJ[row] = charging.cars.chargeJ[car];
}

/** The row among the electric cars of a vehicle's owner; −1 where it is not one of them. */
export function carOfRow({ energyClass, tripHour, tripKey }: Vehicles, { cars }: Charging, row: number): number {
  if (energyClass[row] !== ELECTRIC_CAR || !isPeopleHour(tripHour[row])) return -1;
  return cars.rowOf.get(wordOfKey(tripKey[row])) ?? -1;
}
