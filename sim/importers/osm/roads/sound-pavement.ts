import { outlineFault } from '../../../scene/rules/outline-test';
import type { Junction } from '../../../scene/schema/roads';
import { convexHull } from '../../geometry/polygon';
import { roundToCentimetres } from '../../geometry/polyline';
import { along, direction, type Point } from '../../geometry/vector';
import { type Arm, laneId } from '../../plan/streets/network';
import type { Report } from '../report';

const AROUND_M = 1.5;

/** A junction whose pavement is no sound outline (roads on top of each other, ends in a line) gets a plainer one. */
export function withSoundPavement(junction: Junction, report: Report): Junction {
  if (junction.outline.length >= 3 && !outlineFault(junction.outline)) return junction;
  const points = [...junction.outline, ...junction.turns.flatMap(({ shape }) => shape)];
  const around = points.flatMap(([x, y]): Point[] => [
    [x - AROUND_M, y - AROUND_M],
    [x + AROUND_M, y - AROUND_M],
    [x + AROUND_M, y + AROUND_M],
    [x - AROUND_M, y + AROUND_M],
  ]);
  report.add(
    'repaired',
    'pavement',
    `node/${junction.node.slice(1)}`,
    'its roads lie on top of each other: a plain outline round them',
  );
  const tight = roundToCentimetres(convexHull(points));
  const outline = tight.length >= 3 && !outlineFault(tight) ? tight : roundToCentimetres(convexHull(around));
  return { ...junction, outline };
}

const LEAST_TURN_M = 0.02;

/** A turn between lanes that touch has no length to speak of: it reaches a hand's breadth into the lane that it leads to. */
export function withSoundTurns(junction: Junction, arms: readonly Arm[]): Junction {
  if (junction.turns.every(({ shape }) => shape.length > 1)) return junction;
  const lanes = new Map(
    arms.flatMap(({ outbound }) => outbound?.laneShapes.map((shape, k) => [laneId(outbound, k), shape] as const) ?? []),
  );
  const turns = junction.turns.map((turn) => {
    if (turn.shape.length > 1) return turn;
    const lane = lanes.get(turn.toLane)!;
    const ahead = along(turn.shape[0], direction(lane[0], lane[1]), LEAST_TURN_M);
    return { ...turn, shape: [turn.shape[0], roundToCentimetres([ahead])[0]] };
  });
  return { ...junction, turns };
}
