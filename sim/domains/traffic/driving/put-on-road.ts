/** Puts a vehicle on a lane among the others, if there is room for it at its speed; of use wherever one comes onto the road. */
import type { TrafficState } from '../state';
import { insertByPosition } from '../tracks';
import { edgeOnRoute } from '../vehicles';
import { CHAIN } from './chain';
import { brakeGap, freeSpeed, insertFollow, safeStop, secureGap, stopSpeed } from './follow';
import { LinkState, linkState } from './link-state';
import { laneMps } from './plan';
import { lastOn, leaverOn, met } from './who-is-ahead';

/** On the road there, at that speed or, if it may be lowered, at what is safe; false where there is no room for it. */
export function putOnRoad(
  state: TrafficState,
  row: number,
  lane: number,
  atM: number,
  wantedMps: number,
  mayLower: boolean,
): boolean {
  const { vehicles, tracks, drivers, pace, network } = state;
  const { trackLengthM, laneCount, turnToLane } = network.roads;
  const type = vehicles.type[row];
  const decel = drivers.decelMps2[type];
  const minGapM = drivers.minGapM[type];
  const top = laneMps(state, row, lane);
  let mps = wantedMps;
  let ahead = tracks.last[lane];
  let behind = -1;
  while (ahead >= 0 && vehicles.positionM[ahead] < atM) {
    behind = ahead;
    ahead = vehicles.ahead[ahead];
  }
  const limit = (safe: number): boolean => {
    if (safe >= mps - 1e-9) return true;
    if (!mayLower || safe < 0) return false;
    mps = safe;
    return true;
  };
  const behindLeader = (backM: number, other: number): boolean => {
    const gapM = backM - minGapM;
    if (gapM < 0) return false;
    const w = vehicles.speedMps[other];
    return limit(insertFollow(drivers, type, pace, mps, gapM, w, drivers.decelMps2[vehicles.type[other]], top));
  };
  if (ahead >= 0) {
    if (!behindLeader(vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] - atM, ahead)) return false;
  } else if (leaverOn(state, lane) && met.row !== row) {
    if (!behindLeader(met.backM - atM, met.row)) return false;
  } else {
    let seenM = trackLengthM[lane] - atM;
    let place = 0;
    const horizonM = brakeGap(pace, mps, decel, drivers.headwayS[type]) + minGapM;
    for (let k = 0; seenM < horizonM && k < CHAIN; k++) {
      if (edgeOnRoute(vehicles, row, place + 1) < 0) break;
      const turn = vehicles.chain[row * CHAIN + k];
      if (turn < 0 || linkState(state, turn) !== LinkState.major) {
        // By a list's rules he begins to brake at once.
        const stop = pace.isBallistic
          ? safeStop(pace, seenM, decel, mps, state.isListedDriving ? 0 : drivers.headwayS[type], true)
          : stopSpeed(drivers, type, pace, mps, seenM, decel, top);
        if (!limit(stop)) return false;
        break;
      }
      for (const track of [laneCount + turn, turnToLane[turn]]) {
        if (lastOn(state, track, row)) {
          if (!behindLeader(seenM + met.backM, met.row)) return false;
          seenM = Number.POSITIVE_INFINITY;
          break;
        }
        if (!limit(freeSpeed(drivers, type, pace, mps, seenM, laneMps(state, row, track), top))) return false;
        seenM += trackLengthM[track];
      }
      place++;
    }
  }
  const tailM = atM - drivers.lengthM[type];
  const isSafe = (other: number, gapM: number): boolean => {
    const free = gapM - drivers.minGapM[vehicles.type[other]];
    return free >= secureGap(drivers, vehicles.type[other], pace, vehicles.speedMps[other], mps, decel);
  };
  if (behind >= 0) {
    if (!isSafe(behind, tailM - vehicles.positionM[behind])) return false;
  } else {
    for (let k = network.feedStart[lane]; k < network.feedStart[lane + 1]; k++) {
      const track = laneCount + network.feedTurns[k];
      let next = tracks.first[track];
      let awayM = trackLengthM[track];
      if (next < 0) {
        const from = network.roads.turnFromLane[network.feedTurns[k]];
        next = tracks.first[from];
        if (next >= 0 && vehicles.chain[next * CHAIN] !== network.feedTurns[k]) next = -1;
        awayM += trackLengthM[from];
      }
      if (next >= 0 && !isSafe(next, tailM + awayM - vehicles.positionM[next])) return false;
    }
  }
  vehicles.positionM[row] = atM;
  vehicles.speedMps[row] = mps;
  vehicles.meteredMps[row] = mps;
  insertByPosition(tracks, vehicles, lane, row);
  vehicles.lookMps[row] = 0;
  return true;
}
