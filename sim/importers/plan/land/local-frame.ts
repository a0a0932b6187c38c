import { signedArea } from '../../geometry/polygon';
import { minus, type Point, unit } from '../../geometry/vector';

/** A turned set of axes: `east` is where local x runs. Buildings and parcels are laid out in it, square to their street. */
export interface Frame {
  readonly east: Point;
}

export function toLocal(frame: Frame, at: Point): Point {
  const [c, s] = frame.east;
  return [at[0] * c + at[1] * s, at[1] * c - at[0] * s];
}

export function toWorld(frame: Frame, at: Point): Point {
  const [c, s] = frame.east;
  return [at[0] * c - at[1] * s, at[0] * s + at[1] * c];
}

export const outlineToLocal = (frame: Frame, outline: readonly Point[]): Point[] =>
  outline.map((at) => toLocal(frame, at));
export const outlineToWorld = (frame: Frame, outline: readonly Point[]): Point[] =>
  outline.map((at) => toWorld(frame, at));

/**
 * The directions that most of an outline's length follows, give or take quarter turns; local x is the one within 45° of
 * east. Each side is a complex number to the fourth power, so that its four quarter turns fall together; the sum's
 * fourth root is two half-angles.
 */
export function frameAlong(outline: readonly Point[]): Frame {
  let real = 0;
  let imaginary = 0;
  for (let i = 0; i < outline.length; i++) {
    const [x, y] = minus(outline[(i + 1) % outline.length], outline[i]);
    const length = Math.sqrt(x * x + y * y);
    if (length < 1e-9) continue;
    const [x2, y2] = [(x * x - y * y) / length, (2 * x * y) / length];
    real += (x2 * x2 - y2 * y2) / length;
    imaginary += (2 * x2 * y2) / length;
  }
  if (real * real + imaginary * imaginary < 1e-9) return { east: [1, 0] };
  return { east: halfAngle(halfAngle(unit([real, imaginary]))) };
}

/** Housing faces south: its frame may follow the street by this much at most. cos and sin of 15°, the usual allowance. */
const COS_15 = 0.9659258262890683;
const SIN_15 = 0.25881904510252074;

export function facingSouth(frame: Frame): Frame {
  const [c, s] = frame.east;
  if (c >= COS_15) return frame;
  return { east: [COS_15, s > 0 ? SIN_15 : -SIN_15] };
}

/** Local x becomes what local y was: rows then run along the other pair of sides. */
export function quarterTurn(frame: Frame): Frame {
  return { east: [-frame.east[1], frame.east[0]] };
}

function halfAngle([c, s]: Point): Point {
  return unit([Math.max(1 + c, 1e-12), s]);
}

export function boundsOf(outline: readonly Point[]): { minX: number; minY: number; maxX: number; maxY: number } {
  const bounds = { minX: Infinity, minY: Infinity, maxX: -Infinity, maxY: -Infinity };
  for (const [x, y] of outline) {
    bounds.minX = Math.min(bounds.minX, x);
    bounds.minY = Math.min(bounds.minY, y);
    bounds.maxX = Math.max(bounds.maxX, x);
    bounds.maxY = Math.max(bounds.maxY, y);
  }
  return bounds;
}

/** Centre of gravity; of a very thin outline, the mean of its corners. */
export function centroidOf(outline: readonly Point[]): Point {
  const area = signedArea(outline);
  if (Math.abs(area) < 1e-6) {
    const sum = outline.reduce<[number, number]>((all, at) => [all[0] + at[0], all[1] + at[1]], [0, 0]);
    return [sum[0] / outline.length, sum[1] / outline.length];
  }
  const [ox, oy] = outline[0];
  let x = 0;
  let y = 0;
  for (let i = 0; i < outline.length; i++) {
    const ax = outline[i][0] - ox;
    const ay = outline[i][1] - oy;
    const b = outline[(i + 1) % outline.length];
    const bx = b[0] - ox;
    const by = b[1] - oy;
    const part = ax * by - bx * ay;
    x += (ax + bx) * part;
    y += (ay + by) * part;
  }
  return [ox + x / (6 * area), oy + y / (6 * area)];
}
