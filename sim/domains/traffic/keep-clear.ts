/** Nobody enters a junction that he could not leave. */
import type { TrafficState } from './state';
import { kindLengthM, kindRoomDm } from './vehicle-kinds';

const ROOM_REST_BRAKING_MPS2 = 4.5;
/** A car and the gap before it. */
const RING_SPARE_M = 7;

/**
 * Keep clear: whether the whole vehicle fits beyond the junction wherever the one before it may come to rest. Whoever
 * enters a ring leaves room for one more on its next piece, so that a ring never fills up and stands.
 */
export function hasRoom(state: TrafficState, row: number, turn: number): boolean {
  const { vehicles, network } = state;
  const ringAhead = network.ringLaneAhead[turn];
  if (ringAhead >= 0 && !fits(state, ringAhead, RING_SPARE_M)) return false;
  return fits(state, network.roads.turnToLane[turn], kindRoomDm[vehicles.kind[row]] / 10);
}

/** A lane shorter than a vehicle takes one when it is empty and nobody else has been promised it. */
function fits(state: TrafficState, lane: number, neededM: number): boolean {
  const { vehicles, tracks, claims, network } = state;
  const laneM = network.roads.trackLengthM[lane];
  const last = tracks.last[lane];
  const setAsideM = claims.setAsideDm[lane] / 10;
  if (last < 0) return setAsideM === 0 || laneM - setAsideM >= neededM;
  const v = vehicles.speedMps[last];
  let restM = vehicles.positionM[last] + (v * v) / (2 * ROOM_REST_BRAKING_MPS2);
  if (claims.now[last] < 0 && restM > laneM) restM = laneM;
  return restM - kindLengthM[vehicles.kind[last]] - setAsideM >= neededM;
}
