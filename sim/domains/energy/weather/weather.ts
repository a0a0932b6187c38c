/**
 * The weather at any second of a run: a pure function of scene, seed, start and events. Days are drawn once at the
 * beginning, hours when they are first asked for; nothing has to be saved.
 */
import { type OtherLuck, startDayOf } from '../../../ports';
import type { CompiledScene } from '../../../scene/compiled';
import { dayIndexOf, HOURS_A_DAY, SECONDS_A_DAY, weekdayOf } from './calendar';
import { chanceOfHours } from './chance-of-hours';
import { climateOf } from './climate';
import { drawDays } from './days';
import { strengthOf, type WeatherEvent } from './events';
import { groundC, seaC, type YearWave, yearWaveOf } from './ground';
import { createHours, fillDay, type Hours } from './hours';
import { saturationHpa, wetBulbC } from './moist-air';
import { dailyFromMonthly } from './month-curve';
import { type NamedHours, namedDayOf } from './named-day';
import { clearnessOfSunshine, clearnessUnderCloud, diffuseShare } from './radiation';
import { createSky, type Sky } from './sky';
import { emptySun, type Sun } from './sun-position';

export interface WeatherSettings {
  readonly seed: number;
  readonly otherLuck?: OtherLuck;
  /** Clock time of the run's first second. */
  readonly startSeconds: number;
  /** Day of the year on which it begins, 1 to 365; absent: that of the named day's month, else 23 September. */
  readonly startDay?: number;
  /** Every day of the run is this day of the scene's weather file. */
  readonly weatherDay?: string;
}

export interface Weather {
  /** 1 to 365. */
  readonly startDay: number;
  readonly startSeconds: number;
  readonly sky: Sky;
  readonly hours: Hours;
  readonly named: NamedHours | undefined;
  readonly wave: YearWave;
  events: readonly WeatherEvent[];
}

/** What the weather is; owned by the caller and written anew each time. */
export interface WeatherNow {
  /** Of the year, 0 to 364. */
  dayIndex: number;
  secondOfDay: number;
  /** 0 Monday to 6 Sunday. */
  weekday: number;
  airC: number;
  /** Mean of the day, without events: what a heating season is told by. */
  dayMeanC: number;
  humidity: number;
  wetBulbC: number;
  cloud: number;
  windMps: number;
  rainMmPerH: number;
  readonly sun: Sun;
  /** On flat ground. */
  globalWPerM2: number;
  diffuseWPerM2: number;
  /** On a plane that faces the sun. */
  beamWPerM2: number;
  seaC: number;
  /** Where water mains lie, a little over a metre deep: what tap water comes in with. */
  mainsC: number;
}

const MAINS_DEPTH_M = 1.2;

export function createWeather(scene: CompiledScene, settings: WeatherSettings): Weather {
  const named = settings.weatherDay === undefined ? undefined : namedDayOf(scene, settings.weatherDay);
  const startDay = startDayOf(scene, settings);
  const climate = climateOf(scene);
  const sky = createSky(scene);
  const days = drawDays(climate, settings.seed, sky.dayLengthH);
  return {
    startDay,
    startSeconds: settings.startSeconds,
    sky,
    hours: createHours(days, sky, named, chanceOfHours(settings, startDay)),
    named,
    wave: yearWaveOf(dailyFromMonthly(climate.meanC)),
    events: [],
  };
}

export function emptyWeather(): WeatherNow {
  return {
    dayIndex: 0,
    secondOfDay: 0,
    weekday: 0,
    airC: 0,
    dayMeanC: 0,
    humidity: 0,
    wetBulbC: 0,
    cloud: 0,
    windMps: 0,
    rainMmPerH: 0,
    sun: emptySun(),
    globalWPerM2: 0,
    diffuseWPerM2: 0,
    beamWPerM2: 0,
    seaC: 0,
    mainsC: 0,
  };
}

/** @param seconds since the run began, fractions too */
export function weatherAt(weather: Weather, seconds: number, into: WeatherNow): WeatherNow {
  const { hours, sky } = weather;
  const clock = weather.startSeconds + seconds;
  const wholeDays = Math.floor(clock / SECONDS_A_DAY);
  const day = dayIndexOf(weather.startDay - 1 + wholeDays);
  const secondOfDay = clock - wholeDays * SECONDS_A_DAY;
  const hourOfDay = secondOfDay / 3_600;
  const hour = Math.floor(hourOfDay);
  const share = hourOfDay - hour;
  const at = day * HOURS_A_DAY + hour;
  const nextDay = hour === HOURS_A_DAY - 1 ? dayIndexOf(day + 1) : day;
  const next = nextDay * HOURS_A_DAY + ((hour + 1) % HOURS_A_DAY);
  fillDay(hours, day);
  fillDay(hours, nextDay);

  const sun = sky.sunAt(day, hourOfDay);
  let airC = mix(hours.airC, at, next, share);
  let cloud = mix(hours.cloud, at, next, share);
  let windMps = mix(hours.windMps, at, next, share);
  let clearness = weather.named ? clearnessUnderCloud(cloud, sun) : mix(hours.clearness, at, next, share);
  for (let i = 0; i < weather.events.length; i++) {
    const event = weather.events[i];
    const strength = strengthOf(event, seconds);
    if (strength === 0) continue;
    airC += strength * event.deltaC;
    if (event.atMostC !== undefined) airC += strength * (Math.min(airC, event.atMostC) - airC);
    windMps *= 1 + strength * ((event.windFactor ?? 1) - 1);
    if (event.cloud === undefined) continue;
    cloud += strength * (event.cloud - cloud);
    clearness += strength * (clearnessOfSunshine(1 - event.cloud) - clearness);
  }

  into.dayIndex = day;
  into.secondOfDay = secondOfDay;
  into.weekday = weekdayOf(day);
  into.airC = airC;
  into.dayMeanC = weather.named ? weather.named.meanC : hours.days.meanC[day];
  into.humidity = Math.min(1, mix(hours.vapourHpa, at, next, share) / saturationHpa(airC));
  into.wetBulbC = wetBulbC(airC, into.humidity);
  into.cloud = cloud;
  into.windMps = windMps;
  into.rainMmPerH = hours.rainMmPerH[at];
  Object.assign(into.sun, sun);
  const aboveAirWPerM2 = Math.max(0, sun.sinElevation) * sun.extraterrestrialWPerM2;
  const diffuse = diffuseShare(clearness);
  into.globalWPerM2 = aboveAirWPerM2 * clearness;
  into.diffuseWPerM2 = into.globalWPerM2 * diffuse;
  into.beamWPerM2 = aboveAirWPerM2 > 0 ? clearness * (1 - diffuse) * sun.extraterrestrialWPerM2 : 0;
  const dayOfYear = day + secondOfDay / SECONDS_A_DAY;
  into.seaC = seaC(weather.wave, dayOfYear);
  into.mainsC = groundC(weather.wave, MAINS_DEPTH_M, dayOfYear);
  return into;
}

/** Undisturbed ground so deep, on the day of a moment; what pipes lose their heat to. */
export function groundAt(weather: Weather, now: WeatherNow, depthM: number): number {
  return groundC(weather.wave, depthM, now.dayIndex + now.secondOfDay / SECONDS_A_DAY);
}

function mix(values: Float64Array, at: number, next: number, share: number): number {
  return values[at] + share * (values[next] - values[at]);
}
