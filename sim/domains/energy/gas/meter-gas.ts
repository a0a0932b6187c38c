import type { KpiName } from '../../../ports';
import type { Totals } from '../totals';
import { SHORT_BY } from './advance';
import { type GasRun, packKg } from './gas-run';

const PERCENT = 100;

/** What was not served, what was lost to the air, and the lowest pressures; what was burnt is metered where it was. */
export function meterGas(run: GasRun, totals: Totals): void {
  const { plan, wantedKg, servedKg, balance } = run;
  let shortKg = 0;
  for (let n = 0; n < wantedKg.length; n++) {
    if (servedKg[n] < wantedKg[n] * (1 - SHORT_BY)) shortKg += wantedKg[n] - servedKg[n];
  }
  totals.unservedGasKwh += shortKg / plan.kgPerKwh;
  totals.leakedGasKwh += (balance.leakedKg + run.galleries.lostKg) / plan.kgPerKwh;
  totals.unsolvedGas += balance.unsolved;
  totals.lowestGasMedium = Math.min(totals.lowestGasMedium, PERCENT * balance.lowestMedium);
  totals.lowestGasLow = Math.min(totals.lowestGasLow, PERCENT * balance.lowestLow);
}

export function measureGas(run: GasRun, totals: Totals, add: (kpi: KpiName, value: number) => void): void {
  add('energy.unserved-gas', totals.unservedGasKwh);
  add('energy.leaked-gas', totals.leakedGasKwh);
  add('energy.line-pack', packKg(run) / run.plan.kgPerKwh);
  // Where no step has passed yet, or no such level is, there is no lowest pressure.
  if (totals.lowestGasMedium < Number.POSITIVE_INFINITY) {
    add('energy.lowest-gas-pressure', totals.lowestGasMedium);
  }
  if (totals.lowestGasLow < Number.POSITIVE_INFINITY) add('energy.lowest-low-gas-pressure', totals.lowestGasLow);
}
