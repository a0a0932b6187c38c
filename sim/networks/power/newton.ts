/**
 * AC power flow of one island by Newton's method, mismatches of power in polar coordinates: Tinney and Hart, "Power flow
 * solution by Newton's method", IEEE Trans. PAS 86(11), 1967, as MATPOWER's newtonpf does it, with relative steps of
 * |V|, so that every derivative is a term of the power balance itself and no angle is needed.
 *
 * Voltages are kept rectangular. A step turns V by Cayley's rotation (1 + jδ/2) / (1 − jδ/2) instead of e^{jδ}: both
 * are of length 1 and differ by δ³/12, which Newton's next step does not notice, and no trigonometry is called.
 * Every unknown bus has a block of two; at a PV bus the second row says that |V| stays. Slack buses are no unknowns.
 */
import { type BlockSystem, graphOfEdges, planBlockSystem, solveBlocks } from '../sparse';
import type { Admittances } from './admittances';
import type { Island } from './islands';
import { BUS_PQ, BUS_SLACK, type PowerNetwork } from './network';
import type { Ending, Voltages } from './voltages';

export const NEWTON_TOLERANCE = 1e-10;
export const NEWTON_ITERATIONS = 20;
/** Beyond this the iteration is lost; nothing with such powers is a network. */
const LOST_MISMATCH = 1e12;
const ROUNDING = 2.220446049250313e-16;

/** Rows and columns in the order of elimination, slack buses after all others. */
export interface NewtonIsland {
  readonly unknowns: number;
  readonly busOf: Int32Array;
  readonly system: BlockSystem;
  /** Branches that the pattern has room for, ascending, and where each has its two entries: −1 in a slack's row. */
  readonly branches: Int32Array;
  readonly forward: Int32Array;
  readonly backward: Int32Array;
  /** By row: a bus's own admittance, and towards whom it has others. */
  readonly ownG: Float64Array;
  readonly ownB: Float64Array;
  readonly start: Int32Array;
  readonly towards: Int32Array;
  readonly g: Float64Array;
  readonly b: Float64Array;
  /** Where an entry's block lies in the system; −1 for one towards a slack. */
  readonly blockOf: Int32Array;
  readonly real: Float64Array;
  readonly imaginary: Float64Array;
}

export function planNewton(network: PowerNetwork, island: Island): NewtonIsland {
  const { kind, from, to } = network;
  const unknownOf = new Map<number, number>();
  for (const bus of island.buses) if (kind[bus] !== BUS_SLACK) unknownOf.set(bus, unknownOf.size);
  const unknowns = unknownOf.size;
  const ends = (of: Int32Array) => Int32Array.from(island.branches, (branch) => unknownOf.get(of[branch]) ?? -1);
  const graph = graphOfEdges(unknowns, ends(from), ends(to));
  const system = planBlockSystem(graph);
  const { place } = system.plan;

  const busOf = new Int32Array(island.buses.length);
  const rowOf = new Map<number, number>();
  let slack = unknowns;
  for (const bus of island.buses) {
    const unknown = unknownOf.get(bus);
    const row = unknown === undefined ? slack++ : place[unknown];
    busOf[row] = bus;
    rowOf.set(bus, row);
  }

  // Entries of a row: its blocks first, then one for each slack that it touches.
  const slacksOf = new Map<number, number[]>();
  for (const branch of island.branches) {
    const [a, b] = [rowOf.get(from[branch])!, rowOf.get(to[branch])!];
    for (const [row, other] of [
      [a, b],
      [b, a],
    ]) {
      if (row >= unknowns || other < unknowns) continue;
      const known = slacksOf.get(row);
      if (known === undefined) slacksOf.set(row, [other]);
      else if (!known.includes(other)) known.push(other);
    }
  }
  const start = new Int32Array(unknowns + 1);
  for (let k = 0; k < unknowns; k++) {
    start[k + 1] = start[k] + (system.start[k + 1] - system.start[k]) + (slacksOf.get(k)?.length ?? 0);
  }
  const towards = new Int32Array(start[unknowns]);
  const blockOf = new Int32Array(start[unknowns]).fill(-1);
  for (let k = 0; k < unknowns; k++) {
    let write = start[k];
    for (let s = system.start[k]; s < system.start[k + 1]; s++) {
      blockOf[write] = s;
      towards[write++] = system.column[s];
    }
    for (const row of slacksOf.get(k) ?? []) towards[write++] = row;
  }
  const entryAt = (row: number, other: number) => {
    if (row >= unknowns) return -1;
    for (let s = start[row]; s < start[row + 1]; s++) if (towards[s] === other) return s;
    return -1;
  };
  const rows = (of: Int32Array) => Int32Array.from(island.branches, (branch) => rowOf.get(of[branch])!);
  const [fromRow, toRow] = [rows(from), rows(to)];
  return {
    unknowns,
    busOf,
    system,
    branches: island.branches,
    forward: Int32Array.from(fromRow, (row, i) => entryAt(row, toRow[i])),
    backward: Int32Array.from(toRow, (row, i) => entryAt(row, fromRow[i])),
    ownG: new Float64Array(unknowns),
    ownB: new Float64Array(unknowns),
    start,
    towards,
    g: new Float64Array(start[unknowns]),
    b: new Float64Array(start[unknowns]),
    blockOf,
    real: new Float64Array(island.buses.length),
    imaginary: new Float64Array(island.buses.length),
  };
}

/** Takes over what branches and shunts are now; a branch that has been opened since the plan counts nothing. */
export function fillNewton(plan: NewtonIsland, network: PowerNetwork, admittances: Admittances): void {
  const { unknowns, busOf, branches, forward, backward, ownG, ownB, g, b } = plan;
  const { place } = admittances;
  for (let k = 0; k < unknowns; k++) {
    ownG[k] = network.shuntG[busOf[k]];
    ownB[k] = network.shuntB[busOf[k]];
    place[busOf[k]] = k;
  }
  for (let k = unknowns; k < busOf.length; k++) place[busOf[k]] = -1;
  g.fill(0);
  b.fill(0);
  for (let i = 0; i < branches.length; i++) {
    const branch = branches[i];
    if (!network.closed[branch]) continue;
    const fromRow = place[network.from[branch]];
    const toRow = place[network.to[branch]];
    if (fromRow >= 0) {
      ownG[fromRow] += admittances.ffG[branch];
      ownB[fromRow] += admittances.ffB[branch];
      g[forward[i]] += admittances.ftG[branch];
      b[forward[i]] += admittances.ftB[branch];
    }
    if (toRow >= 0) {
      ownG[toRow] += admittances.ttG[branch];
      ownB[toRow] += admittances.ttB[branch];
      g[backward[i]] += admittances.tfG[branch];
      b[backward[i]] += admittances.tfB[branch];
    }
  }
}

/** Starts from the voltages that it finds and leaves the solution there; where it does not converge, the last try. */
export function solveNewton(
  plan: NewtonIsland,
  voltages: Voltages,
  tolerance = NEWTON_TOLERANCE,
  mostIterations = NEWTON_ITERATIONS,
): Ending {
  const { unknowns, busOf, system, ownG, ownB, start, towards, g, b, blockOf, real, imaginary } = plan;
  const { block, diagonal, right } = system;
  for (let k = 0; k < busOf.length; k++) {
    real[k] = voltages.real[busOf[k]];
    imaginary[k] = voltages.imaginary[busOf[k]];
  }
  let iterations = 0;
  let worstBus = busOf.length > 0 ? busOf[0] : -1;
  let worst = 0;
  let converged = false;
  for (;;) {
    worst = 0;
    let broken = false;
    let floor = 0;
    for (let k = 0; k < unknowns; k++) {
      const bus = busOf[k];
      const e = real[k];
      const f = imaginary[k];
      const square = e * e + f * f;
      const ownP = ownG[k] * square;
      const ownQ = -ownB[k] * square;
      let p = ownP;
      let q = ownQ;
      let terms = Math.abs(ownP) + Math.abs(ownQ);
      const holdsVoltage = voltages.heldAs[bus] !== BUS_PQ;
      for (let s = start[k], end = start[k + 1]; s < end; s++) {
        const j = towards[s];
        const c = g[s] * real[j] - b[s] * imaginary[j];
        const d = g[s] * imaginary[j] + b[s] * real[j];
        const t = e * c + f * d;
        const u = f * c - e * d;
        p += t;
        q += u;
        terms += Math.abs(t) + Math.abs(u);
        const at = 4 * blockOf[s];
        if (at >= 0) {
          block[at] = u;
          block[at + 1] = t;
          block[at + 2] = holdsVoltage ? 0 : -t;
          block[at + 3] = holdsVoltage ? 0 : u;
        }
      }
      const own = 4 * k;
      diagonal[own] = ownQ - q;
      diagonal[own + 1] = ownP + p;
      diagonal[own + 2] = holdsVoltage ? 0 : p - ownP;
      diagonal[own + 3] = holdsVoltage ? 1 : q + ownQ;
      const missingP = voltages.injectedP[bus] - p;
      const missingQ = holdsVoltage ? 0 : voltages.injectedQ[bus] - q;
      right[2 * k] = missingP;
      right[2 * k + 1] = missingQ;
      const missing = Math.max(Math.abs(missingP), Math.abs(missingQ));
      if (terms > floor) floor = terms;
      // Written so that NaN is the worst of all and stays it.
      if (!broken && !(missing <= worst)) {
        worst = missing;
        worstBus = bus;
        broken = !(missing < LOST_MISMATCH);
      }
    }
    if (broken) break;
    // Nothing can balance more finely than the sum of its terms can be written.
    if (worst <= Math.max(tolerance, 4 * ROUNDING * floor)) {
      converged = true;
      break;
    }
    if (iterations === mostIterations) break;
    const singular = solveBlocks(system);
    if (singular >= 0) {
      worstBus = busOf[singular];
      break;
    }
    iterations++;
    for (let k = 0; k < unknowns; k++) {
      const half = 0.5 * right[2 * k];
      const grown = 1 + right[2 * k + 1];
      const scale = grown / (1 + half * half);
      const turn = (1 - half * half) * scale;
      const lift = 2 * half * scale;
      const e = real[k];
      const f = imaginary[k];
      real[k] = e * turn - f * lift;
      imaginary[k] = e * lift + f * turn;
    }
  }
  for (let k = 0; k < unknowns; k++) {
    voltages.real[busOf[k]] = real[k];
    voltages.imaginary[busOf[k]] = imaginary[k];
  }
  return { converged, iterations, worstBus, worstMismatch: worst };
}
