/**
 * The area that two simple polygons share, whatever their shapes. Each is the signed sum of the triangles from one of its
 * corners to each of its sides, and so what they share is the signed sum of what their triangles share, each clipped by
 * the other (Sutherland and Hodgman 1974). Exact but for rounding; outlines need not be convex nor run the same way.
 */
export type Outline = readonly (readonly [number, number])[];

export function overlapM2(a: Outline, b: Outline): number {
  if (areApart(a, b)) return 0;
  let sum = 0;
  for (const one of fanOf(a)) for (const other of fanOf(b)) sum += one.sign * other.sign * sharedM2(one, other);
  // Both signs at once where one of the two runs the other way round.
  return Math.abs(sum);
}

function areApart(a: Outline, b: Outline): boolean {
  return [0, 1].some((axis) => {
    const [one, other] = [a, b].map((outline) => outline.map((point) => point[axis]));
    return Math.min(...one) >= Math.max(...other) || Math.min(...other) >= Math.max(...one);
  });
}

/** Corners counterclockwise, and the sign that the triangle has in its polygon's sum. */
interface Triangle {
  readonly corners: Outline;
  readonly sign: 1 | -1;
  readonly box: readonly [number, number, number, number];
}

function fanOf(outline: Outline): readonly Triangle[] {
  const triangles: Triangle[] = [];
  for (let i = 1; i + 1 < outline.length; i++) {
    const [a, b, c] = [outline[0], outline[i], outline[i + 1]];
    const twice = cross(a, b, c);
    if (twice === 0) continue;
    const xs = [a[0], b[0], c[0]];
    const ys = [a[1], b[1], c[1]];
    triangles.push({
      corners: twice > 0 ? [a, b, c] : [a, c, b],
      sign: twice > 0 ? 1 : -1,
      box: [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)],
    });
  }
  return triangles;
}

function sharedM2(one: Triangle, other: Triangle): number {
  const [ax, ay, aX, aY] = one.box;
  const [bx, by, bX, bY] = other.box;
  if (ax >= bX || bx >= aX || ay >= bY || by >= aY) return 0;
  let kept = one.corners;
  for (let i = 0; i < 3 && kept.length > 2; i++) kept = clip(kept, other.corners[i], other.corners[(i + 1) % 3]);
  return areaM2(kept);
}

/** What lies to the left of a line. */
function clip(corners: Outline, from: readonly [number, number], to: readonly [number, number]): Outline {
  const kept: (readonly [number, number])[] = [];
  for (let i = 0; i < corners.length; i++) {
    const here = corners[i];
    const next = corners[(i + 1) % corners.length];
    const hereM = cross(from, to, here);
    const nextM = cross(from, to, next);
    if (hereM >= 0) kept.push(here);
    if (hereM > 0 !== nextM > 0 && hereM !== nextM && hereM !== 0 && nextM !== 0) {
      const share = hereM / (hereM - nextM);
      kept.push([here[0] + share * (next[0] - here[0]), here[1] + share * (next[1] - here[1])]);
    }
  }
  return kept;
}

export function areaM2(corners: Outline): number {
  let twice = 0;
  for (let i = 1; i + 1 < corners.length; i++) twice += cross(corners[0], corners[i], corners[i + 1]);
  return Math.abs(twice) / 2;
}

function cross(a: readonly [number, number], b: readonly [number, number], c: readonly [number, number]): number {
  return (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);
}
