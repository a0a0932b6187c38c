/**
 * A day for the benchmark of dispatch: smooth curves of a cold and of a hot day at the flagship's own sizes. Not a
 * model of demand, only a load of the right size and shape that needs no weather and no buildings.
 */

import { type DispatchInputs, emptyInputs, type Hub, withTariff } from '../../../domains/energy/dispatch';
import { cos, PI, sin } from '../../../kernel';

export type Season = 'winter' | 'summer';

const CITY_PEAK_KW = 70_000;
const EXPORT_KW = 20_000;
const GAS_KWH_PER_M3 = 9.7;
/** Shares of a station's installed heat or cold that are asked for at the peak of a design day. */
const PEAK_SHARE = 0.6;
const OFF_SEASON_SHARE = 0.08;

/** Quarter-hours from `firstStep` on, counted from midnight; `stretch` makes another day of the same kind. */
export function dayInputs(hub: Hub, season: Season, firstStep = 0, stretch = 1): DispatchInputs {
  const inputs = emptyInputs(hub);
  const { steps } = inputs;
  const hours = (t: number) => ((firstStep + t) / 4) % 24;
  const bump = (hour: number, at: number) => 0.5 + 0.5 * cos((2 * PI * (hour - at)) / 24);
  const write = (into: Float64Array, of: number, valueAt: (hour: number) => number) => {
    for (let t = 0; t < steps; t++) into[of * steps + t] = stretch * valueAt(hours(t));
  };
  const share = {
    heat: season === 'winter' ? PEAK_SHARE : OFF_SEASON_SHARE,
    cold: season === 'summer' ? PEAK_SHARE : 0.05,
  };
  hub.demands.forEach(({ node, id }, d) => {
    const { carrier, station } = hub.nodes[node];
    if (carrier === 'electricity') {
      const peakKw = station >= 0 ? 60 : CITY_PEAK_KW * (id.endsWith('ordinary') ? 0.6 : 0.2);
      write(inputs.demandKw, d, (hour) => peakKw * (0.55 + 0.45 * bump(hour, 16)));
      return;
    }
    const isHeat = carrier === 'heat';
    const installedKw = hub.banks
      .filter(
        (bank) =>
          bank.station === station &&
          (isHeat ? bank.kind === 'gas-boiler' || bank.kind.endsWith('pump') : bank.kind.endsWith('chiller')),
      )
      .reduce((sum, { count, sizeKw }) => sum + count * sizeKw, 0);
    const loops = hub.demands.filter(
      (other) => hub.nodes[other.node].carrier === carrier && hub.nodes[other.node].station === station,
    ).length;
    const peakKw = (installedKw * (isHeat ? share.heat : share.cold)) / loops;
    write(inputs.demandKw, d, (hour) => peakKw * (isHeat ? 0.6 + 0.4 * bump(hour, 6) : 0.4 + 0.6 * bump(hour, 15)));
  });
  hub.banks.forEach(({ kind, count, sizeKw }, b) => {
    const ratedKw = count * sizeKw;
    if (kind === 'photovoltaic')
      write(inputs.availableKw, b, (hour) => 0.8 * ratedKw * Math.max(0, sin((PI * (hour - 6)) / 12)));
    if (kind === 'wind-turbine') write(inputs.availableKw, b, (hour) => ratedKw * (0.3 + 0.2 * bump(hour, 2)));
  });
  inputs.exportKw.fill(EXPORT_KW);
  return withTariff(inputs, hours(0) * 3_600, GAS_KWH_PER_M3);
}
