import type { Point } from '../../geometry/vector';
import { boundsOf } from './local-frame';
import { rowSpans } from './row-spans';

/** An upright rectangle in a local frame. */
export interface Box {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly depth: number;
}

const LEVELS = 18;

/** The largest upright rectangle inside an outline, kept off its sides by a margin; good to a twentieth of its height. */
export function largestBox(outline: readonly Point[], marginM: number): Box | undefined {
  const bounds = boundsOf(outline);
  const low = bounds.minY + marginM;
  const step = (bounds.maxY - marginM - low) / LEVELS;
  if (step <= 0.3) return undefined;
  let best: Box | undefined;
  let bestArea = 0;
  for (let from = 0; from < LEVELS; from++) {
    for (let to = LEVELS; to > from; to--) {
      const y = low + from * step;
      const depth = (to - from) * step;
      if (depth * (bounds.maxX - bounds.minX) <= bestArea) break;
      for (const [x0, x1] of rowSpans(outline, y - marginM / 2, y + depth + marginM / 2, marginM)) {
        // A long thin rectangle is of little use: count no more than four times the depth.
        const worth = Math.min(x1 - x0, 4 * depth) * Math.min(depth, 4 * (x1 - x0));
        if (worth > bestArea) {
          bestArea = worth;
          best = { x: x0, y, width: x1 - x0, depth };
        }
      }
    }
  }
  return best;
}

export function boxOutline({ x, y, width, depth }: Box): Point[] {
  return [
    [x, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}
