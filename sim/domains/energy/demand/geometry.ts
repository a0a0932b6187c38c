/** Walls by where they look, and the roof, from a building's outline and height. */

import { atan2, PI } from '../../../kernel';
import type { Building } from '../../../scene';

/** North, north-east, east … clockwise. */
export const ORIENTATIONS = 8;

export interface Shape {
  readonly footprintM2: number;
  /** By orientation, glass and all. */
  readonly wallM2: Float64Array;
}

export function shapeOf({ outline, heightM }: Building): Shape {
  const wallM2 = new Float64Array(ORIENTATIONS);
  let twice = 0;
  for (let i = 0; i < outline.length; i++) {
    const [fromX, fromY] = outline[i];
    const [toX, toY] = outline[(i + 1) % outline.length];
    twice += fromX * toY - toX * fromY;
  }
  const isClockwise = twice < 0;
  for (let i = 0; i < outline.length; i++) {
    const [fromX, fromY] = outline[i];
    const [toX, toY] = outline[(i + 1) % outline.length];
    const [eastM, northM] = [toX - fromX, toY - fromY];
    // a counterclockwise outline has its outside on the right
    const azimuth = isClockwise ? atan2(-northM, eastM) : atan2(northM, -eastM);
    const eighth = Math.round((azimuth / (2 * PI)) * ORIENTATIONS);
    wallM2[(eighth + ORIENTATIONS) % ORIENTATIONS] += heightM * Math.sqrt(eastM * eastM + northM * northM);
  }
  return { footprintM2: Math.abs(twice) / 2, wallM2 };
}
