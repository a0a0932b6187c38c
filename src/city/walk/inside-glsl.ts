import { patternGlsl } from '../stage/pattern-glsl';
import { rampGlsl } from '../stage/ramp-glsl';
import { gasShareRamp } from '../tunnels/tunnel-colours';
import { LAYER_CELLS } from './layer-map';
import { LAMP_APART_M, LAMP_FIRST_M, LAMP_LONG_M, LAMP_UNDER_ROOF_M } from './section-shell';

const f = (value: number) => value.toFixed(3);

/** Share of full colour that gas may take from what lies behind it: one has to see where one is. */
const MOST_GAS_DEPTH = '1.1';
const STEPS = 10;

/**
 * Light and air of a section, all in its own measures (metres along, above the floor, to the left): lamps as tubes under
 * the roof, the visitor's torch where they are dark, a fire's glow; and what a look passes through on its way, gas by its
 * concentration and smoke by its extinction, layer by layer and metre by metre as the frame has them.
 */
export const insideGlsl = /* glsl */ `
uniform vec3 uEye;
uniform vec3 uLook;
uniform float uFrom;
uniform float uTo;
uniform float uHeight;
uniform float uHalf;
uniform float uLampLeft;
uniform float uLit;
uniform float uTorch;
uniform float uDay;
uniform float uTime;
uniform vec3 uFire;
uniform sampler2D uLayers;
uniform float uLayerFrom;
uniform vec2 uLayerRange;
uniform int uHasLayers;
${rampGlsl('gasShareColour', gasShareRamp)}
${patternGlsl}
/** Lamps near a place: what falls on a surface there. */
float lampsOn(vec3 p, vec3 n) {
  float k0 = floor((p.x - uFrom - ${f(LAMP_FIRST_M)}) / ${f(LAMP_APART_M)});
  float sum = 0.0;
  for (int k = -1; k <= 2; k++) {
    float at = uFrom + ${f(LAMP_FIRST_M)} + ${f(LAMP_APART_M)} * (k0 + float(k));
    if (at < uFrom || at > uTo - ${f(LAMP_LONG_M)}) continue;
    vec3 l = vec3(at - p.x, uHeight - ${f(LAMP_UNDER_ROOF_M)} - p.y, uLampLeft - p.z);
    l.x = sign(l.x) * max(abs(l.x) - ${f(LAMP_LONG_M / 2)}, 0.0);
    float d2 = dot(l, l);
    float d = sqrt(d2) + 1e-3;
    float falls = clamp(0.3 + 0.8 * l.y / d, 0.12, 1.0);
    sum += max(dot(n, l) / d, 0.0) * falls / (0.42 * d2 + 0.5);
  }
  return sum;
}
/** All light on a surface, and the dark of corners. */
vec3 lightOn(vec3 p, vec3 n) {
  float corner = min(min(p.y, uHeight - p.y), uHalf - abs(p.z));
  float shade = 0.62 + 0.38 * smoothstep(-0.02, 0.5, corner);
  vec3 light = vec3(1.0, 0.97, 0.9) * uLit * (0.5 * shade + 1.35 * shade * lampsOn(p, n));
  light += vec3(0.008, 0.009, 0.012);
  if (uTorch > 0.0) {
    vec3 l = p - uEye;
    float d = length(l) + 1e-3;
    float cone = smoothstep(0.72, 0.97, dot(l / d, uLook)) + 0.06;
    light += vec3(1.0, 0.96, 0.88) * uTorch * cone * (0.25 + 0.75 * max(dot(n, -l / d), 0.0)) / (0.5 + 0.045 * d * d);
  }
  if (uFire.y > 0.0) {
    vec3 l = vec3(uFire.x, 0.9, 0.0) - p;
    float d2 = dot(l, l);
    float flicker = 0.85 + 0.15 * sin(23.0 * uTime + sin(7.0 * uTime));
    light += vec3(1.0, 0.42, 0.12) * uFire.y * flicker * (0.4 + 0.6 * max(dot(n, l) * inversesqrt(d2 + 0.01), 0.0)) / (1.0 + 0.12 * d2);
  }
  return light;
}
/** Depth of the upper layer, gas in both; extinction in both. */
vec4 layerAt(float alongM, int row) {
  return texelFetch(uLayers, ivec2(int(clamp(alongM - uLayerFrom, 0.0, ${f(LAYER_CELLS - 1)})), row), 0);
}
/** What a look passes through from the eye to a place: its colour, and in the last how much of the place is left. */
vec4 through(vec3 p, float metres, float grain) {
  if (uHasLayers == 0) return vec4(0.0, 0.0, 0.0, 1.0);
  vec3 sum = vec3(0.0);
  float left = 1.0;
  float gasDepth = 0.0;
  // Only where there is anything: from and to as shares of the way.
  float dx = p.x - uEye.x;
  float inverse = 1.0 / (abs(dx) < 1e-4 ? 1e-4 : dx);
  float ta = (uLayerRange.x - uEye.x) * inverse;
  float tb = (uLayerRange.y - uEye.x) * inverse;
  float first = clamp(min(ta, tb), 0.0, 1.0);
  float span = clamp(max(ta, tb), 0.0, 1.0) - first;
  if (span <= 0.0) return vec4(0.0, 0.0, 0.0, 1.0);
  float before = 0.0;
  for (int i = 0; i < ${STEPS}; i++) {
    float next = (float(i) + 1.0) / ${STEPS}.0;
    next *= next;
    vec3 at = mix(uEye, p, first + span * mix(before, next, grain));
    float ds = (next - before) * span * metres;
    before = next;
    vec4 gas = layerAt(at.x, 0);
    vec4 smoke = layerAt(at.x, 1);
    float wave = 0.04 * sin(at.x * 1.7 + 6.2832 * uTime) + 0.03 * sin(at.x * 0.6 + at.z * 2.1);
    float edge = uHeight - gas.x + wave;
    float isUpper = smoothstep(edge - 0.06, edge + 0.06, at.y);
    float share = mix(gas.z, gas.y, isUpper);
    float gasSigma = share > 0.0 ? 0.55 * sqrt(min(share, 1.0)) : 0.0;
    gasSigma *= 1.0 - smoothstep(0.6, 1.0, gasDepth / ${MOST_GAS_DEPTH});
    float smokeSigma = mix(smoke.y, smoke.x, isUpper);
    float sigma = gasSigma + smokeSigma;
    if (sigma <= 0.0) continue;
    gasDepth += gasSigma * ds;
    float gone = 1.0 - exp(-sigma * ds);
    float glow = uFire.y / (1.0 + 0.3 * (at.x - uFire.x) * (at.x - uFire.x));
    vec3 smokeColour = vec3(0.05, 0.048, 0.045) * (0.25 + uLit + 0.5 * uTorch) + vec3(0.75, 0.25, 0.05) * 0.6 * min(glow, 1.5);
    vec3 gasColour = gasShareColour(sqrt(clamp(share, 0.0, 1.0))) * (0.4 + 0.6 * max(uLit, uTorch));
    sum += left * gone * (gasColour * gasSigma + smokeColour * smokeSigma) / sigma;
    left *= 1.0 - gone;
  }
  return vec4(sum, left);
}
`;
