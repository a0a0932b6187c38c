/** How much of its limits everything in the networks of energy uses. */
import type { LimitName } from '../../ports';
import { burnerNeeds } from './gas/city-gas';
import type { GasRun } from './gas/gas-run';
import type { GridRun } from './grid/grid-run';
import type { EnergyState } from './state';
import type { StationsRun } from './stations/stations-run';

/** GB/T 12325-2008: 7 % either way up to 20 kV; above, 10 % from highest to lowest, half of it either way. Below 1 kV as at 20. */
const BAND = 0.07;
const HIGH_BAND = 0.05;
const HIGH_KILOVOLTS = 20;

type Of = (limit: LimitName) => Float64Array;

export function strainOfEnergy({ power, gas, stations, consumers, knobs }: EnergyState, of: Of): void {
  if (power === null) return;
  strainOfGrid(power, of);
  if (gas !== null) strainOfGas(gas, of('energy.gas-pressure'));
  if (stations !== null) strainOfStations(stations, of('energy.station-heat'));
  if (consumers === null) return;
  const { node, builtS, leftS } = consumers.signals;
  const battery = of('energy.signal-battery');
  for (let signal = 0; signal < node.length; signal++) {
    const knob = knobs['signal.battery'].values[signal];
    const lastsS = Number.isNaN(knob) ? builtS[signal] : knob;
    if (node[signal] >= 0 && lastsS > 0) battery[signal] = 1 - leftS[signal] / lastsS;
  }
}

function strainOfGrid({ grid, flow }: GridRun, of: Of): void {
  const { loading, vm } = flow.now.results;
  const branches = of('energy.branch-loading');
  const transformers = of('energy.transformer-loading');
  branches.set(loading.subarray(0, grid.branchCount));
  transformers.set(loading.subarray(grid.branchCount, grid.linkCount));
  const voltage = of('energy.voltage');
  for (let node = 0; node < grid.nodeCount; node++) {
    if (vm[node] === 0) continue;
    const band = grid.nodeKilovolts[node] > HIGH_KILOVOLTS ? HIGH_BAND : BAND;
    voltage[node] = Math.abs(vm[node] - 1) / band;
  }
}

/** Only where somebody burns it: of the rest nobody asks how much it holds. */
function strainOfGas({ plan, solver }: GasRun, used: Float64Array): void {
  const { minimumPressurePa } = plan.network.nodes;
  const note = (n: number, pa: number, neededPa: number) => {
    const spare = plan.nominalPa[n] - neededPa;
    if (!(neededPa > 0) || spare <= 0) return;
    const share = (plan.nominalPa[n] - Math.min(pa, plan.nominalPa[n])) / spare;
    used[n] = Number.isNaN(used[n]) ? share : Math.max(used[n], share);
  };
  for (let n = 0; n < plan.nodeCount; n++) note(n, solver.pressurePa[n], minimumPressurePa[n]);
  const { from } = plan.network.links;
  plan.groups.forEach(({ burner }, g) => {
    const at = from[plan.pipeCount + plan.regulatorCount + g];
    note(at, solver.pressurePa[at], burnerNeeds[burner].needsPa);
  });
}

function strainOfStations({ loops, slot }: StationsRun, used: Float64Array): void {
  const takenW = new Float64Array(slot.length);
  const mostW = new Float64Array(slot.length);
  for (const { carrier, stationOf, net } of loops) {
    if (carrier !== 'heat') continue;
    for (let source = 0; source < stationOf.length; source++) {
      const station = stationOf[source];
      takenW[station] += net.outputs.sourceW[source];
      // Two loops of a station share its machines.
      mostW[station] = Math.max(mostW[station], net.inputs.capacityW[source]);
    }
  }
  for (let station = 0; station < slot.length; station++) {
    if (takenW[station] <= 0 || !(mostW[station] < Number.POSITIVE_INFINITY)) continue;
    used[slot[station]] = mostW[station] > 0 ? takenW[station] / mostW[station] : 1;
  }
}
