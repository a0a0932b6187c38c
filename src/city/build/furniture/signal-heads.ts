import type { LaidScene } from '../../../../sim';
import type { Ground } from '../ground/ground';
import { trackPoint } from '../ground/tracks';
import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';

const HEAD_HEIGHT_M = 5.6;
const STRAIGHT = 1;

export interface SignalHeads {
  /** x, y up, z and heading (radians, counter-clockwise from east, of the traffic that reads it) of each head. */
  readonly places: Float32Array;
  /** The turn whose light each head shows, and the lane over which it hangs. */
  readonly turns: Uint32Array;
  readonly lanes: Uint32Array;
  /** Posts and arms. */
  readonly posts: MeshData;
}

/** A post at the kerb and an arm over the lanes, with one head a lane, at every signalled stop line. */
export function signalHeads(compiled: LaidScene, ground: Ground): SignalHeads {
  const { roads } = compiled;
  const places: number[] = [];
  const turns: number[] = [];
  const lanes: number[] = [];
  const posts = new PostWriter();
  const end: [number, number] = [0, 0];
  const before: [number, number] = [0, 0];
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    const junction = roads.edgeToJunction[edge];
    if (junction < 0 || roads.junctionSignal[junction] < 0) continue;
    let rim: { x: number; y: number; z: number } | null = null;
    let far: { x: number; y: number } | null = null;
    for (let k = 0; k < roads.edgeLaneCount[edge]; k++) {
      const lane = roads.edgeFirstLane[edge] + k;
      const turn = shownTurn(compiled, lane);
      if (turn < 0) continue;
      const lengthM = roads.trackLengthM[lane];
      trackPoint(roads, lane, lengthM, end);
      trackPoint(roads, lane, Math.max(0, lengthM - 3), before);
      const heading = Math.atan2(end[1] - before[1], end[0] - before[0]);
      if (!rim) {
        const reach = roads.laneWidthM[lane] / 2 + 0.7;
        const x = end[0] + Math.sin(heading) * reach;
        const y = end[1] - Math.cos(heading) * reach;
        rim = { x, y, z: ground.heightAt(x, y) };
      }
      far = { x: end[0], y: end[1] };
      places.push(end[0], rim.z + HEAD_HEIGHT_M, -end[1], heading);
      turns.push(turn);
      lanes.push(lane);
    }
    if (rim && far) posts.mast(rim.x, rim.y, rim.z, far.x, far.y);
  }
  return {
    places: Float32Array.from(places),
    turns: Uint32Array.from(turns),
    lanes: Uint32Array.from(lanes),
    posts: posts.done(),
  };
}

/** The light that most of a lane's drivers look at: straight on where there is one. */
function shownTurn(compiled: LaidScene, lane: number): number {
  const { roads } = compiled;
  let shown = -1;
  for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
    const turn = roads.laneTurns[k];
    if (roads.turnSignalIndex[turn] < 0) continue;
    if (shown < 0 || roads.turnDirection[turn] === STRAIGHT) shown = turn;
  }
  return shown;
}

class PostWriter {
  private readonly positions = new Growing(Float32Array);
  private readonly normals = new Growing(Int8Array);
  private readonly index = new Growing(Uint32Array);
  private count = 0;

  mast(x: number, y: number, z: number, farX: number, farY: number): void {
    this.beam([x, z, -y], [x, z + HEAD_HEIGHT_M + 0.5, -y], 0.1);
    this.beam([x, z + HEAD_HEIGHT_M + 0.35, -y], [farX, z + HEAD_HEIGHT_M + 0.55, -farY], 0.07);
  }

  /** A square beam between two points, in the picture's frame. */
  private beam(from: readonly number[], to: readonly number[], half: number): void {
    const along = [to[0] - from[0], to[1] - from[1], to[2] - from[2]];
    const upright = Math.abs(along[1]) > Math.hypot(along[0], along[2]);
    const side = upright ? [1, 0, 0] : unit([-along[2], 0, along[0]]);
    const other = upright ? [0, 0, 1] : [0, 1, 0];
    const corners = [
      [1, 1],
      [-1, 1],
      [-1, -1],
      [1, -1],
    ];
    for (let k = 0; k < 4; k++) {
      const [a, b] = corners[k];
      const [c, d] = corners[(k + 1) % 4];
      const n = unit([
        side[0] * (a + c) + other[0] * (b + d),
        other[1] * (b + d),
        side[2] * (a + c) + other[2] * (b + d),
      ]);
      for (const end of [from, to]) {
        for (const [p, q] of [
          [a, b],
          [c, d],
        ]) {
          this.positions.push3(
            end[0] + (side[0] * p + other[0] * q) * half,
            end[1] + other[1] * q * half,
            end[2] + (side[2] * p + other[2] * q) * half,
          );
          this.normals.push4(n[0] * 127, n[1] * 127, n[2] * 127, 0);
        }
      }
      const v = this.count;
      this.index.push3(v, v + 1, v + 3);
      this.index.push3(v, v + 3, v + 2);
      this.count += 4;
    }
  }

  done(): MeshData {
    const positions = this.positions.done();
    return {
      attributes: {
        position: { array: positions, itemSize: 3, normalized: false },
        normal: { array: this.normals.done(), itemSize: 4, normalized: true },
      },
      index: this.index.done(),
      ...boundsOf(positions),
    };
  }
}

function unit(v: readonly number[]): number[] {
  const length = Math.hypot(v[0], v[1], v[2]) || 1;
  return [v[0] / length, v[1] / length, v[2] / length];
}
