/** What a person asks of a solved network: speeds, densities, a pump's power, who goes short. */
import { PI } from '../../kernel/math';
import { compressibilityAt, type Gas } from './fluid';
import { LinkKind } from './network';
import type { PipeSolver } from './solver';

/** Absolute pressure of gas in a link, as the mean that its content has: 2/3·(p₁³ − p₂³)/(p₁² − p₂²). */
export function meanPressurePa({ network, pressurePa, ambientPa }: PipeSolver, i: number): number {
  const { from, to } = network.links;
  const a = pressurePa[from[i]] + ambientPa[from[i]];
  const b = pressurePa[to[i]] + ambientPa[to[i]];
  return a + b > 0 ? (2 / 3) * (a + b - (a * b) / (a + b)) : 0;
}

/** Density in a link at its mean pressure. */
export function linkDensityKgPerM3(solver: PipeSolver, i: number): number {
  const { fluid } = solver.network;
  if (fluid.phase === 'liquid' || fluid.law === 'low') return solver.densityPerPressure[i];
  return gasDensity(fluid, solver.densityPerPressure[i], meanPressurePa(solver, i));
}

function gasDensity(gas: Gas, perPascal: number, pressurePa: number): number {
  return (perPascal * pressurePa) / compressibilityAt(gas.compressibility, pressurePa);
}

/** Speed in a link at its mean pressure, signed as the flow; 0 where the link has no diameter. */
export function linkVelocityMps(solver: PipeSolver, i: number): number {
  const { links } = solver.network;
  const flow = solver.state.massFlowKgPerS[i];
  if (flow === 0 || !(links.diameterM[i] > 0)) return 0;
  return flow / (linkDensityKgPerM3(solver, i) * 0.25 * PI * links.diameterM[i] * links.diameterM[i]);
}

/** Watts that a pump puts into what passes: volume flow times lift, the volume being that at its mean pressure. */
export function pumpHydraulicW(solver: PipeSolver, i: number): number {
  const { links } = solver.network;
  if (links.kind[i] !== LinkKind.pump) return 0;
  const lift = solver.pressurePa[links.to[i]] - solver.pressurePa[links.from[i]];
  return (solver.state.massFlowKgPerS[i] / linkDensityKgPerM3(solver, i)) * lift;
}

/** Relative; less is rounding. */
const SHORT_BY = 1e-6;

/** Consumers who get less than they want: those below their least pressure, and those who are dead. */
export function shortNodes({ network: { nodes }, servedKgPerS }: PipeSolver): number[] {
  const short: number[] = [];
  for (let n = 0; n < nodes.count; n++) {
    const wanted = nodes.withdrawalKgPerS[n];
    if (wanted > 0 && servedKgPerS[n] < wanted * (1 - SHORT_BY)) short.push(n);
  }
  return short;
}
