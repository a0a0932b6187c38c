import { type IUniform, ShaderMaterial, Vector2 } from 'three';
import { families, familyColours } from '../../state/cause-map';
import { colourGlsl } from '../stage/ramp-glsl';

export interface ChainUniforms extends Record<string, IUniform> {
  uScreen: IUniform<Vector2>;
  uDpr: IUniform<number>;
  /** Seconds since the layer was made, and of the run's own motion: a stopped clock stops what travels. */
  uNow: IUniform<number>;
  uPhase: IUniform<number>;
}

export function chainUniforms(): ChainUniforms {
  return { uScreen: { value: new Vector2(1, 1) }, uDpr: { value: 1 }, uNow: { value: 0 }, uPhase: { value: 0 } };
}

/** Bow of a way: so much of its length, between these bounds. */
const BOW = 0.2;
const LEAST_BOW_M = 14;
const MOST_BOW_M = 420;
const WAY_PIXELS = 6;
const PLACE_PIXELS = 17;
const FOCUS_PIXELS = 30;
const GROWS_S = 0.8;

const colourOf = /* glsl */ `
vec3 familyColour(float family) {
${families.map((name, i) => `  if (family < ${i}.5) return ${colourGlsl(familyColours[name])};`).join('\n')}
  return vec3(1.0);
}
`;

const wayVertex = /* glsl */ `
attribute vec3 aFrom;
attribute vec3 aTo;
attribute vec2 aSign;
uniform vec2 uScreen;
uniform float uDpr;
flat varying float vFamily;
flat varying float vStart;
flat varying float vLengthPx;
varying float vAlong;
varying float vSide;
vec3 onBow(float t) {
  float bow = clamp(${BOW.toFixed(2)} * length(aTo - aFrom), ${LEAST_BOW_M.toFixed(1)}, ${MOST_BOW_M.toFixed(1)});
  return mix(aFrom, aTo, t) + vec3(0.0, bow * 4.0 * t * (1.0 - t), 0.0);
}
vec2 onScreen(vec4 c) { return 0.5 * uScreen * c.xy / max(c.w, 1e-3); }
void main() {
  float t = position.x;
  vFamily = aSign.x;
  vStart = aSign.y;
  vAlong = t;
  vSide = position.y;
  vec4 c = projectionMatrix * viewMatrix * vec4(onBow(t), 1.0);
  vec4 before = projectionMatrix * viewMatrix * vec4(onBow(max(0.0, t - 0.02)), 1.0);
  vec4 after = projectionMatrix * viewMatrix * vec4(onBow(min(1.0, t + 0.02)), 1.0);
  vec4 first = projectionMatrix * viewMatrix * vec4(aFrom, 1.0);
  vec4 last = projectionMatrix * viewMatrix * vec4(aTo, 1.0);
  vLengthPx = min(4000.0, length(onScreen(last) - onScreen(first))) / uDpr;
  gl_Position = vec4(2.0, 2.0, 2.0, 1.0);
  if (c.w < 1.0 || before.w < 1.0 || after.w < 1.0) return;
  vec2 along = onScreen(after) - onScreen(before);
  vec2 across = length(along) > 1e-4 ? normalize(vec2(-along.y, along.x)) : vec2(1.0, 0.0);
  c.xy += across * position.y * ${(WAY_PIXELS / 2).toFixed(1)} * uDpr / (0.5 * uScreen) * c.w;
  gl_Position = c;
}
`;

const wayFragment = /* glsl */ `
uniform float uNow;
uniform float uPhase;
flat varying float vFamily;
flat varying float vStart;
flat varying float vLengthPx;
varying float vAlong;
varying float vSide;
${colourOf}
void main() {
  float grown = clamp((uNow - vStart) / ${GROWS_S.toFixed(2)}, 0.0, 1.0);
  if (vAlong > grown || grown <= 0.0) discard;
  float side = abs(vSide);
  vec3 colour = familyColour(vFamily);
  // Arrows without heads: light runs from cause to effect.
  float runs = fract(vAlong * max(1.0, vLengthPx / 90.0) - uPhase);
  float light = smoothstep(0.55, 1.0, runs);
  float core = 1.0 - smoothstep(0.45, 0.62, side);
  vec3 rim = vec3(0.02, 0.025, 0.03);
  float body = 1.0 - smoothstep(0.86, 1.0, side);
  colour = mix(rim, mix(colour, vec3(1.0), 0.6 * light), core);
  float tip = grown < 1.0 ? smoothstep(grown - 0.04, grown, vAlong) : 0.0;
  gl_FragColor = vec4(mix(colour, vec3(1.0), tip * core), body * (0.55 + 0.4 * core));
  #include <colorspace_fragment>
}
`;

const placeVertex = /* glsl */ `
attribute vec3 aPlace;
attribute vec3 aSign;
uniform vec2 uScreen;
uniform float uDpr;
flat varying vec3 vSign;
varying vec2 vAt;
void main() {
  vSign = aSign;
  float px = aSign.z > 0.5 ? ${FOCUS_PIXELS.toFixed(1)} : ${PLACE_PIXELS.toFixed(1)};
  vAt = position.xy * 1.2;
  vec4 c = projectionMatrix * viewMatrix * vec4(aPlace, 1.0);
  c.xy += vAt * 0.5 * px * uDpr / (0.5 * uScreen) * c.w;
  c.z = -0.98 * c.w;
  gl_Position = c.w < 1.0 ? vec4(2.0, 2.0, 2.0, 1.0) : c;
}
`;

const placeFragment = /* glsl */ `
uniform float uNow;
uniform float uPhase;
flat varying vec3 vSign;
varying vec2 vAt;
${colourOf}
void main() {
  // A place appears as the way to it arrives.
  float shown = clamp((uNow - vSign.y - ${(GROWS_S * 0.8).toFixed(2)}) / 0.25, 0.0, 1.0);
  float r = length(vAt) / max(0.05, shown);
  float px = fwidth(length(vAt));
  float disc = clamp((0.98 - r) / px, 0.0, 1.0);
  if (disc <= 0.0 || shown <= 0.0) discard;
  vec3 colour = familyColour(vSign.x);
  vec3 rim = vec3(0.02, 0.025, 0.03);
  vec3 found = mix(rim, colour, clamp((0.78 - r) / px, 0.0, 1.0));
  if (vSign.z > 0.5) {
    found = mix(found, rim, clamp((0.56 - r) / px, 0.0, 1.0));
    found = mix(found, vec3(1.0), clamp((0.42 - r) / px, 0.0, 1.0));
  }
  gl_FragColor = vec4(found, disc);
  #include <colorspace_fragment>
}
`;

const common = { transparent: true, depthWrite: false, depthTest: false, toneMapped: false, fog: false } as const;

export const wayMaterial = (uniforms: ChainUniforms): ShaderMaterial =>
  new ShaderMaterial({
    name: 'chain-way',
    ...common,
    uniforms,
    vertexShader: wayVertex,
    fragmentShader: wayFragment,
  });

export const placeMaterial = (uniforms: ChainUniforms): ShaderMaterial =>
  new ShaderMaterial({
    name: 'chain-place',
    ...common,
    uniforms,
    vertexShader: placeVertex,
    fragmentShader: placeFragment,
  });
