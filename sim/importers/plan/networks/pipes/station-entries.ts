import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { StationsFile } from '../../../../scene/schema/stations';
import type { CityGround } from '../city-ground';
import { shortestWays } from '../shortest-ways';

/** Every roof with panels belongs to the station nearest along the streets, whose unit "roofs" is their sum. */
export function withRoofsOfStations(ground: CityGround, file: ElectricityFile): ElectricityFile {
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

export function stationsFile(
  ground: CityGround,
  unitsOf: ReadonlyMap<string, StationsFile['stations'][number]['units']>,
  { generators }: ElectricityFile,
  busOf: ReadonlyMap<string, string>,
  gasOf: ReadonlyMap<string, string>,
): StationsFile {
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
        electricity: busOf.get(station.id)!,
        gas: gasOf.get(station.id)!,
        units: units.map((unit) => ({ ...unit, id: `${station.id}.${unit.id}` })),
      };
    }),
  };
}
