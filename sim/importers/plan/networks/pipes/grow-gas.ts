import type { GasFile } from '../../../../scene/schema/pipes';
import type { CityGround } from '../city-ground';
import { pairNames, rounded } from '../network-names';
import { nodesOf, runsOf } from '../runs';
import { gatherTowardsSource, segmentsToSources, shortestWays } from '../shortest-ways';
import { nodeNamed } from '../utility-graph';
import { mainRings } from './main-rings';
import { diameterFor } from './pipe-sizes';

export interface GrownGas {
  readonly file: GasFile;
  readonly nodeOfBuilding: ReadonlyMap<string, string>;
  readonly nodeOfStation: ReadonlyMap<string, string>;
}

const ROUGHNESS_MM = 0.1;
const COVER_M = 1.2;
const DENSITY_KG_PER_M3 = 0.75; // natural gas at 0 °C and 1 atm
/** GB 50028 lets medium pressure run to 20 m/s; half leaves room for the way round a ring that is cut. */
const FASTEST_MPS = 10;
const RING_LEAST_M = 0.3;
const STREET_LEAST_M = 0.1;
/** Absolute pressure at the far end that pipes are sized for. */
const SIZED_AT_KPA = 350;
const ATMOSPHERE_KPA = 101.325;
const REGULATOR_RESERVE = 1.5;

/** Medium pressure rings in the arterials, branches from them, and a regulator where houses want it low. */
export function growGas(ground: CityGround, stationGasKw: (station: string) => number): GrownGas {
  const { plan, graph, lanes, siting, pointAt, points, nodeOf, galleries, demandOf } = ground;
  const gates = plan.gas.gates.map((gate) => ({ gate, node: nodeNamed(graph, gate.node) }));
  const seats = plan.energy.stations.map((station) => ({ station, seat: siting.atSite(station.site)! }));
  const kwAtStation = new Map<number, number>();
  for (const { station, seat } of seats) {
    kwAtStation.set(seat.node, (kwAtStation.get(seat.node) ?? 0) + stationGasKw(station.id));
  }
  const kwAt = (node: number) => (pointAt.get(node)?.demand.gasKw ?? 0) + (kwAtStation.get(node) ?? 0);
  const flowOf = (kw: number) => kw / 1000 / plan.gas.calorificMjPerM3; // m³/s at 0 °C and 1 atm

  const ways = shortestWays(
    graph,
    gates.map(({ node }) => node),
    (segment) => galleries.metresOf(segment, 'gas') * (segment.link.street.class === 'arterial' ? 1 : 1.6),
  );
  const served = ways.order.filter((node) => kwAt(node) > 0);
  const through = gatherTowardsSource(ways, kwAt);
  const rings = mainRings(graph, ({ link }) => link.street.class === 'arterial');
  const used = new Set([...segmentsToSources(ways, served), ...rings]);
  const stop = new Set([...served, ...gates.map(({ node }) => node)]);
  const runs = runsOf(
    graph,
    used,
    (node) => stop.has(node),
    (segment) => `${galleries.compartmentOf(segment, 'gas')}${rings.has(segment)}`,
  );
  const ends = new Set(runs.flatMap((run) => [run.from, run.to]));
  const nameOf = pairNames();
  const name = (node: number) => graph.nodes[node].name;
  const pipes = runs.map((run): GasFile['pipes'][number] => {
    const { segment } = run.steps[0];
    const isOnTree =
      ways.via[run.from] === segment ||
      ways.via[run.to] === run.steps[run.steps.length - 1].segment ||
      ways.via[run.to] === segment ||
      ways.via[run.from] === run.steps[run.steps.length - 1].segment;
    const far = ways.costM[run.from] > ways.costM[run.to] ? run.from : run.to;
    const kw = isOnTree ? through[far] : 0;
    const actualM3PerS = (flowOf(kw) * ATMOSPHERE_KPA) / SIZED_AT_KPA;
    const diameterM = diameterFor(actualM3PerS, () => FASTEST_MPS, rings.has(segment) ? RING_LEAST_M : STREET_LEAST_M);
    const path = lanes.path(run, 'gas');
    const compartment = galleries.compartmentOf(segment, 'gas');
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

  const nodes: GasFile['nodes'] = nodesOf(graph, used)
    .filter((node) => ends.has(node))
    .map((node) => ({
      id: name(node),
      at: lanes.at(graph.nodes[node], 'gas'),
      heightM: rounded(graph.nodes[node].groundM - COVER_M, 2),
      pressureLevel: 'medium',
    }));
  const regulators: GasFile['regulators'] = [];
  const supplies: GasFile['supplies'] = [];
  for (const { gate, node } of gates) {
    const { at, groundM } = graph.nodes[node];
    nodes.push({
      id: gate.id,
      at: [rounded(at[0], 1), rounded(at[1] + 8, 1)],
      heightM: rounded(groundM, 2),
      pressureLevel: 'high',
    });
    supplies.push({ id: gate.id, name: gate.name, node: gate.id, pressureKpa: gate.pressureKpa });
    // Either gate alone can feed the park: as much as all of it asks for.
    const allKgPerS = flowOf(served.reduce((sum, one) => sum + kwAt(one), 0)) * DENSITY_KG_PER_M3;
    regulators.push({
      id: gate.id,
      from: gate.id,
      to: name(node),
      outletKpa: gate.outletKpa,
      maxKgPerS: rounded(allKgPerS, 2),
    });
  }
  const nodeOfBuilding = new Map<string, string>();
  for (const point of points) {
    if (point.demand.gasKw <= 0) continue;
    const node = nodeOf.get(point)!;
    const { groundM } = graph.nodes[node];
    const low = `${point.name}.low`;
    nodes.push({ id: low, at: lanes.at(graph.nodes[node], 'gas'), heightM: rounded(groundM, 2), pressureLevel: 'low' });
    const maxKgPerS = Math.max(0.005, rounded(flowOf(point.demand.gasKw) * DENSITY_KG_PER_M3 * REGULATOR_RESERVE, 4));
    regulators.push({ id: point.name, from: point.name, to: low, outletKpa: plan.gas.lowKpa, maxKgPerS });
    for (const building of point.buildings) if (demandOf(building).gasKw > 0) nodeOfBuilding.set(building.id, low);
  }
  return {
    file: {
      nodes,
      pipes,
      regulators,
      valves: valvesOn(pipes, rings, runs),
      supplies,
      calorificMjPerM3: plan.gas.calorificMjPerM3,
    },
    nodeOfBuilding,
    nodeOfStation: new Map(seats.map(({ station, seat }) => [station.id, name(seat.node)])),
  };
}

/** Remote valves where a ring or a gallery is left; by hand at the head of other branches. */
function valvesOn(
  pipes: GasFile['pipes'],
  rings: ReadonlySet<number>,
  runs: readonly { steps: readonly { segment: number }[] }[],
): GasFile['valves'] {
  const ringNodes = new Set(
    pipes.flatMap((pipe, k) => (rings.has(runs[k].steps[0].segment) ? [pipe.from, pipe.to] : [])),
  );
  return pipes.flatMap((pipe, k) => {
    const isRing = rings.has(runs[k].steps[0].segment);
    const leavesRing = !isRing && (ringNodes.has(pipe.from) || ringNodes.has(pipe.to));
    if (!leavesRing && !pipe.compartment && !(isRing && k % 3 === 0)) return [];
    return [{ id: pipe.id, pipe: pipe.id, open: true, remote: isRing || pipe.compartment !== undefined }];
  });
}
