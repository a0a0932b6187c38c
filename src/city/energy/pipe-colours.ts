import { carrierColours } from '../../ui/carrier-colours';
import { LineKind } from '../build/energy/built-energy';
import { colourGlsl, rampGlsl } from '../stage/ramp-glsl';

/** Water by its temperature: what has gone cold is grey, warm loops are orange, hot ones red; cold ones blue, paler as they warm. */
export const HEAT_C = { from: 15, to: 95 } as const;
export const COLD_C = { from: 4, to: 20 } as const;
export const heatRamp = [
  '#8b8078',
  '#c99a72',
  carrierColours.warmth,
  '#d4724b',
  carrierColours.heat,
  '#ad2b2b',
] as const;
export const coldRamp = ['#2f7fbd', carrierColours.cooling, '#8cc4d6', '#9aa5a8'] as const;
/** Gas by its pressure over what its level should have. */
export const gasRamp = ['#6d5320', carrierColours.gas, '#d9ab35'] as const;

/** The colour of a pipe: of its carrier alone as long as nothing is known of it. */
export const pipeColoursGlsl = `
${rampGlsl('heatColour', heatRamp)}
${rampGlsl('coldColour', coldRamp)}
${rampGlsl('gasColour', gasRamp)}
vec3 pipeColour(int kind, bool isKnown, float x) {
  if (kind == ${LineKind.heat}) return isKnown ? heatColour(clamp((x - ${HEAT_C.from.toFixed(1)}) / ${(HEAT_C.to - HEAT_C.from).toFixed(1)}, 0.0, 1.0)) : ${colourGlsl(carrierColours.heat)};
  if (kind == ${LineKind.cooling}) return isKnown ? coldColour(clamp((x - ${COLD_C.from.toFixed(1)}) / ${(COLD_C.to - COLD_C.from).toFixed(1)}, 0.0, 1.0)) : ${colourGlsl(carrierColours.cooling)};
  return isKnown ? gasColour(clamp(x, 0.0, 1.0)) : ${colourGlsl(carrierColours.gas)};
}
`;
