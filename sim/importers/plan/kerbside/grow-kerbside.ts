import { fail, type Result, succeed } from '../../../kernel';
import type { Building } from '../../../scene/schema/buildings';
import type { LandFile } from '../../../scene/schema/land';
import type { RoadsFile } from '../../../scene/schema/roads';
import { placeBusLines } from './bus-stops';
import { placeChargingSites } from './charging-sites';
import { kerbsideParking, offStreetParking } from './parking';
import type { TransitPlan } from './transit-plan';

/** Roads with what stands at their kerbs: bus stops and lines, parking, charging sites that nothing feeds yet. */
export function growKerbside(
  plan: TransitPlan,
  city: { readonly land: LandFile; readonly buildings: readonly Building[] },
  roads: RoadsFile,
): Result<RoadsFile> {
  const lines = placeBusLines(plan, roads);
  if (!lines.ok) return fail(lines.problems);
  const served: RoadsFile = { ...roads, ...lines.value };
  const bays = kerbsideParking(plan, served);
  const sites = placeChargingSites(plan, city.buildings, served);
  const problems = [...(bays.ok ? [] : bays.problems), ...(sites.ok ? [] : sites.problems)];
  if (!bays.ok || !sites.ok) return fail(problems);
  const parking = [...bays.value, ...offStreetParking(plan, city, served)];
  return succeed({ ...served, parking, chargingSites: [...served.chargingSites, ...sites.value] });
}
