/**
 * The quickest way by what drivers expect now (A*, Hart, Nilsson and Raphael 1968, over edges, with a price for each
 * turn). Expectations are those of the moment of asking: nobody foresees the queue that will have formed on arrival.
 * Each driver's whim makes an edge up to a tenth dearer or cheaper, so that not all take the one best way.
 */
import { CAR_BIT, type Closures } from '../closures';
import type { EdgeSpeeds } from '../edge-speeds';
import type { Network } from '../network';
import { createHeap, type Heap, pop, push } from './heap';

export interface Search {
  readonly seconds: Float64Array;
  readonly parent: Int32Array;
  readonly reachedIn: Uint32Array;
  readonly settledIn: Uint32Array;
  readonly heap: Heap;
  /** The way found, first edge first. */
  readonly way: Uint32Array;
  wayLength: number;
  run: number;
}

const WHIM = 0.1;
/** Where driving through is not for everybody, who has no other way has the key, and nobody else would think of it. */
const KEY_SECONDS = 3_600;
export const SLOWEST_MPS = 0.5; // a queue that stands still is dear, not infinitely far

export function createSearch(network: Network): Search {
  const { edgeCount } = network.roads;
  return {
    seconds: new Float64Array(edgeCount),
    parent: new Int32Array(edgeCount),
    reachedIn: new Uint32Array(edgeCount),
    settledIn: new Uint32Array(edgeCount),
    heap: createHeap(network.linkEdge.length + 1),
    way: new Uint32Array(edgeCount + 1),
    wayLength: 0,
    run: 0,
  };
}

/** Finds a way for these classes from the end of one edge to another edge; false where there is none. From an edge to itself leads around. */
export function findWay(
  search: Search,
  network: Network,
  closures: Closures,
  edges: EdgeSpeeds,
  from: number,
  to: number,
  whim: number,
  classes: number = CAR_BIT,
): boolean {
  const { linkStart, linkEdge, linkSeconds, edgeStartXM, edgeStartYM, edgeEndXM, edgeEndYM, fastestMps } = network;
  const { edgeLengthM } = network.roads;
  const { seconds, parent, reachedIn, settledIn, heap } = search;
  const { linkOpen, linkOpenFromHere, linkChargeSeconds, edgeThrough } = closures;
  const run = ++search.run;
  const targetX = edgeStartXM[to];
  const targetY = edgeStartYM[to];
  const secondsPerM = (1 - WHIM) / fastestMps;
  heap.size = 0;
  search.wayLength = 0;

  // The first edge is not settled: its own links are pushed by hand, so that a way may come back to it.
  let current = from;
  let currentSeconds = 0;
  let open = linkOpenFromHere;
  for (;;) {
    for (let link = linkStart[current]; link < linkStart[current + 1]; link++) {
      const next = linkEdge[link];
      if ((open[link] & classes) === 0 || settledIn[next] === run) continue;
      const price = 1 + WHIM * whimFor(whim, next);
      const nextSeconds =
        currentSeconds +
        linkSeconds[link] +
        (price * edgeLengthM[next]) / Math.max(edges.expectedMps[next], SLOWEST_MPS) +
        linkChargeSeconds[link] +
        (next === to || (edgeThrough[next] & classes) !== 0 ? 0 : KEY_SECONDS);
      if (reachedIn[next] === run && seconds[next] <= nextSeconds) continue;
      reachedIn[next] = run;
      seconds[next] = nextSeconds;
      parent[next] = current === from && open === linkOpenFromHere ? -1 : current;
      const dx = targetX - edgeEndXM[next];
      const dy = targetY - edgeEndYM[next];
      const ahead = next === to ? 0 : Math.sqrt(dx * dx + dy * dy) * secondsPerM;
      push(heap, next, nextSeconds + ahead);
    }
    open = linkOpen;
    do {
      if (heap.size === 0) return false;
      current = pop(heap);
    } while (settledIn[current] === run);
    settledIn[current] = run;
    currentSeconds = seconds[current];
    if (current === to) break;
  }

  let length = 1;
  for (let edge = to; edge >= 0; edge = parent[edge]) length++;
  search.wayLength = length;
  for (let edge = to, at = length - 1; edge >= 0; edge = parent[edge]) search.way[at--] = edge;
  search.way[0] = from;
  return true;
}

/** What an edge takes from end to end as drivers expect it now. */
export function edgeSecondsExpected({ roads }: Network, { expectedMps }: EdgeSpeeds, edge: number): number {
  return roads.edgeLengthM[edge] / Math.max(expectedMps[edge], SLOWEST_MPS);
}

/** Of the edges that the last search could reach, the one whose middle lies nearest to that of another; −1 where none. */
export function nearestReached(search: Search, network: Network, to: number): number {
  let best = -1;
  let bestM2 = Number.POSITIVE_INFINITY;
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    if (search.settledIn[edge] !== search.run) continue;
    const distanceM2 = middlesApartM2(network, edge, to);
    if (distanceM2 >= bestM2) continue;
    bestM2 = distanceM2;
    best = edge;
  }
  return best;
}

export function middlesApartM2(network: Network, a: number, b: number): number {
  const { edgeStartXM, edgeStartYM, edgeEndXM, edgeEndYM } = network;
  const dx = (edgeStartXM[a] + edgeEndXM[a] - edgeStartXM[b] - edgeEndXM[b]) / 2;
  const dy = (edgeStartYM[a] + edgeEndYM[a] - edgeStartYM[b] - edgeEndYM[b]) / 2;
  return dx * dx + dy * dy;
}

/** In [−1, 1): what this driver thinks of this edge, the same for the whole journey. */
function whimFor(whim: number, edge: number): number {
  let mixed = Math.imul(whim ^ Math.imul(edge + 1, 0x9e3779b1), 0x85ebca6b);
  mixed ^= mixed >>> 13;
  mixed = Math.imul(mixed, 0xc2b2ae35);
  return (mixed >>> 0) / 2_147_483_648 - 1;
}
