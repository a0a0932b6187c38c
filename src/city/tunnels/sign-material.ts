import { type IUniform, ShaderMaterial, Vector2 } from 'three';
import { troubles } from '../../state/section-state';
import { flagGlsl } from '../stage/element-flags';
import { colourGlsl } from '../stage/ramp-glsl';
import type { CityUniforms } from '../stage/uniforms';
import { readSectionGlsl, type TunnelUniforms } from './solid-material';
import { darkColour, fireColour, gasShareRamp, waterColour } from './tunnel-colours';
import { CREW_SIGN, ROBOT_SIGN } from './tunnel-signs';

export interface SignUniforms extends Record<string, IUniform> {
  uScreen: IUniform<Vector2>;
  uDpr: IUniform<number>;
}

export function signUniforms(): SignUniforms {
  return { uScreen: { value: new Vector2(1, 1) }, uDpr: { value: 1 } };
}

/** Room around a sign for its pulse. */
const ROOM = 1.9;

const vertexShader = /* glsl */ `
attribute vec4 aPlace;
attribute vec4 aSign;
uniform vec2 uScreen;
uniform float uDpr;
${readSectionGlsl}
flat varying int vKind;
flat varying float vPulses;
flat varying float vShare;
flat varying float vTint;
varying vec2 vAt;
void main() {
  vKind = int(aSign.x + 0.5);
  vPulses = aSign.y;
  vShare = aSign.z;
  vTint = aSign.w < -0.5 || vKind >= ${CREW_SIGN} ? 0.0 : sectionTexel(int(aSign.w + 0.5), 1).z;
  vAt = position.xy * ${ROOM.toFixed(1)};
  vec4 c = projectionMatrix * viewMatrix * vec4(aPlace.xyz, 1.0);
  // People stand below the sign of what they come for, however far away both are.
  vec2 aside = vec2(0.0, vKind == ${CREW_SIGN} ? -2.1 : 0.0);
  c.xy += (vAt + aside) * 0.5 * aPlace.w * uDpr / (0.5 * uScreen) * c.w;
  // Alarms stand before everything, people and robots where they are.
  if (vKind < ${CREW_SIGN} || vShare > 0.0) c.z = -0.985 * c.w;
  gl_Position = c;
}
`;

const index = (name: (typeof troubles)[number]) => troubles.indexOf(name);

const fragmentShader = /* glsl */ `
uniform float uRoom;
uniform float uPulse;
flat varying int vKind;
flat varying float vPulses;
flat varying float vShare;
flat varying float vTint;
varying vec2 vAt;
${flagGlsl}
float segment(vec2 p, vec2 a, vec2 b) {
  vec2 w = p - a;
  vec2 v = b - a;
  return length(w - v * clamp(dot(w, v) / dot(v, v), 0.0, 1.0));
}
float box(vec2 p, vec2 h) {
  vec2 q = abs(p) - h;
  return length(max(q, 0.0)) + min(max(q.x, q.y), 0.0);
}
/** Distance to the strokes of a sign, positive outside. */
float glyph(vec2 p) {
  if (vKind == ${index('fire')}) {
    // A flame: a drop with its tip aside.
    vec2 q = p + vec2(0.0, 0.16);
    float drop = length(q) - 0.34;
    float tip = max(abs(p.x + 0.1 * (p.y - 0.1)) - 0.36 * (1.0 - clamp((p.y + 0.1) / 0.72, 0.0, 1.0)), -(p.y + 0.12));
    tip = max(tip, p.y - 0.62);
    return max(min(drop, tip), 0.13 - length(p + vec2(0.0, 0.22)));
  }
  if (vKind == ${index('gas')}) {
    // Bubbles that rise.
    return min(min(abs(length(p - vec2(-0.2, -0.2)) - 0.2), abs(length(p - vec2(0.24, 0.0)) - 0.15)), abs(length(p - vec2(-0.05, 0.38)) - 0.1)) - 0.05;
  }
  if (vKind == ${index('flood')}) {
    float wave = 0.1 * sin(p.x * 7.5);
    float lines = min(abs(p.y - 0.26 - wave), min(abs(p.y - wave), abs(p.y + 0.26 - wave)));
    return max(lines - 0.065, abs(p.x) - 0.52);
  }
  if (vKind == ${index('dark')}) {
    float bolt = min(segment(p, vec2(0.14, 0.5), vec2(-0.18, -0.02)), min(segment(p, vec2(-0.18, -0.02), vec2(0.18, 0.04)), segment(p, vec2(0.18, 0.04), vec2(-0.12, -0.5))));
    return min(bolt, segment(p, vec2(-0.45, 0.4), vec2(0.45, -0.4))) - 0.06;
  }
  if (vKind == ${index('shut')}) return box(p, vec2(0.46, 0.13));
  if (vKind == ${index('fans')}) {
    float blades = length(p) - 0.11;
    for (int k = 0; k < 3; k++) {
      float turn = 0.5 + 2.0944 * float(k);
      vec2 q = mat2(cos(turn), -sin(turn), sin(turn), cos(turn)) * p;
      blades = min(blades, length((q - vec2(0.08, 0.3)) * vec2(1.0, 0.62)) - 0.16);
    }
    return blades;
  }
  if (vKind == ${index('unheard')}) {
    float arcs = min(abs(length(p + vec2(0.0, 0.3)) - 0.3), abs(length(p + vec2(0.0, 0.3)) - 0.6));
    arcs = max(arcs - 0.055, -(p.y + 0.3 - abs(p.x)));
    return min(min(arcs, length(p + vec2(0.0, 0.3)) - 0.1), segment(p, vec2(-0.42, 0.42), vec2(0.42, -0.42)) - 0.05);
  }
  if (vKind == ${CREW_SIGN}) {
    // A person with a helmet.
    float body = max(length((p + vec2(0.0, 0.52)) * vec2(1.0, 0.85)) - 0.42, -(p.y + 0.5));
    return min(min(length(p - vec2(0.0, 0.16)) - 0.2, box(p - vec2(0.0, 0.27), vec2(0.27, 0.035))), body);
  }
  return min(box(p, vec2(0.34, 0.24)), segment(p, vec2(0.0, 0.2), vec2(0.0, 0.55)) - 0.05);
}
void main() {
  float px = fwidth(vAt.x);
  vec2 p = vAt;
  bool isTrouble = vKind < ${CREW_SIGN};
  bool isGrave = vPulses > 0.5;
  // Alarms are diamonds, other states round, people round with a ring, robots square: told apart without colour.
  float r = isGrave ? (abs(p.x) + abs(p.y)) * 0.82 : vKind == ${ROBOT_SIGN} ? max(abs(p.x), abs(p.y)) * 1.05 : length(p);
  vec3 paper = vec3(0.93, 0.91, 0.87);
  vec3 ink = vec3(0.03, 0.035, 0.04);
  vec3 tone = vec3(0.12, 0.13, 0.15);
  if (vKind == ${index('fire')}) tone = ${colourGlsl(fireColour)};
  if (vKind == ${index('gas')}) tone = ${colourGlsl(gasShareRamp[3])};
  if (vKind == ${index('flood')}) tone = ${colourGlsl(waterColour)};
  if (vKind == ${index('dark')}) tone = ${colourGlsl(darkColour)};
  if (vKind == ${CREW_SIGN}) tone = vec3(0.03, 0.16, 0.42);
  if (vKind == ${ROBOT_SIGN}) tone = vec3(0.1, 0.3, 0.3);
  vec4 tint = flagTint(vTint);
  float body = clamp((0.96 - r) / px + 0.5, 0.0, 1.0);
  float inner = clamp((0.8 - r) / px + 0.5, 0.0, 1.0);
  vec2 g = p * (isGrave ? 1.28 : 1.2);
  float stroke = clamp(-glyph(g) / (px * 1.25) + 0.5, 0.0, 1.0);
  vec3 rim = isGrave ? vec3(0.45, 0.02, 0.03) : mix(ink, paper, uRoom);
  if (tint.a > 0.2) rim = tint.rgb;
  vec3 face = isTrouble && !isGrave ? tone : isGrave ? paper : tone;
  vec3 mark = isGrave ? tone : paper;
  vec3 colour = mix(rim, mix(face, mark, stroke), inner);
  float alpha = body;
  if (vKind == ${CREW_SIGN} && vShare < 1.0) {
    // So much of the way lies behind them.
    float turn = atan(p.x, p.y) / 6.2832;
    float gone = step(fract(turn + 1.0), vShare);
    colour = mix(colour, mix(vec3(0.35), vec3(0.98, 0.72, 0.2), gone), body * (1.0 - inner));
  }
  if (isGrave) {
    // A ring goes out from it, less than once a second.
    float ringAt = mix(1.0, 1.75, uPulse);
    float ring = clamp((0.09 - abs(r - ringAt)) / px + 0.5, 0.0, 1.0) * (1.0 - uPulse) * step(0.0, uPulse);
    colour = mix(vec3(0.72, 0.03, 0.05), colour, body);
    alpha = max(alpha, ring * 0.85);
  }
  if (alpha < 0.01) discard;
  gl_FragColor = vec4(colour, alpha);
  #include <colorspace_fragment>
}
`;

/** Signs of sections, people and robots: each state has a form of its own. */
export function signMaterial(city: CityUniforms, shared: TunnelUniforms, own: SignUniforms): ShaderMaterial {
  return new ShaderMaterial({
    name: 'tunnel-sign',
    transparent: true,
    depthWrite: false,
    toneMapped: false,
    fog: false,
    uniforms: { ...shared, ...own, uRoom: city.uRoom },
    vertexShader,
    fragmentShader,
  });
}
