import type { WaterFile } from '../../../../scene/schema/pipes';
import type { RoadClass } from '../../../../scene/schema/roads';
import type { CityGround } from '../city-ground';
import { pairNames, rounded } from '../network-names';
import { nodesOf, runsOf } from '../runs';
import { gatherTowardsSource, segmentsToSources, shortestWays } from '../shortest-ways';
import { nodeNamed } from '../utility-graph';
import { mainRings } from './main-rings';
import { diameterFor } from './pipe-sizes';

export interface GrownWater {
  readonly file: WaterFile;
  readonly nodeOfBuilding: ReadonlyMap<string, string>;
}

const ROUGHNESS_MM = 0.2; // ductile iron, lined with cement
const COVER_M = 1.3;
/** GB 50013's economical speeds lie between 0.6 and 1.4 m/s. */
const speedMps = (diameterM: number): number => (diameterM < 0.3 ? 0.8 : 1.2);
/** Hydrants ask for DN 100 at least; streets of a class are laid alike, so that either way round a ring will do. */
const leastM: Readonly<Record<RoadClass, number>> = {
  expressway: 0.3,
  ramp: 0.2,
  arterial: 0.4,
  collector: 0.25,
  local: 0.2,
  service: 0.15,
};

/** Mains in every street that has something to serve, in rings wherever streets make rings. */
export function growWater(ground: CityGround, busNear: (node: number) => string): GrownWater {
  const { plan, graph, lanes, pointAt, points, nodeOf, galleries } = ground;
  const works = plan.water.works.map((one) => ({ ...one, at: nodeNamed(graph, one.node) }));
  const tanks = plan.water.tanks.map((one) => ({ ...one, at: nodeNamed(graph, one.node) }));
  const sources = works.map((one) => one.at);
  const ways = shortestWays(
    graph,
    sources,
    ({ link, lengthM }) => lengthM * (link.street.class === 'arterial' ? 1 : 1.5),
  );
  const askedAt = (node: number) => ((pointAt.get(node)?.demand.waterM3PerDay ?? 0) * plan.water.peakFactor) / 86_400;
  const through = gatherTowardsSource(ways, askedAt);
  const served = ways.order.filter((node) => askedAt(node) > 0);
  const wanted = [...served, ...sources, ...tanks.map((one) => one.at)];
  const used = new Set([
    ...segmentsToSources(ways, wanted),
    ...mainRings(graph, ({ link }) => link.street.class !== 'service'),
  ]);
  const stop = new Set(wanted);
  const runs = runsOf(
    graph,
    used,
    (node) => stop.has(node),
    (segment) => `${galleries.compartmentOf(segment, 'water')}${graph.segments[segment].link.street.class}`,
  );
  const ends = new Set(runs.flatMap((run) => [run.from, run.to]));
  const nameOf = pairNames();
  const name = (node: number) => graph.nodes[node].name;
  const fireM3PerS = plan.water.fireLitresPerSecond / 1000;
  const pipes = runs.map((run): WaterFile['pipes'][number] => {
    const first = run.steps[0].segment;
    const last = run.steps[run.steps.length - 1].segment;
    const far = ways.costM[run.from] > ways.costM[run.to] ? run.from : run.to;
    const isOnTree = ways.via[far] === first || ways.via[far] === last;
    const { link } = graph.segments[first];
    const flow = isOnTree ? through[far] : 0;
    const withFire = link.street.class === 'arterial' ? flow + fireM3PerS : flow;
    const diameterM = diameterFor(withFire, speedMps, leastM[link.street.class]);
    const path = lanes.path(run, 'water');
    const compartment = galleries.compartmentOf(first, 'water');
    return {
      id: nameOf(name(run.from), name(run.to)),
      from: name(run.from),
      to: name(run.to),
      ...(path.length > 1 ? { path } : {}),
      lengthM: rounded(run.lengthM, 1),
      diameterM,
      roughnessMm: ROUGHNESS_MM,
      ...(compartment ? { compartment } : {}),
    };
  });
  const nodes: WaterFile['nodes'] = nodesOf(graph, used)
    .filter((node) => ends.has(node))
    .map((node) => ({
      id: name(node),
      at: lanes.at(graph.nodes[node], 'water'),
      heightM: rounded(graph.nodes[node].groundM - COVER_M, 2),
    }));
  const askedM3PerH = 3600 * served.reduce((sum, node) => sum + askedAt(node), 0);
  const pumps: WaterFile['pumps'] = [];
  const reservoirs: WaterFile['reservoirs'] = [];
  for (const one of works) {
    const { at } = graph.nodes[one.at];
    nodes.push({ id: one.id, at: [rounded(at[0], 1), rounded(at[1] + 12, 1)], heightM: rounded(one.levelM - 2, 2) });
    reservoirs.push({ id: one.id, name: one.name, node: one.id, levelM: one.levelM });
    // Three abreast at each works: together the works can give half as much again as the park asks for at its peak.
    for (let k = 1; k <= 3; k++) {
      pumps.push({
        id: `${one.id}-${k}`,
        from: one.id,
        to: name(one.at),
        headM: one.pumpHeadM,
        flowM3PerH: rounded((1.5 * askedM3PerH) / works.length / 3, 0),
        electricity: busNear(one.at),
      });
    }
  }
  const nodeOfBuilding = new Map<string, string>();
  for (const point of points) {
    const node = nodeOf.get(point)!;
    if (!ends.has(node)) continue;
    for (const building of point.buildings) nodeOfBuilding.set(building.id, name(node));
  }
  const valves = pipes
    .filter((_, k) => runs[k].lengthM > 60)
    .map((pipe) => ({
      id: pipe.id,
      pipe: pipe.id,
      open: true,
      remote: pipe.compartment !== undefined || pipe.diameterM >= 0.4,
    }));
  return {
    file: {
      nodes,
      pipes,
      pumps,
      valves,
      reservoirs,
      tanks: tanks.map(({ id, node, floorM, depthM, areaM2, fill }) => ({ id, node, floorM, depthM, areaM2, fill })),
    },
    nodeOfBuilding,
  };
}
