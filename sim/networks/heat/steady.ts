/**
 * Temperatures that a network settles at when its flows hold: any mesh, supply and return in one graph, heat given and
 * taken along branches. A pipe gives heat to the ground along its way, T_out = T_g + (T_in − T_g) e^(−U′L / ṁc); nodes
 * mix by the heat that arrives. Heat capacity may depend on temperature: c is then its mean over the way, and mixing is
 * of enthalpies. In water that goes in circles each branch that the order cuts is an unknown, found from the linear
 * equations that the others leave; changing heat capacity and a heat exchanger's limit are iterated round that.
 *
 * A branch without flow is as warm as its ground (and what is added), a node without flow as the ground of its branches: a state, not an
 * error. A circle that loses nothing and takes nothing in settles nowhere: it keeps what it is told to start from.
 */
import { eliminate } from './eliminate';
import { createFlowOrder, type FlowOrder, orderByFlow } from './flow-order';
import { describeBranch, endOfTheWay, meanCapacity } from './steady-branch';
import type { Liquid } from './water';

export interface SteadyNetwork {
  readonly nodeCount: number;
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** U′L of each branch, W/K; zero where nothing is lost. */
  readonly lossWPerK: Float64Array;
  readonly groundC: Float64Array;
  /** Heat that reaches the water evenly along a branch, W: a trace heater's, or what friction leaves (Δp × flow). */
  readonly addedW?: Float64Array;
  /** Heat taken out along a branch, W; negative where it is put in (a source, or a consumer of cold). */
  readonly takenW?: Float64Array;
  /** What a branch lets out whatever goes in (a source's set point, a consumer's return); NaN where it lets out what comes. */
  readonly outletC?: Float64Array;
  /** No exchanger takes water past this, down when it takes heat and up when it takes cold; its branch's ground unless given. */
  readonly limitC?: Float64Array;
  /**
   * Well-mixed volumes in a row that a pipe is taken for, as finite-volume programs do, each letting out
   * (T_in + x T_g) / (1 + x); zero is the pipe itself, which they come near to as they become many.
   */
  readonly mixedVolumes?: Uint16Array;
}

export interface SteadyFlows {
  /** Positive from `from` to `to`; they balance at every node with what enters and leaves the network there. */
  readonly branchKgPerS: Float64Array;
  /** What enters the network at each node, and how warm. */
  readonly inflowKgPerS: Float64Array;
  readonly inflowC: Float64Array;
}

export interface SteadyTemperatures {
  readonly nodeC: Float64Array;
  /** At the upstream and downstream end of each branch. */
  readonly inletC: Float64Array;
  readonly outletC: Float64Array;
  readonly lostW: Float64Array;
  /** Heat that exchangers took, and what they were asked for and could not. */
  readonly takenW: Float64Array;
  readonly unmetW: Float64Array;
  /** 1 where water comes by, 0 where it stands. */
  readonly flows: Uint8Array;
  readonly state: 'settled' | 'undetermined' | 'not-settled';
  readonly rounds: number;
}

const MOST_ROUNDS = 60;
const SETTLED_K = 1e-9;

interface Workspace {
  readonly order: FlowOrder;
  /** Of each branch: outlet = gain × inlet + offset. */
  readonly gain: Float64Array;
  readonly offset: Float64Array;
  /** Heat capacity with which the water of a branch, and of an inflow, counts in the mixture that it joins. */
  readonly weightOfBranch: Float64Array;
  readonly weightOfInflow: Float64Array;
}

export function settleTemperatures(
  net: SteadyNetwork,
  flows: SteadyFlows,
  liquid: Liquid,
  startC = 20,
): SteadyTemperatures {
  const { nodeCount, from, to } = net;
  const branches = from.length;
  const order = createFlowOrder(nodeCount, from, to);
  orderByFlow(order, from, to, flows.branchKgPerS, net.lossWPerK);
  const found = {
    nodeC: new Float64Array(nodeCount).fill(startC),
    inletC: new Float64Array(branches).fill(startC),
    outletC: new Float64Array(branches).fill(startC),
    lostW: new Float64Array(branches),
    takenW: new Float64Array(branches),
    unmetW: new Float64Array(branches),
    flows: new Uint8Array(nodeCount),
  };
  const work: Workspace = {
    order,
    gain: new Float64Array(branches),
    offset: new Float64Array(branches),
    weightOfBranch: new Float64Array(branches).fill(1),
    weightOfInflow: new Float64Array(nodeCount).fill(1),
  };
  // A first way through with the liquid as it is at the start tells about how warm it will be where.
  let state: SteadyTemperatures['state'] = 'not-settled';
  let rounds = 0;
  while (state === 'not-settled' && rounds < MOST_ROUNDS) {
    rounds++;
    const before = found.nodeC.slice();
    for (let b = 0; b < branches; b++) describeBranch(net, flows, liquid, found, work, b);
    weighMixtures(net, flows, liquid, found, work);
    const determined = spread(net, flows, found, work);
    let most = 0;
    for (let i = 0; i < nodeCount; i++) most = Math.max(most, Math.abs(found.nodeC[i] - before[i]));
    if (most < SETTLED_K) state = determined ? 'settled' : 'undetermined';
  }
  for (let b = 0; b < branches; b++) {
    if (flows.branchKgPerS[b] === 0) {
      found.inletC[b] = found.outletC[b] = endOfTheWay(net, b);
      found.unmetW[b] = net.takenW?.[b] ?? 0;
    } else account(net, flows, liquid, found, b);
  }
  return { ...found, state, rounds };
}

function weighMixtures(
  { nodeCount, from, to }: SteadyNetwork,
  { branchKgPerS, inflowKgPerS, inflowC }: SteadyFlows,
  liquid: Liquid,
  found: { readonly nodeC: Float64Array; readonly outletC: Float64Array },
  { weightOfBranch, weightOfInflow }: Workspace,
): void {
  for (let b = 0; b < from.length; b++) {
    if (branchKgPerS[b] === 0) continue;
    const end = branchKgPerS[b] > 0 ? to[b] : from[b];
    weightOfBranch[b] = Math.abs(branchKgPerS[b]) * meanCapacity(liquid, found.outletC[b], found.nodeC[end]);
  }
  for (let i = 0; i < nodeCount; i++) {
    weightOfInflow[i] = inflowKgPerS[i] > 0 ? inflowKgPerS[i] * meanCapacity(liquid, inflowC[i], found.nodeC[i]) : 0;
  }
}

/** Solves the network that all branches now make, exactly; false where a circle leaves its own temperature open. */
function spread(
  net: SteadyNetwork,
  flows: SteadyFlows,
  found: {
    readonly nodeC: Float64Array;
    readonly inletC: Float64Array;
    readonly outletC: Float64Array;
    readonly flows: Uint8Array;
  },
  work: Workspace,
): boolean {
  const { cut } = work.order;
  const cuts: number[] = [];
  for (let b = 0; b < cut.length; b++) if (cut[b] === 1) cuts.push(b);
  const n = cuts.length;
  if (n === 0) {
    walk(net, flows, found, work);
    return true;
  }
  // Outlets of the cut branches, x: one walk tells A x + c for any x, being affine in each.
  const tries = Float64Array.from(cuts, (b) => found.outletC[b]);
  const set = (values: ArrayLike<number>) => {
    for (let i = 0; i < n; i++) found.outletC[cuts[i]] = values[i];
    walk(net, flows, found, work);
    return Float64Array.from(cuts, (b) => work.gain[b] * found.inletC[b] + work.offset[b]);
  };
  const base = set(new Float64Array(n));
  const rows = Array.from({ length: n }, () => new Float64Array(n + 1));
  for (let j = 0; j < n; j++) {
    const unit = new Float64Array(n);
    unit[j] = 1;
    const moved = set(unit);
    for (let i = 0; i < n; i++) rows[i][j] = (i === j ? 1 : 0) - (moved[i] - base[i]);
  }
  for (let i = 0; i < n; i++) rows[i][n] = base[i];
  const determined = eliminate(rows, n, tries);
  set(Float64Array.from(rows, (row) => row[n]));
  return determined;
}

function walk(
  net: SteadyNetwork,
  { branchKgPerS, inflowC }: SteadyFlows,
  found: {
    readonly nodeC: Float64Array;
    readonly inletC: Float64Array;
    readonly outletC: Float64Array;
    readonly flows: Uint8Array;
  },
  { order, gain, offset, weightOfBranch, weightOfInflow }: Workspace,
): void {
  const { from, to } = net;
  const { nodes, starts, branches, cut } = order;
  for (let n = 0; n < nodes.length; n++) {
    const node = nodes[n];
    let weight = weightOfInflow[node];
    let sum = weight > 0 ? weight * inflowC[node] : 0;
    let ground = 0;
    for (let i = starts[node]; i < starts[node + 1]; i++) {
      const b = branches[i];
      ground += endOfTheWay(net, b);
      const kgPerS = branchKgPerS[b];
      if (kgPerS === 0 || (kgPerS > 0 ? to[b] : from[b]) !== node) continue;
      if (cut[b] === 0) found.outletC[b] = gain[b] * found.inletC[b] + offset[b];
      weight += weightOfBranch[b];
      sum += weightOfBranch[b] * found.outletC[b];
    }
    const count = starts[node + 1] - starts[node];
    found.flows[node] = weight > 0 ? 1 : 0;
    if (weight > 0) found.nodeC[node] = sum / weight;
    else if (count > 0) found.nodeC[node] = ground / count;
    for (let i = starts[node]; i < starts[node + 1]; i++) {
      const b = branches[i];
      const kgPerS = branchKgPerS[b];
      if (kgPerS !== 0 && (kgPerS > 0 ? from[b] : to[b]) === node) found.inletC[b] = found.nodeC[node];
    }
  }
}

function account(
  net: SteadyNetwork,
  { branchKgPerS }: SteadyFlows,
  liquid: Liquid,
  found: {
    readonly inletC: Float64Array;
    readonly outletC: Float64Array;
    readonly lostW: Float64Array;
    readonly takenW: Float64Array;
    readonly unmetW: Float64Array;
  },
  b: number,
): void {
  const kgPerS = Math.abs(branchKgPerS[b]);
  const given = kgPerS * (liquid.heatJPerKg(found.inletC[b]) - liquid.heatJPerKg(found.outletC[b]));
  const wanted = net.takenW?.[b] ?? 0;
  const exchanges = wanted !== 0 || !Number.isNaN(net.outletC?.[b] ?? Number.NaN);
  if (exchanges) found.takenW[b] = given;
  else found.lostW[b] = given + (net.addedW?.[b] ?? 0);
  if (wanted !== 0) found.unmetW[b] = wanted > 0 ? Math.max(0, wanted - given) : Math.min(0, wanted - given);
}
