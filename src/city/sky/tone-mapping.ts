import { CustomToneMapping, ShaderChunk, type WebGLRenderer } from 'three';

const EMPTY = 'vec3 CustomToneMapping( vec3 color ) { return color; }';

/**
 * Colours pass unchanged up to three quarters of white, so that a legend's colour is that colour in the city, and are
 * bent over above. The bend is that of Khronos' PBR Neutral (2024); its lift of the darks is left out, which turned a
 * night of blue-grey into a saturated navy.
 */
const OURS = /* glsl */ `
vec3 CustomToneMapping(vec3 color) {
  color *= toneMappingExposure;
  float peak = max(color.r, max(color.g, color.b));
  const float start = 0.76;
  if (peak < start) return color;
  float room = 1.0 - start;
  float bent = 1.0 - room * room / (peak + room - start);
  float pale = 1.0 - 1.0 / (0.15 * (peak - bent) + 1.0);
  return mix(color * bent / peak, vec3(bent), pale);
}
`;

export function bendHighlights(gl: WebGLRenderer): void {
  ShaderChunk.tonemapping_pars_fragment = ShaderChunk.tonemapping_pars_fragment.replace(EMPTY, OURS);
  gl.toneMapping = CustomToneMapping;
}
