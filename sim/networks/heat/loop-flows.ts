/**
 * Flows in a loop of supply and return. Both sides have the same flows, so one graph stands for the pair: the difference
 * of head between supply and return falls along each pipe by what both of them lose, and rises at the sources' pumps.
 * What is unknown are flows, not heads: those of the chords of a spanning tree, found by Newton's method from the loss
 * round each circle being nothing (Hardy Cross's loops, all at once), so that flows balance at every node to the last
 * digits, as moving parcels of water need it. Chords apart a radial loop is a sum.
 *
 * Consumers take what they want while the pumps can send it with the difference that their valves need. Where they
 * cannot, each takes what its open valve lets through, or what it wants if that is less: far ones run short first. That
 * is the same system with the short consumers' flows among the unknowns, a convex one (pressure-dependent demand after
 * Wagner et al., J. Water Resour. Plann. Manage. 114, 1988, with the valve's square root over its whole range).
 *
 * Of the sources that hang together the first with a pump holds the pressure; others send their share of the whole.
 */
import { type Friction, frictionOf, lambdaTimesFlow, powerOfLoss } from './friction';
import type { LoopPlan } from './loop-plan';

export interface LoopFlows {
  readonly plan: LoopPlan;
  readonly friction: Friction;
  /** Open valve: head = this × q². */
  readonly valveMPerFlow2: Float64Array;
  readonly open: Uint8Array;
  readonly pumpsOn: Int32Array;
  readonly share: Float64Array;
  /** Of each node: the source that holds its pressure, or −1 where none reaches. */
  readonly holder: Int32Array;
  readonly pipeM3PerS: Float64Array;
  readonly consumerM3PerS: Float64Array;
  readonly sourceM3PerS: Float64Array;
  /** Difference of supply and return over each node, m. */
  readonly differenceM: Float64Array;
  readonly sourceHeadM: Float64Array;
  /** Flow of each pipe that is a chord, kept from step to step; nothing for others. */
  readonly chordM3PerS: Float64Array;
  /** Pumps could not send all that was wanted. */
  short: boolean;
  /** Losses round all circles, and at all short consumers, were brought to nothing. */
  settled: boolean;
  readonly tree: Tree;
}

/** A spanning forest from the holding sources, and the pipes that it leaves out. */
interface Tree {
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
  readonly rows: Float64Array[];
}

/** Head that an open valve and its exchanger need at 1.2 times their design flow: 0.8 bar, a usual figure of substations. */
const VALVE_HEAD_M = 8;
const VALVE_OVERSIZED = 1.2;
/** What the pumps keep between supply and return at the worst consumer, however little it takes. */
const LEAST_DIFFERENCE_M = 5;
/** Curve through one point: 4/3 of its head at no flow, none at twice its flow (EPANET 2.2 manual, 3.1). */
const SHUT_OFF = 4 / 3;
const MOST_ROUNDS = 100;
/** A step is halved, down to this, after one that made things worse: a valve at its end can throw the others to and fro. */
const LEAST_STRIDE = 1 / 8;
const CLOSED_M = 1e-8;
/** Slope of a pump's curve where water would come back through it, m per m³/s: its check valve. */
const CHECK_VALVE = 1e5;

export function createLoopFlows(plan: LoopPlan, designM3PerS: Float64Array): LoopFlows {
  const pipes = plan.from.length;
  const unknowns = pipes + plan.consumerNode.length;
  return {
    plan,
    friction: frictionOf(plan.lengthM, plan.diameterM, plan.roughnessM, (plan.supplyC + plan.returnC) / 2, 2),
    valveMPerFlow2: Float64Array.from(designM3PerS, (q) => VALVE_HEAD_M / (VALVE_OVERSIZED * q * VALVE_OVERSIZED * q)),
    open: new Uint8Array(pipes).fill(1),
    pumpsOn: plan.pumps.slice(),
    share: new Float64Array(plan.sourceNode.length),
    holder: new Int32Array(plan.nodeCount).fill(-1),
    pipeM3PerS: new Float64Array(pipes),
    consumerM3PerS: new Float64Array(plan.consumerNode.length),
    sourceM3PerS: new Float64Array(plan.sourceNode.length),
    differenceM: new Float64Array(plan.nodeCount),
    sourceHeadM: new Float64Array(plan.sourceNode.length),
    chordM3PerS: new Float64Array(pipes),
    short: false,
    settled: true,
    tree: {
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
      rows: [],
    },
  };
}

/** Finds the flows at which consumers have what they want, or what they get; `wantedM3PerS` is of consumers. */
export function solveLoopFlows(flows: LoopFlows, wantedM3PerS: Float64Array): void {
  const { plan, consumerM3PerS, holder, tree } = flows;
  keepTree(flows);
  let any = false;
  for (let i = 0; i < consumerM3PerS.length; i++) {
    consumerM3PerS[i] = holder[plan.consumerNode[i]] < 0 ? 0 : wantedM3PerS[i];
    if (consumerM3PerS[i] > 0) any = true;
  }
  flows.short = false;
  flows.settled = true;
  if (!any) {
    flows.chordM3PerS.fill(0);
    spreadFlows(flows);
    flows.differenceM.fill(0);
    flows.sourceHeadM.fill(0);
    return;
  }
  if (tree.chords.length === 0) spreadFlows(flows);
  else closeCircles(flows, wantedM3PerS, false);
  if (!raiseHeads(flows)) {
    flows.short = true;
    closeCircles(flows, wantedM3PerS, true);
    fallHeads(flows);
  }
}

/** Head of a holding source's pumps at a flow, all of them at full speed. */
function pumpHead({ plan, pumpsOn }: LoopFlows, source: number, flow: number): number {
  const most = SHUT_OFF * plan.pumpHeadM[source];
  if (flow <= 0) return most - CHECK_VALVE * flow;
  const each = flow / (pumpsOn[source] * plan.pumpM3PerS[source]);
  return most - (most - plan.pumpHeadM[source]) * each * each;
}

function pumpSlope({ plan, pumpsOn }: LoopFlows, source: number, flow: number): number {
  if (flow <= 0) return CHECK_VALVE;
  const rated = pumpsOn[source] * plan.pumpM3PerS[source];
  return ((SHUT_OFF - 1) * plan.pumpHeadM[source] * 2 * flow) / (rated * rated);
}

function keepTree(flows: LoopFlows): void {
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
function spreadFlows(flows: LoopFlows): void {
  const { plan, tree, share, holder, pumpsOn, pipeM3PerS, consumerM3PerS, sourceM3PerS, chordM3PerS } = flows;
  const { nodeM3PerS, order, parent, parentPipe, chords } = tree;
  nodeM3PerS.fill(0);
  pipeM3PerS.fill(0);
  sourceM3PerS.fill(0);
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

function totalOf({ plan, consumerM3PerS, holder }: LoopFlows, source: number): number {
  let sum = 0;
  for (let i = 0; i < consumerM3PerS.length; i++) {
    if (holder[plan.consumerNode[i]] === source) sum += consumerM3PerS[i];
  }
  return sum;
}

function loseHead({ friction, pipeM3PerS, tree }: LoopFlows, withSlope: boolean): void {
  for (let b = 0; b < pipeM3PerS.length; b++) {
    const resisted = friction.headPerLambda[b] * lambdaTimesFlow(friction, b, pipeM3PerS[b]);
    tree.lossM[b] = resisted * pipeM3PerS[b];
    tree.slope[b] = resisted * (withSlope ? powerOfLoss(friction, b, pipeM3PerS[b]) : 1);
  }
}

/** Loss from a node's parent to the node. */
function lossInto({ plan, tree }: LoopFlows, node: number): number {
  const b = tree.parentPipe[node];
  return plan.to[b] === node ? tree.lossM[b] : -tree.lossM[b];
}

/** Speeds of the pumps such that the worst consumer has what its valve needs; false where full speed does not do. */
function raiseHeads(flows: LoopFlows): boolean {
  const { plan, tree, differenceM, holder, sourceM3PerS, sourceHeadM, consumerM3PerS, valveMPerFlow2 } = flows;
  loseHead(flows, false);
  for (let n = 0; n < tree.reached; n++) {
    const node = tree.order[n];
    differenceM[node] = tree.parent[node] < 0 ? 0 : differenceM[tree.parent[node]] - lossInto(flows, node);
  }
  sourceHeadM.fill(0);
  for (let i = 0; i < consumerM3PerS.length; i++) {
    const q = consumerM3PerS[i];
    if (q === 0) continue;
    const node = plan.consumerNode[i];
    const needs = Math.max(valveMPerFlow2[i] * q * q, LEAST_DIFFERENCE_M) - differenceM[node];
    if (needs > sourceHeadM[holder[node]]) sourceHeadM[holder[node]] = needs;
  }
  for (let s = 0; s < sourceHeadM.length; s++) {
    if (holder[plan.sourceNode[s]] !== s) continue;
    const least = LEAST_DIFFERENCE_M;
    const full = pumpHead(flows, s, sourceM3PerS[s]);
    if (sourceHeadM[s] > full) {
      // What valves need comes before what pumps would keep to spare.
      if (!servesAll(flows, s, full)) return false;
      sourceHeadM[s] = full;
    }
    if (sourceHeadM[s] > 0 && sourceHeadM[s] < least) sourceHeadM[s] = least;
  }
  for (let n = 0; n < tree.reached; n++) differenceM[tree.order[n]] += sourceHeadM[holder[tree.order[n]]];
  headOfOthers(flows);
  return true;
}

function servesAll(flows: LoopFlows, source: number, head: number): boolean {
  const { plan, differenceM, holder, consumerM3PerS, valveMPerFlow2 } = flows;
  for (let i = 0; i < consumerM3PerS.length; i++) {
    const node = plan.consumerNode[i];
    const q = consumerM3PerS[i];
    if (holder[node] === source && q > 0 && valveMPerFlow2[i] * q * q > head + differenceM[node]) return false;
  }
  return true;
}

/** Heads with all pumps at full speed. */
function fallHeads(flows: LoopFlows): void {
  const { plan, tree, differenceM, holder, sourceM3PerS, sourceHeadM } = flows;
  loseHead(flows, false);
  sourceHeadM.fill(0);
  for (let s = 0; s < sourceHeadM.length; s++) {
    if (holder[plan.sourceNode[s]] === s) sourceHeadM[s] = pumpHead(flows, s, sourceM3PerS[s]);
  }
  for (let n = 0; n < tree.reached; n++) {
    const node = tree.order[n];
    differenceM[node] =
      tree.parent[node] < 0 ? sourceHeadM[holder[node]] : differenceM[tree.parent[node]] - lossInto(flows, node);
  }
  headOfOthers(flows);
}

/** A source that sends its share works against the difference where it is. */
function headOfOthers({ plan, holder, differenceM, sourceHeadM, sourceM3PerS }: LoopFlows): void {
  for (let s = 0; s < sourceHeadM.length; s++) {
    const node = plan.sourceNode[s];
    if (holder[node] >= 0 && holder[node] !== s) {
      sourceHeadM[s] = sourceM3PerS[s] > 0 ? Math.max(0, differenceM[node]) : 0;
    }
  }
}

/**
 * Newton's method for the flows of chords, and of consumers where pumps fall short. Each unknown has its way: a chord
 * its circle, a consumer the path from its holder, pump and valve included. What two ways share of the tree is what
 * leads to the node where their paths part.
 */
function closeCircles(flows: LoopFlows, wanted: Float64Array, short: boolean): void {
  const { plan, tree, consumerM3PerS, chordM3PerS, valveMPerFlow2 } = flows;
  const { lossM, rows, residual, member } = tree;
  const chords = tree.chords.length;
  const count = nameUnknowns(flows, short);
  flows.settled = false;
  let stride = 1;
  let before = Number.POSITIVE_INFINITY;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    spreadFlows(flows);
    loseHead(flows, true);
    sumAlongTree(flows);
    let worst = 0;
    for (let w = 0; w < count; w++) {
      member[w] = 1;
      if (w < chords) {
        const b = tree.chords[w];
        residual[w] = tree.fallM[plan.from[b]] + lossM[b] - tree.fallM[plan.to[b]];
      } else {
        const i = tree.unknown[w];
        const q = consumerM3PerS[i];
        const owner = flows.holder[tree.plus[w]];
        residual[w] =
          tree.fallM[tree.plus[w]] + valveMPerFlow2[i] * q * q - pumpHead(flows, owner, flows.sourceM3PerS[owner]);
        // At its wish with head to spare: its valve sees to that, not the system.
        if (q >= wanted[i] && residual[w] <= 0) member[w] = 0;
      }
      if (member[w] === 1 && Math.abs(residual[w]) > worst) worst = Math.abs(residual[w]);
    }
    if (worst < CLOSED_M) {
      flows.settled = true;
      return;
    }
    for (let w = 0; w < count; w++) fillRow(flows, w, count);
    eliminate(rows, count);
    stride = worst < before ? Math.min(1, 2 * stride) : Math.max(LEAST_STRIDE, stride / 2);
    before = worst;
    for (let w = 0; w < count; w++) {
      if (member[w] === 0) continue;
      if (w < chords) chordM3PerS[tree.chords[w]] += stride * rows[w][count];
      else {
        const i = tree.unknown[w];
        const next = consumerM3PerS[i] + stride * rows[w][count];
        // Never more than nine tenths towards nothing at once: the square's slope is lost there.
        consumerM3PerS[i] = Math.min(wanted[i], Math.max(next, 0.1 * consumerM3PerS[i]));
      }
    }
  }
  spreadFlows(flows);
}

/** One line of the Jacobian: what each unknown does to what is left over on the way of one. */
function fillRow(flows: LoopFlows, w: number, n: number): void {
  const { plan, tree, share, sourceM3PerS, holder, pumpsOn, valveMPerFlow2, consumerM3PerS } = flows;
  const { rows, member, residual, plus, minus, unknown, slope } = tree;
  const chords = tree.chords.length;
  const row = rows[w];
  row.fill(0, 0, n + 1);
  if (member[w] === 0) {
    row[w] = 1;
    return;
  }
  row[n] = -residual[w];
  const owner = holder[plus[w]];
  // A consumer's litre comes from the holder but for what the others send of it.
  let bySenders = 0;
  let sent = 1;
  for (let s = 0; s < share.length; s++) {
    const node = plan.sourceNode[s];
    if (holder[node] !== owner || s === owner || pumpsOn[s] === 0) continue;
    bySenders += share[s] * (pathSlope(flows, plus[w], node) - pathSlope(flows, minus[w], node));
    sent -= share[s];
  }
  for (let v = 0; v < n; v++) {
    if (member[v] === 0 || holder[plus[v]] !== owner) continue;
    row[v] =
      pathSlope(flows, plus[w], plus[v]) -
      pathSlope(flows, plus[w], minus[v]) -
      pathSlope(flows, minus[w], plus[v]) +
      pathSlope(flows, minus[w], minus[v]);
    if (v < chords) {
      if (v === w) row[v] += slope[tree.chords[v]];
      continue;
    }
    row[v] -= bySenders;
    if (w >= chords) row[v] += sent * pumpSlope(flows, owner, sourceM3PerS[owner]);
  }
  if (w >= chords) row[w] += 2 * valveMPerFlow2[unknown[w]] * consumerM3PerS[unknown[w]];
}

function nameUnknowns({ plan, tree, consumerM3PerS }: LoopFlows, short: boolean): number {
  let count = 0;
  for (const b of tree.chords) {
    tree.plus[count] = plan.from[b];
    tree.minus[count++] = plan.to[b];
  }
  if (short) {
    for (let i = 0; i < consumerM3PerS.length; i++) {
      if (consumerM3PerS[i] === 0) continue;
      tree.unknown[count] = i;
      tree.plus[count] = plan.consumerNode[i];
      tree.minus[count++] = -1;
    }
  }
  while (tree.rows.length < count) tree.rows.push(new Float64Array(tree.plus.length + 1));
  return count;
}

/** Loss, and its slope, from the holder to each node. */
function sumAlongTree(flows: LoopFlows): void {
  const { tree } = flows;
  for (let n = 0; n < tree.reached; n++) {
    const node = tree.order[n];
    const parent = tree.parent[node];
    tree.fallM[node] = parent < 0 ? 0 : tree.fallM[parent] + lossInto(flows, node);
    tree.slopeTo[node] = parent < 0 ? 0 : tree.slopeTo[parent] + tree.slope[tree.parentPipe[node]];
  }
}

/** Slope of what the paths to two nodes share; none where there is no node. */
function pathSlope({ tree: { parent, depth, slopeTo } }: LoopFlows, one: number, other: number): number {
  if (one < 0 || other < 0) return 0;
  let a = one;
  let b = other;
  while (a !== b) {
    if (depth[a] >= depth[b]) a = parent[a];
    else b = parent[b];
  }
  return slopeTo[a];
}

/** Gauss and Jordan with row pivots; the last column becomes the solution. */
function eliminate(rows: Float64Array[], n: number): void {
  for (let k = 0; k < n; k++) {
    let pivot = k;
    for (let i = k + 1; i < n; i++) if (Math.abs(rows[i][k]) > Math.abs(rows[pivot][k])) pivot = i;
    [rows[k], rows[pivot]] = [rows[pivot], rows[k]];
    const own = rows[k];
    for (let i = 0; i < n; i++) {
      if (i === k || rows[i][k] === 0) continue;
      const factor = rows[i][k] / own[k];
      for (let j = k; j <= n; j++) rows[i][j] -= factor * own[j];
    }
  }
  for (let k = 0; k < n; k++) rows[k][n] /= rows[k][k];
}
