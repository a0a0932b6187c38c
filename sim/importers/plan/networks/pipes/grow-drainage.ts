import { PI, pow } from '../../../../kernel';
import type { DrainageFile } from '../../../../scene/schema/pipes';
import { distance } from '../../../geometry/vector';
import { halfWidthM } from '../../street-graph';
import type { CityGround } from '../city-ground';
import { pairNames, rounded } from '../network-names';
import { nodesOf, runsOf, turned } from '../runs';
import { gatherTowardsSource, shortestWays } from '../shortest-ways';
import { nodeNamed, type Segment } from '../utility-graph';

export interface GrownDrainage {
  readonly file: DrainageFile;
  readonly nodeOfBuilding: ReadonlyMap<string, string>;
}

const ROUGHNESS_MM = 1.5; // concrete
const MANNING = 0.013;
const LEAST_DIAMETER_M = 0.3;
/** A drain that climbs with its street is dug deeper with every metre: that counts like so many metres of way. */
const METRES_PER_METRE_UP = 500;
/** Ground that drains to a street lies this far on either side of it, where no house says more. */
const VERGE_M = 12;
const CIRCULAR_M = [
  0.3, 0.4, 0.5, 0.6, 0.8, 1, 1.2, 1.35, 1.5, 1.65, 1.8, 2, 2.2, 2.4, 2.6, 2.8, 3, 3.2, 3.6, 4,
] as const;

/** Storm drains: every street falls to an outfall at a stream, a lake or the sea, all the way by gravity. */
export function growDrainage(ground: CityGround): GrownDrainage {
  const { plan, graph, lanes, pointAt, points, nodeOf } = ground;
  const { outfalls, leastSlope } = plan.drainage;
  const ends = outfalls.map((one) => nodeNamed(graph, one.node));
  const ways = shortestWays(
    graph,
    ends,
    (segment, from) => segment.lengthM + METRES_PER_METRE_UP * climb(ground, segment, from),
  );
  const areaAt = (node: number) => catchmentM2(ground, node);
  const through = gatherTowardsSource(ways, areaAt);
  const used = new Set<number>();
  for (const node of ways.order) if (ways.via[node] >= 0) used.add(ways.via[node]);
  const runs = runsOf(graph, used, (node) => pointAt.has(node) || ends.includes(node)).map((run) =>
    ways.costM[run.from] > ways.costM[run.to] ? run : turned(run),
  );
  const kept = nodesOf(graph, used).filter((node) => runs.some((run) => run.from === node || run.to === node));

  // Farthest first, so that a pipe knows how deep those before it arrive.
  const invert = new Map<number, number>();
  const diameterInto = new Map<number, number>();
  const drains: DrainageFile['drains'] = [];
  const nameOf = pairNames();
  const name = (node: number) => graph.nodes[node].name;
  const rank = new Map(ways.order.map((node, k) => [node, k]));
  for (const run of [...runs].sort((a, b) => rank.get(b.from)! - rank.get(a.from)!)) {
    const flow = stormM3PerS(ground, through[run.from]);
    const before = invert.get(run.from) ?? Number.POSITIVE_INFINITY;
    const laid = layDrain(flow, run.lengthM, diameterInto.get(run.from) ?? LEAST_DIAMETER_M, (diameterM) => ({
      topM: Math.min(before, deepest(ground, run.from, diameterM)),
      lowestTopM: deepest(ground, run.to, diameterM),
      leastSlope,
    }));
    const { diameterM, topM, bottomM } = laid;
    invert.set(run.from, topM);
    invert.set(run.to, Math.min(invert.get(run.to) ?? Number.POSITIVE_INFINITY, bottomM));
    diameterInto.set(run.to, Math.max(diameterInto.get(run.to) ?? 0, diameterM));
    const path = lanes.path(run, 'drain');
    drains.push({
      id: nameOf(name(run.from), name(run.to)),
      from: name(run.from),
      to: name(run.to),
      ...(path.length > 1 ? { path } : {}),
      lengthM: rounded(run.lengthM, 1),
      diameterM,
      roughnessMm: ROUGHNESS_MM,
    });
  }
  const mouthNodes: DrainageFile['nodes'] = [];
  // From the last manhole the water goes by a short culvert to the bank.
  const mouths = outfalls.map((one, k) => {
    const start = ends[k];
    const lengthM = Math.max(5, distance(graph.nodes[start].at, one.at));
    const before = invert.get(start) ?? Number.POSITIVE_INFINITY;
    const flow = stormM3PerS(ground, through[start]);
    const { diameterM, topM, bottomM } = layDrain(
      flow,
      lengthM,
      diameterInto.get(start) ?? LEAST_DIAMETER_M,
      (size) => ({
        topM: Math.min(before, deepest(ground, start, size)),
        lowestTopM: Number.POSITIVE_INFINITY,
        leastSlope,
      }),
    );
    invert.set(start, topM);
    const id = `${one.id}.mouth`;
    mouthNodes.push({ id, at: one.at, invertM: bottomM });
    drains.push({
      id: nameOf(name(start), id),
      from: name(start),
      to: id,
      lengthM: rounded(lengthM, 1),
      diameterM,
      roughnessMm: ROUGHNESS_MM,
    });
    return { id: one.id, node: id, levelM: one.levelM };
  });
  const nodes: DrainageFile['nodes'] = kept.map((node) => {
    const edge = edgeAt(ground, node);
    return {
      id: name(node),
      at: lanes.at(graph.nodes[node], 'drain'),
      heightM: rounded(graph.nodes[node].groundM, 2),
      invertM: rounded(invert.get(node)!, 3),
      catchmentM2: Math.round(areaAt(node)),
      ...(edge ? { edge } : {}),
    };
  });
  const nodeOfBuilding = new Map<string, string>();
  for (const point of points) {
    for (const building of point.buildings) nodeOfBuilding.set(building.id, name(nodeOf.get(point)!));
  }
  return { file: { nodes: [...nodes, ...mouthNodes], drains, outfalls: mouths, pumps: [] }, nodeOfBuilding };
}

function climb({ graph }: CityGround, { from, to }: Segment, towards: number): number {
  // Ways are found from the outfall outwards: water runs from the far end to `towards`.
  const far = towards === from ? to : from;
  return Math.max(0, graph.nodes[towards].groundM - graph.nodes[far].groundM);
}

/** Bottom of a pipe of this size as near the street as its cover lets it lie. */
const deepest = ({ graph, plan }: CityGround, node: number, diameterM: number): number =>
  Math.floor(1000 * (graph.nodes[node].groundM - plan.drainage.coverM - diameterM)) / 1000;

interface Bounds {
  readonly topM: number;
  readonly lowestTopM: number;
  readonly leastSlope: number;
}

/** A larger pipe lies deeper, and what lies deeper falls otherwise: taken in turns until the size stays. */
function layDrain(flow: number, lengthM: number, leastM: number, boundsOf: (diameterM: number) => Bounds) {
  for (let diameterM = leastM; ; ) {
    const { topM, lowestTopM, leastSlope } = boundsOf(diameterM);
    const bottomM = Math.floor(1000 * Math.min(topM - leastSlope * (lengthM + 0.1), lowestTopM)) / 1000;
    const needed = circularFor(flow, (topM - bottomM) / (lengthM + 0.1));
    if (needed <= diameterM) return { diameterM, topM, bottomM };
    diameterM = needed;
  }
}

function catchmentM2({ graph, pointAt }: CityGround, node: number): number {
  let area = 0;
  for (const k of graph.arms[node]) {
    const { link, lengthM } = graph.segments[k];
    area += (lengthM / 2) * 2 * (halfWidthM(link.section) + link.section.sidewalkM + VERGE_M);
  }
  const point = pointAt.get(node);
  // Houses bring their parcel's ground with them: twice and a half what they stand on.
  for (const one of point?.buildings ?? []) area += 2.5 * (one.floorAreaM2 / one.floors);
  return area;
}

function stormM3PerS({ plan }: CityGround, areaM2: number): number {
  // A large catchment never sees the whole storm at once.
  const spread = areaM2 <= 50_000 ? 1 : pow(50_000 / areaM2, 0.15);
  return (plan.drainage.runoff * plan.drainage.stormMmPerHour * areaM2 * spread) / 1000 / 3600;
}

/** The smallest round pipe that carries this much running full, by Manning. */
function circularFor(flow: number, slope: number): number {
  for (const diameterM of CIRCULAR_M) {
    const full = (PI * diameterM * diameterM * pow(diameterM / 4, 2 / 3) * Math.sqrt(slope)) / 4 / MANNING;
    if (flow <= full) return diameterM;
  }
  throw new Error(`expected a drain for ${flow} m³/s at ${slope}, found none so large`);
}

/** The road edge that a gully at this node drains: one direction of its street. */
function edgeAt({ graph, roads }: CityGround, node: number): string | undefined {
  const known = edgesOf(roads);
  for (const k of graph.arms[node]) {
    const { id } = graph.segments[k].link;
    if (known.has(id)) return id;
  }
  return undefined;
}

const edgeSets = new WeakMap<object, Set<string>>();

function edgesOf(roads: CityGround['roads']): Set<string> {
  let set = edgeSets.get(roads);
  if (!set) {
    set = new Set(roads.edges.map((edge) => edge.id));
    edgeSets.set(roads, set);
  }
  return set;
}
