/**
 * A year of days, drawn once from the climate: wet and dry days as a first-order Markov chain, and given those, the
 * residuals of maximum, minimum and sunshine as a first-order autoregression of three (Richardson, Water Resources
 * Research 17, 1981; matrices as in WGEN, Richardson & Wright, USDA ARS-8, 1984). The year is a ring: 31 December is
 * followed by the same 1 January. Whatever is drawn, each month's mean temperature, width of a day, sunshine, rain,
 * wind and humidity are the climate's: luck is in the days, not in the months.
 *
 * Left out: the years' own difference from the climate, and that dry spells last longer than one day's memory.
 */
import { cos, createLuck, PI, pow, streamOf } from '../../../kernel';
import { DAYS_A_YEAR, dayIndexOf, MONTH_BEGINS, monthOfDay } from './calendar';
import { type Climate, wetShareOf } from './climate';
import { dailyFromMonthly, monthlyMeans } from './month-curve';
import { normalShareBelow, weibullQuantile } from './variates';

export interface Days {
  readonly meanC: Float64Array;
  readonly rangeK: Float64Array;
  /** Share of the possible sunshine. */
  readonly sunshine: Float64Array;
  readonly rainMm: Float64Array;
  readonly windMps: Float64Array;
  readonly humidity: Float64Array;
}

/** WGEN's residuals of a day from the day before, and from the day's own luck: maximum, minimum, radiation. */
const FROM_YESTERDAY = [0.567, 0.086, -0.002, 0.253, 0.504, -0.05, -0.006, -0.039, 0.244] as const;
const FROM_LUCK = [0.781, 0, 0, 0.328, 0.637, 0, 0.238, -0.341, 0.873] as const;

/**
 * Standard deviation of a day's extremes about the season, least in late July and most in late January. Chosen so that
 * the year is as extreme as GB 50736-2012 has Qingdao: the mean of the day below −5.0 °C, and above 27.3 °C, on five
 * days a year each, and 29.4 °C passed in fifty hours.
 */
const WINTER_DEVIATION_K = 4.3;
const SUMMER_DEVIATION_K = 1.7;
const COLDEST_DAY = 25;

/** Geng, Penning de Vries & Supit, Agricultural and Forest Meteorology 36, 1986: a wet day follows a dry one with 0.75 of its share. */
const WET_AFTER_DRY = 0.75;
const WET_STAYS = 0.25;

/** On a wet day sunshine comes from further down its distribution, and the day is narrower: our estimate. */
const WET_LESS_SUN = 1.1;
const WET_NARROWER = 0.75;
const NARROWEST_DAY_K = 1;

/** Means of a day are spread less than those of an hour, whose Weibull shape is about 2 (Justus et al., J. Appl. Meteorol. 17, 1978). */
const DAILY_WIND_SHAPE = 2.8;
const WIND_MEMORY = 0.45;

/** A sunless day is moister than a sunny one by so much: our estimate. */
const HUMIDITY_OF_SUN = 0.18;
const MOST_HUMID = 0.98;

/** Rounds after which a ring that began anywhere has forgotten where. */
const RING_ROUNDS = 2;

export function drawDays(climate: Climate, seed: number, possibleSunHours: ArrayLike<number>): Days {
  const luck = createLuck(seed);
  const wet = drawWet(climate, (day) => luck.uniform(streamOf('weather.wet'), day, 0));
  const residual = drawResiduals((day, which) => luck.normal(streamOf('weather.residual'), day, which));
  const sunshine = drawSunshine(climate, residual[2], wet, possibleSunHours);
  return {
    meanC: meansOf(climate, residual),
    rangeK: rangesOf(climate, residual, wet),
    sunshine,
    rainMm: drawRain(climate, wet, (day) => luck.uniform(streamOf('weather.rain'), day, 0)),
    windMps: drawWind(climate, (day) => luck.normal(streamOf('weather.wind'), day, 0)),
    humidity: humidityOf(climate, sunshine),
  };
}

function drawWet(climate: Climate, uniform: (day: number) => number): Uint8Array {
  const wet = new Uint8Array(DAYS_A_YEAR);
  let isWet = 0;
  for (let n = 0; n < RING_ROUNDS * DAYS_A_YEAR; n++) {
    const day = dayIndexOf(n);
    const month = monthOfDay(day);
    const share = wetShareOf(climate.rainMm[month], MONTH_BEGINS[month + 1] - MONTH_BEGINS[month]);
    isWet = uniform(day) < WET_AFTER_DRY * share + (isWet ? WET_STAYS : 0) ? 1 : 0;
    wet[day] = isWet;
  }
  for (let m = 0; m < 12; m++) if (climate.rainMm[m] > 0) makeOneWet(wet, m);
  return wet;
}

/** A month that has rain has a day on which it falls. */
function makeOneWet(wet: Uint8Array, month: number): void {
  for (let day = MONTH_BEGINS[month]; day < MONTH_BEGINS[month + 1]; day++) if (wet[day]) return;
  wet[MONTH_BEGINS[month] + 14] = 1;
}

function drawResiduals(normal: (day: number, which: number) => number): readonly Float64Array[] {
  const rows = [new Float64Array(DAYS_A_YEAR), new Float64Array(DAYS_A_YEAR), new Float64Array(DAYS_A_YEAR)];
  const before = new Float64Array(3);
  const luck = new Float64Array(3);
  for (let n = 0; n < RING_ROUNDS * DAYS_A_YEAR; n++) {
    const day = dayIndexOf(n);
    for (let k = 0; k < 3; k++) luck[k] = normal(day, k);
    for (let i = 0; i < 3; i++) {
      let value = 0;
      for (let k = 0; k < 3; k++) value += FROM_YESTERDAY[3 * i + k] * before[k] + FROM_LUCK[3 * i + k] * luck[k];
      rows[i][day] = value;
    }
    for (let i = 0; i < 3; i++) before[i] = rows[i][day];
  }
  return rows;
}

function deviationK(day: number): number {
  const season = cos((2 * PI * (day - COLDEST_DAY)) / DAYS_A_YEAR);
  return (WINTER_DEVIATION_K + SUMMER_DEVIATION_K) / 2 + ((WINTER_DEVIATION_K - SUMMER_DEVIATION_K) / 2) * season;
}

/** The season's own temperature plus the days' residuals, these without their mean over each month. */
function meansOf(climate: Climate, residual: readonly Float64Array[]): Float64Array {
  const season = dailyFromMonthly(climate.meanC);
  const days = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    days[day] = (deviationK(day) * (residual[0][day] + residual[1][day])) / 2;
  }
  const drift = dailyFromMonthly(monthlyMeans(days));
  for (let day = 0; day < DAYS_A_YEAR; day++) days[day] += season[day] - drift[day];
  return days;
}

function rangesOf(climate: Climate, residual: readonly Float64Array[], wet: Uint8Array): Float64Array {
  const season = dailyFromMonthly(climate.rangeK);
  const days = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    const drawn = season[day] + deviationK(day) * (residual[0][day] - residual[1][day]);
    days[day] = Math.max(NARROWEST_DAY_K, drawn) * (wet[day] ? WET_NARROWER : 1);
  }
  return scaleMonths(days, climate.rangeK);
}

/**
 * Sunshine is spread as a power of an even draw, and the power of each month is found so that its hours come out: many
 * days with nearly none and nearly all, as measured, where a normal distribution would have to be cut at both ends.
 */
function drawSunshine(
  climate: Climate,
  residual: Float64Array,
  wet: Uint8Array,
  possibleHours: ArrayLike<number>,
): Float64Array {
  const days = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    days[day] = normalShareBelow(residual[day] - (wet[day] ? WET_LESS_SUN : 0));
  }
  for (let m = 0; m < 12; m++) {
    const power = powerFor(days, possibleHours, m, climate.sunHours[m]);
    for (let day = MONTH_BEGINS[m]; day < MONTH_BEGINS[m + 1]; day++) days[day] = pow(days[day], power);
  }
  return days;
}

function powerFor(draws: Float64Array, possibleHours: ArrayLike<number>, month: number, sunHours: number): number {
  let least = 0.01;
  let most = 100;
  for (let round = 0; round < 40; round++) {
    const power = Math.sqrt(least * most);
    let hours = 0;
    for (let day = MONTH_BEGINS[month]; day < MONTH_BEGINS[month + 1]; day++) {
      hours += pow(draws[day], power) * possibleHours[day];
    }
    if (hours > sunHours) least = power;
    else most = power;
  }
  return Math.sqrt(least * most);
}

/** Amounts of wet days are exponential (Richardson 1981), and together the month's. */
function drawRain(climate: Climate, wet: Uint8Array, uniform: (day: number) => number): Float64Array {
  const days = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) if (wet[day]) days[day] = weibullQuantile(uniform(day), 1) + 0.01;
  for (let m = 0; m < 12; m++) {
    const length = MONTH_BEGINS[m + 1] - MONTH_BEGINS[m];
    scaleMonth(days, m, climate.rainMm[m] / length);
  }
  return days;
}

function drawWind(climate: Climate, normal: (day: number) => number): Float64Array {
  const days = new Float64Array(DAYS_A_YEAR);
  const fresh = Math.sqrt(1 - WIND_MEMORY * WIND_MEMORY);
  let z = 0;
  for (let n = 0; n < RING_ROUNDS * DAYS_A_YEAR; n++) {
    const day = dayIndexOf(n);
    z = WIND_MEMORY * z + fresh * normal(day);
    days[day] = weibullQuantile(Math.min(0.9999, normalShareBelow(z)), DAILY_WIND_SHAPE);
  }
  return scaleMonths(days, climate.windMps);
}

function humidityOf(climate: Climate, sunshine: Float64Array): Float64Array {
  const season = dailyFromMonthly(climate.humidity);
  const usual = monthlyMeans(sunshine);
  const days = new Float64Array(DAYS_A_YEAR);
  for (let day = 0; day < DAYS_A_YEAR; day++) {
    const sunnier = sunshine[day] - usual[monthOfDay(day)];
    days[day] = Math.max(0.1, Math.min(MOST_HUMID, season[day] - HUMIDITY_OF_SUN * sunnier));
  }
  return days;
}

function scaleMonths(days: Float64Array, means: readonly number[]): Float64Array {
  for (let m = 0; m < 12; m++) scaleMonth(days, m, means[m]);
  return days;
}

function scaleMonth(days: Float64Array, month: number, mean: number): void {
  let sum = 0;
  for (let day = MONTH_BEGINS[month]; day < MONTH_BEGINS[month + 1]; day++) sum += days[day];
  const factor = sum > 0 ? (mean * (MONTH_BEGINS[month + 1] - MONTH_BEGINS[month])) / sum : 0;
  for (let day = MONTH_BEGINS[month]; day < MONTH_BEGINS[month + 1]; day++) days[day] *= factor;
}
