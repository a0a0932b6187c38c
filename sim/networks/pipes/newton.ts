/**
 * The global gradient method: Newton on flows and potentials at once, the flows eliminated link by link, so that what is
 * left is one symmetric system the size of the nodes (Todini & Pilati, "A gradient method for the analysis of pipe
 * networks", 1987). From the first full step on every node's flows balance; each further step goes down a convex function
 * of the flows (Collins et al., 1978), and one that goes too far along it is shortened. Heights in gas and the mean
 * pressure in pumps are taken from the iterate before.
 */
import { refactor, solve } from '../sparse';
import { asymmetricTerms, correctForTerms, holdsNow, shareOf } from './asymmetric';
import { compressibilityAt, densityPerPascal, NORMAL_PRESSURE_PA } from './fluid';
import { consumerLaw, type GroundLayer, holeLaw, storageLaw } from './ground-elements';
import { evaluateLinks } from './link-laws';
import { pressureOf } from './potential';
import type { PipeSolver } from './solver';

/** Sum of changes of flow over sum of flows; the step after would change the square of it. */
const FLOW_TOLERANCE = 1e-8;
/** In a step of line-pack, which ends in masses and not in flows: the next step, a thousandth of it, would be felt nowhere. */
const PACK_TOLERANCE = 1e-6;
const PACK_POTENTIAL_TOLERANCE = 2e-8;
const POTENTIAL_TOLERANCE = 1e-9;
/** Of the largest flow; half of what is promised. */
const BALANCE = 5e-10;
/** A change of flows below this that falls no more is rounding. */
const NOISE_BELOW = 1e-6;
/** A creep that counts as flow when changes are compared with flows, so that where nothing flows noise is no change. */
const CREEP_MPS = 0.01;
const MOST_ITERATIONS = 100;
/** After so many what is taken from the iterate before is taken by halves, lest two iterates throw each other to and fro. */
const SWIFT_ITERATIONS = 20;
/** Of the slope at a step's start; less is lowest enough. */
const FLAT_SHARE = 0.2;
const MOST_SHORTENINGS = 10;

export interface NewtonResult {
  readonly converged: boolean;
  readonly iterations: number;
  /** The node at which the matrix has no positive pivot, or −1. */
  readonly singularAt: number;
}

export function solveByNewton(solver: PipeSolver): NewtonResult {
  const { state, flowBefore, factor, right, step } = solver;
  const layers = activeLayers(solver);
  const creep = creepFlow(solver);
  const isPack = solver.ground.stepSeconds > 0;
  const tolerance = isPack ? PACK_TOLERANCE : FLOW_TOLERANCE;
  const potentialTolerance = isPack ? PACK_POTENTIAL_TOLERANCE : POTENTIAL_TOLERANCE;
  let change = Number.POSITIVE_INFINITY;
  evaluateAll(solver, 1);
  for (let iteration = 1; iteration <= MOST_ITERATIONS; iteration++) {
    assemble(solver, layers);
    const bad = refactor(factor);
    if (bad >= 0) return { converged: false, iterations: iteration, singularAt: bad };
    solve(factor, right, step);
    if (!correctForTerms(solver, asymmetricTerms(solver), step)) {
      return { converged: false, iterations: iteration, singularAt: -1 };
    }
    const moved = takePotentials(solver);
    const descent = planFlows(solver, layers);
    flowBefore.set(state.massFlowKgPerS);
    for (const layer of layers) layer.before.set(layer.flow);
    const regulated = takeRegulatorFlows(solver);

    const before = change;
    change = relativeChange(solver, layers, creep, regulated);
    if (Number.isNaN(change)) return { converged: false, iterations: iteration, singularAt: -1 };

    takeFlows(solver, layers, 1);
    evaluateAll(solver, iteration > SWIFT_ITERATIONS ? 0.5 : 1);
    // The first step finds the balance and is never shortened; the last ones are rounding.
    const length = iteration === 1 || change <= tolerance ? 1 : shorten(solver, layers, descent);
    if (moved > potentialTolerance) continue;
    // Round short wide loops the last bits of the potentials move flows by more than that; then it stops falling.
    const asStillAsCanBe = change < NOISE_BELOW && change > 0.5 * before;
    const isStill = length === 1 && change <= tolerance && isBalanced(solver, layers, creep);
    if (isStill || asStillAsCanBe) return { converged: true, iterations: iteration, singularAt: -1 };
  }
  return { converged: false, iterations: MOST_ITERATIONS, singularAt: -1 };
}

/**
 * A full step that climbs on the far side is cut to about where the convex function is lowest along it, found between
 * two sides by false position (Illinois). Without it two flows on either side of where friction turns from laminar to
 * turbulent can send Newton to and fro for ever.
 */
function shorten(solver: PipeSolver, layers: readonly GroundLayer[], descent: number): number {
  const flat = FLAT_SHARE * descent;
  let high = 1;
  let climbHigh = directional(solver, layers);
  if (!(climbHigh > flat)) return 1;
  let low = 0;
  let climbLow = -descent;
  let length = 1;
  for (let tries = 0; tries < MOST_SHORTENINGS; tries++) {
    length = low + ((high - low) * -climbLow) / (climbHigh - climbLow);
    length = Math.min(Math.max(length, low + 0.02 * (high - low)), high - 0.02 * (high - low));
    takeFlows(solver, layers, length);
    evaluateAll(solver, 0);
    const climb = directional(solver, layers);
    if (Math.abs(climb) <= flat) break;
    if (climb > 0) {
      high = length;
      climbHigh = climb;
      climbLow *= 0.5;
    } else {
      low = length;
      climbLow = climb;
      climbHigh *= 0.5;
    }
  }
  return length;
}

/** kg/s over all links if each crept. */
function creepFlow({ network, densityPerPressure }: PipeSolver): number {
  const { fluid, links } = network;
  let sum = 0;
  for (let i = 0; i < links.count; i++) {
    const density = fluid.phase === 'gas' ? fluid.normalDensityKgPerM3 : densityPerPressure[i];
    sum += links.diameterM[i] * links.diameterM[i] * density * CREEP_MPS;
  }
  return sum > 0 ? sum : CREEP_MPS;
}

/** Sum of the steps' sizes over the sum of the flows'. */
function relativeChange(solver: PipeSolver, layers: readonly GroundLayer[], creep: number, regulated: number): number {
  const { network, state, flowStep } = solver;
  let total = creep;
  let changed = regulated;
  for (let i = 0; i < network.links.count; i++) {
    total += Math.abs(state.massFlowKgPerS[i]);
    changed += Math.abs(flowStep[i]);
  }
  for (const layer of layers) {
    for (let n = 0; n < layer.flow.length; n++) {
      if (layer.isActive[n] === 0) continue;
      total += Math.abs(layer.flow[n]);
      changed += Math.abs(layer.step[n]);
    }
  }
  return changed / total;
}

/**
 * Whether what comes to every free node goes on from it. A full step sees to that to the last bits, but where a gas
 * pump's inlet is near vacuum it takes another.
 */
function isBalanced(solver: PipeSolver, layers: readonly GroundLayer[], creep: number): boolean {
  const { network, state, isPinned, isSupplied, ground } = solver;
  const { nodes, links } = network;
  const left = solver.right; // free until the next iteration
  let widest = creep;
  for (let n = 0; n < nodes.count; n++) left[n] = ground.consumer.isActive[n] !== 0 ? 0 : -nodes.withdrawalKgPerS[n];
  for (const layer of layers) {
    for (let n = 0; n < nodes.count; n++) if (layer.isActive[n] !== 0) left[n] -= layer.flow[n];
  }
  for (let i = 0; i < links.count; i++) {
    const flow = state.massFlowKgPerS[i];
    left[links.from[i]] -= flow;
    left[links.to[i]] += flow;
    widest = Math.max(widest, Math.abs(flow));
  }
  for (let n = 0; n < nodes.count; n++) {
    if (isPinned[n] === 0 && isSupplied[n] !== 0 && Math.abs(left[n]) > BALANCE * widest) return false;
  }
  return true;
}

/** Only those layers of which some element is active. */
function activeLayers({ ground }: PipeSolver): GroundLayer[] {
  return [ground.consumer, ground.hole, ground.storage].filter((layer) => layer.isActive.includes(1));
}

/**
 * Every law at the present flows. What is taken from the iterate before, the pressures in heights and gas pumps, goes
 * over to the present ones by this share.
 */
function evaluateAll(solver: PipeSolver, share: number): void {
  const { network, state, ground, pressureAbsolutePa, squaredDensity, ambientPa, isSupplied } = solver;
  const { fluid, nodes } = network;
  const inSquares = fluid.phase === 'gas' && fluid.law === 'squares';
  if (share > 0 && inSquares && (solver.hasStatic || solver.pumps.length > 0)) {
    for (let n = 0; n < nodes.count; n++) {
      if (isSupplied[n] === 0) continue;
      const present = pressureOf(fluid.compressibility, state.potential[n]);
      const pressure = share === 1 ? present : pressureAbsolutePa[n] + share * (present - pressureAbsolutePa[n]);
      pressureAbsolutePa[n] = pressure;
      const reduced = pressure / compressibilityAt(fluid.compressibility, pressure);
      squaredDensity[n] = reduced * reduced;
    }
  }
  evaluateLinks(solver);
  const { consumer, hole, storage } = ground;
  for (let n = 0; n < nodes.count; n++) {
    if (consumer.isActive[n] !== 0) {
      consumerLaw(consumer, n, nodes.withdrawalKgPerS[n], ground.none[n], ground.all[n], state.potential[n]);
    }
    if (hole.isActive[n] !== 0) {
      holeLaw(hole, n, fluid, nodes.leakAreaM2[n], densityAtNode(solver, n), ambientPa[n], state.potential[n]);
    }
    if (storage.isActive[n] !== 0 && fluid.phase === 'gas') storageLaw(ground, n, fluid.compressibility);
  }
}

/** ρ of a liquid, ρ per Pa of p/K of a gas, at the first link's temperature. */
function densityAtNode({ network, linkStart, linkAt, densityPerPressure }: PipeSolver, n: number): number {
  if (linkStart[n] < linkStart[n + 1]) return densityPerPressure[linkAt[linkStart[n]]];
  const { fluid } = network;
  if (fluid.phase === 'liquid') return fluid.densityKgPerM3(283.15);
  return densityPerPascal(fluid, 283.15) * (fluid.law === 'low' ? NORMAL_PRESSURE_PA : 1);
}

function assemble(solver: PipeSolver, layers: readonly GroundLayer[]): void {
  const { network, state, factor, right, isActive, isPinned, isSupplied, drop, slope, flowUnmoved } = solver;
  const { nodes, links } = network;
  const { diagonal, offDiagonal } = factor;
  const { massFlowKgPerS: flow, potential } = state;
  diagonal.fill(0);
  for (let n = 0; n < nodes.count; n++) {
    right[n] = isSupplied[n] !== 0 && solver.ground.consumer.isActive[n] === 0 ? -nodes.withdrawalKgPerS[n] : 0;
  }
  for (let i = 0; i < links.count; i++) {
    offDiagonal[i] = 0;
    if (isActive[i] === 0) continue;
    const from = links.from[i];
    const to = links.to[i];
    const give = 1 / slope[i];
    const unmoved = flow[i] - give * (drop[i] - potential[from] + potential[to]);
    flowUnmoved[i] = unmoved;
    right[from] -= unmoved;
    right[to] += unmoved;
    diagonal[from] += give;
    diagonal[to] += give;
    if (isPinned[from] === 0 && isPinned[to] === 0) offDiagonal[i] = -give;
  }
  for (const layer of layers) {
    for (let n = 0; n < nodes.count; n++) {
      if (layer.isActive[n] === 0) continue;
      const give = 1 / layer.slope[n];
      layer.unmoved[n] = layer.flow[n] - give * (layer.drop[n] - potential[n]);
      right[n] -= layer.unmoved[n];
      diagonal[n] += give;
    }
  }
  for (let k = 0; k < solver.flowControls.length; k++) {
    const i = solver.flowControls[k];
    right[links.from[i]] -= flow[i];
    right[links.to[i]] += flow[i];
  }
  // What is before a regulator gives what is behind it takes: at once, but an iteration later where its inlet is held too.
  for (let k = 0; k < solver.regulators.length; k++) {
    const i = solver.regulators[k];
    if (holdsNow(solver, i) && isPinned[links.from[i]] !== 0) right[links.from[i]] -= flow[i];
  }
  for (let k = 0; k < solver.regulators.length; k++) {
    const i = solver.regulators[k];
    if (!holdsNow(solver, i) || isPinned[links.from[i]] !== 0) continue;
    right[links.from[i]] += shareOf(solver, i) * right[links.to[i]];
  }
  for (let n = 0; n < nodes.count; n++) {
    if (isPinned[n] === 0 && isSupplied[n] !== 0) continue;
    diagonal[n] = 1;
    right[n] = 0;
  }
}

/** Moves the potentials; says by how much, relatively. */
function takePotentials({ state, step, isPinned, isSupplied, network }: PipeSolver): number {
  const { potential } = state;
  let most = 0;
  let widest = 1;
  for (let n = 0; n < network.nodes.count; n++) {
    if (isSupplied[n] === 0) continue;
    if (isPinned[n] !== 0) step[n] = 0;
    potential[n] += step[n];
    const size = Math.abs(step[n]);
    if (size > most) most = size;
    if (Math.abs(potential[n]) > widest) widest = Math.abs(potential[n]);
  }
  return most / widest;
}

/**
 * Full steps of all flows, from the same roundings as the matrix had, so that they balance to the last bits; and how
 * steeply they go down the convex function.
 */
function planFlows(solver: PipeSolver, layers: readonly GroundLayer[]): number {
  const { network, state, isActive, slope, lean, flowStep, flowUnmoved, step } = solver;
  const { links, nodes } = network;
  let descent = 0;
  for (let i = 0; i < links.count; i++) {
    flowStep[i] = 0;
    if (isActive[i] === 0) continue;
    const from = links.from[i];
    const moved = ((1 + lean[i]) * step[from] - step[links.to[i]]) / slope[i];
    flowStep[i] = flowUnmoved[i] - state.massFlowKgPerS[i] + moved;
    descent += slope[i] * flowStep[i] * flowStep[i];
  }
  for (const layer of layers) {
    for (let n = 0; n < nodes.count; n++) {
      layer.step[n] = 0;
      if (layer.isActive[n] === 0) continue;
      const full = layer.unmoved[n] + step[n] / layer.slope[n];
      layer.step[n] = Math.min(Math.max(full, layer.least[n]), layer.most[n]) - layer.flow[n];
      descent += layer.slope[n] * layer.step[n] * layer.step[n];
    }
  }
  return descent;
}

function takeFlows(solver: PipeSolver, layers: readonly GroundLayer[], length: number): void {
  const { network, state, isActive, flowBefore, flowStep } = solver;
  for (let i = 0; i < network.links.count; i++) {
    if (isActive[i] !== 0) state.massFlowKgPerS[i] = flowBefore[i] + length * flowStep[i];
  }
  for (const layer of layers) {
    for (let n = 0; n < layer.flow.length; n++) {
      if (layer.isActive[n] === 0) continue;
      layer.flow[n] = layer.before[n] + length * layer.step[n];
    }
  }
}

function directional(solver: PipeSolver, layers: readonly GroundLayer[]): number {
  const { network, state, isActive, drop, flowStep } = solver;
  const { links } = network;
  const { potential } = state;
  let climb = 0;
  for (let i = 0; i < links.count; i++) {
    if (isActive[i] !== 0) climb += (drop[i] - potential[links.from[i]] + potential[links.to[i]]) * flowStep[i];
  }
  for (const layer of layers) {
    for (let n = 0; n < layer.flow.length; n++) {
      if (layer.isActive[n] !== 0) climb += (layer.drop[n] - potential[n]) * layer.step[n];
    }
  }
  return climb;
}

/** Gives every regulator that holds what the node behind it takes after a full step; the sum of changes. */
function takeRegulatorFlows(solver: PipeSolver): number {
  const { network, state } = solver;
  const { links } = network;
  const flow = state.massFlowKgPerS;
  let changed = 0;
  for (let k = 0; k < solver.regulators.length; k++) {
    const i = solver.regulators[k];
    if (!holdsNow(solver, i)) continue;
    const taken = shareOf(solver, i) * takenAt(solver, links.to[i]);
    changed += Math.abs(taken - flow[i]);
    flow[i] = taken;
  }
  return changed;
}

/** What a node gives on and uses up after a full step, less what comes to it otherwise than through regulators that hold it. */
function takenAt(solver: PipeSolver, n: number): number {
  const { network, state, ground, isActive, flowStep, linkStart, linkAt } = solver;
  const { links, nodes } = network;
  const { consumer, hole, storage } = ground;
  let taken = consumer.isActive[n] !== 0 ? consumer.flow[n] + consumer.step[n] : nodes.withdrawalKgPerS[n];
  if (hole.isActive[n] !== 0) taken += hole.flow[n] + hole.step[n];
  if (storage.isActive[n] !== 0) taken += storage.flow[n] + storage.step[n];
  for (let s = linkStart[n]; s < linkStart[n + 1]; s++) {
    const i = linkAt[s];
    if (holdsNow(solver, i) && links.to[i] === n) continue;
    const flow = state.massFlowKgPerS[i] + (isActive[i] !== 0 ? flowStep[i] : 0);
    taken += links.from[i] === n ? flow : -flow;
  }
  return taken;
}
