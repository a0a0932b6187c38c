import { type LaidKind, laidKinds } from '../../state/gallery-lines';
import { colourGlsl, rampGlsl } from '../stage/ramp-glsl';

/**
 * Gas as a share of the lower explosive limit, ordered by lightness from concrete to nearly black, in the hue that CJJ
 * 61 gives to gas: it reads without colour vision. Stretched with the root, since what matters lies below a quarter.
 */
export const gasShareRamp = ['#cdc7bf', '#dfa3ba', '#c95a9a', '#8f2c80', '#4a1260'] as const;

/** Where on the ramp a share lies. */
export function onGasRamp(share: number): number {
  return Math.sqrt(Math.min(1, Math.max(0, share)));
}

export const waterColour = '#3f93ad';
export const fireColour = '#e0702a';
export const smokeColour = '#33302d';
export const darkColour = '#24272c';

/** Classes of CJJ 61-2017, appendix B, with their hues drawn down: pure ones glare, and alarms need the red. */
export const laidColours: Readonly<Record<LaidKind, string>> = {
  gas: '#b565b0',
  water: '#5ba8bb',
  heat: '#cf8a4a',
  cooling: '#6f8fc4',
  cable: '#b5544e',
  fibre: '#69a05f',
};

export const tunnelColoursGlsl = `
${rampGlsl('gasShareColour', gasShareRamp)}
vec3 laidColour(int kind) {
  ${laidKinds.map((kind, i) => `if (kind == ${i}) return ${colourGlsl(laidColours[kind])};`).join('\n  ')}
  return vec3(0.3);
}
`;
