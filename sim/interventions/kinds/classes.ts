import { vehicleClass } from '../../scene/schema/roads';

/** Vehicle classes as a number: bit i for the i-th of the scene format's list. */
export function classBits(...classes: readonly (typeof vehicleClass.options)[number][]): number {
  return classes.reduce((bits, each) => bits | (1 << vehicleClass.options.indexOf(each)), 0);
}
