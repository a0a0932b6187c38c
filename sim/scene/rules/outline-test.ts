import type { Point } from '../schema/primitives';

export type OutlineFault = 'repeats-point' | 'zero-area' | 'crosses-itself' | 'clockwise';

const SMALLEST_AREA_M2 = 0.01; // coordinates are kept to the centimetre

/** What keeps a ring of points from being a simple polygon walked counter-clockwise, or nothing. */
export function outlineFault(points: readonly Point[]): { fault: OutlineFault; at: number } | undefined {
  const count = points.length;
  for (let i = 0; i < count; i++) {
    if (same(points[i], points[(i + 1) % count])) return { fault: 'repeats-point', at: (i + 1) % count };
  }
  const area = signedArea(points);
  const crossing = firstCrossing(points);
  if (Math.abs(area) < SMALLEST_AREA_M2 && (crossing === undefined || !crossing.isProper)) {
    return { fault: 'zero-area', at: 0 };
  }
  if (crossing !== undefined) return { fault: 'crosses-itself', at: crossing.at };
  if (area < 0) return { fault: 'clockwise', at: 0 };
  return undefined;
}

export function signedArea(points: readonly Point[]): number {
  const [x0, y0] = points[0];
  let twice = 0;
  for (let i = 1; i + 1 < points.length; i++) twice += side(x0, y0, points[i], points[i + 1]);
  return 0.5 * twice;
}

/** Sides in the order of their western ends, each compared with those it can still reach. */
function firstCrossing(points: readonly Point[]): { at: number; isProper: boolean } | undefined {
  const count = points.length;
  const west = (i: number) => Math.min(points[i][0], points[(i + 1) % count][0]);
  const east = (i: number) => Math.max(points[i][0], points[(i + 1) % count][0]);
  const order = Array.from({ length: count }, (_, i) => i).sort((a, b) => west(a) - west(b) || a - b);
  for (let k = 0; k < count; k++) {
    const a = order[k];
    const reach = east(a);
    for (let m = k + 1; m < count && west(order[m]) <= reach; m++) {
      const b = order[m];
      const meeting = sidesMeet(points, a, b);
      if (meeting !== 'apart') return { at: Math.max(a, b), isProper: meeting === 'crossing' };
    }
  }
  return undefined;
}

type Meeting = 'apart' | 'touching' | 'crossing';

function sidesMeet(points: readonly Point[], i: number, j: number): Meeting {
  const count = points.length;
  const a = points[i];
  const b = points[(i + 1) % count];
  const c = points[j];
  const d = points[(j + 1) % count];
  if ((i + 1) % count === j) return foldsBack(a, b, d) ? 'touching' : 'apart';
  if ((j + 1) % count === i) return foldsBack(c, d, b) ? 'touching' : 'apart';
  const c1 = side(a[0], a[1], b, c);
  const d1 = side(a[0], a[1], b, d);
  const a2 = side(c[0], c[1], d, a);
  const b2 = side(c[0], c[1], d, b);
  if (((c1 > 0 && d1 < 0) || (c1 < 0 && d1 > 0)) && ((a2 > 0 && b2 < 0) || (a2 < 0 && b2 > 0))) return 'crossing';
  const touches =
    (c1 === 0 && within(a, b, c)) ||
    (d1 === 0 && within(a, b, d)) ||
    (a2 === 0 && within(c, d, a)) ||
    (b2 === 0 && within(c, d, b));
  return touches ? 'touching' : 'apart';
}

/** Two sides that share a point and run back over each other. */
function foldsBack(from: Point, shared: Point, to: Point): boolean {
  if (side(from[0], from[1], shared, to) !== 0) return false;
  const forwardX = shared[0] - from[0];
  const forwardY = shared[1] - from[1];
  return forwardX * (to[0] - shared[0]) + forwardY * (to[1] - shared[1]) < 0;
}

/** Twice the area of a triangle, positive where it is walked counter-clockwise. */
function side(x: number, y: number, p: Point, q: Point): number {
  return (p[0] - x) * (q[1] - y) - (p[1] - y) * (q[0] - x);
}

function within(a: Point, b: Point, p: Point): boolean {
  return (
    p[0] >= Math.min(a[0], b[0]) &&
    p[0] <= Math.max(a[0], b[0]) &&
    p[1] >= Math.min(a[1], b[1]) &&
    p[1] <= Math.max(a[1], b[1])
  );
}

function same(a: Point, b: Point): boolean {
  return a[0] === b[0] && a[1] === b[1];
}
