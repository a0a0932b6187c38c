/** What hangs together by closed branches: buses out of service belong nowhere, and a branch that ends at one is open. */
import { BUS_OUT, BUS_SLACK, type PowerNetwork } from './network';

export interface Island {
  /** Rows of its buses and of the closed branches between them, ascending. */
  readonly buses: Int32Array;
  readonly branches: Int32Array;
  readonly slackCount: number;
}

export interface Islands {
  /** By bus; −1 for one that is out of service. */
  readonly islandOf: Int32Array;
  readonly islands: readonly Island[];
}

/** In the order of their first buses. */
export function findIslands(network: PowerNetwork): Islands {
  const { busCount, branchCount, kind, from, to, closed } = network;
  const root = new Int32Array(busCount);
  for (let i = 0; i < busCount; i++) root[i] = i;
  const find = (bus: number) => {
    let i = bus;
    while (root[i] !== i) {
      root[i] = root[root[i]];
      i = root[i];
    }
    return i;
  };
  for (let b = 0; b < branchCount; b++) {
    if (!closed[b] || kind[from[b]] === BUS_OUT || kind[to[b]] === BUS_OUT) continue;
    const one = find(from[b]);
    const other = find(to[b]);
    // The lowest number stands for all, so that the order of islands is that of their first buses.
    if (one < other) root[other] = one;
    else root[one] = other;
  }
  const islandOf = new Int32Array(busCount).fill(-1);
  const busesIn: number[] = [];
  const slacksIn: number[] = [];
  for (let i = 0; i < busCount; i++) {
    if (kind[i] === BUS_OUT) continue;
    const r = find(i);
    if (r === i) {
      islandOf[i] = busesIn.length;
      busesIn.push(0);
      slacksIn.push(0);
    } else islandOf[i] = islandOf[r];
    busesIn[islandOf[i]]++;
    if (kind[i] === BUS_SLACK) slacksIn[islandOf[i]]++;
  }
  const branchesIn = new Int32Array(busesIn.length);
  const islandOfBranch = (b: number) =>
    closed[b] && kind[from[b]] !== BUS_OUT && kind[to[b]] !== BUS_OUT ? islandOf[from[b]] : -1;
  for (let b = 0; b < branchCount; b++) if (islandOfBranch(b) >= 0) branchesIn[islandOfBranch(b)]++;
  const islands = busesIn.map((count, k) => ({
    buses: new Int32Array(count),
    branches: new Int32Array(branchesIn[k]),
    slackCount: slacksIn[k],
  }));
  const next = new Int32Array(islands.length);
  for (let i = 0; i < busCount; i++) if (islandOf[i] >= 0) islands[islandOf[i]].buses[next[islandOf[i]]++] = i;
  next.fill(0);
  for (let b = 0; b < branchCount; b++) {
    const k = islandOfBranch(b);
    if (k >= 0) islands[k].branches[next[k]++] = b;
  }
  return { islandOf, islands };
}
