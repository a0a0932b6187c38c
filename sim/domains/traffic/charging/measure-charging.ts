/** The figures of charging, each by the formula of the catalogue in sim/ports/kpis. */
import { kwFromWatts, kwhFromJoules } from '../../../kernel';
import type { KpiName } from '../../../ports';
import type { TrafficState } from '../state';
import { OUT, WAITS } from './cars';
import type { Charging } from './charging';
import { carOfRow } from './own-cars';

export function measureCharging(
  state: TrafficState,
  charging: Charging,
  add: (kpi: KpiName, value: number) => void,
): void {
  const { cars, tally } = charging;
  const { vehicles, settings, totals } = state;
  const nowS = settings.startSeconds + totals.elapsedSeconds;
  let waiting = 0;
  let seconds = tally.waitedSeconds;
  for (let car = 0; car < cars.count; car++) {
    if (cars.doing[car] !== WAITS) continue;
    waiting++;
    seconds += nowS - cars.sinceS[car];
  }
  let lowest = tally.lowestShare;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0) continue;
    const car = carOfRow(vehicles, charging, row);
    if (car < 0 || cars.doing[car] !== OUT) continue;
    lowest = Math.min(lowest, vehicles.batteryJ[row] / cars.capacityJ[car]);
  }
  const came = tally.served + tally.gaveUp + waiting;
  add('traffic.charged-at-sites', kwhFromJoules(tally.sitesJ));
  add('traffic.charged-at-homes', kwhFromJoules(tally.homesJ));
  if (tally.leftHome > 0) add('traffic.cars-ready', (100 * tally.leftReady) / tally.leftHome);
  add('traffic.charging-peak', kwFromWatts(tally.peakW));
  add('traffic.charging-wait', came > 0 ? seconds / came : 0);
  add('traffic.left-uncharged', tally.gaveUp);
  add('traffic.lowest-charge', 100 * lowest);
  add('traffic.cars-stranded', tally.stranded);
}
