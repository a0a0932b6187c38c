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
 *
 * A leak lets water out of the supply at a node and as much is made up at the holder: the return has less by it, along the
 * tree. That the pair's friction is taken with the supply's flow on both sides, and a ring's return goes round as its
 * supply does, is of no weight for what make-up pumps can replace.
 */
import { closeCircles } from './close-circles';
import { type Friction, frictionOf, loseHead } from './friction';
import type { LoopPlan } from './loop-plan';
import { pumpHead } from './loop-pumps';
import { createLoopTree, keepTree, type LoopTree, lossInto, spreadFlows } from './loop-tree';

export interface LoopFlows {
  readonly plan: LoopPlan;
  readonly friction: Friction;
  /** Open valve: head = this × q². */
  readonly valveMPerFlow2: Float64Array;
  /** By node: what leaks out of the supply there, where it is under pressure. */
  readonly leakM3PerS: Float64Array;
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
  /** Pumps could not send all that was wanted; of which holding sources. */
  short: boolean;
  readonly full: Uint8Array;
  /** Losses round all circles, and at all short consumers, were brought to nothing. */
  settled: boolean;
  readonly tree: LoopTree;
}

/** Head that an open valve and its exchanger need at 1.2 times their design flow: 0.8 bar, a usual figure of substations. */
const VALVE_HEAD_M = 8;
const VALVE_OVERSIZED = 1.2;
/** What the pumps keep between supply and return at the worst consumer, however little it takes. */
const LEAST_DIFFERENCE_M = 5;

export function createLoopFlows(plan: LoopPlan, designM3PerS: Float64Array): LoopFlows {
  const pipes = plan.from.length;
  return {
    plan,
    friction: frictionOf(plan.lengthM, plan.diameterM, plan.roughnessM, (plan.supplyC + plan.returnC) / 2, 2),
    valveMPerFlow2: Float64Array.from(designM3PerS, (q) => VALVE_HEAD_M / (VALVE_OVERSIZED * q * VALVE_OVERSIZED * q)),
    leakM3PerS: new Float64Array(plan.nodeCount),
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
    full: new Uint8Array(plan.sourceNode.length),
    settled: true,
    tree: createLoopTree(plan),
  };
}

/** Finds the flows at which consumers have what they want, or what they get; `wantedM3PerS` is of consumers. */
export function solveLoopFlows(flows: LoopFlows, wantedM3PerS: Float64Array): void {
  const { plan, consumerM3PerS, holder, tree, leakM3PerS } = flows;
  keepTree(flows);
  let any = false;
  for (let n = 0; n < leakM3PerS.length; n++) {
    if (holder[n] < 0) leakM3PerS[n] = 0;
    if (leakM3PerS[n] > 0) any = true;
  }
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
  flows.full.fill(0);
  if (!setHeads(flows)) {
    flows.short = true;
    closeCircles(flows, wantedM3PerS, true);
    setHeads(flows);
  }
}

/**
 * Speeds of the pumps such that the worst consumer has what its valve needs. Where full speed does not do the source is
 * marked, and the answer false; pumps of marked ones run at full speed.
 */
function setHeads(flows: LoopFlows): boolean {
  const { plan, tree, full, differenceM, holder, sourceM3PerS, sourceHeadM, consumerM3PerS, valveMPerFlow2 } = flows;
  loseHead(flows.friction, flows.pipeM3PerS, tree.lossM, tree.slope);
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
    sourceHeadM[holder[node]] = Math.max(sourceHeadM[holder[node]], needs);
  }
  let does = true;
  for (let s = 0; s < sourceHeadM.length; s++) {
    if (holder[plan.sourceNode[s]] !== s || sourceHeadM[s] === 0) continue;
    const most = pumpHead(flows, s, sourceM3PerS[s]);
    if (full[s] === 0 && sourceHeadM[s] <= most) continue;
    // What valves need comes before what pumps would keep to spare.
    if (full[s] === 0 && !servesAll(flows, s, most)) {
      full[s] = 1;
      does = false;
    }
    sourceHeadM[s] = most;
  }
  for (let n = 0; n < tree.reached; n++) differenceM[tree.order[n]] += sourceHeadM[holder[tree.order[n]]];
  headOfOthers(flows);
  return does;
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

/** A source that sends its share works against the difference where it is; that it can is for whoever shares out. */
function headOfOthers({ plan, holder, differenceM, sourceHeadM, sourceM3PerS }: LoopFlows): void {
  for (let s = 0; s < sourceHeadM.length; s++) {
    const node = plan.sourceNode[s];
    if (holder[node] >= 0 && holder[node] !== s) {
      sourceHeadM[s] = sourceM3PerS[s] > 0 ? Math.max(0, differenceM[node]) : 0;
    }
  }
}
