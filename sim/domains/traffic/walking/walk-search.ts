/** Shortest walks from one street to all others: Dijkstra 1959 over the pavements, from the middle of the street's kerb. */
import { createHeap, type Heap, pop, push } from '../routing/heap';
import type { Pavements } from './pavements';

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

export function searchWalks(search: WalkSearch, edge: number): void {
  const { pavements, seconds, byLink, from, heap } = search;
  const { linkStart, linkTo, linkSeconds, edgeStart, edgeEnd, edgeHalfSeconds } = pavements;
  seconds.fill(Number.POSITIVE_INFINITY);
  byLink.fill(-1);
  from.fill(-1);
  for (const node of [edgeStart[edge], edgeEnd[edge]]) {
    if (node < 0) continue;
    seconds[node] = edgeHalfSeconds[edge];
    push(heap, node, seconds[node]);
  }
  while (heap.size > 0) {
    const reached = heap.keys[0];
    const node = pop(heap);
    if (reached > seconds[node]) continue;
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
}

/** The kerb end by which one comes to a street; −1 where nobody gets there on foot. */
export function nearerEnd({ pavements, seconds }: WalkSearch, edge: number): number {
  const [start, end] = [pavements.edgeStart[edge], pavements.edgeEnd[edge]];
  if (start < 0 || end < 0) return Math.max(start, end);
  const best = seconds[end] < seconds[start] ? end : start;
  return seconds[best] < Number.POSITIVE_INFINITY ? best : -1;
}

/** Walking time from middle to middle. */
export function walkSecondsTo(search: WalkSearch, edge: number): number {
  const end = nearerEnd(search, edge);
  return end < 0 ? Number.POSITIVE_INFINITY : search.seconds[end] + search.pavements.edgeHalfSeconds[edge];
}
