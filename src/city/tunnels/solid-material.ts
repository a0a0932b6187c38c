import type { IUniform, MeshLambertMaterial, Texture } from 'three';
import { TunnelPart } from '../build/tunnels/built-tunnels';
import { flagGlsl } from '../stage/element-flags';
import { patchedMaterial } from '../stage/patched-material';
import { colourGlsl } from '../stage/ramp-glsl';
import type { CityUniforms } from '../stage/uniforms';
import { darkColour, fireColour, tunnelColoursGlsl } from './tunnel-colours';
import { LEAST_GAS, TUNNEL_COLUMNS } from './tunnel-state';

/** What the galleries' materials share. */
export interface TunnelUniforms extends Record<string, IUniform> {
  uSections: IUniform<Texture>;
  /** Runs from 0 to 1 while the clock runs, about once in one and a half seconds. */
  uPulse: IUniform<number>;
}

export const readSectionGlsl = /* glsl */ `
uniform sampler2D uSections;
vec4 sectionTexel(int slot, int k) {
  int i = 2 * slot + k;
  return texelFetch(uSections, ivec2(i % ${TUNNEL_COLUMNS}, i / ${TUNNEL_COLUMNS}), 0);
}
`;

const vertexHead = /* glsl */ `
attribute vec4 aPlace;
attribute vec3 aSign;
${readSectionGlsl}
varying vec4 vPlace;
flat varying ivec3 vSign;
flat varying vec4 vFirst;
flat varying vec4 vSecond;
`;

const vertexBody = /* glsl */ `
vPlace = aPlace;
vSign = ivec3(aSign + 0.5);
bool isSection = vSign.x < 65535;
vFirst = isSection ? sectionTexel(vSign.x, 0) : vec4(0.0, 0.0, 100.0, 15.0);
vSecond = isSection ? sectionTexel(vSign.x, 1) : vec4(0.0);
`;

const fragmentHead = /* glsl */ `
uniform float uPulse;
varying vec4 vPlace;
flat varying ivec3 vSign;
flat varying vec4 vFirst;
flat varying vec4 vSecond;
${flagGlsl}
${tunnelColoursGlsl}
/** Three by five dots a digit, rows from above. */
float digit(vec2 p, int n) {
  int bits[8] = int[8](31599, 11415, 29671, 29647, 23497, 31183, 31215, 29257);
  ivec2 c = ivec2(floor(p * vec2(3.0, 5.0)));
  if (c.x < 0 || c.x > 2 || c.y < 0 || c.y > 4) return 0.0;
  return float((bits[n] >> (c.y * 3 + (2 - c.x))) & 1);
}
`;

const fragmentBody = /* glsl */ `
int part = vSign.y;
vec3 n = normalize(vUp);
bool isInside = part <= ${TunnelPart.endWall};
int flags = int(vSecond.y + 0.5);
bool isDark = (flags & 1) != 0;
bool isShut = (flags & 16) != 0;
bool isFire = vSecond.x > 0.5 && vSecond.x < 2.5;
vec2 px = fwidth(vPlace.xy);
vec3 colour = mix(vec3(0.62, 0.605, 0.58), vec3(0.42, 0.43, 0.45), uRoom);
// Lit by lamps of its own: brightest below, a little from the east.
float shade = 0.74 + 0.2 * max(n.y, 0.0) + 0.08 * n.x + 0.04 * n.z;
if (isInside) {
  float far = smoothstep(0.25, 0.9, px.x);
  if (part == ${TunnelPart.floor}) {
    // A walkway in the middle, with its gutter.
    float across = vPlace.y - 0.5 * vPlace.w;
    colour *= 1.0 - 0.1 * band(abs(across) - 0.62, 0.05, px.y);
    colour *= 1.0 - 0.06 * pulses(vPlace.x, 5.0, 0.06, px.x);
  } else if (part == ${TunnelPart.wall}) {
    colour *= 0.86 + 0.1 * smoothstep(0.0, vPlace.w, vPlace.y);
    colour *= 1.0 - 0.12 * pulses(vPlace.x, 10.0, 0.08, px.x) * (1.0 - far);
    float lamp = pulses(vPlace.x + 4.0, 10.0, 1.2, px.x) * band(vPlace.y - (vPlace.w - 0.3), 0.06, px.y);
    if (!isDark) glow += vec3(1.0, 0.95, 0.84) * 0.5 * lamp;
  } else {
    // The fire wall with its door; a shut section's bears a bar.
    colour *= 0.82;
    vec2 d = vPlace.xy - vec2(0.5 * vPlace.z, 1.0);
    float leaf = band(d.x, 0.45, px.x) * band(d.y, 1.0, px.y);
    colour = mix(colour, isShut ? vec3(0.42, 0.08, 0.06) : vec3(0.3, 0.37, 0.34), leaf);
    if (isShut) colour = mix(colour, vec3(0.85), leaf * band(d.y - 0.1, 0.09, px.y));
  }
  float gas = vFirst.x;
  if (gas > ${LEAST_GAS.toFixed(4)}) {
    vec3 tone = gasShareColour(sqrt(clamp(gas, 0.0, 1.0)));
    colour = mix(colour, tone * 0.92, part == ${TunnelPart.endWall} ? 0.55 : 0.9);
  }
  if (isFire) {
    float flicker = 0.75 + 0.25 * sin(6.2832 * (uPulse + 0.13 * vPlace.x));
    glow += ${colourGlsl(fireColour)} * flicker * (part == ${TunnelPart.floor} ? 0.75 : 0.4);
    colour = mix(colour, ${colourGlsl(fireColour)}, 0.45);
  } else if (vSecond.x > 2.5) {
    // Burnt: sooty until it is mended.
    colour *= 0.45;
  }
  if (isDark) {
    float slope = vPlace.x + vPlace.y;
    float hatch = pulses(slope, 6.0, 0.9, fwidth(slope));
    colour = mix(${colourGlsl(darkColour)} * 1.2, vec3(0.4), 0.4 * hatch) + 0.18 * (colour - 0.5);
  }
} else if (part == ${TunnelPart.cut}) {
  colour = mix(vec3(0.2, 0.195, 0.19), vec3(0.6, 0.66, 0.74), uRoom * 0.55);
  float slope = vWorld.x + vWorld.z;
  colour *= 1.0 + 0.5 * pulses(slope, 1.2, 0.16, fwidth(slope)) * (1.0 - smoothstep(0.2, 0.6, fwidth(slope)));
} else if (part == ${TunnelPart.shaft}) {
  colour *= mix(0.5, 0.9, smoothstep(0.0, vPlace.w, vPlace.y));
} else if (part == ${TunnelPart.shaftRim}) {
  // Ways out are green, as their signs are; others are concrete.
  colour = vSign.z == 2 || vSign.z == 4 ? vec3(0.2, 0.46, 0.34) : vec3(0.5, 0.5, 0.49);
  colour = mix(colour, colour * 0.6, uRoom);
} else if (part == ${TunnelPart.pitWall} || part == ${TunnelPart.pitFloor}) {
  float depth = part == ${TunnelPart.pitWall} ? vPlace.y : 5.5;
  float layer = 0.5 + 0.5 * softNoise(vec2(vPlace.x * 0.03, depth * 0.9));
  colour = mix(vec3(0.5, 0.43, 0.34), vec3(0.37, 0.31, 0.25), clamp(depth / 6.0, 0.0, 1.0));
  colour *= 0.85 + 0.2 * layer;
  colour = mix(colour, vec3(0.06, 0.072, 0.09) * (0.7 + 0.6 * layer), uRoom);
  shade = part == ${TunnelPart.pitWall} ? 0.95 - 0.05 * depth : 0.62;
  if (part == ${TunnelPart.pitWall}) {
    // A line each metre, and every 40 m a staff with its depths.
    vec3 ink = mix(vec3(0.16, 0.13, 0.1), vec3(0.45, 0.56, 0.7), uRoom);
    float tick = pulses(depth + 0.02, 1.0, 0.04, px.y) * (1.0 - smoothstep(0.2, 0.5, px.y));
    colour = mix(colour, ink, 0.35 * tick);
    float staff = mod(vPlace.x, 40.0) - 20.0;
    float onStaff = band(staff, 0.22, px.x) * step(depth, vPlace.w);
    vec3 block = fract(0.5 * depth) < 0.5 ? vec3(0.86) : vec3(0.13, 0.14, 0.15);
    colour = mix(colour, block, onStaff * (1.0 - smoothstep(0.3, 0.9, px.x)));
    int metre = int(depth + 0.45);
    vec2 spot = vec2((staff - 0.5) / 0.5, (depth - float(metre) + 0.45) / 0.9);
    if (metre > 0 && metre < 8 && spot.y > 0.0 && spot.y < 1.0) colour = mix(colour, vec3(0.92), digit(spot, metre) * (1.0 - smoothstep(0.1, 0.3, px.x)));
  }
} else if (part == ${TunnelPart.pipe}) {
  colour = laidColour(vSign.z);
  shade = 0.62 + 0.42 * max(n.y, 0.0) + 0.06 * n.x;
  // Flanges every 12 m.
  float joint = pulses(vPlace.x, 12.0, 0.2, px.x) * (1.0 - smoothstep(0.3, 0.8, px.x));
  colour *= 1.0 - 0.3 * joint;
  if (isDark) colour *= 0.5;
} else {
  colour = vec3(0.34, 0.35, 0.36);
  shade = 0.6 + 0.3 * abs(n.y);
  float rung = pulses(vPlace.x, 1.0, 0.5, px.x);
  colour *= 0.8 + 0.3 * rung;
  if (isDark) colour *= 0.5;
}
// What is pointed at or chosen tints the walls; on the floor its edges, so that the state stays to be read.
vec4 tint = flagTint(vSecond.z);
float share = 0.85;
if (part == ${TunnelPart.floor}) share = max(0.18, 0.95 * band(abs(vPlace.y - 0.5 * vPlace.w) - 0.5 * vPlace.w, 0.22, px.y));
if (isInside) colour = mix(colour, tint.rgb, tint.a * share);
glow += colour * shade * mix(0.92, 0.8, uRoom);
diffuseColor.rgb = vec3(0.0);
`;

/** Concrete, soil, pipes and trays below the ground, lit by lamps of their own by day and by night. */
export function solidMaterial(city: CityUniforms, shared: TunnelUniforms): MeshLambertMaterial {
  return patchedMaterial(
    { name: 'tunnel-solid', uniforms: shared, vertexHead, vertexBody, fragmentHead, fragmentBody },
    city,
  );
}
