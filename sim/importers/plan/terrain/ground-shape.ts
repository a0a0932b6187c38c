import { atan2, cos } from '../../../kernel';
import { contains } from '../../geometry/polygon';
import { distanceToLine } from '../../geometry/polyline';
import { cross, distance, minus, type Point, unit } from '../../geometry/vector';
import type { GroundPlan } from './ground-plan';

export type HeightAt = (at: Point) => number;

/** Height of the land as nature left it (and of hollows as dug), anywhere. */
export function groundHeight(plan: GroundPlan): HeightAt {
  const { plane } = plan;
  return (at) => {
    let height = plane.heightM + plane.perMetreEast * at[0] + plane.perMetreNorth * at[1];
    for (const ridge of plan.ridges) height += ridge.riseM * dome(distanceToLine(at, ridge.path) / ridge.halfWidthM);
    for (const hill of plan.hills) height += hill.riseM * dome(reachOf(hill, at));
    if (plan.shore) height = shoreHeight(plan.shore, at, height);
    return height;
  };
}

/** The bed of every hollow, and banks that keep above the water; applied after streets have shaped the ground. */
export function dugHeight(plan: GroundPlan, at: Point, height: number): number {
  for (const { outline, levelM, depthM, freeboardM } of plan.hollows) {
    const offM = distanceToLine(at, [...outline, outline[0]]);
    if (contains(outline, at)) {
      // Level with the water at its edge, down to the bed over the first thirty metres.
      return levelM + 0.15 - (depthM + 0.15) * Math.min(1, offM / 30);
    }
    if (offM < 70) return Math.max(height, levelM + freeboardM * Math.min(1, (offM + 6) / 30));
  }
  return height;
}

/** 1 at the middle, 0 at the foot, level at both: (1 − t²)². */
function dome(t: number): number {
  if (t >= 1) return 0;
  const rest = 1 - t * t;
  return rest * rest;
}

function reachOf(hill: GroundPlan['hills'][number], at: Point): number {
  const offset = minus(at, hill.at);
  let radiusM = distance(at, hill.at);
  if (hill.stretch) {
    const axis = unit(hill.stretch.towards);
    const along = (offset[0] * axis[0] + offset[1] * axis[1]) / hill.stretch.by;
    const across = cross(axis, offset);
    radiusM = Math.sqrt(along * along + across * across);
  }
  if (hill.lobes && radiusM > 1e-6) {
    const wave = cos(hill.lobes.count * atan2(offset[1], offset[0]));
    radiusM /= 1 + hill.lobes.share * wave;
  }
  return radiusM / hill.radiusM;
}

function shoreHeight(shore: NonNullable<GroundPlan['shore']>, at: Point, height: number): number {
  const offM = distanceToLine(at, shore.path);
  if (isRightOf(shore.path, at)) return Math.max(-shore.deepestM, -shore.slope * 2 * offM - 0.2);
  // Near the sea the ground may rise no faster than the beach does, so that it meets the water at its level.
  return Math.min(height, 0.3 + shore.slope * offM * (1 + offM / BEACH_M));
}

/** How far inland the shore still holds the ground down. */
const BEACH_M = 300;

function isRightOf(path: readonly Point[], at: Point): boolean {
  let best = Infinity;
  let side = 0;
  for (let i = 1; i < path.length; i++) {
    const offM = distanceToLine(at, [path[i - 1], path[i]]);
    if (offM < best - 1e-9) {
      best = offM;
      side = cross(minus(path[i], path[i - 1]), minus(at, path[i - 1]));
    }
  }
  return side < 0;
}
