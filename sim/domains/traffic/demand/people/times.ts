/** How long a day's ways are, and when they begin and end. */
import { ln, streamOf } from '../../../../kernel';
import { outsideSeconds, travelSeconds } from './impedance';
import type { Person } from './person';
import type { Plan } from './plan';
import { HOME, WORK } from './survey';
import { drawSecondOfDay } from './time-of-day';

const OUTSIDE_WAY = streamOf('traffic.people.outside-way');
const ARRIVAL = streamOf('traffic.people.arrival');
const STAY = streamOf('traffic.people.stay');

const MOST_DEVIATIONS = 2;
/** Who would be away for longer than this cuts his stays short to be home. */
const LONGEST_DAY_SECONDS = 19 * 3600;
const SHORTEST_STAY_SECONDS = 120;

/** Of the ways last measured, read at once. */
export const lineM = new Float64Array(8);
export const outsideM = new Float64Array(8);

/** Lengths of the ways: straight inside, and what lies beyond the gate. */
export function measureWays({ ground, network, luck }: Person, word: number, plan: Plan): void {
  const { edgeStartXM, edgeStartYM, edgeEndXM, edgeEndYM } = network;
  const { middleXM, middleYM, zoneCount, survey } = ground;
  const farM = -1000 * survey.part.outside.meanKm * ln(1 - luck.uniform(OUTSIDE_WAY, 0, word));
  const x = (edge: number, gate: number) =>
    gate >= 0 ? middleXM[zoneCount + gate] : (edgeStartXM[edge] + edgeEndXM[edge]) / 2;
  const y = (edge: number, gate: number) =>
    gate >= 0 ? middleYM[zoneCount + gate] : (edgeStartYM[edge] + edgeEndYM[edge]) / 2;
  let fromX = x(plan.homeEdge, plan.homeGate);
  let fromY = y(plan.homeEdge, plan.homeGate);
  let fromGate = plan.homeGate;
  for (let leg = 0; leg < plan.legs; leg++) {
    const toX = x(plan.edge[leg], plan.gate[leg]);
    const toY = y(plan.edge[leg], plan.gate[leg]);
    const [dx, dy] = [toX - fromX, toY - fromY];
    lineM[leg] = Math.sqrt(dx * dx + dy * dy);
    outsideM[leg] = fromGate >= 0 || plan.gate[leg] >= 0 ? farM : 0;
    fromX = toX;
    fromY = toY;
    fromGate = plan.gate[leg];
  }
}

/**
 * The day begins with an arrival at the time that the first activity asks for, and goes on by stays. Times of ways that
 * cross a gate are those at the gate on the way in and out: what lies beyond is part of the stay there.
 */
export function setTimes({ ground, luck }: Person, word: number, plan: Plan): void {
  if (plan.legs === 0) return;
  const { times } = ground.survey;
  const first = times[plan.activity[0]];
  if (first?.arrivalHourly == null) {
    plan.legs = 0;
    return;
  }
  let works = 0;
  for (let leg = 0; leg < plan.legs; leg++) if (plan.activity[leg] === WORK) works++;
  const arrival = drawSecondOfDay(first.arrivalHourly, luck.uniform(ARRIVAL, 0, word));
  const beyond = plan.gate[0] >= 0 ? outsideSeconds(plan.mode[0], outsideM[0]) : 0;
  let now = arrival - travelSeconds(plan.mode[0], lineM[0]) - beyond;
  const limit = now + LONGEST_DAY_SECONDS;
  for (let leg = 0; leg < plan.legs; leg++) {
    plan.departSeconds[leg] = now;
    now += travelSeconds(plan.mode[leg], lineM[leg]);
    plan.arriveSeconds[leg] = now;
    const time = times[plan.activity[leg]];
    if (time === null)
      throw new Error(`met activity ${plan.activity[leg]} without a stay, expected one that the rules passed`);
    const parts = plan.activity[leg] === WORK ? Math.max(1, works) : 1;
    const deviations = Math.max(-MOST_DEVIATIONS, Math.min(MOST_DEVIATIONS, luck.normal(STAY, leg, word)));
    const wanted = Math.max(time.leastSeconds, (time.meanSeconds + deviations * time.deviationSeconds) / parts);
    const away =
      plan.gate[leg] >= 0 && plan.activity[leg] !== HOME ? 2 * outsideSeconds(plan.mode[leg], outsideM[leg]) : 0;
    plan.leastSeconds[leg] = time.leastSeconds + away;
    now += Math.max(SHORTEST_STAY_SECONDS, Math.min(wanted + away, limit - now));
  }
}
