/**
 * A bush: an acyclic part of the network that leads from one origin to every node it can reach, and the flows from that
 * origin on it (Dial, A path-based user-equilibrium traffic assignment algorithm that obviates path storage and
 * enumeration, Transportation Research B 40, 2006). All its routes are there without any being listed.
 */
import type { Adjacency } from './adjacency';
import type { LinkCosts } from './link-costs';
import type { AssignmentProblem } from './problem';
import { growShortestTree, type ShortestTree } from './shortest-tree';

/** At rest: links in the topological order of the nodes they lead to, so that no other structure is needed. */
export interface Bush {
  readonly origin: number;
  /** Its pairs of the problem: from firstPair to endPair − 1. */
  readonly firstPair: number;
  readonly endPair: number;
  links: Int32Array;
  flows: Float64Array;
  size: number;
  /** So many links, the first ones, lead to nodes that its trips can pass; the others only know the way elsewhere. */
  active: number;
}

/**
 * A bush under work: its nodes by position in topological order, the origin at 0, and labels by position. One of these
 * serves every bush in turn.
 */
export interface Workbench {
  nodes: number;
  readonly node: Int32Array;
  readonly positionOf: Int32Array;
  /** Links into the node at position p: k from start[p] to start[p + 1] − 1. */
  readonly start: Int32Array;
  /** By k: position of the node that the link leaves. */
  readonly tail: Int32Array;
  /** Cost from the origin by the cheapest way, and the last k of it. */
  readonly least: Float64Array;
  readonly leastVia: Int32Array;
  /** Cost by the dearest way. */
  readonly most: Float64Array;
  /** The k by which most trips reach a position. */
  readonly busiestVia: Int32Array;
  /** Trips from the origin that reach or pass a position. */
  readonly through: Float64Array;
}

export function createWorkbench(problem: AssignmentProblem): Workbench {
  const { nodeCount, linkCount } = problem;
  return {
    nodes: 0,
    node: new Int32Array(nodeCount),
    positionOf: new Int32Array(nodeCount).fill(-1),
    start: new Int32Array(nodeCount + 1),
    tail: new Int32Array(linkCount),
    least: new Float64Array(nodeCount),
    leastVia: new Int32Array(nodeCount),
    most: new Float64Array(nodeCount),
    busiestVia: new Int32Array(nodeCount),
    through: new Float64Array(nodeCount),
  };
}

/** The tree of the cheapest ways at present costs, loaded with all trips of its origin. */
export function growBush(
  problem: AssignmentProblem,
  adjacency: Adjacency,
  costs: LinkCosts,
  tree: ShortestTree,
  pairs: { readonly origin: number; readonly firstPair: number; readonly endPair: number },
): Bush {
  growShortestTree(tree, problem, adjacency, costs.cost, pairs.origin);
  const size = tree.reached - 1;
  const links = new Int32Array(size);
  for (let at = 0; at < size; at++) links[at] = tree.lastLink[tree.order[at + 1]];
  return { ...pairs, links, flows: new Float64Array(size), size, active: size };
}

/** Lays the first so many links of a bush out on the workbench: all, or the active ones. */
export function layOut(bench: Workbench, problem: AssignmentProblem, bush: Bush, size: number): void {
  const { node, positionOf, start, tail } = bench;
  const { linkFrom, linkTo } = problem;
  const { links } = bush;
  for (let p = 0; p < bench.nodes; p++) positionOf[node[p]] = -1;
  node[0] = bush.origin;
  positionOf[bush.origin] = 0;
  start[0] = 0;
  let last = 0;
  let head = bush.origin;
  for (let k = 0; k < size; k++) {
    const link = links[k];
    if (linkTo[link] !== head) {
      head = linkTo[link];
      start[++last] = k;
      node[last] = head;
      positionOf[head] = last;
    }
    tail[k] = positionOf[linkFrom[link]];
  }
  start[last + 1] = size;
  bench.nodes = last + 1;
}

/** Labels with the cheapest way and with the dearest of all. */
export function labelAll(bench: Workbench, bush: Bush, cost: Float64Array): void {
  const { start, tail, least, leastVia, most } = bench;
  const { links } = bush;
  least[0] = 0;
  most[0] = 0;
  for (let p = 1; p < bench.nodes; p++) {
    let low = Number.POSITIVE_INFINITY;
    let high = -1;
    for (let k = start[p]; k < start[p + 1]; k++) {
      const price = cost[links[k]];
      const cheap = least[tail[k]] + price;
      const dear = most[tail[k]] + price;
      if (cheap < low) {
        low = cheap;
        leastVia[p] = k;
      }
      if (dear > high) high = dear;
    }
    least[p] = low;
    most[p] = high;
  }
}

/** Labels with the cheapest way, and the busiest link to each node; answers what the trips pay above the cheapest. */
export function labelUsed(bench: Workbench, bush: Bush, cost: Float64Array): number {
  const { start, tail, least, leastVia, busiestVia } = bench;
  const { links, flows } = bush;
  least[0] = 0;
  let excess = 0;
  for (let p = 1; p < bench.nodes; p++) {
    const from = start[p];
    const end = start[p + 1];
    let low = least[tail[from]] + cost[links[from]];
    let cheapest = from;
    let busiest = from;
    for (let k = from + 1; k < end; k++) {
      const here = least[tail[k]] + cost[links[k]];
      if (here < low) {
        low = here;
        cheapest = k;
      }
      if (flows[k] > flows[busiest]) busiest = k;
    }
    least[p] = low;
    leastVia[p] = cheapest;
    busiestVia[p] = busiest;
    if (end - from === 1) continue;
    for (let k = from; k < end; k++) {
      if (flows[k] > 0) excess += flows[k] * (least[tail[k]] + cost[links[k]] - low);
    }
  }
  return excess;
}

/**
 * Makes the flows of a bush carry its trips exactly, each node's in their present proportions, and adds them to the
 * links'. Moving flow about leaves errors of rounding, which this takes back; a share too small to matter goes too.
 */
export function settleFlows(bench: Workbench, problem: AssignmentProblem, bush: Bush, linkFlow: Float64Array): void {
  const { positionOf, start, tail, through } = bench;
  const { pairDestination, pairTrips } = problem;
  const { links, flows } = bush;
  through.fill(0, 0, bench.nodes);
  for (let pair = bush.firstPair; pair < bush.endPair; pair++) {
    const p = positionOf[pairDestination[pair]];
    if (p >= 0) through[p] += pairTrips[pair];
  }
  for (let p = bench.nodes - 1; p > 0; p--) {
    const from = start[p];
    const end = start[p + 1];
    const trips = through[p];
    if (end - from === 1) {
      flows[from] = trips;
    } else {
      let sum = 0;
      for (let k = from; k < end; k++) sum += flows[k];
      const leastKept = sum * SMALLEST_SHARE;
      let kept = 0;
      for (let k = from; k < end; k++) {
        if (flows[k] > leastKept) kept += flows[k];
        else flows[k] = 0;
      }
      if (kept > 0) for (let k = from; k < end; k++) flows[k] *= trips / kept;
      else if (trips > 0) flows[from] = trips;
    }
    for (let k = from; k < end; k++) {
      if (flows[k] === 0) continue;
      through[tail[k]] += flows[k];
      linkFlow[links[k]] += flows[k];
    }
  }
}

const SMALLEST_SHARE = 1e-13;
