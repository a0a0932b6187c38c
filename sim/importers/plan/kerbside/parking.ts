import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import type { Building } from '../../../scene/schema/buildings';
import type { LandFile } from '../../../scene/schema/land';
import type { RoadEdge, RoadsFile } from '../../../scene/schema/roads';
import { lengthOf } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { centroidOf } from '../land/local-frame';
import { byId } from '../streets/streets-to-roads';
import { frontageFinder } from './frontage';
import type { TransitPlan } from './transit-plan';

type Parking = RoadsFile['parking'][number];
type City = { readonly land: LandFile; readonly buildings: readonly Building[] };

/**
 * Off the street, a plot has the spaces that its floor area asks for. Where ramps lead below its courts, its spaces lie
 * there and are shared out among the ramps; all other plots of a block make one entry together.
 */
export function offStreetParking({ parking }: TransitPlan, city: City, roads: RoadsFile): Parking[] {
  const perM2 = new Map<string, number>(parking.spaces.map(({ use, perThousandM2 }) => [use, perThousandM2 / 1000]));
  const outlineOf = new Map(city.land.parcels.map(({ id, outline }) => [id, outline]));
  const frontage = frontageFinder(roads);
  const entries: Parking[] = [];
  const openBlocks = new Map<string, { spaces: number; plots: (readonly Point[])[] }>();
  for (const [parcel, houses] of grouped(city.buildings, (one) => one.parcel)) {
    const spaces = houses.reduce((sum, { use, floorAreaM2 }) => sum + (perM2.get(use) ?? 0) * floorAreaM2, 0);
    const outline = outlineOf.get(parcel);
    if (!outline) continue;
    const ramps = houses.filter(({ use }) => use === 'car-park');
    ramps.forEach((ramp, k) => {
      const share = Math.floor(((k + 1) * spaces) / ramps.length) - Math.floor((k * spaces) / ramps.length);
      if (share === 0) return;
      const edge = frontage([outline], centroidOf(ramp.outline));
      entries.push({ id: `parking:${ramp.id}`, edge, spaces: share, building: ramp.id });
    });
    if (ramps.length > 0 || spaces === 0) continue;
    const block = parcel.split('/')[0];
    const sum = openBlocks.get(block) ?? { spaces: 0, plots: [] };
    openBlocks.set(block, { spaces: sum.spaces + spaces, plots: [...sum.plots, outline] });
  }
  for (const [block, { spaces, plots }] of openBlocks) {
    if (spaces < 1) continue;
    entries.push({ id: `parking:${block}`, edge: frontage(plots, middleOf(plots)), spaces: Math.floor(spaces) });
  }
  return byId(entries);
}

/** Bays in a row along one side of a local street, none where a bus stops. */
export function kerbsideParking({ parking }: TransitPlan, roads: RoadsFile): Result<Parking[]> {
  const { streets, bayM, clearM } = parking.kerbside;
  const problems: Problem[] = [];
  const stopLanes = new Set(roads.stops.map(({ lane }) => lane));
  const classOf = new Map(roads.streets.map(({ id, class: roadClass }) => [id, roadClass]));
  const bays = streets.flatMap((street, k) => {
    if (classOf.get(street) !== 'local') {
      const message = `found '${street}', expected a local street`;
      problems.push(problem('plan.not-local', ['parking', 'kerbside', 'streets', k], message));
    }
    const own = roads.edges.filter((edge) => edge.street === street && isOwnSide(edge));
    return own.flatMap(({ id, lanes: [kerb] }): Parking[] => {
      const spaces = Math.floor((lengthOf(kerb.shape) - 2 * clearM) / bayM);
      if (spaces < 1 || stopLanes.has(kerb.id)) return [];
      return [{ id: `bays:${id}`, edge: id, lane: kerb.id, fromM: clearM, toM: clearM + spaces * bayM, spaces }];
    });
  });
  return problems.length > 0 ? fail(problems) : succeed(byId(bays));
}

/** Of a street's two sides always the same one. */
const isOwnSide = ({ id, opposite }: RoadEdge): boolean => opposite === undefined || id < opposite;

function grouped<T>(list: readonly T[], keyOf: (one: T) => string | undefined): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of list) {
    const key = keyOf(one);
    if (key === undefined) continue;
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}

function middleOf(plots: readonly (readonly Point[])[]): Point {
  const middles = plots.map(centroidOf);
  const sum = middles.reduce<Point>((at, one) => [at[0] + one[0], at[1] + one[1]], [0, 0]);
  return [sum[0] / plots.length, sum[1] / plots.length];
}
