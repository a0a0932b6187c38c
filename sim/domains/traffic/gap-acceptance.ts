/**
 * Whose way it is where two paths meet, and whether there is time before him. After SUMO's description: the time to
 * leave the conflict against the foe's time to reach it. Everyone is taken to speed up as he can, the foe a little less.
 */

import { REFUSED_ROOM } from './refusals';
import { GREEN, GREEN_YIELDS, RED, YELLOW } from './signals';
import type { TrafficState } from './state';
import { kindAccelerationMps2, kindLengthM } from './vehicle-kinds';

/** Time kept free between leaving a crossing path and the foe's arrival; when merging, room for him to fall in. */
const CROSSING_MARGIN_S = 1;
const MERGING_MARGIN_S = 2;
/** Two who give way to each other for so long go by who came first. */
const STALEMATE_S = 3;
const LOOK_M = 150;
export const STANDS_BELOW_MPS = 0.3;
export const EQUAL = 2;

/** 0: this turn need not wait for that foe; 1: it gives way; 2: equal, first come first served. */
export function rightOf(state: TrafficState, turn: number, k: number): number {
  const { roads } = state.network;
  const { shown } = state.signals;
  const mine = shown[turn];
  const his = shown[roads.foeTurn[k]];
  if (his === RED || his === YELLOW) return 0;
  if (mine === GREEN) return 0;
  if (mine === GREEN_YIELDS && his === GREEN) return 1;
  return roads.foeYield[k];
}

/** Whether everyone who holds a claim on that foe's path is out of the way when we get there. */
export function clearBy(state: TrafficState, row: number, k: number, arriveS: number): boolean {
  const { vehicles, claims, network, closures } = state;
  const roads = network.roads;
  const foeTurn = roads.foeTurn[k];
  const clearAtM = roads.foeToM[network.foeMirror[k]];
  const limitMps = closures.trackLimitMps[roads.laneCount + foeTurn];
  for (let claim = claims.first[foeTurn]; claim >= 0; claim = claims.next[claim]) {
    const foe = claim >> 1;
    if (foe === row) continue;
    const leftM = clearAtM + kindLengthM[vehicles.kind[foe]] - (vehicles.odometerM[foe] - claims.lineOdometerM[claim]);
    if (leftM <= 0) continue;
    const v = vehicles.speedMps[foe];
    if (secondsToCover(leftM, v, 0.75 * kindAccelerationMps2[vehicles.kind[foe]], Math.max(v, limitMps)) > arriveS) {
      return false;
    }
  }
  return true;
}

/** Whether someone without a claim yet, who goes before us on that path, would reach it before we have left it. */
export function someoneComes(
  state: TrafficState,
  row: number,
  turn: number,
  k: number,
  right: number,
  leaveS: number,
): boolean {
  const { vehicles, tracks, claims, network, closures } = state;
  const roads = network.roads;
  const { positionM, speedMps, behind, nextTurn, refusal, stoppedStep, yieldSeconds } = vehicles;
  const foeTurn = roads.foeTurn[k];
  const lane = roads.turnFromLane[foeTurn];
  const reachM = roads.foeFromM[network.foeMirror[k]];
  const merges = roads.turnToLane[foeTurn] === roads.turnToLane[turn];
  const untilS = leaveS + (merges ? MERGING_MARGIN_S : CROSSING_MARGIN_S);
  const limitMps = closures.trackLimitMps[lane];
  for (let foe = tracks.first[lane]; foe >= 0; foe = behind[foe]) {
    const toLineM = roads.trackLengthM[lane] - positionM[foe];
    if (toLineM > LOOK_M) return false;
    if (claims.now[foe] >= 0) continue; // counted among the claims
    const v = speedMps[foe];
    if (secondsToCover(toLineM + reachM, v, 1, limitMps) > untilS) return false;
    if (nextTurn[foe] !== foeTurn) {
      if (v < STANDS_BELOW_MPS) return false; // stands in the way of all behind it
      continue;
    }
    if (refusal[foe] === REFUSED_ROOM && v < STANDS_BELOW_MPS) return false;
    const bothStand = stoppedStep[foe] >= 0 && stoppedStep[row] >= 0;
    if (right === EQUAL) return bothStand && before(state, foe, row);
    const stalemate = bothStand && yieldSeconds[foe] >= STALEMATE_S && yieldSeconds[row] >= STALEMATE_S;
    return stalemate ? before(state, foe, row) : true;
  }
  return false;
}

/** Who came to a stand first goes first; of two at once, the one on the lower lane. */
function before(state: TrafficState, a: number, b: number): boolean {
  const { stoppedStep, track } = state.vehicles;
  return stoppedStep[a] !== stoppedStep[b] ? stoppedStep[a] < stoppedStep[b] : track[a] < track[b];
}

/** Time to cover a distance when one speeds up to a limit, and keeps a higher speed that one already has. */
export function secondsToCover(
  distanceM: number,
  speedMps: number,
  accelerationMps2: number,
  limitMps: number,
): number {
  if (distanceM <= 0) return 0;
  if (speedMps >= limitMps) return distanceM / speedMps;
  const untilLimitM = (limitMps * limitMps - speedMps * speedMps) / (2 * accelerationMps2);
  if (distanceM <= untilLimitM) {
    return (Math.sqrt(speedMps * speedMps + 2 * accelerationMps2 * distanceM) - speedMps) / accelerationMps2;
  }
  return (limitMps - speedMps) / accelerationMps2 + (distanceM - untilLimitM) / limitMps;
}
