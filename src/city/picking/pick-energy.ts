import Flatbush from 'flatbush';
import type { ElementKind } from '../../../sim';
import type { ElementRef } from '../../state/selection';
import { type BuiltEnergy, NO_ROW } from '../build/energy/built-energy';
import { LANE_M, LANE_PIXELS, LARGE_PIXELS, SMALL_PIXELS, SMALL_WITHIN_M_A_PIXEL } from '../energy/drawn-sizes';

/** A finger is wider than a sign. */
const SLACK_PIXELS = 5;

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
    let best: FoundMark | null = null;
    let bestPixels = Infinity;
    for (let i = 0; i < elements.length; i++) {
      if (kinds !== null && !kinds.includes(elements[i].kind)) continue;
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

  /** The power line nearest to a place on the ground, in the lane that it is drawn in. */
  lineNear(
    x: number,
    y: number,
    slackM: number,
    kinds: readonly ElementKind[] | null,
    metresAPixel: number,
  ): ElementRef | null {
    if (!this.pieces || (kinds !== null && !kinds.includes('branch'))) return null;
    const { places, sides, signs } = this.built.lines;
    const laneM = Math.max(LANE_M, LANE_PIXELS * metresAPixel);
    const reach = slackM + laneM * this.mostLanes;
    let best = -1;
    let bestM = slackM;
    for (const i of this.pieces.search(x - reach, y - reach, x + reach, y + reach)) {
      const ax = places[8 * i] + sides[4 * i] * laneM;
      const ay = -(places[8 * i + 2] + sides[4 * i + 1] * laneM);
      const bx = places[8 * i + 4] + sides[4 * i + 2] * laneM;
      const by = -(places[8 * i + 6] + sides[4 * i + 3] * laneM);
      const squared = (bx - ax) ** 2 + (by - ay) ** 2;
      const share = squared > 0 ? Math.min(1, Math.max(0, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / squared)) : 0;
      const away = Math.hypot(ax + (bx - ax) * share - x, ay + (by - ay) * share - y);
      if (away < bestM) {
        bestM = away;
        best = i;
      }
    }
    const row = best < 0 ? NO_ROW : signs[2 * best];
    return row === NO_ROW ? null : { kind: 'branch', id: this.built.branches[row] };
  }
}
