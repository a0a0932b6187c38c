import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';
import { triangulate } from '../polygon';

/** What a surface of a building is; the shader gives it its material. */
export const Part = {
  wall: 0,
  roof: 1,
  parapet: 2,
  plant: 3,
  solar: 4,
  skylight: 5,
  metal: 6,
  tiles: 7,
  garden: 8,
} as const;

type Point3 = readonly [number, number, number];

/** Writes the surfaces of many buildings into one mesh; every vertex carries its building's number. */
export class BuildingWriter {
  private readonly positions = new Growing(Float32Array);
  private readonly normals = new Growing(Int8Array);
  private readonly wall = new Growing(Float32Array);
  private readonly meta = new Growing(Uint16Array);
  private readonly index = new Growing(Uint32Array);
  private count = 0;
  building = 0;

  private vertex(x: number, y: number, z: number, n: Point3, u: number, v: number, l: number, h: number, part: number) {
    this.positions.push3(x, z, -y);
    this.normals.push4(n[0] * 127, n[2] * 127, -n[1] * 127, 0);
    this.wall.push4(u, v, l, h);
    this.meta.push(this.building);
    this.meta.push(part);
    return this.count++;
  }

  /** Walls all round a counter-clockwise outline. `groundZ` is where v is zero; the wall may start below it. */
  walls(
    outline: readonly (readonly [number, number])[],
    fromZ: number,
    toZ: number,
    groundZ: number,
    part: number = Part.wall,
  ) {
    for (let i = 0; i < outline.length; i++) {
      const [ax, ay] = outline[i];
      const [bx, by] = outline[(i + 1) % outline.length];
      const l = Math.hypot(bx - ax, by - ay);
      if (l < 0.02) continue;
      const n: Point3 = [(by - ay) / l, (ax - bx) / l, 0];
      const h = toZ - groundZ;
      const a = this.vertex(ax, ay, fromZ, n, 0, fromZ - groundZ, l, h, part);
      this.vertex(bx, by, fromZ, n, l, fromZ - groundZ, l, h, part);
      this.vertex(bx, by, toZ, n, l, h, l, h, part);
      this.vertex(ax, ay, toZ, n, 0, h, l, h, part);
      this.index.push3(a, a + 1, a + 2);
      this.index.push3(a, a + 2, a + 3);
    }
  }

  /** A level surface over an outline. */
  plate(outline: readonly (readonly [number, number])[], z: number, part: number): void {
    const first = this.count;
    for (const [x, y] of outline) this.vertex(x, y, z, [0, 0, 1], x - outline[0][0], y - outline[0][1], 0, 0, part);
    const triangles = triangulate(outline);
    for (let i = 0; i < triangles.length; i += 3) {
      this.index.push3(first + triangles[i], first + triangles[i + 1], first + triangles[i + 2]);
    }
  }

  /** The level ring between an outline and the same outline moved inwards. */
  ring(
    outer: readonly (readonly [number, number])[],
    inner: readonly (readonly [number, number])[],
    z: number,
    part: number,
  ) {
    for (let i = 0; i < outer.length; i++) {
      const j = (i + 1) % outer.length;
      this.quad(
        [...outer[i], z] as Point3,
        [...outer[j], z] as Point3,
        [...inner[j], z] as Point3,
        [...inner[i], z] as Point3,
        part,
      );
    }
  }

  /** Four corners, counter-clockwise seen from the side that shows. */
  quad(a: Point3, b: Point3, c: Point3, d: Point3, part: number): void {
    const n = normalOf(a, b, c);
    const u = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    const v = Math.hypot(d[0] - a[0], d[1] - a[1], d[2] - a[2]);
    const first = this.vertex(...a, n, 0, 0, u, v, part);
    this.vertex(...b, n, u, 0, u, v, part);
    this.vertex(...c, n, u, v, u, v, part);
    this.vertex(...d, n, 0, v, u, v, part);
    this.index.push3(first, first + 1, first + 2);
    this.index.push3(first, first + 2, first + 3);
  }

  triangle(a: Point3, b: Point3, c: Point3, part: number): void {
    const n = normalOf(a, b, c);
    const u = Math.hypot(b[0] - a[0], b[1] - a[1], b[2] - a[2]);
    const first = this.vertex(...a, n, 0, 0, u, 0, part);
    this.vertex(...b, n, u, 0, u, 0, part);
    this.vertex(...c, n, u / 2, c[2] - a[2], u, 0, part);
    this.index.push3(first, first + 1, first + 2);
  }

  /** A closed box on a roof. */
  box(outline: readonly (readonly [number, number])[], fromZ: number, toZ: number, part: number): void {
    this.walls(outline, fromZ, toZ, fromZ, part);
    this.plate(outline, toZ, part);
  }

  get empty(): boolean {
    return this.count === 0;
  }

  done(): MeshData {
    const positions = this.positions.done();
    return {
      attributes: {
        position: { array: positions, itemSize: 3, normalized: false },
        normal: { array: this.normals.done(), itemSize: 4, normalized: true },
        aWall: { array: this.wall.done(), itemSize: 4, normalized: false },
        aMeta: { array: this.meta.done(), itemSize: 2, normalized: false },
      },
      index: this.index.done(),
      ...boundsOf(positions),
    };
  }
}

function normalOf(a: Point3, b: Point3, c: Point3): Point3 {
  const ux = b[0] - a[0];
  const uy = b[1] - a[1];
  const uz = b[2] - a[2];
  const vx = c[0] - a[0];
  const vy = c[1] - a[1];
  const vz = c[2] - a[2];
  const x = uy * vz - uz * vy;
  const y = uz * vx - ux * vz;
  const z = ux * vy - uy * vx;
  const length = Math.hypot(x, y, z) || 1;
  return [x / length, y / length, z / length];
}
