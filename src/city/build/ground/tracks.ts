import type { LaidRoads } from '../../../../sim';
import type { Ground } from './ground';

/**
 * Every track's curve at a spacing of its own, for the vehicles' shader: point k of track t lies k·spacing along it, so
 * that a place on the curve is two reads and a mix.
 */
export interface TrackCurves {
  /** x east, y up, z south of every point, and a spare: one RGBA texel a point. */
  readonly points: Float32Array;
  /** First point, number of points, length in metres, spacing in metres: one RGBA texel a track. */
  readonly spans: Float32Array;
}

/** How far a vehicle may stand beside the true curve. */
const TOLERANCE_M = 0.03;
/** The ground's height is followed at least this closely. */
const LONGEST_SPACING_M = 8;
const SHORTEST_SPACING_M = 0.1;

export function trackCurves(roads: LaidRoads, ground: Ground): TrackCurves {
  const spans = new Float32Array(roads.trackCount * 4);
  const pieces = new Uint32Array(roads.trackCount);
  let total = 0;
  for (let track = 0; track < roads.trackCount; track++) {
    pieces[track] = piecesFor(roads, track);
    total += pieces[track] + 1;
  }
  const points = new Float32Array(total * 4);
  const here: [number, number] = [0, 0];
  let first = 0;
  for (let track = 0; track < roads.trackCount; track++) {
    const lengthM = roads.trackLengthM[track];
    for (let k = 0; k <= pieces[track]; k++) {
      trackPoint(roads, track, (lengthM * k) / pieces[track], here);
      const at = (first + k) * 4;
      points[at] = here[0];
      points[at + 1] = ground.heightAt(here[0], here[1]);
      points[at + 2] = -here[1];
    }
    spans.set([first, pieces[track] + 1, lengthM, lengthM / pieces[track]], track * 4);
    first += pieces[track] + 1;
  }
  return { points, spans };
}

/** The true place on a track's polyline. */
export function trackPoint(roads: LaidRoads, track: number, atM: number, out: [number, number]): void {
  const start = roads.trackPointStart[track];
  let low = start;
  let high = roads.trackPointStart[track + 1] - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (roads.trackPointAtM[middle] <= atM) low = middle;
    else high = middle;
  }
  const span = roads.trackPointAtM[high] - roads.trackPointAtM[low];
  const share = span > 0 ? Math.min(1, Math.max(0, (atM - roads.trackPointAtM[low]) / span)) : 0;
  out[0] = roads.trackPoints[2 * low] + (roads.trackPoints[2 * high] - roads.trackPoints[2 * low]) * share;
  out[1] = roads.trackPoints[2 * low + 1] + (roads.trackPoints[2 * high + 1] - roads.trackPoints[2 * low + 1]) * share;
}

function piecesFor(roads: LaidRoads, track: number): number {
  const lengthM = roads.trackLengthM[track];
  let pieces = Math.max(1, Math.ceil(lengthM / LONGEST_SPACING_M));
  while (lengthM / pieces > SHORTEST_SPACING_M && deviation(roads, track, pieces) > TOLERANCE_M) {
    pieces = Math.ceil(pieces * 1.4);
  }
  return pieces;
}

/** The largest distance between the true curve and the resampled one at the same arc length. */
function deviation(roads: LaidRoads, track: number, pieces: number): number {
  const lengthM = roads.trackLengthM[track];
  const spacing = lengthM / pieces;
  const from: [number, number] = [0, 0];
  const to: [number, number] = [0, 0];
  let worst = 0;
  for (let p = roads.trackPointStart[track]; p < roads.trackPointStart[track + 1]; p++) {
    const k = Math.min(pieces - 1, Math.floor(roads.trackPointAtM[p] / spacing));
    const share = roads.trackPointAtM[p] / spacing - k;
    trackPoint(roads, track, k * spacing, from);
    trackPoint(roads, track, (k + 1) * spacing, to);
    const x = from[0] + (to[0] - from[0]) * share - roads.trackPoints[2 * p];
    const y = from[1] + (to[1] - from[1]) * share - roads.trackPoints[2 * p + 1];
    worst = Math.max(worst, Math.hypot(x, y));
  }
  return worst;
}
