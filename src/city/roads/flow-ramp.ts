import { rampGlsl } from '../stage/ramp-glsl';

/**
 * Congestion as a ramp ordered by lightness: free flow is pale and quiet, a standstill dark and heavy, so that it reads
 * without colour vision and in grey print. Stops of ColorBrewer's YlGnBu kind, drawn by us, as displayed colours.
 */
export const flowRamp = ['#3b0f4f', '#8c2a68', '#cf4f52', '#ee9a4d', '#f3d88a', '#cfe3c4'] as const;

/** The ramp as GLSL: 0 standstill, 1 free flow. */
export function flowRampGlsl(): string {
  return rampGlsl('flowColour', flowRamp);
}
