import { create, type StoreApi } from 'zustand';

/** The weather as the newest frame tells it; snow as the water that it melts to. */
export interface WeatherNow {
  /** Day of the year on which the run began, 1 to 365. */
  readonly startDay: number;
  readonly airC: number;
  /** Share of the sky. */
  readonly cloud: number;
  readonly windMps: number;
  readonly rainMmPerH: number;
  readonly snowMmPerH: number;
  /** Extinction of light by air with what falls in it, and by fog. */
  readonly airPerKm: number;
  readonly fogPerKm: number;
  readonly groundSnowMm: number;
  readonly roadSnowMm: number;
  readonly roadWetMm: number;
  /** Share of panels under snow. */
  readonly panelCover: number;
}

/** In the order of a frame's row: the contract with `sim/domains/weather`. */
const names = [
  'startDay',
  'airC',
  'cloud',
  'windMps',
  'rainMmPerH',
  'snowMmPerH',
  'airPerKm',
  'fogPerKm',
  'groundSnowMm',
  'roadSnowMm',
  'roadWetMm',
  'panelCover',
] as const satisfies readonly (keyof WeatherNow)[];

/** A mild, dry day about the equinox: what is shown of a run that knows no weather. */
export const fairWeather: WeatherNow = {
  startDay: 266,
  airC: 15,
  cloud: 0.3,
  windMps: 4,
  rainMmPerH: 0,
  snowMmPerH: 0,
  airPerKm: 0.4,
  fogPerKm: 0,
  groundSnowMm: 0,
  roadSnowMm: 0,
  roadWetMm: 0,
  panelCover: 0,
};

export interface WeatherSeen {
  readonly weather: WeatherNow;
  /** Deepest water on any road. */
  readonly floodM: number;
}

const fair: WeatherSeen = { weather: fairWeather, floodM: 0 };

export const useWeatherNow = create<WeatherSeen>(() => fair);

/** Of another run, whose city is shown beside the one that panels tell of. */
export const weatherOfItsOwn = (): StoreApi<WeatherSeen> => create<WeatherSeen>(() => fair);

/** Takes a frame's row; another object only where a number has changed, which is once a simulated minute. */
export function tellWeather(row: Float32Array, store: StoreApi<WeatherSeen> = useWeatherNow): void {
  const { weather } = store.getState();
  if (names.every((name, i) => Math.fround(weather[name]) === row[i])) return;
  const told = Object.fromEntries(names.map((name, i) => [name, row[i]]));
  store.setState({ weather: told as Record<(typeof names)[number], number> });
}

export function tellFlood(depthsM: Float32Array): void {
  let floodM = 0;
  for (const depthM of depthsM) floodM = Math.max(floodM, depthM);
  if (floodM !== useWeatherNow.getState().floodM) useWeatherNow.setState({ floodM });
}

/** Another run begins: nothing is known of its weather yet. */
export function forgetWeather(): void {
  useWeatherNow.setState(fair);
}
