/**
 * The hours of the year's days, each worked out when it is first asked for and kept. Values stand at the full hour;
 * between two of them weather runs in a straight line, and only the sun itself moves exactly.
 */
import { exp, type Luck, PI, sin, streamOf } from '../../../kernel';
import { DAYS_A_YEAR, dayIndexOf, HOURS_A_DAY } from './calendar';
import type { ChanceOfHours } from './chance-of-hours';
import type { Days } from './days';
import { saturationHpa } from './moist-air';
import type { NamedHours } from './named-day';
import { clearnessOfSunshine, hourOverDay, OVERCAST_CLEARNESS, SUNSHINE_CLEARNESS } from './radiation';
import type { Sky } from './sky';
import { weibullQuantile } from './variates';

export interface Hours {
  readonly days: Days;
  readonly sky: Sky;
  readonly named: NamedHours | undefined;
  readonly chance: ChanceOfHours;
  readonly filled: Uint8Array;
  readonly airC: Float64Array;
  /** Pressure of the vapour, which a warm afternoon leaves as it is while its relative humidity falls. */
  readonly vapourHpa: Float64Array;
  readonly clearness: Float64Array;
  readonly cloud: Float64Array;
  readonly windMps: Float64Array;
  readonly rainMmPerH: Float64Array;
  readonly scratch: Float64Array;
}

/**
 * Course of a day's temperature: Parton & Logan, Agricultural Meteorology 23, 1981, at 1.5 m: half a sine by day that
 * is highest 1.86 h after noon, an exponential by night, here led all the way down to the next minimum.
 */
const WARMEST_AFTER_NOON_H = 1.86;
const NIGHT_FALL = 2.2;
const COLDEST_AFTER_SUNRISE_H = -0.17;

/** How far the hours' clearness strays from their day's, most on days of sun and cloud by turns: after Aguiar & Collares-Pereira, Solar Energy 49, 1992. */
const CLEARNESS_SCATTER = 0.45;
const CLEARNESS_MEMORY = 0.6;
const CLEAREST = 0.8;

/** Wind rises in the afternoon by a fifth and wanders by another: sea breeze and gusts of an hour, our estimate. */
const BREEZE = 0.2;
const BREEZE_AT_H = 14.5;
const WIND_SCATTER = 0.22;
const WIND_MEMORY = 0.8;

/** Rain of a day falls in one spell of so many hours. */
const SHORTEST_RAIN_H = 2;
const LONGEST_RAIN_H = 10;

export function createHours(days: Days, sky: Sky, named: NamedHours | undefined, chance: ChanceOfHours): Hours {
  const array = () => new Float64Array(DAYS_A_YEAR * HOURS_A_DAY);
  return {
    days,
    sky,
    named,
    chance,
    filled: new Uint8Array(DAYS_A_YEAR),
    airC: array(),
    vapourHpa: array(),
    clearness: array(),
    cloud: array(),
    windMps: array(),
    rainMmPerH: array(),
    scratch: new Float64Array(HOURS_A_DAY),
  };
}

export function fillDay(hours: Hours, day: number): void {
  if (hours.filled[day]) return;
  hours.filled[day] = 1;
  if (hours.named) {
    fillNamed(hours, hours.named, day);
    return;
  }
  fillTemperature(hours, day);
  fillVapour(hours, day);
  const { known, coming, knownHours } = hours.chance;
  const until = knownHours(day);
  if (until > 0) fillByLuck(hours, day, known);
  if (until === HOURS_A_DAY) return;
  // The day's sums are the forecast's; how they fall to its hours is known as far as it has come.
  const first = day * HOURS_A_DAY;
  const drawn = [hours.clearness, hours.cloud, hours.windMps, hours.rainMmPerH];
  const before = drawn.map((values) => values.slice(first, first + until));
  fillByLuck(hours, day, coming);
  drawn.forEach((values, k) => {
    values.set(before[k], first);
  });
}

function fillByLuck(hours: Hours, day: number, luck: Luck): void {
  fillClearness(hours, day, luck);
  fillWind(hours, day, luck);
  fillRain(hours, day, luck);
}

function fillTemperature(hours: Hours, day: number): void {
  const { days, sky, airC, scratch } = hours;
  let sum = 0;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    scratch[hour] = courseOfDay(hour, sky.sunriseH[day], sky.sunsetH[day]);
    sum += scratch[hour];
  }
  const middle = sum / HOURS_A_DAY;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    const meanC = throughNoon(days.meanC, day, hour);
    const rangeK = throughNoon(days.rangeK, day, hour);
    airC[day * HOURS_A_DAY + hour] = meanC + rangeK * (scratch[hour] - middle);
  }
}

/** 0 at the day's minimum, 1 at its maximum. */
export function courseOfDay(hour: number, sunriseH: number, sunsetH: number): number {
  const day = sunsetH - sunriseH - COLDEST_AFTER_SUNRISE_H;
  const turns = (hour - sunriseH - COLDEST_AFTER_SUNRISE_H) / HOURS_A_DAY;
  const sinceColdest = HOURS_A_DAY * (turns - Math.floor(turns));
  if (sinceColdest <= day) return sin((PI * sinceColdest) / (day + 2 * WARMEST_AFTER_NOON_H));
  const atSunset = sin((PI * day) / (day + 2 * WARMEST_AFTER_NOON_H));
  const end = exp(-NIGHT_FALL);
  const fallen = exp((-NIGHT_FALL * (sinceColdest - day)) / (HOURS_A_DAY - day));
  return (atSunset * (fallen - end)) / (1 - end);
}

/** From noon to noon in a straight line, so that nothing jumps at midnight. */
function throughNoon(values: Float64Array, day: number, hour: number): number {
  const other = dayIndexOf(hour < 12 ? day - 1 : day + 1);
  const share = Math.abs(hour - 12) / HOURS_A_DAY;
  return values[day] * (1 - share) + values[other] * share;
}

function fillVapour(hours: Hours, day: number): void {
  const { days, vapourHpa } = hours;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    const meanC = throughNoon(days.meanC, day, hour);
    vapourHpa[day * HOURS_A_DAY + hour] = throughNoon(days.humidity, day, hour) * saturationHpa(meanC);
  }
}

function fillClearness(hours: Hours, day: number, luck: Luck): void {
  const { days, sky, clearness, cloud, scratch } = hours;
  const first = day * HOURS_A_DAY;
  const sunshine = days.sunshine[day];
  const ofDay = clearnessOfSunshine(sunshine);
  const scatter = CLEARNESS_SCATTER * 4 * sunshine * (1 - sunshine);
  const fresh = Math.sqrt(1 - CLEARNESS_MEMORY * CLEARNESS_MEMORY);
  const stream = streamOf('weather.clearness');
  let z = 0;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    z = CLEARNESS_MEMORY * z + fresh * luck.normal(stream, day, hour);
    const shape = hourOverDay(sky.hourAngleOf(day, hour), sky.sunsetAngle[day]);
    clearness[first + hour] = Math.max(0.02, ofDay * shape * exp(scatter * z));
    scratch[hour] = sky.onGroundWPerM2(day, hour);
  }
  // what the cap takes from the clearest hours, the others get
  for (let round = 0; round < 3; round++) {
    let got = 0;
    let above = 0;
    for (let hour = 0; hour < HOURS_A_DAY; hour++) {
      got += clearness[first + hour] * scratch[hour];
      above += scratch[hour];
    }
    const factor = got > 0 ? (ofDay * above) / got : 1;
    for (let hour = 0; hour < HOURS_A_DAY; hour++) {
      clearness[first + hour] = Math.min(CLEAREST, clearness[first + hour] * factor);
    }
  }
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    const shape = hourOverDay(sky.hourAngleOf(day, hour), sky.sunsetAngle[day]);
    const shining = (clearness[first + hour] / shape - OVERCAST_CLEARNESS) / SUNSHINE_CLEARNESS;
    cloud[first + hour] = 1 - Math.max(0, Math.min(1, shining));
  }
}

function fillWind(hours: Hours, day: number, luck: Luck): void {
  const { days, windMps } = hours;
  const first = day * HOURS_A_DAY;
  const fresh = Math.sqrt(1 - WIND_MEMORY * WIND_MEMORY);
  const stream = streamOf('weather.gusts');
  let z = luck.normal(stream, day, HOURS_A_DAY);
  let sum = 0;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    z = WIND_MEMORY * z + fresh * luck.normal(stream, day, hour);
    const breeze = 1 + BREEZE * sin((2 * PI * (hour - BREEZE_AT_H + 6)) / HOURS_A_DAY);
    windMps[first + hour] = breeze * exp(WIND_SCATTER * z);
    sum += windMps[first + hour];
  }
  const factor = (days.windMps[day] * HOURS_A_DAY) / sum;
  for (let hour = 0; hour < HOURS_A_DAY; hour++) windMps[first + hour] *= factor;
}

function fillRain(hours: Hours, day: number, luck: Luck): void {
  const { days, rainMmPerH, scratch } = hours;
  const mm = days.rainMm[day];
  if (mm === 0) return;
  rainMmPerH.fill(0, day * HOURS_A_DAY, (day + 1) * HOURS_A_DAY);
  const stream = streamOf('weather.rain-hours');
  const spell = SHORTEST_RAIN_H + Math.floor(luck.uniform(stream, day, 0) * (LONGEST_RAIN_H - SHORTEST_RAIN_H + 1));
  const begins = Math.floor(luck.uniform(stream, day, 1) * (HOURS_A_DAY - spell));
  let sum = 0;
  for (let k = 0; k < spell; k++) {
    scratch[k] = weibullQuantile(luck.uniform(stream, day, 2 + k), 1) + 0.01;
    sum += scratch[k];
  }
  for (let k = 0; k < spell; k++) rainMmPerH[day * HOURS_A_DAY + begins + k] = (mm * scratch[k]) / sum;
}

/** A day of the scene's own, every day of the run; its file says nothing of humidity, whose mean stays the season's. */
function fillNamed(hours: Hours, named: NamedHours, day: number): void {
  const { days, airC, vapourHpa, cloud, windMps, rainMmPerH } = hours;
  const hpa = days.humidity[day] * saturationHpa(named.meanC);
  for (let hour = 0; hour < HOURS_A_DAY; hour++) {
    const at = day * HOURS_A_DAY + hour;
    airC[at] = named.airC[hour];
    vapourHpa[at] = hpa;
    cloud[at] = named.cloud[hour];
    windMps[at] = named.windMps[hour];
    rainMmPerH[at] = named.rainMmPerH[hour];
  }
}
