import { rampGlsl } from '../stage/ramp-glsl';

/** Water on roads by its depth: pale and thin to dark where nobody drives any more. Ordered by lightness; drawn by us. */
export const floodRamp = ['#9fc3cf', '#6aa5c0', '#3a7fae', '#1f5791', '#183a6b', '#142447'] as const;

/** The ramp's dark end; from here to a metre and more it is one colour. */
export const FLOOD_RAMP_M = 0.6;

export function floodRampGlsl(): string {
  return rampGlsl('floodColour', floodRamp);
}
