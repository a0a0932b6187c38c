import { atan2 } from '../../kernel';
import type { Point } from '../schema/primitives';

/** The curves of all lanes, then of all turns, end to end in one array, with the distance along each at every point. */
export interface Tracks {
  readonly lengthM: Float64Array;
  readonly pointStart: Uint32Array;
  readonly points: Float64Array;
  readonly pointAtM: Float64Array;
}

/** A length that is given is driven; distances along the drawn shape are stretched to it. */
export function layTracks(
  shapes: readonly (readonly Point[])[],
  givenLengthM: readonly (number | undefined)[] = [],
): Tracks {
  const pointCount = shapes.reduce((sum, shape) => sum + shape.length, 0);
  const tracks: Tracks = {
    lengthM: new Float64Array(shapes.length),
    pointStart: new Uint32Array(shapes.length + 1),
    points: new Float64Array(2 * pointCount),
    pointAtM: new Float64Array(pointCount),
  };
  let p = 0;
  for (let t = 0; t < shapes.length; t++) {
    tracks.pointStart[t] = p;
    let at = 0;
    for (let i = 0; i < shapes[t].length; i++, p++) {
      const [x, y] = shapes[t][i];
      if (i > 0) {
        const dx = x - tracks.points[2 * p - 2];
        const dy = y - tracks.points[2 * p - 1];
        at += Math.sqrt(dx * dx + dy * dy);
      }
      tracks.points[2 * p] = x;
      tracks.points[2 * p + 1] = y;
      tracks.pointAtM[p] = at;
    }
    const lengthM = givenLengthM[t] ?? at;
    if (lengthM !== at) {
      const stretch = lengthM / at;
      for (let q = tracks.pointStart[t]; q < p; q++) tracks.pointAtM[q] *= stretch;
    }
    tracks.lengthM[t] = lengthM;
  }
  tracks.pointStart[shapes.length] = p;
  return tracks;
}

export function polylineLengthM(shape: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < shape.length; i++) {
    const dx = shape[i][0] - shape[i - 1][0];
    const dy = shape[i][1] - shape[i - 1][1];
    length += Math.sqrt(dx * dx + dy * dy);
  }
  return length;
}

/** About a car's wheelbase and a half: bends shorter than this are cut by a driver, not followed. */
const BEND_WINDOW_M = 4;
/** 5.5 m/s² across the vehicle: what SUMO takes for a brisk but ordinary driver in a bend. */
const ACROSS_MPS2 = 5.5;
/** Walking the wheel round at full lock; no kink of a drawing makes a vehicle slower than this. */
const SLOWEST_BEND_MPS = 2;

/** What the tightest bend of a track lets a vehicle drive, √(5.5 · radius); infinite where it is straight. */
export function bendSpeedMps(tracks: Tracks, track: number): number {
  const first = tracks.pointStart[track];
  const last = tracks.pointStart[track + 1] - 1;
  let tightest = Number.POSITIVE_INFINITY;
  let to = first;
  for (let from = first; from < last; from++) {
    const fromM = middleM(tracks, from);
    if (to < from) to = from;
    while (to < last - 1 && middleM(tracks, to) - fromM < BEND_WINDOW_M) to++;
    const alongM = Math.max(middleM(tracks, to) - fromM, BEND_WINDOW_M);
    const turned = turnedBetween(tracks.points, from, to);
    if (turned > 0) tightest = Math.min(tightest, alongM / turned);
    if (to === last - 1) break;
  }
  return Math.max(Math.sqrt(ACROSS_MPS2 * tightest), SLOWEST_BEND_MPS);
}

function middleM(tracks: Tracks, segment: number): number {
  return 0.5 * (tracks.pointAtM[segment] + tracks.pointAtM[segment + 1]);
}

/** Radians between the directions of two segments of a track, each named by its first point. */
function turnedBetween(points: Float64Array, a: number, b: number): number {
  const ax = points[2 * a + 2] - points[2 * a];
  const ay = points[2 * a + 3] - points[2 * a + 1];
  const bx = points[2 * b + 2] - points[2 * b];
  const by = points[2 * b + 3] - points[2 * b + 1];
  return Math.abs(atan2(ax * by - ay * bx, ax * bx + ay * by));
}
