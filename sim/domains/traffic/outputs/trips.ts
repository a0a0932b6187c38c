/** One row a trip, by the definitions of SUMO's tripinfo; written as it ends, and at the run's end for whoever has not. */
import type { TrafficState } from '../state';
import type { TrafficObserver } from './observer';
import { createRowsBefore, createStepPath, isSame, noteRows, pathToEnd, type RowsBefore } from './step-paths';
import { csvRow, type TextSink } from './text-sink';
import {
  freeSpeedMpsOf,
  HALTS_BELOW_MPS,
  trackNameOf,
  tripNameOf,
  typeNameOf,
  vehicleNameOf,
  wantedSecondsOf,
} from './vehicle-facts';

export const tripColumns = [
  'vehicle',
  'type',
  /** arrived, running at the end of the run, or waiting to enter. */
  'state',
  'wanted_seconds',
  'depart_seconds',
  'depart_delay_seconds',
  'depart_lane',
  'depart_position_m',
  'depart_speed_mps',
  'arrival_seconds',
  'arrival_lane',
  'arrival_speed_mps',
  'duration_seconds',
  'route_length_m',
  'waiting_seconds',
  'waiting_count',
  'time_loss_seconds',
] as const;

/** What is added up of each row's trip, from its first step on the road or from the first that is seen. */
export interface TripSums {
  readonly departSeconds: Float64Array;
  readonly departTrack: Int32Array;
  readonly departM: Float64Array;
  readonly departMps: Float64Array;
  readonly waitingSeconds: Float64Array;
  readonly waitingCount: Int32Array;
  readonly lossSeconds: Float64Array;
  readonly stands: Uint8Array;
}

export interface TripRecord {
  readonly id: string;
  readonly type: string;
  readonly state: 'arrived' | 'running' | 'waiting';
  readonly wantedSeconds: number;
  /** NaN where it was on the road before the run began, or has not entered. */
  readonly departSeconds: number;
  readonly departLane: string;
  readonly departM: number;
  readonly departMps: number;
  /** NaN where it has not arrived. */
  readonly arrivalSeconds: number;
  readonly arrivalLane: string;
  readonly arrivalMps: number;
  readonly durationSeconds: number;
  readonly routeM: number;
  readonly waitingSeconds: number;
  readonly waitingCount: number;
  readonly lossSeconds: number;
}

/** Hands over each trip's record as it ends. */
export function recordTrips(take: (trip: TripRecord) => void): TrafficObserver {
  let before: RowsBefore;
  let sums: TripSums;
  const names: string[] = [];
  const types: string[] = [];
  const path = createStepPath();
  const begin = (state: TrafficState, row: number, departSeconds: number) => {
    const { vehicles } = state;
    names[row] = vehicleNameOf(state, row);
    types[row] = typeNameOf(state, row);
    sums.departSeconds[row] = departSeconds;
    sums.departTrack[row] = vehicles.track[row];
    sums.departM[row] = Math.max(0, vehicles.positionM[row] - vehicles.odometerM[row]);
    sums.departMps[row] = vehicles.speedMps[row];
    sums.waitingSeconds[row] = 0;
    sums.waitingCount[row] = 0;
    sums.lossSeconds[row] = 0;
    sums.stands[row] = vehicles.speedMps[row] < HALTS_BELOW_MPS ? 1 : 0;
  };
  const add = (state: TrafficState, row: number, stepSeconds: number) => {
    const speedMps = state.vehicles.speedMps[row];
    const stands = speedMps < HALTS_BELOW_MPS ? 1 : 0;
    if (stands === 1) {
      sums.waitingSeconds[row] += stepSeconds;
      if (sums.stands[row] === 0) sums.waitingCount[row]++;
    }
    sums.stands[row] = stands;
    sums.lossSeconds[row] += stepSeconds * Math.max(0, 1 - speedMps / freeSpeedMpsOf(state, row));
  };
  const recordOf = (state: TrafficState, row: number, seconds: number, ended: 'arrived' | 'running'): TripRecord => {
    const [hour, key] = [before.tripHour[row], before.tripKey[row]];
    const wantedSeconds = wantedSecondsOf(state, hour, key);
    let routeM = before.odometerM[row];
    let track = before.track[row];
    let arrivalSeconds = Number.NaN;
    if (ended === 'arrived') {
      pathToEnd(path, before, state, row);
      routeM += path.lengthM;
      track = path.track[path.count - 1];
      arrivalSeconds = seconds;
    }
    return {
      id: names[row],
      type: types[row],
      state: ended,
      wantedSeconds,
      departSeconds: sums.departSeconds[row],
      departLane: sums.departTrack[row] < 0 ? '' : trackNameOf(state, sums.departTrack[row]),
      departM: sums.departM[row],
      departMps: sums.departMps[row],
      arrivalSeconds,
      arrivalLane: ended === 'arrived' ? trackNameOf(state, track) : '',
      arrivalMps: ended === 'arrived' ? before.speedMps[row] : Number.NaN,
      durationSeconds: seconds - sums.departSeconds[row],
      routeM,
      waitingSeconds: sums.waitingSeconds[row],
      waitingCount: sums.waitingCount[row],
      lossSeconds: sums.lossSeconds[row],
    };
  };
  return {
    start(state) {
      const { capacity } = state.vehicles;
      before = createRowsBefore(capacity);
      const float64 = () => new Float64Array(capacity);
      sums = {
        departSeconds: float64(),
        departTrack: new Int32Array(capacity),
        departM: float64(),
        departMps: float64(),
        waitingSeconds: float64(),
        waitingCount: new Int32Array(capacity),
        lossSeconds: float64(),
        stands: new Uint8Array(capacity),
      };
      for (let row = 0; row < state.vehicles.rowEnd; row++) {
        if (state.vehicles.track[row] < 0) continue;
        if (state.isListedDriving && state.vehicles.odometerM[row] === 0) {
          begin(state, row, state.vehicles.departedS[row]);
          continue;
        }
        begin(state, row, Number.NaN);
        sums.departTrack[row] = -1;
        sums.departM[row] = Number.NaN;
        sums.departMps[row] = Number.NaN;
      }
      noteRows(before, state);
    },
    stepped(state, seconds, stepSeconds) {
      const { vehicles } = state;
      const end = Math.max(before.rowEnd, vehicles.rowEnd);
      for (let row = 0; row < end; row++) {
        const same = isSame(before, state, row);
        if (!same && before.track[row] >= 0) take(recordOf(state, row, seconds, 'arrived'));
        if (vehicles.track[row] < 0) continue;
        if (!same) begin(state, row, vehicles.odometerM[row] > 0 ? seconds - stepSeconds : seconds);
        if (same || vehicles.odometerM[row] > 0) add(state, row, stepSeconds);
      }
      noteRows(before, state);
    },
    end(state, seconds) {
      const { vehicles } = state;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        if (vehicles.track[row] >= 0) take(recordOf(state, row, seconds, 'running'));
      }
      eachWaiting(state, (hour, key) =>
        take({
          id: tripNameOf(state, hour, key),
          type: '',
          state: 'waiting',
          wantedSeconds: wantedSecondsOf(state, hour, key),
          departSeconds: Number.NaN,
          departLane: '',
          departM: Number.NaN,
          departMps: Number.NaN,
          arrivalSeconds: Number.NaN,
          arrivalLane: '',
          arrivalMps: Number.NaN,
          durationSeconds: Number.NaN,
          routeM: Number.NaN,
          waitingSeconds: Number.NaN,
          waitingCount: Number.NaN,
          lossSeconds: Number.NaN,
        }),
      );
    },
  };
}

function eachWaiting({ waiting, network }: TrafficState, visit: (hour: number, key: number) => void): void {
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    for (let at = waiting.first[edge]; at >= 0; at = waiting.next[at]) visit(waiting.tripHour[at], waiting.tripKey[at]);
  }
}

export function writeTrips(sink: TextSink): TrafficObserver {
  const trips = recordTrips((trip) =>
    sink.write(
      csvRow([
        trip.id,
        trip.type,
        trip.state,
        trip.wantedSeconds,
        trip.departSeconds,
        trip.departSeconds - trip.wantedSeconds,
        trip.departLane,
        trip.departM,
        trip.departMps,
        trip.arrivalSeconds,
        trip.arrivalLane,
        trip.arrivalMps,
        trip.durationSeconds,
        trip.routeM,
        trip.waitingSeconds,
        trip.waitingCount,
        trip.lossSeconds,
      ]),
    ),
  );
  return {
    ...trips,
    start(state, seconds) {
      sink.write(csvRow(tripColumns));
      trips.start(state, seconds);
    },
  };
}
