import { cross, crossSegments, minus, mix, type Point } from './vector';

export type Polygon = readonly Point[];

/** Positive for counter-clockwise outlines. */
export function signedArea(outline: Polygon): number {
  let twice = 0;
  const origin = outline[0];
  for (let i = 1; i + 1 < outline.length; i++) twice += cross(minus(outline[i], origin), minus(outline[i + 1], origin));
  return twice / 2;
}

export function contains(outline: Polygon, at: Point): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const a = outline[i];
    const b = outline[j];
    if (a[1] > at[1] !== b[1] > at[1] && at[0] < ((b[0] - a[0]) * (at[1] - a[1])) / (b[1] - a[1]) + a[0])
      inside = !inside;
  }
  return inside;
}

/** No two sides touch, but for neighbours at their common corner. */
export function isSimple(outline: Polygon): boolean {
  return firstSelfCrossing(outline) === undefined;
}

/**
 * Cuts an outline that crosses itself into outlines that do not, and keeps those that run counter-clockwise: after a
 * parallel shift inwards, the parts that turned inside out run the other way.
 */
export function untangle(outline: Polygon, minimumAreaM2: number): Point[][] {
  const open: Polygon[] = [outline];
  const kept: Point[][] = [];
  for (let ring = open.pop(), guard = 0; ring; ring = open.pop()) {
    if (++guard > 2_000) throw new Error(`met an outline of ${outline.length} points that stays tangled`);
    if (ring.length < 3) continue;
    const found = firstSelfCrossing(ring);
    if (!found) {
      if (signedArea(ring) >= minimumAreaM2) kept.push([...ring]);
      continue;
    }
    const { i, j, at } = found;
    open.push(withoutRepeats([at, ...ring.slice(i + 1, j + 1)]));
    open.push(withoutRepeats([at, ...ring.slice(j + 1), ...ring.slice(0, i + 1)]));
  }
  return kept;
}

export function withoutRepeats(ring: readonly Point[], withinM = 1e-6): Point[] {
  const result: Point[] = [];
  const same = (a: Point, b: Point) => Math.abs(a[0] - b[0]) <= withinM && Math.abs(a[1] - b[1]) <= withinM;
  for (const at of ring) if (result.length === 0 || !same(at, result[result.length - 1])) result.push(at);
  while (result.length > 1 && same(result[0], result[result.length - 1])) result.pop();
  return result;
}

function firstSelfCrossing(ring: Polygon): { i: number; j: number; at: Point } | undefined {
  const n = ring.length;
  for (let i = 0; i < n; i++) {
    const p = ring[i];
    const q = ring[(i + 1) % n];
    const lowX = Math.min(p[0], q[0]);
    const highX = Math.max(p[0], q[0]);
    const lowY = Math.min(p[1], q[1]);
    const highY = Math.max(p[1], q[1]);
    for (let j = i + 2; j < n; j++) {
      if (i === 0 && j === n - 1) continue;
      const r = ring[j];
      const s = ring[(j + 1) % n];
      if ((r[0] < lowX && s[0] < lowX) || (r[0] > highX && s[0] > highX)) continue;
      if ((r[1] < lowY && s[1] < lowY) || (r[1] > highY && s[1] > highY)) continue;
      const met = crossSegments(p, q, r, s);
      if (met) return { i, j, at: mix(p, q, met.t) };
    }
  }
  return undefined;
}

/** The least convex outline round all points, counter-clockwise (monotone chain: Andrew 1979). */
export function convexHull(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  if (sorted.length < 3) return sorted;
  const chain = (order: readonly Point[]): Point[] => {
    const kept: Point[] = [];
    for (const at of order) {
      while (
        kept.length > 1 &&
        cross(minus(kept[kept.length - 1], kept[kept.length - 2]), minus(at, kept[kept.length - 1])) <= 0
      )
        kept.pop();
      kept.push(at);
    }
    return kept.slice(0, -1);
  };
  return [...chain(sorted), ...chain(sorted.reverse())];
}
