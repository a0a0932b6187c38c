import { otherEnd, type Segment, type UtilityGraph } from '../utility-graph';

/** Segments of this kind that lie on rings: what leads nowhere is taken off until nothing dangles. */
export function mainRings(graph: UtilityGraph, belongs: (segment: Segment) => boolean): Set<number> {
  const kept = new Set<number>();
  graph.segments.forEach((segment, k) => {
    if (belongs(segment)) kept.add(k);
  });
  const degree = new Int32Array(graph.nodes.length);
  for (const k of kept) {
    degree[graph.segments[k].from]++;
    degree[graph.segments[k].to]++;
  }
  const loose: number[] = [];
  for (let node = 0; node < degree.length; node++) if (degree[node] === 1) loose.push(node);
  for (let node = loose.pop(); node !== undefined; node = loose.pop()) {
    const last = graph.arms[node].find((k) => kept.has(k));
    if (last === undefined) continue;
    kept.delete(last);
    degree[node]--;
    const other = otherEnd(graph.segments[last], node);
    if (--degree[other] === 1) loose.push(other);
  }
  return kept;
}
