/** Reckons energy and exhaust once a second, and once more for whoever arrives within one. */
import type { TrafficState } from '../state';
import { addEmissions } from './add-emissions';

/** Steps between two reckonings: as many as make a second; one where steps are longer. */
function stepsOfWindow(stepS: number): number {
  return Math.max(1, Math.round(1 / stepS));
}

/** After everyone has moved in a step, before anyone is taken off the road. A warming-up counts for nothing. */
export function meterAll({ vehicles, energy, totals, pace }: TrafficState): void {
  const steps = stepsOfWindow(pace.stepS);
  if ((totals.steps + 1) % steps !== 0) return;
  if (totals.elapsedSeconds < 0) {
    for (let row = 0; row < vehicles.rowEnd; row++) vehicles.meteredMps[row] = vehicles.speedMps[row];
    return;
  }
  const { ground, conditions, sums } = energy;
  const nowS = totals.elapsedSeconds + pace.stepS;
  addEmissions(0, vehicles.rowEnd, vehicles, ground, steps * pace.stepS, nowS, conditions, sums);
}

/** Of one that leaves the road in this step: what it has driven since the last reckoning. */
export function meterLast({ vehicles, energy, totals, pace }: TrafficState, row: number): void {
  const steps = (totals.steps + 1) % stepsOfWindow(pace.stepS);
  if (steps === 0 || totals.elapsedSeconds < 0) return;
  const { ground, conditions, sums } = energy;
  const nowS = totals.elapsedSeconds + pace.stepS;
  addEmissions(row, row + 1, vehicles, ground, steps * pace.stepS, nowS, conditions, sums);
}
