import { atan2, cos, PI, sin } from '../../kernel';
import { lengthOf, placeAt, pointAt, slice } from '../geometry/polyline';
import { distance, type Point } from '../geometry/vector';
import { type CrossSection, classRank } from './class-defaults';
import type { StreetPlan } from './plan';
import { armsOf, type PlanArm, type PlanLink } from './plan-links';

const RING_SPEED_KMH = 30;
const RING_LANE_M = 4.5;
const ARC_STEP_RAD = (4 * PI) / 180;

/** Replaces each marked node by a one-way circle: one node where each street meets it, one link between neighbours. */
export function withRoundabouts(plan: StreetPlan, nodes: Map<string, Point>, links: PlanLink[]): PlanLink[] {
  let result = links;
  for (const { node, radiusM } of plan.roundabouts ?? []) {
    const arms = armsOf(result).get(node) ?? [];
    if (arms.length < 2 || arms.some((arm) => arm.link.lengthM < shortestArmM(radiusM))) continue; // named by the checks
    const ringNode = (arm: PlanArm) => `${node}@${arm.key}`;
    const trimmed = new Map(arms.map((arm) => [arm.link, trim(arm, radiusM, ringNode(arm))]));
    for (const arm of arms) nodes.set(ringNode(arm), trimmed.get(arm.link)!.ringPoint);
    const centre = nodes.get(node)!;
    nodes.delete(node);
    const section = ringSection(arms);
    const ring = arms.map((arm, i): PlanLink => {
      const next = arms[(i + 1) % arms.length];
      const line = arc(centre, radiusM, nodes.get(ringNode(arm))!, nodes.get(ringNode(next))!);
      return {
        id: `${node}:ring:${arm.key}`,
        street: { ...highest(arms).link.street, id: node, oneWay: true, lanes: 1 },
        ring: node,
        section,
        from: ringNode(arm),
        to: ringNode(next),
        centre: line,
        lengthM: lengthOf(line),
      };
    });
    result = [...result.map((link) => trimmed.get(link)?.link ?? link), ...ring];
  }
  return result;
}

/** What a street that meets a roundabout needs at least, from the middle of the circle. */
export const shortestArmM = (radiusM: number): number => radiusM + 15;

function trim(arm: PlanArm, radiusM: number, ringNode: string): { link: PlanLink; ringPoint: Point } {
  const { line, link } = arm;
  const centre = line[0];
  let low = 0;
  let high = link.lengthM;
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (distance(pointAt(line, middle), centre) < radiusM) low = middle;
    else high = middle;
  }
  const rest = slice(line, placeAt(line, high), line.length - 1);
  const { reversed } = arm;
  const kept = reversed ? [...rest].reverse() : rest;
  return {
    link: { ...link, [reversed ? 'to' : 'from']: ringNode, centre: kept, lengthM: lengthOf(kept) },
    ringPoint: rest[0],
  };
}

function arc(centre: Point, radiusM: number, from: Point, to: Point): Point[] {
  const start = atan2(from[1] - centre[1], from[0] - centre[0]);
  let sweep = atan2(to[1] - centre[1], to[0] - centre[0]) - start;
  if (sweep <= 0) sweep += 2 * PI;
  const steps = Math.max(2, Math.ceil(sweep / ARC_STEP_RAD));
  const points: Point[] = [from];
  for (let k = 1; k < steps; k++) {
    const angle = start + (sweep * k) / steps;
    points.push([centre[0] + radiusM * cos(angle), centre[1] + radiusM * sin(angle)]);
  }
  points.push(to);
  return points;
}

function highest(arms: readonly PlanArm[]): PlanArm {
  return arms.reduce((best, arm) =>
    classRank[arm.link.street.class] > classRank[best.link.street.class] ? arm : best,
  );
}

function ringSection(arms: readonly PlanArm[]): CrossSection {
  return {
    lanesEachWay: 1,
    laneWidthM: RING_LANE_M,
    medianM: 0,
    sidewalkM: Math.max(...arms.map((arm) => arm.link.section.sidewalkM)),
    speedKmh: RING_SPEED_KMH,
    oneWay: true,
  };
}
