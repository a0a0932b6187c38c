/**
 * Prices, timers and management move demand; where all of it comes at the same hour they make a peak of their own. At the
 * end of each day its highest quarter of an hour is held against what would have been, with nothing moved.
 */
import type { StepContext } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import type { EnergyKnobs } from './knobs';
import type { Totals } from './totals';
import { SECONDS_A_DAY } from './weather/calendar';

const QUARTER_S = 900;
/** A peak that is higher by less is the same one. */
const WORTH_SAYING = 1.005;

export function watchPeak(
  totals: Totals,
  knobs: EnergyKnobs,
  { elements }: CompiledScene,
  movedKw: number,
  clockS: number,
  stepS: number,
  happen: StepContext<never, never>['happen'],
): void {
  const hours = stepS / 3_600;
  totals.quarterNowKwh += totals.demandKw * hours;
  totals.quarterUnmovedKwh += (totals.demandKw - movedKw) * hours;
  const endS = (clockS + stepS) % SECONDS_A_DAY;
  if (endS % QUARTER_S < stepS) {
    const perKw = 3_600 / Math.max(QUARTER_S, stepS);
    totals.dayPeakKw = Math.max(totals.dayPeakKw, totals.quarterNowKwh * perKw);
    totals.dayUnmovedPeakKw = Math.max(totals.dayUnmovedPeakKw, totals.quarterUnmovedKwh * perKw);
    totals.quarterNowKwh = 0;
    totals.quarterUnmovedKwh = 0;
  }
  if (endS >= stepS) return;
  if (totals.dayPeakKw > WORTH_SAYING * totals.dayUnmovedPeakKw) {
    const causes = (['city.peak-valley-ratio', 'city.managed-cars', 'city.charging-hour'] as const)
      .map((name) => knobs[name].causes[0])
      .filter((cause) => cause > 0);
    const kilowatts = { kw: totals.dayPeakKw, withoutKw: totals.dayUnmovedPeakKw };
    happen('energy.new-peak', elements.city.ids[0], causes, kilowatts);
  }
  totals.dayPeakKw = 0;
  totals.dayUnmovedPeakKw = 0;
}
