import { rampGlsl } from '../stage/ramp-glsl';

/**
 * Less to more about a neutral middle. Stops of ColorBrewer's PuOr kind, drawn by us as displayed colours: apart for
 * every kind of colour vision, and neither end says better or worse.
 */
export const differenceRamp = ['#b35806', '#f1a340', '#f6dfbd', '#d9d8de', '#d0cbe6', '#998ec3', '#542788'] as const;

/** The ramp as GLSL: 0 as much less as the scale goes, ½ no difference beyond chance, 1 as much more. */
export function differenceRampGlsl(): string {
  return rampGlsl('differenceColour', differenceRamp);
}
