import { roundedCorner } from './curve';
import { isSimple, type Polygon } from './polygon';
import { turnBetween } from './polyline';
import { along, direction, distance, type Point, reverse } from './vector';

/** Rounds the outward corners of a counter-clockwise outline, as far as its sides allow. */
export function roundCorners(outline: Polygon, radiusM: number): Point[] {
  const n = outline.length;
  const result: Point[] = [];
  for (let i = 0; i < n; i++) {
    const before = outline[(i + n - 1) % n];
    const at = outline[i];
    const after = outline[(i + 1) % n];
    const incoming = direction(before, at);
    const outgoing = direction(at, after);
    const { cosine, sine } = turnBetween(incoming, outgoing);
    const sharp = sine > 0 && cosine < 0.8; // 37° and more
    const tangentPerRadius = Math.sqrt((1 - cosine) / Math.max(1 + cosine, 0.02));
    const roomM = Math.min(distance(before, at), distance(at, after)) * 0.45;
    const tangentM = Math.min(radiusM * tangentPerRadius, roomM, radiusM * 1.5);
    if (!sharp || tangentM < 0.5) result.push(at);
    else result.push(...roundedCorner(along(at, reverse(incoming), tangentM), at, along(at, outgoing, tangentM), 5));
  }
  return isSimple(result) ? result : [...outline];
}
