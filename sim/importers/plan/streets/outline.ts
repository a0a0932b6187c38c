import { roundedCorner, tangentPath } from '../../geometry/curve';
import { convexHull, isSimple, signedArea, withoutRepeats } from '../../geometry/polygon';
import { placeAt, pointAtPlace, roundToCentimetres, simplify, slice } from '../../geometry/polyline';
import { along, direction, type Point, reverse } from '../../geometry/vector';
import { type Corner, EXTENSION_M } from './corners';
import { leaving } from './movements';
import type { Arm } from './network';

const CORNER_PIECES = 7;
const SHARP_M = 0.4;

/** The pavement between the stop lines, counter-clockwise, its corners rounded as far as the set-backs leave room. */
export function junctionOutline(arms: readonly Arm[], corners: readonly Corner[]): Point[] {
  const ring: Point[] = [];
  corners.forEach((corner, i) => {
    ring.push(...cornerLine(corner, corners.length === 2 ? corners[1 - i] : undefined));
  });
  const outline = withoutRepeats(simplify([...ring, ring[0]], 0.02).slice(0, -1), 0.02);
  if (outline.length >= 3 && isSimple(outline) && signedArea(outline) > 0) return roundToCentimetres(outline);
  const plain = roundToCentimetres(mouths(arms));
  return plain.length >= 3 && isSimple(plain) && signedArea(plain) > 0 ? plain : roundToCentimetres(convexHull(plain));
}

/** Only the ends of the stop lines, where a finer outline would tangle. */
function mouths(arms: readonly Arm[]): Point[] {
  return withoutRepeats(
    arms.flatMap((arm) => [kerbEnd(arm, 1), kerbEnd(arm, -1)]),
    0.02,
  );
}

function kerbEnd(arm: Arm, side: 1 | -1): Point {
  const at = pointAtPlace(arm.line, placeAt(arm.line, arm.setBackM));
  const [x, y] = leaving(arm);
  return along(at, [y * side, -x * side], arm.halfM);
}

/** From the left end of one stop line along the kerb, round the corner, to the right end of the next. */
function cornerLine(corner: Corner, opposite: Corner | undefined): Point[] {
  const { right, left, rightKerb, leftKerb, meets, tangentM } = corner;
  const placeOn = (arm: Arm, metres: number) => placeAt(extended(arm), metres + EXTENSION_M);
  const start = placeOn(right, right.setBackM);
  const end = placeOn(left, left.setBackM);
  if (corner.abreast) return [pointAtPlace(rightKerb, start), pointAtPlace(leftKerb, end)];
  if (!meets) {
    const widestM = opposite?.meets
      ? opposite.radiusM + 2 * Math.min(right.halfM, left.halfM)
      : Number.POSITIVE_INFINITY;
    return blend(pointAtPlace(rightKerb, start), pointAtPlace(leftKerb, end), right, left, widestM);
  }
  const roomM = Math.min(tangentM, right.setBackM - meets.rightM, left.setBackM - meets.leftM);
  const from = placeOn(right, meets.rightM + Math.max(roomM, 0));
  const to = placeOn(left, meets.leftM + Math.max(roomM, 0));
  const inwards = from < start ? slice(rightKerb, from, start).reverse() : [pointAtPlace(rightKerb, start)];
  const outwards = to < end ? slice(leftKerb, to, end) : [pointAtPlace(leftKerb, end)];
  const tip = pointAtPlace(rightKerb, placeOn(right, meets.rightM));
  if (roomM < SHARP_M) return [...inwards, tip, ...outwards];
  return [...inwards, ...roundedCorner(inwards[inwards.length - 1], tip, outwards[0], CORNER_PIECES), ...outwards];
}

function extended(arm: Arm): Point[] {
  return [along(arm.line[0], direction(arm.line[1], arm.line[0]), EXTENSION_M), ...arm.line];
}

/** Past the outside of a bend (no wider than its inside asks), or where a road widens: tangent to both kerbs. */
function blend(from: Point, to: Point, right: Arm, left: Arm, widestM: number): Point[] {
  return tangentPath(from, reverse(leaving(right)), to, leaving(left), widestM, 12);
}
