import { placeAt, pointAtPlace, roundToCentimetres } from '../../geometry/polyline';
import { along, type Point, rightOf } from '../../geometry/vector';
import { leaving } from './movements';
import type { Arm } from './network';
import { CROSSING_ROOM_M } from './set-backs';

export interface PlannedCrossing {
  readonly arm: Arm;
  readonly path: Point[];
  readonly widthM: number;
  /** What somebody walks without a refuge: the whole road, or from kerb to median. */
  readonly walkM: number;
}

const WIDTH_M = 4;
const BEFORE_IT_M = 1;
const REFUGE_M = 2;

/** A marked crossing on each arm that has sidewalks and kept the room for one between corner and stop line. */
export function crossingOf(
  arm: Arm,
  kerbMeetsM: number,
  wanted = arm.section.sidewalkM > 0,
): PlannedCrossing | undefined {
  if (!wanted || arm.setBackM - kerbMeetsM < CROSSING_ROOM_M) return undefined;
  const middle = pointAtPlace(arm.line, placeAt(arm.line, arm.setBackM - BEFORE_IT_M - WIDTH_M / 2));
  const right = rightOf(leaving(arm));
  const { medianM } = arm.section;
  return {
    arm,
    path: roundToCentimetres([along(middle, right, arm.halfM), along(middle, right, -arm.halfM)]),
    widthM: WIDTH_M,
    walkM: medianM >= REFUGE_M ? arm.halfM - medianM / 2 : 2 * arm.halfM,
  };
}
