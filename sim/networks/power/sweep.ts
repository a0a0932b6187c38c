/**
 * AC power flow of one radial island by backward and forward sweeps: currents are summed from the ends to the source,
 * voltages follow from the source to the ends, until they stay. Shirmohammadi, Hong, Semlyen and Luo, "A
 * compensation-based power flow method for weakly meshed distribution and transmission networks", IEEE Trans. Power
 * Systems 3(2), 1988, without its compensation: what has a loop, or holds a voltage at a bus that is no source, is not
 * for the sweep. Branches side by side between the same two buses, with the same turns, are one. Charging counts as shunts
 * at the ends.
 */
import type { Admittances } from './admittances';
import type { Island } from './islands';
import { BUS_PQ, BUS_SLACK, type PowerNetwork } from './network';
import type { Ending, Voltages } from './voltages';

/** No voltage moves more than this any more, p.u.; each sweep moves it some ten times less than the one before. */
export const SWEEP_TOLERANCE = 1e-10;
export const SWEEP_ITERATIONS = 100;
const LOST = 1e12;

/**
 * Buses from their sources outward, so that whoever feeds a bus stands before it. All is referred to the source's side:
 * with T the product of the complex turns on the way, V/T, I·conj(T), Z/|T|² and Y·|T|² obey the same equations without
 * any transformer, and powers are the same.
 */
export interface SweepIsland {
  readonly count: number;
  readonly sources: number;
  readonly busOf: Int32Array;
  readonly feeder: Int32Array;
  /** The branch that it is fed through. */
  readonly branchOf: Int32Array;
  /** 1 where that branch leads from the feeding bus to this one, 0 the other way round. */
  readonly along: Uint8Array;
  /** Branches beside that one: theirs from twinStart[row] to twinStart[row + 1] − 1. */
  readonly twinStart: Int32Array;
  readonly twins: Int32Array;
  readonly turnsReal: Float64Array;
  readonly turnsImaginary: Float64Array;
  readonly resistance: Float64Array;
  readonly reactance: Float64Array;
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
  if (island.branches.length < count - island.slackCount) return undefined;
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
  const rowOf = new Int32Array(count);
  const twinsOf = new Map<number, number[]>();
  let found = 0;
  for (const bus of island.buses) {
    if (kind[bus] !== BUS_SLACK) continue;
    reached[place[bus]] = 1;
    rowOf[place[bus]] = found;
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
      if (reached[place[other]]) {
        // Whom a branch meets again is fed through one beside it, from here or the other way; else it closes a loop.
        const met = rowOf[place[other]];
        if (feeder[row] === met) continue;
        if (feeder[met] !== row || from[branch] !== from[branchOf[met]]) return undefined;
        twinsOf.set(met, [...(twinsOf.get(met) ?? []), branch]);
        continue;
      }
      reached[place[other]] = 1;
      rowOf[place[other]] = found;
      busOf[found] = other;
      feeder[found] = row;
      branchOf[found] = branch;
      along[found] = isAlong ? 1 : 0;
      found++;
    }
  }
  if (found < count) return undefined;
  const twinStart = new Int32Array(count + 1);
  for (let row = 0; row < count; row++) twinStart[row + 1] = twinStart[row] + (twinsOf.get(row)?.length ?? 0);
  const twins = new Int32Array(twinStart[count]);
  for (const [row, beside] of twinsOf) twins.set(beside, twinStart[row]);
  const perBus = () => new Float64Array(count);
  return {
    count,
    sources,
    busOf,
    feeder,
    branchOf,
    along,
    twinStart,
    twins: Int32Array.from(twins),
    turnsReal: perBus(),
    turnsImaginary: perBus(),
    resistance: perBus(),
    reactance: perBus(),
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

/** Takes over what branches and shunts are now; false where branches side by side turn differently, which is a loop. */
export function fillSweep(plan: SweepIsland, network: PowerNetwork, admittances: Admittances): boolean {
  const { count, sources, busOf, feeder, branchOf, along, turnsReal, turnsImaginary, shuntG, shuntB } = plan;
  for (let k = 0; k < count; k++) {
    shuntG[k] = network.shuntG[busOf[k]];
    shuntB[k] = network.shuntB[busOf[k]];
  }
  turnsReal.fill(1);
  turnsImaginary.fill(0);
  for (let k = sources; k < count; k++) {
    const branch = branchOf[k];
    const from = feeder[k];
    // Along the branch V falls to V/t, against it it rises to t V.
    const tr = admittances.turnsReal[branch];
    const ti = admittances.turnsImaginary[branch];
    const turns = tr * tr + ti * ti;
    const byReal = along[k] ? tr / turns : tr;
    const byImaginary = along[k] ? -ti / turns : ti;
    turnsReal[k] = turnsReal[from] * byReal - turnsImaginary[from] * byImaginary;
    turnsImaginary[k] = turnsReal[from] * byImaginary + turnsImaginary[from] * byReal;
    // The impedance lies at the branch's to end.
    const to = along[k] ? k : from;
    const square = turnsReal[to] * turnsReal[to] + turnsImaginary[to] * turnsImaginary[to];
    let r = network.resistance[branch];
    let x = network.reactance[branch];
    let half = 0.5 * network.charging[branch];
    for (let t = plan.twinStart[k]; t < plan.twinStart[k + 1]; t++) {
      const twin = plan.twins[t];
      if (admittances.turnsReal[twin] !== tr || admittances.turnsImaginary[twin] !== ti) return false;
      // Of two side by side: their product over their sum.
      const rt = network.resistance[twin];
      const xt = network.reactance[twin];
      const [sumR, sumX] = [r + rt, x + xt];
      const [productR, productX] = [r * rt - x * xt, r * xt + x * rt];
      const square = sumR * sumR + sumX * sumX;
      r = (productR * sumR + productX * sumX) / square;
      x = (productX * sumR - productR * sumX) / square;
      half += 0.5 * network.charging[twin];
    }
    plan.resistance[k] = r / square;
    plan.reactance[k] = x / square;
    shuntB[along[k] ? from : k] += half / turns;
    shuntB[to] += half;
  }
  for (let k = sources; k < count; k++) {
    const square = turnsReal[k] * turnsReal[k] + turnsImaginary[k] * turnsImaginary[k];
    shuntG[k] *= square;
    shuntB[k] *= square;
  }
  return true;
}

/** Starts from the voltages that it finds and leaves the solution there; where it does not converge, the last try. */
export function solveSweep(
  plan: SweepIsland,
  voltages: Voltages,
  tolerance = SWEEP_TOLERANCE,
  mostIterations = SWEEP_ITERATIONS,
): Ending {
  const { count, sources, busOf, feeder, turnsReal, turnsImaginary, resistance, reactance } = plan;
  const { shuntG, shuntB, real, imaginary, currentReal, currentImaginary, injectedP, injectedQ } = plan;
  for (let k = 0; k < count; k++) {
    const bus = busOf[k];
    const tr = turnsReal[k];
    const ti = turnsImaginary[k];
    const turns = tr * tr + ti * ti;
    real[k] = (voltages.real[bus] * tr + voltages.imaginary[bus] * ti) / turns;
    imaginary[k] = (voltages.imaginary[bus] * tr - voltages.real[bus] * ti) / turns;
    injectedP[k] = voltages.injectedP[bus];
    injectedQ[k] = voltages.injectedQ[bus];
  }
  let iterations = 0;
  let converged = count === sources;
  let worst = 0;
  let farthest = 0;
  let before = Number.POSITIVE_INFINITY;
  let growing = 0;
  while (!converged && iterations < mostIterations) {
    iterations++;
    currentReal.fill(0);
    currentImaginary.fill(0);
    for (let k = count - 1; k >= sources; k--) {
      // What the bus draws itself, conj(−S / V) + Y V, beside what those behind it draw.
      const e = real[k];
      const f = imaginary[k];
      const p = injectedP[k];
      const q = injectedQ[k];
      const inverse = 1 / (e * e + f * f);
      const cr = currentReal[k] + shuntG[k] * e - shuntB[k] * f - (p * e + q * f) * inverse;
      const ci = currentImaginary[k] + shuntG[k] * f + shuntB[k] * e - (p * f - q * e) * inverse;
      currentReal[k] = cr;
      currentImaginary[k] = ci;
      const from = feeder[k];
      currentReal[from] += cr;
      currentImaginary[from] += ci;
    }
    farthest = 0;
    let sum = 0;
    for (let k = sources; k < count; k++) {
      const from = feeder[k];
      const cr = currentReal[k];
      const ci = currentImaginary[k];
      const e = real[from] - (resistance[k] * cr - reactance[k] * ci);
      const f = imaginary[from] - (resistance[k] * ci + reactance[k] * cr);
      const byReal = e - real[k];
      const byImaginary = f - imaginary[k];
      const by = byReal * byReal + byImaginary * byImaginary;
      sum += by;
      if (by > farthest) {
        farthest = by;
        worst = k;
      }
      real[k] = e;
      imaginary[k] = f;
    }
    // NaN is larger than nothing, but it never leaves a sum.
    if (!(sum < LOST)) break;
    if (farthest <= tolerance * tolerance) converged = true;
    growing = farthest > before ? growing + 1 : 0;
    if (growing === 8) break;
    before = farthest;
  }
  for (let k = sources; k < count; k++) {
    const bus = busOf[k];
    voltages.real[bus] = real[k] * turnsReal[k] - imaginary[k] * turnsImaginary[k];
    voltages.imaginary[bus] = real[k] * turnsImaginary[k] + imaginary[k] * turnsReal[k];
  }
  // The power that was not met where the voltage moved most.
  const power = Math.sqrt(injectedP[worst] * injectedP[worst] + injectedQ[worst] * injectedQ[worst]);
  const vm = Math.sqrt(real[worst] * real[worst] + imaginary[worst] * imaginary[worst]);
  return { converged, iterations, worstBus: busOf[worst], worstMismatch: (power * Math.sqrt(farthest)) / vm };
}
