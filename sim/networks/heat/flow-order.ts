/**
 * The order in which water reaches the nodes of a network: each after all that its water comes from (Kahn 1962). Water
 * that a pump drives in a circle has no first node; there a branch is cut, the one with most water in it compared with
 * its flow, and whoever uses the order knows what comes out of a cut branch by other means.
 */
export interface FlowOrder {
  /** Nodes, upstream first. */
  readonly nodes: Int32Array;
  /** Branches whose end comes before their beginning in that order. */
  readonly cut: Uint8Array;
  cuts: number;
  /** Branches by node, as in a compressed row: those of node i from `starts[i]` to `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly branches: Int32Array;
  /** Branches that a node still waits for. */
  readonly waitsFor: Int32Array;
  readonly signs: Int8Array;
  readonly done: Uint8Array;
}

export function createFlowOrder(nodeCount: number, from: Int32Array, to: Int32Array): FlowOrder {
  const starts = new Int32Array(nodeCount + 1);
  for (let b = 0; b < from.length; b++) {
    starts[from[b] + 1]++;
    starts[to[b] + 1]++;
  }
  for (let i = 0; i < nodeCount; i++) starts[i + 1] += starts[i];
  const branches = new Int32Array(2 * from.length);
  const next = starts.slice();
  for (let b = 0; b < from.length; b++) {
    branches[next[from[b]]++] = b;
    branches[next[to[b]]++] = b;
  }
  return {
    nodes: new Int32Array(nodeCount),
    cut: new Uint8Array(from.length),
    cuts: 0,
    starts,
    branches,
    waitsFor: new Int32Array(nodeCount),
    signs: new Int8Array(from.length).fill(2),
    done: new Uint8Array(nodeCount),
  };
}

/**
 * Brings the order up to date with flows, positive from `from` to `to`; nothing is done while no flow has turned round.
 * A cycle is cut where `holdsM3` ÷ flow is largest.
 */
export function orderByFlow(
  order: FlowOrder,
  from: Int32Array,
  to: Int32Array,
  flow: Float64Array,
  holdsM3: Float64Array,
): void {
  const { nodes, cut, starts, branches, waitsFor, signs, done } = order;
  let same = order.cuts === 0;
  for (let b = 0; b < flow.length; b++) {
    const sign = flow[b] > 0 ? 1 : flow[b] < 0 ? -1 : 0;
    if (signs[b] !== sign) same = false;
    signs[b] = sign;
  }
  if (same) return;
  cut.fill(0);
  order.cuts = 0;
  done.fill(0);
  waitsFor.fill(0);
  for (let b = 0; b < flow.length; b++) if (signs[b] !== 0) waitsFor[signs[b] > 0 ? to[b] : from[b]]++;
  let count = 0;
  for (let i = 0; i < nodes.length; i++) if (waitsFor[i] === 0) nodes[count++] = i;
  let read = 0;
  for (;;) {
    while (read < count) {
      const node = nodes[read++];
      done[node] = 1;
      for (let k = starts[node]; k < starts[node + 1]; k++) {
        const b = branches[k];
        if (signs[b] === 0 || cut[b] === 1 || (signs[b] > 0 ? from[b] : to[b]) !== node) continue;
        const end = signs[b] > 0 ? to[b] : from[b];
        if (--waitsFor[end] === 0) nodes[count++] = end;
      }
    }
    if (count === nodes.length) return;
    const b = branchToCut(order, from, to, flow, holdsM3);
    cut[b] = 1;
    order.cuts++;
    const end = signs[b] > 0 ? to[b] : from[b];
    if (--waitsFor[end] === 0) nodes[count++] = end;
  }
}

/** Of the branches that lie on a circle, the one that water takes longest through. */
function branchToCut(
  { signs, done, cut, nodes }: FlowOrder,
  from: Int32Array,
  to: Int32Array,
  flow: Float64Array,
  holdsM3: Float64Array,
): number {
  // Walk upstream from any node that still waits: among finitely many one comes by a node twice, and has a circle.
  const seen = new Int32Array(nodes.length).fill(-1);
  const way: number[] = [];
  let node = done.indexOf(0);
  while (seen[node] < 0) {
    seen[node] = way.length;
    let into = -1;
    for (let b = 0; b < signs.length && into < 0; b++) {
      if (signs[b] === 0 || cut[b] === 1) continue;
      const [start, end] = signs[b] > 0 ? [from[b], to[b]] : [to[b], from[b]];
      if (end === node && done[start] === 0) into = b;
    }
    if (into < 0) throw new Error(`node ${node} waits for water that nobody sends`);
    way.push(into);
    node = signs[into] > 0 ? from[into] : to[into];
  }
  let best = -1;
  let longest = -1;
  for (let i = seen[node]; i < way.length; i++) {
    const b = way[i];
    const seconds = holdsM3[b] / Math.abs(flow[b]);
    if (seconds > longest) {
      longest = seconds;
      best = b;
    }
  }
  return best;
}
