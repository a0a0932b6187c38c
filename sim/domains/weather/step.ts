/** A minute of weather: what falls and as what, what it leaves lying, how far one sees and how one drives. */
import type { StepContext } from '../../ports';
import { driveShare } from './driving';
import { extinctionPerM, hazePerM, rainPerM, snowPerM, snowShare } from './falling';
import { clearedShare, dryingMmPerH, MOST_FILM_MM, meltMm, panelCover } from './lying';
import type { WeatherState } from './state';

export const reads = [
  'energy.outdoor-temperature',
  'energy.cloud',
  'energy.wind',
  'energy.humidity',
  'energy.sunlight',
  'energy.rain',
  'drainage.rain',
] as const;
export const writes = [
  'weather.snow-share',
  'weather.overcast',
  'weather.drive-share',
  'weather.panel-cover-south',
  'weather.panel-cover-east-west',
] as const;
export type Reads = (typeof reads)[number];
export type Writes = (typeof writes)[number];

const HOUR_S = 3_600;
/** Fog rolls in, and lifts, within a quarter of an hour; a field of rain clouds comes over within five minutes. Ours. */
const FOG_COMES_WITHIN_S = 900;
const CLOUDS_COME_WITHIN_S = 300;
const THICKEST_PER_M = extinctionPerM(30);
/** Roofs' panels as energy lays them: 15° to the south, pairs of 10°. */
const SOUTH_TILT_DEG = 15;
const EAST_WEST_TILT_DEG = 10;
const RAINS_FROM_MM_PER_H = 0.1;

export function stepWeather(state: WeatherState, context: StepContext<Reads, Writes>): void {
  const { stepSeconds: stepS } = context;
  const hours = stepS / HOUR_S;
  state.airC = context.read('energy.outdoor-temperature')[0];
  state.windMps = context.read('energy.wind')[0];
  state.humidity = context.read('energy.humidity')[0];
  state.sunWPerM2 = context.read('energy.sunlight')[0];
  const asked = context.read('drainage.rain')[0];
  const falls = asked + context.read('energy.rain')[0];
  const share = snowShare(state.airC, falls > 0 ? Math.max(0.9, state.humidity) : state.humidity);
  state.rainMmPerH = falls * (1 - share);
  state.snowMmPerH = falls * share;

  state.overcast = moved(state.overcast, asked >= RAINS_FROM_MM_PER_H, stepS / CLOUDS_COME_WITHIN_S);
  state.cloud = Math.max(context.read('energy.cloud')[0], state.overcast);
  lie(state, stepS, hours);

  const wanted = state.knobs['city.fog'].values[0];
  const target = Number.isNaN(wanted) ? 0 : extinctionPerM(wanted);
  const most = (Math.max(target, state.fogPerM, THICKEST_PER_M / 20) * stepS) / FOG_COMES_WITHIN_S;
  state.fogPerM += Math.min(most, Math.max(-most, target - state.fogPerM));
  state.airPerM = hazePerM(state.humidity) + rainPerM(state.rainMmPerH) + snowPerM(state.snowMmPerH, state.airC);

  context.write('weather.snow-share')[0] = share;
  context.write('weather.overcast')[0] = state.overcast;
  context.write('weather.drive-share')[0] = driveShare(
    state.roadWetMm,
    state.roadSnowMm,
    state.airPerM + state.fogPerM,
  );
  context.write('weather.panel-cover-south')[0] = state.southCover;
  context.write('weather.panel-cover-east-west')[0] = state.eastWestCover;
}

function lie(state: WeatherState, stepS: number, hours: number): void {
  const { airC, rainMmPerH, snowMmPerH, sunWPerM2 } = state;
  state.groundSnowMm += snowMmPerH * hours;
  state.groundSnowMm -= meltMm(state.groundSnowMm, airC, stepS);
  state.roadSnowMm += snowMmPerH * hours;
  const meltsMm = meltMm(state.roadSnowMm, airC, stepS);
  const clearedMm = snowMmPerH > 0 ? 0 : clearedShare(stepS) * (state.roadSnowMm - meltsMm);
  state.roadSnowMm -= meltsMm + clearedMm;
  if (state.roadSnowMm < 1e-3) state.roadSnowMm = 0;
  const dries = dryingMmPerH(airC, state.humidity, state.windMps, sunWPerM2) * hours;
  const film = state.roadWetMm + rainMmPerH * hours + meltsMm - (rainMmPerH > 0 ? 0 : dries);
  state.roadWetMm = Math.min(MOST_FILM_MM, Math.max(0, film));
  state.southCover = panelCover(state.southCover, snowMmPerH, airC, sunWPerM2, SOUTH_TILT_DEG, stepS);
  state.eastWestCover = panelCover(state.eastWestCover, snowMmPerH, airC, sunWPerM2, EAST_WEST_TILT_DEG, stepS);
  if (state.groundSnowMm === 0) {
    state.southCover = 0;
    state.eastWestCover = 0;
  }
}

const moved = (value: number, up: boolean, by: number): number => Math.min(1, Math.max(0, value + (up ? by : -by)));
