/**
 * Outlines of a shape that a canvas has drawn: the line of half coverage, found between the pixels by marching squares
 * (Lorensen and Cline's cubes in two dimensions), with what lies on a straight line left out (Douglas and Peucker 1973).
 * Holes run the other way round than what they are holes of.
 */
export interface Coverage {
  readonly width: number;
  readonly height: number;
  /** 0 to 255, row by row from the top. */
  readonly alpha: Uint8Array | Uint8ClampedArray;
}

/** Closed rings of x, y, x, y … in pixels, y downwards; the first point is not repeated. */
export type Ring = readonly number[];

const HALF = 127.5;
/** Pixels that a point may lie off the line that is drawn in its place. */
const TOLERANCE_PIXELS = 0.06;
/** Specks of less than this are dust of the rasteriser, no part of a letter. */
const LEAST_AREA_PIXELS = 0.3;

export function traceOutline(shape: Coverage): readonly Ring[] {
  const next = crossings(shape);
  const rings: Ring[] = [];
  for (const start of next.keys()) {
    const ring: number[] = [];
    let at: number | undefined = start;
    while (at !== undefined && next.has(at)) {
      const { x, y, to }: Crossing = next.get(at) as Crossing;
      next.delete(at);
      ring.push(x, y);
      at = to;
    }
    if (Math.abs(areaOf(ring)) >= LEAST_AREA_PIXELS) rings.push(simplified(ring));
  }
  return rings;
}

/** Twice around is once: positive where it runs clockwise on the screen. */
export function areaOf(ring: Ring): number {
  let sum = 0;
  for (let i = 0; i < ring.length; i += 2) {
    const j = (i + 2) % ring.length;
    sum += ring[i] * ring[j + 1] - ring[j] * ring[i + 1];
  }
  return sum / 2;
}

/** Where the outline leaves a cell's side, and the side by which it leaves the next cell. */
interface Crossing {
  readonly x: number;
  readonly y: number;
  readonly to: number;
}

/** Sides of cells that the outline crosses, each with the next one on its way. The rim counts as empty. */
function crossings({ width, height, alpha }: Coverage): Map<number, Crossing> {
  const at = (x: number, y: number) => (x < 0 || y < 0 || x >= width || y >= height ? 0 : alpha[y * width + x]);
  const columns = width + 2;
  /** Of the cell whose upper left pixel is x, y: its upper side, and its left one. */
  const upper = (x: number, y: number) => 2 * ((y + 1) * columns + x + 1);
  const left = (x: number, y: number) => upper(x, y) + 1;
  const found = new Map<number, Crossing>();
  for (let y = -1; y < height; y++) {
    for (let x = -1; x < width; x++) {
      const a = at(x, y);
      const b = at(x + 1, y);
      const c = at(x + 1, y + 1);
      const d = at(x, y + 1);
      const inside = (a > HALF ? 8 : 0) | (b > HALF ? 4 : 0) | (c > HALF ? 2 : 0) | (d > HALF ? 1 : 0);
      if (inside === 0 || inside === 15) continue;
      const sides = [
        { key: upper(x, y), x: x + between(a, b), y },
        { key: left(x + 1, y), x: x + 1, y: y + between(b, c) },
        { key: upper(x, y + 1), x: x + between(d, c), y: y + 1 },
        { key: left(x, y), x, y: y + between(a, d) },
      ];
      // Of two ways through a saddle, the one that its middle tells.
      const isFull = a + b + c + d > 4 * HALF;
      for (const [from, to] of waysOf(inside, isFull)) {
        found.set(sides[from].key, { x: sides[from].x, y: sides[from].y, to: sides[to].key });
      }
    }
  }
  return found;
}

function between(from: number, to: number): number {
  return (HALF - from) / (to - from);
}

const UPPER = 0;
const RIGHT = 1;
const LOWER = 2;
const LEFT = 3;

/** From side to side, what is inside on the right hand. */
function waysOf(inside: number, isFull: boolean): readonly (readonly [number, number])[] {
  switch (inside) {
    case 8:
      return [[UPPER, LEFT]];
    case 4:
      return [[RIGHT, UPPER]];
    case 2:
      return [[LOWER, RIGHT]];
    case 1:
      return [[LEFT, LOWER]];
    case 12:
      return [[RIGHT, LEFT]];
    case 6:
      return [[LOWER, UPPER]];
    case 3:
      return [[LEFT, RIGHT]];
    case 9:
      return [[UPPER, LOWER]];
    case 7:
      return [[LEFT, UPPER]];
    case 11:
      return [[UPPER, RIGHT]];
    case 13:
      return [[RIGHT, LOWER]];
    case 14:
      return [[LOWER, LEFT]];
    case 10:
      return isFull
        ? [
            [UPPER, RIGHT],
            [LOWER, LEFT],
          ]
        : [
            [UPPER, LEFT],
            [LOWER, RIGHT],
          ];
    default:
      return isFull
        ? [
            [LEFT, UPPER],
            [RIGHT, LOWER],
          ]
        : [
            [LEFT, LOWER],
            [RIGHT, UPPER],
          ];
  }
}

/** The ring in two halves, each without what is nearly straight. */
function simplified(ring: Ring): Ring {
  const count = ring.length / 2;
  if (count < 5) return ring;
  const keep = new Uint8Array(count);
  const far = farthest(ring, 0, count);
  keep[0] = 1;
  keep[far] = 1;
  const open: [number, number][] = [
    [0, far],
    [far, count],
  ];
  for (let span = open.pop(); span; span = open.pop()) {
    const [from, to] = span;
    let most = TOLERANCE_PIXELS;
    let at = -1;
    for (let i = from + 1; i < to; i++) {
      const away = awayFrom(ring, from, to % count, i);
      if (away > most) [most, at] = [away, i];
    }
    if (at < 0) continue;
    keep[at] = 1;
    open.push([from, at], [at, to]);
  }
  return ring.filter((_, i) => keep[i >> 1] === 1);
}

function farthest(ring: Ring, from: number, count: number): number {
  let most = -1;
  let at = from;
  for (let i = 0; i < count; i++) {
    const dx = ring[2 * i] - ring[2 * from];
    const dy = ring[2 * i + 1] - ring[2 * from + 1];
    if (dx * dx + dy * dy > most) [most, at] = [dx * dx + dy * dy, i];
  }
  return at;
}

function awayFrom(ring: Ring, from: number, to: number, point: number): number {
  const dx = ring[2 * to] - ring[2 * from];
  const dy = ring[2 * to + 1] - ring[2 * from + 1];
  const px = ring[2 * point] - ring[2 * from];
  const py = ring[2 * point + 1] - ring[2 * from + 1];
  const length = Math.sqrt(dx * dx + dy * dy);
  return length === 0 ? Math.sqrt(px * px + py * py) : Math.abs(dx * py - dy * px) / length;
}
