/** The figures that traffic is judged by, each by the formula of the catalogue in sim/ports/kpis. */
import { kwhFromJoules, mpsToKmh } from '../../kernel';
import type { KpiName } from '../../ports';
import { measureBuses } from './buses/measure-buses';
import { measureCharging } from './charging';
import { CELLS_J, CO2_G, FUEL_J, NOX_G, PARTICLES_G, totalSum, VOC_G } from './emissions/sums';
import { measureLevels } from './levels/measure-levels';
import { measureResponse } from './levels/measure-response';
import { meanSearchSeconds } from './parking/search-space';
import { SEVERITY_AT_50 } from './severity';
import type { TrafficState } from './state';
import { measureWalking } from './walking';
import { STUCK_AFTER_S } from './watch';

export type Add = (kpi: KpiName, value: number) => void;

const GRAMS_PER_KG = 1_000;
export function measureTraffic(state: TrafficState, add: Add): void {
  measureTrips(state, add);
  measureBuses(state, add);
  measureLevels(state, add);
  measureEnergy(state, add);
  measureResponse(state, add);
  if (state.charging) measureCharging(state, state.charging, add);
}

function measureTrips(state: TrafficState, add: Add): void {
  const { totals, vehicles, waiting } = state;
  let stuck = 0;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] >= 0 && vehicles.stillSeconds[row] >= STUCK_AFTER_S) stuck++;
  }
  const each = totals.inserted > 0 ? 1 / totals.inserted : 0;
  const due = totals.inserted + waiting.count;
  // Against the limits of the city as it was, so that a lower limit does not look like less delay; and the wait outside.
  const lostSeconds = totals.drivenSeconds - totals.freeSeconds + totals.outsideSeconds;
  add('traffic.trips-inserted', totals.inserted);
  add('traffic.trips-arrived', totals.arrived);
  add('traffic.trips-waiting', waiting.count);
  add('traffic.trips-running', vehicles.count);
  add('traffic.trips-stuck', stuck);
  if (Number.isFinite(state.letThroughAfterS)) add('traffic.trips-let-through', totals.letThrough);
  add('traffic.trips-diverted', totals.diverted);
  add('traffic.mean-duration', totals.drivenSeconds * each);
  add('traffic.mean-time-loss', totals.lossSeconds * each);
  add('traffic.mean-waiting', totals.stillSeconds * each);
  add('traffic.mean-insertion-delay', due > 0 ? (totals.delaySeconds + waitedOutside(state)) / due : 0);
  if (state.parking !== null) add('traffic.parking-search', meanSearchSeconds(state));
  if (state.walking !== null) measureWalking(state.walking, add);
  add('traffic.delay', lostSeconds / 3600);
  if (totals.busesInserted > 0) add('traffic.bus-time-loss', totals.busLossSeconds / totals.busesInserted);
  add('traffic.distance', totals.distanceM / 1000);
  add('traffic.crash-severity', totals.distanceM > 0 ? totals.severityM5PerS4 / totals.distanceM / SEVERITY_AT_50 : 0);
  add('traffic.mean-speed', mpsToKmh(lastMinuteMps(state)));
}

/** By those who still wait, since they were due. */
function waitedOutside({ waiting, network, totals }: TrafficState): number {
  let seconds = 0;
  for (let edge = 0; edge < network.roads.edgeCount; edge++) {
    for (let at = waiting.first[edge]; at >= 0; at = waiting.next[at]) {
      seconds += totals.elapsedSeconds - waiting.dueS[at];
    }
  }
  return seconds;
}

/** Over the last whole minute when asked right after it, else over what has passed since, and the minute before that. */
function lastMinuteMps({ totals }: TrafficState): number {
  const fresh = totals.elapsedSeconds - totals.markSeconds < 30;
  const distanceM = totals.distanceM - (fresh ? totals.earlierDistanceM : totals.markDistanceM);
  const seconds = totals.drivenSeconds - (fresh ? totals.earlierDrivenSeconds : totals.markDrivenSeconds);
  return seconds > 0 ? distanceM / seconds : 0;
}

function measureEnergy({ energy: { sums } }: TrafficState, add: Add): void {
  add('traffic.co2', totalSum(sums, CO2_G) / GRAMS_PER_KG);
  add('traffic.nox', totalSum(sums, NOX_G) / GRAMS_PER_KG);
  add('traffic.voc', totalSum(sums, VOC_G) / GRAMS_PER_KG);
  add('traffic.particles', totalSum(sums, PARTICLES_G) / GRAMS_PER_KG);
  add('traffic.fuel-energy', kwhFromJoules(totalSum(sums, FUEL_J)));
  add('traffic.electric-energy', kwhFromJoules(totalSum(sums, CELLS_J)));
}
