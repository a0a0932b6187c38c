/**
 * Who stands within a junction behind one out of his own lane who waits there to turn off goes over to the way beside his,
 * between the same two roads, once nobody is near on it. By a list's rules alone: SUMO lets its drivers change lanes
 * within junctions, and without that a left turn shuts the lane that it shares for as long as it waits.
 */
import { perRun } from '../per-run';
import { insertByPosition, takeOff } from '../tracks';
import { CHAIN, NOT_LOOKED } from './chain';
import { acrossM } from './change-places';
import { secureGap } from './follow';

export const steppingOver = perRun((state) => {
  const beside = waysBeside();

  /** By turn: the ways beside it from the lanes beside its own, of the same two roads; −1 where there is none. */
  function waysBeside(): Int32Array {
    const { turnCount, turnFromLane, turnToLane, laneTurnStart, laneTurns, laneEdge } = state.network.roads;
    const found = new Int32Array(2 * turnCount).fill(-1);
    for (let turn = 0; turn < turnCount; turn++) {
      const lane = turnFromLane[turn];
      for (const side of [-1, 1]) {
        const other = lane + side;
        if (other < 0 || laneEdge[other] !== laneEdge[lane]) continue;
        for (let k = laneTurnStart[other]; k < laneTurnStart[other + 1]; k++) {
          const to = turnToLane[laneTurns[k]];
          if (to === turnToLane[turn] + side && laneEdge[to] === laneEdge[turnToLane[turn]]) {
            found[2 * turn + (side > 0 ? 1 : 0)] = laneTurns[k];
          }
        }
      }
    }
    return found;
  }

  function stepOver(row: number, turn: number): void {
    for (let k = 0; k < 2; k++) {
      const other = beside[2 * turn + k];
      if (other < 0 || !isFree(row, other)) continue;
      const { vehicles, tracks, network } = state;
      const { laneCount, turnFromLane } = network.roads;
      takeOff(tracks, vehicles, row);
      insertByPosition(tracks, vehicles, laneCount + other, row);
      const side = acrossM(state, turnFromLane[turn], turnFromLane[other]);
      vehicles.lateralM[row] += side;
      vehicles.frameLateralM[row] += side;
      // What comes after that way is looked up where it ends.
      vehicles.chain.fill(NOT_LOOKED, row * CHAIN, (row + 1) * CHAIN);
      return;
    }
  }

  function isFree(row: number, turn: number): boolean {
    const { vehicles, tracks, network, drivers, pace } = state;
    const { laneCount, turnFromLane, trackLengthM } = network.roads;
    const type = vehicles.type[row];
    const atM = vehicles.positionM[row];
    const tailM = atM - drivers.lengthM[type];
    const track = laneCount + turn;
    if (atM >= trackLengthM[track]) return false;
    let behind = -1;
    let ahead = tracks.last[track];
    while (ahead >= 0 && vehicles.positionM[ahead] < atM) {
      behind = ahead;
      ahead = vehicles.ahead[ahead];
    }
    if (ahead >= 0) {
      const backM = vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]];
      if (backM - atM < drivers.minGapM[type]) return false;
    }
    let awayM = tailM;
    if (behind >= 0) awayM -= vehicles.positionM[behind];
    else {
      const lane = turnFromLane[turn];
      behind = tracks.first[lane];
      if (behind < 0) return true;
      awayM += trackLengthM[lane] - vehicles.positionM[behind];
    }
    const his = vehicles.type[behind];
    const needsM = secureGap(
      drivers,
      his,
      pace,
      vehicles.speedMps[behind],
      vehicles.speedMps[row],
      drivers.decelMps2[type],
    );
    return awayM - drivers.minGapM[his] >= needsM;
  }

  return stepOver;
});
