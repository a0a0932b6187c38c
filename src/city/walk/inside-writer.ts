import { BufferAttribute, BufferGeometry } from 'three';
import { Growing } from '../build/growing';
import type { Corridor } from './corridor';

/** What a surface inside a compartment is, as its shader numbers it. */
export const InsidePart = {
  floor: 0,
  wall: 1,
  roof: 2,
  bulkhead: 3,
  steel: 4,
  pipe: 5,
  tray: 6,
  cable: 7,
  shaft: 8,
  shaftTop: 9,
  gear: 10,
  lamp: 11,
  sign: 12,
  rung: 13,
} as const;

/** Metres along the gallery, above the floor, to the left of the compartment's middle. */
export type Spot = readonly [alongM: number, upM: number, leftM: number];

/** Where positions are measured from, so that single precision is a thousandth of a millimetre. */
export type Origin = readonly [number, number, number];

/**
 * Writes surfaces in a corridor's own measures: what is long is cut at the gallery's bends. Normals and places stay in
 * these measures, since light and layers are reckoned in them; only positions are the picture's.
 */
export class InsideWriter {
  part: number = InsidePart.floor;
  kind = 0;
  row = 0;
  private readonly corridor: Corridor;
  private readonly origin: Origin;
  private readonly positions = new Growing(Float32Array);
  private readonly normals = new Growing(Int8Array);
  private readonly places = new Growing(Float32Array);
  private readonly signs = new Growing(Uint16Array);
  private readonly index = new Growing(Uint32Array);
  private readonly at = new Float64Array(3);
  private count = 0;

  constructor(corridor: Corridor, origin: Origin) {
    this.corridor = corridor;
    this.origin = origin;
  }

  /** Corners all round; `normal` is in the corridor's measures too. */
  quad(corners: readonly [Spot, Spot, Spot, Spot], normal: Spot): void {
    const first = this.count;
    for (const corner of corners) this.vertex(corner, normal[0], normal[1], normal[2]);
    this.index.push3(first, first + 1, first + 2);
    this.index.push3(first, first + 2, first + 3);
  }

  /** A strip along the gallery between two lines, each so high and so far left. */
  strip(fromM: number, toM: number, a: readonly [number, number], b: readonly [number, number], normal: Spot): void {
    const stops = this.corridor.stretch(fromM, toM);
    for (let i = 1; i < stops.length; i++) {
      const [from, to] = [stops[i - 1], stops[i]];
      this.quad(
        [
          [from, a[0], a[1]],
          [to, a[0], a[1]],
          [to, b[0], b[1]],
          [from, b[0], b[1]],
        ],
        normal,
      );
    }
  }

  /** All six sides of a box. */
  box(from: Spot, to: Spot): void {
    const [a0, u0, l0] = from;
    const [a1, u1, l1] = to;
    this.strip(a0, a1, [u0, l0], [u0, l1], [0, -1, 0]);
    this.strip(a0, a1, [u1, l0], [u1, l1], [0, 1, 0]);
    this.strip(a0, a1, [u0, l0], [u1, l0], [0, 0, -1]);
    this.strip(a0, a1, [u0, l1], [u1, l1], [0, 0, 1]);
    this.across(a0, [u0, l0], [u1, l1], -1);
    this.across(a1, [u0, l0], [u1, l1], 1);
  }

  /** A plate across the gallery. */
  across(alongM: number, low: readonly [number, number], high: readonly [number, number], facing: number): void {
    this.quad(
      [
        [alongM, low[0], low[1]],
        [alongM, low[0], high[1]],
        [alongM, high[0], high[1]],
        [alongM, high[0], low[1]],
      ],
      [facing, 0, 0],
    );
  }

  /** A round bar along the gallery. */
  bar(fromM: number, toM: number, upM: number, leftM: number, radiusM: number, sides: number): void {
    const stops = this.corridor.stretch(fromM, toM);
    const first = this.count;
    for (const alongM of stops) {
      for (let k = 0; k <= sides; k++) {
        const [u, l] = ringAt(k, sides);
        this.vertex([alongM, upM + radiusM * u, leftM + radiusM * l], 0, u, l);
      }
    }
    this.joinRings(first, stops.length, sides);
  }

  /** A ring about a bar, with its faces along the gallery. */
  collar(fromM: number, toM: number, upM: number, leftM: number, innerM: number, outerM: number, sides: number): void {
    this.bar(fromM, toM, upM, leftM, outerM, sides);
    for (const [alongM, facing] of [
      [fromM, -1],
      [toM, 1],
    ]) {
      const first = this.count;
      for (let k = 0; k <= sides; k++) {
        const [u, l] = ringAt(k, sides);
        this.vertex([alongM, upM + innerM * u, leftM + innerM * l], facing, 0, 0);
        this.vertex([alongM, upM + outerM * u, leftM + outerM * l], facing, 0, 0);
        if (k === 0) continue;
        const a = first + 2 * k - 2;
        this.index.push3(a, a + 1, a + 3);
        this.index.push3(a, a + 3, a + 2);
      }
    }
  }

  /** A round bar from the lower to the upper of two heights. */
  post(alongM: number, leftM: number, lowM: number, highM: number, radiusM: number, sides = 8): void {
    const first = this.count;
    for (const upM of [lowM, highM]) {
      for (let k = 0; k <= sides; k++) {
        const [a, l] = ringAt(k, sides);
        this.vertex([alongM + radiusM * a, upM, leftM + radiusM * l], a, 0, l);
      }
    }
    this.joinRings(first, 2, sides);
    this.disc(alongM, highM, leftM, radiusM, sides, 1);
  }

  /** A disc that looks up or down. */
  private disc(alongM: number, upM: number, leftM: number, radiusM: number, sides: number, facing: number): void {
    const first = this.count;
    this.vertex([alongM, upM, leftM], 0, facing, 0);
    for (let k = 0; k <= sides; k++) {
      const [a, l] = ringAt(k, sides);
      this.vertex([alongM + radiusM * a, upM, leftM + radiusM * l], 0, facing, 0);
      if (k > 0) this.index.push3(first, first + k, first + k + 1);
    }
  }

  private joinRings(first: number, rings: number, sides: number): void {
    for (let ring = 1; ring < rings; ring++) {
      for (let k = 0; k < sides; k++) {
        const a = first + (ring - 1) * (sides + 1) + k;
        const b = a + sides + 1;
        this.index.push3(a, a + 1, b + 1);
        this.index.push3(a, b + 1, b);
      }
    }
  }

  private vertex(spot: Spot, alongN: number, upN: number, leftN: number): void {
    const { at, origin } = this;
    this.corridor.place(spot[0], spot[1], spot[2], at);
    this.positions.push3(at[0] - origin[0], at[1] - origin[1], at[2] - origin[2]);
    this.places.push3(spot[0], spot[1], spot[2]);
    this.normals.push4(127 * alongN, 127 * upN, 127 * leftN, 0);
    this.signs.push4(this.part, this.kind, this.row, 0);
    this.count++;
  }

  done(): BufferGeometry {
    const geometry = new BufferGeometry();
    geometry.setAttribute('position', new BufferAttribute(this.positions.done(), 3));
    geometry.setAttribute('aPlace', new BufferAttribute(this.places.done(), 3));
    geometry.setAttribute('aNormal', new BufferAttribute(this.normals.done(), 4, true));
    geometry.setAttribute('aSign', new BufferAttribute(this.signs.done(), 4));
    geometry.setIndex(new BufferAttribute(this.index.done(), 1));
    return geometry;
  }
}

function ringAt(k: number, sides: number): readonly [number, number] {
  const turn = (2 * Math.PI * k) / sides;
  return [Math.cos(turn), Math.sin(turn)];
}
