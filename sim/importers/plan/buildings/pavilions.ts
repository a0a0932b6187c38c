import type { Point } from '../../geometry/vector';
import { type Box, largestBox } from '../land/largest-box';
import { type Draft, draft, draftBox, localOutline, type Plot } from './draft';
import { ovalOutline } from './shapes';

/** Shares of a square's width and depth at which its tea house, kiosk and music stand are put. */
const PLACES: readonly Point[] = [
  [0.24, 0.3],
  [0.74, 0.26],
  [0.52, 0.72],
];
const ROOM_M = 44;

/** Small houses in squares and gardens, one storey high: what makes people stay. */
export function growPavilions(plot: Plot): Draft[] {
  const box = largestBox(localOutline(plot), 22);
  if (!box || box.width < ROOM_M || box.depth < ROOM_M) return [];
  return PLACES.map(([across, up], k) => {
    const centre: Point = [box.x + across * box.width, box.y + up * box.depth];
    if (k === 2) return draft(plot.frame, ovalOutline(centre, 7, 7, 16), 'culture', 'pavilion', 1, { heightM: 5 });
    const house: Box = { x: centre[0] - 9, y: centre[1] - 5, width: 18, depth: 10 };
    return draftBox(plot.frame, house, k === 0 ? 'culture' : 'commerce', 'pavilion', 1, { heightM: 4.6 });
  });
}
