/**
 * The gas in the pipes as a slow state: each node holds the volume of half of every pipe at it, friction is that of
 * steady flow, and a step is implicit Euler in the mass, so that no step is too long. What is left out is inertia (sound
 * crosses a city's net in seconds). Mass is the state and pressure follows from it, so nothing is ever lost:
 * what is stored changes by exactly what came in less what went out.
 *
 * A pipe that is shut keeps its halves at its two ends, as if it were shut in the middle; one that is parted at both ends
 * takes its content with it.
 */
import { PI } from '../../kernel/math';
import { meanPressurePa } from './figures';
import { compressibilityAt, densityPerPascal } from './fluid';
import { pressureOfStored } from './ground-elements';
import { prepareLinks } from './link-laws';
import { LinkKind } from './network';
import { potentialOf } from './potential';
import { type SolveOutcome, settle } from './solve';
import type { PipeSolver } from './solver';

/** Fills the pipes to the pressures just found; what is dead is left at the air's pressure. */
export function fillLinePack(solver: PipeSolver): void {
  const gas = gasOf(solver);
  measureCapacity(solver);
  const { state, pressurePa, ambientPa, ground } = solver;
  for (let n = 0; n < ground.capacity.length; n++) {
    const pressure = pressurePa[n] + ambientPa[n];
    state.storedKg[n] = (ground.capacity[n] * pressure) / compressibilityAt(gas.compressibility, pressure);
  }
}

/** One step of so many seconds. Rigid consumers are served whatever the pressure; give them a minimum to let them go short. */
export function advanceLinePack(solver: PipeSolver, stepSeconds: number): SolveOutcome {
  if (!(stepSeconds > 0)) throw new Error(`a step of ${stepSeconds} s, expected more than 0`);
  const gas = gasOf(solver);
  const { state, ground, network } = solver;
  const { storage, storedBefore, capacity } = ground;
  prepareLinks(solver);
  measureCapacity(solver);
  storedBefore.set(state.storedKg);
  for (let n = 0; n < network.nodes.count; n++) {
    storage.isActive[n] = capacity[n] > 0 ? 1 : 0;
    storage.flow[n] = 0;
    if (capacity[n] > 0 && network.nodes.isHeld[n] === 0) {
      state.potential[n] = potentialOf(
        gas.compressibility,
        pressureOfStored(gas.compressibility, capacity[n], state.storedKg[n]),
      );
    }
  }
  ground.stepSeconds = stepSeconds;
  const outcome = settle(solver);
  if (outcome.state !== 'diverged') {
    measureIntake(solver);
    for (let n = 0; n < network.nodes.count; n++) {
      if (storage.isActive[n] !== 0) state.storedKg[n] = storedBefore[n] + stepSeconds * storage.flow[n];
    }
  }
  ground.stepSeconds = 0;
  storage.isActive.fill(0);
  return outcome;
}

/** What each node takes in is what its links bring less what leaves it, to the last bits; a held node has what it needs. */
function measureIntake({ network, state, ground, servedKgPerS, leakKgPerS }: PipeSolver): void {
  const { nodes, links } = network;
  const intake = ground.storage.flow;
  for (let n = 0; n < nodes.count; n++) if (nodes.isHeld[n] === 0) intake[n] = -servedKgPerS[n] - leakKgPerS[n];
  for (let i = 0; i < links.count; i++) {
    const [from, to] = [links.from[i], links.to[i]];
    if (nodes.isHeld[from] === 0) intake[from] -= state.massFlowKgPerS[i];
    if (nodes.isHeld[to] === 0) intake[to] += state.massFlowKgPerS[i];
  }
}

/** kg in one pipe from its mean pressure. */
export function pipeContentKg(solver: PipeSolver, i: number): number {
  const gas = gasOf(solver);
  const pressure = meanPressurePa(solver, i);
  return (capacityOf(solver, i) * pressure) / compressibilityAt(gas.compressibility, pressure);
}

/** Parts a pipe at both ends; answers what it takes with it, kg. Pressures at its ends stay as they are. */
export function partPipe(solver: PipeSolver, i: number): number {
  const { links } = solver.network;
  const { storedKg } = solver.state;
  measureCapacity(solver);
  const half = 0.5 * capacityOf(solver, i);
  let kg = 0;
  for (const n of [links.from[i], links.to[i]]) {
    const taken = (storedKg[n] * half) / solver.ground.capacity[n];
    storedKg[n] -= taken;
    kg += taken;
  }
  links.isApart[i] = 1;
  return kg;
}

/** Joins it again, with so much in it: half to either end. */
export function joinPipe(solver: PipeSolver, i: number, kg: number): void {
  const { links } = solver.network;
  links.isApart[i] = 0;
  for (const n of [links.from[i], links.to[i]]) solver.state.storedKg[n] += 0.5 * kg;
}

function measureCapacity(solver: PipeSolver): void {
  const { network, ground } = solver;
  const { links } = network;
  ground.capacity.fill(0);
  for (let i = 0; i < links.count; i++) {
    if (links.isApart[i] === 1) continue;
    const half = 0.5 * capacityOf(solver, i);
    ground.capacity[links.from[i]] += half;
    ground.capacity[links.to[i]] += half;
  }
}

/** kg per Pa of p/K. */
function capacityOf(solver: PipeSolver, i: number): number {
  const { kind, lengthM, diameterM, temperatureK } = solver.network.links;
  if (kind[i] !== LinkKind.pipe) return 0;
  return 0.25 * PI * diameterM[i] * diameterM[i] * lengthM[i] * densityPerPascal(gasOf(solver), temperatureK[i]);
}

function gasOf({ network: { fluid } }: PipeSolver) {
  if (fluid.phase !== 'gas' || fluid.law !== 'squares')
    throw new Error('only gas by the law of squares is stored in pipes');
  return fluid;
}
