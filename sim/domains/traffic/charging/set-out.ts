/**
 * A person sets out in his electric car: it is unplugged, unless it has too little for the way and is being charged; and
 * whoever would come out too low goes to a site near where he wants to go, leaves the car there and walks the rest.
 */
import { carLegOfKey, wordOfKey } from '../demand/people/identity';
import type { Plan } from '../demand/people/plan';
import { HOME } from '../demand/people/survey';
import type { Trip } from '../demand/trips';
import type { TrafficState } from '../state';
import { comeBack } from './beyond';
import { AT_HOME_PLUG, AT_PLUG, BEYOND, type Cars, OUT } from './cars';
import type { Charging } from './charging';
import { chooseSite, walkSeconds } from './choose-site';
import { FULL_ENOUGH_AT_SITE, RESERVE, thresholdOf } from './habits';
import { leaveHome } from './home';
import { nextDeparture } from './next-departure';
import { carOf } from './own-cars';
import { unplug } from './serve';
import { NOBODY } from './stands';
import { reckonedJ } from './way-energy';

/** Who has too little looks again after so long. */
const LOOKS_AGAIN_S = 300;
/** For a shorter stay nobody plugs in, unless he must. */
const WORTH_STAYING_S = 1_200;
const DAY_SECONDS = 86_400;

/**
 * `people.plan` is his, and `trip` the way that he was to drive; where he goes to charge it ends there instead. Answers
 * for how long he stays on for more charge, 0 where he sets out.
 */
export function setOut(
  state: TrafficState,
  charging: Charging,
  key: number,
  day: number,
  atSeconds: number,
  trip: Trip,
): number {
  if (!charging.isOpen) return 0;
  const car = carOf(state, charging, wordOfKey(key));
  if (car < 0) return 0;
  const { cars, stands, tally } = charging;
  const { plan } = state.people!;
  const carLeg = carLegOfKey(key);
  const leg = plan.carLeg[carLeg];
  if (cars.doing[car] === BEYOND) comeBack(state, charging, car, plan, leg, atSeconds);
  const leastJ = reckonedJ(plan, leg) + RESERVE * cars.capacityJ[car];
  if (cars.chargeJ[car] < Math.min(leastJ, cars.targetJ[car]) && isCharging(charging, car)) {
    tally.putOff++;
    return LOOKS_AGAIN_S;
  }
  if (cars.doing[car] === AT_PLUG) unplug(stands, cars, car);
  if (cars.doing[car] === AT_HOME_PLUG) leaveHome(charging, car);
  cars.doing[car] = OUT;
  cars.site[car] = NOBODY;
  const mustCharge = hasTooLittle(cars, car, plan, carLeg, leastJ);
  if (!mustCharge && !wishesSite(state, cars, car, plan, carLeg)) return 0;
  const site = chooseSite(state, charging, trip, mustCharge);
  if (site === NOBODY) return 0;
  cars.site[car] = site;
  cars.targetJ[car] = FULL_ENOUGH_AT_SITE * cars.capacityJ[car];
  cars.staysUntilS[car] = day * DAY_SECONDS + nextDeparture(plan, carLeg);
  cars.walkS[car] = walkSeconds(state, charging, site, trip.destinationEdge);
  trip.destinationEdge = charging.sites.edge[site];
  trip.destinationPlace = charging.sites.place[site];
  return 0;
}

/** Whether he could not go on from there as planned; who has a charger at home wants to get to it. */
function hasTooLittle(cars: Cars, car: number, plan: Plan, carLeg: number, leastJ: number): boolean {
  const leg = plan.carLeg[carLeg];
  if (plan.gate[leg] >= 0) return false; // there are sites beyond the gate too
  if (cars.hasCharger[car] === 0) return cars.chargeJ[car] < leastJ;
  return !isAtHome(plan, leg) && cars.chargeJ[car] < leastJ + untilHomeJ(plan, carLeg);
}

/** Who has no charger of his own and would come below what he is used to, if he stays. */
function wishesSite({ luck }: TrafficState, cars: Cars, car: number, plan: Plan, carLeg: number): boolean {
  const leg = plan.carLeg[carLeg];
  if (plan.gate[leg] >= 0 || cars.hasCharger[car] === 1) return false;
  const left = (cars.chargeJ[car] - reckonedJ(plan, leg)) / cars.capacityJ[car];
  const staysS = nextDeparture(plan, carLeg) - plan.arriveSeconds[leg];
  return left < thresholdOf(luck, cars.word[car], false) && staysS >= WORTH_STAYING_S;
}

const isAtHome = (plan: Plan, leg: number) => plan.activity[leg] === HOME && plan.homeGate < 0;

/** What the ways after this one take until he is where his own charger is. */
function untilHomeJ(plan: Plan, carLeg: number): number {
  let sumJ = 0;
  for (let i = carLeg; i < plan.carLegs; i++) {
    if (i > carLeg) sumJ += reckonedJ(plan, plan.carLeg[i]);
    if (plan.activity[plan.carLeg[i]] === HOME) break;
  }
  return sumJ;
}

/** Whether waiting helps: it stands at a plug that gives something. */
function isCharging({ cars, stands, homeW }: Charging, car: number): boolean {
  if (cars.doing[car] === AT_PLUG) return stands.drawnW[cars.site[car]] > 0;
  return cars.doing[car] === AT_HOME_PLUG && homeW[cars.home[car]] > 0;
}
