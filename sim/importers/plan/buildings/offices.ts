import type { BuildingUse } from '../../../scene/schema/buildings';
import { cellsOf } from '../land/cells';
import type { Dice } from '../land/dice';
import { type Box, largestBox } from '../land/largest-box';
import type { Frame } from '../land/local-frame';
import { type Draft, draft, draftBox, localOutline, type Plot } from './draft';
import { bitten, type Corner, courtOutline } from './shapes';

const WING_M = 17; // two rows of rooms and a corridor
const CORNERS: readonly Corner[] = ['SW', 'SE', 'NE', 'NW'];

/** Offices round courts: three-sided yards, pairs of angles, parallel bars, as the plot allows. */
export function growOfficeCourts(plot: Plot, use: BuildingUse, floors: readonly [number, number]): Draft[] {
  const box = largestBox(localOutline(plot), 7);
  if (!box) return [];
  return cellsOf(box, 70, 58, 16).flatMap((cell) => officeCell(plot.frame, cell, use, floors, plot.dice));
}

function officeCell(
  frame: Frame,
  cell: Box,
  use: BuildingUse,
  [fewest, most]: readonly [number, number],
  dice: Dice,
): Draft[] {
  const { x, y, width, depth } = cell;
  const floors = dice.whole(fewest, most);
  if (width < 12 || depth < 12) return [];
  if (width < 3 * WING_M || depth < 2.4 * WING_M) {
    const lying = width >= depth;
    const bar: Box = lying
      ? { x, y: y + (depth - Math.min(depth, 20)) / 2, width, depth: Math.min(depth, 20) }
      : { x: x + (width - Math.min(width, 20)) / 2, y, width: Math.min(width, 20), depth };
    return [draftBox(frame, bar, use, 'slab', floors)];
  }
  switch (dice.whole(0, 3)) {
    case 0:
      return [draft(frame, courtOutline(cell, WING_M), use, 'courtyard', floors)];
    case 1:
      return angles(frame, cell, use, floors, Math.max(fewest, floors - 2));
    case 2:
      return bars(frame, cell, use, [floors, Math.max(fewest, floors - 1), Math.min(most + 1, floors + 1)]);
    default: {
      const corner = dice.pick(CORNERS);
      const { rest, bite } = bitten(cell, corner, width - WING_M, depth - WING_M);
      const pavilion: Box = {
        x: bite.x + (corner === 'SW' || corner === 'NW' ? 0 : bite.width - 0.45 * bite.width),
        y: bite.y + (corner === 'SW' || corner === 'SE' ? 0 : bite.depth - 0.5 * bite.depth),
        width: 0.45 * bite.width,
        depth: 0.5 * bite.depth,
      };
      return [
        draft(frame, rest, use, 'courtyard', floors),
        draftBox(frame, pavilion, use, 'pavilion', Math.max(2, Math.round(floors / 3))),
      ];
    }
  }
}

/** Two angles that hold a court between them, with passages at two corners. */
function angles(frame: Frame, { x, y, width, depth }: Box, use: BuildingUse, high: number, low: number): Draft[] {
  const passageM = 9;
  const [right, top] = [x + width, y + depth];
  const w = WING_M;
  return [
    draft(
      frame,
      [
        [x, y],
        [right - w - passageM, y],
        [right - w - passageM, y + w],
        [x + w, y + w],
        [x + w, top],
        [x, top],
      ],
      use,
      'courtyard',
      low,
    ),
    draft(
      frame,
      [
        [right - w, y],
        [right, y],
        [right, top],
        [x + w + passageM, top],
        [x + w + passageM, top - w],
        [right - w, top - w],
      ],
      use,
      'courtyard',
      high,
    ),
  ];
}

function bars(frame: Frame, { x, y, width, depth }: Box, use: BuildingUse, floors: readonly number[]): Draft[] {
  const count = Math.max(2, Math.min(3, Math.floor((depth + 18) / (WING_M + 18))));
  const pitch = (depth - WING_M) / (count - 1);
  return Array.from({ length: count }, (_, k) => {
    const short = k % 2 === 1 ? 0.16 * width : 0;
    const bar: Box = { x: x + short, y: y + k * pitch, width: width - short, depth: WING_M };
    return draftBox(frame, bar, use, 'slab', floors[k % floors.length]);
  });
}

/** The middle of town: a podium of shops along the street with a tower at one corner of it. */
export function growTowersOnPodiums(plot: Plot, floors: readonly [number, number]): Draft[] {
  const box = largestBox(localOutline(plot), 6);
  if (!box) return [];
  return cellsOf(box, 58, 50, 15).flatMap((cell, k) => podiumWithTower(plot.frame, cell, floors, k, plot.dice));
}

function podiumWithTower(
  frame: Frame,
  cell: Box,
  [fewest, most]: readonly [number, number],
  k: number,
  dice: Dice,
): Draft[] {
  const towerWidth = Math.min(dice.between(29, 37), cell.width);
  const towerDepth = Math.min(dice.between(27, 34), cell.depth);
  const use: BuildingUse =
    k === 0 || dice.next() < 0.6 ? 'office' : dice.pick(['hotel', 'housing', 'housing'] as const);
  const floors = dice.whole(fewest, most);
  if (cell.width < towerWidth + 12 || cell.depth < towerDepth + 12) {
    const tower: Box = { ...cell, width: Math.min(cell.width, 40), depth: Math.min(cell.depth, 34) };
    return [draftBox(frame, tower, use, 'tower', Math.round(0.7 * floors))];
  }
  const { rest, bite } = bitten(cell, dice.pick(CORNERS), towerWidth, towerDepth);
  return [draft(frame, rest, 'commerce', 'podium', dice.whole(3, 4)), draftBox(frame, bite, use, 'tower', floors)];
}
