/**
 * Changes of lane on the open road, after MOBIL (Kesting, Treiber and Helbing 2007): safe for whoever comes behind, and
 * worth it. A change that the way demands is tried in every step and needs less room the closer the stop line is; the
 * driver behind lets the other in. A change for speed alone is weighed by a quarter of the drivers in each step.
 * Nobody changes who has leave to pass the junction, nor in front of someone who has.
 */
import { accelerate, decisionDistanceM, freePart, holdBack } from './driver';
import { findGap, gap, isSafeBehind, LEAST_GAP_M, roomAhead } from './gap-on-lane';
import { mayDrive, planLane, turnTowards } from './lane-plan';
import type { TrafficState } from './state';
import { insertBetween, takeOff } from './tracks';
import { kindLengthM } from './vehicle-kinds';
import { edgeOnRoute } from './vehicles';

const EASY_BRAKING_MPS2 = 2;
const HARD_BRAKING_MPS2 = 4;
const WORTH_MPS2 = 0.4;
/** For speed alone, nobody changes this near to the stop line, nor before the last change is driven out. */
const LEAVE_ALONE_M = 40;
/** Nor so near that the stop line itself is the next thing to decide about. */
const SETTLED_BEFORE_M = 10;
const STILL_CHANGING_M = 0.4;
const STANDS_MPS = 0.5;
const LETS_IN_WITHIN_M = 120;

export function changeLanes(state: TrafficState): void {
  const { vehicles, network, claims } = state;
  const roads = network.roads;
  const turnOfRow = state.totals.steps & 3;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const lane = vehicles.track[row];
    if (lane < 0 || lane >= roads.laneCount) continue;
    const edge = roads.laneEdge[lane];
    if (roads.edgeLaneCount[edge] === 1 || claims.now[row] >= 0) continue;
    const want = vehicles.wantLane[row];
    if (want === lane && (row & 3) !== turnOfRow) continue;
    if (vehicles.positionM[row] < 1) continue;
    const step = want > lane ? 1 : -1;
    if (want !== lane) {
      const mustLeave = vehicles.nextTurn[row] < 0 && edgeOnRoute(vehicles, row, 1) >= 0;
      if (!mustLeave && (row & 3) !== turnOfRow) continue;
      if (!tryChange(state, row, lane + step, mustLeave, !mustLeave) && mustLeave)
        askToBeLetIn(state, row, lane + step);
      continue;
    }
    if (roads.trackLengthM[lane] - vehicles.positionM[row] < LEAVE_ALONE_M || vehicles.ahead[row] < 0) continue;
    const first = roads.edgeFirstLane[edge];
    const next = edgeOnRoute(vehicles, row, 1);
    if (next < 0) continue;
    for (let other = lane - 1; other <= lane + 1; other += 2) {
      if (other < first || other >= first + roads.edgeLaneCount[edge]) continue;
      if (turnTowards(state, other, next, edgeOnRoute(vehicles, row, 2), vehicles.kind[row]) < 0) continue;
      if (tryChange(state, row, other, false, false)) break;
    }
  }
}

/** Where the vehicle would be on another lane of its edge: lanes in a bend differ in length. */
function positionOn(state: TrafficState, row: number, lane: number): number {
  const { trackLengthM } = state.network.roads;
  return (state.vehicles.positionM[row] * trackLengthM[lane]) / trackLengthM[state.vehicles.track[row]];
}

function tryChange(state: TrafficState, row: number, lane: number, mustLeave: boolean, wanted: boolean): boolean {
  const { vehicles, closures } = state;
  const { positionM, speedMps, kind } = vehicles;
  if (!mustLeave && Math.abs(vehicles.lateralM[row]) > STILL_CHANGING_M) return false;
  if (!mayDrive(state, lane, kind[row])) return false;
  const at = positionOn(state, row, lane);
  const lengthM = kindLengthM[kind[row]];
  findGap(state, lane, at);
  const { ahead, behind } = gap;
  const v = speedMps[row];
  const leftM = state.network.roads.trackLengthM[lane] - at;
  if (mustLeave ? v * v > 2 * HARD_BRAKING_MPS2 * leftM : leftM < decisionDistanceM(v) + SETTLED_BEFORE_M) return false;
  // Urgent within the last hundred metres of the wrong lane.
  const urgency = mustLeave ? Math.max(0, Math.min(1, 1 - (leftM - 20) / 100)) : 0;
  const safeMps2 = -(EASY_BRAKING_MPS2 + urgency * (HARD_BRAKING_MPS2 - EASY_BRAKING_MPS2));

  const gapAheadM = roomAhead(state, lane, at, ahead);
  if (gapAheadM < LEAST_GAP_M || !isSafeBehind(state, lane, at - lengthM, v, behind, safeMps2)) return false;
  const desiredMps = closures.trackLimitMps[lane] * vehicles.speedFactor[row];
  const free = freePart(v, desiredMps);
  const there = accelerate(kind[row], free, ahead < 0 ? 0 : holdBack(kind[row], v, speedMps[ahead], gapAheadM));
  if (there < safeMps2 && v > STANDS_MPS) return false;
  if (!mustLeave && !wanted) {
    const leader = vehicles.ahead[row];
    const gapHereM =
      leader < 0 ? Number.POSITIVE_INFINITY : positionM[leader] - kindLengthM[kind[leader]] - positionM[row];
    const here = accelerate(kind[row], free, leader < 0 ? 0 : holdBack(kind[row], v, speedMps[leader], gapHereM));
    if (there - here < WORTH_MPS2) return false;
  }
  move(state, row, lane, at, ahead, behind);
  return true;
}

function move(state: TrafficState, row: number, lane: number, at: number, ahead: number, behind: number): void {
  const { vehicles, tracks, network } = state;
  const { laneWidthM } = network.roads;
  const before = vehicles.track[row];
  takeOff(tracks, vehicles, row);
  vehicles.positionM[row] = at;
  insertBetween(tracks, vehicles, lane, row, ahead, behind);
  // The vehicle is where it was; only the line that it is measured from has moved.
  const acrossM = ((laneWidthM[before] + laneWidthM[lane]) / 2) * (lane > before ? -1 : 1) * network.inwardSign;
  vehicles.lateralM[row] += acrossM;
  vehicles.frameLateralM[row] += acrossM;
  vehicles.stoppedStep[row] = -1;
  vehicles.yieldSeconds[row] = 0;
  vehicles.roomSeconds[row] = 0;
  planLane(state, row);
}

/**
 * The first driver behind on the other lane who is not alongside makes room, and whoever wants over drops back behind
 * the one who is alongside: two abreast would otherwise stay abreast to the stop line.
 */
function askToBeLetIn(state: TrafficState, row: number, lane: number): void {
  const { vehicles, tracks, claims, network } = state;
  const at = positionOn(state, row, lane);
  if (network.roads.trackLengthM[lane] - at > LETS_IN_WITHIN_M) return;
  const tailM = at - kindLengthM[vehicles.kind[row]];
  let host = -1;
  let beside = tracks.last[lane];
  while (beside >= 0 && vehicles.positionM[beside] < tailM - LEAST_GAP_M) {
    host = beside;
    beside = vehicles.ahead[beside];
  }
  // Who has leave to pass the junction goes on; the next one behind him waits.
  while (host >= 0 && claims.now[host] >= 0) host = vehicles.behind[host];
  if (host >= 0) vehicles.courtesyTo[host] = row;
  if (beside < 0 || vehicles.positionM[beside] - kindLengthM[vehicles.kind[beside]] >= at + LEAST_GAP_M) return;
  // Everyone waits only for someone further ahead, so no two can wait for each other.
  const isAhead = vehicles.positionM[beside] > at || (vehicles.positionM[beside] === at && beside < row);
  if (isAhead) vehicles.courtesyTo[row] = beside;
}
