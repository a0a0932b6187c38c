/**
 * How high sump pumps have to lift. Water of a gallery goes to the nearest drain of the city, past a check valve (GB
 * 50838-2015, 7.6), over a loop above the level from which water can come back, which is the street (EN 12056-4, 5.1):
 * so to the ground above, where a scene does not say otherwise.
 */
export const SUMP_DEPTH_M = 1; // of a sump of some cubic metres; ours
export const OUTFALL_DEPTH_M = 0;

/** Against a shut valve a pump holds 4/3 of the head at its rated flow (EPANET 2.2 manual, 3.1: single-point curve). */
export const SHUT_OFF_SHARE = 4 / 3;

export interface SumpOfSection {
  readonly sumpDepthM?: number | undefined;
  readonly outfallDepthM?: number | undefined;
}

/** From the sump's bottom to the outfall, where the floor lies so deep below the ground. */
export function sumpLiftM({ sumpDepthM, outfallDepthM }: SumpOfSection, floorDepthM: number): number {
  return floorDepthM + (sumpDepthM ?? SUMP_DEPTH_M) - (outfallDepthM ?? OUTFALL_DEPTH_M);
}
