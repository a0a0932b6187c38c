import { cos, PI, sin } from '../../../kernel';
import type { Point } from '../../geometry/vector';
import type { Box } from '../land/largest-box';

/** Outlines in local metres, counter-clockwise, that typologies are composed of. */

/** Three wings round a court that opens to the south. */
export function courtOutline({ x, y, width, depth }: Box, wingM: number): Point[] {
  return [
    [x, y],
    [x + wingM, y],
    [x + wingM, y + depth - wingM],
    [x + width - wingM, y + depth - wingM],
    [x + width - wingM, y],
    [x + width, y],
    [x + width, y + depth],
    [x, y + depth],
  ];
}

export type Corner = 'SW' | 'SE' | 'NE' | 'NW';

/** A box with a bite of bite.width × bite.depth out of one corner, and the bite itself. */
export function bitten(box: Box, corner: Corner, biteWidthM: number, biteDepthM: number): { rest: Point[]; bite: Box } {
  const { x, y, width, depth } = box;
  const [right, top] = [x + width, y + depth];
  const bx = corner === 'SW' || corner === 'NW' ? x : right - biteWidthM;
  const by = corner === 'SW' || corner === 'SE' ? y : top - biteDepthM;
  const bite: Box = { x: bx, y: by, width: biteWidthM, depth: biteDepthM };
  const [bRight, bTop] = [bx + biteWidthM, by + biteDepthM];
  const rest: Record<Corner, Point[]> = {
    SW: [
      [bRight, y],
      [right, y],
      [right, top],
      [x, top],
      [x, bTop],
      [bRight, bTop],
    ],
    SE: [
      [x, y],
      [bx, y],
      [bx, bTop],
      [right, bTop],
      [right, top],
      [x, top],
    ],
    NE: [
      [x, y],
      [right, y],
      [right, by],
      [bx, by],
      [bx, top],
      [x, top],
    ],
    NW: [
      [x, y],
      [right, y],
      [right, top],
      [bRight, top],
      [bRight, by],
      [x, by],
    ],
  };
  return { rest: rest[corner], bite };
}

/** A slab whose stair cores stand out to the north, one for each unit of about eighteen metres. */
export function slabWithCores({ x, y, width, depth }: Box, unitM: number, coreM: number, standOutM: number): Point[] {
  const units = Math.max(1, Math.round(width / unitM));
  const unit = width / units;
  const back = y + depth - standOutM;
  const outline: Point[] = [
    [x, y],
    [x + width, y],
    [x + width, back],
  ];
  for (let k = units - 1; k >= 0; k--) {
    const middle = x + (k + 0.5) * unit;
    outline.push([middle + coreM / 2, back], [middle + coreM / 2, y + depth]);
    outline.push([middle - coreM / 2, y + depth], [middle - coreM / 2, back]);
  }
  outline.push([x, back]);
  return outline;
}

/** The plan of a tower with four flats a floor: a box with its corners set back. */
export function crossOutline({ x, y, width, depth }: Box, cornerM: number): Point[] {
  const c = cornerM;
  const [right, top] = [x + width, y + depth];
  return [
    [x + c, y],
    [right - c, y],
    [right - c, y + c],
    [right, y + c],
    [right, top - c],
    [right - c, top - c],
    [right - c, top],
    [x + c, top],
    [x + c, top - c],
    [x, top - c],
    [x, y + c],
    [x + c, y + c],
  ];
}

/** A regular ring of points; as many sides as a round house needs to look round. */
export function ovalOutline(centre: Point, radiusX: number, radiusY: number, sides: number, turnShare = 0): Point[] {
  const outline: Point[] = [];
  for (let k = 0; k < sides; k++) {
    const angle = (2 * PI * (k + turnShare)) / sides;
    outline.push([centre[0] + radiusX * cos(angle), centre[1] + radiusY * sin(angle)]);
  }
  return outline;
}
