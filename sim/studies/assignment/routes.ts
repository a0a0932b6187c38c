/**
 * Routes out of bushes. Link flows at equilibrium are one and only; route flows are not. Each driver is taken to arrive
 * at a node in the proportions of its origin's flows there, whatever the destination (the most likely routes of their
 * origin), and the flow of a pair that this gives is taken apart into routes, the broadest first.
 */
import { type Bush, createWorkbench, layOut, type Workbench } from './bush';
import type { Assignment } from './equilibrate';
import type { AssignmentProblem } from './problem';

/** Route r takes links[k], k from start[r] to start[r + 1] − 1, with so many trips of its pair. */
export interface RouteTable {
  readonly pair: Int32Array;
  readonly trips: Float64Array;
  readonly start: Int32Array;
  readonly links: Int32Array;
}

/** Routes that would carry less than this share of their pair's trips are left out; the others take their trips over. */
const DEFAULT_LEAST_SHARE = 0.01;

export function routesOf(
  problem: AssignmentProblem,
  assignment: Assignment,
  leastShare = DEFAULT_LEAST_SHARE,
): RouteTable {
  if (!(leastShare > 0 && leastShare <= 1)) throw new RangeError(`met a least share of ${leastShare}, expected (0, 1]`);
  const bench = createWorkbench(problem);
  const found: Found = { pair: [], trips: [], start: [0], links: [] };
  const share = new Float64Array(problem.linkCount);
  const width = new Float64Array(problem.nodeCount);
  const via = new Int32Array(problem.nodeCount);
  const passing = new Float64Array(problem.nodeCount);
  for (const bush of assignment.bushes) {
    layOut(bench, problem, bush, bush.active);
    for (let pair = bush.firstPair; pair < bush.endPair; pair++) {
      const end = bench.positionOf[problem.pairDestination[pair]];
      if (end < 0) continue;
      spreadPair(bench, bush, end, passing, share);
      const first = found.pair.length;
      // Each takes out the link that was its narrowest, so that there are no more routes than links.
      let taken = 0;
      while (taken < 1 - leastShare / 2) {
        const broad = broadestRoute(bench, end, passing, share, width, via);
        if (broad < (first === found.pair.length ? 0 : leastShare)) break;
        takeRoute(bench, bush, end, broad, via, share, found);
        found.pair.push(pair);
        found.trips.push(broad);
        taken += broad;
      }
      for (let r = first; r < found.trips.length; r++) found.trips[r] *= problem.pairTrips[pair] / taken;
    }
  }
  return {
    pair: Int32Array.from(found.pair),
    trips: Float64Array.from(found.trips),
    start: Int32Array.from(found.start),
    links: Int32Array.from(found.links),
  };
}

interface Found {
  readonly pair: number[];
  readonly trips: number[];
  readonly start: number[];
  readonly links: number[];
}

/** The share of a pair's trips on every link of the bush up to its destination. */
function spreadPair(
  { start, tail }: Workbench,
  { flows }: Bush,
  end: number,
  passing: Float64Array,
  share: Float64Array,
): void {
  passing.fill(0, 0, end + 1);
  passing[end] = 1;
  for (let p = end; p > 0; p--) {
    if (passing[p] === 0) continue;
    let sum = 0;
    for (let k = start[p]; k < start[p + 1]; k++) sum += flows[k];
    for (let k = start[p]; k < start[p + 1]; k++) {
      share[k] = sum > 0 ? (passing[p] * flows[k]) / sum : k === start[p] ? passing[p] : 0;
      passing[tail[k]] += share[k];
    }
  }
}

/** The route whose narrowest link has the greatest share left; answers that share. */
function broadestRoute(
  { start, tail }: Workbench,
  end: number,
  passing: Float64Array,
  share: Float64Array,
  width: Float64Array,
  via: Int32Array,
): number {
  width[0] = Number.POSITIVE_INFINITY;
  for (let p = 1; p <= end; p++) {
    width[p] = 0;
    if (passing[p] === 0) continue;
    for (let k = start[p]; k < start[p + 1]; k++) {
      const broad = Math.min(width[tail[k]], share[k]);
      if (broad <= width[p]) continue;
      width[p] = broad;
      via[p] = k;
    }
  }
  return width[end];
}

function takeRoute(
  { tail }: Workbench,
  { links }: Bush,
  end: number,
  broad: number,
  via: Int32Array,
  share: Float64Array,
  found: Found,
): void {
  const from = found.links.length;
  for (let p = end; p > 0; p = tail[via[p]]) {
    share[via[p]] -= broad;
    found.links.push(links[via[p]]);
  }
  for (let i = from, j = found.links.length - 1; i < j; i++, j--) {
    const link = found.links[i];
    found.links[i] = found.links[j];
    found.links[j] = link;
  }
  found.start.push(found.links.length);
}
