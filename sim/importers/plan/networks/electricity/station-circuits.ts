import type { ElectricityFile } from '../../../../scene/schema/electricity';
import type { CityGround } from '../city-ground';
import { pairNames } from '../network-names';
import type { PlannedStation } from '../networks-plan';
import { shortestWays } from '../shortest-ways';
import { currentOf, mediumVoltageCables } from './cables';
import { layCircuit } from './circuits';
import { breakerOn, type SubstationSeat } from './medium-voltage';

/** Share of its cables' rating that a station may send or take. */
const STATION_CABLE_SHARE = 0.6;

/** A station's own circuits: one to the substation it belongs to, one that stands by to the other. */
export function growStationCircuits(
  ground: CityGround,
  substations: readonly SubstationSeat[],
  file: ElectricityFile,
  stationKva: (station: PlannedStation) => number,
): Map<string, string> {
  const { plan, graph, siting, galleries } = ground;
  const busOf = new Map<string, string>();
  const nameOf = pairNames();
  const cable = mediumVoltageCables.find((one) => one.squareMm === 300)!;
  plan.energy.stations.forEach((station, k) => {
    const seat = siting.atSite(station.site)!;
    const bus = `${station.id}.10`;
    busOf.set(station.id, bus);
    file.buses.push({ id: bus, name: seat.name, at: seat.at, kilovolts: 10, building: seat.building.id });
    const abreast = Math.max(1, Math.ceil(currentOf(stationKva(station)) / (STATION_CABLE_SHARE * cable.ratingA)));
    for (const substation of ownAndNearest(ground, substations, station.substation, seat.node)) {
      const ways = shortestWays(graph, [substation.node], (segment) => galleries.metresOf(segment, 'power'));
      const isOwn = substation.id === station.substation;
      const feeder = `${substation.id}-${station.id}`;
      const section = substation.sections[k % substation.sections.length];
      if (isOwn) file.feeders.push({ id: feeder, name: seat.name, bus: section });
      const circuit = { id: feeder, from: section, to: bus, kilovolts: 10, cable, abreast };
      const own = isOwn ? { ...circuit, feeder } : circuit;
      const pieces = layCircuit(ground, ways, seat.node, own, file, nameOf);
      const door = pieces[pieces.length - 1];
      const hasDoors = plan.electricity.security !== undefined;
      if (isOwn || hasDoors) file.switches.push(breakerOn(pieces[0].id));
      const atDoor = hasDoors ? { id: `${door.id}:door`, branch: door.id, at: bus } : { id: door.id, branch: door.id };
      if (isOwn) {
        if (hasDoors) file.switches.push({ ...atDoor, kind: 'breaker', closed: true, automatic: true });
        continue;
      }
      // The one that stands by is live up to the station's door.
      door.closed = false;
      file.switches.push({ ...atDoor, kind: 'tie', closed: false, automatic: true });
    }
    addMachines(station, bus, file);
  });
  return busOf;
}

/** The station's own substation, and of the others the one with the shortest way to it. */
function ownAndNearest(
  { graph }: CityGround,
  substations: readonly SubstationSeat[],
  own: string,
  at: number,
): readonly SubstationSeat[] {
  const others = substations.filter(({ id }) => id !== own);
  const { costM } = shortestWays(graph, [at]);
  let nearest = others[0];
  for (const other of others) if (costM[other.node] < costM[nearest.node]) nearest = other;
  return substations.filter((one) => one.id === own || one === nearest);
}

/** Engines, turbines and batteries of a station; its heat pumps and chillers are loads, not here. */
function addMachines(station: PlannedStation, bus: string, file: ElectricityFile): void {
  for (const unit of station.units) {
    for (let n = 1; n <= (unit.count ?? 1); n++) {
      const id = `${station.id}.${unit.id}-${n}`;
      if (unit.kind === 'chp-engine') {
        file.generators.push({ id, bus, kind: 'chp', ratedKw: unit.electricKw!, station: station.id });
      } else if (unit.kind === 'wind-turbine') {
        file.generators.push({ id, bus, kind: 'wind', ratedKw: unit.electricKw!, station: station.id });
      } else if (unit.kind === 'battery') {
        const { electricKw, storageKwh, efficiency } = unit;
        const roundTripEfficiency = efficiency ?? 0.9;
        file.batteries.push({ id, bus, powerKw: electricKw!, energyKwh: storageKwh!, roundTripEfficiency });
      }
    }
  }
}
