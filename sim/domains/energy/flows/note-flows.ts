/**
 * The account of a step: every kilowatt-hour by where it came from and where it went. Each value is taken from what the
 * step itself worked out, none is what remains of others: so that the sums at the nodes are a check and not a definition.
 */
import { heldInPipesJ } from '../../../networks/heat';
import type { FlowNode } from '../../../ports';
import type { SkyGear } from '../consumers/generators';
import type { EnergyState } from '../state';
import type { StationsRun } from '../stations/stations-run';
import { beforeOf, type Flows } from './flows';
import { noteGrid } from './grid-flows';
import { noteLoops, noteStations } from './station-flows';

const NO_BOARDS = new Int32Array(0);

/** To be called as a step begins: what is held and owed then. */
export function beginFlows({ flows, stations, totals }: EnergyState): void {
  if (stations !== null) beginStations(flows, stations);
  flows.before.leakedGasKwh = totals.leakedGasKwh;
  flows.before.unservedGasKwh = totals.unservedGasKwh;
}

function beginStations(flows: Flows, { standing, loops }: StationsRun): void {
  if (flows.before.heldKwh.length !== standing.heldKwh.length || flows.before.heldJ.length !== loops.length) {
    flows.before = beforeOf(standing.heldKwh.length, standing.owedHeatKwh.length, loops.length);
  }
  const { before } = flows;
  before.heldKwh.set(standing.heldKwh);
  before.owedHeatKwh.set(standing.owedHeatKwh);
  before.owedColdKwh.set(standing.owedColdKwh);
  for (let l = 0; l < loops.length; l++) before.heldJ[l] = heldInPipesJ(loops[l].net);
}

/** To be called as it ends, with everything metered. */
export function noteFlows(state: EnergyState, added: SkyGear, charging: Charging, hours: number): void {
  const { flows, power, consumers, stations, sky, totals } = state;
  if (power === null || consumers === null) return;
  const { kw, kwh, row } = flows;
  const { asked, supply } = consumers;
  kw.fill(0);
  noteGrid(flows, { power, consumers, sky, added, boards: state.galleries?.boards.now ?? NO_BOARDS, ...charging });
  kw[row('unserved', 'electricity')] = totals.unservedKw;
  kw[row('unserved', 'gas')] = (totals.unservedGasKwh - flows.before.unservedGasKwh) / hours;
  kw[row('gas', 'leaks')] = (totals.leakedGasKwh - flows.before.leakedGasKwh) / hours;
  if (stations !== null) {
    const { grid, positions } = power;
    noteStations(flows, stations, (node) => positions.live[grid.sections.ofNode[node]] === 1, hours);
    noteLoops(
      flows,
      stations,
      { heat: asked.heatKw, cooling: asked.coolingKw },
      supply,
      (l) => stations.loops[l].net.outputs.heldJ,
      hours,
    );
    const firstUse = row('gas', 'homes');
    for (let building = 0; building < asked.gasKw.length; building++) {
      kw[firstUse + flows.useOfBuilding[building]] += asked.gasKw[building] * supply.gas[building];
    }
    kw[row('unserved', flows.level.get(flows.levelsC[0]) as FlowNode)] = totals.unservedHeatKw;
    kw[row('unserved', 'cooling')] = totals.unservedColdKw;
  }
  for (let i = 0; i < kw.length; i++) kwh[i] += kw[i] * hours;
}

/** What charges, by site and by building; and what water pumps draw. */
export interface Charging {
  readonly sitesKw: Float64Array;
  readonly homesKw: Float64Array;
  /** And what galleries' sections draw. */
  readonly sectionsKw: Float64Array;
  readonly pumpsKw: Float64Array;
}
