import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import type { Building } from '../../../scene/schema/buildings';
import type { RoadsFile } from '../../../scene/schema/roads';
import { contains } from '../../geometry/polygon';
import { roundToCentimetres } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import { centroidOf } from '../land/local-frame';
import { nearestEdge } from '../land/services';
import { byId } from '../streets/streets-to-roads';
import type { TransitPlan } from './transit-plan';

type ChargingSite = RoadsFile['chargingSites'][number];

/** Sites that the plan names, each by the street it is nearest to. The networks, where there are any, connect them. */
export function placeChargingSites(
  { chargingSites }: TransitPlan,
  buildings: readonly Building[],
  roads: RoadsFile,
): Result<ChargingSite[]> {
  const problems: Problem[] = [];
  const sites = chargingSites.flatMap((planned, k): ChargingSite[] => {
    const { id, name, chargers, limitKw } = planned;
    const house = 'house' in planned ? buildings.find((one) => one.name?.en === planned.house) : undefined;
    if ('house' in planned && !house) {
      problems.push(
        problem('plan.unknown-house', ['chargingSites', k, 'house'], `no house is named '${planned.house}'`),
      );
      return [];
    }
    const at = house ? roundToCentimetres([placeIn(house.outline)])[0] : (planned as { at: [number, number] }).at;
    const totalKw = chargers.reduce((sum, { count, powerKw }) => sum + count * powerKw, 0);
    if (limitKw > totalKw) {
      const message = `found ${limitKw} kW, expected no more than the ${totalKw} kW of its chargers`;
      problems.push(problem('plan.limit', ['chargingSites', k, 'limitKw'], message));
    }
    return [{ id: `charging:${id}`, name, edge: nearestEdge(at, roads), at, chargers, limitKw }];
  });
  return problems.length > 0 ? fail(problems) : succeed(byId(sites));
}

/** The middle of a house, or that of its first corner where the middle is its courtyard. */
function placeIn(outline: readonly Point[]): Point {
  const corners = outline.map((at, k) => [at, outline[(k + 1) % outline.length], outline[(k + 2) % outline.length]]);
  return [outline, ...corners].map(centroidOf).find((at) => contains(outline, at)) ?? outline[0];
}
