import { BOTH_ENDS } from './gear';
import type { Grid } from './grid';

/** Where every switch stands, what is broken, and what follows from both: which sections are live. */
export interface Positions {
  /** By gear: 1 parted. */
  readonly open: Uint8Array;
  /** 1 broken, or out of service. */
  readonly linkOut: Uint8Array;
  readonly nodeOut: Uint8Array;
  /** By supply: 1 while the grid above keeps it off a fault. */
  readonly supplyOff: Uint8Array;
  /** Derived from what is broken: a faulty section must stay cut off. */
  readonly faulty: Uint8Array;
  /** By node: 1 + the number of the battery that holds voltage there by itself; 0 none. */
  readonly holds: Uint8Array;
  /** Derived from positions and faults: what a supply reaches, what hangs on a battery alone (its number + 1), and both. */
  readonly onGrid: Uint8Array;
  readonly island: Uint8Array;
  readonly live: Uint8Array;
  /** Section numbers to be visited, for whoever floods. */
  readonly queue: Uint32Array;
}

export function normalPositions(grid: Grid): Positions {
  const { count } = grid.sections;
  const positions: Positions = {
    open: grid.normallyOpen.slice(),
    linkOut: new Uint8Array(grid.linkCount),
    nodeOut: new Uint8Array(grid.nodeCount),
    supplyOff: new Uint8Array(grid.supplyNode.length),
    faulty: new Uint8Array(count),
    holds: new Uint8Array(grid.nodeCount),
    onGrid: new Uint8Array(count),
    island: new Uint8Array(count),
    live: new Uint8Array(count),
    queue: new Uint32Array(count),
  };
  findFaulty(grid, positions);
  findLive(grid, positions);
  return positions;
}

export function findFaulty(grid: Grid, { linkOut, nodeOut, faulty }: Positions): void {
  const { ofNode, ofLinkBody } = grid.sections;
  faulty.fill(0);
  for (let node = 0; node < grid.nodeCount; node++) if (nodeOut[node] === 1) faulty[ofNode[node]] = 1;
  for (let link = 0; link < grid.linkCount; link++) {
    if (linkOut[link] === 1 && ofLinkBody[link] >= 0) faulty[ofLinkBody[link]] = 1;
  }
}

/** Whether power can pass gear: closed, and if it is a link's own at both ends, the link not broken. */
export function conducts(grid: Grid, { open, linkOut }: Positions, gear: number): boolean {
  return open[gear] === 0 && (grid.linkGear[gear] !== BOTH_ENDS || linkOut[gear] === 0);
}

/** Everything that a supply from above reaches; nothing passes a faulty section. */
export function findFed(grid: Grid, positions: Positions, fed: Uint8Array): void {
  const { queue, faulty, supplyOff } = positions;
  const { sections, supplyNode } = grid;
  fed.fill(0);
  let end = 0;
  for (let i = 0; i < supplyNode.length; i++) {
    const section = sections.ofNode[supplyNode[i]];
    if (supplyOff[i] === 1 || fed[section] === 1 || faulty[section] === 1) continue;
    fed[section] = 1;
    queue[end++] = section;
  }
  flood(grid, positions, fed, end);
}

/** Everything that has voltage: from a supply, or from a battery where no supply reaches it. */
export function findLive(grid: Grid, positions: Positions): void {
  const { queue, faulty, holds, onGrid, island, live } = positions;
  findFed(grid, positions, onGrid);
  live.set(onGrid);
  island.fill(0);
  for (let node = 0; node < grid.nodeCount; node++) {
    const section = grid.sections.ofNode[node];
    if (holds[node] === 0 || live[section] === 1 || faulty[section] === 1) continue;
    live[section] = 1;
    queue[0] = section;
    const end = flood(grid, positions, live, 1);
    for (let i = 0; i < end; i++) island[queue[i]] = holds[node];
  }
}

/** From the first sections of the queue to all that hang on them; answers how many the queue holds then. */
function flood(grid: Grid, positions: Positions, reached: Uint8Array, first: number): number {
  const { queue, faulty } = positions;
  const { linkStart, linkAt, linkLeadsTo } = grid.sections;
  let end = first;
  for (let at = 0; at < end; at++) {
    const section = queue[at];
    for (let k = linkStart[section]; k < linkStart[section + 1]; k++) {
      const other = linkLeadsTo[k];
      if (reached[other] !== 0 || faulty[other] === 1 || !conducts(grid, positions, linkAt[k])) continue;
      reached[other] = 1;
      queue[end++] = other;
    }
  }
  return end;
}
