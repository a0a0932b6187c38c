import * as v from 'valibot';
import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import type { Building, BuildingsFile } from '../../../scene/schema/buildings';
import type { ServicesFile } from '../../../scene/schema/city';
import { id, positiveWhole, title } from '../../../scene/schema/primitives';
import type { RoadsFile } from '../../../scene/schema/roads';
import { distanceToLine } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { centroidOf } from './local-frame';

/** houses.json of a plan: which named houses send out help, and with what. Named by the English name of the house. */
const place = { id, house: v.string(), name: title };
const servicesPlan = v.strictObject({
  hospitals: v.array(v.strictObject({ ...place, ambulances: positiveWhole })),
  fireStations: v.array(v.strictObject({ ...place, engines: positiveWhole })),
  depots: v.array(
    v.strictObject({
      ...place,
      kind: v.picklist(['bus', 'freight', 'maintenance', 'police']),
      vehicles: positiveWhole,
    }),
  ),
});
export type ServicesPlan = v.InferOutput<typeof servicesPlan>;

export function parseServicesPlan(value: unknown): Result<ServicesPlan> {
  const parsed = v.safeParse(servicesPlan, value);
  if (parsed.success) return succeed(parsed.output);
  return fail(
    parsed.issues.map((issue) =>
      problem('plan.form', issue.path?.map((item) => item.key as string | number) ?? [], issue.message),
    ),
  );
}

/** Each house's door is on the nearest street that is no expressway and no slip road. */
export function placeServices(
  plan: ServicesPlan,
  { buildings }: BuildingsFile,
  roads: RoadsFile,
): Result<ServicesFile> {
  const problems: Problem[] = [];
  const placed = (
    { id: name, house, name: sign }: { id: string; house: string; name: ServicesPlan['depots'][number]['name'] },
    list: string,
    k: number,
  ) => {
    const found = buildings.find((building) => building.name?.en === house);
    if (!found) problems.push(problem('plan.unknown-house', [list, k, 'house'], `no house is named '${house}'`));
    const at: Point = found ? rounded(centroidOf(found.outline)) : [0, 0];
    return { id: name, name: sign, at, edge: nearestEdge(at, roads), ...(found ? { building: found.id } : {}), found };
  };
  const services: ServicesFile = {
    hospitals: plan.hospitals.map((one, k) => {
      const { found, ...rest } = placed(one, 'hospitals', k);
      return { ...rest, beds: bedsOf(found, buildings), ambulances: one.ambulances };
    }),
    fireStations: plan.fireStations.map((one, k) => {
      const { found: _, ...rest } = placed(one, 'fireStations', k);
      return { ...rest, engines: one.engines };
    }),
    depots: plan.depots.map((one, k) => {
      const { found: _, ...rest } = placed(one, 'depots', k);
      return { ...rest, kind: one.kind, vehicles: one.vehicles };
    }),
  };
  return problems.length > 0 ? fail(problems) : succeed(services);
}

/** All the beds on the house's parcel. */
function bedsOf(house: Building | undefined, buildings: readonly Building[]): number {
  const beds = buildings.filter((one) => one.parcel === house?.parcel).reduce((sum, one) => sum + (one.beds ?? 0), 0);
  return Math.max(1, beds);
}

const rounded = ([x, y]: Point): Point => [Math.round(100 * x) / 100, Math.round(100 * y) / 100];

export function nearestEdge(at: Point, roads: RoadsFile): string {
  let best = '';
  let bestM = Infinity;
  for (const edge of roads.edges) {
    if (edge.class === 'expressway' || edge.class === 'ramp') continue;
    // The kerb lane: of a street's two directions the one on the house's side.
    const offM = distanceToLine(at, edge.lanes[0].shape);
    if (offM < bestM) {
      bestM = offM;
      best = edge.id;
    }
  }
  return best;
}
