import type { Decoder, Encoder } from '../../../kernel';
import {
  checkPipeNetwork,
  createPipeSolver,
  fillLinePack,
  type PipeSolver,
  solveSteady,
} from '../../../networks/pipes';
import type { CompiledScene } from '../../../scene/compiled';
import { type Breaks, createBreaks } from './breaks';
import { type GalleryMains, loadGalleryMains, noGalleryMains, saveGalleryMains } from './gallery-mains';
import { type GasPlan, planGas } from './plan';
import { copySwitches, createSwitches, loadSwitches, type Switches, saveSwitches } from './switches';

/** The gas network on the clock. */
export interface GasRun {
  readonly plan: GasPlan;
  readonly solver: PipeSolver;
  readonly breaks: Breaks;
  readonly switches: Switches;
  /** By burner group, the happening that last said that it was shut or opened. */
  readonly tripCause: Int32Array;
  /** What galleries do to mains that lie in them. */
  readonly galleries: GalleryMains;
  /** By regulator: 1 where it does not hold what it should. */
  readonly fails: Uint8Array;

  // Of the step that ended last, kg by node and in all.
  readonly wantedKg: Float64Array;
  readonly servedKg: Float64Array;
  readonly balance: GasBalance;
  /** What groups and buildings want, kg/s; and what groups got of it. */
  readonly plannedKgPerS: Float64Array;
  readonly groupShare: Float64Array;
  readonly before: Snapshot;
}

/** What came in is what went out and what the pipes hold more. */
export interface GasBalance {
  fedKg: number;
  servedKg: number;
  leakedKg: number;
  packBeforeKg: number;
  packAfterKg: number;
  /** Over nominal, of any point above the low level and of any on it; infinite where there is none. */
  lowestMedium: number;
  lowestLow: number;
  unsolved: number;
}

/** Where a step began, to be tried again in shorter ones. */
export interface Snapshot {
  readonly massFlowKgPerS: Float64Array;
  readonly potential: Float64Array;
  readonly linkState: Uint8Array;
  readonly storedKg: Float64Array;
  readonly switches: Switches;
}

/** Null where the scene has no gas; then it costs nothing. */
export function startGas(scene: CompiledScene, buildingNode: Int32Array, stationIds: readonly string[]): GasRun | null {
  const plan = planGas(scene, buildingNode, stationIds);
  if (plan === null) return null;
  const problems = checkPipeNetwork(plan.network);
  if (problems.length > 0) throw new Error(`met gas.json with ${problems[0].message} at ${problems[0].path.join('.')}`);
  const solver = createPipeSolver(plan.network);
  const { state } = solver;
  const node = () => new Float64Array(plan.network.nodes.count);
  const group = () => new Float64Array(plan.groups.length);
  return {
    plan,
    solver,
    breaks: createBreaks(plan),
    switches: createSwitches(plan.groups.length),
    tripCause: new Int32Array(plan.groups.length),
    galleries: noGalleryMains(plan.pipeCount),
    fails: new Uint8Array(plan.regulatorCount),
    wantedKg: node(),
    servedKg: node(),
    balance: {
      fedKg: 0,
      servedKg: 0,
      leakedKg: 0,
      packBeforeKg: 0,
      packAfterKg: 0,
      unsolved: 0,
      lowestMedium: Number.POSITIVE_INFINITY,
      lowestLow: Number.POSITIVE_INFINITY,
    },
    plannedKgPerS: node(),
    groupShare: group().fill(1),
    before: {
      massFlowKgPerS: state.massFlowKgPerS.slice(),
      potential: state.potential.slice(),
      linkState: state.linkState.slice(),
      storedKg: state.storedKg.slice(),
      switches: createSwitches(plan.groups.length),
    },
  };
}

/** A run begins with its pipes as full as they are while houses take what they want and stations stand still. */
export function settleGas(run: GasRun, gasKw: Float64Array): void {
  const { solver, plan } = run;
  const { withdrawalKgPerS } = plan.network.nodes;
  withdrawalKgPerS.fill(0);
  addBuildings(plan, gasKw, withdrawalKgPerS);
  solveSteady(solver);
  fillLinePack(solver);
}

/** kg/s that buildings want, by node. */
export function addBuildings({ buildingNode, kgPerKwh }: GasPlan, gasKw: Float64Array, into: Float64Array): void {
  for (let building = 0; building < buildingNode.length; building++) {
    const node = buildingNode[building];
    if (node >= 0) into[node] += (gasKw[building] * kgPerKwh) / 3_600;
  }
}

export function packKg({ solver }: GasRun): number {
  let sum = 0;
  for (const kg of solver.state.storedKg) sum += kg;
  return sum;
}

/**
 * Of the machines of a kind at a station, the share that has gas: all of those that burn none, none where their switch is
 * shut. Boilers that went short know how much there is; an engine runs or does not.
 */
export function gasFor({ plan, switches }: GasRun, station: number, kind: string): number {
  const burner = kind === 'chp-engine' ? 'engine' : kind === 'gas-boiler' ? 'boiler' : null;
  if (burner === null) return 1;
  for (let g = 0; g < plan.groups.length; g++) {
    const group = plan.groups[g];
    if (group.station !== station || group.burner !== burner) continue;
    if (switches.tripped[g] === 1) return 0;
    return burner === 'engine' ? 1 : switches.mostShare[g];
  }
  return 1;
}

export function keepBefore({ solver: { state }, before, switches }: GasRun): void {
  before.massFlowKgPerS.set(state.massFlowKgPerS);
  before.potential.set(state.potential);
  before.linkState.set(state.linkState);
  before.storedKg.set(state.storedKg);
  copySwitches(switches, before.switches);
}

export function goBack({ solver: { state }, before, switches }: GasRun): void {
  state.massFlowKgPerS.set(before.massFlowKgPerS);
  state.potential.set(before.potential);
  state.linkState.set(before.linkState);
  state.storedKg.set(before.storedKg);
  copySwitches(before.switches, switches);
}

/** Pressures and who is supplied follow from the state, but only a step works them out: a picture may be asked for before. */
export function saveGas(run: GasRun, out: Encoder): void {
  const { state, pressurePa } = run.solver;
  out.float64s(state.massFlowKgPerS).float64s(state.potential).uint8s(state.linkState).float64s(state.storedKg);
  out.float64s(pressurePa).float64s(run.breaks.brokenForS).float64s(run.breaks.crewCameS).uint8s(run.breaks.told);
  saveSwitches(run.switches, out);
  out.int32s(run.tripCause).uint8s(run.fails);
  saveGalleryMains(run.galleries, out);
}

export function loadGas(run: GasRun, from: Decoder): void {
  const { state, pressurePa } = run.solver;
  from.float64s(state.massFlowKgPerS);
  from.float64s(state.potential);
  from.uint8s(state.linkState);
  from.float64s(state.storedKg);
  from.float64s(pressurePa);
  from.float64s(run.breaks.brokenForS);
  from.float64s(run.breaks.crewCameS);
  from.uint8s(run.breaks.told);
  loadSwitches(run.switches, from);
  from.int32s(run.tripCause);
  from.uint8s(run.fails);
  loadGalleryMains(run.galleries, run.plan.network.links.isApart, from);
}
