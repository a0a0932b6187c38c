import { signedArea } from '../../geometry/polygon';
import type { Point } from '../../geometry/vector';
import type { Dice } from './dice';
import { boundsOf, type Frame, outlineToLocal, toWorld } from './local-frame';
import { splitOutline } from './split-outline';

const TREE_DEPTH = 8;
/** What remains narrower than this is not cut again: it would leave plots that nothing fits on. */
const NARROWEST_CUT_M = 44;

/**
 * Cuts a block into parcels of about the wanted size, each time across the longer side, square to the street, so that
 * every parcel keeps a front. Cuts stand a little off the middle, as surveyors' do where owners differ.
 */
export function cutIntoParcels(outline: readonly Point[], frame: Frame, wantedM2: number, dice: Dice): Point[][] {
  return cut([...outline], frame, wantedM2, dice, 0);
}

function cut(outline: Point[], frame: Frame, wantedM2: number, dice: Dice, depth: number): Point[][] {
  const areaM2 = signedArea(outline);
  if (depth >= TREE_DEPTH || areaM2 < 1.5 * wantedM2) return [outline];
  const local = outlineToLocal(frame, outline);
  const bounds = boundsOf(local);
  const width = bounds.maxX - bounds.minX;
  const height = bounds.maxY - bounds.minY;
  const parts = Math.round(areaM2 / wantedM2);
  const half = Math.floor(parts / 2) / parts + (parts > 3 ? dice.between(-0.04, 0.04) : 0);
  const acrossX = width >= height;
  if ((acrossX ? width : height) < 2 * NARROWEST_CUT_M) return [outline];
  const middle: Point = acrossX
    ? [bounds.minX + half * width, bounds.minY]
    : [bounds.minX, bounds.minY + half * height];
  const [c, s] = frame.east;
  const direction: Point = acrossX ? [-s, c] : [c, s];
  const { left, right } = splitOutline(outline, toWorld(frame, middle), direction);
  return [...left, ...right].flatMap((part) => cut(part, frame, wantedM2, dice, depth + 1));
}
