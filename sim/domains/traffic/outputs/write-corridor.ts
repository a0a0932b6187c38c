/** A corridor's time and distance as a file: vehicles every other second, and each change of a signal along it. */
import { CORRIDOR_LIGHT, CORRIDOR_POINT } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { TRIPS_AN_HOUR, watchCorridor } from './corridor-watch';
import type { TrafficObserver } from './observer';
import { csvRow, type TextSink } from './text-sink';
import { tripNameOf } from './vehicle-facts';

const columns = ['seconds', 'distance_m', 'vehicle', 'speed_mps', 'signal', 'shown'] as const;
/** As frames count what a signal shows. */
const SHOWN = ['', 'red', 'yellow', 'green-yields', 'green', 'dark', 'stop-then-yield'];

export function writeTimeDistance(sink: TextSink, scene: CompiledScene, edge: number): TrafficObserver {
  const watch = watchCorridor(scene, edge);
  const { lines } = watch.plan;
  const write: TrafficObserver['stepped'] = (state) => {
    const rows = watch.take();
    if (rows === undefined) return;
    const { lights, points } = rows;
    for (let i = 0; i < lights.length; i += CORRIDOR_LIGHT) {
      const { signal, atM } = lines[lights[i + 1]];
      sink.write(csvRow([lights[i], atM, '', null, signal, SHOWN[lights[i + 2]]]));
    }
    for (let i = 0; i < points.length; i += CORRIDOR_POINT) {
      const hour = Math.floor(points[i + 3] / TRIPS_AN_HOUR);
      const name = tripNameOf(state, hour, points[i + 3] - hour * TRIPS_AN_HOUR);
      sink.write(csvRow([points[i], points[i + 1], name, points[i + 2], '', '']));
    }
  };
  return {
    start(state, seconds) {
      sink.write(csvRow(columns));
      watch.start(state, seconds);
      write(state, seconds, 0);
    },
    stepped(state, seconds, stepSeconds) {
      watch.stepped(state, seconds, stepSeconds);
      write(state, seconds, stepSeconds);
    },
    end() {},
  };
}
