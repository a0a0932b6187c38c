import type { GasRun } from './gas-run';

/** Gauge pressure behind a regulator. One that only houses hang on is drawn wide open: it lets through no more than it holds. */
export function heldPa({ plan, solver }: GasRun, regulator: number): number {
  const behind = solver.pressurePa[plan.network.links.to[plan.pipeCount + regulator]];
  return plan.isLeaf[regulator] === 1 ? Math.min(behind, plan.regulatorPa[regulator]) : behind;
}

/** The lowest pressures over nominal, by level, of all points of mains and behind regulators. */
export function noteLowest(run: GasRun): void {
  const { plan, solver } = run;
  const { links } = plan.network;
  for (let i = 0; i < plan.pipeCount; i++) {
    note(run, links.from[i], solver.pressurePa[links.from[i]]);
    note(run, links.to[i], solver.pressurePa[links.to[i]]);
  }
  for (let k = 0; k < plan.regulatorCount; k++) note(run, links.to[plan.pipeCount + k], heldPa(run, k));
}

function note({ plan, balance }: GasRun, n: number, pa: number): void {
  if (plan.nominalPa[n] === 0) return;
  const share = pa / plan.nominalPa[n];
  if (plan.isLow[n] === 1) balance.lowestLow = Math.min(balance.lowestLow, share);
  else balance.lowestMedium = Math.min(balance.lowestMedium, share);
}
