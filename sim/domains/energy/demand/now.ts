/** What is the same for many buildings at one moment: hours, sun on walls, luck, vapour. */
import { type Luck, streamOf } from '../../../kernel';
import { DAYS_A_YEAR, HOURS_A_DAY, isRestDay } from '../weather/calendar';
import { saturationHpa } from '../weather/moist-air';
import { onPlaneWPerM2 } from '../weather/radiation';
import { cosIncidence } from '../weather/sun-position';
import type { WeatherNow } from '../weather/weather';
import { SHIFT_HOURS, SHIFTS } from './compile';
import { ORIENTATIONS } from './geometry';
import { patterns, strands } from './patterns';
import { scheduledAt } from './schedules';
import type { DemandState } from './state';

const STRANDS = strands.length;
const STANDARD_HPA = 1_013.25;
const NOISE = streamOf('energy.demand.hour');
const ROOT_3 = 1.7320508075688772;

/** Qingdao heats from 16 November to 5 April (the city's heating ordinance); indexes of days. */
const HEATING_ENDS = 95;
const HEATING_BEGINS = 319;

export function isHeatingSeason(dayIndex: number): boolean {
  return dayIndex < HEATING_ENDS || dayIndex >= HEATING_BEGINS;
}

/** Every timetable at this hour. */
export function readTimetables({ plan, work }: DemandState, dayIndex: number, hourOfDay: number): void {
  const isRest = isRestDay(dayIndex);
  for (let p = 0; p < patterns.length; p++) {
    for (let shift = 0; shift < SHIFTS; shift++) {
      const hour = hourOfDay - (shift - (SHIFTS - 1) / 2) * SHIFT_HOURS;
      const at = (p * SHIFTS + shift) * STRANDS;
      for (let s = 0; s < STRANDS; s++) work.now[at + s] = scheduledAt(plan.schedules[p * STRANDS + s], isRest, hour);
    }
  }
}

/** The sun on walls that look to each side, and on the roof. */
export function readSun(sunWPerM2: Float64Array, weather: WeatherNow): void {
  const { beamWPerM2, diffuseWPerM2, globalWPerM2, sun } = weather;
  for (let k = 0; k < ORIENTATIONS; k++) {
    const facing = cosIncidence(sun, 90, (360 / ORIENTATIONS) * k);
    sunWPerM2[k] = onPlaneWPerM2(beamWPerM2, diffuseWPerM2, globalWPerM2, facing, 0);
  }
  sunWPerM2[ORIENTATIONS] = globalWPerM2;
}

/** Luck of this hour and the next, of mean 0 and variance 1; returns how far the hour has gone. */
export function readNoise({ plan, work, chance }: DemandState, weather: WeatherNow): number {
  const hour = weather.dayIndex * HOURS_A_DAY + Math.floor(weather.secondOfDay / 3_600);
  if (hour !== work.noiseHour) {
    if (work.noiseHour >= 0 && hour === nextHour(work.noiseHour)) work.noiseFrom.set(work.noiseTo);
    else drawNoise(chance.of(hour), plan.word, hour, work.noiseFrom);
    drawNoise(chance.of(nextHour(hour)), plan.word, nextHour(hour), work.noiseTo);
    work.noiseHour = hour;
  }
  return weather.secondOfDay / 3_600 - Math.floor(weather.secondOfDay / 3_600);
}

function nextHour(hour: number): number {
  return (hour + 1) % (DAYS_A_YEAR * HOURS_A_DAY);
}

function drawNoise(luck: Luck, word: Uint32Array, hour: number, into: Float64Array): void {
  for (let i = 0; i < into.length; i++) into[i] = ROOT_3 * (2 * luck.uniform(NOISE, hour, word[i]) - 1);
}

/** Kilogrammes of vapour in a kilogramme of dry air. */
export function vapourOf({ airC, humidity }: WeatherNow): number {
  const hpa = humidity * saturationHpa(airC);
  return (0.622 * hpa) / (STANDARD_HPA - hpa);
}
