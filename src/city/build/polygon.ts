import earcut from 'earcut';

export type Outline = readonly (readonly [number, number])[];

export function signedArea(outline: Outline): number {
  let twice = 0;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    twice += outline[j][0] * outline[i][1] - outline[i][0] * outline[j][1];
  }
  return twice / 2;
}

export function contains(outline: Outline, x: number, y: number): boolean {
  let inside = false;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const [xi, yi] = outline[i];
    const [xj, yj] = outline[j];
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

export function centroid(outline: Outline): [number, number] {
  let x = 0;
  let y = 0;
  let twice = 0;
  const [originX, originY] = outline[0];
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const ax = outline[j][0] - originX;
    const ay = outline[j][1] - originY;
    const bx = outline[i][0] - originX;
    const by = outline[i][1] - originY;
    const cross = ax * by - bx * ay;
    twice += cross;
    x += (ax + bx) * cross;
    y += (ay + by) * cross;
  }
  if (Math.abs(twice) < 1e-9) return [originX, originY];
  return [originX + x / (3 * twice), originY + y / (3 * twice)];
}

/** Counter-clockwise triangles over the outline's points. */
export function triangulate(outline: Outline): number[] {
  const flat: number[] = [];
  for (const [x, y] of outline) flat.push(x, y);
  const triangles = earcut(flat);
  for (let i = 0; i < triangles.length; i += 3) {
    const [a, b, c] = [outline[triangles[i]], outline[triangles[i + 1]], outline[triangles[i + 2]]];
    if ((b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]) < 0) {
      const swap = triangles[i + 1];
      triangles[i + 1] = triangles[i + 2];
      triangles[i + 2] = swap;
    }
  }
  return triangles;
}

/**
 * The outline moved inwards (or outwards, negative) by a distance, corner by corner; null where the result would turn
 * over, as in a wing narrower than twice the distance. Point i of the answer belongs to point i of the outline.
 */
export function inset(outline: Outline, distanceM: number): [number, number][] | null {
  const n = outline.length;
  const result: [number, number][] = [];
  for (let i = 0; i < n; i++) {
    const [px, py] = outline[(i + n - 1) % n];
    const [x, y] = outline[i];
    const [qx, qy] = outline[(i + 1) % n];
    const inLength = Math.hypot(x - px, y - py);
    const outLength = Math.hypot(qx - x, qy - y);
    if (inLength < 1e-6 || outLength < 1e-6) return null;
    const inX = (x - px) / inLength;
    const inY = (y - py) / inLength;
    const outX = (qx - x) / outLength;
    const outY = (qy - y) / outLength;
    const cosine = inX * outX + inY * outY;
    const scale = distanceM / Math.max(0.25, 1 + cosine);
    result.push([x + (-inY - outY) * scale, y + (inX + outX) * scale]);
  }
  for (let i = 0; i < n; i++) {
    const j = (i + 1) % n;
    const before = [outline[j][0] - outline[i][0], outline[j][1] - outline[i][1]];
    const after = [result[j][0] - result[i][0], result[j][1] - result[i][1]];
    if (before[0] * after[0] + before[1] * after[1] <= 0) return null;
  }
  return result;
}

export interface Box {
  readonly x: number;
  readonly y: number;
  /** Unit vector along the long side. */
  readonly ux: number;
  readonly uy: number;
  readonly lengthM: number;
  readonly widthM: number;
}

/** The smallest rectangle around an outline that is aligned with one of its sides. */
export function boxAround(outline: Outline): Box {
  let best: Box | null = null;
  let bestArea = Infinity;
  for (let i = 0; i < outline.length; i++) {
    const [ax, ay] = outline[i];
    const [bx, by] = outline[(i + 1) % outline.length];
    const side = Math.hypot(bx - ax, by - ay);
    if (side < 1e-6) continue;
    const ux = (bx - ax) / side;
    const uy = (by - ay) / side;
    let minU = Infinity;
    let maxU = -Infinity;
    let minV = Infinity;
    let maxV = -Infinity;
    for (const [x, y] of outline) {
      const u = x * ux + y * uy;
      const v = -x * uy + y * ux;
      if (u < minU) minU = u;
      if (u > maxU) maxU = u;
      if (v < minV) minV = v;
      if (v > maxV) maxV = v;
    }
    const area = (maxU - minU) * (maxV - minV);
    if (area >= bestArea - 1e-6) continue;
    bestArea = area;
    const u = (minU + maxU) / 2;
    const v = (minV + maxV) / 2;
    const x = u * ux - v * uy;
    const y = u * uy + v * ux;
    const long = maxU - minU >= maxV - minV;
    best = long
      ? { x, y, ux, uy, lengthM: maxU - minU, widthM: maxV - minV }
      : { x, y, ux: -uy, uy: ux, lengthM: maxV - minV, widthM: maxU - minU };
  }
  return best ?? { x: outline[0][0], y: outline[0][1], ux: 1, uy: 0, lengthM: 0, widthM: 0 };
}

/** A rectangle's corners, counter-clockwise. */
export function rectangle(box: Box, lengthM: number, widthM: number, alongM = 0, acrossM = 0): [number, number][] {
  const at = (u: number, v: number): [number, number] => [
    box.x + (u + alongM) * box.ux - (v + acrossM) * box.uy,
    box.y + (u + alongM) * box.uy + (v + acrossM) * box.ux,
  ];
  const l = lengthM / 2;
  const w = widthM / 2;
  return [at(-l, -w), at(l, -w), at(l, w), at(-l, w)];
}

/** Distance from a point to the nearest side of an outline. */
export function distanceToRim(outline: Outline, x: number, y: number): number {
  let nearest = Infinity;
  for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
    const ex = outline[i][0] - outline[j][0];
    const ey = outline[i][1] - outline[j][1];
    const squared = ex * ex + ey * ey;
    const along = squared > 0 ? ((x - outline[j][0]) * ex + (y - outline[j][1]) * ey) / squared : 0;
    const share = Math.min(1, Math.max(0, along));
    nearest = Math.min(nearest, Math.hypot(outline[j][0] + ex * share - x, outline[j][1] + ey * share - y));
  }
  return nearest;
}
