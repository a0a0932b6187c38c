/** Every vehicle at every step, as SUMO's floating-car data has it: one row a vehicle and step. */
import type { TrafficState } from '../state';
import type { TrafficObserver } from './observer';
import { placeOnTrack } from './place-on-track';
import { csvRow, type TextSink } from './text-sink';
import { trackNameOf, typeNameOf, vehicleNameOf } from './vehicle-facts';

export const trajectoryColumns = [
  'seconds',
  'vehicle',
  'type',
  'track',
  'position_m',
  'speed_mps',
  'x_m',
  'y_m',
  'angle_deg',
] as const;

const TIME_TOLERANCE_S = 1e-6;

/** Writes at the start and then every so many seconds; 0 for every step. */
export function writeTrajectories(sink: TextSink, everySeconds = 0): TrafficObserver {
  const place = { xM: 0, yM: 0, angleDeg: 0 };
  let nextSeconds = 0;
  const write = (state: TrafficState, seconds: number) => {
    if (seconds < nextSeconds - TIME_TOLERANCE_S) return;
    if (everySeconds > 0) while (nextSeconds <= seconds + TIME_TOLERANCE_S) nextSeconds += everySeconds;
    const { vehicles, network } = state;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      if (track < 0) continue;
      placeOnTrack(network.roads, track, vehicles.positionM[row], place);
      sink.write(
        csvRow([
          seconds,
          vehicleNameOf(state, row),
          typeNameOf(state, row),
          trackNameOf(state, track),
          vehicles.positionM[row],
          vehicles.speedMps[row],
          place.xM,
          place.yM,
          place.angleDeg,
        ]),
      );
    }
  };
  return {
    start(state, seconds) {
      sink.write(csvRow(trajectoryColumns));
      nextSeconds = seconds;
      write(state, seconds);
    },
    stepped: write,
    end() {},
  };
}
