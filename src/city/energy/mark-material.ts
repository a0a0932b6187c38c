import { ShaderMaterial } from 'three';
import { MarkKind } from '../build/energy/built-energy';
import { flagGlsl } from '../stage/element-flags';
import { colourGlsl, rampGlsl } from '../stage/ramp-glsl';
import type { CityUniforms } from '../stage/uniforms';
import { LARGE_PIXELS, SMALL_PIXELS, SMALL_WITHIN_M_A_PIXEL } from './drawn-sizes';
import { deadColour, loadingRamp, overloadColour } from './energy-colours';
import { ENERGY_COLUMNS } from './energy-state';
import type { EnergyUniforms } from './line-material';

const vertexShader = /* glsl */ `
attribute vec4 aPlace;
attribute vec3 aSign;
uniform sampler2D uState;
uniform vec2 uScreen;
uniform float uDpr;
uniform float uMetresAPixel;
uniform vec4 uCarriers;
flat varying vec3 vState;
flat varying int vKind;
flat varying float vLarge;
varying vec2 vAt;
void main() {
  int row = int(aSign.y + 0.5);
  vKind = int(aSign.x + 0.5);
  vLarge = aSign.z;
  vState = aSign.y < -0.5 ? vec3(1.0, 0.0, 0.0) : texelFetch(uState, ivec2(row % ${ENERGY_COLUMNS}, row / ${ENERGY_COLUMNS}), 0).rgb;
  vec4 p = viewMatrix * vec4(aPlace.xyz, 1.0);
  float metresAPixel = uMetresAPixel * -p.z;
  bool isLarge = vLarge > 0.5;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  vAt = position.xy;
  if (vKind != ${MarkKind.station} && uCarriers.x < 0.5) return;
  if (p.z > -1.0 || (!isLarge && metresAPixel > ${SMALL_WITHIN_M_A_PIXEL.toFixed(2)})) return;
  vec4 c = projectionMatrix * vec4(p.xyz * 0.9965, 1.0);
  float halfPx = 0.5 * uDpr * (isLarge ? ${LARGE_PIXELS.toFixed(1)} : ${SMALL_PIXELS.toFixed(1)});
  c.xy += (position.xy * (halfPx + 1.0) + vec2(aPlace.w * uDpr, 0.0)) / (0.5 * uScreen) * c.w;
  // Signs seen from afar stand before everything, as names do.
  if (isLarge) c.z = -0.98 * c.w;
  gl_Position = c;
}
`;

const fragmentShader = /* glsl */ `
uniform float uRoom;
flat varying vec3 vState;
flat varying int vKind;
flat varying float vLarge;
varying vec2 vAt;
${flagGlsl}
${rampGlsl('loadingColour', loadingRamp)}
float segment(vec2 p, vec2 a, vec2 b) {
  vec2 w = p - a;
  vec2 v = b - a;
  return length(w - v * clamp(dot(w, v) / dot(v, v), 0.0, 1.0));
}
float frame(vec2 p, vec2 h) {
  vec2 q = abs(p) - h;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}
/** Distance to the strokes of a sign, as electricians draw it. */
float sign_(vec2 p) {
  if (vKind == ${MarkKind.transformer}) return min(abs(length(p - vec2(0.0, 0.19)) - 0.3), abs(length(p + vec2(0.0, 0.19)) - 0.3));
  if (vKind == ${MarkKind.supply}) {
    float mast = min(segment(p, vec2(-0.28, -0.5), vec2(0.0, 0.52)), segment(p, vec2(0.28, -0.5), vec2(0.0, 0.52)));
    return min(mast, min(segment(p, vec2(-0.4, 0.12), vec2(0.4, 0.12)), segment(p, vec2(-0.2, -0.2), vec2(0.2, -0.2))));
  }
  if (vKind == ${MarkKind.sun}) {
    vec2 q = vec2(p.x + 0.3 * p.y, p.y);
    float panel = abs(frame(q, vec2(0.46, 0.32)));
    return min(panel, min(abs(q.y) + step(0.46, abs(q.x)), min(abs(q.x - 0.15), abs(q.x + 0.15)) + step(0.32, abs(q.y))));
  }
  if (vKind == ${MarkKind.wind}) {
    float blades = 1.0;
    for (int k = 0; k < 3; k++) {
      float turn = 1.5708 + 2.0944 * float(k);
      blades = min(blades, segment(p - vec2(0.0, 0.12), vec2(0.0), 0.44 * vec2(cos(turn), sin(turn))));
    }
    return min(blades, segment(p, vec2(0.0, 0.12), vec2(0.0, -0.56)));
  }
  if (vKind == ${MarkKind.battery}) {
    float box = abs(frame(p + vec2(0.05, 0.0), vec2(0.42, 0.26)));
    return min(box, min(segment(p, vec2(0.46, -0.08), vec2(0.46, 0.08)), min(segment(p, vec2(-0.2, 0.0), vec2(0.1, 0.0)), segment(p, vec2(-0.05, -0.13), vec2(-0.05, 0.13)))));
  }
  return min(segment(p, vec2(0.14, 0.52), vec2(-0.2, -0.02)), min(segment(p, vec2(-0.2, -0.02), vec2(0.2, 0.04)), segment(p, vec2(0.2, 0.04), vec2(-0.12, -0.52))));
}
void main() {
  float px = fwidth(vAt.x);
  vec2 p = vAt * (1.0 + px);
  bool isStation = vKind == ${MarkKind.station};
  float r = isStation ? max(abs(p.x) * 0.5 + abs(p.y) * 0.866, abs(p.x)) + 0.06 : length(p);
  float body = clamp((0.95 - r) / px + 0.5, 0.0, 1.0);
  bool isLink = vKind == ${MarkKind.transformer};
  bool isDead = isLink ? vState.x < -0.5 : vState.x <= 0.0;
  vec3 paper = mix(vec3(0.95, 0.92, 0.86), vec3(0.012, 0.019, 0.032), uRoom);
  vec3 ink = mix(vec3(0.016, 0.02, 0.026), vec3(0.8, 0.86, 0.92), uRoom);
  vec3 rim = isLink ? loadingColour(clamp(vState.x, 0.0, 1.0)) : mix(vec3(0.03, 0.09, 0.3), vec3(0.34, 0.48, 1.0), uRoom);
  if (isLink && vState.x > 1.0) rim = ${colourGlsl(overloadColour)};
  if (isDead) { rim = ${colourGlsl(deadColour)}; paper = vec3(0.13); ink = vec3(0.62); }
  vec4 tint = flagTint(vState.z);
  float rimWidth = 0.17;
  if (tint.a > 0.2) { rim = tint.rgb; rimWidth = 0.26; }
  vec3 colour;
  if (vLarge > 0.5) {
    float glyph = clamp((0.075 - sign_(p * 1.12)) / px + 0.5, 0.0, 1.0);
    float inner = clamp((0.95 - rimWidth - r) / px + 0.5, 0.0, 1.0);
    colour = mix(rim, mix(paper, ink, glyph), inner);
    if (isDead) colour = mix(colour, vec3(0.9), clamp((0.07 - abs(p.x + p.y) * 0.7071) / px + 0.5, 0.0, 1.0));
  } else {
    float inner = clamp((0.62 - r) / px + 0.5, 0.0, 1.0);
    colour = mix(ink, rim, inner);
    if (isDead) colour = mix(vec3(0.75), rim, inner);
    if (tint.a > 0.2) colour = mix(rim, paper, inner * 0.5);
  }
  if (body < 0.01) discard;
  gl_FragColor = vec4(colour, body);
  #include <colorspace_fragment>
}
`;

/** Round signs that face the eye; stations have six sides. */
export function markMaterial(city: CityUniforms, shared: EnergyUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'energy-mark',
    transparent: true,
    depthWrite: false,
    toneMapped: false,
    fog: false,
    uniforms: { ...shared, uRoom: city.uRoom },
    vertexShader,
    fragmentShader,
  });
}
