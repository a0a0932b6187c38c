/** How a tour from home to home is made: a multinomial logit over time and cost; a car only where one is to be had. */
import { exp } from '../../../../kernel';
import { moneyUtility, utilityOf } from './impedance';
import type { Plan } from './plan';
import { BUS, DRIVE, type Survey, WALK } from './survey';

const sums = new Float64Array(DRIVE + 1);

/** For the ways `first` to `end` − 1, by the mean of their utilities: one mode takes somebody out and home again. A charge is paid once. */
export function chooseMode(
  survey: Survey,
  lineM: Float64Array,
  outsideM: Float64Array,
  first: number,
  end: number,
  hasCar: boolean,
  uniform: number,
  chargeYuan = 0,
): number {
  let farLegs = 0;
  for (let leg = first; leg < end; leg++) if (outsideM[leg] > 0) farLegs++;
  let sum = 0;
  for (let mode = WALK; mode <= DRIVE; mode++) {
    if (mode !== DRIVE || hasCar) {
      let utility = survey.modeConstant[mode];
      if (mode === BUS && farLegs > 0) utility += survey.part.outside.busConstant;
      for (let leg = first; leg < end; leg++) utility += utilityOf(mode, lineM[leg], outsideM[leg]) / (end - first);
      if (mode === DRIVE && chargeYuan > 0) utility += moneyUtility(chargeYuan) / (end - first);
      sum += exp(utility);
    }
    sums[mode] = sum;
  }
  const wanted = uniform * sum;
  let mode = WALK;
  while (mode < DRIVE && sums[mode] <= wanted) mode++;
  return mode;
}

export function setMode(plan: Plan, first: number, end: number, mode: number): void {
  for (let leg = first; leg < end; leg++) plan.mode[leg] = mode;
}
