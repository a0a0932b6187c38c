/** Whom a link serves as the switches stand: nodes that no supply reaches without it, and one would with it. */
import { NO_GEAR } from '../grid/gear';
import type { Grid } from '../grid/grid';
import type { Positions } from '../grid/positions';

export interface NodeLinks {
  /** Links at a node: linkAt[k], k from linkStart[n] to linkStart[n + 1] − 1. */
  readonly linkStart: Uint32Array;
  readonly linkAt: Uint32Array;
  /** Nodes reached, of the link that was asked about last. */
  readonly reached: Uint8Array;
  readonly queue: Uint32Array;
  /** For whoever asks about one link alone. */
  readonly hanging: Uint8Array;
}

/** As they are marked: fed without the link, and by way of it alone. */
export const FED = 1;
const WITH = 2;

export function nodeLinksOf({ nodeCount, linkCount, linkFrom, linkTo }: Grid): NodeLinks {
  const linkStart = new Uint32Array(nodeCount + 1);
  for (let link = 0; link < linkCount; link++) {
    linkStart[linkFrom[link] + 1]++;
    linkStart[linkTo[link] + 1]++;
  }
  for (let node = 0; node < nodeCount; node++) linkStart[node + 1] += linkStart[node];
  const next = linkStart.slice();
  const linkAt = new Uint32Array(2 * linkCount);
  for (let link = 0; link < linkCount; link++) {
    linkAt[next[linkFrom[link]]++] = link;
    linkAt[next[linkTo[link]]++] = link;
  }
  return {
    linkStart,
    linkAt,
    reached: new Uint8Array(nodeCount),
    queue: new Uint32Array(nodeCount),
    hanging: new Uint8Array(nodeCount),
  };
}

/** Marks them by 1 on top of what is marked; answers how many of all are newly marked. A link that is parted counts as closed. */
export function markHanging(
  links: NodeLinks,
  grid: Grid,
  positions: Positions,
  link: number,
  mark: Uint8Array,
): number {
  const { reached, queue } = links;
  reached.fill(0);
  let end = 0;
  const begin = (node: number) => {
    if (reached[node] !== 0 || positions.nodeOut[node] === 1) return;
    reached[node] = FED;
    queue[end++] = node;
  };
  grid.supplyNode.forEach((node, i) => {
    if (positions.supplyOff[i] === 0) begin(node);
  });
  for (let node = 0; node < grid.nodeCount; node++) if (positions.holds[node] !== 0) begin(node);
  end = flood(links, grid, positions, link, FED, 0, end);
  const hanging = end;
  for (const node of [grid.linkFrom[link], grid.linkTo[link]]) {
    const other = node === grid.linkFrom[link] ? grid.linkTo[link] : grid.linkFrom[link];
    if (reached[node] !== FED || reached[other] !== 0 || positions.nodeOut[other] === 1) continue;
    reached[other] = WITH;
    queue[end++] = other;
  }
  end = flood(links, grid, positions, link, WITH, hanging, end);
  let marked = 0;
  for (let k = hanging; k < end; k++) {
    if (mark[queue[k]] !== 0) continue;
    mark[queue[k]] = 1;
    marked++;
  }
  return marked;
}

function flood(
  { linkStart, linkAt, reached, queue }: NodeLinks,
  grid: Grid,
  positions: Positions,
  without: number,
  as: number,
  from: number,
  to: number,
): number {
  let end = to;
  for (let at = from; at < end; at++) {
    const node = queue[at];
    for (let k = linkStart[node]; k < linkStart[node + 1]; k++) {
      const link = linkAt[k];
      if (link === without || !passes(grid, positions, link)) continue;
      const other = grid.linkFrom[link] === node ? grid.linkTo[link] : grid.linkFrom[link];
      if (reached[other] !== 0 || positions.nodeOut[other] === 1) continue;
      reached[other] = as;
      queue[end++] = other;
    }
  }
  return end;
}

function passes({ linkGear, farGear, normallyOpen }: Grid, { open, linkOut }: Positions, link: number): boolean {
  if (linkOut[link] === 1) return false;
  if (linkGear[link] === NO_GEAR) return normallyOpen[link] === 0;
  return open[link] === 0 && (farGear[link] < 0 || open[farGear[link]] === 0);
}
