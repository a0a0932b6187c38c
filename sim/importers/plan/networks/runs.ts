import { otherEnd, type UtilityGraph } from './utility-graph';

export interface Step {
  readonly segment: number;
  readonly reversed: boolean;
}

/** One pipe or cable: a way along streets from one end or branch to the next. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly steps: readonly Step[];
  readonly lengthM: number;
}

/**
 * Joins segments into runs. A run ends where three or more meet, where one ends, where `isStop` says so, and where
 * `kindOf` changes (a gallery begins). `from` is the end found first, walking from the nodes in their order.
 */
export function runsOf(
  graph: UtilityGraph,
  segments: ReadonlySet<number>,
  isStop: (node: number) => boolean,
  kindOf: (segment: number) => string | undefined = () => undefined,
): Run[] {
  const arms = new Map<number, number[]>();
  for (const k of segments) {
    for (const node of [graph.segments[k].from, graph.segments[k].to]) {
      const list = arms.get(node);
      if (list) list.push(k);
      else arms.set(node, [k]);
    }
  }
  const stops = (node: number): boolean => {
    const here = arms.get(node)!;
    return here.length !== 2 || isStop(node) || kindOf(here[0]) !== kindOf(here[1]);
  };
  const walked = new Set<number>();
  const runs: Run[] = [];
  const walk = (start: number, first: number): void => {
    const steps: Step[] = [];
    let lengthM = 0;
    let node = start;
    for (let k: number | undefined = first; k !== undefined; ) {
      walked.add(k);
      const segment = graph.segments[k];
      steps.push({ segment: k, reversed: segment.from !== node });
      lengthM += segment.lengthM;
      node = otherEnd(segment, node);
      k = node === start || stops(node) ? undefined : arms.get(node)!.find((next) => !walked.has(next));
    }
    runs.push({ from: start, to: node, steps, lengthM });
  };
  const inOrder = [...arms.keys()].sort((a, b) => a - b);
  for (const node of inOrder) {
    if (!stops(node)) continue;
    for (const k of arms.get(node)!) if (!walked.has(k)) walk(node, k);
  }
  return runs;
}

/** Nodes at which these segments meet, in the graph's order. */
export function nodesOf(graph: UtilityGraph, segments: Iterable<number>): number[] {
  const found = new Set<number>();
  for (const k of segments) {
    found.add(graph.segments[k].from);
    found.add(graph.segments[k].to);
  }
  return [...found].sort((a, b) => a - b);
}

/** The same way walked from its other end. */
export function turned({ from, to, steps, lengthM }: Run): Run {
  const back = steps.map(({ segment, reversed }) => ({ segment, reversed: !reversed })).reverse();
  return { from: to, to: from, steps: back, lengthM };
}
