export { type ChanceOfHours, chanceOfHours } from './chance-of-hours';
export { coldSnap, heatWave, type WeatherEvent } from './events';
export { onPlaneWPerM2 } from './radiation';
export { cosIncidence } from './sun-position';
export {
  createWeather,
  emptyWeather,
  groundAt,
  type Weather,
  type WeatherNow,
  weatherAt,
} from './weather';
