/** The quickest time from the nearest of several edges to every edge (Dijkstra 1959), by what drivers expect now, without a whim. */
import type { Closures } from '../closures';
import type { EdgeSpeeds } from '../edge-speeds';
import type { Network } from '../network';
import { pop, push } from './heap';
import { edgeSecondsExpected, type Search } from './search';

/**
 * Afterwards `settledIn` names the edges that were reached and `seconds` the time to their ends. Prices are left out: who
 * asks how far it is does not ask what it costs. Edges that these classes may not drive through are not passed.
 */
export function searchFromMany(
  search: Search,
  network: Network,
  closures: Closures,
  edges: EdgeSpeeds,
  from: Iterable<number>,
  classes: number,
): void {
  const { linkStart, linkEdge, linkSeconds } = network;
  const { seconds, reachedIn, settledIn, heap } = search;
  const { linkOpen, linkOpenFromHere, edgeThrough } = closures;
  const run = ++search.run;
  const starts = new Set(from);
  heap.size = 0;
  for (const edge of starts) {
    reachedIn[edge] = run;
    seconds[edge] = 0;
    push(heap, edge, 0);
  }
  while (heap.size > 0) {
    const current = pop(heap);
    if (settledIn[current] === run) continue;
    settledIn[current] = run;
    const isStart = starts.has(current);
    if (!isStart && (edgeThrough[current] & classes) === 0) continue;
    const open = isStart ? linkOpenFromHere : linkOpen;
    for (let link = linkStart[current]; link < linkStart[current + 1]; link++) {
      const next = linkEdge[link];
      if ((open[link] & classes) === 0 || settledIn[next] === run) continue;
      const nextSeconds = seconds[current] + linkSeconds[link] + edgeSecondsExpected(network, edges, next);
      if (reachedIn[next] === run && seconds[next] <= nextSeconds) continue;
      reachedIn[next] = run;
      seconds[next] = nextSeconds;
      push(heap, next, nextSeconds);
    }
  }
}
