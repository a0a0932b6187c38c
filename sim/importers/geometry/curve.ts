import { turnBetween } from './polyline';
import { along, cross, direction, distance, dot, minus, mix, type Point } from './vector';

/**
 * Centripetal Catmull–Rom through all points (Barry & Goldman 1988; Yuksel, Schaefer & Keyser 2011: no cusps or loops
 * within a span). Returns one run of samples a span, each from point to point.
 */
export function curveThrough(points: readonly Point[], closed: boolean, stepM: number): Point[][] {
  const n = points.length;
  const spans: Point[][] = [];
  const at = (i: number): Point => {
    if (closed) return points[(((i % (n - 1)) + n - 1) % (n - 1)) as number];
    if (i < 0) return phantom(points, 0, 1, 2);
    if (i >= n) return phantom(points, n - 1, n - 2, n - 3);
    return points[i];
  };
  for (let i = 0; i + 1 < n; i++) spans.push(sampleSpan(at(i - 1), points[i], points[i + 1], at(i + 2), stepM));
  return spans;
}

/** Beyond the end the line bends on as it did: the next point mirrored across the last span's middle line. */
function phantom(points: readonly Point[], end: number, next: number, third: number): Point {
  const a = points[end];
  const b = points[next];
  const c = points[third];
  if (!c) return [2 * a[0] - b[0], 2 * a[1] - b[1]];
  const axis = direction(a, b);
  const offset = minus(c, b);
  const lengthwise = dot(offset, axis);
  const aside = cross(axis, offset);
  return [a[0] - axis[0] * lengthwise - axis[1] * aside, a[1] - axis[1] * lengthwise + axis[0] * aside];
}

function sampleSpan(p0: Point, p1: Point, p2: Point, p3: Point, stepM: number): Point[] {
  const t1 = Math.sqrt(Math.max(distance(p0, p1), 1e-6));
  const t2 = t1 + Math.sqrt(distance(p1, p2));
  const t3 = t2 + Math.sqrt(Math.max(distance(p2, p3), 1e-6));
  const count = Math.max(2, Math.ceil(distance(p1, p2) / stepM));
  const samples: Point[] = [p1];
  for (let k = 1; k < count; k++) {
    const t = t1 + ((t2 - t1) * k) / count;
    const a1 = mix(p0, p1, t / t1);
    const a2 = mix(p1, p2, (t - t1) / (t2 - t1));
    const a3 = mix(p2, p3, (t - t2) / (t3 - t2));
    const b1 = mix(a1, a2, t / t2);
    const b2 = mix(a2, a3, (t - t1) / (t3 - t1));
    samples.push(mix(b1, b2, (t - t1) / (t2 - t1)));
  }
  samples.push(p2);
  return samples;
}

function cubicPoint(p0: Point, p1: Point, p2: Point, p3: Point, t: number): Point {
  const s = 1 - t;
  const a = s * s * s;
  const b = 3 * s * s * t;
  const c = 3 * s * t * t;
  const d = t * t * t;
  return [a * p0[0] + b * p1[0] + c * p2[0] + d * p3[0], a * p0[1] + b * p1[1] + c * p2[1] + d * p3[1]];
}

/**
 * A bend from one direction into another as a cubic, where both lie equally far from the point in which they meet:
 * a circle's arc within a thousandth of its radius up to a right angle, and close to one beyond.
 */
function bend(from: Point, leaving: Point, to: Point, arriving: Point, tangentM: number, pieces: number): Point[] {
  const handleM = tangentM * arcHandleShare(dot(leaving, arriving));
  return cubic(from, along(from, leaving, handleM), along(to, arriving, -handleM), to, pieces);
}

function cubic(from: Point, a: Point, b: Point, to: Point, pieces: number): Point[] {
  const samples: Point[] = [];
  for (let k = 0; k <= pieces; k++) samples.push(cubicPoint(from, a, b, to, k / pieces));
  return samples;
}

/** Rounds the corner between two legs of equal length. */
export function roundedCorner(from: Point, corner: Point, to: Point, pieces: number): Point[] {
  return bend(from, direction(from, corner), to, direction(corner, to), distance(from, corner), pieces);
}

/** Share of the tangent at which a cubic's handle makes it an arc of angle a: 4/3 · tan(a/4) / tan(a/2). */
function arcHandleShare(cosine: number): number {
  const half = Math.sqrt((1 - cosine) / Math.max(1 + cosine, 1e-3)); // tan(a/2)
  if (half < 1e-6) return 2 / 3;
  const quarter = half / (1 + Math.sqrt(1 + half * half)); // tan(a/4)
  return ((4 / 3) * quarter) / half;
}

/**
 * From one point and direction to another: where the directions meet ahead, straight on and round an arc as wide as the
 * shorter side or the given radius allows; else an S.
 */
export function tangentPath(
  start: Point,
  leaving: Point,
  end: Point,
  arriving: Point,
  widestRadiusM: number,
  pieces: number,
): Point[] {
  const { cosine, sine } = turnBetween(leaving, arriving);
  const gap = minus(end, start);
  const gapM = distance(start, end);
  if (Math.abs(sine) > 0.1) {
    const untilMeetM = cross(gap, arriving) / sine;
    const fromMeetM = cross(leaving, gap) / sine;
    if (untilMeetM > 0 && fromMeetM > 0 && Math.max(untilMeetM, fromMeetM) < 4 * gapM) {
      const tangentPerRadius = Math.sqrt((1 - cosine) / Math.max(1 + cosine, 1e-3));
      const tangentM = Math.min(untilMeetM, fromMeetM, widestRadiusM * tangentPerRadius);
      const from = along(start, leaving, untilMeetM - tangentM);
      const to = along(end, arriving, tangentM - fromMeetM);
      return [start, ...bend(from, leaving, to, arriving, tangentM, pieces), end];
    }
  }
  return cubic(start, along(start, leaving, gapM * 0.4), along(end, arriving, -gapM * 0.4), end, pieces);
}
