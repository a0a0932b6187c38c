/** One network, solved: steady, or over one step of the gas in its pipes. */
import { PI } from '../../kernel/math';
import { resetControls, restlessLinks, settleControls, shutByPassed } from './controls';
import { densityPerPascal } from './fluid';
import { outflowPerArea } from './ground-elements';
import { prepareLinks } from './link-laws';
import { solveByNewton } from './newton';
import { pressureOf } from './potential';
import type { PipeSolver } from './solver';
import { deadIslands, markSupplied, potentialAt } from './supply';

export interface SolveOutcome {
  /** `islanded`: solved, but some nodes hang on no held pressure. */
  readonly state: 'converged' | 'islanded' | 'diverged';
  readonly iterations: number;
  /** Groups of dead nodes. */
  readonly islands: readonly (readonly number[])[];
  /** Of a solve that diverged. */
  readonly reason?: DivergedReason;
  /** Nodes that the reason is about, or links where it is about controls. */
  readonly at: readonly number[];
}

/**
 * `no-solution`: Newton did not come to rest. `below-vacuum`: more gas is wanted than any pressure could push through.
 * `restless-controls`: regulators or check valves that change their mind for ever.
 */
export type DivergedReason = 'no-solution' | 'below-vacuum' | 'restless-controls';

const MOST_ROUNDS = 60;
/** Of the largest flow; less through a check valve the wrong way is rounding. */
const FLOW_BAND = 1e-9;

/** Solves for steady flow. `cold` forgets what was found before; otherwise flows, pressures and controls start from it. */
export function solveSteady(solver: PipeSolver, start: 'cold' | 'kept' = 'cold'): SolveOutcome {
  solver.ground.stepSeconds = 0;
  solver.ground.storage.isActive.fill(0);
  prepareLinks(solver);
  if (start === 'cold') forget(solver);
  return settle(solver);
}

function isSound({ massFlowKgPerS, potential }: PipeSolver['state']): boolean {
  return massFlowKgPerS.every(Number.isFinite) && potential.every(Number.isFinite);
}

/** m/s from which Newton starts: what pipes are laid for. */
const START_LIQUID_MPS = 0.5;
const START_GAS_MPS = 5;

/** Forgets flows, pressures and how the controls stood. */
function forget(solver: PipeSolver): void {
  resetControls(solver);
  forgetFlows(solver);
}

function forgetFlows(solver: PipeSolver): void {
  const { network, state, densityPerPressure } = solver;
  const { nodes, links, fluid } = network;
  for (let i = 0; i < links.count; i++) {
    const flux =
      fluid.phase === 'gas' ? fluid.normalDensityKgPerM3 * START_GAS_MPS : densityPerPressure[i] * START_LIQUID_MPS;
    const diameter = Math.max(links.diameterM[i], 0.02);
    state.massFlowKgPerS[i] = 0.25 * PI * diameter * diameter * flux;
  }
  let sum = 0;
  let held = 0;
  for (let n = 0; n < nodes.count; n++) {
    if (nodes.isHeld[n] === 0) continue;
    sum += nodes.heldPressurePa[n];
    held++;
  }
  const guess = held > 0 ? sum / held : 0;
  for (let n = 0; n < nodes.count; n++) state.potential[n] = potentialAt(solver, n, guess);
}

/** Newton, then the controls, until they agree. */
export function settle(solver: PipeSolver): SolveOutcome {
  const { network, state } = solver;
  const changes = new Uint8Array(network.links.count);
  let iterations = 0;
  let reason: DivergedReason | undefined;
  let at: readonly number[] = [];
  let startedAgain = false;
  for (let round = 0; ; round++) {
    markSupplied(solver);
    startWithdrawals(solver);
    const found = solveByNewton(solver);
    iterations += found.iterations;
    if (!found.converged) {
      // Once more from nothing, without whatever may have led astray.
      if (!startedAgain) {
        startedAgain = true;
        shutByPassed(solver);
        forgetFlows(solver);
        continue;
      }
      reason = 'no-solution';
      at = found.singularAt >= 0 ? [found.singularAt] : [];
      break;
    }
    let widest = 0;
    for (let i = 0; i < network.links.count; i++) widest = Math.max(widest, Math.abs(state.massFlowKgPerS[i]));
    if (!settleControls(solver, FLOW_BAND * widest, changes)) break;
    if (round === MOST_ROUNDS) {
      reason = 'restless-controls';
      break;
    }
  }
  const restless = restlessLinks(solver, changes);
  if (reason !== 'no-solution' && restless.length > 0) {
    reason = 'restless-controls';
    at = restless;
  }
  // Numbers that ran away are nobody's: better what is known before anything is.
  if (reason === 'no-solution' && !isSound(state)) {
    forget(solver);
    state.massFlowKgPerS.fill(0);
    startWithdrawals(solver);
  }
  takeResults(solver);
  if (reason === undefined && network.fluid.phase === 'gas') {
    const empty: number[] = [];
    for (let n = 0; n < network.nodes.count; n++) {
      if (solver.isSupplied[n] !== 0 && !(state.potential[n] > 0)) empty.push(n);
    }
    if (empty.length > 0) {
      reason = 'below-vacuum';
      at = empty;
    }
  }
  const islands = deadIslands(solver);
  const ended = reason !== undefined ? 'diverged' : islands.length > 0 ? 'islanded' : 'converged';
  return { state: ended, iterations, islands, at, ...(reason !== undefined && { reason }) };
}

/** Flows of what leaves the network, from the pressures as they are. */
function startWithdrawals(solver: PipeSolver): void {
  const { network, state, isSupplied, ground } = solver;
  const { nodes } = network;
  const { consumer, hole } = ground;
  for (let n = 0; n < nodes.count; n++) {
    const wanted = nodes.withdrawalKgPerS[n];
    const hasShare = isSupplied[n] !== 0 && wanted > 0 && nodes.minimumPressurePa[n] > 0;
    consumer.isActive[n] = hasShare ? 1 : 0;
    if (hasShare) {
      ground.none[n] = potentialAt(solver, n, 0);
      ground.all[n] = potentialAt(solver, n, nodes.minimumPressurePa[n]);
      const share = (state.potential[n] - ground.none[n]) / (ground.all[n] - ground.none[n]);
      consumer.least[n] = 0;
      consumer.most[n] = wanted;
      consumer.flow[n] = wanted * Math.sqrt(Math.min(Math.max(share, 0.01), 1));
    }
    hole.isActive[n] = isSupplied[n] !== 0 && nodes.leakAreaM2[n] > 0 ? 1 : 0;
    hole.least[n] = 0;
    if (hole.isActive[n] !== 0) hole.flow[n] = firstLeak(solver, n);
  }
}

const out = new Float64Array(2);

function firstLeak(
  { network, state, ambientPa, densityPerPressure, linkStart, linkAt }: PipeSolver,
  n: number,
): number {
  const { fluid, nodes } = network;
  const link = linkStart[n] < linkStart[n + 1] ? linkAt[linkStart[n]] : -1;
  if (fluid.phase === 'gas' && fluid.law === 'squares') {
    const pressure = Math.max(pressureOf(fluid.compressibility, state.potential[n]), 1.001 * ambientPa[n]);
    const perPascal = link >= 0 ? densityPerPressure[link] : densityPerPascal(fluid, 283.15);
    outflowPerArea(fluid, perPascal, pressure, ambientPa[n], out);
    return out[0] * nodes.leakAreaM2[n];
  }
  const density = link >= 0 ? densityPerPressure[link] : 1;
  const over = Math.max(state.potential[n] - ambientPa[n], 1);
  return nodes.leakAreaM2[n] * Math.sqrt(2 * density * over);
}

/** Pressures, and what came in and went out, from what Newton found. */
function takeResults(solver: PipeSolver): void {
  const { network, state, isSupplied, ground, pressurePa, servedKgPerS, leakKgPerS, fedKgPerS } = solver;
  const { nodes, links } = network;
  for (let n = 0; n < nodes.count; n++) {
    const alive = isSupplied[n] !== 0;
    pressurePa[n] = alive ? gaugePressurePa(solver, n) : 0;
    const wanted = nodes.withdrawalKgPerS[n];
    servedKgPerS[n] = !alive ? 0 : ground.consumer.isActive[n] !== 0 ? ground.consumer.flow[n] : wanted;
    leakKgPerS[n] = ground.hole.isActive[n] !== 0 ? ground.hole.flow[n] : 0;
    fedKgPerS[n] = 0;
    if (nodes.isHeld[n] === 0) continue;
    fedKgPerS[n] = servedKgPerS[n] + leakKgPerS[n] + (ground.storage.isActive[n] !== 0 ? ground.storage.flow[n] : 0);
  }
  for (let i = 0; i < links.count; i++) {
    if (nodes.isHeld[links.from[i]] !== 0) fedKgPerS[links.from[i]] += state.massFlowKgPerS[i];
    if (nodes.isHeld[links.to[i]] !== 0) fedKgPerS[links.to[i]] -= state.massFlowKgPerS[i];
  }
}

function gaugePressurePa({ network: { fluid }, state, ambientPa }: PipeSolver, n: number): number {
  const potential = state.potential[n];
  if (fluid.phase === 'liquid') return potential;
  if (fluid.law === 'low') return potential - ambientPa[n];
  return pressureOf(fluid.compressibility, potential) - ambientPa[n];
}
