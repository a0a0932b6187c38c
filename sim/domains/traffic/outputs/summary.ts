/** The whole network at every step, as SUMO's summary has it; its mean speed is that of everyone on the road. */
import type { TrafficObserver } from './observer';
import { csvRow, type TextSink } from './text-sink';
import { HALTS_BELOW_MPS } from './vehicle-facts';

export const summaryColumns = [
  'seconds',
  'inserted',
  'running',
  'waiting',
  'arrived',
  'halting',
  'mean_speed_mps',
] as const;

export function writeSummary(sink: TextSink): TrafficObserver {
  return {
    start() {
      sink.write(csvRow(summaryColumns));
    },
    stepped({ vehicles, waiting, totals }, seconds) {
      let sumMps = 0;
      let halting = 0;
      for (let row = 0; row < vehicles.rowEnd; row++) {
        if (vehicles.track[row] < 0) continue;
        sumMps += vehicles.speedMps[row];
        if (vehicles.speedMps[row] < HALTS_BELOW_MPS) halting++;
      }
      const meanMps = vehicles.count > 0 ? sumMps / vehicles.count : null;
      sink.write(csvRow([seconds, totals.inserted, vehicles.count, waiting.count, totals.arrived, halting, meanMps]));
    },
    end() {},
  };
}
