/** Who touches whom, both ways, each neighbour once and none itself: neighbours of i lie in `neighbour` from start[i] to start[i + 1]. */
export interface Graph {
  readonly count: number;
  readonly start: Int32Array;
  readonly neighbour: Int32Array;
}

/** The graph of a list of edges. An edge with an end of −1 leads out of the matrix (to a node of known value) and is left out. */
export function graphOfEdges(count: number, from: ArrayLike<number>, to: ArrayLike<number>): Graph {
  const roomFor = new Int32Array(count + 1);
  for (let e = 0; e < from.length; e++) {
    const a = from[e];
    const b = to[e];
    if (a >= count || b >= count) throw new Error(`edge ${e} joins ${a} and ${b}, of ${count}`);
    if (a < 0 || b < 0 || a === b) continue;
    roomFor[a + 1]++;
    roomFor[b + 1]++;
  }
  for (let i = 0; i < count; i++) roomFor[i + 1] += roomFor[i];
  const all = new Int32Array(roomFor[count]);
  const next = roomFor.slice(0, count);
  for (let e = 0; e < from.length; e++) {
    const a = from[e];
    const b = to[e];
    if (a < 0 || b < 0 || a === b) continue;
    all[next[a]++] = b;
    all[next[b]++] = a;
  }
  // Parallel edges make one neighbour.
  const start = new Int32Array(count + 1);
  const seenBy = new Int32Array(count).fill(-1);
  let kept = 0;
  for (let i = 0; i < count; i++) {
    for (let k = roomFor[i]; k < roomFor[i + 1]; k++) {
      const j = all[k];
      if (seenBy[j] === i) continue;
      seenBy[j] = i;
      all[kept++] = j;
    }
    start[i + 1] = kept;
  }
  return { count, start, neighbour: all.slice(0, kept) };
}
