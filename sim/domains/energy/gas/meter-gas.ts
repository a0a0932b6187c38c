import type { KpiName } from '../../../ports';
import type { Totals } from '../totals';
import { type GasRun, packKg } from './gas-run';
import { holdsPa } from './tell-gas';

const PERCENT = 100;

/** What was not served, what was lost to the air, and the lowest pressures; what was burnt is metered where it was. */
export function meterGas(run: GasRun, totals: Totals): void {
  const { plan, wantedKg, servedKg, balance } = run;
  let shortKg = 0;
  for (let n = 0; n < wantedKg.length; n++) shortKg += Math.max(0, wantedKg[n] - servedKg[n]);
  totals.unservedGasKwh += shortKg / plan.kgPerKwh;
  totals.leakedGasKwh += balance.leakedKg / plan.kgPerKwh;
  totals.unsolvedGas += balance.unsolved;
  totals.lowestGasMedium = Math.min(totals.lowestGasMedium, PERCENT * lowest(run, false));
  totals.lowestGasLow = Math.min(totals.lowestGasLow, PERCENT * lowest(run, true));
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

/** Over nominal, of all points of the low level, or of those above it; infinite where there is none. */
function lowest(run: GasRun, ofLow: boolean): number {
  const { plan, solver } = run;
  let least = Number.POSITIVE_INFINITY;
  const consider = (n: number, pa: number) => {
    if ((plan.isLow[n] === 1) === ofLow && plan.nominalPa[n] > 0) least = Math.min(least, pa / plan.nominalPa[n]);
  };
  const { links } = plan.network;
  for (let i = 0; i < plan.pipeCount; i++) {
    consider(links.from[i], solver.pressurePa[links.from[i]]);
    consider(links.to[i], solver.pressurePa[links.to[i]]);
  }
  for (let k = 0; k < plan.regulatorCount; k++) consider(links.to[plan.pipeCount + k], holdsPa(run, k));
  return least;
}
