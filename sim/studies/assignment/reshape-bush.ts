/**
 * Between rounds of shifting a bush drops the links that nobody uses and takes in those that promise something cheaper.
 * A link joins only if it is shorter than the dearest way to its end, so that the bush stays without a circle (Dial
 * 2006); among those, the ones that shorten the cheapest way go first (Nie, A class of bush-based algorithms for the
 * traffic assignment problem, Transportation Research B 44, 2010).
 */
import type { Adjacency } from './adjacency';
import type { Bush, Workbench } from './bush';
import type { AssignmentProblem } from './problem';

export interface Reshaping {
  /** True costs from the origin over the whole network, by node. */
  readonly distance: Float64Array;
  readonly queue: Int32Array;
  readonly queued: Uint8Array;
  /** By link: the turn of the last bush that had it. */
  readonly memberOf: Int32Array;
  turn: number;
  /** Links to take in: the better ones from the front, the merely possible from the back. */
  readonly joining: Int32Array;
  joiningCount: number;
  readonly headStart: Int32Array;
  readonly headLink: Int32Array;
  readonly headFlow: Float64Array;
  readonly stack: Int32Array;
  readonly nextIn: Int32Array;
  readonly done: Uint8Array;
}

export function createReshaping({ nodeCount, linkCount }: AssignmentProblem): Reshaping {
  return {
    distance: new Float64Array(nodeCount),
    queue: new Int32Array(nodeCount + 1),
    queued: new Uint8Array(nodeCount),
    memberOf: new Int32Array(linkCount),
    turn: 0,
    joining: new Int32Array(linkCount),
    joiningCount: 0,
    headStart: new Int32Array(nodeCount + 1),
    headLink: new Int32Array(linkCount),
    headFlow: new Float64Array(linkCount),
    stack: new Int32Array(nodeCount),
    nextIn: new Int32Array(nodeCount),
    done: new Uint8Array(nodeCount),
  };
}

/** Drops the links without flow, but for the cheapest to each node; the labels of dearest ways are then those of the rest. */
export function dropIdleLinks(bench: Workbench, bush: Bush, cost: Float64Array): void {
  const { start, tail, leastVia, most } = bench;
  const { links, flows } = bush;
  let kept = 0;
  let from = 0;
  for (let p = 1; p < bench.nodes; p++) {
    const end = start[p + 1];
    let high = -1;
    let via = -1;
    const first = kept;
    for (let k = from; k < end; k++) {
      if (flows[k] === 0 && k !== leastVia[p]) continue;
      if (k === leastVia[p]) via = kept;
      links[kept] = links[k];
      flows[kept] = flows[k];
      tail[kept] = tail[k];
      high = Math.max(high, most[tail[k]] + cost[links[k]]);
      kept++;
    }
    most[p] = high;
    leastVia[p] = via;
    start[p] = first;
    from = end;
  }
  start[bench.nodes] = kept;
  bush.size = kept;
}

/**
 * Finds the true costs from the origin, beginning with the labels of the bush, and on the way the links that may join.
 * Nearly every label is right already, so that looking at each link once is most of the work.
 */
export function measureDistances(
  reshaping: Reshaping,
  bench: Workbench,
  problem: AssignmentProblem,
  { outStart, outLink, outTo }: Adjacency,
  bush: Bush,
  cost: Float64Array,
): void {
  const { distance, queue, queued, memberOf, joining } = reshaping;
  const { node, positionOf, least, most } = bench;
  const { mayPass, linkCount } = problem;
  const turn = ++reshaping.turn;
  for (let k = 0; k < bush.size; k++) memberOf[bush.links[k]] = turn;
  for (let p = 0; p < bench.nodes; p++) distance[node[p]] = least[p];

  let better = 0;
  let possible = 0;
  let shortcuts = 0;
  let read = 0;
  let written = 0;
  for (let p = 0; p < bench.nodes; p++) {
    const from = node[p];
    if (p > 0 && mayPass[from] === 0) continue;
    for (let k = outStart[from]; k < outStart[from + 1]; k++) {
      const link = outLink[k];
      const to = outTo[k];
      const price = cost[link];
      const there = distance[from] + price;
      if (there < distance[to]) {
        distance[to] = there;
        shortcuts++;
        // What comes later in the order is looked at anyway.
        if (positionOf[to] <= p && queued[to] === 0) {
          queued[to] = 1;
          queue[written++] = to;
        }
      }
      if (memberOf[link] === turn) continue;
      const q = positionOf[to];
      if (!(most[p] + price < most[q])) continue;
      if (least[p] + price < least[q]) joining[better++] = link;
      else joining[linkCount - ++possible] = link;
    }
  }
  while (read !== written) {
    const from = queue[read];
    read = read + 1 === queue.length ? 0 : read + 1;
    queued[from] = 0;
    if (mayPass[from] === 0 && from !== bush.origin) continue;
    for (let k = outStart[from]; k < outStart[from + 1]; k++) {
      const to = outTo[k];
      const there = distance[from] + cost[outLink[k]];
      if (!(there < distance[to])) continue;
      distance[to] = there;
      if (queued[to] === 1) continue;
      queued[to] = 1;
      queue[written] = to;
      written = written + 1 === queue.length ? 0 : written + 1;
    }
  }
  // Where shortcuts exist and none may join yet, whatever keeps the bush without circles opens it up.
  if (better === 0 && shortcuts > 0) {
    for (let i = 0; i < possible; i++) joining[i] = joining[linkCount - 1 - i];
    better = possible;
  }
  reshaping.joiningCount = better;
}

/** What the trips of a bush cost above the true least: no differences of large sums, so that small gaps stay exact. */
export function excessCost(
  { distance }: Reshaping,
  { linkFrom, linkTo }: AssignmentProblem,
  bush: Bush,
  cost: Float64Array,
): number {
  let excess = 0;
  for (let k = 0; k < bush.size; k++) {
    if (bush.flows[k] === 0) continue;
    const link = bush.links[k];
    excess += bush.flows[k] * (distance[linkFrom[link]] + cost[link] - distance[linkTo[link]]);
  }
  return excess;
}

/**
 * Takes in the links found and puts everything into a new topological order: first the nodes from which trips of this
 * origin can reach a destination, which are all that shifting needs to see, then the rest.
 */
export function takeInLinks(reshaping: Reshaping, bench: Workbench, problem: AssignmentProblem, bush: Bush): void {
  const { joining, joiningCount, headStart, headLink, headFlow, nextIn, done } = reshaping;
  const { positionOf, start } = bench;
  const { linkTo, pairDestination } = problem;

  // Links by the position of their heads, old ones first.
  const nodes = bench.nodes;
  headStart[0] = 0;
  headStart[1] = 0;
  for (let p = 1; p < nodes; p++) headStart[p + 1] = start[p + 1] - start[p];
  for (let i = 0; i < joiningCount; i++) headStart[positionOf[linkTo[joining[i]]] + 1]++;
  for (let p = 0; p < nodes; p++) headStart[p + 1] += headStart[p];
  for (let p = 1; p < nodes; p++) {
    let at = headStart[p];
    for (let k = start[p]; k < start[p + 1]; k++) {
      headLink[at] = bush.links[k];
      headFlow[at++] = bush.flows[k];
    }
    nextIn[p] = at;
  }
  for (let i = 0; i < joiningCount; i++) {
    const at = nextIn[positionOf[linkTo[joining[i]]]]++;
    headLink[at] = joining[i];
    headFlow[at] = 0;
  }

  const size = bush.size + joiningCount;
  if (size > bush.links.length) {
    bush.links = new Int32Array(size + (size >> 4));
    bush.flows = new Float64Array(size + (size >> 4));
  }
  bush.size = size;

  for (let p = 1; p < nodes; p++) nextIn[p] = headStart[p];
  done.fill(0, 0, nodes);
  done[0] = 1;
  let written = 0;
  for (let pair = bush.firstPair; pair < bush.endPair; pair++) {
    const p = positionOf[pairDestination[pair]];
    if (p >= 0) written = writeAllBefore(reshaping, bench, problem, bush, p, written);
  }
  bush.active = written;
  for (let p = 1; p < nodes; p++) written = writeAllBefore(reshaping, bench, problem, bush, p, written);
}

/** Depth first against the links: the links into a node are written when those into all nodes before it have been. */
function writeAllBefore(
  { headStart, headLink, headFlow, stack, nextIn, done }: Reshaping,
  { positionOf, nodes }: Workbench,
  { linkFrom }: AssignmentProblem,
  bush: Bush,
  last: number,
  writtenBefore: number,
): number {
  if (done[last] === 1) return writtenBefore;
  const { links, flows } = bush;
  let written = writtenBefore;
  let depth = 0;
  stack[0] = last;
  while (depth >= 0) {
    const p = stack[depth];
    if (nextIn[p] < headStart[p + 1]) {
      const before = positionOf[linkFrom[headLink[nextIn[p]++]]];
      if (done[before] === 1) continue;
      if (++depth === nodes) throw new Error(`met a circle in the bush of node ${bush.origin}: expected none`);
      stack[depth] = before;
      continue;
    }
    depth--;
    if (done[p] === 1) continue;
    done[p] = 1;
    for (let k = headStart[p]; k < headStart[p + 1]; k++) {
      links[written] = headLink[k];
      flows[written++] = headFlow[k];
    }
  }
  return written;
}
