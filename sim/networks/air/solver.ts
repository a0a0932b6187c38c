/** Everything a solve needs, made once; from then on no solve allocates. */
import { planSymmetricFactor, type SymmetricFactor } from '../sparse';
import type { AirNetwork } from './network';

/** What the last solve came to. */
export interface AirReport {
  converged: boolean;
  iterations: number;
  /** Most by which a branch misses its law, Pa, and a node its balance, m³/s. */
  worstLawPa: number;
  worstBalanceM3PerS: number;
  /** A node of a part that nothing open joins to a held pressure although something flows into it; −1 otherwise. */
  sealedAt: number;
}

export interface AirSolver {
  readonly network: AirNetwork;
  /** The answer, and where the next solve sets out: saved by whoever saves. */
  readonly flowM3PerS: Float64Array;
  readonly pressurePa: Float64Array;
  readonly report: AirReport;

  readonly factor: SymmetricFactor;
  /** 1 where a node's pressure is no unknown: held, or the anchor of a part without a held one. */
  readonly isPinned: Uint8Array;
  readonly drop: Float64Array;
  readonly slope: Float64Array;
  readonly unmoved: Float64Array;
  readonly flowBefore: Float64Array;
  readonly flowStep: Float64Array;
  readonly right: Float64Array;
  readonly step: Float64Array;
  readonly law: Float64Array;
  /** Branches at a node: branchAt[k], k from branchStart[n] to branchStart[n + 1] − 1. */
  readonly branchStart: Int32Array;
  readonly branchAt: Int32Array;
  readonly queue: Int32Array;
  readonly isReached: Uint8Array;
}

export function createAirSolver(network: AirNetwork): AirSolver {
  const { nodeCount, branchCount, from, to } = network;
  const branchStart = new Int32Array(nodeCount + 1);
  for (let b = 0; b < branchCount; b++) {
    branchStart[from[b] + 1]++;
    branchStart[to[b] + 1]++;
  }
  for (let n = 0; n < nodeCount; n++) branchStart[n + 1] += branchStart[n];
  const branchAt = new Int32Array(2 * branchCount);
  const write = branchStart.slice();
  for (let b = 0; b < branchCount; b++) {
    branchAt[write[from[b]]++] = b;
    branchAt[write[to[b]]++] = b;
  }
  return {
    network,
    flowM3PerS: new Float64Array(branchCount),
    pressurePa: new Float64Array(nodeCount),
    report: { converged: false, iterations: 0, worstLawPa: 0, worstBalanceM3PerS: 0, sealedAt: -1 },
    factor: planSymmetricFactor(nodeCount, from, to),
    isPinned: new Uint8Array(nodeCount),
    drop: new Float64Array(branchCount),
    slope: new Float64Array(branchCount),
    unmoved: new Float64Array(branchCount),
    flowBefore: new Float64Array(branchCount),
    flowStep: new Float64Array(branchCount),
    right: new Float64Array(nodeCount),
    step: new Float64Array(nodeCount),
    law: new Float64Array(2),
    branchStart,
    branchAt,
    queue: new Int32Array(nodeCount),
    isReached: new Uint8Array(nodeCount),
  };
}
