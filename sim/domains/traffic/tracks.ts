import type { Network } from './network';
import type { Vehicles } from './vehicles';

/** Who is on each track, as a chain of rows from the first (furthest along) to the last. */
export interface Tracks {
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** By track: who passed its end last, while that may still matter to whoever follows; −1 nobody. */
  readonly lastLeft: Int32Array;
  /** What his odometer showed there. */
  readonly leftOdometerM: Float64Array;
}

export function createTracks(network: Network): Tracks {
  const { trackCount } = network.roads;
  return {
    first: new Int32Array(trackCount).fill(-1),
    last: new Int32Array(trackCount).fill(-1),
    lastLeft: new Int32Array(trackCount).fill(-1),
    leftOdometerM: new Float64Array(trackCount),
  };
}

/** Puts a vehicle on a track between the one ahead of it and the one behind it. */
export function insertBetween(
  tracks: Tracks,
  vehicles: Vehicles,
  track: number,
  row: number,
  ahead: number,
  behind: number,
): void {
  vehicles.track[row] = track;
  vehicles.ahead[row] = ahead;
  vehicles.behind[row] = behind;
  if (ahead < 0) tracks.first[track] = row;
  else vehicles.behind[ahead] = row;
  if (behind < 0) tracks.last[track] = row;
  else vehicles.ahead[behind] = row;
}

/** Puts a vehicle on a track where its position belongs, looking from the rear: whoever enters is nearly always last. */
export function insertByPosition(tracks: Tracks, vehicles: Vehicles, track: number, row: number): void {
  const at = vehicles.positionM[row];
  let behind = -1;
  let ahead = tracks.last[track];
  while (ahead >= 0 && vehicles.positionM[ahead] < at) {
    behind = ahead;
    ahead = vehicles.ahead[ahead];
  }
  insertBetween(tracks, vehicles, track, row, ahead, behind);
}

export function takeOff(tracks: Tracks, vehicles: Vehicles, row: number): void {
  const track = vehicles.track[row];
  const ahead = vehicles.ahead[row];
  const behind = vehicles.behind[row];
  if (ahead < 0) tracks.first[track] = behind;
  else vehicles.behind[ahead] = behind;
  if (behind < 0) tracks.last[track] = ahead;
  else vehicles.ahead[behind] = ahead;
}

/** The chains are held twice; after a load the ends are found again from the rows. */
export function findEnds(tracks: Tracks, vehicles: Vehicles): void {
  tracks.first.fill(-1);
  tracks.last.fill(-1);
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const track = vehicles.track[row];
    if (track < 0) continue;
    if (vehicles.ahead[row] < 0) tracks.first[track] = row;
    if (vehicles.behind[row] < 0) tracks.last[track] = row;
  }
}
