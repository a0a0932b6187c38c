import { fail, type Result, succeed } from '../../../kernel';
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
import { checkPlaces } from './check-places';
import type { CityGround } from './city-ground';
import { demandOf } from './demand';
import { growElectricity } from './electricity/grow-electricity';
import { galleryMap, galleryRoutes } from './galleries/gallery-map';
import { growGalleries, switchRooms } from './galleries/grow-galleries';
import { groundOn } from './ground';
import { growMeters } from './grow-meters';
import { growSensors } from './grow-sensors';
import { growTelecom } from './grow-telecom';
import type { NetworksPlan } from './networks-plan';
import { growDrainage } from './pipes/grow-drainage';
import { growGas } from './pipes/grow-gas';
import { growLoops } from './pipes/grow-thermal';
import { growWater } from './pipes/grow-water';
import { loopKinds } from './pipes/loop-kinds';
import { sizeStation, stationGasKw, stationPeakKva } from './pipes/size-stations';
import { stationsFile, withRoofsOfStations } from './pipes/station-entries';
import { servicePointsOf } from './service-points';
import { shortestWays } from './shortest-ways';
import { sitingOf } from './siting';
import { laneLines } from './street-lanes';
import { utilityGraphOf } from './utility-graph';

/** A plan that has been read, and the city as far as it stands. */
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
    lowHeatKw: lowHeat.kwOfStation.get(id) ?? 0,
    highHeatKw: highHeat.kwOfStation.get(id) ?? 0,
    coolingKw: cooling.kwOfStation.get(id) ?? 0,
  });
  const unitsOf = new Map(plan.energy.stations.map((one) => [one.id, sizeStation(one, asked(one.id), plan.energy)]));

  const { powerFactor, security } = plan.electricity;
  const electricity = growElectricity(ground, (one) => stationPeakKva(unitsOf.get(one.id)!, powerFactor));
  const power = withRoofsOfStations(ground, electricity.file);
  const gas = growGas(ground, (id) => stationGasKw(unitsOf.get(id)!));
  const toBus = shortestWays(
    graph,
    points.map((point) => nodeOf.get(point)!),
  );
  const busNear = (node: number) => `${points[toBus.source[node]].name}.1`;
  const water = growWater(ground, busNear);
  const drainage = growDrainage(ground);
  const telecom = growTelecom(ground, busNear);
  const { busOfBuilding, busOfLoad } = electricity.lowVoltage;
  const feederOfBus = new Map(electricity.lowVoltage.transformers.map(({ to, feeder }) => [to, feeder!]));

  const serves = (building: Building): Building['serves'] => ({
    electricity: busOfBuilding.get(building.id),
    heat: lowHeat.nodeOfBuilding.get(building.id) ?? highHeat.nodeOfBuilding.get(building.id),
    cooling: cooling.nodeOfBuilding.get(building.id),
    gas: gas.nodeOfBuilding.get(building.id),
    water: water.nodeOfBuilding.get(building.id),
    drainage: drainage.nodeOfBuilding.get(building.id),
    telecom: telecom.nodeOfBuilding.get(building.id),
  });
  const nodesOf = (loops: ThermalFile['loops']) => loops.flatMap(({ nodes }) => nodes);
  const connections = {
    electricity: { nodes: power.buses, of: busOfBuilding },
    lowHeat: { nodes: nodesOf(lowHeat.loops), of: lowHeat.nodeOfBuilding },
    highHeat: { nodes: nodesOf(highHeat.loops), of: highHeat.nodeOfBuilding },
    cooling: { nodes: nodesOf(cooling.loops), of: cooling.nodeOfBuilding },
    gas: { nodes: gas.file.nodes, of: gas.nodeOfBuilding },
    boardOfLoad: busOfLoad,
  };
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
      signals: city.roads.signals.map((signal) => ({
        ...signal,
        electricity: busNear(signalNode(ground, signal.junction)),
        ...(security ? { batteryMinutes: security.signalBatteryMinutes } : {}),
      })),
      chargingSites: chargingSites(plan, city.buildings, city.roads, points, busOfLoad),
    },
    'electricity.json': power,
    'stations.json': stationsFile(ground, unitsOf, power, electricity.busOfStation, gas.nodeOfStation),
    'heat.json': { loops: [...lowHeat.loops, ...highHeat.loops] },
    'cooling.json': { loops: cooling.loops },
    'gas.json': gas.file,
    'water.json': water.file,
    'drainage.json': drainage.file,
    'telecom.json': telecom.file,
    'galleries.json': {
      galleries: growGalleries(
        ground.galleries.routes,
        groundOn(city.terrain),
        busOfLoad,
        security && ((bus) => feederOfBus.get(bus)!),
      ),
      controlCentres: [
        { id: plan.controlCentre.id, name: plan.controlCentre.name, at: control.at, building: control.building.id },
      ],
    },
    'sensors.json': {
      sensors: [
        ...growSensors(ground, drainage.file, telecom.cellNear).sensors,
        ...growMeters(ground, connections, telecom.cellNear),
      ],
    },
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
  const loads = [...switchRooms(routes), ...chargingLoads(plan, buildings, roads)];
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
