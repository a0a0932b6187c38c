/** Small networks in few words, and the laws that hold in any. */
import {
  createPipeNetwork,
  createPipeSolver,
  type Fluid,
  type FrictionModel,
  LinkKind,
  type PipeNetwork,
  type PipeSolver,
  type PumpCurve,
  type SolveOutcome,
  solveSteady,
} from '../../../sim/networks/pipes';

export interface MadeNode {
  readonly heightM?: number;
  readonly heldPa?: number;
  readonly takes?: number;
  readonly minimumPa?: number;
  readonly leakM2?: number;
}

export interface MadeLink {
  readonly kind?: keyof typeof LinkKind;
  readonly from: number;
  readonly to: number;
  readonly isOpen?: boolean;
  readonly lengthM?: number;
  readonly diameterM?: number;
  readonly roughnessM?: number;
  readonly zeta?: number;
  readonly temperatureK?: number;
  readonly setting?: number;
  readonly curve?: number;
}

export function make(
  fluid: Fluid,
  nodesOf: readonly MadeNode[],
  linksOf: readonly MadeLink[],
  { friction = 'colebrook' as FrictionModel, curves = [] as PumpCurve[] } = {},
): PipeNetwork {
  const network = createPipeNetwork({ nodeCount: nodesOf.length, linkCount: linksOf.length, fluid, friction, curves });
  const { nodes, links } = network;
  nodesOf.forEach((node, n) => {
    nodes.heightM[n] = node.heightM ?? 0;
    nodes.isHeld[n] = node.heldPa === undefined ? 0 : 1;
    nodes.heldPressurePa[n] = node.heldPa ?? 0;
    nodes.withdrawalKgPerS[n] = node.takes ?? 0;
    nodes.minimumPressurePa[n] = node.minimumPa ?? 0;
    nodes.leakAreaM2[n] = node.leakM2 ?? 0;
  });
  linksOf.forEach((link, i) => {
    links.kind[i] = LinkKind[link.kind ?? 'pipe'];
    links.from[i] = link.from;
    links.to[i] = link.to;
    links.isOpen[i] = link.isOpen === false ? 0 : 1;
    links.lengthM[i] = link.lengthM ?? 1_000;
    links.diameterM[i] = link.diameterM ?? 0.1;
    links.roughnessM[i] = link.roughnessM ?? 1e-4;
    links.lossCoefficient[i] = link.zeta ?? 0;
    links.temperatureK[i] = link.temperatureK ?? 283.15;
    links.setting[i] = link.setting ?? 0;
    links.curve[i] = link.curve ?? -1;
  });
  return network;
}

export function solved(network: PipeNetwork): { solver: PipeSolver; outcome: SolveOutcome } {
  const solver = createPipeSolver(network);
  return { solver, outcome: solveSteady(solver) };
}

/** The most that any node's flows miss balance by, over the largest flow, or over a gram an hour where less flows. */
export function imbalance({ network, state, servedKgPerS, leakKgPerS, fedKgPerS }: PipeSolver): number {
  const { nodes, links } = network;
  const left = new Float64Array(nodes.count);
  let widest = 1e-3 / 3_600;
  for (let i = 0; i < links.count; i++) {
    left[links.from[i]] -= state.massFlowKgPerS[i];
    left[links.to[i]] += state.massFlowKgPerS[i];
    widest = Math.max(widest, Math.abs(state.massFlowKgPerS[i]));
  }
  let most = 0;
  for (let n = 0; n < nodes.count; n++) {
    most = Math.max(most, Math.abs(left[n] + fedKgPerS[n] - servedKgPerS[n] - leakKgPerS[n]));
  }
  return most / widest;
}
