/** Who is near on a lane, one's own or another, and going over to it. */
import { perRun } from '../per-run';
import { insertBetween, takeOff } from '../tracks';
import { laneChoice } from './best-lanes';
import { acrossM } from './change-places';

/** Written by lookBeside, read at once. */
export const near = { ahead: -1, behind: -1, aheadGapM: 0, behindGapM: 0 };

export const lookingBeside = perRun((state) => {
  const { planLanes, planWithin } = laneChoice(state);

  /** Who is ahead and behind on a lane, and how far: gaps are net of the least one. Who is known to be near is where to look first. */
  function lookBeside(row: number, lane: number, atM: number, hint = -1): void {
    const { vehicles, tracks, drivers, network } = state;
    const type = vehicles.type[row];
    let ahead = -1;
    let behind = -1;
    if (lane === vehicles.track[row]) {
      ahead = vehicles.ahead[row];
      behind = vehicles.behind[row];
    } else if (hint >= 0) {
      behind = hint;
      ahead = vehicles.ahead[hint];
      while (ahead >= 0 && vehicles.positionM[ahead] < atM) {
        behind = ahead;
        ahead = vehicles.ahead[ahead];
      }
      while (behind >= 0 && vehicles.positionM[behind] >= atM) {
        ahead = behind;
        behind = vehicles.behind[behind];
      }
    } else if (atM + atM < network.roads.trackLengthM[lane]) {
      ahead = tracks.last[lane];
      while (ahead >= 0 && vehicles.positionM[ahead] < atM) {
        behind = ahead;
        ahead = vehicles.ahead[ahead];
      }
    } else {
      // The queue before the stop line is nearer from the front.
      behind = tracks.first[lane];
      while (behind >= 0 && vehicles.positionM[behind] >= atM) {
        ahead = behind;
        behind = vehicles.behind[behind];
      }
    }
    near.ahead = ahead;
    near.behind = behind;
    near.aheadGapM =
      ahead < 0
        ? Number.POSITIVE_INFINITY
        : vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] - atM - drivers.minGapM[type];
    near.behindGapM =
      behind < 0
        ? Number.POSITIVE_INFINITY
        : atM - drivers.lengthM[type] - vehicles.positionM[behind] - drivers.minGapM[vehicles.type[behind]];
    if (ahead < 0) {
      const left = tracks.lastLeft[lane];
      if (left >= 0 && left !== row) {
        const pastM = vehicles.odometerM[left] - tracks.leftOdometerM[lane];
        const lengthM = drivers.lengthM[vehicles.type[left]];
        if (vehicles.track[left] >= 0 && pastM >= 0 && pastM < lengthM) {
          near.ahead = left;
          near.aheadGapM = network.roads.trackLengthM[lane] + pastM - lengthM - atM - drivers.minGapM[type];
        }
      }
    }
    if (behind < 0 && lane !== vehicles.track[row]) {
      const tailM = atM - drivers.lengthM[type];
      if (lane >= network.roads.laneCount) {
        // Who is the first on the lane before that way through a junction.
        const from = network.roads.turnFromLane[lane - network.roads.laneCount];
        const next = tracks.first[from];
        if (next < 0) return;
        near.behind = next;
        near.behindGapM =
          tailM + network.roads.trackLengthM[from] - vehicles.positionM[next] - drivers.minGapM[vehicles.type[next]];
        return;
      }
      // Who comes out of the junction onto that lane.
      for (let k = network.feedStart[lane]; k < network.feedStart[lane + 1]; k++) {
        const turn = network.roads.laneCount + network.feedTurns[k];
        const next = tracks.first[turn];
        if (next < 0) continue;
        const gapM =
          tailM + network.roads.trackLengthM[turn] - vehicles.positionM[next] - drivers.minGapM[vehicles.type[next]];
        if (gapM < near.behindGapM) {
          near.behind = next;
          near.behindGapM = gapM;
        }
      }
    }
  }

  function move(row: number, lane: number, other: number, atM: number): void {
    const { vehicles, tracks } = state;
    takeOff(tracks, vehicles, row);
    vehicles.positionM[row] = atM;
    let ahead = tracks.last[other];
    let behind = -1;
    while (ahead >= 0 && vehicles.positionM[ahead] < atM) {
      behind = ahead;
      ahead = vehicles.ahead[ahead];
    }
    insertBetween(tracks, vehicles, other, row, ahead, behind);
    // The vehicle is where it was; only the line that it is measured from has moved.
    const { laneCount, turnFromLane } = state.network.roads;
    const isWithin = lane >= laneCount;
    const side = isWithin
      ? acrossM(state, turnFromLane[lane - laneCount], turnFromLane[other - laneCount])
      : acrossM(state, lane, other);
    vehicles.lateralM[row] += side;
    vehicles.frameLateralM[row] += side;
    vehicles.gain[row] = 0;
    vehicles.keepRightWish[row] = 0;
    if (isWithin) planWithin(row);
    else planLanes(row);
  }

  return { lookBeside, move };
});
