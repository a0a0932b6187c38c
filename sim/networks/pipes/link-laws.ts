/**
 * What a flow costs each link, as a difference of potential, and how that grows with the flow.
 *
 * Pipes: Darcy–Weisbach with fittings, (λL/d + ζ)·ρv²/2; in p² for gas. Written as a share linear in the flow (laminar)
 * and one with its square, so that at no flow the slope is Hagen–Poiseuille's and never 0. What has no length of its own
 * (valves, pumps, regulators wide open) is given the laminar friction of one diameter: a hundred-thousandth of what is
 * felt anywhere, and the matrix stays finite. Height: ρgΔh, for gas at the mean of (p/K)² at both ends.
 *
 * A pump in gas lifts what passes at the mean of its two pressures, as STANET reckons it.
 */
import { PI } from '../../kernel/math';
import { compressibilityAt, densityPerPascal, GRAVITY_MPS2, NORMAL_PRESSURE_PA } from './fluid';
import { evaluateFriction, fullyRough, LAMINAR_TO_RE } from './friction';
import { LinkKind } from './network';
import { potentialOf, potentialSlope } from './potential';
import { evaluatePumpCurve } from './pump-curve';
import type { PipeSolver } from './solver';

/** Of links whose file names no diameter. */
const PLAIN_DIAMETER_M = 0.1;

/** A tenth of the air's pressure: a pump's inlet is not reckoned with below. */
const LEAST_INLET_PA = 10_000;

const found = new Float64Array(2);

/** Constants of every link from diameters, lengths, temperatures; cheap beside a solve, so done before each. */
export function prepareLinks(solver: PipeSolver): void {
  const { network, laminarCoefficient, frictionCoefficient, squareCoefficient, reynoldsPerFlow } = solver;
  const { relativeRoughness, staticCoefficient, densityPerPressure } = solver;
  const { fluid, friction, links, nodes } = network;
  for (let i = 0; i < links.count; i++) {
    const isPipe = links.kind[i] === LinkKind.pipe;
    const diameter = links.diameterM[i] > 0 ? links.diameterM[i] : PLAIN_DIAMETER_M;
    const length = isPipe ? links.lengthM[i] : diameter;
    const area = 0.25 * PI * diameter * diameter;
    const height = nodes.heightM[links.to[i]] - nodes.heightM[links.from[i]];
    const temperature = links.temperatureK[i];
    let viscosity: number;
    let coefficient: number;
    if (fluid.phase === 'gas') {
      viscosity = fluid.viscosityPaS;
      const perPascal = densityPerPascal(fluid, temperature);
      if (fluid.law === 'squares') {
        densityPerPressure[i] = perPascal;
        coefficient = 1 / (perPascal * area * area);
        staticCoefficient[i] = 2 * perPascal * GRAVITY_MPS2 * height;
      } else {
        densityPerPressure[i] = perPascal * NORMAL_PRESSURE_PA;
        coefficient = 1 / (2 * densityPerPressure[i] * area * area);
        staticCoefficient[i] = densityPerPressure[i] * GRAVITY_MPS2 * height;
      }
    } else {
      viscosity = fluid.viscosityPaS(temperature);
      densityPerPressure[i] = fluid.densityKgPerM3(temperature);
      coefficient = 1 / (2 * densityPerPressure[i] * area * area);
      staticCoefficient[i] = densityPerPressure[i] * GRAVITY_MPS2 * height;
    }
    reynoldsPerFlow[i] = 4 / (PI * viscosity * diameter);
    relativeRoughness[i] = links.roughnessM[i] / diameter;
    laminarCoefficient[i] = coefficient * 16 * PI * viscosity * length;
    frictionCoefficient[i] = isPipe ? (coefficient * length) / diameter : 0;
    squareCoefficient[i] = coefficient * links.lossCoefficient[i];
    if (isPipe && friction === 'nikuradse') {
      squareCoefficient[i] += frictionCoefficient[i] * fullyRough(relativeRoughness[i]);
    }
  }
}

/** `drop` and `slope` of every active link at its present flow. */
export function evaluateLinks(solver: PipeSolver): void {
  const { network, state, isActive, drop, slope, lean } = solver;
  const { laminarCoefficient, frictionCoefficient, squareCoefficient, reynoldsPerFlow, relativeRoughness } = solver;
  const { staticCoefficient, squaredDensity, hasStatic } = solver;
  const { fluid, friction, links } = network;
  const inSquares = fluid.phase === 'gas' && fluid.law === 'squares';
  const flow = state.massFlowKgPerS;
  for (let i = 0; i < links.count; i++) {
    if (isActive[i] === 0) continue;
    const m = flow[i];
    const size = Math.abs(m);
    const square = squareCoefficient[i] * size;
    const re = reynoldsPerFlow[i] * size;
    if (frictionCoefficient[i] === 0 || friction === 'nikuradse' || re <= LAMINAR_TO_RE) {
      drop[i] = (laminarCoefficient[i] + square) * m;
      slope[i] = laminarCoefficient[i] + 2 * square;
    } else {
      evaluateFriction(friction, re, relativeRoughness[i], found);
      const rough = frictionCoefficient[i] * size;
      drop[i] = (found[0] * rough + square) * m;
      slope[i] = (2 * found[0] + found[1]) * rough + 2 * square;
    }
    if (!hasStatic) continue;
    const mean = inSquares ? 0.5 * (squaredDensity[links.from[i]] + squaredDensity[links.to[i]]) : 1;
    drop[i] += staticCoefficient[i] * mean;
  }
  for (let k = 0; k < solver.pumps.length; k++) {
    const i = solver.pumps[k];
    lean[i] = 0;
    if (isActive[i] !== 0) evaluatePump(solver, i, inSquares);
  }
}

function evaluatePump(solver: PipeSolver, i: number, inSquares: boolean): void {
  const { network, state, drop, slope, lean, densityPerPressure, pressureAbsolutePa } = solver;
  const { fluid, links, curves } = network;
  let density = densityPerPressure[i];
  if (inSquares && fluid.phase === 'gas') {
    const mean = 0.5 * (pressureAbsolutePa[links.from[i]] + pressureAbsolutePa[links.to[i]]);
    const pressure = Math.max(mean, LEAST_INLET_PA); // an iterate may pass below vacuum
    density *= pressure / compressibilityAt(fluid.compressibility, pressure);
  }
  evaluatePumpCurve(curves[links.curve[i]], state.massFlowKgPerS[i] / density, found);
  const lift = found[0];
  // A curve that rises with the flow somewhere would turn Newton round; there it is taken as flat.
  const rise = Math.max(-found[1] / density, 0);
  if (!inSquares || fluid.phase !== 'gas') {
    drop[i] -= lift;
    slope[i] += rise;
    return;
  }
  const law = fluid.compressibility;
  const inlet = Math.max(pressureAbsolutePa[links.from[i]], LEAST_INLET_PA);
  const before = potentialSlope(law, inlet);
  if (lift <= 0) {
    // Held back: as a straight line, which no iterate can drive below vacuum.
    drop[i] -= before * lift;
    slope[i] += before * rise;
    return;
  }
  const after = potentialSlope(law, inlet + lift);
  slope[i] += rise * after;
  lean[i] = after / before - 1;
  // Of an inlet near vacuum, which only an iterate has, the lift goes on as a straight line of its potential.
  const atInlet = potentialOf(law, inlet);
  drop[i] -= potentialOf(law, inlet + lift) - atInlet + lean[i] * Math.min(state.potential[links.from[i]] - atInlet, 0);
}
