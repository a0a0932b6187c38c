/**
 * The order in which to eliminate unknowns so that few new entries arise: whoever has the fewest neighbours goes first.
 *
 * Eliminating someone makes all his neighbours each other's neighbours. The quotient graph says that without writing it
 * out: the eliminated one stays as an *element*, the list of those whom he joined; an element reached through a later
 * one is absorbed by it. Nobody's own list ever grows, so those lie where they lay, and only elements need new room, as
 * much as the factor itself has entries. Degrees are the upper bound of Amestoy, Davis and Duff, "An approximate
 * minimum degree ordering algorithm", SIAM J. Matrix Anal. Appl. 17(4), 1996; an element that lies wholly within the
 * new one is absorbed too. Left out of theirs: bundling of indistinguishable unknowns, which pays for finite elements
 * and not for networks of lines and pipes. Ties go to the one whose degree changed last, so the order is the same
 * everywhere.
 */
import type { Graph } from './graph';

/** `order[k]` is eliminated k-th. */
export function minimumDegreeOrder(graph: Graph): Int32Array {
  const { count, start } = graph;
  // Of each living unknown: elements first, then those neighbours that no element covers.
  const list = graph.neighbour.slice();
  const elements = new Int32Array(count);
  const length = new Int32Array(count);
  const degree = new Int32Array(count);
  const eliminated = new Uint8Array(count);
  const absorbed = new Uint8Array(count);
  // An element is named for the one whose elimination made it.
  let pool = new Int32Array(Math.max(64, 2 * graph.neighbour.length));
  let used = 0;
  const elementStart = new Int32Array(count);
  const elementLength = new Int32Array(count);
  // Those of equal degree hang in a chain.
  const first = new Int32Array(count + 1).fill(-1);
  const next = new Int32Array(count).fill(-1);
  const previous = new Int32Array(count).fill(-1);
  const within = new Int32Array(count).fill(-1); // last pivot whose element holds i
  const outside = new Int32Array(count); // of element e, how many lie outside the new one
  const outsideOf = new Int32Array(count).fill(-1); // the pivot for which that was counted

  const hang = (i: number) => {
    const d = degree[i];
    const before = first[d];
    next[i] = before;
    previous[i] = -1;
    if (before >= 0) previous[before] = i;
    first[d] = i;
  };
  const unhang = (i: number) => {
    const before = previous[i];
    const after = next[i];
    if (before >= 0) next[before] = after;
    else first[degree[i]] = after;
    if (after >= 0) previous[after] = before;
  };

  for (let i = count - 1; i >= 0; i--) {
    length[i] = start[i + 1] - start[i];
    degree[i] = length[i];
    hang(i);
  }

  const order = new Int32Array(count);
  let least = 0;
  for (let k = 0; k < count; k++) {
    while (first[least] < 0) least++;
    const pivot = first[least];
    unhang(pivot);
    eliminated[pivot] = 1;
    order[k] = pivot;

    // The new element: whoever the pivot touches, by himself or through elements, which it absorbs.
    let room = length[pivot] - elements[pivot];
    const own = start[pivot];
    for (let s = own; s < own + elements[pivot]; s++) room += elementLength[list[s]];
    if (used + room > pool.length) {
      const larger = new Int32Array(Math.max(2 * pool.length, used + room));
      larger.set(pool.subarray(0, used));
      pool = larger;
    }
    const from = used;
    within[pivot] = pivot;
    for (let s = own; s < own + elements[pivot]; s++) {
      const e = list[s];
      const end = elementStart[e] + elementLength[e];
      for (let m = elementStart[e]; m < end; m++) {
        const i = pool[m];
        if (within[i] === pivot) continue;
        within[i] = pivot;
        pool[used++] = i;
      }
      absorbed[e] = 1;
    }
    for (let s = own + elements[pivot]; s < own + length[pivot]; s++) {
      const i = list[s];
      if (within[i] === pivot) continue;
      within[i] = pivot;
      pool[used++] = i;
    }
    const size = used - from;
    elementStart[pivot] = from;
    elementLength[pivot] = size;

    for (let m = from; m < used; m++) {
      const i = pool[m];
      unhang(i);
      const end = start[i] + elements[i];
      for (let s = start[i]; s < end; s++) {
        const e = list[s];
        if (absorbed[e]) continue;
        if (outsideOf[e] !== pivot) {
          outsideOf[e] = pivot;
          outside[e] = elementLength[e];
        }
        outside[e]--;
      }
    }

    const left = count - k - 2;
    for (let m = from; m < used; m++) {
      const i = pool[m];
      const begin = start[i];
      const variables = begin + elements[i];
      const end = begin + length[i];
      let write = begin;
      let reach = 0;
      for (let s = begin; s < variables; s++) {
        const e = list[s];
        if (absorbed[e]) continue;
        if (outside[e] === 0) {
          absorbed[e] = 1;
          continue;
        }
        reach += outside[e];
        list[write++] = e;
      }
      const place = write;
      for (let s = variables; s < end; s++) {
        const j = list[s];
        if (eliminated[j] || within[j] === pivot) continue;
        reach++;
        list[write++] = j;
      }
      // The pivot leaves the list as a neighbour, or an element through which it was reached does: there is room for one.
      list[write] = list[place];
      list[place] = pivot;
      elements[i] = place - begin + 1;
      length[i] = write + 1 - begin;
      const bound = Math.min(left, degree[i] + size - 1, reach + size - 1);
      degree[i] = bound;
      hang(i);
      if (bound < least) least = bound;
    }
  }
  return order;
}
