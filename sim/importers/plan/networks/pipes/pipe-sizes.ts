import { PI } from '../../../../kernel';

/** Nominal inside diameters of steel and ductile pipe, metres. */
const DIAMETERS_M = [
  0.05, 0.065, 0.08, 0.1, 0.125, 0.15, 0.2, 0.25, 0.3, 0.35, 0.4, 0.45, 0.5, 0.6, 0.7, 0.8, 0.9, 1, 1.2, 1.4, 1.6, 1.8,
  2, 2.4, 2.8, 3.2,
] as const;

/** The smallest pipe in which this much flows no faster than its size allows. */
export function diameterFor(flowM3PerS: number, fastestMps: (diameterM: number) => number, leastM = 0): number {
  for (const diameterM of DIAMETERS_M) {
    if (diameterM < leastM) continue;
    if (flowM3PerS <= fastestMps(diameterM) * areaOf(diameterM)) return diameterM;
  }
  throw new Error(`expected a pipe for ${flowM3PerS} m³/s, found none so large`);
}

export const areaOf = (diameterM: number): number => (PI * diameterM * diameterM) / 4;

/** CJJ 34: up to 2 m/s in mains; small pipes slower, so that a metre costs about as much pressure in all. */
export const waterSpeedMps = (diameterM: number): number => (diameterM < 0.125 ? 0.9 : diameterM < 0.25 ? 1.3 : 1.8);
