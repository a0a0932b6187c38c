import { BUS_PQ, BUS_SLACK, createPowerFlow, type PowerFlow, type PowerNetwork } from '../../../networks/power';
import type { CompiledScene } from '../../../scene/compiled';
import { applyPositions, type Circuit, compileCircuit } from './circuit';
import { type Grid, isParted } from './grid';
import type { Positions } from './positions';

/** GB/T 12325: 7 % below nominal up to 20 kV. */
const LEAST_VM = 0.93;
/** Rounding of a solve, so that what was there before is not taken for worse. */
const SLACK = 1e-6;

/** The power flow of the grid as it stands, and one beside it for what might be. Nothing of it is state. */
export interface Flow {
  readonly circuit: Circuit;
  /** Made anew whenever a switch has moved: a resumed run, which knows nothing of before, must come to the same bits. */
  now: PowerFlow;
  readonly closedBefore: Uint8Array;
  readonly kindBefore: Uint8Array;
  readonly trialNetwork: PowerNetwork;
  /** Whether the last solve found voltages for everything that has a supply. */
  converged: boolean;
}

export function createFlow(grid: Grid, scene: CompiledScene): Flow {
  const circuit = compileCircuit(grid, scene);
  const { network } = circuit;
  const trialNetwork = {
    ...network,
    // What is tried is tried with the supplies alone.
    kind: network.kind.slice(),
    closed: network.closed.slice(),
    loadP: network.loadP.slice(),
    loadQ: network.loadQ.slice(),
  };
  return {
    circuit,
    now: createPowerFlow(circuit.network),
    closedBefore: circuit.network.closed.slice(),
    kindBefore: circuit.network.kind.slice(),
    trialNetwork,
    converged: true,
  };
}

/** Loads in kW and kvar, generation off. */
export interface NodeLoads {
  readonly netKw: Float64Array;
  readonly netKvar: Float64Array;
}

/** From the loads of the moment follow its voltages and flows. */
export function solveFlow(
  flow: Flow,
  grid: Grid,
  positions: Positions,
  taps: Int32Array,
  { netKw, netKvar }: NodeLoads,
): void {
  const { circuit, closedBefore, kindBefore } = flow;
  const { network, baseMva } = circuit;
  const perUnit = 1 / (1_000 * baseMva);
  for (let node = 0; node < grid.nodeCount; node++) {
    network.kind[node] = positions.holds[node] === 0 ? BUS_PQ : BUS_SLACK;
    network.loadP[node] = netKw[node] * perUnit;
    network.loadQ[node] = netKvar[node] * perUnit;
  }
  applyPositions(circuit, grid, positions.open, positions, taps);
  const moved = network.closed.some((position, row) => position !== closedBefore[row]);
  if (moved || network.kind.some((kind, row) => kind !== kindBefore[row])) {
    closedBefore.set(network.closed);
    kindBefore.set(network.kind);
    flow.now = createPowerFlow(network);
  }
  // From the network's own start, for the same reason.
  flow.converged = flow.now.solve({ start: 'given' }).state !== 'diverged';
}

/** What arrangements are tried with: what would be drawn everywhere. */
export function tryWith({ circuit, trialNetwork }: Flow, netKw: Float64Array, netKvar: Float64Array): void {
  const perUnit = 1 / (1_000 * circuit.baseMva);
  for (let node = 0; node < netKw.length; node++) {
    trialNetwork.loadP[node] = netKw[node] * perUnit;
    trialNetwork.loadQ[node] = netKvar[node] * perUnit;
  }
}

/** Whether the loads of the moment could be carried with these links parted: nothing overloaded that was not, no low voltage. */
export function carries(flow: Flow, grid: Grid, positions: Positions, open: Uint8Array): boolean {
  const { trialNetwork, now, circuit } = flow;
  trialNetwork.closed.set(circuit.network.closed);
  for (let link = 0; link < grid.linkCount; link++) {
    const isOut = positions.linkOut[link] === 1;
    const blocked = isOut && circuit.network.closed[link] === 0 && !isParted(grid, positions.open, link);
    trialNetwork.closed[link] = blocked || isParted(grid, open, link) ? 0 : 1;
  }
  const trial = createPowerFlow(trialNetwork);
  if (trial.solve({ start: 'given' }).state === 'diverged') return false;
  const { loading, vm } = trial.results;
  for (let link = 0; link < grid.linkCount; link++) {
    if (loading[link] > Math.max(1, now.results.loading[link] + SLACK)) return false;
  }
  for (let node = 0; node < grid.nodeCount; node++) {
    if (vm[node] === 0 || grid.nodeKilovolts[node] < 1) continue;
    const before = now.results.vm[node];
    if (vm[node] < LEAST_VM - SLACK && !(before > 0 && vm[node] >= before - SLACK)) return false;
  }
  return true;
}
