/** The cheapest ways from one node to all others (Dijkstra 1959, with a binary heap whose entries can move up). */
import type { Adjacency } from './adjacency';
import type { AssignmentProblem } from './problem';

export interface ShortestTree {
  readonly distance: Float64Array;
  /** The last link of the way to a node; −1 at the root and where no way leads. */
  readonly lastLink: Int32Array;
  /** Nodes that ways lead to, the nearest (the root) first. */
  readonly order: Int32Array;
  reached: number;
  readonly heap: Int32Array;
  /** By node: its place in the heap, UNSEEN or SETTLED. */
  readonly place: Int32Array;
}

const UNSEEN = -1;
const SETTLED = -2;

export function createShortestTree(nodeCount: number): ShortestTree {
  return {
    distance: new Float64Array(nodeCount),
    lastLink: new Int32Array(nodeCount),
    order: new Int32Array(nodeCount),
    reached: 0,
    heap: new Int32Array(nodeCount),
    place: new Int32Array(nodeCount),
  };
}

export function growShortestTree(
  tree: ShortestTree,
  problem: AssignmentProblem,
  { outStart, outLink, outTo }: Adjacency,
  cost: Float64Array,
  root: number,
): void {
  const { distance, lastLink, order, heap, place } = tree;
  const { mayPass } = problem;
  distance.fill(Number.POSITIVE_INFINITY);
  lastLink.fill(-1);
  place.fill(UNSEEN);
  distance[root] = 0;
  heap[0] = root;
  place[root] = 0;
  let size = 1;
  tree.reached = 0;
  while (size > 0) {
    const node = heap[0];
    place[node] = SETTLED;
    size--;
    if (size > 0) sink(heap, place, distance, size, heap[size]);
    order[tree.reached++] = node;
    if (mayPass[node] === 0 && node !== root) continue;
    for (let k = outStart[node]; k < outStart[node + 1]; k++) {
      const to = outTo[k];
      const there = distance[node] + cost[outLink[k]];
      if (place[to] === SETTLED || !(there < distance[to])) continue;
      distance[to] = there;
      lastLink[to] = outLink[k];
      rise(heap, place, distance, place[to] === UNSEEN ? size++ : place[to], to);
    }
  }
}

function rise(heap: Int32Array, place: Int32Array, key: Float64Array, from: number, node: number): void {
  let at = from;
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (key[heap[parent]] <= key[node]) break;
    heap[at] = heap[parent];
    place[heap[at]] = at;
    at = parent;
  }
  heap[at] = node;
  place[node] = at;
}

function sink(heap: Int32Array, place: Int32Array, key: Float64Array, size: number, node: number): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= size) break;
    if (child + 1 < size && key[heap[child + 1]] < key[heap[child]]) child++;
    if (key[heap[child]] >= key[node]) break;
    heap[at] = heap[child];
    place[heap[at]] = at;
    at = child;
  }
  heap[at] = node;
  place[node] = at;
}
