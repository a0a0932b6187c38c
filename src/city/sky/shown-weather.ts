import type { WeatherNow } from '../../state/weather-now';

/** What the picture shows of the weather, each on its way to what the engine last said. */
export interface ShownWeather {
  cloud: number;
  /** Of roads, 0 to 1. */
  wet: number;
  rainMmPerH: number;
  snowMmPerH: number;
  /** Share of ground, roads and panels that snow hides. */
  groundSnow: number;
  roadSnow: number;
  panelSnow: number;
  /** Extinction beyond the usual haze, and in fog, per metre. */
  airPerM: number;
  fogPerM: number;
}

const names = [
  'cloud',
  'wet',
  'rainMmPerH',
  'snowMmPerH',
  'groundSnow',
  'roadSnow',
  'panelSnow',
  'airPerM',
  'fogPerM',
] as const satisfies readonly (keyof ShownWeather)[];
/** Nearer to it than this is there. */
const hairs = [0.002, 0.004, 0.02, 0.01, 0.004, 0.004, 0.004, 2e-6, 2e-5] as const;

const WET_ALL_MM = 0.35;
/** A centimetre of fresh snow hides most of short grass. */
const HIDES_MM = 1.6;
/** Moist air to this extinction is the haze that each look has by itself. */
const USUAL_PER_KM = 0.65;
const FOLLOWS_WITHIN_SECONDS = 0.7;

export function noWeather(): ShownWeather {
  return {
    cloud: 0,
    wet: 0,
    rainMmPerH: 0,
    snowMmPerH: 0,
    groundSnow: 0,
    roadSnow: 0,
    panelSnow: 0,
    airPerM: 0,
    fogPerM: 0,
  };
}

const hidden = (mm: number): number => 1 - Math.exp(-mm / HIDES_MM);

/** What it comes to when it has arrived. */
export function aimOf(weather: WeatherNow, into: ShownWeather): void {
  into.cloud = weather.cloud;
  into.wet = Math.min(1, weather.roadWetMm / WET_ALL_MM);
  into.rainMmPerH = weather.rainMmPerH < 0.02 ? 0 : weather.rainMmPerH;
  into.snowMmPerH = weather.snowMmPerH < 0.02 ? 0 : weather.snowMmPerH;
  into.groundSnow = hidden(weather.groundSnowMm);
  into.roadSnow = hidden(weather.roadSnowMm);
  into.panelSnow = weather.panelCover;
  into.airPerM = Math.max(0, weather.airPerKm - USUAL_PER_KM) / 1_000;
  into.fogPerM = weather.fogPerKm / 1_000;
}

/** One picture on; true where anything has moved. */
export function follow(shown: ShownWeather, aim: ShownWeather, seconds: number): boolean {
  const share = 1 - Math.exp(-seconds / FOLLOWS_WITHIN_SECONDS);
  let moved = false;
  for (let i = 0; i < names.length; i++) {
    const name = names[i];
    const rest = aim[name] - shown[name];
    if (rest === 0) continue;
    moved = true;
    shown[name] = Math.abs(rest) < hairs[i] ? aim[name] : shown[name] + share * rest;
  }
  return moved;
}
