/** What a step of gas has brought that people should hear of. */
import type { KnobValues, StepContext } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import type { StationsRun } from '../stations/stations-run';
import { type GasKnobs, isShutOff } from './breaks';
import { newestGalleryCause } from './gallery-mains';
import type { GasRun } from './gas-run';
import { heldPa } from './levels';

type Happen = StepContext<never, never>['happen'];

/** Regulators are made to hold within a tenth (accuracy class AC 10, EN 334). */
const HOLDS_WITHIN = 0.9;

export function tellGas(
  run: GasRun,
  { elements }: CompiledScene,
  stations: StationsRun | null,
  knobs: GasKnobs,
  trippedBefore: Uint8Array,
  happen: Happen,
): void {
  const { plan, tripCause, breaks, fails } = run;
  const { tripped } = run.switches;
  const because = Math.max(
    newestCause(knobs['gas-pipe.out'], knobs['gas-pipe.leak'], knobs['gas-supply.pressure']),
    newestGalleryCause(run.galleries),
  );
  for (let i = 0; i < plan.pipeCount; i++) {
    if (breaks.told[i] === 1 || breaks.brokenForS[i] < 0 || !isShutOff(plan, breaks, i)) continue;
    breaks.told[i] = 1;
    const cause = knobs['gas-pipe.out'].causes[i];
    happen('energy.gas-main-shut', elements['gas-main'].ids[i], cause > 0 ? [cause] : [], {});
  }
  for (let g = 0; g < plan.groups.length; g++) {
    if (tripped[g] === trippedBefore[g] || stations === null) continue;
    const { station, burner } = plan.groups[g];
    const { id } = stations.hub.stations[station];
    const cause = tripped[g] === 1 ? because : tripCause[g];
    const code = tripped[g] === 1 ? `energy.${burner}-gas-trip` : `energy.${burner}-gas-back`;
    const element = elements.station.ids[elements.station.slotOf(id) as number];
    tripCause[g] = happen(code, element, cause > 0 ? [cause] : [], {});
  }
  let first = -1;
  let count = 0;
  for (let k = 0; k < plan.regulatorCount; k++) {
    const isShort = heldPa(run, k) < HOLDS_WITHIN * plan.regulatorPa[k];
    if (isShort && fails[k] === 0) {
      if (first < 0) first = plan.network.links.to[plan.pipeCount + k];
      count++;
    }
    fails[k] = isShort ? 1 : 0;
  }
  if (count > 0) {
    happen('energy.regulators-short', elements['gas-node'].ids[first], because > 0 ? [because] : [], { count });
  }
}

function newestCause(...knobs: readonly KnobValues[]): number {
  let newest = 0;
  for (const { values, causes } of knobs) {
    for (let slot = 0; slot < values.length; slot++) {
      if (!Number.isNaN(values[slot])) newest = Math.max(newest, causes[slot]);
    }
  }
  return newest;
}
