import type { Plan } from '../demand/people/plan';

const DAY_SECONDS = 86_400;

/** Planned beginning of the way after this one, in seconds of the plan's day; that of the next day after the last. */
export function nextDeparture(plan: Plan, carLeg: number): number {
  const isLast = carLeg === plan.carLegs - 1;
  return plan.departSeconds[plan.carLeg[isLast ? 0 : carLeg + 1]] + (isLast ? DAY_SECONDS : 0);
}
