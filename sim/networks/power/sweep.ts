/**
 * AC power flow of one radial island by backward and forward sweeps: currents are summed from the ends to the source,
 * voltages follow from the source to the ends, until they stay. Shirmohammadi, Hong, Semlyen and Luo, "A
 * compensation-based power flow method for weakly meshed distribution and transmission networks", IEEE Trans. Power
 * Systems 3(2), 1988, without its compensation: what has a loop, or holds a voltage at a bus that is no source, is not
 * for the sweep. Charging counts as shunts at the ends; a transformer turns its voltage and its current.
 */
import type { Admittances } from './admittances';
import type { Island } from './islands';
import { BUS_PQ, BUS_SLACK, type PowerNetwork } from './network';
import type { Ending, Voltages } from './voltages';

/** No voltage moves more than this any more, p.u.; each sweep moves it some ten times less than the one before. */
export const SWEEP_TOLERANCE = 1e-10;
export const SWEEP_ITERATIONS = 100;

/** Buses from their sources outward, so that whoever feeds a bus stands before it. */
export interface SweepIsland {
  readonly count: number;
  readonly sources: number;
  readonly busOf: Int32Array;
  readonly feeder: Int32Array;
  /** The branch that it is fed through. */
  readonly branchOf: Int32Array;
  /** 1 where that branch leads from the feeding bus to this one, 0 the other way round. */
  readonly along: Uint8Array;
  /** V = turns · V_feeding − impedance · I, I_feeding += conj(turns) · I. */
  readonly turnsReal: Float64Array;
  readonly turnsImaginary: Float64Array;
  readonly impedanceReal: Float64Array;
  readonly impedanceImaginary: Float64Array;
  readonly shuntG: Float64Array;
  readonly shuntB: Float64Array;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
  readonly currentReal: Float64Array;
  readonly currentImaginary: Float64Array;
  readonly injectedP: Float64Array;
  readonly injectedQ: Float64Array;
}

/** Undefined where the island is not radial from its sources, or a bus beside them holds its voltage. */
export function planSweep(
  network: PowerNetwork,
  island: Island,
  heldAs: Uint8Array,
  place: Int32Array,
): SweepIsland | undefined {
  const count = island.buses.length;
  if (island.branches.length !== count - island.slackCount) return undefined;
  const { from, to, kind } = network;
  for (const bus of island.buses) if (kind[bus] !== BUS_SLACK && heldAs[bus] !== BUS_PQ) return undefined;

  // Branches by bus.
  const start = new Int32Array(count + 1);
  for (let k = 0; k < count; k++) place[island.buses[k]] = k;
  for (const branch of island.branches) {
    start[place[from[branch]] + 1]++;
    start[place[to[branch]] + 1]++;
  }
  for (let k = 0; k < count; k++) start[k + 1] += start[k];
  const beside = new Int32Array(start[count]);
  const next = start.slice(0, count);
  for (const branch of island.branches) {
    beside[next[place[from[branch]]]++] = branch;
    beside[next[place[to[branch]]]++] = branch;
  }

  const busOf = new Int32Array(count);
  const feeder = new Int32Array(count).fill(-1);
  const branchOf = new Int32Array(count).fill(-1);
  const along = new Uint8Array(count);
  const reached = new Uint8Array(count);
  let found = 0;
  for (const bus of island.buses) {
    if (kind[bus] !== BUS_SLACK) continue;
    reached[place[bus]] = 1;
    busOf[found++] = bus;
  }
  const sources = found;
  for (let row = 0; row < found; row++) {
    const k = place[busOf[row]];
    for (let s = start[k]; s < start[k + 1]; s++) {
      const branch = beside[s];
      if (branch === branchOf[row]) continue;
      const isAlong = from[branch] === busOf[row];
      const other = isAlong ? to[branch] : from[branch];
      // With as many branches as a forest has, meeting somebody twice means that another one is not reached.
      if (reached[place[other]]) return undefined;
      reached[place[other]] = 1;
      busOf[found] = other;
      feeder[found] = row;
      branchOf[found] = branch;
      along[found] = isAlong ? 1 : 0;
      found++;
    }
  }
  if (found < count) return undefined;
  const perBus = () => new Float64Array(count);
  return {
    count,
    sources,
    busOf,
    feeder,
    branchOf,
    along,
    turnsReal: perBus(),
    turnsImaginary: perBus(),
    impedanceReal: perBus(),
    impedanceImaginary: perBus(),
    shuntG: perBus(),
    shuntB: perBus(),
    real: perBus(),
    imaginary: perBus(),
    currentReal: perBus(),
    currentImaginary: perBus(),
    injectedP: perBus(),
    injectedQ: perBus(),
  };
}

/** Takes over what branches and shunts are now. */
export function fillSweep(plan: SweepIsland, network: PowerNetwork, { turnsReal, turnsImaginary }: Admittances): void {
  const { count, sources, busOf, feeder, branchOf, along, shuntG, shuntB } = plan;
  const { resistance, reactance, charging } = network;
  for (let k = 0; k < count; k++) {
    shuntG[k] = network.shuntG[busOf[k]];
    shuntB[k] = network.shuntB[busOf[k]];
  }
  for (let k = sources; k < count; k++) {
    const branch = branchOf[k];
    const tr = turnsReal[branch];
    const ti = turnsImaginary[branch];
    const square = tr * tr + ti * ti;
    const half = 0.5 * charging[branch];
    const scale = along[k] ? 1 : square;
    plan.turnsReal[k] = along[k] ? tr / square : tr;
    plan.turnsImaginary[k] = along[k] ? -ti / square : ti;
    plan.impedanceReal[k] = scale * resistance[branch];
    plan.impedanceImaginary[k] = scale * reactance[branch];
    shuntB[along[k] ? feeder[k] : k] += half / square;
    shuntB[along[k] ? k : feeder[k]] += half;
  }
}

/** Starts from the voltages that it finds and leaves the solution there; where it does not converge, the last try. */
export function solveSweep(
  plan: SweepIsland,
  voltages: Voltages,
  tolerance = SWEEP_TOLERANCE,
  mostIterations = SWEEP_ITERATIONS,
): Ending {
  const { count, sources, busOf, feeder, turnsReal, turnsImaginary, impedanceReal, impedanceImaginary } = plan;
  const { shuntG, shuntB, real, imaginary, currentReal, currentImaginary, injectedP, injectedQ } = plan;
  for (let k = 0; k < count; k++) {
    const bus = busOf[k];
    real[k] = voltages.real[bus];
    imaginary[k] = voltages.imaginary[bus];
    injectedP[k] = voltages.injectedP[bus];
    injectedQ[k] = voltages.injectedQ[bus];
  }
  let iterations = 0;
  let converged = count === sources;
  let worst = sources;
  let moved = 0;
  let before = Number.POSITIVE_INFINITY;
  let growing = 0;
  while (!converged && iterations < mostIterations) {
    iterations++;
    // What each bus draws: conj(−S / V) + Y V.
    for (let k = sources; k < count; k++) {
      const e = real[k];
      const f = imaginary[k];
      const square = e * e + f * f;
      currentReal[k] = shuntG[k] * e - shuntB[k] * f - (injectedP[k] * e + injectedQ[k] * f) / square;
      currentImaginary[k] = shuntG[k] * f + shuntB[k] * e - (injectedP[k] * f - injectedQ[k] * e) / square;
    }
    for (let k = count - 1; k >= sources; k--) {
      const to = feeder[k];
      currentReal[to] += turnsReal[k] * currentReal[k] + turnsImaginary[k] * currentImaginary[k];
      currentImaginary[to] += turnsReal[k] * currentImaginary[k] - turnsImaginary[k] * currentReal[k];
    }
    moved = 0;
    for (let k = sources; k < count; k++) {
      const from = feeder[k];
      const e = real[from];
      const f = imaginary[from];
      const cr = currentReal[k];
      const ci = currentImaginary[k];
      const newReal = turnsReal[k] * e - turnsImaginary[k] * f - (impedanceReal[k] * cr - impedanceImaginary[k] * ci);
      const newImaginary =
        turnsReal[k] * f + turnsImaginary[k] * e - (impedanceReal[k] * ci + impedanceImaginary[k] * cr);
      const byReal = newReal - real[k];
      const byImaginary = newImaginary - imaginary[k];
      const by = byReal * byReal + byImaginary * byImaginary;
      // Written so that NaN is the largest of all and stays it.
      if (!Number.isNaN(moved) && !(by <= moved)) {
        moved = by;
        worst = k;
      }
      real[k] = newReal;
      imaginary[k] = newImaginary;
    }
    if (moved <= tolerance * tolerance) converged = true;
    else if (!(moved < 1e12)) break;
    growing = moved > before ? growing + 1 : 0;
    if (growing === 8) break;
    before = moved;
  }
  for (let k = sources; k < count; k++) {
    voltages.real[busOf[k]] = real[k];
    voltages.imaginary[busOf[k]] = imaginary[k];
  }
  if (count === sources) return { converged, iterations, worstBus: busOf[0], worstMismatch: 0 };
  // What the current that was drawn gives at the voltage that came of it, against what was asked.
  const e = real[worst];
  const f = imaginary[worst];
  const power = Math.sqrt(injectedP[worst] * injectedP[worst] + injectedQ[worst] * injectedQ[worst]);
  return {
    converged,
    iterations,
    worstBus: busOf[worst],
    worstMismatch: (power * Math.sqrt(moved)) / Math.sqrt(e * e + f * f),
  };
}
