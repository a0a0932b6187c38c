import { acos, cos, PI, sin } from '../../../kernel';
import { roundToCentimetres } from '../../geometry/polyline';
import { add, along, direction, type Point, reverse, rightOf } from '../../geometry/vector';
import {
  type CrossSection,
  innermostLaneM,
  TURNING_CIRCLE_M,
  turningHeadRadiusM,
  turnsOnHalfCircle,
} from '../class-defaults';
import { leaving } from './movements';
import type { Arm } from './network';

const ARC_STEP_RAD = (6 * PI) / 180;
const LEAD_IN_M = 1;

/** How far before a road's end its lanes stop, so that the turning circle lies round the end itself. */
export function deadEndSetBackM(arm: Arm): number {
  return arm.inbound && arm.outbound ? LEAD_IN_M + swingOf(arm.section).aheadM : 0;
}

/** The innermost lane's way round: out to the right on one radius, round the circle to the left on another. */
function swingOf(section: CrossSection): { outM: number; circleM: number; aheadM: number } {
  const offsetM = innermostLaneM(section);
  if (turnsOnHalfCircle(section)) return { outM: 0, circleM: offsetM, aheadM: 0 };
  const outM = section.lanesEachWay === 1 ? TURNING_CIRCLE_M : 2.5 + section.laneWidthM * (section.lanesEachWay - 1);
  const across = offsetM + outM;
  const reach = TURNING_CIRCLE_M + outM;
  return { outM, circleM: TURNING_CIRCLE_M, aheadM: Math.sqrt(reach * reach - across * across) };
}

/**
 * Round the end of a road and back on the other side: to the right, round a circle of six metres to the left, and to
 * the right again, lanes side by side; across a median simply on half circles.
 */
export function turnBack(arm: Arm, lane: number): Point[] {
  const approach = arm.inbound!.laneShapes[lane];
  const forward = direction(approach[approach.length - 2], approach[approach.length - 1]);
  const right = rightOf(forward);
  const start = approach[approach.length - 1];
  const end = arm.outbound!.laneShapes[lane][0];
  const middle: Point = [(start[0] + end[0]) / 2, (start[1] + end[1]) / 2];
  const place = (x: number, y: number): Point => add(middle, along(along([0, 0], right, x), forward, y + LEAD_IN_M));

  const offsetM = arm.inbound!.laneOffsetsM[lane];
  const innermost = swingOf(arm.section);
  const outerByM = offsetM - innermostLaneM(arm.section);
  const radiusM = innermost.circleM + outerByM;
  const outM = innermost.outM - outerByM;
  const { aheadM } = innermost;
  const swing = innermost.outM === 0 ? 0 : acos((offsetM + outM) / (radiusM + outM));

  const points: Point[] = [start, place(offsetM, 0)];
  const arc = (centreX: number, centreY: number, radius: number, from: number, sweep: number) => {
    const steps = Math.max(1, Math.ceil(Math.abs(sweep) / ARC_STEP_RAD));
    for (let k = 1; k <= steps; k++) {
      const angle = from + (sweep * k) / steps;
      points.push(place(centreX + radius * cos(angle), centreY + radius * sin(angle)));
    }
  };
  if (swing > 0) arc(offsetM + outM, 0, outM, PI, -swing);
  arc(0, aheadM, radiusM, -swing, PI + 2 * swing);
  if (swing > 0) arc(-offsetM - outM, 0, outM, swing, -swing);
  points.push(end);
  return roundToCentimetres(points);
}

/** The pavement of a turning head: a circle round the road's end that opens to the road. */
export function turningHead(arm: Arm): Point[] {
  const forward = reverse(leaving(arm));
  const right = rightOf(forward);
  const radiusM = turningHeadRadiusM(arm.section);
  const node = arm.line[0];
  const at = (x: number, y: number): Point => along(along(node, right, x), forward, y);
  const mouth: Point[] = [at(-arm.halfM, -arm.setBackM), at(arm.halfM, -arm.setBackM)];
  const opening = acos(Math.min(1, arm.halfM / radiusM));
  const from = -opening;
  const sweep = PI + 2 * opening;
  const steps = Math.ceil(sweep / (2 * ARC_STEP_RAD));
  for (let k = 0; k <= steps; k++) {
    const angle = from + (sweep * k) / steps;
    mouth.push(at(radiusM * cos(angle), radiusM * sin(angle)));
  }
  return roundToCentimetres(mouth);
}
