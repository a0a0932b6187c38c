/** Whether there is a gap on a lane for someone who would come into it from the side: a change of lane, a driveway. */
import { accelerate, holdBack } from './driver';
import type { TrafficState } from './state';
import { kindLengthM } from './vehicle-kinds';

export const LEAST_GAP_M = 0.7;
const STANDS_MPS = 0.5;
/** Room that the ones inside the junction keep to themselves at the beginning of a lane, beyond their own lengths. */
const BEHIND_CLAIMS_M = 8;
/** Assumed of the driver behind when his own wish for speed is not known: half of his free acceleration. */
const FREE_PART = 0.5;

/** The vehicles between which a front at that position would come: written by findGap, read at once. */
export const gap = { ahead: -1, behind: -1 };

export function findGap(state: TrafficState, lane: number, frontM: number): void {
  const { vehicles, tracks } = state;
  gap.behind = -1;
  gap.ahead = tracks.last[lane];
  while (gap.ahead >= 0 && vehicles.positionM[gap.ahead] < frontM) {
    gap.behind = gap.ahead;
    gap.ahead = vehicles.ahead[gap.ahead];
  }
}

/** Room to whoever is ahead on the lane, or still has his tail before its end. */
export function roomAhead(state: TrafficState, lane: number, frontM: number, ahead: number): number {
  const { vehicles, tracks, network } = state;
  if (ahead >= 0) return vehicles.positionM[ahead] - kindLengthM[vehicles.kind[ahead]] - frontM;
  const toEndM = network.roads.trackLengthM[lane] - frontM;
  const left = tracks.lastLeft[lane];
  if (left < 0) return toEndM < LEAST_GAP_M ? 0 : Number.POSITIVE_INFINITY;
  const pastM = vehicles.odometerM[left] - vehicles.lineOdometerM[left] - kindLengthM[vehicles.kind[left]];
  return pastM > LEAST_GAP_M ? Number.POSITIVE_INFINITY : toEndM + pastM;
}

/** Whether whoever comes behind, on the lane or out of the junction, need not brake harder than so much. */
export function isSafeBehind(
  state: TrafficState,
  lane: number,
  tailM: number,
  speedMps: number,
  behind: number,
  leastMps2: number,
): boolean {
  const { vehicles, tracks, claims, network } = state;
  const { trackLengthM, laneCount, turnFromLane } = network.roads;
  if (behind >= 0) {
    if (claims.now[behind] >= 0) return false;
    return canFollow(state, behind, tailM - vehicles.positionM[behind], speedMps, leastMps2);
  }
  // Whoever comes out of the junction has been promised the beginning of this lane.
  const promisedM = claims.setAsideDm[lane] / 10;
  if (promisedM > 0 && tailM < promisedM + BEHIND_CLAIMS_M) return false;
  for (let k = network.feedStart[lane]; k < network.feedStart[lane + 1]; k++) {
    const turn = network.feedTurns[k];
    let awayM = tailM + trackLengthM[laneCount + turn];
    let next = tracks.first[laneCount + turn];
    if (next < 0 && network.throughRoad[turn] === 1) {
      next = tracks.first[turnFromLane[turn]];
      awayM += trackLengthM[turnFromLane[turn]];
    }
    if (next >= 0 && !canFollow(state, next, awayM - vehicles.positionM[next], speedMps, leastMps2)) return false;
  }
  return true;
}

function canFollow(state: TrafficState, row: number, gapM: number, leaderMps: number, leastMps2: number): boolean {
  const { speedMps, kind } = state.vehicles;
  if (gapM < LEAST_GAP_M) return false;
  const v = speedMps[row];
  return v <= STANDS_MPS || accelerate(kind[row], FREE_PART, holdBack(kind[row], v, leaderMps, gapM)) >= leastMps2;
}
