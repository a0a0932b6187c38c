import type { Run, Step } from '../runs';
import { shortestWays, type Ways } from '../shortest-ways';
import { otherEnd, type UtilityGraph } from '../utility-graph';

/** One feeder as it lies along the streets. */
export interface FeederTree {
  readonly id: string;
  readonly substation: string;
  /** Name of the 10 kV bus it starts from. */
  readonly section: string;
  readonly root: number;
  readonly members: ReadonlySet<number>;
  readonly runs: readonly Run[];
  readonly kva: number;
}

/** An open connection between two feeders, by their places in the list. */
export interface Tie {
  readonly a: number;
  readonly b: number;
  readonly run: Run;
  /** The tie that each of the two relies on: cables up to it can carry both. */
  readonly isPrimary: boolean;
  /** All behind this node must come over it; without, a whole feeder. */
  readonly carries?: number;
}

/** A tie between feeders of one substation counts as this much longer: it helps less when the substation fails. */
const SAME_SUBSTATION_M = 350;
const MORE_TIES_WITHIN_M = 260;
const MOST_TIES = 3;

/**
 * Where feeders come nearest to each other along the streets. The city falls into one region a feeder (a Voronoi
 * diagram over streets); two that touch may be tied over the shortest way between addresses of theirs.
 */
export function pickTies(graph: UtilityGraph, trees: readonly FeederTree[]): Tie[] {
  const feederAt = new Map<number, number>();
  trees.forEach((tree, k) => {
    for (const node of [...tree.members].sort((a, b) => a - b)) feederAt.set(node, k);
  });
  const ends = [...feederAt.keys()].sort((a, b) => a - b);
  const ways = shortestWays(graph, ends);
  const regionOf = (node: number) => feederAt.get(ends[ways.source[node]]) ?? -1;
  const best = new Map<string, { a: number; b: number; segment: number; costM: number }>();
  graph.segments.forEach((segment, k) => {
    const [u, w] = [regionOf(segment.from), regionOf(segment.to)];
    if (u === w || u < 0 || w < 0) return;
    const costM = ways.costM[segment.from] + segment.lengthM + ways.costM[segment.to];
    const key = u < w ? `${u} ${w}` : `${w} ${u}`;
    const before = best.get(key);
    if (!before || costM < before.costM) best.set(key, { a: u, b: w, segment: k, costM });
  });
  const rated = [...best.values()].map((one) => ({
    ...one,
    ratedM: one.costM + (trees[one.a].substation === trees[one.b].substation ? SAME_SUBSTATION_M : 0),
  }));
  rated.sort((p, q) => p.ratedM - q.ratedM || p.segment - q.segment);
  const count = new Int32Array(trees.length);
  const picked: Tie[] = [];
  const chosen = new Set<(typeof rated)[number]>();
  const pick = (one: (typeof rated)[number], isPrimary: boolean) => {
    chosen.add(one);
    count[one.a]++;
    count[one.b]++;
    picked.push({ a: one.a, b: one.b, run: wayOver(graph, ways, one.segment), isPrimary });
  };
  for (const one of rated) if (count[one.a] === 0 || count[one.b] === 0) pick(one, true);
  for (const one of rated) {
    if (chosen.has(one) || one.costM > MORE_TIES_WITHIN_M) continue;
    if (count[one.a] < MOST_TIES && count[one.b] < MOST_TIES) pick(one, false);
  }
  return picked;
}

/** From the address nearest to one end of a segment, over it, to the one nearest to the other. */
export function wayOver(graph: UtilityGraph, ways: Ways, over: number): Run {
  const { from, to, lengthM } = graph.segments[over];
  const back: Step[] = [];
  let start = from;
  while (ways.via[start] >= 0) {
    const segment = graph.segments[ways.via[start]];
    const next = otherEnd(segment, start);
    back.push({ segment: ways.via[start], reversed: segment.from !== next });
    start = next;
  }
  const onwards: Step[] = [];
  let end = to;
  while (ways.via[end] >= 0) {
    const segment = graph.segments[ways.via[end]];
    onwards.push({ segment: ways.via[end], reversed: segment.from !== end });
    end = otherEnd(segment, end);
  }
  return {
    from: start,
    to: end,
    steps: [...back.reverse(), { segment: over, reversed: false }, ...onwards],
    lengthM: ways.costM[from] + lengthM + ways.costM[to],
  };
}

/** Nodes of each feeder on the way from its substation to the tie it relies on. */
export function mainLines(trees: readonly FeederTree[], ties: readonly Tie[], ways: Ways): Map<string, Set<number>> {
  const main = new Map(trees.map((tree) => [tree.id, new Set<number>()]));
  const mark = (tree: FeederTree, end: number) => {
    const line = main.get(tree.id)!;
    for (let node = end; node >= 0; node = ways.towards[node]) line.add(node);
  };
  for (const { a, b, run, isPrimary } of ties) {
    if (!isPrimary) continue;
    mark(trees[a], run.from);
    mark(trees[b], run.to);
  }
  return main;
}
