import type { Point } from '../../../scene';

export function distanceM(a: Point, b: Point): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

export function lengthOf(shape: readonly Point[]): number {
  let lengthM = 0;
  for (let i = 1; i < shape.length; i++) lengthM += distanceM(shape[i - 1], shape[i]);
  return lengthM;
}

/** The same way without points that lie on the one before. */
export function withoutRepeats(points: readonly Point[]): Point[] {
  const kept: Point[] = [];
  for (const point of points) {
    const last = kept[kept.length - 1];
    if (last === undefined || last[0] !== point[0] || last[1] !== point[1]) kept.push(point);
  }
  return kept;
}

/** To the millimetre: what is computed is written no longer than it is known. */
export function rounded([x, y]: Point): Point {
  return [Math.round(x * 1_000) / 1_000, Math.round(y * 1_000) / 1_000];
}

/** Counter-clockwise hull (Andrew's monotone chain, 1979). */
export function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a[0] - b[0] || a[1] - b[1]);
  const half = (ordered: readonly Point[]) => {
    const chain: Point[] = [];
    for (const point of ordered) {
      while (chain.length >= 2 && turnOf(chain[chain.length - 2], chain[chain.length - 1], point) <= 0) chain.pop();
      chain.push(point);
    }
    return chain.slice(0, -1);
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function turnOf(a: Point, b: Point, c: Point): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}

/** Twice the area, positive counter-clockwise. */
export function twiceAreaM2(points: readonly Point[]): number {
  let sum = 0;
  for (let i = 0; i < points.length; i++) {
    const [x0, y0] = points[i];
    const [x1, y1] = points[(i + 1) % points.length];
    sum += x0 * y1 - x1 * y0;
  }
  return sum;
}

/** The point so far along a way, as a share of its length. */
export function pointAlong(shape: readonly Point[], share: number): Point {
  let leftM = Math.max(0, Math.min(1, share)) * lengthOf(shape);
  for (let i = 1; i < shape.length; i++) {
    const spanM = distanceM(shape[i - 1], shape[i]);
    if (leftM <= spanM && spanM > 0) {
      const part = leftM / spanM;
      const [x0, y0] = shape[i - 1];
      return rounded([x0 + part * (shape[i][0] - x0), y0 + part * (shape[i][1] - y0)]);
    }
    leftM -= spanM;
  }
  return shape[shape.length - 1];
}
