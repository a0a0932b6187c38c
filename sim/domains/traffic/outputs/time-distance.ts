/** Time and distance of everyone on a corridor, in memory for the view: the lines that planners read a green wave from. */
import type { Network } from '../network';
import type { TrafficState } from '../state';
import type { TrafficObserver } from './observer';

/** Rows in order of time; of the oldest, so many were let go when the memory was full. */
export interface TimeDistance {
  readonly capacity: number;
  /** Place of the oldest row, and how many there are; rows go round. */
  first: number;
  count: number;
  letGo: number;
  readonly seconds: Float64Array;
  readonly distanceM: Float32Array;
  readonly speedMps: Float32Array;
  /** Whose: the trip's hour and number, for life. */
  readonly tripHour: Int32Array;
  readonly tripKey: Uint32Array;
}

export interface Corridor {
  /** By track: distance along the corridor at its beginning, NaN for tracks that are no part of it. */
  readonly startM: Float64Array;
  readonly lengthM: number;
}

/** Edges one after the other, with the turns between them; a lane's metres count as the first lane's of its edge. */
export function corridorOf({ roads, trackEdge }: Network, edges: readonly number[]): Corridor {
  const { laneCount, turnCount, trackLengthM, edgeFirstLane, edgeLaneCount, turnFromLane, turnToLane } = roads;
  const startM = new Float64Array(roads.trackCount).fill(Number.NaN);
  let atM = 0;
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i];
    for (let lane = edgeFirstLane[edge]; lane < edgeFirstLane[edge] + edgeLaneCount[edge]; lane++) startM[lane] = atM;
    atM += trackLengthM[edgeFirstLane[edge]];
    if (i + 1 === edges.length) break;
    let acrossM = Number.NaN;
    for (let turn = 0; turn < turnCount; turn++) {
      if (trackEdge[turnFromLane[turn]] !== edge || trackEdge[turnToLane[turn]] !== edges[i + 1]) continue;
      startM[laneCount + turn] = atM;
      if (!(acrossM <= trackLengthM[laneCount + turn])) acrossM = trackLengthM[laneCount + turn];
    }
    if (Number.isNaN(acrossM))
      throw new Error(`met the edges ${edge} and ${edges[i + 1]}, expected a turn between them`);
    atM += acrossM;
  }
  return { startM, lengthM: atM };
}

export function createTimeDistance(capacity: number): TimeDistance {
  return {
    capacity,
    first: 0,
    count: 0,
    letGo: 0,
    seconds: new Float64Array(capacity),
    distanceM: new Float32Array(capacity),
    speedMps: new Float32Array(capacity),
    tripHour: new Int32Array(capacity),
    tripKey: new Uint32Array(capacity),
  };
}

export function recordTimeDistance(into: TimeDistance, corridor: Corridor): TrafficObserver {
  const look = (state: TrafficState, seconds: number) => {
    const { vehicles, tracks } = state;
    for (let track = 0; track < corridor.startM.length; track++) {
      if (Number.isNaN(corridor.startM[track])) continue;
      for (let row = tracks.first[track]; row >= 0; row = vehicles.behind[row]) {
        const at = (into.first + into.count) % into.capacity;
        if (into.count === into.capacity) {
          into.first = (into.first + 1) % into.capacity;
          into.letGo++;
        } else into.count++;
        into.seconds[at] = seconds;
        into.distanceM[at] = corridor.startM[track] + vehicles.positionM[row];
        into.speedMps[at] = vehicles.speedMps[row];
        into.tripHour[at] = vehicles.tripHour[row];
        into.tripKey[at] = vehicles.tripKey[row];
      }
    }
  };
  return { start: look, stepped: look, end() {} };
}
