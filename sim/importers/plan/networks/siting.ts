import type { Building } from '../../../scene/schema/buildings';
import type { Title } from '../../../scene/schema/primitives';
import type { Point } from '../../geometry/vector';
import { centroidOf } from '../land/local-frame';
import type { ZonesPlan } from '../land/zones-plan';
import type { ServicePoint } from './service-points';
import { nodeNamed, type UtilityGraph } from './utility-graph';

/** A thing of the plan where it stands: its house and the address by which networks reach it. */
export interface Seat {
  readonly name: Title;
  readonly building: Building;
  readonly at: Point;
  readonly node: number;
}

export interface Siting {
  /** By the id of a site in zones.json. */
  atSite(site: string): Seat | undefined;
  /** By the English name of a house. */
  inHouse(house: string): Seat | undefined;
}

export function sitingOf(
  zones: ZonesPlan,
  buildings: readonly Building[],
  points: readonly ServicePoint[],
  graph: UtilityGraph,
): Siting {
  const pointOf = new Map(points.flatMap((point) => point.buildings.map((one) => [one.id, point.name] as const)));
  const inHouse = (house: string): Seat | undefined => {
    const building = buildings.find((one) => one.name?.en === house);
    const point = building && pointOf.get(building.id);
    if (!building?.name || point === undefined) return undefined;
    const [x, y] = centroidOf(building.outline);
    const at: Point = [Math.round(10 * x) / 10, Math.round(10 * y) / 10];
    return { name: building.name, building, at, node: nodeNamed(graph, point) };
  };
  const atSite = (site: string) => {
    const planned = zones.sites.find((one) => one.id === site);
    return planned && inHouse(planned.name.en);
  };
  return { atSite, inHouse };
}
