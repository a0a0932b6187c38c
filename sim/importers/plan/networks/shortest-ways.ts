import { otherEnd, type Segment, type UtilityGraph } from './utility-graph';

/** From every node the best way to its nearest source, over streets. */
export interface Ways {
  readonly costM: Float64Array;
  /** Segment that leads towards the source, −1 at sources and where no source is reached. */
  readonly via: Int32Array;
  /** The node at its other end, −1 likewise. */
  readonly towards: Int32Array;
  /** Which source, by its place in the list; −1 unreached. */
  readonly source: Int32Array;
  /** Reached nodes, nearest first. */
  readonly order: readonly number[];
}

/** Dijkstra 1959 from several sources at once; equal costs go to the node that is listed first. */
export function shortestWays(
  graph: UtilityGraph,
  sources: readonly number[],
  costOf: (segment: Segment, from: number) => number = (segment) => segment.lengthM,
): Ways {
  const count = graph.nodes.length;
  const costM = new Float64Array(count).fill(Number.POSITIVE_INFINITY);
  const via = new Int32Array(count).fill(-1);
  const towards = new Int32Array(count).fill(-1);
  const source = new Int32Array(count).fill(-1);
  const done = new Uint8Array(count);
  const order: number[] = [];
  const heap: { node: number; cost: number }[] = [];
  sources.forEach((node, k) => {
    if (source[node] >= 0) return;
    costM[node] = 0;
    source[node] = k;
    push(heap, { node, cost: 0 });
  });
  while (heap.length > 0) {
    const { node } = pop(heap);
    if (done[node]) continue;
    done[node] = 1;
    order.push(node);
    for (const k of graph.arms[node]) {
      const segment = graph.segments[k];
      const next = otherEnd(segment, node);
      const cost = costM[node] + costOf(segment, node);
      if (cost >= costM[next]) continue;
      costM[next] = cost;
      via[next] = k;
      towards[next] = node;
      source[next] = source[node];
      push(heap, { node: next, cost });
    }
  }
  return { costM, via, towards, source, order };
}

type Entry = { node: number; cost: number };

const before = (a: Entry, b: Entry): boolean => a.cost < b.cost || (a.cost === b.cost && a.node < b.node);

function push(heap: Entry[], entry: Entry): void {
  let i = heap.length;
  heap.push(entry);
  while (i > 0) {
    const parent = (i - 1) >> 1;
    if (!before(entry, heap[parent])) break;
    heap[i] = heap[parent];
    i = parent;
  }
  heap[i] = entry;
}

function pop(heap: Entry[]): Entry {
  const top = heap[0];
  const last = heap.pop()!;
  const count = heap.length;
  if (count === 0) return top;
  let i = 0;
  for (;;) {
    let child = 2 * i + 1;
    if (child >= count) break;
    if (child + 1 < count && before(heap[child + 1], heap[child])) child++;
    if (!before(heap[child], last)) break;
    heap[i] = heap[child];
    i = child;
  }
  heap[i] = last;
  return top;
}

/** Every segment on the ways from these nodes to their sources. */
export function segmentsToSources(ways: Ways, nodes: Iterable<number>): Set<number> {
  const used = new Set<number>();
  for (let node of nodes) {
    while (ways.via[node] >= 0 && !used.has(ways.via[node])) {
      used.add(ways.via[node]);
      node = ways.towards[node];
    }
  }
  return used;
}

/** What flows towards each node's source over its segment when every node adds its own. */
export function gatherTowardsSource(ways: Ways, own: (node: number) => number): Float64Array {
  const through = new Float64Array(ways.via.length);
  for (let k = ways.order.length - 1; k >= 0; k--) {
    const node = ways.order[k];
    through[node] += own(node);
    if (ways.towards[node] >= 0) through[ways.towards[node]] += through[node];
  }
  return through;
}
