import type { Point } from '../../scene/schema/primitives';

export type { Point };

export const add = (a: Point, b: Point): Point => [a[0] + b[0], a[1] + b[1]];
export const minus = (a: Point, b: Point): Point => [a[0] - b[0], a[1] - b[1]];
export const along = (a: Point, direction: Point, metres: number): Point => [
  a[0] + direction[0] * metres,
  a[1] + direction[1] * metres,
];
export const mix = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
export const dot = (a: Point, b: Point): number => a[0] * b[0] + a[1] * b[1];
/** Positive where b lies to the left of a. */
export const cross = (a: Point, b: Point): number => a[0] * b[1] - a[1] * b[0];
const lengthOfVector = (a: Point): number => Math.sqrt(a[0] * a[0] + a[1] * a[1]);
export const distance = (a: Point, b: Point): number => lengthOfVector(minus(a, b));
export const reverse = (a: Point): Point => [-a[0], -a[1]];
/** A quarter turn clockwise: what lies to the right of somebody who looks along a. */
export const rightOf = (a: Point): Point => [a[1], -a[0]];

export function unit(a: Point): Point {
  const size = lengthOfVector(a);
  if (size === 0) throw new Error('met a vector without length, expected two different points');
  return [a[0] / size, a[1] / size];
}

export const direction = (from: Point, to: Point): Point => unit(minus(to, from));

/** Where segments p–q and r–s meet, as shares of each; parallel ones never do. */
export function crossSegments(p: Point, q: Point, r: Point, s: Point): { t: number; u: number } | undefined {
  const a = minus(q, p);
  const b = minus(s, r);
  const denominator = cross(a, b);
  if (Math.abs(denominator) < 1e-12) return undefined;
  const c = minus(r, p);
  const t = cross(c, b) / denominator;
  const u = cross(c, a) / denominator;
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u } : undefined;
}

export function distanceToSegment(at: Point, from: Point, to: Point): number {
  const a = minus(to, from);
  const size = dot(a, a);
  if (size === 0) return distance(at, from);
  const share = Math.min(1, Math.max(0, dot(minus(at, from), a) / size));
  return distance(at, mix(from, to, share));
}
