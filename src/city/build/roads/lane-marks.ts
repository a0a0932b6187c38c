import type { LaidRoads } from '../../../../sim';
import { Border } from './surface-writer';

/**
 * What is painted on a lane, packed into 16 bits for the shader: border lines left and right (2 bits each), stop or
 * give-way line at the end, arrows, bus lane, long dashes. After GB 5768.3: dashes of 6 m in 15 m where the limit is
 * 60 km/h and more, 2 m in 6 m elsewhere; yellow between opposite directions, white within one.
 */
export const Mark = {
  leftShift: 0,
  rightShift: 2,
  stopLine: 1 << 4,
  giveWay: 1 << 5,
  arrowLeft: 1 << 6,
  arrowStraight: 1 << 7,
  arrowRight: 1 << 8,
  arrowBack: 1 << 9,
  busLane: 1 << 10,
  longDashes: 1 << 11,
} as const;

/** Arrows are painted where a lane is long enough to read them. */
const SHORTEST_LANE_WITH_ARROWS_M = 35;
const LONG_DASH_FROM_MPS = 60 / 3.6 - 0.1;
const SIGNAL = 0;
const PRIORITY = 1;
const ALL_WAY_STOP = 3;

export interface EdgeSurroundings {
  readonly oneLaneEachWay: boolean;
  readonly middleGapM: number | null;
  readonly givesWay: boolean;
}

export function laneMarks(roads: LaidRoads, lane: number, around: EdgeSurroundings, busOnly: boolean): number {
  const edge = roads.laneEdge[lane];
  const first = roads.edgeFirstLane[edge];
  const count = roads.edgeLaneCount[edge];
  const place = lane - first;
  let left: number = Border.dashed;
  if (place === count - 1) {
    if (around.middleGapM === null) left = Border.white;
    else left = Border.yellow;
  }
  const right = place === 0 && count > 1 ? Border.white : Border.none;
  let marks = (left << Mark.leftShift) | (right << Mark.rightShift);
  if (busOnly) marks |= Mark.busLane;
  if (roads.edgeSpeedMps[edge] >= LONG_DASH_FROM_MPS) marks |= Mark.longDashes;
  const junction = roads.edgeToJunction[edge];
  if (junction < 0) return marks;
  const control = roads.junctionControl[junction];
  if (control === SIGNAL || control === ALL_WAY_STOP) marks |= Mark.stopLine;
  else if (control === PRIORITY && around.givesWay) marks |= Mark.giveWay;
  if (count > 1 && control === SIGNAL && roads.trackLengthM[lane] > SHORTEST_LANE_WITH_ARROWS_M) {
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
      marks |= [Mark.arrowLeft, Mark.arrowStraight, Mark.arrowRight, 0][roads.turnDirection[roads.laneTurns[k]]];
    }
  }
  return marks;
}
