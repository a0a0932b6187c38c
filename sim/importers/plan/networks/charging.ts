import type { Building } from '../../../scene/schema/buildings';
import type { RoadsFile } from '../../../scene/schema/roads';
import { contains } from '../../geometry/polygon';
import { centroidOf } from '../land/local-frame';
import type { NetworksPlan } from './networks-plan';
import type { OtherLoad, ServicePoint } from './service-points';
import { toDecimetre } from './street-lanes';

const nameAt = (building: Building): string => `charging:${building.id}`;

/**
 * Every car park charges cars, all of them together up to a limit; that limit is a load of its address. Sites that the
 * roads have already hang on the house they stand in, or else on an address of their own.
 */
export function chargingLoads(
  { electricity }: NetworksPlan,
  buildings: readonly Building[],
  { chargingSites: planned }: RoadsFile,
): OtherLoad[] {
  const carParks = buildings
    .filter((building) => building.use === 'car-park')
    .map((building) => ({
      name: nameAt(building),
      at: centroidOf(building.outline),
      electricityKw: electricity.charging.limitKw,
    }));
  const sites = planned.map((site) => ({
    name: site.id,
    at: site.at,
    electricityKw: mostKw(site),
    house: buildings.find(({ outline }) => contains(outline, site.at))?.id,
  }));
  return [...carParks, ...sites];
}

const mostKw = ({ chargers, limitKw }: RoadsFile['chargingSites'][number]): number =>
  limitKw ?? chargers.reduce((sum, { count, powerKw }) => sum + count * powerKw, 0);

/** The sites as roads know them, each by the street that its address is on; those there already have theirs. */
export function chargingSites(
  { electricity }: NetworksPlan,
  buildings: readonly Building[],
  { chargingSites: planned }: RoadsFile,
  points: readonly ServicePoint[],
  busOfLoad: ReadonlyMap<string, string>,
): RoadsFile['chargingSites'] {
  const edgeOf = new Map(points.flatMap((point) => point.loads.map((load) => [load.name, point.link.id] as const)));
  const { chargers, limitKw } = electricity.charging;
  const atCarParks = buildings
    .filter((building) => building.use === 'car-park')
    .map((building) => {
      const id = nameAt(building);
      const at = toDecimetre(centroidOf(building.outline));
      return { id, edge: edgeOf.get(id)!, at, chargers, limitKw, electricity: busOfLoad.get(id)! };
    });
  return [...planned.map((site) => ({ ...site, electricity: busOfLoad.get(site.id)! })), ...atCarParks];
}
