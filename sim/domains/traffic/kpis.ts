/** The figures that traffic is judged by, each by the formula of the catalogue in sim/ports/kpis.ts. */
import { mpsToKmh } from '../../kernel';
import type { KpiName } from '../../ports';
import type { TrafficState } from './state';
import { STUCK_AFTER_S } from './watch';

export function measureTraffic(state: TrafficState, add: (kpi: KpiName, value: number) => void): void {
  const { totals, vehicles, waiting } = state;
  let stuck = 0;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] >= 0 && vehicles.stillSeconds[row] >= STUCK_AFTER_S) stuck++;
  }
  // Time lost on the road: what was driven, less what the same distance takes at the scene's limits; and the wait outside.
  const lostSeconds = totals.drivenSeconds - totals.freeSeconds + totals.outsideSeconds;
  const each = totals.inserted > 0 ? 1 / totals.inserted : 0;
  add('traffic.trips-inserted', totals.inserted);
  add('traffic.trips-arrived', totals.arrived);
  add('traffic.trips-waiting', waiting.count);
  add('traffic.trips-running', vehicles.count);
  add('traffic.trips-stuck', stuck);
  add('traffic.trips-diverted', totals.diverted);
  add('traffic.mean-duration', totals.drivenSeconds * each);
  add('traffic.mean-time-loss', lostSeconds * each);
  add('traffic.mean-waiting', totals.stillSeconds * each);
  add('traffic.delay', lostSeconds / 3600);
  add('traffic.distance', totals.distanceM / 1000);
  add('traffic.mean-speed', mpsToKmh(lastMinuteMps(state)));
}

/** Over the last whole minute when asked right after it, else over what has passed since, and the minute before that. */
function lastMinuteMps({ totals }: TrafficState): number {
  const fresh = totals.elapsedSeconds - totals.markSeconds < 30;
  const distanceM = totals.distanceM - (fresh ? totals.earlierDistanceM : totals.markDistanceM);
  const seconds = totals.drivenSeconds - (fresh ? totals.earlierDrivenSeconds : totals.markDrivenSeconds);
  return seconds > 0 ? distanceM / seconds : 0;
}
