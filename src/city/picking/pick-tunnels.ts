import Flatbush from 'flatbush';
import type { ElementRef } from '../../state/selection';
import type { Extent } from '../build/raster';
import { type BuiltTunnels, OPENING_REACH_M, PIECE } from '../build/tunnels/built-tunnels';
import { SIGN_STRIDE, type TunnelSigns } from '../tunnels/tunnel-signs';

/** From the ground a ray goes on down to the floors: so far below, and so far along. */
const DEEPEST_M = 14;
const FARTHEST_BELOW_M = 90;
/** A finger is wider than a compartment from afar. */
const SLACK_PIXELS = 6;

/** Finds sections where they are drawn: by their signs, and by their boxes below the opened ground. */
export class TunnelPicker {
  readonly built: BuiltTunnels;
  private readonly boxes: Flatbush;
  private readonly extent: Extent;

  constructor(built: BuiltTunnels, extent: Extent) {
    this.built = built;
    this.extent = extent;
    this.boxes = Flatbush.from(built.pieceBoxes);
  }

  /** The section whose sign a ray passes through; the last drawn lies on top. */
  signOn(
    { rows, count }: TunnelSigns,
    origin: readonly number[],
    direction: readonly number[],
    metresAPixelAtOne: number,
    among: ReadonlySet<string> | null,
  ): ElementRef | null {
    for (let i = count - 1; i >= 0; i--) {
      const at = SIGN_STRIDE * i;
      const slot = rows[at + 7];
      if (slot < 0) continue;
      const id = this.built.sections[slot];
      if (among !== null && !among.has(id)) continue;
      const way = [rows[at] - origin[0], rows[at + 1] - origin[1], rows[at + 2] - origin[2]];
      const ahead = way[0] * direction[0] + way[1] * direction[1] + way[2] * direction[2];
      if (ahead <= 1) continue;
      const away = Math.hypot(
        way[0] - ahead * direction[0],
        way[1] - ahead * direction[1],
        way[2] - ahead * direction[2],
      );
      if (away / (ahead * metresAPixelAtOne) <= rows[at + 3] / 2 + 1) return { kind: 'gallery-section', id };
    }
    return null;
  }

  /** The section into which a ray looks through the ground that it meets at a distance. */
  sectionOn(
    origin: readonly number[],
    direction: readonly number[],
    groundAt: number,
    metresAPixelAtOne: number,
    among: ReadonlySet<string> | null,
  ): ElementRef | null {
    const { pieces, sections } = this.built;
    const slackM = SLACK_PIXELS * metresAPixelAtOne * groundAt;
    const flat = Math.hypot(direction[0], direction[2]);
    const reach = Math.min(FARTHEST_BELOW_M / Math.max(flat, 1e-3), DEEPEST_M / Math.max(-direction[1], 0.02));
    const [x0, y0] = [origin[0] + direction[0] * groundAt, -(origin[2] + direction[2] * groundAt)];
    const far = groundAt + reach;
    const [x1, y1] = [origin[0] + direction[0] * far, -(origin[2] + direction[2] * far)];
    if (this.toOpeningM(x0, y0) > slackM) return null;
    let best = -1;
    let bestOff = Infinity;
    let bestAt = Infinity;
    const found = this.boxes.search(
      Math.min(x0, x1) - slackM,
      Math.min(y0, y1) - slackM,
      Math.max(x0, x1) + slackM,
      Math.max(y0, y1) + slackM,
    );
    for (const i of found) {
      const slot = pieces[i * PIECE.stride + PIECE.slot];
      if (among !== null && !among.has(sections[slot])) continue;
      const hit = this.boxHit(i, origin, direction, slackM);
      if (!hit) continue;
      // What is hit itself before what only lies near; of those, the one that the ray meets first.
      if (hit.offM < bestOff - 1e-6 || (hit.offM <= bestOff && hit.at < bestAt)) {
        best = slot;
        bestOff = hit.offM;
        bestAt = hit.at;
      }
    }
    return best < 0 ? null : { kind: 'gallery-section', id: sections[best] };
  }

  /** From a place on the ground to where it is opened; below 0 inside. */
  private toOpeningM(x: number, y: number): number {
    const { data, columns, rows } = this.built.opening;
    const { minX, minY, maxX, maxY } = this.extent;
    const column = Math.floor(((x - minX) / (maxX - minX)) * columns);
    const row = Math.floor(((y - minY) / (maxY - minY)) * rows);
    if (column < 0 || row < 0 || column >= columns || row >= rows) return OPENING_REACH_M;
    return (data[row * columns + column] / 255 - 0.5) * 2 * OPENING_REACH_M;
  }

  /** Where a ray meets a piece's box, widened by the slack, and how far beside the box itself that is. */
  private boxHit(i: number, origin: readonly number[], direction: readonly number[], slackM: number) {
    const { pieces } = this.built;
    const of = (field: number) => pieces[i * PIECE.stride + field];
    const [ax, ay] = [of(PIECE.fromX), of(PIECE.fromY)];
    const [ux, uy] = [of(PIECE.toX) - ax, of(PIECE.toY) - ay];
    const lengthM = Math.hypot(ux, uy);
    if (lengthM < 1e-6) return null;
    const floor = Math.min(of(PIECE.fromFloor), of(PIECE.toFloor));
    const roof = Math.max(of(PIECE.fromFloor), of(PIECE.toFloor)) + of(PIECE.heightM);
    const [ox, oy] = [origin[0] - ax, -origin[2] - ay];
    const [dx, dy] = [direction[0], -direction[2]];
    const along = { from: (ox * ux + oy * uy) / lengthM, by: (dx * ux + dy * uy) / lengthM };
    const left = { from: (-ox * uy + oy * ux) / lengthM, by: (-dx * uy + dy * ux) / lengthM };
    let near = 0;
    let far = Infinity;
    const cut = ({ from, by }: { from: number; by: number }, low: number, high: number): boolean => {
      if (Math.abs(by) < 1e-9) return from >= low && from <= high;
      const a = (low - from) / by;
      const b = (high - from) / by;
      near = Math.max(near, Math.min(a, b));
      far = Math.min(far, Math.max(a, b));
      return near <= far;
    };
    const [leftM, rightM] = [of(PIECE.leftM), of(PIECE.rightM)];
    const isHit =
      cut({ from: origin[1], by: direction[1] }, floor, roof) &&
      cut(along, -0.01, lengthM + 0.01) &&
      cut(left, rightM - slackM, leftM + slackM);
    if (!isHit) return null;
    // The roof is open: what lies under the pointer on the floor is meant.
    const middle = (near + far) / 2;
    const side = left.from + left.by * middle;
    return { at: near, offM: Math.max(0, side - leftM, rightM - side) };
  }
}
