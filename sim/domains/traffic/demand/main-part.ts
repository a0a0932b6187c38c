/** Edges from each of which every other can be reached: an imported extract has others, where a trip would begin or end for nothing. */
import type { Network } from '../network';

const STARTS = 16;
const LEAST_SHARE = 0.5;

/** The largest such part found, edge by edge; all edges where no part holds half of them, as on a single one-way road. */
export function mainPart(network: Network): Uint8Array {
  const { edgeCount } = network.roads;
  let best: Uint8Array = new Uint8Array(edgeCount).fill(1);
  let most = LEAST_SHARE * edgeCount;
  for (let k = 0; k < STARTS && most < edgeCount; k++) {
    const start = Math.floor((k * edgeCount) / STARTS);
    const reached = flood(network, start, true);
    const reaching = flood(network, start, false);
    let size = 0;
    for (let edge = 0; edge < edgeCount; edge++) {
      reached[edge] &= reaching[edge];
      size += reached[edge];
    }
    if (size <= most) continue;
    most = size;
    best = reached;
  }
  return best;
}

function flood({ linkFromEdge, linkEdge, carEdge, roads }: Network, start: number, onward: boolean): Uint8Array {
  const [from, to] = onward ? [linkFromEdge, linkEdge] : [linkEdge, linkFromEdge];
  const first = new Int32Array(roads.edgeCount).fill(-1);
  const next = new Int32Array(from.length);
  for (let link = 0; link < from.length; link++) {
    next[link] = first[from[link]];
    first[from[link]] = link;
  }
  const seen = new Uint8Array(roads.edgeCount);
  const open = [start];
  seen[start] = 1;
  for (let edge = open.pop(); edge !== undefined; edge = open.pop()) {
    for (let link = first[edge]; link >= 0; link = next[link]) {
      const target = to[link];
      if (seen[target] === 1 || carEdge[target] === 0) continue;
      seen[target] = 1;
      open.push(target);
    }
  }
  return seen;
}
