import { emptyVehicle, unpackVehicle, VEHICLE_WORDS, vehicleSteps } from '../../../sim';
import type { TrackCurves } from '../build/ground/tracks';

/** Columns of the textures that hold the curves; the shader reads them with the same numbers. */
export const SPAN_COLUMNS = 1_024;
export const POINT_COLUMNS = 2_048;

export interface Kind {
  readonly lengthM: number;
  readonly widthM: number;
  readonly heightM: number;
}

/** Sizes by kind: car, truck, bus, emergency. */
export const kinds: readonly Kind[] = [
  { lengthM: 4.6, widthM: 1.85, heightM: 1.5 },
  { lengthM: 8.5, widthM: 2.5, heightM: 3.3 },
  { lengthM: 12, widthM: 2.55, heightM: 3.1 },
  { lengthM: 6, widthM: 2.1, heightM: 2.6 },
];

/** Front and rear are taken from the curve this share of the length apart, so that a long vehicle lies along its bend. */
export const BODY_SHARE = 0.86;

/** A place on a track, straight on beyond its ends. The shader's `along` says the same. */
export function along(curves: TrackCurves, track: number, atM: number, out: [number, number, number]): void {
  const { spans, points } = curves;
  const k = atM / spans[track * 4 + 3];
  const piece = Math.min(spans[track * 4 + 1] - 2, Math.max(0, Math.floor(k)));
  const from = (spans[track * 4] + piece) * 4;
  const share = k - piece;
  for (let i = 0; i < 3; i++) out[i] = points[from + i] + (points[from + 4 + i] - points[from + i]) * share;
}

/** The place so far along a vehicle's way, which may lie on one of the two tracks before. The shader's `way`. */
export function onWay(
  curves: TrackCurves,
  atM: number,
  track: number,
  before: number,
  beforeThat: number,
  out: [number, number, number],
): void {
  let s = atM;
  let on = track;
  if (s < 0 && before >= 0) {
    s += curves.spans[before * 4 + 2];
    on = before;
    if (s < 0 && beforeThat >= 0) {
      s += curves.spans[beforeThat * 4 + 2];
      on = beforeThat;
    }
  }
  along(curves, on, s, out);
}

const rear: [number, number, number] = [0, 0, 0];
const read = emptyVehicle();

/** Where a row's vehicle is shown at a blend: its front bumper, and the unit vector that it points along. */
export function poseAt(
  curves: TrackCurves,
  words: Uint32Array,
  row: number,
  blend: number,
  front: [number, number, number],
  forward: [number, number, number],
): void {
  unpackVehicle(words, row * VEHICLE_WORDS, read);
  const s = read.positionM - (1 - blend) * read.travelledM;
  const { track, before, beforeThat } = read;
  const kind = kinds[read.style & 7] ?? kinds[0];
  const body = kind.lengthM * BODY_SHARE;
  onWay(curves, s, track, before, beforeThat, front);
  onWay(curves, s - body, track, before, beforeThat, rear);
  const length = Math.hypot(front[0] - rear[0], front[1] - rear[1], front[2] - rear[2]) || 1;
  for (let i = 0; i < 3; i++) forward[i] = (front[i] - rear[i]) / length;
  const lateral = read.lateralBeforeM + (read.lateralM - read.lateralBeforeM) * blend;
  const flat = Math.hypot(forward[0], forward[2]) || 1;
  front[0] += (forward[2] / flat) * lateral;
  front[2] -= (forward[0] / flat) * lateral;
}

const { placesAMetre, sidesAMetre, middleSide, farthestComeM, twelveBits } = vehicleSteps;

/** The same in GLSL. */
export const wayGlsl = /* glsl */ `
attribute uvec4 aRow;
struct Row { vec3 tracks; float atM; float comeM; float side; float sideBefore; int style; };
float sideways(uint word) { return (float(word & ${twelveBits}u) - ${middleSide}.0) / ${sidesAMetre}.0; }
Row unpacked() {
  float root = float(aRow.w & ${twelveBits}u) / ${twelveBits}.0;
  vec3 tracks = vec3(aRow.yzw >> 12) - 1.0;
  float atM = float(aRow.x >> 8) / ${placesAMetre}.0;
  return Row(tracks, atM, root * root * ${farthestComeM}.0, sideways(aRow.y), sideways(aRow.z), int(aRow.x & 255u));
}
uniform sampler2D uSpans;
uniform sampler2D uPoints;
uniform float uBlend;
vec4 spanOf(float track) {
  int i = int(track + 0.5);
  return texelFetch(uSpans, ivec2(i % ${SPAN_COLUMNS}, i / ${SPAN_COLUMNS}), 0);
}
vec3 pointOf(int i) { return texelFetch(uPoints, ivec2(i % ${POINT_COLUMNS}, i / ${POINT_COLUMNS}), 0).xyz; }
vec3 along(float track, float s) {
  vec4 span = spanOf(track);
  float k = s / span.w;
  float piece = clamp(floor(k), 0.0, span.y - 2.0);
  int from = int(span.x + piece + 0.5);
  return mix(pointOf(from), pointOf(from + 1), k - piece);
}
vec3 onWay(float s, vec3 tracks) {
  float track = tracks.x;
  if (s < 0.0 && tracks.y >= 0.0) {
    s += spanOf(tracks.y).z;
    track = tracks.y;
    if (s < 0.0 && tracks.z >= 0.0) {
      s += spanOf(tracks.z).z;
      track = tracks.z;
    }
  }
  return along(track, s);
}
`;
