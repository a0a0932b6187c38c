import type { Junction } from '../../../scene/schema/roads';
import { convexHull } from '../../geometry/polygon';
import { placeAt, pointAtPlace, roundToCentimetres } from '../../geometry/polyline';
import { along, direction, distance, type Point, rightOf } from '../../geometry/vector';
import { turnId } from '../../plan/streets/junctions';
import { assignLanes } from '../../plan/streets/lane-use';
import { type Arm, laneId } from '../../plan/streets/network';
import { turnCurve } from '../../plan/streets/turn-curve';

const LEAST_SET_BACK_M = 2;
const SET_BACK_SHARE = 0.4;

/** Room to turn back at the end of the extract: some of the width that is turned across. */
export function gateSetBackM(arm: Arm, arms: readonly Arm[]): number {
  if (!arms.some((one) => one.inbound) || !arms.some((one) => one.outbound)) return 0;
  const acrossM = Math.max(...arms.map((one) => distance(one.line[0], arm.line[0]) + one.halfM));
  return Math.max(LEAST_SET_BACK_M, SET_BACK_SHARE * acrossM);
}

/**
 * Where a road leaves the extract traffic may also turn back, as it would somewhere outside: without it, whoever drives
 * off the wrong way could go nowhere but out. Undefined where traffic only comes in or only leaves.
 */
export function gateJunction(node: string, arms: readonly Arm[]): Junction | undefined {
  const outbound = arms.filter((arm) => arm.outbound);
  const turns: Junction['turns'] = [];
  for (const from of arms) {
    if (!from.inbound || outbound.length === 0) continue;
    const awayM = (arm: Arm) => distance(arm.line[0], from.line[0]);
    const to = outbound.reduce((best, arm) => (awayM(arm) < awayM(best) ? arm : best));
    for (const turn of assignLanes([{ from, to, direction: 'u-turn' }], false)) {
      const fromLane = from.inbound.laneShapes[turn.fromLane];
      const toLane = to.outbound!.laneShapes[turn.toLane];
      turns.push({
        id: turnId(node, turn),
        fromLane: laneId(from.inbound, turn.fromLane),
        toLane: laneId(to.outbound!, turn.toLane),
        direction: 'u-turn',
        shape: turnCurve(fromLane, toLane, Number.POSITIVE_INFINITY),
      });
    }
  }
  const outline = roundToCentimetres(convexHull(arms.flatMap(mouthOf)));
  if (turns.length === 0) return undefined;
  return { id: node, node, control: 'free', outline, turns };
}

function mouthOf(arm: Arm): Point[] {
  const stop = placeAt(arm.line, arm.setBackM);
  const across = rightOf(direction(arm.line[0], arm.line[1]));
  return [pointAtPlace(arm.line, stop), arm.line[0]].flatMap((at) => [
    along(at, across, arm.halfM),
    along(at, across, -arm.halfM),
  ]);
}
