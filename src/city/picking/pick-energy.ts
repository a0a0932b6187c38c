import Flatbush from 'flatbush';
import type { ElementKind } from '../../../sim';
import { carrierIsShown } from '../../state/energy-shown';
import type { ElementRef } from '../../state/selection';
import { type BuiltEnergy, NO_ROW } from '../build/energy/built-energy';
import { LANE_M, LANE_PIXELS, LARGE_PIXELS, SMALL_PIXELS, SMALL_WITHIN_M_A_PIXEL } from '../energy/drawn-sizes';

/** A finger is wider than a sign. */
const SLACK_PIXELS = 5;
const LINE_PIXELS = 9;
/** Lines lie above the ground that a ray meets. */
const REACH_M = 6;
const MOST_STRETCH = 6;

export interface FoundMark {
  readonly element: ElementRef;
  readonly isLarge: boolean;
}

/** Finds lines and signs of the energy networks where they are drawn: signs by pixels, lines in their lanes. */
export class EnergyPicker {
  readonly built: BuiltEnergy;
  private readonly pieces: Flatbush | null;
  private readonly mostLanes: number;

  constructor(built: BuiltEnergy) {
    this.built = built;
    const { boxes, sides } = built.lines;
    this.pieces = boxes ? Flatbush.from(boxes) : null;
    let most = 0;
    for (const part of sides) most = Math.max(most, Math.abs(part));
    this.mostLanes = most;
  }

  /** The sign nearest to a ray among those that it passes through; large ones first. */
  markOn(
    origin: readonly number[],
    direction: readonly number[],
    kinds: readonly ElementKind[] | null,
    metresAPixelAtOne: number,
  ): FoundMark | null {
    const { places, signs, elements } = this.built.marks;
    const flat = Math.hypot(direction[0], direction[2]) || 1;
    const rightX = -direction[2] / flat;
    const rightZ = direction[0] / flat;
    const hasGrid = carrierIsShown('electricity');
    let best: FoundMark | null = null;
    let bestPixels = Infinity;
    for (let i = 0; i < elements.length; i++) {
      if (kinds !== null && !kinds.includes(elements[i].kind)) continue;
      if (!hasGrid && elements[i].kind !== 'station') continue;
      const isLarge = signs[3 * i + 2] > 0.5;
      if (best?.isLarge && !isLarge) continue;
      const dx = places[4 * i] - origin[0];
      const dy = places[4 * i + 1] - origin[1];
      const dz = places[4 * i + 2] - origin[2];
      const ahead = dx * direction[0] + dy * direction[1] + dz * direction[2];
      if (ahead <= 1) continue;
      const metresAPixel = metresAPixelAtOne * ahead;
      if (!isLarge && metresAPixel > SMALL_WITHIN_M_A_PIXEL) continue;
      const shiftM = places[4 * i + 3] * metresAPixel;
      const x = dx + rightX * shiftM;
      const z = dz + rightZ * shiftM;
      const along = x * direction[0] + dy * direction[1] + z * direction[2];
      const awayM = Math.hypot(x - along * direction[0], dy - along * direction[1], z - along * direction[2]);
      const pixels = awayM / metresAPixel;
      if (pixels > (isLarge ? LARGE_PIXELS : SMALL_PIXELS) / 2 + (isLarge ? 1 : SLACK_PIXELS)) continue;
      if (pixels < bestPixels || (isLarge && best && !best.isLarge)) {
        best = { element: elements[i], isLarge };
        bestPixels = pixels;
      }
    }
    return best;
  }

  /** The power line nearest to a ray that meets the ground at a place, as the screen shows it. */
  lineOn(
    origin: readonly number[],
    direction: readonly number[],
    ground: { readonly x: number; readonly y: number; readonly at: number },
    kinds: readonly ElementKind[] | null,
    metresAPixelAtOne: number,
  ): ElementRef | null {
    if (!this.pieces || !carrierIsShown('electricity') || (kinds !== null && !kinds.includes('branch'))) return null;
    const { places, sides, signs } = this.built.lines;
    const metresAPixel = metresAPixelAtOne * ground.at;
    const laneM = Math.max(LANE_M, LANE_PIXELS * metresAPixel);
    // Seen from low down, a pixel covers more of the ground than its own width.
    const lying = Math.min(MOST_STRETCH, 1 / Math.max(1e-3, Math.abs(direction[1])));
    const reach = LINE_PIXELS * metresAPixel * lying + laneM * this.mostLanes + REACH_M;
    const flat = Math.hypot(direction[0], direction[2]);
    const right = flat > 1e-6 ? [-direction[2] / flat, 0, direction[0] / flat] : [1, 0, 0];
    const up = [
      right[1] * direction[2] - right[2] * direction[1],
      right[2] * direction[0] - right[0] * direction[2],
      right[0] * direction[1] - right[1] * direction[0],
    ];
    /** Pixels right and up of the ray; null behind the eye. */
    const onScreen = (x: number, y: number, z: number): readonly [number, number] | null => {
      const way = [x - origin[0], y - origin[1], z - origin[2]];
      const ahead = dot(way, direction);
      if (ahead < 1) return null;
      return [dot(way, right) / (ahead * metresAPixelAtOne), dot(way, up) / (ahead * metresAPixelAtOne)];
    };
    let best = -1;
    let bestPixels = LINE_PIXELS;
    const { x, y } = ground;
    for (const i of this.pieces.search(x - reach, y - reach, x + reach, y + reach)) {
      const p = 8 * i;
      const s = 4 * i;
      const a = onScreen(places[p] + sides[s] * laneM, places[p + 1], places[p + 2] + sides[s + 1] * laneM);
      const b = onScreen(places[p + 4] + sides[s + 2] * laneM, places[p + 5], places[p + 6] + sides[s + 3] * laneM);
      if (!a || !b) continue;
      const pixels = fromMiddle(a, b);
      if (pixels < bestPixels) {
        bestPixels = pixels;
        best = i;
      }
    }
    const row = best < 0 ? NO_ROW : signs[2 * best];
    return row === NO_ROW ? null : { kind: 'branch', id: this.built.branches[row] };
  }
}

function dot(a: readonly number[], b: readonly number[]): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

/** How far a stretch passes from the middle. */
function fromMiddle(a: readonly [number, number], b: readonly [number, number]): number {
  const ex = b[0] - a[0];
  const ey = b[1] - a[1];
  const squared = ex * ex + ey * ey;
  const share = squared > 0 ? Math.min(1, Math.max(0, -(a[0] * ex + a[1] * ey) / squared)) : 0;
  return Math.hypot(a[0] + ex * share, a[1] + ey * share);
}
