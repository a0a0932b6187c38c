import { along, cross, direction, distance, distanceToSegment, dot, mix, type Point, rightOf } from './vector';

type Polyline = readonly Point[];

export function lengthOf(line: Polyline): number {
  let sum = 0;
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1], line[i]);
  return sum;
}

/** A place on a line as its vertices count it: 2.5 is half-way between the third and the fourth. */
export function placeAt(line: Polyline, metres: number): number {
  let left = metres;
  for (let i = 1; i < line.length; i++) {
    const step = distance(line[i - 1], line[i]);
    if (left <= step || i === line.length - 1) return i - 1 + (step === 0 ? 0 : left / step);
    left -= step;
  }
  return 0;
}

export function metresAt(line: Polyline, place: number): number {
  const whole = Math.min(Math.floor(place), line.length - 2);
  let sum = 0;
  for (let i = 1; i <= whole; i++) sum += distance(line[i - 1], line[i]);
  return sum + (place - whole) * distance(line[whole], line[whole + 1]);
}

export function pointAtPlace(line: Polyline, place: number): Point {
  const i = Math.min(Math.max(Math.floor(place), 0), line.length - 2);
  return mix(line[i], line[i + 1], place - i);
}

export function pointAt(line: Polyline, metres: number): Point {
  return pointAtPlace(line, placeAt(line, metres));
}

export function directionAtPlace(line: Polyline, place: number): Point {
  const i = Math.min(Math.max(Math.floor(place), 0), line.length - 2);
  return direction(line[i], line[i + 1]);
}

/** Between two places; vertices closer than a centimetre to the cuts are dropped. */
export function slice(line: Polyline, fromPlace: number, toPlace: number): Point[] {
  const first = pointAtPlace(line, fromPlace);
  const last = pointAtPlace(line, toPlace);
  const points: Point[] = [first];
  for (let i = Math.ceil(fromPlace); i <= Math.floor(toPlace); i++) {
    if (i >= 0 && i < line.length && distance(line[i], points[points.length - 1]) > 0.01) points.push(line[i]);
  }
  while (points.length > 1 && distance(points[points.length - 1], last) <= 0.01) points.pop();
  points.push(last);
  return points;
}

/** The parallel at a distance to the right, vertex for vertex, so that places carry over. */
export function offsetRight(line: Polyline, metres: number): Point[] {
  if (metres === 0) return line.map((at) => [at[0], at[1]]);
  const result: Point[] = [];
  for (let i = 0; i < line.length; i++) {
    const before = i > 0 ? direction(line[i - 1], line[i]) : undefined;
    const after = i < line.length - 1 ? direction(line[i], line[i + 1]) : undefined;
    const normal = before && after ? mitre(rightOf(before), rightOf(after)) : rightOf((before ?? after)!);
    result.push(along(line[i], normal, metres));
  }
  return result;
}

/** Keeps the distance to both neighbours; beyond a sharp bend it grows to twice at most. */
function mitre(a: Point, b: Point): Point {
  const x = a[0] + b[0];
  const y = a[1] + b[1];
  const size = Math.sqrt(x * x + y * y);
  if (size < 1e-6) return a;
  const half = size / 2;
  const scale = 1 / Math.max(half, 0.5) / size;
  return [x * scale, y * scale];
}

/** Every place where two lines cross, in order along the first. */
export function crossings(a: Polyline, b: Polyline): { atA: number; atB: number }[] {
  const found: { atA: number; atB: number }[] = [];
  for (let i = 1; i < a.length; i++) {
    const lowX = Math.min(a[i - 1][0], a[i][0]);
    const highX = Math.max(a[i - 1][0], a[i][0]);
    const lowY = Math.min(a[i - 1][1], a[i][1]);
    const highY = Math.max(a[i - 1][1], a[i][1]);
    for (let j = 1; j < b.length; j++) {
      const r = b[j - 1];
      const s = b[j];
      if ((r[0] < lowX && s[0] < lowX) || (r[0] > highX && s[0] > highX)) continue;
      if ((r[1] < lowY && s[1] < lowY) || (r[1] > highY && s[1] > highY)) continue;
      const a0 = a[i - 1];
      const a1 = a[i];
      const ax = a1[0] - a0[0];
      const ay = a1[1] - a0[1];
      const bx = s[0] - r[0];
      const by = s[1] - r[1];
      const denominator = ax * by - ay * bx;
      if (Math.abs(denominator) < 1e-12) continue;
      const cx = r[0] - a0[0];
      const cy = r[1] - a0[1];
      const t = (cx * by - cy * bx) / denominator;
      const u = (cx * ay - cy * ax) / denominator;
      if (t >= 0 && t <= 1 && u >= 0 && u <= 1) found.push({ atA: i - 1 + t, atB: j - 1 + u });
    }
  }
  return found.sort((x, y) => x.atA - y.atA);
}

export function distanceToLine(at: Point, line: Polyline): number {
  let nearest = Number.POSITIVE_INFINITY;
  for (let i = 1; i < line.length; i++) nearest = Math.min(nearest, distanceToSegment(at, line[i - 1], line[i]));
  return nearest;
}

/** Fewer points, none of the dropped ones further than the tolerance from the line that stays (Douglas & Peucker 1973). */
export function simplify(line: Polyline, toleranceM: number): Point[] {
  const keep = new Uint8Array(line.length);
  keep[0] = 1;
  keep[line.length - 1] = 1;
  const open: [number, number][] = [[0, line.length - 1]];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let worst = toleranceM;
    let split = -1;
    for (let i = from + 1; i < to; i++) {
      const off = distanceToSegment(line[i], line[from], line[to]);
      if (off > worst) {
        worst = off;
        split = i;
      }
    }
    if (split < 0) continue;
    keep[split] = 1;
    open.push([from, split], [split, to]);
  }
  return line.filter((_, i) => keep[i] === 1);
}

/** To the centimetre, as scene files hold it; repeated points fall together. */
export function roundToCentimetres(line: Polyline): Point[] {
  const result: Point[] = [];
  for (const at of line) {
    const rounded: Point = [roundCoordinate(at[0]), roundCoordinate(at[1])];
    const last = result[result.length - 1];
    if (!last || last[0] !== rounded[0] || last[1] !== rounded[1]) result.push(rounded);
  }
  return result;
}

function roundCoordinate(metres: number): number {
  const rounded = Math.round(metres * 100) / 100;
  return rounded === 0 ? 0 : rounded; // no negative zero in files
}

/** Cosine and sine of the turn from one direction to another; the sine is positive to the left. */
export function turnBetween(from: Point, to: Point): { cosine: number; sine: number } {
  return { cosine: dot(from, to), sine: cross(from, to) };
}
