/**
 * The same city without a pan-energy network, lived through beside the real one: the same people, weather and hours, in
 * buildings to the letter of the standard of their year, heated by coal boilers, cooled by chillers of their own, all
 * power from the grid. What the park's published savings are measured against (models 5.3, accounting B).
 */

import { type RunSettings, startDayOf } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import {
  askDemand,
  compileDemand,
  createDemandState,
  type DemandAsked,
  type DemandControls,
  type DemandState,
  type DemandSupply,
  emptyAsked,
  fullSupply,
  noControls,
  settleDemand,
} from '../demand';
import type { Totals } from '../totals';
import { chanceOfHours, type WeatherNow } from '../weather';

/** Nobody there goes without, so no share of supply is ever below one. */
export interface Reference {
  demand: DemandState;
  readonly asked: DemandAsked;
  readonly supply: DemandSupply;
  readonly controls: DemandControls;
}

/** Of chillers in houses of the reference (district practice, models 5.1). */
export const REFERENCE_CHILLER_COP = 3.5;

export function createReference(scene: CompiledScene, settings: RunSettings): Reference {
  const plan = compileDemand(scene, { seed: settings.seed, standard: 'reference' });
  return {
    demand: createDemandState(plan, chanceOfHours(settings, startDayOf(scene, settings))),
    asked: emptyAsked(plan.count),
    supply: fullSupply(plan.count),
    controls: noControls(plan.count),
  };
}

/** What it takes through the step; what is charged and burns at signals is the same there as here. */
export function stepReference(
  { demand, asked, supply, controls }: Reference,
  now: WeatherNow,
  stepS: number,
  otherKw: number,
  totals: Totals,
): void {
  askDemand(demand, now, controls, stepS, asked);
  settleDemand(demand, asked, supply, stepS);
  let [heatKw, coldKw, electricKw, gasKw] = [0, 0, otherKw, 0];
  for (let i = 0; i < asked.heatKw.length; i++) {
    heatKw += asked.heatKw[i];
    coldKw += asked.coolingKw[i];
    electricKw += asked.electricKw[i];
    gasKw += asked.gasKw[i];
  }
  const hours = stepS / 3_600;
  totals.referenceHeatKwh += heatKw * hours;
  totals.referenceColdKwh += coldKw * hours;
  totals.referenceElectricKwh += (electricKw + coldKw / REFERENCE_CHILLER_COP) * hours;
  totals.referenceGasKwh += gasKw * hours;
}
