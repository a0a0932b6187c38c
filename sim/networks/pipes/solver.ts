/** Everything that a network's solution takes, allocated once: tables of results, constants of links, the matrix's plan. */
import { planSymmetricFactor, type SymmetricFactor } from '../sparse';
import { ambientPressurePa } from './fluid';
import { type GroundElements, groundElements } from './ground-elements';
import { LinkKind, type PipeNetwork } from './network';

/** How a link stands; only check valves and regulators change it by themselves. */
export const LinkState = { shut: 0, open: 1, holding: 2 } as const;

/** What carries over from solve to solve, and has to be saved with a run; nothing else does. */
export interface PipeState {
  readonly massFlowKgPerS: Float64Array;
  /** p or ∫2p/K dp by node. */
  readonly potential: Float64Array;
  readonly linkState: Uint8Array;
  /** kg in the pipes about a node; only line-pack uses it. */
  readonly storedKg: Float64Array;
}

export interface PipeSolver {
  readonly network: PipeNetwork;
  readonly state: PipeState;
  // Results beside the state
  readonly pressurePa: Float64Array; // gauge; 0 where dead
  readonly isSupplied: Uint8Array;
  /** What a node got of what it wants, and what it lost through its hole. */
  readonly servedKgPerS: Float64Array;
  readonly leakKgPerS: Float64Array;
  /** What a held node gives to the network. */
  readonly fedKgPerS: Float64Array;
  // Constants
  readonly ambientPa: Float64Array;
  readonly laminarCoefficient: Float64Array;
  readonly frictionCoefficient: Float64Array;
  readonly squareCoefficient: Float64Array;
  readonly reynoldsPerFlow: Float64Array;
  readonly relativeRoughness: Float64Array;
  readonly staticCoefficient: Float64Array;
  readonly densityPerPressure: Float64Array;
  readonly hasStatic: boolean;
  // Newton's workspace
  readonly isActive: Uint8Array;
  readonly isPinned: Uint8Array;
  readonly pressureAbsolutePa: Float64Array;
  readonly squaredDensity: Float64Array;
  readonly drop: Float64Array;
  readonly slope: Float64Array;
  readonly lean: Float64Array; // of gas pumps: how the drop leans on the inlet's potential
  readonly flowBefore: Float64Array;
  readonly flowStep: Float64Array;
  readonly flowUnmoved: Float64Array; // the linearised flow if no potential moved
  readonly ground: GroundElements;
  readonly right: Float64Array;
  readonly step: Float64Array;
  readonly factor: SymmetricFactor;
  readonly regulators: Int32Array;
  readonly pumps: Int32Array;
  readonly flowControls: Int32Array;
  readonly checkValves: Int32Array;
  /** Links at a node: linkAt[linkStart[n] … linkStart[n+1]]. */
  readonly linkStart: Int32Array;
  readonly linkAt: Int32Array;
  readonly queue: Int32Array;
}

export function createPipeSolver(network: PipeNetwork): PipeSolver {
  const { nodes, links } = network;
  const node = () => new Float64Array(nodes.count);
  const link = () => new Float64Array(links.count);
  const { linkStart, linkAt } = linksAt(network);
  // A flow control's two ends do not feel each other.
  const touches = (i: number) => links.kind[i] !== LinkKind.flowControl;
  const from = Int32Array.from(links.from, (n, i) => (touches(i) ? n : -1));
  const to = Int32Array.from(links.to, (n, i) => (touches(i) ? n : -1));
  const ofKind = (...kinds: LinkKind[]) =>
    Int32Array.from(links.kind.keys()).filter((i) => kinds.includes(links.kind[i] as LinkKind));
  let hasStatic = false;
  for (let i = 0; i < links.count; i++) {
    if (nodes.heightM[links.from[i]] !== nodes.heightM[links.to[i]]) hasStatic = true;
  }
  return {
    network,
    state: {
      massFlowKgPerS: link(),
      potential: node(),
      linkState: new Uint8Array(links.count).fill(LinkState.open),
      storedKg: node(),
    },
    pressurePa: node(),
    isSupplied: new Uint8Array(nodes.count),
    servedKgPerS: node(),
    leakKgPerS: node(),
    fedKgPerS: node(),
    ambientPa: Float64Array.from(nodes.heightM, (height) =>
      network.fluid.phase === 'gas' ? ambientPressurePa(height) : 0,
    ),
    laminarCoefficient: link(),
    frictionCoefficient: link(),
    squareCoefficient: link(),
    reynoldsPerFlow: link(),
    relativeRoughness: link(),
    staticCoefficient: link(),
    densityPerPressure: link(),
    hasStatic,
    isActive: new Uint8Array(links.count),
    isPinned: new Uint8Array(nodes.count),
    pressureAbsolutePa: node(),
    squaredDensity: node(),
    drop: link(),
    slope: link(),
    lean: link(),
    flowBefore: link(),
    flowStep: link(),
    flowUnmoved: link(),
    ground: groundElements(nodes.count),
    right: node(),
    step: node(),
    factor: planSymmetricFactor(nodes.count, from, to),
    regulators: ofKind(LinkKind.regulator, LinkKind.pressureControl),
    pumps: ofKind(LinkKind.pump),
    flowControls: ofKind(LinkKind.flowControl),
    checkValves: ofKind(LinkKind.checkValve),
    linkStart,
    linkAt,
    queue: new Int32Array(nodes.count),
  };
}

function linksAt({ nodes, links }: PipeNetwork): { linkStart: Int32Array; linkAt: Int32Array } {
  const linkStart = new Int32Array(nodes.count + 1);
  for (let i = 0; i < links.count; i++) {
    linkStart[links.from[i] + 1]++;
    linkStart[links.to[i] + 1]++;
  }
  for (let n = 0; n < nodes.count; n++) linkStart[n + 1] += linkStart[n];
  const next = linkStart.slice(0, nodes.count);
  const linkAt = new Int32Array(2 * links.count);
  for (let i = 0; i < links.count; i++) {
    linkAt[next[links.from[i]]++] = i;
    linkAt[next[links.to[i]]++] = i;
  }
  return { linkStart, linkAt };
}
