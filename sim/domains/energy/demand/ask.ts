/**
 * What every building wants over the coming step. First comes what people switch on, by timetable and luck; then what
 * rooms need to keep their set point, by the answer of their walls to the weather. Nothing that is remembered changes
 * until settle.ts is told how much of it came.
 */
import { powerYuanPerKwh } from '../dispatch/tariff';
import { isRestDay } from '../weather/calendar';
import type { WeatherNow } from '../weather/weather';
import type { DemandAsked, DemandControls } from './asked';
import { askOfHeaters } from './heaters';
import { readNoise, readSun, readTimetables } from './now';
import { readShift } from './price-shift';
import { askOfRooms } from './rooms';
import type { DemandState } from './state';
import { askOfPeople } from './switched-on';

export function askDemand(
  state: DemandState,
  weather: WeatherNow,
  controls: DemandControls,
  stepSeconds: number,
  out: DemandAsked,
): void {
  readTimetables(state, weather.dayIndex, weather.secondOfDay / 3_600);
  readSun(state.work.sunWPerM2, weather);
  const { peakToValley, elasticity } = controls;
  const isRest = isRestDay(weather.dayIndex);
  readShift(state, powerYuanPerKwh, peakToValley, elasticity, isRest, weather.secondOfDay, stepSeconds);
  const noiseShare = readNoise(state, weather);
  askOfPeople(state, weather, noiseShare, controls, stepSeconds, out);
  askOfHeaters(state, out);
  askOfRooms(state, weather, controls, stepSeconds, out);
}
