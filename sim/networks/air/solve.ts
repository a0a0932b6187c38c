/**
 * Loops and nodes at once by Newton on flows and pressures, the flows eliminated branch by branch: what is left is one
 * symmetric system the size of the nodes (Todini & Pilati 1987, as for pipes; Hardy Cross's loops are the slow way). All
 * laws rise with the flow, so the answer is the lowest place of a convex function, and a step that climbs again on the
 * far side is shortened to about where it is lowest.
 */
import { refactor, solve } from '../sparse';
import { evaluateBranch } from './branch-law';
import { pinParts } from './parts';
import type { AirReport, AirSolver } from './solver';

/** Sum of changes of flow over sum of flows; the step after would change the square of it. */
const FLOW_TOLERANCE = 1e-9;
const PRESSURE_TOLERANCE_PA = 1e-8;
/** Counts as flow when changes are compared with flows, so that where nothing flows noise is no change. */
const CREEP_M3_PER_S = 1e-6;
const MOST_ITERATIONS = 200;
const FLAT_SHARE = 0.2;
const MOST_SHORTENINGS = 10;

/** Solves from where `flowM3PerS` and `pressurePa` stand; a part that cannot be solved is said in the report. */
export function solveAir(solver: AirSolver): AirReport {
  const { network, factor, right, step, report } = solver;
  report.converged = false;
  report.iterations = 0;
  report.sealedAt = pinParts(solver);
  if (report.sealedAt >= 0) return report;
  evaluateAll(solver);
  for (let iteration = 1; iteration <= MOST_ITERATIONS && !report.converged; iteration++) {
    report.iterations = iteration;
    assemble(solver);
    if (refactor(factor) >= 0) return measured(solver);
    solve(factor, right, step);
    const moved = takePressures(solver);
    const descent = planFlows(solver);
    const changed = relativeChange(solver);
    if (Number.isNaN(changed)) return measured(solver);
    solver.flowBefore.set(solver.flowM3PerS);
    takeFlows(solver, 1);
    evaluateAll(solver);
    // The first step finds the balance and is never shortened; the last ones are rounding.
    const length = iteration === 1 || changed <= FLOW_TOLERANCE ? 1 : shorten(solver, descent);
    const widest = Math.max(1, widestPressure(solver));
    report.converged = length === 1 && changed <= FLOW_TOLERANCE && moved <= PRESSURE_TOLERANCE_PA * widest;
  }
  for (let b = 0; b < network.branchCount; b++) if (network.isOpen[b] === 0) solver.flowM3PerS[b] = 0;
  return measured(solver);
}

function evaluateAll({ network, flowM3PerS, drop, slope, law }: AirSolver): void {
  for (let b = 0; b < network.branchCount; b++) {
    if (network.isOpen[b] === 0) continue;
    evaluateBranch(network, b, flowM3PerS[b], law);
    drop[b] = law[0] - network.drivePa[b];
    slope[b] = law[1];
  }
}

function assemble({ network, factor, right, isPinned, flowM3PerS, pressurePa, drop, slope, unmoved }: AirSolver): void {
  const { nodeCount, branchCount, from, to, isOpen, inflowM3PerS } = network;
  const { diagonal, offDiagonal } = factor;
  diagonal.fill(0);
  right.set(inflowM3PerS);
  for (let b = 0; b < branchCount; b++) {
    offDiagonal[b] = 0;
    if (isOpen[b] === 0) continue;
    const p = from[b];
    const q = to[b];
    const give = 1 / slope[b];
    unmoved[b] = flowM3PerS[b] - give * (drop[b] - pressurePa[p] + pressurePa[q]);
    right[p] -= unmoved[b];
    right[q] += unmoved[b];
    diagonal[p] += give;
    diagonal[q] += give;
    if (isPinned[p] === 0 && isPinned[q] === 0) offDiagonal[b] = -give;
  }
  for (let n = 0; n < nodeCount; n++) {
    if (isPinned[n] === 0) continue;
    diagonal[n] = 1;
    right[n] = 0;
  }
}

/** Moves the pressures; says by how much at most. */
function takePressures({ network, isPinned, pressurePa, step }: AirSolver): number {
  let most = 0;
  for (let n = 0; n < network.nodeCount; n++) {
    if (isPinned[n] !== 0) step[n] = 0;
    pressurePa[n] += step[n];
    most = Math.max(most, Math.abs(step[n]));
  }
  return most;
}

/** Full steps of all flows and how steeply they go down the convex function. */
function planFlows({ network, flowM3PerS, slope, unmoved, step, flowStep }: AirSolver): number {
  let descent = 0;
  for (let b = 0; b < network.branchCount; b++) {
    flowStep[b] = 0;
    if (network.isOpen[b] === 0) continue;
    flowStep[b] = unmoved[b] - flowM3PerS[b] + (step[network.from[b]] - step[network.to[b]]) / slope[b];
    descent += slope[b] * flowStep[b] * flowStep[b];
  }
  return descent;
}

function relativeChange({ network, flowM3PerS, flowStep }: AirSolver): number {
  let total = CREEP_M3_PER_S;
  let changed = 0;
  for (let b = 0; b < network.branchCount; b++) {
    if (network.isOpen[b] === 0) continue;
    total += Math.abs(flowM3PerS[b] + flowStep[b]);
    changed += Math.abs(flowStep[b]);
  }
  return changed / total;
}

function takeFlows({ network, flowM3PerS, flowBefore, flowStep }: AirSolver, length: number): void {
  for (let b = 0; b < network.branchCount; b++) {
    if (network.isOpen[b] !== 0) flowM3PerS[b] = flowBefore[b] + length * flowStep[b];
  }
}

/** Climb of the convex function along the step at the present flows. */
function climbOf({ network, pressurePa, drop, flowStep }: AirSolver): number {
  let climb = 0;
  for (let b = 0; b < network.branchCount; b++) {
    if (network.isOpen[b] === 0) continue;
    climb += (drop[b] - pressurePa[network.from[b]] + pressurePa[network.to[b]]) * flowStep[b];
  }
  return climb;
}

/** Cuts a step that climbs at its end to about where the function is lowest along it, by false position (Illinois). */
function shorten(solver: AirSolver, descent: number): number {
  const flat = FLAT_SHARE * descent;
  let high = 1;
  let climbHigh = climbOf(solver);
  if (!(climbHigh > flat)) return 1;
  let low = 0;
  let climbLow = -descent;
  let length = 1;
  for (let tries = 0; tries < MOST_SHORTENINGS; tries++) {
    length = low + ((high - low) * -climbLow) / (climbHigh - climbLow);
    length = Math.min(Math.max(length, low + 0.02 * (high - low)), high - 0.02 * (high - low));
    takeFlows(solver, length);
    evaluateAll(solver);
    const climb = climbOf(solver);
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

function widestPressure({ network, pressurePa }: AirSolver): number {
  let widest = 0;
  for (let n = 0; n < network.nodeCount; n++) widest = Math.max(widest, Math.abs(pressurePa[n]));
  return widest;
}

function measured(solver: AirSolver): AirReport {
  const { network, report, right, drop, flowM3PerS, pressurePa } = solver;
  const { from, to, isOpen, inflowM3PerS, isHeld, nodeCount, branchCount } = network;
  evaluateAll(solver);
  report.worstLawPa = 0;
  right.set(inflowM3PerS);
  for (let b = 0; b < branchCount; b++) {
    if (isOpen[b] === 0) continue;
    report.worstLawPa = Math.max(report.worstLawPa, Math.abs(drop[b] - pressurePa[from[b]] + pressurePa[to[b]]));
    right[from[b]] -= flowM3PerS[b];
    right[to[b]] += flowM3PerS[b];
  }
  report.worstBalanceM3PerS = 0;
  for (let n = 0; n < nodeCount; n++) {
    if (isHeld[n] === 0) report.worstBalanceM3PerS = Math.max(report.worstBalanceM3PerS, Math.abs(right[n]));
  }
  return report;
}
