import type { MeshLambertMaterial } from 'three';
import { Mark } from '../build/roads/lane-marks';
import { NO_ROW } from '../build/roads/road-surface';
import { flagGlsl } from '../stage/element-flags';
import { patchedMaterial } from '../stage/patched-material';
import type { CityUniforms } from '../stage/uniforms';
import { differenceRampGlsl } from './difference-ramp';
import { FLOOD_RAMP_M, floodRampGlsl } from './flood-ramp';
import { flowRampGlsl } from './flow-ramp';
import { STATE_COLUMNS } from './road-state';

const vertexHead = /* glsl */ `
attribute vec4 aTrack;
attribute vec4 aSign;
uniform sampler2D uEdgeState;
uniform sampler2D uLaneState;
varying vec4 vTrack;
flat varying ivec2 vMarks;
flat varying vec4 vEdge;
flat varying float vSignal;
vec4 stateOf(sampler2D map, float row) {
  int i = int(row + 0.5);
  if (i == ${NO_ROW}) return vec4(0.0);
  return texelFetch(map, ivec2(i % ${STATE_COLUMNS}, i / ${STATE_COLUMNS}), 0);
}
`;

const vertexBody = /* glsl */ `
vTrack = aTrack;
vMarks = ivec2(aSign.zw + 0.5);
vEdge = stateOf(uEdgeState, aSign.x) * 255.0;
vSignal = stateOf(uLaneState, aSign.y).r * 255.0;
`;

const fragmentHead = /* glsl */ `
varying vec4 vTrack;
flat varying ivec2 vMarks;
flat varying vec4 vEdge;
flat varying float vSignal;
${flagGlsl}
${flowRampGlsl()}
${differenceRampGlsl()}
${floodRampGlsl()}
float box(vec2 p, vec2 middle, vec2 halfSize, vec2 px) {
  return band(p.x - middle.x, halfSize.x, px.x) * band(p.y - middle.y, halfSize.y, px.y);
}
/** A head that points along +x from x = 0, a length long. */
float head(vec2 p, float lengthM, float halfWidth, vec2 px) {
  float inside = halfWidth * (1.0 - p.x / lengthM);
  return band(p.x - 0.5 * lengthM, 0.5 * lengthM, px.x) * band(p.y, max(inside, 0.0), px.y);
}
/** Painted arrows: p.x along the lane from the arrow's foot, p.y to the left. */
float arrows(vec2 p, int marks, vec2 px) {
  if (p.x < -1.0 || p.x > 8.0) return 0.0;
  float ink = 0.0;
  bool straight = (marks & ${Mark.arrowStraight}) != 0;
  float shaft = straight ? 3.9 : 3.0;
  ink = box(p, vec2(0.5 * shaft, 0.0), vec2(0.5 * shaft, 0.09), px);
  if (straight) ink = max(ink, head(p - vec2(3.9, 0.0), 2.0, 0.34, px));
  for (int k = 0; k < 2; k++) {
    if ((marks & (k == 0 ? ${Mark.arrowLeft} : ${Mark.arrowRight})) == 0) continue;
    vec2 q = vec2(p.x, k == 0 ? p.y : -p.y);
    ink = max(ink, box(q, vec2(2.9, 0.36), vec2(0.14, 0.36), px));
    ink = max(ink, head(vec2(q.y - 0.6, q.x - 2.9), 0.55, 0.75, px.yx));
  }
  return ink;
}
`;

const fragmentBody = /* glsl */ `
vec2 shade = shadeAndLight(vWorld);
float along = vTrack.x;
float across = vTrack.y;
float lengthM = vTrack.z;
float widthM = vTrack.w;
vec2 px = vec2(length(vec2(dFdx(along), dFdy(along))), length(vec2(dFdx(across), dFdy(across))));
vec3 asphalt = mix(vec3(0.265, 0.268, 0.272), vec3(0.058, 0.066, 0.078), uRoom);
float grain = chance(vWorld.xz * 9.0) * (1.0 - smoothstep(0.04, 0.2, fwidth(vWorld.x) + fwidth(vWorld.z)));
asphalt *= 0.95 + 0.07 * softNoise(vWorld.xz * 0.22) + 0.07 * grain;
vec3 colour = asphalt;
float white = 0.0;
float yellow = 0.0;
int marks = vMarks.x;
int kind = vMarks.y;
if (kind == 0) {
  float wear = band(abs(across) - 0.85, 0.32, px.y);
  colour *= 1.0 - 0.09 * wear;
  int left = marks & 3;
  int right = (marks >> 2) & 3;
  float toLeft = 0.5 * widthM - across;
  float toRight = 0.5 * widthM + across;
  bool long_ = (marks & ${Mark.longDashes}) != 0;
  float nearStop = smoothstep(lengthM - 31.0, lengthM - 29.0, along);
  float dashes = long_ ? pulses(along, 15.0, 6.0, px.x) : pulses(along, 6.0, 2.0, px.x);
  bool stops = (marks & ${Mark.stopLine}) != 0;
  if (stops) dashes = mix(dashes, 1.0, nearStop);
  if (left == 1) white += band(toLeft - 0.06, 0.075, px.y) * dashes;
  if (left == 2) white += band(toLeft - 0.25, 0.075, px.y);
  if (left == 3) yellow += band(toLeft - 0.14, 0.075, px.y);
  if (right == 2) white += band(toRight - 0.3, 0.075, px.y);
  if (stops) white = max(white, band(along - (lengthM - 0.35), 0.2, px.x));
  if ((marks & ${Mark.giveWay}) != 0) {
    float two = max(band(along - (lengthM - 0.3), 0.1, px.x), band(along - (lengthM - 0.75), 0.1, px.x));
    white = max(white, two * pulses(across + 8.0, 0.9, 0.6, px.y));
  }
  if ((marks & ${Mark.arrowLeft | Mark.arrowStraight | Mark.arrowRight}) != 0) {
    white = max(white, arrows(vec2(along - (lengthM - 13.0), across), marks, px));
    white = max(white, arrows(vec2(along - (lengthM - 38.0), across), marks, px));
  }
  if ((marks & ${Mark.busLane}) != 0) colour = mix(colour, mix(vec3(0.36, 0.19, 0.13), vec3(0.1, 0.06, 0.06), uRoom), 0.55);
}
if (kind == 2) {
  float bars = pulses(along, 1.05, 0.45, px.x);
  diffuseColor.a = bars * 0.92;
  colour = vec3(0.86);
}
if (kind == 3) {
  float near = 0.5 * widthM - abs(across);
  yellow += band(near - 0.12, 0.075, px.y);
}
float rut = band(abs(across) - 0.85, 0.34, px.y) * step(float(kind), 0.5);
float hollow = softNoise(vWorld.xz * 0.13) * 0.6 + softNoise(vWorld.xz * 0.61) * 0.4;
float film = uWet * (0.72 + 0.28 * smoothstep(0.35, 0.7, hollow));
float puddle = uWet * smoothstep(0.66, 0.74, hollow) * smoothstep(0.55, 1.0, uWet);
colour *= 1.0 - 0.5 * film;
vec3 paint = mix(vec3(0.83), vec3(0.3, 0.34, 0.4), uRoom);
vec3 gold = mix(vec3(0.86, 0.58, 0.16), vec3(0.34, 0.24, 0.1), uRoom);
if (kind != 2) {
  colour = mix(colour, paint, clamp(white, 0.0, 1.0) * 0.92);
  colour = mix(colour, gold, clamp(yellow, 0.0, 1.0) * 0.92);
}
float frost = uSnow.y * 0.8 * (1.0 - 0.75 * rut);
vec3 fallen = mix(snowed(colour, frost, 1.0, vWorld), mix(colour, vec3(0.13, 0.152, 0.185), frost), uRoom);
colour = mix(colour, fallen, kind == 2 ? 0.8 : 1.0);
colour = mix(colour, vec3(0.4, 0.41, 0.43) * mix(1.0, 0.3, uRoom), uSnow.y * (0.25 + 0.35 * rut));
float deepM = kind == 2 ? 0.0 : vEdge.b * 0.005;
float water = 0.0;
if (film > 0.0 || deepM > 0.0) {
  vec3 view = normalize(vWorld - cameraPosition);
  float near = 1.0 - smoothstep(0.02, 0.3, fwidth(vWorld.x) + fwidth(vWorld.z));
  if (deepM > 0.0) {
    // A crown of two per cent: water stands at the kerb first and meets over the middle; junctions fill by their hollows.
    float shore = kind == 0 || kind == 3 ? 0.06 * (0.35 + 0.65 * softNoise(vWorld.xz * 0.21)) : 0.08 * hollow;
    water = smoothstep(shore - 0.012, shore + 0.012, deepM);
  }
  vec2 slope = (vec2(softNoise(vWorld.xz * 1.9), softNoise(vWorld.xz * 1.9 + 31.0)) - 0.5) * mix(0.1, 0.03, max(puddle, water)) * near;
  if (uRain > 0.0 && near > 0.0) slope += rings(vWorld.xz * 1.5, clamp(0.12 + uRain * 0.02, 0.0, 0.9)) * 0.2 * near * max(puddle, water);
  vec3 n = normalize(vec3(slope.x, 1.0, slope.y));
  float grazing = 0.03 + 0.97 * pow(1.0 - max(0.0, -dot(view, n)), 5.0);
  vec3 r = reflect(view, n);
  r.y = abs(r.y);
  float mirror = mix(film * 0.5, 1.0, max(puddle, water)) * grazing;
  vec3 flood = floodColour(clamp(deepM / ${FLOOD_RAMP_M.toFixed(1)}, 0.0, 1.0));
  colour = mix(colour, flood * mix(1.0, 0.55, uRoom), water * 0.82);
  glow += flood * water * mix(0.05, 0.2, max(uRoom, uNight));
  // A rim where it begins, so that its reach is seen in either look.
  float rim = deepM > 0.0 ? smoothstep(0.5, 0.05, abs(water - 0.5)) * (1.0 - water * water) : 0.0;
  glow += vec3(0.4, 0.55, 0.66) * rim * 0.18;
  colour *= 1.0 - mirror;
  glow += skyTowards(normalize(r)) * mirror * mix(0.95, 1.0, uRoom);
  // Lamps are drawn out on wet asphalt.
  glow += LAMP * shade.g * shade.g * uNight * max(film, water) * (0.05 + 0.5 * grazing);
}
colour *= 1.0 - 0.4 * smoothstep(0.05, 0.9, shade.r);
glow += LAMP * shade.g * uNight * (colour * 0.9 + 0.1 * (1.0 - 0.6 * uWet));
bool isLane = kind == 0 || kind == 3;
if (uShowDifference > 0.0 && isLane) {
  bool known = vEdge.a < 254.5;
  vec3 less = differenceColour(vEdge.a / 254.0);
  float body = (known ? 1.0 : 0.25) * (kind == 0 ? 1.0 : 0.7) * (1.0 - 0.6 * clamp(white, 0.0, 1.0));
  colour = mix(colour, less * 0.25, 0.9 * body);
  glow += less * (known ? 0.66 * body : 0.0);
} else if (uShowFlow > 0.0 && isLane && vEdge.r < 254.5) {
  vec3 flow = flowColour(vEdge.r / 254.0);
  float body = kind == 0 ? 1.0 : 0.7;
  colour = mix(colour, flow * 0.25, uShowFlow * 0.86 * body * (1.0 - 0.75 * clamp(white, 0.0, 1.0)));
  glow += flow * uShowFlow * 0.62 * body * (1.0 - 0.75 * clamp(white, 0.0, 1.0));
}
vec4 tint = flagTint(vEdge.g);
colour = mix(colour, tint.rgb * 0.4, tint.a);
glow = mix(glow, tint.rgb * 0.75, tint.a * 0.8);
if (kind == 0 && vSignal > 0.5) {
  float reach = clamp(px.x * 1.1, 0.42, 9.0);
  float bar = band(along - (lengthM - reach), reach, px.x) * smoothstep(60.0, 0.0, reach * 2.0);
  vec3 lamp = vSignal < 1.5 ? vec3(0.9, 0.07, 0.05) : vSignal < 2.5 ? vec3(0.95, 0.62, 0.05) : vSignal < 4.5 ? vec3(0.05, 0.62, 0.3) : vec3(0.02);
  if (vSignal > 2.5 && vSignal < 3.5) lamp *= 0.75;
  colour = mix(colour, lamp * 0.5, bar * 0.8);
  glow = mix(glow, lamp * mix(0.5, 0.85, uNight), bar * 0.85);
}
diffuseColor.a *= groundLeft(vWorld, 0.14, colour);
diffuseColor.rgb = colour;
`;

/** Asphalt with its markings, drawn from where each pixel lies on its lane; no texture, no extra geometry. */
export function roadMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial({ name: 'road', vertexHead, vertexBody, fragmentHead, fragmentBody }, city);
}

export function crossingMaterial(city: CityUniforms): MeshLambertMaterial {
  return patchedMaterial(
    {
      name: 'crossing',
      parameters: {
        transparent: true,
        depthWrite: false,
        polygonOffset: true,
        polygonOffsetFactor: -3,
        polygonOffsetUnits: -24,
      },
      vertexHead,
      vertexBody,
      fragmentHead,
      fragmentBody,
    },
    city,
  );
}
