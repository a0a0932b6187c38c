/**
 * What the weather ahead means for a plan: what sun and wind would give, and how far heat pumps have to lift. A heat pump
 * that cools gives its heat to the same source, 15 K warmer at the condenser, and makes water of 6 °C.
 */
import { heatPumpCop } from '../plants/heat-pump';
import { splitGlobal } from '../plants/irradiance';
import { photovoltaicKw } from '../plants/photovoltaic';
import { heatSourceOf } from '../plants/stations';
import { sunPosition } from '../plants/sun';
import { windShare } from '../plants/wind-turbine';
import { type Hub, supplyCOf } from './hub';
import type { DispatchInputs } from './inputs';

/** One value a step, at its middle. */
export interface WeatherAhead {
  readonly airC: Float64Array;
  readonly globalWPerM2: Float64Array;
  readonly windMps: Float64Array;
  /** Of the ground at the depth of the probes, and of the water that is drawn on. */
  readonly groundC: number;
  readonly waterC: number;
  /** Julian day at the beginning of the first step, in UTC, and the day of the year there. */
  readonly julianDay: number;
  readonly dayOfYear: number;
  readonly latitudeDeg: number;
  readonly longitudeDeg: number;
}

const CHILLED_C = 6;
const CONDENSER_OVER_SOURCE_K = 15;

export function writeWeather(hub: Hub, inputs: DispatchInputs, weather: WeatherAhead): void {
  const { steps, stepHours } = inputs;
  const { airC, globalWPerM2, windMps, groundC, waterC, latitudeDeg, longitudeDeg } = weather;
  for (let t = 0; t < steps; t++) {
    const daysOn = ((t + 0.5) * stepHours) / 24;
    const sun = sunPosition(weather.julianDay + daysOn, latitudeDeg, longitudeDeg);
    const dayOfYear = weather.dayOfYear + Math.floor(daysOn);
    const light = splitGlobal(globalWPerM2[t], sun, dayOfYear);
    hub.banks.forEach((bank, b) => {
      const at = b * steps + t;
      const { kind, count, sizeKw, efficiency } = bank;
      if (kind === 'photovoltaic')
        inputs.availableKw[at] = photovoltaicKw(count * sizeKw, light, sun, airC[t], dayOfYear);
      if (kind === 'wind-turbine') inputs.availableKw[at] = count * sizeKw * windShare(windMps[t]);
      const source = heatSourceOf(kind);
      if (!source) return;
      const sourceC = source === 'ground' ? groundC : source === 'water' ? waterC : airC[t];
      const rated = Number.isNaN(efficiency) ? undefined : efficiency;
      inputs.cop[at] = heatPumpCop(source, sourceC, supplyCOf(hub, bank), rated);
      inputs.coolingCop[at] = heatPumpCop(source, CHILLED_C, sourceC + CONDENSER_OVER_SOURCE_K, rated) - 1;
    });
  }
}
