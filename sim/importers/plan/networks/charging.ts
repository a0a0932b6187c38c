import type { Building } from '../../../scene/schema/buildings';
import type { RoadsFile } from '../../../scene/schema/roads';
import { centroidOf } from '../land/local-frame';
import type { NetworksPlan } from './networks-plan';
import type { OtherLoad, ServicePoint } from './service-points';
import { toDecimetre } from './street-lanes';

const nameAt = (building: Building): string => `charging:${building.id}`;

/** Every car park charges cars, all of them together up to a limit; that limit is a load of its address. */
export function chargingLoads({ electricity }: NetworksPlan, buildings: readonly Building[]): OtherLoad[] {
  return buildings
    .filter((building) => building.use === 'car-park')
    .map((building) => ({
      name: nameAt(building),
      at: centroidOf(building.outline),
      electricityKw: electricity.charging.limitKw,
    }));
}

/** The sites as roads know them, each by the street that its address is on. */
export function chargingSites(
  { electricity }: NetworksPlan,
  buildings: readonly Building[],
  points: readonly ServicePoint[],
  busOfLoad: ReadonlyMap<string, string>,
): RoadsFile['chargingSites'] {
  const edgeOf = new Map(points.flatMap((point) => point.loads.map((load) => [load.name, point.link.id] as const)));
  const { chargers, limitKw } = electricity.charging;
  return buildings
    .filter((building) => building.use === 'car-park')
    .map((building) => {
      const id = nameAt(building);
      const at = toDecimetre(centroidOf(building.outline));
      return { id, edge: edgeOf.get(id)!, at, chargers, limitKw, electricity: busOfLoad.get(id)! };
    });
}
