import type { Ground } from '../ground/ground';
import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';

/** What a piece of paved ground is; the shader draws its markings. */
export const SurfaceKind = { lane: 0, junction: 1, crossing: 2, gap: 3 } as const;

/** Lines along a lane's border. */
export const Border = { none: 0, dashed: 1, white: 2, yellow: 3 } as const;

export interface SurfaceVertex {
  readonly x: number;
  readonly y: number;
  readonly liftM: number;
  /** Along and across (left positive) in metres, and the whole length and width. */
  readonly along: number;
  readonly across: number;
  readonly lengthM: number;
  readonly widthM: number;
}

/** Writes paved ground: where it lies, where on its lane each vertex is, and which rows of state colour it. */
export class SurfaceWriter {
  private readonly positions = new Growing(Float32Array);
  private readonly normals = new Growing(Int8Array);
  private readonly track = new Growing(Float32Array);
  private readonly sign = new Growing(Uint16Array);
  private readonly index = new Growing(Uint32Array);
  private count = 0;
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  /** Returns the vertex's number. */
  vertex(vertex: SurfaceVertex, stateRow: number, laneRow: number, marks: number, kind: number): number {
    const { x, y, liftM, along, across, lengthM, widthM } = vertex;
    this.positions.push3(x, this.ground.heightAt(x, y) + liftM, -y);
    const [nx, ny, nz] = this.ground.normalAt(x, y);
    this.normals.push4(nx * 127, ny * 127, nz * 127, 0);
    this.track.push4(along, across, lengthM, widthM);
    this.sign.push4(stateRow, laneRow, marks, kind);
    return this.count++;
  }

  triangle(a: number, b: number, c: number): void {
    this.index.push3(a, b, c);
  }

  done(): MeshData {
    const positions = this.positions.done();
    return {
      attributes: {
        position: { array: positions, itemSize: 3, normalized: false },
        normal: { array: this.normals.done(), itemSize: 4, normalized: true },
        aTrack: { array: this.track.done(), itemSize: 4, normalized: false },
        aSign: { array: this.sign.done(), itemSize: 4, normalized: false },
      },
      index: this.index.done(),
      ...boundsOf(positions),
    };
  }
}
