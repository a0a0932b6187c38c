/** What no open branch joins to a held pressure has no level of its own: one of its nodes keeps the level it had. */
import type { AirSolver } from './solver';

const SEALED_M3_PER_S = 1e-9;

/** Pins held nodes and one node of every part without any; a node of a part that fills up although nothing leaves, or −1. */
export function pinParts(solver: AirSolver): number {
  const { network, isPinned, isReached, pressurePa } = solver;
  const { nodeCount, isHeld, heldPa } = network;
  isReached.fill(0);
  for (let n = 0; n < nodeCount; n++) {
    isPinned[n] = isHeld[n];
    if (isHeld[n] === 0) continue;
    pressurePa[n] = heldPa[n];
    if (isReached[n] === 0) reachFrom(solver, n);
  }
  for (let n = 0; n < nodeCount; n++) {
    if (isReached[n] !== 0) continue;
    const inflow = reachFrom(solver, n);
    if (Math.abs(inflow) > SEALED_M3_PER_S) return n;
    isPinned[n] = 1;
  }
  return -1;
}

/** Marks everything joined to a node by open branches; the sum of what flows into it from nowhere. */
function reachFrom({ network, isReached, queue, branchStart, branchAt }: AirSolver, first: number): number {
  let inflow = 0;
  let end = 0;
  queue[end++] = first;
  isReached[first] = 1;
  for (let k = 0; k < end; k++) {
    const n = queue[k];
    inflow += network.inflowM3PerS[n];
    for (let s = branchStart[n]; s < branchStart[n + 1]; s++) {
      const b = branchAt[s];
      if (network.isOpen[b] === 0) continue;
      const other = network.from[b] === n ? network.to[b] : network.from[b];
      if (isReached[other] !== 0) continue;
      isReached[other] = 1;
      queue[end++] = other;
    }
  }
  return inflow;
}
