import { BOTH_ENDS } from './gear';
import type { Grid } from './grid';

/** Where every switch stands, what is broken, and what follows from both: which sections are live. */
export interface Positions {
  /** 1 parted. */
  readonly open: Uint8Array;
  /** 1 broken, or out of service. */
  readonly linkOut: Uint8Array;
  readonly nodeOut: Uint8Array;
  /** By supply: 1 while the grid above keeps it off a fault. */
  readonly supplyOff: Uint8Array;
  /** Derived from what is broken: a faulty section must stay cut off. */
  readonly faulty: Uint8Array;
  /** Derived from positions and faults. */
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

/** Whether power can pass: closed, and if the link has gear at both ends, not broken itself. */
export function conducts(grid: Grid, { open, linkOut }: Positions, link: number): boolean {
  return open[link] === 0 && (linkOut[link] === 0 || grid.linkGear[link] !== BOTH_ENDS);
}

/** Everything that a supply reaches. `without` is a section to be thought away; nothing passes a faulty one. */
export function findLive(grid: Grid, positions: Positions, live = positions.live, without = -1): void {
  const { queue, faulty, supplyOff } = positions;
  const { sections, supplyNode } = grid;
  live.fill(0);
  let end = 0;
  for (let i = 0; i < supplyNode.length; i++) {
    const section = sections.ofNode[supplyNode[i]];
    if (supplyOff[i] === 1) continue;
    if (live[section] === 1 || faulty[section] === 1 || section === without) continue;
    live[section] = 1;
    queue[end++] = section;
  }
  for (let at = 0; at < end; at++) {
    const section = queue[at];
    for (let k = sections.linkStart[section]; k < sections.linkStart[section + 1]; k++) {
      const other = sections.linkLeadsTo[k];
      if (live[other] === 1 || faulty[other] === 1 || other === without) continue;
      if (!conducts(grid, positions, sections.linkAt[k])) continue;
      live[other] = 1;
      queue[end++] = other;
    }
  }
}
