import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';

export type Point3 = readonly [number, number, number];
/** Where on its surface a vertex lies: two lengths in metres, and how far the surface reaches in both. */
export type OnSurface = readonly [number, number, number, number];

/** Writes surfaces below the ground; faces look to the side that sees their corners counter-clockwise. */
export class SolidWriter {
  private readonly positions = new Growing(Float32Array);
  private readonly normals = new Growing(Int8Array);
  private readonly places = new Growing(Float32Array);
  private readonly signs = new Growing(Uint16Array);
  private readonly index = new Growing(Uint32Array);
  private count = 0;
  /** What is being written: of which section, what it is, and of what kind. */
  slot = 0;
  part = 0;
  kind = 0;

  private vertex(at: Point3, n: Point3, place: OnSurface): void {
    this.positions.push3(at[0], at[1], at[2]);
    this.normals.push4(n[0] * 127, n[1] * 127, n[2] * 127, 0);
    this.places.push4(place[0], place[1], place[2], place[3]);
    this.signs.push3(this.slot, this.part, this.kind);
    this.count++;
  }

  /** Four corners all round, each with its place on the surface; their own side of the plane is the front. */
  quad(corners: readonly [Point3, Point3, Point3, Point3], places: readonly OnSurface[]): void {
    const n = normalOf(corners[0], corners[1], corners[2], corners[3]);
    const first = this.count;
    for (let i = 0; i < 4; i++) this.vertex(corners[i], n, places[i]);
    this.index.push3(first, first + 1, first + 2);
    this.index.push3(first, first + 2, first + 3);
  }

  /** A round bar between two rings of corners, smooth across them. */
  tube(from: readonly Point3[], to: readonly Point3[], fromM: number, toM: number, middles: readonly [Point3, Point3]) {
    const first = this.count;
    const sides = from.length;
    for (const [ring, alongM, middle] of [
      [from, fromM, middles[0]],
      [to, toM, middles[1]],
    ] as const) {
      for (let k = 0; k < sides; k++) {
        this.vertex(ring[k], unit(minus(ring[k], middle)), [alongM, k / sides, 0, 0]);
      }
    }
    for (let k = 0; k < sides; k++) {
      const next = (k + 1) % sides;
      this.index.push3(first + k, first + next, first + sides + next);
      this.index.push3(first + k, first + sides + next, first + sides + k);
    }
  }

  done(): MeshData {
    const positions = this.positions.done();
    return {
      attributes: {
        position: { array: positions, itemSize: 3, normalized: false },
        normal: { array: this.normals.done(), itemSize: 4, normalized: true },
        aPlace: { array: this.places.done(), itemSize: 4, normalized: false },
        aSign: { array: this.signs.done(), itemSize: 3, normalized: false },
      },
      index: this.index.done(),
      ...boundsOf(positions),
    };
  }
}

function minus(a: Point3, b: Point3): Point3 {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function unit(p: Point3): Point3 {
  const length = Math.hypot(...p) || 1;
  return [p[0] / length, p[1] / length, p[2] / length];
}

function normalOf(a: Point3, b: Point3, c: Point3, d: Point3): Point3 {
  const [ux, uy, uz] = minus(c, a);
  const [vx, vy, vz] = minus(d, b);
  return unit([uy * vz - uz * vy, uz * vx - ux * vz, ux * vy - uy * vx]);
}
