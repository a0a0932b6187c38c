/**
 * Regulators that feed one another in a ring: each would hold the pressure that the next is fed with, and no pressure
 * follows from that. Zones are what open pipes join; a ring is a cycle of zones through open regulators.
 */
import { LinkKind, type PipeNetwork } from './network';

/** Each ring's links, ascending. */
export function regulatorLoops({ nodes, links }: PipeNetwork): number[][] {
  const zone = Int32Array.from({ length: nodes.count }, (_, n) => n);
  const root = (n: number): number => {
    let r = n;
    while (zone[r] !== r) r = zone[r];
    for (let m = n; m !== r; ) {
      const next = zone[m];
      zone[m] = r;
      m = next;
    }
    return r;
  };
  const regulators: number[] = [];
  for (let i = 0; i < links.count; i++) {
    if (links.isOpen[i] === 0 || links.kind[i] === LinkKind.flowControl) continue;
    if (links.kind[i] === LinkKind.regulator || links.kind[i] === LinkKind.pressureControl) regulators.push(i);
    else zone[root(links.from[i])] = root(links.to[i]);
  }
  // One within one zone is by-passed by an open way, which has a solution: it holds what the way leaves it to hold.
  const between = regulators.filter((i) => root(links.from[i]) !== root(links.to[i]));
  const loops: number[][] = [];
  const seen = new Set<number>();
  for (const i of between) {
    if (seen.has(i)) continue;
    const ring = between.filter((j) => j === i || (reaches(i, j) && reaches(j, i)));
    if (ring.length > 1) loops.push(ring);
    for (const j of ring) seen.add(j);
  }
  return loops;

  function reaches(from: number, to: number): boolean {
    const goal = root(links.from[to]);
    const reached = new Set([root(links.to[from])]);
    for (const at of reached) {
      if (at === goal) return true;
      for (const j of between) if (root(links.from[j]) === at) reached.add(root(links.to[j]));
    }
    return false;
  }
}
