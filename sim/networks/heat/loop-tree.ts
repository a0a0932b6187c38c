import type { LoopFlows } from './loop-flows';
import type { LoopPlan } from './loop-plan';

/** A spanning forest from the holding sources, and the pipes that it leaves out. */
export interface LoopTree {
  /** As it was made for. */
  readonly open: Uint8Array;
  readonly pumpsOn: Int32Array;
  made: boolean;
  /** Nodes by distance from their holders, and how many there are. */
  readonly order: Int32Array;
  reached: number;
  readonly parent: Int32Array;
  readonly parentPipe: Int32Array;
  readonly depth: Int32Array;
  chords: number[];
  /** Scratch. */
  readonly nodeM3PerS: Float64Array;
  readonly lossM: Float64Array;
  readonly slope: Float64Array;
  readonly fallM: Float64Array;
  readonly slopeTo: Float64Array;
  /** Of each unknown: the consumer, the nodes that its way leads to and comes back from, whether it counts. */
  readonly unknown: Int32Array;
  readonly plus: Int32Array;
  readonly minus: Int32Array;
  readonly member: Uint8Array;
  readonly residual: Float64Array;
  readonly step: Float64Array;
  readonly rows: Float64Array[];
}

export function createLoopTree(plan: LoopPlan): LoopTree {
  const pipes = plan.from.length;
  const unknowns = pipes + plan.consumerNode.length;
  return {
    open: new Uint8Array(pipes),
    pumpsOn: new Int32Array(plan.sourceNode.length),
    made: false,
    order: new Int32Array(plan.nodeCount),
    reached: 0,
    parent: new Int32Array(plan.nodeCount),
    parentPipe: new Int32Array(plan.nodeCount),
    depth: new Int32Array(plan.nodeCount),
    chords: [],
    nodeM3PerS: new Float64Array(plan.nodeCount),
    lossM: new Float64Array(pipes),
    slope: new Float64Array(pipes),
    fallM: new Float64Array(plan.nodeCount),
    slopeTo: new Float64Array(plan.nodeCount),
    unknown: new Int32Array(unknowns),
    plus: new Int32Array(unknowns),
    minus: new Int32Array(unknowns),
    member: new Uint8Array(unknowns),
    residual: new Float64Array(unknowns),
    step: new Float64Array(unknowns),
    rows: [],
  };
}

export function keepTree(flows: LoopFlows): void {
  const { plan, open, pumpsOn, tree, holder } = flows;
  let same = tree.made;
  for (let b = 0; b < open.length; b++) if (tree.open[b] !== open[b]) same = false;
  for (let s = 0; s < pumpsOn.length; s++) if (tree.pumpsOn[s] > 0 !== pumpsOn[s] > 0) same = false;
  tree.pumpsOn.set(pumpsOn);
  if (same) return;
  tree.open.set(open);
  holder.fill(-1);
  let count = 0;
  const inTree = new Uint8Array(open.length);
  const links: number[][] = Array.from({ length: plan.nodeCount }, () => []);
  for (let b = 0; b < open.length; b++) {
    if (open[b] === 0) continue;
    links[plan.from[b]].push(b);
    links[plan.to[b]].push(b);
  }
  for (let s = 0; s < plan.sourceNode.length; s++) {
    const root = plan.sourceNode[s];
    if (pumpsOn[s] === 0 || holder[root] >= 0) continue;
    let read = count;
    holder[root] = s;
    tree.parent[root] = -1;
    tree.parentPipe[root] = -1;
    tree.depth[root] = 0;
    tree.order[count++] = root;
    while (read < count) {
      const node = tree.order[read++];
      for (const b of links[node]) {
        const next = plan.from[b] === node ? plan.to[b] : plan.from[b];
        if (holder[next] >= 0) continue;
        holder[next] = s;
        tree.parent[next] = node;
        tree.parentPipe[next] = b;
        tree.depth[next] = tree.depth[node] + 1;
        inTree[b] = 1;
        tree.order[count++] = next;
      }
    }
  }
  tree.reached = count;
  tree.chords = [];
  for (let b = 0; b < open.length; b++) {
    const reaches = holder[plan.from[b]] >= 0;
    if (open[b] === 1 && inTree[b] === 0 && reaches && plan.from[b] !== plan.to[b]) tree.chords.push(b);
    else flows.chordM3PerS[b] = 0;
  }
  tree.made = true;
}

/** From what consumers take, what sources send and what chords carry: the flows of all pipes, by sums from the ends. */
export function spreadFlows(flows: LoopFlows): void {
  const { plan, tree, share, holder, pumpsOn, pipeM3PerS, consumerM3PerS, sourceM3PerS, chordM3PerS, leakM3PerS } =
    flows;
  const { nodeM3PerS, order, parent, parentPipe, chords } = tree;
  pipeM3PerS.fill(0);
  sourceM3PerS.fill(0);
  for (let n = 0; n < leakM3PerS.length; n++) {
    nodeM3PerS[n] = leakM3PerS[n];
    if (leakM3PerS[n] > 0) sourceM3PerS[holder[n]] += leakM3PerS[n];
  }
  for (let i = 0; i < consumerM3PerS.length; i++) {
    const node = plan.consumerNode[i];
    nodeM3PerS[node] += consumerM3PerS[i];
    if (holder[node] >= 0) sourceM3PerS[holder[node]] += consumerM3PerS[i];
  }
  for (let s = 0; s < sourceM3PerS.length; s++) {
    const node = plan.sourceNode[s];
    if (holder[node] < 0 || holder[node] === s || pumpsOn[s] === 0) continue;
    const sent = share[s] * sourceM3PerS[holder[node]];
    nodeM3PerS[node] -= sent;
  }
  for (const b of chords) {
    pipeM3PerS[b] = chordM3PerS[b];
    nodeM3PerS[plan.from[b]] += chordM3PerS[b];
    nodeM3PerS[plan.to[b]] -= chordM3PerS[b];
  }
  for (let n = tree.reached - 1; n >= 0; n--) {
    const node = order[n];
    const b = parentPipe[node];
    if (b < 0) continue;
    pipeM3PerS[b] = plan.to[b] === node ? nodeM3PerS[node] : -nodeM3PerS[node];
    nodeM3PerS[parent[node]] += nodeM3PerS[node];
  }
  // What each sends: the holder all that the others leave, which is what its own pipes carry away.
  for (let s = 0; s < sourceM3PerS.length; s++) {
    const h = holder[plan.sourceNode[s]];
    if (h >= 0 && h !== s) sourceM3PerS[s] = pumpsOn[s] > 0 ? share[s] * totalOf(flows, h) : 0;
  }
  for (let s = 0; s < sourceM3PerS.length; s++) {
    if (holder[plan.sourceNode[s]] === s) sourceM3PerS[s] = nodeM3PerS[plan.sourceNode[s]];
  }
}

function totalOf({ plan, consumerM3PerS, holder, leakM3PerS }: LoopFlows, source: number): number {
  let sum = leakOf({ holder, leakM3PerS }, source);
  for (let i = 0; i < consumerM3PerS.length; i++) {
    if (holder[plan.consumerNode[i]] === source) sum += consumerM3PerS[i];
  }
  return sum;
}

/** All that leaks of what a source holds under pressure. */
function leakOf({ holder, leakM3PerS }: Pick<LoopFlows, 'holder' | 'leakM3PerS'>, source: number): number {
  let sum = 0;
  for (let n = 0; n < leakM3PerS.length; n++) if (leakM3PerS[n] > 0 && holder[n] === source) sum += leakM3PerS[n];
  return sum;
}

/** Flows of the return: those of the supply turned round, less what leaks on its way. */
export function spreadReturn({ plan, tree, pipeM3PerS, leakM3PerS }: LoopFlows, backM3PerS: Float64Array): void {
  const { order, parent, parentPipe, nodeM3PerS } = tree;
  for (let b = 0; b < backM3PerS.length; b++) backM3PerS[b] = -pipeM3PerS[b];
  nodeM3PerS.set(leakM3PerS);
  for (let n = tree.reached - 1; n >= 0; n--) {
    const node = order[n];
    const b = parentPipe[node];
    if (b < 0) continue;
    if (nodeM3PerS[node] > 0) backM3PerS[b] += plan.to[b] === node ? nodeM3PerS[node] : -nodeM3PerS[node];
    nodeM3PerS[parent[node]] += nodeM3PerS[node];
  }
}

/** Loss, and its slope, from the holder to each node. */
export function sumAlongTree(flows: LoopFlows): void {
  const { tree } = flows;
  for (let n = 0; n < tree.reached; n++) {
    const node = tree.order[n];
    const parent = tree.parent[node];
    tree.fallM[node] = parent < 0 ? 0 : tree.fallM[parent] + lossInto(flows, node);
    tree.slopeTo[node] = parent < 0 ? 0 : tree.slopeTo[parent] + tree.slope[tree.parentPipe[node]];
  }
}

/** Loss from a node's parent to the node. */
export function lossInto({ plan, tree }: LoopFlows, node: number): number {
  const b = tree.parentPipe[node];
  return plan.to[b] === node ? tree.lossM[b] : -tree.lossM[b];
}

/** Slope of what the paths to two nodes share; none where there is no node. */
export function pathSlope({ tree: { parent, depth, slopeTo } }: LoopFlows, one: number, other: number): number {
  if (one < 0 || other < 0) return 0;
  let a = one;
  let b = other;
  while (a !== b) {
    if (depth[a] >= depth[b]) a = parent[a];
    else b = parent[b];
  }
  return slopeTo[a];
}
