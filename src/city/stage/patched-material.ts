import { type IUniform, MeshLambertMaterial, type MeshLambertMaterialParameters } from 'three';
import { useOrder } from '../build/buildings/facade-styles';
import { OPENING_REACH_M } from '../build/tunnels/built-tunnels';
import { mistGlsl } from './mist-glsl';
import { patternGlsl } from './pattern-glsl';
import type { CityUniforms } from './uniforms';

export interface Patch {
  /** Names the program: materials with one name share it. */
  readonly name: string;
  readonly parameters?: MeshLambertMaterialParameters;
  readonly uniforms?: Readonly<Record<string, IUniform>>;
  /** Declarations, and statements that may change `transformed` and `objectNormal`. */
  readonly vertexHead?: string;
  readonly vertexNormal?: string;
  readonly vertexBody?: string;
  readonly fragmentHead?: string;
  /** Sets `diffuseColor` and adds to `glow`, which no lamp has to shine on. */
  readonly fragmentBody?: string;
}

const vertexCommon = /* glsl */ `
varying vec3 vWorld;
varying vec3 vUp;
`;

/** Small tools of all our shaders. */
const fragmentCommon = /* glsl */ `
uniform vec3 uSunDirection;
uniform vec3 uZenith;
uniform vec3 uHorizon;
uniform float uNight;
uniform float uRoom;
uniform float uShowFlow;
uniform float uShowDifference;
uniform float uShowEnergy;
uniform sampler2D uGroundMaps;
uniform sampler2D uGroundPicture;
uniform vec4 uMapFrame;
uniform float uLit[USES];
uniform float uShowTunnels;
uniform sampler2D uOpening;
uniform float uCloud;
uniform float uWet;
uniform float uRain;
uniform float uFall;
uniform vec3 uSnow;
varying vec3 vWorld;
varying vec3 vUp;

vec2 groundUv(vec3 p) { return (vec2(p.x, -p.z) - uMapFrame.xy) * uMapFrame.zw; }
vec2 shadeAndLight(vec3 p) { return texture2D(uGroundMaps, groundUv(p)).rg; }

${patternGlsl}
/** How much is left of the ground: all of it, or over galleries only so much; its edge is inked. */
float groundLeft(vec3 p, float least, inout vec3 colour) {
  if (uShowTunnels <= 0.0) return 1.0;
  float away = (texture2D(uOpening, groundUv(p)).r - 0.5) * ${(2 * OPENING_REACH_M).toFixed(1)};
  float w = max(fwidth(away), 0.12);
  colour *= 1.0 - 0.55 * uShowTunnels * band(away - 0.3, 0.3, w);
  return 1.0 - uShowTunnels * (1.0 - least) * clamp(0.5 - away / w, 0.0, 1.0);
}
vec3 skyTowards(vec3 d) {
  float sun = max(0.0, dot(d, uSunDirection));
  vec3 sky = mix(uHorizon, uZenith, smoothstep(0.0, 0.7, max(d.y, 0.0)));
  return sky + (1.0 - uNight) * vec3(1.0, 0.85, 0.6) * (0.35 * pow(sun, 24.0) + 2.0 * pow(sun, 700.0)) * (1.0 - smoothstep(0.5, 0.95, uCloud));
}
vec3 nightGround(vec3 colour) {
  float light = dot(colour, vec3(0.3, 0.55, 0.15));
  return mix(colour, vec3(0.072, 0.088, 0.11) * (0.35 + 1.1 * light), uRoom);
}
const vec3 LAMP = vec3(1.0, 0.66, 0.34);
/** Snow over a colour: where it looks up, thin in patches first, white; the control room darkens it with what it lies on. */
vec3 snowed(vec3 colour, float cover, float up, vec3 p) {
  if (cover <= 0.0) return colour;
  float grain = 0.65 * softNoise(p.xz * 0.35) + 0.35 * softNoise(p.xz * 1.7);
  float lies = smoothstep(0.3, 0.72, up) * smoothstep(0.0, 0.28, cover * 1.28 - grain * (1.0 - 0.25 * cover));
  return mix(colour, vec3(0.95, 0.96, 0.97), lies * 0.96);
}
/** What falling drops do to standing water: rings that grow and fade, one in each cell at a time. */
vec2 rings(vec2 p, float density) {
  vec2 slope = vec2(0.0);
  for (int k = 0; k < 2; k++) {
    vec2 q = p * (k == 0 ? 1.0 : 1.37) + float(k) * 7.3;
    vec2 cell = floor(q);
    float seed = chance(cell + 91.0 * float(k));
    float age = fract(uFall * (k == 0 ? 9.0 : 11.0) + seed);
    if (chance(cell + floor(uFall * 9.0 + seed)) > density) continue;
    vec2 to = fract(q) - 0.5 - 0.36 * (vec2(seed, fract(seed * 57.0)) - 0.5);
    float away = length(to);
    float wave = sin((away - 0.42 * age) * 48.0) * smoothstep(0.09, 0.0, abs(away - 0.42 * age)) * (1.0 - age);
    slope += to / max(away, 0.02) * wave;
  }
  return slope;
}
${mistGlsl}`;

/** After the usual haze; lamps light the fog about them. Opened ground over galleries is looked into as if there were none. */
const misty = /* glsl */ `
if (uMist.x + uMist.y > 0.0) {
  float veil = mistTowards(vWorld);
  vec3 lit = uMistColour + LAMP * shadeAndLight(vWorld).g * uNight * 0.3 * min(1.0, uMist.y * 60.0);
  gl_FragColor.rgb = mix(gl_FragColor.rgb, lit, veil);
}
`;

/** A Lambert material that keeps three's lights, shadows and fog and lets the city decide colour and glow. */
export function patchedMaterial(patch: Patch, city: CityUniforms): MeshLambertMaterial {
  const material = new MeshLambertMaterial(patch.parameters);
  material.defines = { ...material.defines, USES: useOrder.length };
  material.onBeforeCompile = (shader) => {
    Object.assign(shader.uniforms, city, patch.uniforms);
    shader.vertexShader = shader.vertexShader
      .replace('#include <common>', `#include <common>\n${vertexCommon}${patch.vertexHead ?? ''}`)
      .replace('#include <beginnormal_vertex>', `#include <beginnormal_vertex>\n${patch.vertexNormal ?? ''}`)
      .replace(
        '#include <begin_vertex>',
        `#include <begin_vertex>\n${patch.vertexBody ?? ''}\nvWorld = (modelMatrix * vec4(transformed, 1.0)).xyz;\nvUp = objectNormal;`,
      );
    shader.fragmentShader = shader.fragmentShader
      .replace('#include <common>', `#include <common>\n${fragmentCommon}${patch.fragmentHead ?? ''}`)
      .replace('#include <color_fragment>', `vec3 glow = vec3(0.0);\n${patch.fragmentBody ?? ''}`)
      .replace('#include <emissivemap_fragment>', 'totalEmissiveRadiance += glow;')
      .replace('#include <fog_fragment>', `#include <fog_fragment>\n${misty}`);
  };
  material.customProgramCacheKey = () => `cityloom-${patch.name}`;
  material.name = patch.name;
  return material;
}
