/**
 * What works leave of a road. Lanes at the kerb are shut from junction to junction, as lanes are shut here (a site of ten
 * metres in a long block is felt too much); one lane stays open in each direction, so that a road with one lane is passed
 * slowly, on what is left of it. Past works everybody drives at the limit of a site: 60 km/h on roads of 80 and more, 40 from
 * 60, 30 from 40, 20 below (after GB 5768.4-2017, limits in work zones; from memory).
 */
import type { CompiledRoads } from '../../scene/compiled';

export const FREE_MPS = 1_000;
const SITE_LIMITS_KMH: readonly (readonly [fromKmh: number, siteKmh: number])[] = [
  [80, 60],
  [60, 40],
  [40, 30],
];
const SLOWEST_KMH = 20;
const KMH_PER_MPS = 3.6;
/** Limits in scenes are rounded to a thousandth of a metre a second. */
const ROUNDING_KMH = 0.1;

export function pastWorksMps(limitMps: number): number {
  const kmh = limitMps * KMH_PER_MPS;
  const found = SITE_LIMITS_KMH.find(([from]) => kmh >= from - ROUNDING_KMH);
  return Math.min(limitMps, (found?.[1] ?? SLOWEST_KMH) / KMH_PER_MPS);
}

interface Told {
  readonly limitMps: Float64Array;
  readonly causes: Int32Array;
}

export function takeLanes(roads: CompiledRoads, edge: number, lanes: number, happening: number, told: Told): void {
  const first = roads.edgeFirstLane[edge];
  const count = roads.edgeLaneCount[edge];
  const shut = Math.min(lanes, count - 1);
  const passMps = pastWorksMps(roads.edgeSpeedMps[edge]);
  for (let k = 0; k < count; k++) {
    const limit = k < shut ? 0 : passMps;
    if (limit >= told.limitMps[first + k]) continue;
    told.limitMps[first + k] = limit;
    told.causes[first + k] = happening;
  }
}
