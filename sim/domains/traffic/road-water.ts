/**
 * Driving through water: v = 0.0009 w² − 0.5529 w + 86.9448 km/h for w mm (Pregnolato, Ford, Wilkinson & Dawson 2017,
 * fitted to tests with cars, 0 to 300 mm). Cars float or stall at 0.3 m: nobody drives there. A road is open again below
 * a fifth of a metre, so that a wave does not shut it twice.
 */
export interface RoadWater {
  readonly depthM: Float64Array;
  readonly causes: Int32Array;
  /** Share of its limit at which one drives any road, for wet, snow and what one sees. */
  readonly driveShare: number;
}

export const IMPASSABLE_M = 0.3;
export const PASSABLE_BELOW_M = 0.2;
/** Below this water is a wet road's. */
const SLOWS_FROM_M = 0.1;
export const DRY_MPS = 1_000;
const MM_PER_M = 1_000;
const KMH_PER_MPS = 3.6;

export function throughWaterMps(depthM: number): number {
  if (depthM < SLOWS_FROM_M - 1e-9) return DRY_MPS;
  const mm = Math.min(depthM, IMPASSABLE_M) * MM_PER_M;
  return (0.0009 * mm * mm - 0.5529 * mm + 86.9448) / KMH_PER_MPS;
}
