import type { LaidScene } from '../../../../sim';
import type { Ground } from '../ground/ground';
import { Growing } from '../growing';
import { boundsOf, type MeshData } from '../mesh-data';
import { inset, signedArea, triangulate } from '../polygon';
import { lengthOf, offset, withoutRepeats } from '../polyline';
import type { RoadPlan } from './road-plan';

/** What a raised strip is made of; the shader gives it its pattern. */
export const RaisedKind = { paving: 0, kerb: 1, planting: 2 } as const;

const KERB_M = 0.15;
/** Pavements and medians reach this far down, so that no light shows between them and the coarser ground. */
const FOOT_M = 1.2;
const CORNER_SIDEWALK_M = 3;
/** Level with the road's rim: the corner is a dropped kerb. */
const CORNER_LIFT_M = 0.02;

/** Pavements, kerbs, planted medians and the paved corners of junctions, as one mesh. */
export function raisedSurface(compiled: LaidScene, plan: RoadPlan, ground: Ground): MeshData {
  const writer = new RaisedWriter(ground);
  for (const edge of plan.edges) {
    if (edge.sidewalkM > 0) {
      const outer = offset(edge.kerb, -edge.sidewalkM);
      writer.band(edge.kerb, outer, RaisedKind.paving);
    } else if (edge.class !== 'ramp') {
      writer.band(edge.kerb, offset(edge.kerb, -0.4), RaisedKind.kerb);
    }
    if (edge.gap?.raised) {
      const { left, right } = edge.gap;
      const kerbOf = (share: number) =>
        left.map(([x, y], i): [number, number] => [x + (right[i][0] - x) * share, y + (right[i][1] - y) * share]);
      const width = Math.hypot(left[0][0] - right[0][0], left[0][1] - right[0][1]);
      const kerb = Math.min(0.2, 0.35 / Math.max(0.1, width));
      writer.band(left, kerbOf(kerb), RaisedKind.kerb);
      writer.band(kerbOf(kerb), kerbOf(1 - kerb), RaisedKind.planting);
      writer.band(kerbOf(1 - kerb), right, RaisedKind.kerb);
    }
  }
  const sidewalkAt = sidewalksByJunction(compiled);
  for (const junction of plan.junctions) {
    const widthM = sidewalkAt.get(junction.slot) ?? 0;
    if (widthM <= 0) continue;
    const outline = withoutRepeats(junction.outline);
    if (outline.length < 3) continue;
    const ccw = signedArea(outline) > 0 ? outline : outline.reverse();
    const wider = inset(ccw, -Math.min(widthM, CORNER_SIDEWALK_M));
    if (wider) writer.plate(wider, RaisedKind.paving);
  }
  return writer.done();
}

function sidewalksByJunction(compiled: LaidScene): Map<number, number> {
  const widths = new Map<number, number>();
  const { roads, elements } = compiled;
  for (const edge of compiled.scene.roads?.edges ?? []) {
    const slot = elements.edge.slotOf(edge.id) as number;
    for (const junction of [roads.edgeToJunction[slot], roads.edgeFromJunction[slot]]) {
      if (junction >= 0) widths.set(junction, Math.max(widths.get(junction) ?? 0, edge.sidewalkM ?? 0));
    }
  }
  return widths;
}

class RaisedWriter {
  private readonly positions = new Growing(Float32Array);
  private readonly normals = new Growing(Int8Array);
  private readonly place = new Growing(Float32Array);
  private readonly kinds = new Growing(Uint16Array);
  private readonly index = new Growing(Uint32Array);
  private count = 0;
  private readonly ground: Ground;

  constructor(ground: Ground) {
    this.ground = ground;
  }

  private vertex(
    x: number,
    y: number,
    liftM: number,
    normal: readonly number[],
    along: number,
    across: number,
    kind: number,
  ) {
    this.positions.push3(x, this.ground.heightAt(x, y) + liftM, -y);
    this.normals.push4(normal[0] * 127, normal[1] * 127, normal[2] * 127, 0);
    this.place.push(along);
    this.place.push(across);
    this.kinds.push(kind);
    this.kinds.push(0);
    return this.count++;
  }

  private quad(a: number, b: number, c: number, d: number): void {
    this.index.push3(a, b, c);
    this.index.push3(a, c, d);
  }

  /** A raised strip between two borders of as many points, the first on the left of the way they run. */
  band(left: readonly [number, number][], right: readonly [number, number][], kind: number): void {
    if (left.length < 2) return;
    const lengthM = lengthOf(left);
    let along = 0;
    let before: number[] | null = null;
    for (let i = 0; i < left.length; i++) {
      const [lx, ly] = left[i];
      const [rx, ry] = right[i];
      if (i > 0) along = (lengthM * i) / (left.length - 1);
      const across = Math.hypot(rx - lx, ry - ly);
      const ox = across > 0 ? (lx - rx) / across : 0;
      const oy = across > 0 ? (ly - ry) / across : 0;
      const up = this.ground.normalAt(lx, ly);
      const out = [ox, 0, -oy];
      const back = [-ox, 0, oy];
      const row = [
        this.vertex(lx, ly, -FOOT_M, out, along, 0, RaisedKind.kerb),
        this.vertex(lx, ly, KERB_M, out, along, 0, RaisedKind.kerb),
        this.vertex(lx, ly, KERB_M, up, along, 0, kind),
        this.vertex(rx, ry, KERB_M, up, along, across, kind),
        this.vertex(rx, ry, KERB_M, back, along, across, RaisedKind.kerb),
        this.vertex(rx, ry, -FOOT_M, back, along, across, RaisedKind.kerb),
      ];
      if (before) {
        this.quad(before[0], before[1], row[1], row[0]);
        this.quad(before[3], row[3], row[2], before[2]);
        this.quad(before[4], before[5], row[5], row[4]);
      }
      before = row;
    }
  }

  plate(outline: readonly [number, number][], kind: number): void {
    const numbers = outline.map(([x, y]) => this.vertex(x, y, CORNER_LIFT_M, this.ground.normalAt(x, y), x, y, kind));
    const triangles = triangulate(outline);
    for (let i = 0; i < triangles.length; i += 3) {
      this.index.push3(numbers[triangles[i]], numbers[triangles[i + 1]], numbers[triangles[i + 2]]);
    }
    for (let i = 0; i < outline.length; i++) {
      const [ax, ay] = outline[i];
      const [bx, by] = outline[(i + 1) % outline.length];
      const side = Math.hypot(bx - ax, by - ay) || 1;
      const out = [(by - ay) / side, 0, (bx - ax) / side];
      const a0 = this.vertex(ax, ay, -FOOT_M, out, 0, 0, RaisedKind.kerb);
      const b0 = this.vertex(bx, by, -FOOT_M, out, side, 0, RaisedKind.kerb);
      const b1 = this.vertex(bx, by, CORNER_LIFT_M, out, side, 0, RaisedKind.kerb);
      const a1 = this.vertex(ax, ay, CORNER_LIFT_M, out, 0, 0, RaisedKind.kerb);
      this.quad(a0, b0, b1, a1);
    }
  }

  done(): MeshData {
    const positions = this.positions.done();
    return {
      attributes: {
        position: { array: positions, itemSize: 3, normalized: false },
        normal: { array: this.normals.done(), itemSize: 4, normalized: true },
        aPlace: { array: this.place.done(), itemSize: 2, normalized: false },
        aKind: { array: this.kinds.done(), itemSize: 2, normalized: false },
      },
      index: this.index.done(),
      ...boundsOf(positions),
    };
  }
}
