/** Who reaches an exchange: a search from all exchanges over links that are whole and nodes that are up. */

/** The links of node i are link[k] and lead to neighbour[k], k from start[i] to start[i + 1] − 1. */
export interface ReachGraph {
  readonly exchanges: Uint32Array;
  readonly start: Uint32Array;
  readonly neighbour: Uint32Array;
  readonly link: Uint32Array;
}

/** Fills `reached` with 1 for every node that reaches an exchange; `broken` null: every link is whole. */
export function reach(
  { exchanges, start, neighbour, link }: ReachGraph,
  isUp: Uint8Array,
  broken: Uint8Array | null,
  reached: Uint8Array,
  queue: Uint32Array,
): void {
  reached.fill(0);
  let filled = 0;
  for (let i = 0; i < exchanges.length; i++) {
    const node = exchanges[i];
    if (isUp[node] === 0 || reached[node] === 1) continue;
    reached[node] = 1;
    queue[filled++] = node;
  }
  for (let done = 0; done < filled; done++) {
    const node = queue[done];
    for (let k = start[node]; k < start[node + 1]; k++) {
      const other = neighbour[k];
      if (reached[other] === 1 || isUp[other] === 0 || (broken !== null && broken[link[k]] === 1)) continue;
      reached[other] = 1;
      queue[filled++] = other;
    }
  }
}

/**
 * Why those who are up are not reached: the newest cause among nodes that are down and links that are broken at the edge
 * of everything that hangs together with them. 0 where nothing was ever there.
 */
export function blame(
  { start, neighbour, link }: ReachGraph,
  isUp: Uint8Array,
  nodeCause: Int32Array,
  broken: Uint8Array,
  linkCause: Int32Array,
  reached: Uint8Array,
  queue: Uint32Array,
  seen: Uint8Array,
  out: Int32Array,
): void {
  seen.fill(0);
  out.fill(0);
  for (let first = 0; first < seen.length; first++) {
    if (reached[first] === 1) continue;
    if (isUp[first] === 0) {
      out[first] = nodeCause[first];
      continue;
    }
    if (seen[first] === 1) continue;
    seen[first] = 1;
    queue[0] = first;
    let filled = 1;
    let newest = 0;
    for (let done = 0; done < filled; done++) {
      const node = queue[done];
      for (let k = start[node]; k < start[node + 1]; k++) {
        const other = neighbour[k];
        if (broken[link[k]] === 1) newest = Math.max(newest, linkCause[link[k]]);
        else if (isUp[other] === 0) newest = Math.max(newest, nodeCause[other]);
        else if (seen[other] === 0) {
          seen[other] = 1;
          queue[filled++] = other;
        }
      }
    }
    for (let i = 0; i < filled; i++) out[queue[i]] = newest;
  }
}
