import type { DispatchInputs } from './inputs';

/** What each thing weighs in the aim's own unit: yuan, kilograms of CO₂, or kWh of fossil energy. */
export interface AimWeights {
  /** A kWh from the grid, and one sold to it, by step. */
  readonly grid: Float64Array;
  readonly sold: Float64Array;
  /** A kWh of gas. */
  readonly gas: number;
  /** What is paid in yuan whatever the aim: starts, and the prices of what must not happen. */
  readonly perYuan: number;
}

/** A kWh that somebody goes without, by priority: always dearer than any way to supply it. */
export const UNSERVED_YUAN = [20, 50, 100] as const;

/** Of plans that are equally good for the climate, the cheaper one; too little to change which are good. */
const COST_AS_TIE = 1e-3;
/** So that going without stays worse than any fuel in units that are larger numbers. */
const PER_YUAN = { cost: 1, carbon: 1, 'primary-energy': 4 } as const;

/**
 * Power that is sold earns money and nothing else: the published figures count what the park uses, and a credit for
 * carbon would have its engines run for the neighbours.
 */
export function aimWeights(inputs: DispatchInputs): AimWeights {
  const { aim, buyYuanPerKwh, sellYuanPerKwh, gasYuanPerKwh, gridKgPerKwh, gasKgPerKwh, gridPrimary } = inputs;
  const perYuan = PER_YUAN[aim];
  if (aim === 'cost') return { grid: buyYuanPerKwh, sold: sellYuanPerKwh, gas: gasYuanPerKwh, perYuan };
  const isCarbon = aim === 'carbon';
  return {
    grid: buyYuanPerKwh.map((yuan, t) => (isCarbon ? gridKgPerKwh[t] : gridPrimary) + COST_AS_TIE * yuan),
    sold: sellYuanPerKwh.map((yuan) => COST_AS_TIE * yuan),
    gas: (isCarbon ? gasKgPerKwh : 1) + COST_AS_TIE * gasYuanPerKwh,
    perYuan,
  };
}
