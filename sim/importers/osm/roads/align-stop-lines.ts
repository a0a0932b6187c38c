import { placeAt, pointAtPlace } from '../../geometry/polyline';
import { distance, dot, type Point } from '../../geometry/vector';
import { leaving } from '../../plan/streets/movements';
import type { Arm, Network } from '../../plan/streets/network';

const ABREAST_COSINE = 0.9;
const APART_M = 3;
const LEAST_LANE_M = 10;

/**
 * Carriageways that come to a junction side by side stop side by side: an inner one has no kerb at the corner to keep
 * it back, so it goes by its neighbours, as far as its length allows.
 */
export function alignStopLines(network: Network): void {
  const otherEnd = new Map<Arm, Arm>();
  const byLink = new Map<Arm['link'], Arm>();
  for (const arms of network.arms.values()) {
    for (const arm of arms) {
      const first = byLink.get(arm.link);
      if (!first) byLink.set(arm.link, arm);
      else {
        otherEnd.set(first, arm);
        otherEnd.set(arm, first);
      }
    }
  }
  for (const arms of network.arms.values()) {
    if (arms.length < 3) continue;
    for (const group of groupsAbreast(arms)) {
      const way = leaving(group[0]);
      const stopM = (arm: Arm) => dot(stopPoint(arm), way);
      const farM = Math.max(...group.map(stopM));
      for (const arm of group) {
        const roomM = arm.link.lengthM - (otherEnd.get(arm)?.setBackM ?? 0) - LEAST_LANE_M;
        const wantedM = arm.setBackM + farM - stopM(arm);
        arm.setBackM = Math.max(arm.setBackM, Math.min(wantedM, roomM));
      }
    }
  }
}

function stopPoint(arm: Arm): Point {
  return pointAtPlace(arm.line, placeAt(arm.line, arm.setBackM));
}

/** People who cross one carriageway cross all those beside it. */
export function isCrossed(arm: Arm, arms: readonly Arm[]): boolean {
  const group = groupsAbreast(arms).find((one) => one.includes(arm)) ?? [arm];
  return group.some(({ section }) => section.sidewalkM > 0);
}

/** Runs of neighbours round the junction that leave it in one direction from places apart. */
function groupsAbreast(arms: readonly Arm[]): Arm[][] {
  const abreast = (a: Arm, b: Arm) =>
    dot(leaving(a), leaving(b)) > ABREAST_COSINE && distance(a.line[0], b.line[0]) > APART_M;
  const first = arms.findIndex((arm, i) => !abreast(arms[(i + arms.length - 1) % arms.length], arm));
  if (first < 0) return [];
  const groups: Arm[][] = [];
  for (let k = 0; k < arms.length; k++) {
    const arm = arms[(first + k) % arms.length];
    const group = groups[groups.length - 1];
    if (group && abreast(group[group.length - 1], arm)) group.push(arm);
    else groups.push([arm]);
  }
  return groups.filter((group) => group.length > 1);
}
