import type { RoadClass } from '../../../scene/schema/roads';
import { crossings, directionAtPlace, metresAt, offsetRight, turnBetween } from '../../geometry/polyline';
import { along, direction, distance, type Point } from '../../geometry/vector';
import type { Arm } from './network';

/** What lies between two neighbouring arms: where their kerbs meet, and how far a rounded corner reaches. */
export interface Corner {
  /** Counter-clockwise: the corner lies to the left of `right` and to the right of `left` as seen from the node. */
  readonly right: Arm;
  readonly left: Arm;
  /** Left kerb of the one and right kerb of the other, from EXTENSION_M before the node outwards. */
  readonly rightKerb: readonly Point[];
  readonly leftKerb: readonly Point[];
  /** Metres from the node along each arm where the kerbs meet; undefined where they do not, or only would far off. */
  readonly meets?: { readonly rightM: number; readonly leftM: number };
  /** Wanted length of the rounding along each kerb and its radius; without a corner, of the taper between widths. */
  readonly tangentM: number;
  /** Two carriageways side by side. */
  readonly abreast: boolean;
  readonly radiusM: number;
}

export const EXTENSION_M = 60;
const REACH_M = 140;
const LONGEST_TANGENT_M = 14;
const FLAT_COSINE = -0.5; // a bend of less than 60°, which through traffic takes too
const FLAT_TANGENT_M = 8;
const FLAT_TANGENT_PER_SINE_M = 40; // less where the bend hardly shows
const THROUGH_COSINE = -0.93; // arms within 21° of a straight line have no corner between them
const THROUGH_TANGENT = 0.3; // of half that bend, and some curvature
const TAPER_PER_WIDTH = 1.5;
/** Carriageways that leave a wide junction side by side have an island between them, not a corner. */
const ABREAST_COSINE = 0.9;
const ABREAST_FROM_M = 3;

/** Kerb radii by the lesser street, after CJJ 152-2010's table for right turns at 15 to 25 km/h. */
const kerbRadiusM: Readonly<Record<RoadClass, number>> = {
  expressway: 15,
  arterial: 12,
  collector: 9,
  ramp: 12,
  local: 7,
  service: 5,
};

export function cornersOf(arms: readonly Arm[]): Corner[] {
  return arms.length < 2 ? [] : arms.map((arm, i) => cornerBetween(arm, arms[(i + 1) % arms.length]));
}

function cornerBetween(right: Arm, left: Arm): Corner {
  const rightLine = extendBack(right.line);
  const leftLine = extendBack(left.line);
  const rightKerb = offsetRight(rightLine, -right.halfM);
  const leftKerb = offsetRight(leftLine, left.halfM);
  const leaving = turnBetween(direction(right.line[0], right.line[1]), direction(left.line[0], left.line[1]));
  const limitM = (arm: Arm) => Math.min(REACH_M, arm.link.lengthM * 0.6);

  let meets: { rightM: number; leftM: number } | undefined;
  let tangentM = 0;
  let radiusM = 0;
  const abreast = leaving.cosine > ABREAST_COSINE && distance(right.line[0], left.line[0]) > ABREAST_FROM_M;
  for (const { atA, atB } of abreast ? [] : crossings(rightKerb, leftKerb)) {
    const rightM = metresAt(rightLine, atA) - EXTENSION_M;
    const leftM = metresAt(leftLine, atB) - EXTENSION_M;
    if (rightM > limitM(right) || leftM > limitM(left)) continue;
    if (meets && meets.rightM + meets.leftM > rightM + leftM) continue;
    const { cosine, sine } = turnBetween(directionAtPlace(rightKerb, atA), directionAtPlace(leftKerb, atB));
    if (sine <= 0 && leaving.sine <= 0) continue; // the outside of a bend
    meets = { rightM, leftM };
    // Kerbs in one line may come out at it, or a rounding beyond.
    const tangentPerRadius = Math.sqrt(Math.max(1e-12, 1 + cosine) / Math.max(1 - cosine, 1e-3));
    radiusM = Math.min(kerbRadiusM[right.link.street.class], kerbRadiusM[left.link.street.class]);
    radiusM = Math.min(radiusM, LONGEST_TANGENT_M / tangentPerRadius);
    if (cosine < FLAT_COSINE) {
      const flatM = Math.min(FLAT_TANGENT_M, FLAT_TANGENT_PER_SINE_M * Math.abs(sine));
      radiusM = Math.max(radiusM, flatM / tangentPerRadius);
    }
    tangentM = radiusM * tangentPerRadius;
  }
  const taperM = 1 + Math.abs(right.halfM - left.halfM) * TAPER_PER_WIDTH;
  if (leaving.cosine < THROUGH_COSINE) {
    const nearM = taperM + Math.max(right.halfM, left.halfM) * THROUGH_TANGENT;
    if (meets && (meets.rightM > nearM || meets.leftM > nearM)) meets = undefined; // widths differ: they meet far off
  }
  if (!meets) tangentM = taperM;
  return { right, left, rightKerb, leftKerb, meets, tangentM, radiusM, abreast };
}

function extendBack(line: readonly Point[]): Point[] {
  return [along(line[0], direction(line[1], line[0]), EXTENSION_M), ...line];
}
