import type { StepContext } from '../../ports';
import type { EnergyState } from './state';

export const airReads = ['weather.overcast', 'weather.panel-cover-south', 'weather.panel-cover-east-west'] as const;
export const airWrites = ['energy.cloud', 'energy.wind', 'energy.humidity', 'energy.sunlight', 'energy.rain'] as const;
export type AirReads = (typeof airReads)[number];
export type AirWrites = (typeof airWrites)[number];

/** What the sky is told to others, and what they say of it; one number each. */
export interface AirPorts {
  readonly overcast: Float64Array;
  readonly southCover: Float64Array;
  readonly eastWestCover: Float64Array;
  readonly outdoorC: Float64Array;
  readonly cloud: Float64Array;
  readonly wind: Float64Array;
  readonly humidity: Float64Array;
  readonly sunlight: Float64Array;
  readonly rain: Float64Array;
}

export function airPorts(context: StepContext<AirReads, AirWrites | 'energy.outdoor-temperature'>): AirPorts {
  return {
    overcast: context.read('weather.overcast'),
    southCover: context.read('weather.panel-cover-south'),
    eastWestCover: context.read('weather.panel-cover-east-west'),
    outdoorC: context.write('energy.outdoor-temperature'),
    cloud: context.write('energy.cloud'),
    wind: context.write('energy.wind'),
    humidity: context.write('energy.humidity'),
    sunlight: context.write('energy.sunlight'),
    rain: context.write('energy.rain'),
  };
}

/** Clouds of rain that somebody asked for, and the panels that lie under snow. */
export function hearWeather({ overhead }: EnergyState, air: AirPorts): void {
  overhead.overcast = air.overcast[0];
  overhead.southCover = air.southCover[0];
  overhead.eastWestCover = air.eastWestCover[0];
}

/** Of rain only what a named day of the scene's file brings: that of drawn days is too little to tell streets of. */
export function tellWeather({ weather, weatherNow }: EnergyState, air: AirPorts): void {
  air.outdoorC[0] = weatherNow.airC;
  air.cloud[0] = weatherNow.cloud;
  air.wind[0] = weatherNow.windMps;
  air.humidity[0] = weatherNow.humidity;
  air.sunlight[0] = weatherNow.globalWPerM2;
  air.rain[0] = weather?.named === undefined ? 0 : weatherNow.rainMmPerH;
}
