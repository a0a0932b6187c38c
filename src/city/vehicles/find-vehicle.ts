import { VEHICLE_WORDS, vehicleSteps } from '../../../sim';
import type { TrackCurves } from '../build/ground/tracks';
import { along, kinds, poseAt } from './way';

const STRIDE = VEHICLE_WORDS;
const TRACK_SHIFT = 12;
const KIND_BITS = 7;
/** A vehicle on a track may still stick out of the two before it. */
const LONGEST_M = 20;
/** From its place in a frame a vehicle is drawn no farther away than this: its length, and the way since the frame before. */
const NEAR_PLACE_M = 45;

/**
 * Which vehicle a ray means: tracks that it passes by first, by a sphere about each, then only the rows on those. Fifty
 * thousand rows are looked at in a fraction of a millisecond, nothing is made.
 */
export class VehicleFinder {
  private readonly curves: TrackCurves;
  /** Of each track: middle, and how far it reaches. */
  private readonly spheres: Float32Array;
  private readonly isNear: Uint8Array;
  private readonly front: [number, number, number] = [0, 0, 0];
  private readonly forward: [number, number, number] = [0, 0, 0];
  private readonly hit = { from: 0, to: 0 };

  constructor(curves: TrackCurves) {
    this.curves = curves;
    const { spans, points } = curves;
    const count = spans.length / 4;
    this.spheres = new Float32Array(4 * count);
    this.isNear = new Uint8Array(count);
    for (let track = 0; track < count; track++) {
      const from = 4 * spans[4 * track];
      const to = from + 4 * (spans[4 * track + 1] - 1);
      const middle = [0, 1, 2].map((k) => (points[from + k] + points[to + k]) / 2);
      let reachM = 0;
      for (let p = from; p <= to; p += 4) {
        const offM = Math.hypot(points[p] - middle[0], points[p + 1] - middle[1], points[p + 2] - middle[2]);
        reachM = Math.max(reachM, offM);
      }
      this.spheres.set([middle[0], middle[1], middle[2], reachM + LONGEST_M], 4 * track);
    }
  }

  /** The row of the vehicle nearest along a ray, −1 where there is none; within so many metres of it per metre of way. */
  find(
    words: Uint32Array,
    count: number,
    blend: number,
    origin: readonly number[],
    direction: readonly number[],
    slackAMetre: number,
    farthestM: number,
  ): number {
    const { spheres, isNear, front, forward } = this;
    const ox = origin[0];
    const oy = origin[1];
    const oz = origin[2];
    const dx = direction[0];
    const dy = direction[1];
    const dz = direction[2];
    let near = 0;
    for (let track = 0; track < isNear.length; track++) {
      const at = 4 * track;
      const x = spheres[at] - ox;
      const y = spheres[at + 1] - oy;
      const z = spheres[at + 2] - oz;
      const past = x * dx + y * dy + z * dz;
      const reach = spheres[at + 3];
      const reached = reach + slackAMetre * Math.max(0, past);
      const isIn = past > -reach && past < farthestM + reach && x * x + y * y + z * z - past * past < reached * reached;
      isNear[track] = isIn ? 1 : 0;
      if (isIn) near++;
    }
    if (near === 0) return -1;
    let best = -1;
    let bestM = farthestM;
    const end = count * STRIDE;
    for (let at = 0; at < end; at += STRIDE) {
      const track = (words[at + 1] >>> TRACK_SHIFT) - 1;
      if (track < 0 || isNear[track] === 0) continue;
      const row = at / STRIDE;
      const { lengthM, widthM, heightM } = kinds[words[at] & KIND_BITS] ?? kinds[0];
      // Its place on the track is enough to leave most out.
      const on = (words[at] >>> 8) / vehicleSteps.placesAMetre;
      along(this.curves, track, on, front);
      const px = front[0] - ox;
      const py = front[1] - oy;
      const pz = front[2] - oz;
      const past = px * dx + py * dy + pz * dz;
      const reach = NEAR_PLACE_M + slackAMetre * Math.max(0, past);
      if (px * px + py * py + pz * pz - past * past > reach * reach) continue;
      poseAt(this.curves, words, row, blend, front, forward);
      // From the middle of its box to the eye, along the box's own axes: ahead, up, aside.
      const x = ox - front[0] + (forward[0] * lengthM) / 2;
      const y = oy - front[1] - heightM / 2;
      const z = oz - front[2] + (forward[2] * lengthM) / 2;
      const awayM = -(x * dx + y * dy + z * dz);
      if (awayM < 0 || awayM > bestM + lengthM) continue;
      const slackM = slackAMetre * awayM;
      const flat = Math.hypot(forward[0], forward[2]) || 1;
      const [fx, fz] = [forward[0] / flat, forward[2] / flat];
      const { hit } = this;
      hit.from = 0;
      hit.to = bestM;
      this.cut(x * fx + z * fz, dx * fx + dz * fz, lengthM / 2 + slackM);
      this.cut(y, dy, heightM / 2 + slackM);
      this.cut(x * fz - z * fx, dx * fz - dz * fx, widthM / 2 + slackM);
      if (hit.from > hit.to) continue;
      best = row;
      bestM = hit.from;
    }
    return best;
  }

  /** Leaves of a ray what lies between two planes about the middle. */
  private cut(at: number, per: number, half: number): void {
    const { hit } = this;
    if (Math.abs(per) < 1e-9) {
      if (Math.abs(at) > half) hit.from = Number.POSITIVE_INFINITY;
      return;
    }
    const a = (-half - at) / per;
    const b = (half - at) / per;
    hit.from = Math.max(hit.from, Math.min(a, b));
    hit.to = Math.min(hit.to, Math.max(a, b));
  }
}
