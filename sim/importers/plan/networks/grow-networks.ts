import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import type { Building, BuildingsFile } from '../../../scene/schema/buildings';
import type { SensorsFile } from '../../../scene/schema/city';
import type { ElectricityFile } from '../../../scene/schema/electricity';
import type { GalleriesFile } from '../../../scene/schema/galleries';
import type { DrainageFile, GasFile, ThermalFile, WaterFile } from '../../../scene/schema/pipes';
import type { RoadsFile } from '../../../scene/schema/roads';
import type { StationsFile } from '../../../scene/schema/stations';
import type { TelecomFile } from '../../../scene/schema/telecom';
import type { TerrainFile } from '../../../scene/schema/terrain';
import { distance } from '../../geometry/vector';
import type { ZonesPlan } from '../land/zones-plan';
import type { StreetGraph } from '../street-graph';
import { chargingLoads, chargingSites } from './charging';
import type { CityGround } from './city-ground';
import { demandOf } from './demand';
import { type GrownElectricity, growElectricity } from './electricity/grow-electricity';
import { galleryMap, galleryRoutes } from './galleries/gallery-map';
import { growGalleries, switchRooms } from './galleries/grow-galleries';
import { groundOn } from './ground';
import { growSensors } from './grow-sensors';
import { growTelecom } from './grow-telecom';
import type { NetworksPlan } from './networks-plan';
import { growDrainage } from './pipes/grow-drainage';
import { growGas } from './pipes/grow-gas';
import { type GrownLoops, growLoops, type LoopKind } from './pipes/grow-thermal';
import { growWater } from './pipes/grow-water';
import { sizeStation, stationGasKw, stationPeakKva } from './pipes/size-stations';
import { servicePointsOf } from './service-points';
import { sitingOf } from './siting';
import { laneLines } from './street-lanes';
import { shortestWays } from './shortest-ways';
import { utilityGraphOf } from './utility-graph';

export interface CityToServe {
  readonly plan: NetworksPlan;
  readonly zones: ZonesPlan;
  readonly streets: StreetGraph;
  readonly terrain: TerrainFile;
  readonly roads: RoadsFile;
  readonly buildings: readonly Building[];
}

/** The files that hold the networks, and the two that name what serves their own things. */
export interface GrownNetworks {
  readonly 'buildings.json': BuildingsFile;
  readonly 'roads.json': RoadsFile;
  readonly 'electricity.json': ElectricityFile;
  readonly 'stations.json': StationsFile;
  readonly 'heat.json': ThermalFile;
  readonly 'cooling.json': ThermalFile;
  readonly 'gas.json': GasFile;
  readonly 'water.json': WaterFile;
  readonly 'drainage.json': DrainageFile;
  readonly 'telecom.json': TelecomFile;
  readonly 'galleries.json': GalleriesFile;
  readonly 'sensors.json': SensorsFile;
}

export function growNetworks(city: CityToServe): Result<GrownNetworks> {
  const problems = checkPlaces(city);
  if (problems.length > 0) return fail(problems);
  const ground = cityGround(city);
  const { plan, graph, points, pointAt, nodeOf, demandOf: ask, siting } = ground;

  const busOfStation = new Map(plan.energy.stations.map((station) => [station.id, `${station.id}.10`]));
  const [low, high, cold] = loopKinds(plan);
  const lowHeat = growLoops(ground, low, (one) => ask(one).lowHeatKw, busOfStation);
  const highHeat = growLoops(ground, high, (one) => ask(one).highHeatKw, busOfStation);
  const cooling = growLoops(ground, cold, (one) => ask(one).coolingKw, busOfStation);
  const asked = (id: string) => ({
    heatKw: (lowHeat.kwOfStation.get(id) ?? 0) + (highHeat.kwOfStation.get(id) ?? 0),
    coolingKw: cooling.kwOfStation.get(id) ?? 0,
  });
  const unitsOf = new Map(plan.energy.stations.map((one) => [one.id, sizeStation(one, asked(one.id), plan.energy)]));

  const { powerFactor } = plan.electricity;
  const electricity = growElectricity(ground, (one) => stationPeakKva(unitsOf.get(one.id)!, powerFactor));
  const gas = growGas(ground, (id) => stationGasKw(unitsOf.get(id)!));
  const toBus = shortestWays(graph, points.map((point) => nodeOf.get(point)!));
  const busNear = (node: number) => `${points[toBus.source[node]].name}.1`;
  const water = growWater(ground, busNear);
  const drainage = growDrainage(ground);
  const telecom = growTelecom(ground, busNear);
  const { busOfBuilding, busOfLoad } = electricity.lowVoltage;

  const serves = (building: Building): Building['serves'] => ({
    electricity: busOfBuilding.get(building.id),
    heat: lowHeat.nodeOfBuilding.get(building.id) ?? highHeat.nodeOfBuilding.get(building.id),
    cooling: cooling.nodeOfBuilding.get(building.id),
    gas: gas.nodeOfBuilding.get(building.id),
    water: water.nodeOfBuilding.get(building.id),
    drainage: drainage.nodeOfBuilding.get(building.id),
    telecom: telecom.nodeOfBuilding.get(building.id),
  });
  const control = siting.inHouse(plan.controlCentre.house)!;
  return succeed({
    'buildings.json': {
      buildings: city.buildings.map(({ confidence, ...building }) => ({
        ...building,
        serves: serves(building),
        ...(confidence ? { confidence } : {}),
      })),
    },
    'roads.json': {
      ...city.roads,
      signals: city.roads.signals.map((signal) => ({ ...signal, electricity: busNear(signalNode(ground, signal.junction)) })),
      chargingSites: [...city.roads.chargingSites, ...chargingSites(plan, city.buildings, points, busOfLoad)],
    },
    'electricity.json': withRoofsOfStations(ground, electricity),
    'stations.json': stationsFile(ground, unitsOf, electricity, gas.nodeOfStation),
    'heat.json': { loops: [...lowHeat.loops, ...highHeat.loops] },
    'cooling.json': { loops: cooling.loops },
    'gas.json': gas.file,
    'water.json': water.file,
    'drainage.json': drainage.file,
    'telecom.json': telecom.file,
    'galleries.json': {
      galleries: growGalleries(ground.galleries.routes, groundOn(city.terrain), busOfLoad),
      controlCentres: [
        { id: plan.controlCentre.id, name: plan.controlCentre.name, at: control.at, building: control.building.id },
      ],
    },
    'sensors.json': growSensors(ground, drainage.file, telecom.cellNear),
  });

  function signalNode({ graph: { indexOf, nodes } }: CityGround, junction: string): number {
    const found = city.roads.junctions.find((one) => one.id === junction)!;
    const node = indexOf.get(found.node);
    if (node !== undefined) return node;
    // A slip road's junction lies on no utility's way: the nearest address feeds it.
    const [x, y] = city.roads.nodes.find((one) => one.id === found.node)!.at;
    let best = 0;
    for (const candidate of pointAt.keys()) {
      if (distance(nodes[candidate].at, [x, y]) < distance(nodes[best].at, [x, y])) best = candidate;
    }
    return best;
  }
}

export function cityGround({ plan, zones, streets, terrain, roads, buildings }: CityToServe): CityGround {
  const routes = galleryRoutes(plan, streets);
  const ask = demandOf(plan);
  const loads = [...switchRooms(routes), ...chargingLoads(plan, buildings)];
  const points = servicePointsOf(streets, buildings, loads, ask);
  const graph = utilityGraphOf(streets, points, terrain);
  const nodeOf = new Map(points.map((point) => [point, graph.indexOf.get(point.name)!]));
  return {
    plan,
    streets,
    roads,
    graph,
    lanes: laneLines(graph),
    points,
    pointAt: new Map(points.map((point) => [nodeOf.get(point)!, point])),
    nodeOf,
    siting: sitingOf(zones, buildings, points, graph),
    galleries: galleryMap(routes, (segment) => graph.segments[segment].link),
    demandOf: ask,
  };
}

function loopKinds({ energy }: NetworksPlan): [LoopKind, LoopKind, LoopKind] {
  return [
    {
      prefix: '45',
      name: { zh: '低温供热环网', en: 'low-temperature heat' },
      ...energy.lowLoop,
      lane: 'heat',
      kwOf: (demand) => demand.lowHeatKw,
    },
    {
      prefix: '90',
      name: { zh: '高温供热环网', en: 'high-temperature heat' },
      ...energy.highLoop,
      lane: 'heat',
      kwOf: (demand) => demand.highHeatKw,
    },
    {
      prefix: 'c',
      name: { zh: '供冷环网', en: 'cooling' },
      ...energy.coldLoop,
      lane: 'cooling',
      kwOf: (demand) => demand.coolingKw,
    },
  ];
}

/** Every roof with panels belongs to the station nearest along the streets, whose unit "roofs" is their sum. */
function withRoofsOfStations(ground: CityGround, { file }: GrownElectricity): ElectricityFile {
  const stationOf = stationNear(ground);
  return {
    ...file,
    generators: file.generators.map((one) =>
      one.kind === 'photovoltaic' ? { ...one, station: stationOf(one.bus) } : one,
    ),
  };
}

function stationNear({ plan, graph, siting }: CityGround): (bus: string) => string {
  const seats = plan.energy.stations.map((station) => siting.atSite(station.site)!.node);
  const ways = shortestWays(graph, seats);
  return (bus) => plan.energy.stations[ways.source[graph.indexOf.get(bus.slice(0, bus.lastIndexOf('.')))!]].id;
}

function stationsFile(
  ground: CityGround,
  unitsOf: ReadonlyMap<string, StationsFile['stations'][number]['units']>,
  electricity: GrownElectricity,
  gasOf: ReadonlyMap<string, string>,
): StationsFile {
  const { generators } = withRoofsOfStations(ground, electricity);
  return {
    stations: ground.plan.energy.stations.map((station) => {
      const seat = ground.siting.atSite(station.site)!;
      const roofKw = generators
        .filter((one) => one.kind === 'photovoltaic' && one.station === station.id)
        .reduce((sum, one) => sum + one.ratedKw, 0);
      const roofs = { id: 'roofs', kind: 'photovoltaic', electricKw: roofKw } as const;
      const units = [...unitsOf.get(station.id)!, ...(roofKw > 0 ? [roofs] : [])];
      return {
        id: station.id,
        name: seat.name,
        at: seat.at,
        building: seat.building.id,
        electricity: electricity.busOfStation.get(station.id)!,
        gas: gasOf.get(station.id)!,
        units: units.map((unit) => ({ ...unit, id: `${station.id}.${unit.id}` })),
      };
    }),
  };
}

/** Every place that a plan of networks names must be there. */
function checkPlaces({ plan, zones, streets, buildings }: CityToServe): Problem[] {
  const problems: Problem[] = [];
  const houses = new Set(buildings.map((one) => one.name?.en));
  const nodes = new Set(streets.links.flatMap((link) => [link.from, link.to]));
  const node = (name: string, path: readonly (string | number)[]) => {
    if (!nodes.has(name)) problems.push(problem('plan.unknown-node', path, `found '${name}', expected a node of a street`));
  };
  const site = (name: string, path: readonly (string | number)[]) => {
    const planned = zones.sites.find((one) => one.id === name);
    if (!planned || !houses.has(planned.name.en)) {
      problems.push(problem('plan.unknown-site', path, `found '${name}', expected a site of zones.json with a house on it`));
    }
  };
  const house = (name: string, path: readonly (string | number)[]) => {
    if (!houses.has(name)) problems.push(problem('plan.unknown-house', path, `no house is named '${name}'`));
  };
  plan.electricity.gridPoints.forEach((one, k) => node(one.node, ['electricity', 'gridPoints', k, 'node']));
  plan.electricity.substations.forEach((one, k) => site(one.site, ['electricity', 'substations', k, 'site']));
  const substations = new Set(plan.electricity.substations.map((one) => one.id));
  plan.energy.stations.forEach((one, k) => {
    site(one.site, ['energy', 'stations', k, 'site']);
    if (substations.has(one.substation)) return;
    const path = ['energy', 'stations', k, 'substation'];
    problems.push(problem('plan.unknown-substation', path, `no substation is called '${one.substation}'`));
  });
  plan.gas.gates.forEach((one, k) => node(one.node, ['gas', 'gates', k, 'node']));
  plan.water.works.forEach((one, k) => node(one.node, ['water', 'works', k, 'node']));
  plan.water.tanks.forEach((one, k) => node(one.node, ['water', 'tanks', k, 'node']));
  plan.drainage.outfalls.forEach((one, k) => node(one.node, ['drainage', 'outfalls', k, 'node']));
  house(plan.telecom.exchange.house, ['telecom', 'exchange', 'house']);
  house(plan.controlCentre.house, ['controlCentre', 'house']);
  const uses = new Set<string>(plan.demand.map((row) => row.use));
  for (const use of new Set(buildings.map((one) => one.use))) {
    if (!uses.has(use)) problems.push(problem('plan.no-demand', ['demand'], `nothing says what ${use} asks for`));
  }
  plan.galleries.forEach((one, k) => {
    const own = streets.links.filter((link) => link.street.id === one.street).flatMap((link) => [link.from, link.to]);
    for (const end of ['from', 'to'] as const) {
      if (own.includes(one[end]) && one.from !== one.to) continue;
      const message = `found '${one[end]}', expected a node where '${one.street}' branches, and another at the other end`;
      problems.push(problem('plan.unknown-node', ['galleries', k, end], message));
    }
  });
  return problems;
}
