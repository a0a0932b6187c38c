import { cellsOf } from '../land/cells';
import type { Dice } from '../land/dice';
import { type Box, largestBox } from '../land/largest-box';
import type { Frame } from '../land/local-frame';
import { type Draft, draftBox, localOutline, type Plot } from './draft';

/** Laboratory wings on a common spine, in the plans that let daylight reach every bench: H, E, comb and pair. */
export function growResearchWings(plot: Plot, floors: readonly [number, number]): Draft[] {
  const box = largestBox(localOutline(plot), 8);
  if (!box) return [];
  return cellsOf(box, 78, 66, 20).flatMap((cell) => ensemble(plot.frame, cell, floors, plot.dice));
}

const WING_M = 16;
const SPINE_M = 13;

function ensemble(frame: Frame, cell: Box, [fewest, most]: readonly [number, number], dice: Dice): Draft[] {
  const { x, y, width, depth } = cell;
  if (width < 14 || depth < 14) return [];
  const floors = dice.whole(fewest, most);
  const low = Math.max(2, floors - 1);
  const wing = (box: Box, storeys: number) => draftBox(frame, box, 'research', 'wing', storeys);
  if (width < 48 || depth < 46) {
    const bar: Box = width >= depth ? { ...cell, depth: Math.min(depth, 22) } : { ...cell, width: Math.min(width, 22) };
    return [wing(bar, floors)];
  }
  switch (dice.whole(0, 3)) {
    case 0: {
      // H: two bars joined across the middle, with the lecture hall in the southern yard.
      const yardM = width - 2 * WING_M;
      const middle: Box = { x: x + WING_M, y: y + depth / 2 - SPINE_M / 2, width: yardM, depth: SPINE_M };
      const hall: Box = {
        x: x + WING_M + 0.25 * yardM,
        y: y + 4,
        width: 0.5 * yardM,
        depth: Math.min(16, depth * 0.2),
      };
      return [
        wing({ x, y, width: WING_M, depth }, floors),
        wing({ x: x + width - WING_M, y, width: WING_M, depth }, low),
        wing(middle, low),
        draftBox(frame, hall, 'research', 'pavilion', 1, { heightM: 7.5 }),
      ];
    }
    case 1: {
      // E and its longer kin, the comb: wings to the south of a spine.
      const wings = Math.max(2, Math.min(4, Math.floor((width + 14) / (WING_M + 14))));
      const pitch = (width - WING_M) / (wings - 1);
      const built = [wing({ x, y: y + depth - SPINE_M, width, depth: SPINE_M }, low)];
      for (let k = 0; k < wings; k++) {
        const reach = (depth - SPINE_M) * (k % 2 === 0 ? 1 : 0.72);
        const start = y + depth - SPINE_M - reach;
        built.push(wing({ x: x + k * pitch, y: start, width: WING_M, depth: reach }, floors - (k % 2)));
      }
      return built;
    }
    case 2: {
      // U of three houses, each its own height, and a pilot hall within.
      const inner: Box = { x: x + WING_M + 9, y: y + 4, width: width - 2 * WING_M - 18, depth: depth - SPINE_M - 16 };
      const built = [
        wing({ x, y, width: WING_M, depth: depth - SPINE_M }, floors),
        wing({ x: x + width - WING_M, y, width: WING_M, depth: depth - SPINE_M }, low),
        wing({ x, y: y + depth - SPINE_M, width, depth: SPINE_M }, floors + 1),
      ];
      if (inner.width > 16 && inner.depth > 16) {
        built.push(draftBox(frame, inner, 'research', 'sawtooth-hall', 1, { heightM: 9.5 }));
      }
      return built;
    }
    default: {
      const gapM = Math.max(16, depth - 2 * WING_M - 22);
      const barDepth = Math.min(22, (depth - gapM) / 2);
      return [
        wing({ x, y, width: width * 0.8, depth: barDepth }, floors),
        wing({ x: x + width * 0.2, y: y + depth - barDepth, width: width * 0.8, depth: barDepth }, low),
      ];
    }
  }
}
