import type { MeshLambertMaterial } from 'three';
import { STYLE_TEXELS } from '../build/buildings/build-buildings';
import { STATE_COLUMNS } from '../roads/road-state';
import { flagGlsl } from '../stage/element-flags';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';
import { STYLE_COLUMNS } from './building-style';

const vertexHead = /* glsl */ `
attribute vec4 aWall;
attribute vec2 aMeta;
uniform sampler2D uBuildingStyle;
uniform sampler2D uBuildingState;
varying vec4 vWall;
flat varying vec2 vMeta;
flat varying vec4 vStyle;
flat varying vec4 vTint;
flat varying vec4 vFloors;
flat varying float vFlags;
flat varying float vDark;
vec4 styleOf(int building, int k) {
  int i = building * ${STYLE_TEXELS} + k;
  return texelFetch(uBuildingStyle, ivec2(i % ${STYLE_COLUMNS}, i / ${STYLE_COLUMNS}), 0);
}
`;

const vertexBody = /* glsl */ `
vWall = aWall;
vMeta = aMeta;
int building = int(aMeta.x + 0.5);
vStyle = styleOf(building, 0);
vTint = styleOf(building, 1);
vFloors = styleOf(building, 2);
vec4 state = texelFetch(uBuildingState, ivec2(building % ${STATE_COLUMNS}, building / ${STATE_COLUMNS}), 0);
vFlags = state.g * 255.0;
vDark = state.r;
`;

const fragmentHead = /* glsl */ `
varying vec4 vWall;
flat varying vec2 vMeta;
flat varying vec4 vStyle;
flat varying vec4 vTint;
flat varying vec4 vFloors;
flat varying float vFlags;
/** 1 without power: no window is lit. */
flat varying float vDark;
${flagGlsl}

/** What a pane shows: looked at from below the sky, from above the street and its trees, which are darker; more of it at a grazing look. */
vec3 pane(vec3 view, vec3 n, float seed) {
  vec3 r = reflect(view, n);
  float grazing = 0.16 + 0.66 * pow(1.0 - max(0.0, -dot(view, n)), 3.5);
  vec3 sky = skyTowards(normalize(vec3(r.x, max(r.y, 0.02) * (0.85 + 0.3 * seed), r.z)));
  vec3 street = uHorizon * vec3(0.3, 0.33, 0.32);
  return mix(street, sky, smoothstep(-0.16, 0.2, r.y + 0.16 * (seed - 0.5))) * grazing;
}

struct Surface { vec3 colour; vec3 glow; };

Surface facade(vec3 view, vec3 n) {
  float u = vWall.x;
  float v = vWall.y;
  float lengthM = vWall.z;
  float heightM = vWall.w;
  float kind = vStyle.x;
  float floorM = vFloors.x;
  float bays = max(1.0, floor(lengthM / vStyle.y + 0.5));
  float bayM = lengthM / bays;
  vec2 cell = vec2(u / bayM, v / floorM);
  vec2 px = max(fwidth(cell), vec2(1e-4));
  vec2 id = floor(cell);
  vec2 f = cell - id;
  vec2 size = vStyle.zw;
  vec3 wall = vTint.rgb;
  float metre = fwidth(v) + 0.0001;
  float far = smoothstep(0.3, 0.95, max(px.x, px.y));
  vec2 middle = vec2(0.5, 0.52);
  float southern = smoothstep(0.35, 0.6, n.z);
  float balcony = 0.0;
  if (kind > 3.5 && kind < 4.5) {
    if (southern > 0.5) {
      size = vec2(0.8, 0.7);
      middle = vec2(0.5, 0.6);
      balcony = 1.0;
    } else if (abs(n.x) > 0.8) {
      size = vec2(0.2, 0.42);
    }
  }
  bool shop = vFloors.z > 0.5 && id.y < 0.5;
  if (shop) { size = vec2(0.92, 0.8); middle = vec2(0.5, 0.44); balcony = 0.0; }
  if (lengthM < 2.4) size = vec2(0.0);
  if (kind > 2.5 && kind < 3.5) {
    // A hall: cladding in ribs, one band of windows under the eaves, doors at the ground.
    float ribs = pulses(u, 0.9, 0.16, fwidth(u));
    wall *= 1.0 - 0.12 * ribs * (1.0 - smoothstep(0.2, 0.7, fwidth(u)));
    float strip = band(v - (heightM - 2.3), 0.85, metre) * step(5.0, heightM) * step(6.0, lengthM);
    float bars = 1.0 - pulses(u, 3.0, 0.18, fwidth(u));
    float door = band(v - 2.1, 2.1, metre) * band((f.x - 0.5) * bayM, 2.0, px.x * bayM) * step(0.5, chance(vec2(id.x, vMeta.x))) * step(12.0, lengthM);
    wall = mix(wall, wall * 0.72, door);
    wall = mix(wall, wall * 0.86, band(v - 0.45, 0.45, metre));
    vec3 glass = mix(wall * 0.5, vec3(0.12, 0.15, 0.18), 0.7);
    Surface hall;
    float lit = step(chance(vec2(vMeta.x, 3.0)), uLit[int(vFloors.y + 0.5)]) * (1.0 - vDark);
    hall.colour = mix(wall, glass, strip * bars);
    hall.glow = pane(view, n, vTint.w) * strip * bars * (1.0 - uNight) * 0.6;
    // Some aisles work at night and others do not.
    float aisle = chance(vec2(floor(u / 18.0) + floor(n.x * 3.0 + 4.0) * 57.0, vMeta.x));
    hall.glow += vec3(0.9, 0.93, 0.94) * strip * bars * lit * uNight * (0.07 + 0.38 * aisle * aisle);
    return hall;
  }
  float across = band(f.x - middle.x, 0.5 * size.x, px.x);
  float up = band(f.y - middle.y, 0.5 * size.y, px.y);
  float cover = mix(across * up, size.x * size.y, far);
  float reveal = 0.0;
  if (kind < 0.5 || kind > 3.5) reveal = across * band(f.y - (middle.y + 0.5 * size.y - 0.05), 0.05, px.y) * (1.0 - far);
  float mullion = 0.0;
  if (kind > 0.5 && kind < 1.5) mullion = pulses(u, 1.8, 0.12, fwidth(u));
  if (kind > 1.5 && kind < 2.5) wall = mix(wall, wall * vec3(0.72, 0.77, 0.82), 0.75);
  if (kind > 4.5 && kind < 5.5) {
    // Fins stand before the glass and shade it from the side.
    float fin = pulses(u, bayM * 0.5, 0.26, fwidth(u));
    cover *= 1.0 - 0.75 * mix(fin, 0.26 / (bayM * 0.5), far);
  }
  if (kind > 5.5) {
    float blades = pulses(v, 0.42, 0.2, metre);
    wall *= 1.0 - 0.22 * cover * mix(blades, 0.48, smoothstep(0.2, 0.5, metre));
    cover *= 0.35;
  }
  float slab = band(f.y - 0.02, 0.035, px.y) * (1.0 - far);
  if (balcony > 0.5) {
    // Recess behind a parapet: the shade of the floor above, then a pale band with its shadow line.
    float rail = band(f.y - 0.17, 0.17, px.y) * band(f.x - 0.5, 0.44, px.x);
    float deep = band(f.x - 0.5, 0.44, px.x) * band(f.y - 0.9, 0.1, px.y);
    wall = mix(wall, wall * 0.62, deep * (1.0 - far));
    wall = mix(wall, min(wall * 1.16, vec3(0.94)), rail * (1.0 - far));
    cover *= 1.0 - rail * 0.85;
    reveal = max(reveal, band(f.x - 0.5, 0.44, px.x) * band(f.y - 0.345, 0.02, px.y) * (1.0 - far) * 0.5);
  }
  cover *= 1.0 - 0.8 * mullion * (1.0 - far);
  wall *= 1.0 - 0.2 * slab - 0.3 * reveal;
  float share = uLit[int(vFloors.y + 0.5)];
  float face = floor(lengthM * 3.0) + floor(n.x * 3.0 + 4.0) * 57.0;
  float ofBuilding = chance(vec2(vMeta.x, 11.0));
  float ofFloor = chance(vec2(vMeta.x, id.y + 31.0));
  float window = chance(vec2(vMeta.x * 17.0 + face, id.x * 131.0 + id.y));
  bool desks = kind > 0.5 && kind < 2.5;
  share *= 0.45 + 1.1 * ofBuilding;
  share *= desks ? step(0.3, ofFloor) * 1.25 : 0.55 + 0.8 * ofFloor;
  share = clamp(share, 0.0, 0.96);
  if (shop) share = mix(share, 0.9, 0.7);
  share *= 1.0 - vDark;
  float strength = 0.35 + 0.65 * chance(vec2(id.x + face, vMeta.x * 3.0 + id.y * 7.0));
  float group = chance(vec2(floor(id.x / 3.0) + face, vMeta.x * 5.0 + floor(id.y / 2.0) * 13.0));
  float lit = mix(step(window, share) * strength, share * 0.62 * (0.25 + 1.5 * group * group), far);
  vec3 lampColour = mix(vec3(1.0, 0.68, 0.36), vec3(1.0, 0.95, 0.86), desks ? 0.8 : 0.25 * step(0.75, window + 0.2 * ofBuilding));
  vec3 glass = mix(wall * 0.42, vec3(0.1, 0.13, 0.16), 0.62);
  Surface s;
  s.colour = mix(wall, glass, cover);
  s.glow = pane(view, n, ofFloor) * cover * (1.0 - 0.85 * uNight);
  s.glow += lampColour * lit * cover * uNight * mix(0.8, 0.95, uRoom) * (balcony > 0.5 ? 0.85 : 1.0);
  return s;
}
`;

const fragmentBody = /* glsl */ `
vec3 view = normalize(vWorld - cameraPosition);
vec3 up = normalize(vUp);
float part = vMeta.y;
vec3 tint = vTint.rgb;
vec3 colour = tint;
vec2 px2 = fwidth(vWall.xy);
if (part < 0.5) {
  Surface s = facade(view, up);
  colour = s.colour;
  glow = s.glow;
  float foot = smoothstep(0.0, 9.0, vWall.y);
  colour *= mix(0.7, 1.0, foot);
  vec2 shade = shadeAndLight(vWorld + vec3(up.x, 0.0, up.z) * 5.0);
  colour *= 1.0 - 0.25 * shade.r * (1.0 - smoothstep(0.0, 22.0, vWall.y));
  glow += LAMP * shade.g * uNight * colour * 0.34 * exp(-max(vWall.y, 0.0) / 6.0);
  // Thin ink where walls meet and end.
  float edge = min(min(vWall.x, vWall.z - vWall.x) / max(px2.x, 1e-4), (vWall.w - vWall.y) / max(px2.y, 1e-4));
  float ink = (1.0 - smoothstep(0.35, 1.25, edge)) * smoothstep(3.0, 14.0, vWall.w / max(px2.y, 1e-4));
  colour *= 1.0 - ink * mix(0.34, 0.0, uRoom);
  glow += vec3(0.1, 0.19, 0.28) * ink * 0.5 * uRoom;
} else if (part < 1.5) {
  colour = mix(vec3(0.72, 0.7, 0.66), tint, 0.3) * (0.93 + 0.09 * softNoise(vWorld.xz * 0.35));
  colour *= 1.0 - 0.05 * max(pulses(vWall.x, 6.0, 0.08, px2.x), pulses(vWall.y, 6.0, 0.08, px2.y));
} else if (part < 2.5) {
  colour = mix(vec3(0.8, 0.79, 0.76), tint, 0.55);
} else if (part < 3.5) {
  colour = mix(vec3(0.7, 0.7, 0.69), tint, 0.25);
} else if (part < 4.5) {
  vec2 cells = vec2(1.05, 1.0);
  float grid = max(pulses(vWall.x, cells.x, 0.05, px2.x), pulses(vWall.y, cells.y, 0.05, px2.y));
  colour = mix(vec3(0.045, 0.065, 0.115), vec3(0.3, 0.33, 0.38), grid * 0.6);
  glow += pane(view, up, 0.5) * 0.45 * (1.0 - uNight);
} else if (part < 5.5) {
  float bars = max(pulses(vWall.x, 1.6, 0.1, px2.x), pulses(vWall.y, 1.6, 0.1, px2.y));
  colour = mix(vec3(0.3, 0.36, 0.4), vec3(0.72), bars * 0.7);
  glow += pane(view, up, 0.4) * 0.8 * (1.0 - uNight);
  glow += vec3(0.95, 0.94, 0.86) * 0.085 * uNight * step(0.4, chance(vec2(vMeta.x, 5.0))) * (1.0 - 0.6 * bars) * (1.0 - vDark);
} else if (part < 6.5) {
  colour = mix(vec3(0.68, 0.7, 0.71), tint, 0.35) * (1.0 - 0.1 * pulses(vWall.x, 0.8, 0.1, px2.x) * (1.0 - smoothstep(0.3, 0.8, px2.x)));
} else if (part < 7.5) {
  colour = vec3(0.56, 0.38, 0.29) * (0.9 + 0.12 * pulses(vWall.y, 0.4, 0.2, px2.y));
} else {
  colour = vec3(0.44, 0.47, 0.34) * (0.88 + 0.16 * softNoise(vWorld.xz * 0.5) + 0.1 * softNoise(vWorld.xz * 2.1));
  colour = mix(colour, vec3(0.7, 0.68, 0.64), 0.8 * max(pulses(vWall.x, 11.0, 1.4, px2.x), pulses(vWall.y, 13.0, 1.2, px2.y)));
}
if (part > 0.5 && up.y > 0.5) {
  colour = mix(colour, colour * 0.86, uNight * (1.0 - uRoom));
}
if (part > 0.5) {
  float lying = part > 3.5 && part < 4.5 ? uSnow.z : uSnow.x;
  vec3 under = snowed(colour, lying, up.y, vWorld);
  glow *= 1.0 - min(1.0, distance(under, colour) * 1.6);
  colour = under;
  colour *= 1.0 - 0.14 * uWet * step(0.5, up.y);
}
float light = dot(colour, vec3(0.3, 0.55, 0.15));
colour = mix(colour, vec3(0.15, 0.175, 0.21) * (0.3 + light) + colour * 0.05, uRoom);
if (vDark * uShowEnergy > 0.5) {
  // Without power: a dark body with pale hatching, on pale ground and on dark.
  float slope = vWorld.x + vWorld.y + vWorld.z;
  float hatch = pulses(slope, 9.0, 1.6, fwidth(slope));
  colour = mix(mix(vec3(0.055, 0.06, 0.075), colour, 0.22), vec3(0.5, 0.52, 0.56), hatch * 0.55);
  glow = mix(glow * 0.15, vec3(0.1, 0.11, 0.13) * hatch, uRoom);
}
vec4 flags = flagTint(vFlags);
colour = mix(colour, flags.rgb, flags.a * 0.7);
glow = mix(glow, flags.rgb * 0.5, flags.a * 0.55);
diffuseColor.rgb = colour;
`;

/** Facades without textures: walls are cut into bays and floors, windows fade to their mean before they could shimmer. */
export function buildingMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial({ name: 'building', vertexHead, vertexBody, fragmentHead, fragmentBody }, city);
}
