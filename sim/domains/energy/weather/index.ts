export { coldSnap, heatWave, type WeatherEvent } from './events';
export { onPlaneWPerM2 } from './radiation';
export { cosIncidence, placeSun, type Sun } from './sun-position';
export {
  createWeather,
  emptyWeather,
  groundAt,
  type Weather,
  type WeatherNow,
  type WeatherSettings,
  weatherAt,
} from './weather';
