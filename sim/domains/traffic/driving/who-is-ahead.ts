/** Whom one would run into on a track: the last on it, or who has left it with his tail still there. */
import { perRun } from '../per-run';
import type { TrafficState } from '../state';

/** Written by the functions here, read at once. */
export const met = { row: -1, backM: 0 };

export const whoIsAhead = perRun((state) => {
  /** Where the tail of the one who left a track last is on it; false where it is clear of it. */
  function leaverOn(track: number): boolean {
    const { vehicles, tracks, network, drivers } = state;
    const row = tracks.lastLeft[track];
    if (row < 0) return false;
    const pastM = vehicles.odometerM[row] - tracks.leftOdometerM[track];
    const lengthM = drivers.lengthM[vehicles.type[row]];
    if (vehicles.track[row] < 0 || pastM < 0 || pastM >= lengthM) {
      tracks.lastLeft[track] = -1;
      return false;
    }
    met.row = row;
    met.backM = network.roads.trackLengthM[track] + pastM - lengthM;
    return true;
  }

  /** The last on a track, seen from its beginning; false where nobody is. */
  function lastOn(track: number, self: number): boolean {
    const { vehicles, tracks, drivers } = state;
    const row = tracks.last[track];
    if (row >= 0 && row !== self) {
      met.row = row;
      met.backM = vehicles.positionM[row] - drivers.lengthM[vehicles.type[row]];
      return true;
    }
    return row < 0 && leaverOn(track) && met.row !== self;
  }

  return { leaverOn, lastOn };
});

export function leaverOn(state: TrafficState, track: number): boolean {
  return whoIsAhead(state).leaverOn(track);
}

export function lastOn(state: TrafficState, track: number, self: number): boolean {
  return whoIsAhead(state).lastOn(track, self);
}
