/**
 * What a machine takes at part load, as a share of what it takes at full load, over its load as a share of its rating.
 * The polynomials are DOE-2's defaults as building codes print them: boiler and centrifugal chiller after the Canadian
 * NECB 2020, 8.4.5.2 and 8.4.5.5 (the same in COMNET's manual); the single-stage absorption machine after COMNET, from
 * memory (it sums to 1, as it must). Heat pumps lose by EN 14825's factor for water units, C = 0.9.
 */
const BOILER = [0.082597, 0.996764, -0.079361, 0];
const CENTRIFUGAL_CHILLER = [0.17149273, 0.58820208, 0.23737257, 0];
const ABSORPTION_CHILLER = [0.098585, 0.58385, 0.560658, -0.243093];
const EN_14825_WATER = 0.9;

export type Machine = 'boiler' | 'heat-pump' | 'electric-chiller' | 'absorption-chiller';

/** 1 at full load, more than the load itself below it. A machine that stands takes nothing. */
export function inputShare(machine: Machine, load: number): number {
  if (load <= 0) return 0;
  switch (machine) {
    case 'boiler':
      return polynomial(BOILER, load);
    case 'electric-chiller':
      return polynomial(CENTRIFUGAL_CHILLER, load);
    case 'absorption-chiller':
      return polynomial(ABSORPTION_CHILLER, load);
    case 'heat-pump':
      // COP falls by load / (C · load + 1 − C): the input, then, is that straight line.
      return EN_14825_WATER * load + (1 - EN_14825_WATER);
  }
}

/** Divided by its value at full load, so that the rating is met to the last digit. */
function polynomial(of: readonly number[], load: number): number {
  const at = (x: number) => of[0] + x * (of[1] + x * (of[2] + x * of[3]));
  return at(load) / at(1);
}
