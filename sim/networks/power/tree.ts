/** How a network hangs from its sources by closed branches, all slack buses taken for one. */
import { BUS_OUT, BUS_SLACK, type PowerNetwork } from './network';

export interface Tree {
  /** How many branches away from a source; −1 where none reaches. */
  readonly depth: Int32Array;
  readonly feeder: Int32Array;
  readonly branchTo: Int32Array;
  readonly reached: number;
  /** Closed branches between buses that are reached, beyond those that a tree needs. */
  readonly loops: number;
}

/** By breadth, buses and branches in their order. `beside` is from `branchesByBus`. */
export function treeOf(network: PowerNetwork, beside: BranchesByBus): Tree {
  const { busCount, kind, from, to, closed } = network;
  const depth = new Int32Array(busCount).fill(-1);
  const feeder = new Int32Array(busCount).fill(-1);
  const branchTo = new Int32Array(busCount).fill(-1);
  const queue = new Int32Array(busCount);
  let reached = 0;
  for (let bus = 0; bus < busCount; bus++) {
    if (kind[bus] !== BUS_SLACK) continue;
    depth[bus] = 0;
    queue[reached++] = bus;
  }
  const sources = reached;
  for (let head = 0; head < reached; head++) {
    const bus = queue[head];
    for (let s = beside.start[bus]; s < beside.start[bus + 1]; s++) {
      const branch = beside.branch[s];
      if (!closed[branch]) continue;
      const other = from[branch] === bus ? to[branch] : from[branch];
      if (depth[other] >= 0 || kind[other] === BUS_OUT) continue;
      depth[other] = depth[bus] + 1;
      feeder[other] = bus;
      branchTo[other] = branch;
      queue[reached++] = other;
    }
  }
  let inService = 0;
  for (let k = 0; k < closed.length; k++) if (closed[k] && depth[from[k]] >= 0 && depth[to[k]] >= 0) inService++;
  return { depth, feeder, branchTo, reached, loops: inService - (reached - sources) };
}

export interface BranchesByBus {
  readonly start: Int32Array;
  readonly branch: Int32Array;
}

/** Open ones too. */
export function branchesByBus({ busCount, branchCount, from, to }: PowerNetwork): BranchesByBus {
  const start = new Int32Array(busCount + 1);
  for (let k = 0; k < branchCount; k++) {
    start[from[k] + 1]++;
    start[to[k] + 1]++;
  }
  for (let i = 0; i < busCount; i++) start[i + 1] += start[i];
  const next = start.slice(0, busCount);
  const branch = new Int32Array(start[busCount]);
  for (let k = 0; k < branchCount; k++) {
    branch[next[from[k]]++] = k;
    branch[next[to[k]]++] = k;
  }
  return { start, branch };
}

/** The branches that make a loop with this one when it is closed, from its from end to its to end. */
export function loopThrough({ depth, feeder, branchTo }: Tree, from: number, to: number): number[] {
  const up: number[] = [];
  const down: number[] = [];
  let a = from;
  let b = to;
  while (a !== b) {
    if (depth[a] === 0 && depth[b] === 0) break; // two sources: the larger grid closes the loop
    if (depth[a] >= depth[b]) {
      up.push(branchTo[a]);
      a = feeder[a];
    } else {
      down.push(branchTo[b]);
      b = feeder[b];
    }
  }
  return [...up, ...down.reverse()];
}
