/**
 * Shortest walks from one street to others: Dijkstra 1959 over the pavements, from the middle of the street's kerb, as
 * far as anybody has asked yet. Most walk to the next corner, and the search goes no farther than they do.
 */
import { createHeap, type Heap, pop, push } from '../routing/heap';
import type { Pavements } from './pavements';

/** How much farther a search for the nearest of many goes before it looks again. */
const STRIDE_S = 60;

export interface WalkSearch {
  readonly pavements: Pavements;
  readonly seconds: Float64Array;
  /** The link by which each node is reached, and the node that it comes from; −1 at the beginning and where nobody gets. */
  readonly byLink: Int32Array;
  readonly from: Int32Array;
  readonly heap: Heap;
}

export function createWalkSearch(pavements: Pavements): WalkSearch {
  return {
    pavements,
    seconds: new Float64Array(pavements.nodeCount),
    byLink: new Int32Array(pavements.nodeCount),
    from: new Int32Array(pavements.nodeCount),
    heap: createHeap(pavements.linkTo.length + 2),
  };
}

export function beginWalks({ pavements, seconds, byLink, from, heap }: WalkSearch, edge: number): void {
  const { edgeStart, edgeEnd, edgeHalfSeconds } = pavements;
  seconds.fill(Number.POSITIVE_INFINITY);
  byLink.fill(-1);
  from.fill(-1);
  heap.size = 0;
  for (const node of [edgeStart[edge], edgeEnd[edge]]) {
    if (node < 0) continue;
    seconds[node] = edgeHalfSeconds[edge];
    push(heap, node, seconds[node]);
  }
}

/** The kerb end by which one comes to a street; −1 where nobody gets there on foot. */
export function nearerEnd(search: WalkSearch, edge: number): number {
  const { pavements, heap } = search;
  const [start, end] = [pavements.edgeStart[edge], pavements.edgeEnd[edge]];
  while (heap.size > 0 && heap.keys[0] <= Math.min(secondsTo(search, start), secondsTo(search, end)))
    settleNext(search);
  const nearer = secondsTo(search, end) < secondsTo(search, start) ? end : start;
  return secondsTo(search, nearer) < Number.POSITIVE_INFINITY ? nearer : -1;
}

/** Of several streets the one whose middle is reached first, the first of those as near; −1 where nobody gets to any. */
export function nearestOf(search: WalkSearch, edges: readonly number[]): number {
  const { heap } = search;
  for (;;) {
    const { best, seconds } = nearestSoFar(search, edges);
    if (heap.size === 0 || heap.keys[0] > seconds) return best;
    const until = Math.min(seconds, heap.keys[0] + STRIDE_S);
    while (heap.size > 0 && heap.keys[0] <= until) settleNext(search);
  }
}

/** Whatever lies no farther than the search has come is known; what it has only seen may be nearer yet. */
function nearestSoFar(search: WalkSearch, edges: readonly number[]) {
  const { edgeStart, edgeEnd, edgeHalfSeconds } = search.pavements;
  const nearest = { best: -1, seconds: Number.POSITIVE_INFINITY };
  for (const edge of edges) {
    const kerbS = Math.min(secondsTo(search, edgeStart[edge]), secondsTo(search, edgeEnd[edge]));
    const seconds = kerbS + edgeHalfSeconds[edge];
    if (seconds >= nearest.seconds) continue;
    nearest.best = edge;
    nearest.seconds = seconds;
  }
  return nearest;
}

function secondsTo({ seconds }: WalkSearch, node: number): number {
  return node < 0 ? Number.POSITIVE_INFINITY : seconds[node];
}

function settleNext({ pavements, seconds, byLink, from, heap }: WalkSearch): void {
  const { linkStart, linkTo, linkSeconds } = pavements;
  const reached = heap.keys[0];
  const node = pop(heap);
  if (reached > seconds[node]) return;
  for (let k = linkStart[node]; k < linkStart[node + 1]; k++) {
    const to = linkTo[k];
    const then = reached + linkSeconds[k];
    if (then >= seconds[to]) continue;
    seconds[to] = then;
    byLink[to] = k;
    from[to] = node;
    push(heap, to, then);
  }
}
