/**
 * Where people walk: along the kerb of every street that has a sidewalk, round the corners between two arms of a node,
 * and over an arm, by its crossing where it has one. Nodes of this graph are the two kerbs of every arm of every node of
 * the roads; its costs are seconds, with the mean wait for green that a crossing's program means (HCM 2010, equation
 * 18-71: (C − g)² / 2C). Where an arm has no crossing people cross it all the same, unless it is a main road, which
 * costs them the look for a gap: ours.
 */
import { atan2 } from '../../../kernel';
import type { CompiledScene } from '../../../scene/compiled';
import type { RoadClass } from '../../../scene/schema/roads';
import type { Network } from '../network';
import { GREEN } from '../signals';
import { shownIn } from '../signals/shown';

export interface Pavements {
  readonly nodeCount: number;
  /** Ways from node n: k from linkStart[n] to linkStart[n + 1] − 1. */
  readonly linkStart: Uint32Array;
  readonly linkTo: Uint32Array;
  readonly linkSeconds: Float64Array;
  /** The crossing walked, as twice its slot and 1 if from its path's end to its beginning; −1 where none is. */
  readonly linkCrossing: Int32Array;
  /** By edge: the nodes at the beginning and at the end of its kerb, and the seconds from its middle to either. */
  readonly edgeStart: Int32Array;
  readonly edgeEnd: Int32Array;
  readonly edgeHalfSeconds: Float64Array;
}

/** HCM 2010, chapter 17. */
export const STROLL_MPS = 1.2;
const CORNER_M = 8;
/** To look for a gap where nothing is marked. */
const GAP_SECONDS: Record<RoadClass, number> = {
  service: 2,
  local: 3,
  collector: 8,
  arterial: 90,
  ramp: 90,
  expressway: 3_600,
};

interface Arm {
  readonly angle: number;
  /** Edge that comes in and one that leaves; −1 where there is none. */
  inEdge: number;
  outEdge: number;
  readonly kind: RoadClass;
}

type Link = readonly [from: number, to: number, seconds: number, crossing: number];

export function pavementsOf(scene: CompiledScene, network: Network): Pavements {
  const { roads } = network;
  const { edge: edges } = scene.elements;
  const file = scene.scene.roads;
  const edgeStart = new Int32Array(roads.edgeCount).fill(-1);
  const edgeEnd = new Int32Array(roads.edgeCount).fill(-1);
  const edgeHalfSeconds = roads.edgeLengthM.map((lengthM) => lengthM / 2 / STROLL_MPS);
  const links: Link[] = [];
  const both = (a: number, b: number, seconds: number, crossing: number) =>
    links.push([a, b, seconds, crossing], [b, a, seconds, crossing < 0 ? -1 : crossing ^ 1]);
  const crossingAt = crossingsByArm(scene, network);
  const left = file?.driveOn === 'left';
  let nodeCount = 0;
  for (const [node, arms] of armsByNode(scene)) {
    const first = nodeCount;
    nodeCount += 2 * arms.length;
    arms.forEach((arm, i) => {
      // Counter-clockwise: who drives on the right leaves by the first kerb of an arm and comes in by the second.
      const [one, other] = [first + 2 * i, first + 2 * i + 1];
      if (arm.outEdge >= 0) edgeStart[arm.outEdge] = left ? other : one;
      if (arm.inEdge >= 0) edgeEnd[arm.inEdge] = left ? one : other;
      const crossing = crossingAt.get(`${node} ${arm.inEdge}`) ?? crossingAt.get(`${node} ${arm.outEdge}`);
      if (crossing !== undefined) both(one, other, crossing.seconds, 2 * crossing.slot + (crossing.fromFirst ? 0 : 1));
      else both(one, other, widthM(network, arm) / STROLL_MPS + GAP_SECONDS[arm.kind], -1);
      if (arms.length > 1) both(other, first + ((2 * i + 2) % (2 * arms.length)), CORNER_M / STROLL_MPS, -1);
    });
  }
  for (const { id, sidewalkM } of file?.edges ?? []) {
    const slot = edges.slotOf(id)!;
    if (sidewalkM !== undefined && edgeStart[slot] >= 0 && edgeEnd[slot] >= 0) {
      both(edgeStart[slot], edgeEnd[slot], roads.edgeLengthM[slot] / STROLL_MPS, -1);
    }
  }
  return { nodeCount, ...byNode(nodeCount, links), edgeStart, edgeEnd, edgeHalfSeconds };
}

function byNode(nodeCount: number, links: readonly Link[]) {
  const linkStart = new Uint32Array(nodeCount + 1);
  for (const [from] of links) linkStart[from + 1]++;
  for (let node = 0; node < nodeCount; node++) linkStart[node + 1] += linkStart[node];
  const linkTo = new Uint32Array(links.length);
  const linkSeconds = new Float64Array(links.length);
  const linkCrossing = new Int32Array(links.length);
  const filled = linkStart.slice();
  for (const [from, to, seconds, crossing] of links) {
    const k = filled[from]++;
    linkTo[k] = to;
    linkSeconds[k] = seconds;
    linkCrossing[k] = crossing;
  }
  return { linkStart, linkTo, linkSeconds, linkCrossing };
}

/** Arms of every node, counter-clockwise; what is planned and not built is no arm yet. */
function armsByNode(scene: CompiledScene): Map<string, Arm[]> {
  const { edge: edges } = scene.elements;
  const file = scene.scene.roads;
  const found = new Map<string, Arm[]>();
  const armOf = new Map<number, Arm>();
  const sorted = (file?.edges ?? [])
    .filter(({ planned }) => planned !== true)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1));
  for (const leaving of [true, false]) {
    for (const { id, from, to, shape, opposite, class: kind } of sorted) {
      const slot = edges.slotOf(id)!;
      const pair = opposite === undefined ? undefined : edges.slotOf(opposite);
      const met = leaving || pair === undefined ? undefined : armOf.get(pair);
      if (met !== undefined && met.inEdge < 0) {
        met.inEdge = slot;
        continue;
      }
      const [x, y] = leaving ? shape[0] : shape[shape.length - 1];
      const [nextX, nextY] = leaving ? shape[1] : shape[shape.length - 2];
      const arm: Arm = {
        angle: atan2(nextY - y, nextX - x),
        inEdge: leaving ? -1 : slot,
        outEdge: leaving ? slot : -1,
        kind,
      };
      if (leaving) armOf.set(slot, arm);
      const node = leaving ? from : to;
      const arms = found.get(node) ?? [];
      arms.push(arm);
      found.set(node, arms);
    }
  }
  for (const arms of found.values()) arms.sort((a, b) => a.angle - b.angle);
  return found;
}

/** Crossings by node and edge: how long they take, and whether their paths begin at the arm's first kerb. */
function crossingsByArm(scene: CompiledScene, network: Network) {
  const found = new Map<string, { slot: number; seconds: number; fromFirst: boolean }>();
  const named = new Map((scene.scene.roads?.junctions ?? []).map((junction) => [junction.id, junction]));
  const nodes = new Map((scene.scene.roads?.nodes ?? []).map(({ id, at }) => [id, at]));
  let slot = 0;
  for (const id of scene.elements.junction.ids) {
    const junction = named.get(id)!;
    for (const { path, edge } of junction.crossings ?? []) {
      const [x, y] = nodes.get(junction.node)!;
      const [a, b] = [path[0], path[path.length - 1]];
      const seconds = network.roads.crossingLengthM[slot] / STROLL_MPS + meanWaitSeconds(network, slot);
      const fromFirst = (a[0] - x) * (b[1] - y) - (a[1] - y) * (b[0] - x) > 0;
      found.set(`${junction.node} ${scene.elements.edge.slotOf(edge)!}`, { slot, seconds, fromFirst });
      slot++;
    }
  }
  return found;
}

/** A light that is never green for people sends them elsewhere. */
const NEVER_SECONDS = 3_600;

/** By the program as the scene has it; people look for their way before they know what the lights do today. */
function meanWaitSeconds({ roads }: Network, crossing: number): number {
  const index = roads.crossingSignalIndex[crossing];
  const signal = roads.junctionSignal[roads.crossingJunction[crossing]];
  if (index < 0 || signal < 0) return 0;
  let cycle = 0;
  let walk = 0;
  for (let phase = roads.signalPhaseStart[signal]; phase < roads.signalPhaseStart[signal + 1]; phase++) {
    cycle += roads.phaseSeconds[phase];
    if (shownIn(roads, phase, index) === GREEN) walk += roads.phaseSeconds[phase];
  }
  return walk > 0 ? signalWaitSeconds(cycle, walk) : NEVER_SECONDS;
}

/** Mean wait of those who come at random and set off while it is green: HCM 2010, equation 18-71. */
export function signalWaitSeconds(cycleSeconds: number, walkSeconds: number): number {
  const closed = cycleSeconds - walkSeconds;
  return cycleSeconds > 0 ? (closed * closed) / (2 * cycleSeconds) : 0;
}

function widthM({ roads }: Network, { inEdge, outEdge }: Arm): number {
  let sumM = 0;
  for (const edge of [inEdge, outEdge]) {
    if (edge < 0) continue;
    const first = roads.edgeFirstLane[edge];
    for (let lane = first; lane < first + roads.edgeLaneCount[edge]; lane++) sumM += roads.laneWidthM[lane];
  }
  return sumM;
}
