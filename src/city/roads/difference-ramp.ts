import { rampGlsl } from '../stage/ramp-glsl';

/**
 * Less to more about a neutral middle. Stops of ColorBrewer's PuOr and RdBu kinds, drawn by us as displayed colours: apart for
 * every kind of colour vision, neither end says better or worse, and neither is what marks a change.
 */
export const differenceRamp = ['#b35806', '#f1a340', '#f7dfbf', '#dcdcda', '#cfe2ee', '#67a9cf', '#1f5f9f'] as const;

/** The ramp as GLSL: 0 as much less as the scale goes, ½ no difference beyond chance, 1 as much more. */
export function differenceRampGlsl(): string {
  return rampGlsl('differenceColour', differenceRamp);
}
