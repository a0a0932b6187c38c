import { PI } from './math';

/** The units that ports, KPIs and the wire may name. '1' is a ratio without a unit, 'count' a number of things. */
export type Unit =
  | 's'
  | 'min'
  | 'h'
  | 'years'
  | 'mm'
  | 'm'
  | 'km'
  | 'mm/h'
  | 'm/s'
  | 'km/h'
  | 'veh'
  | 'veh·km'
  | 'veh·h'
  | 'trips'
  | 'fraction'
  | '%'
  | 'kW'
  | 'kWh'
  | 'A'
  | 'V'
  | 'kV'
  | '°C'
  | 'K'
  | 'Pa'
  | 'kPa'
  | 'kg'
  | 'kg/s'
  | 'kg/h'
  | 'm³'
  | 'm³/h'
  | 'm³/s'
  | 'm³·h'
  | 't'
  | 'mu'
  | 'kgce'
  | 'tce/10k ¥'
  | 'persons'
  | '¥'
  | 'count'
  | '1';

const SECONDS_PER_MINUTE = 60;
const SECONDS_PER_HOUR = 3_600;
const JOULES_PER_KWH = 3_600_000; // by definition of the watt-hour
const ZERO_CELSIUS_K = 273.15; // by definition of the Celsius scale, BIPM SI brochure

export const kmhToMps = (speedKmh: number): number => speedKmh / 3.6;
export const mpsToKmh = (speedMps: number): number => speedMps * 3.6;

export const degToRad = (angleDeg: number): number => (angleDeg * PI) / 180;
export const radToDeg = (angleRad: number): number => (angleRad * 180) / PI;

export const minutesFromSeconds = (durationS: number): number => durationS / SECONDS_PER_MINUTE;
export const secondsFromMinutes = (durationMin: number): number => durationMin * SECONDS_PER_MINUTE;
export const hoursFromSeconds = (durationS: number): number => durationS / SECONDS_PER_HOUR;
export const secondsFromHours = (durationH: number): number => durationH * SECONDS_PER_HOUR;

export const kmFromMetres = (lengthM: number): number => lengthM / 1_000;
export const metresFromKm = (lengthKm: number): number => lengthKm * 1_000;

export const kwhFromJoules = (energyJ: number): number => energyJ / JOULES_PER_KWH;
export const joulesFromKwh = (energyKwh: number): number => energyKwh * JOULES_PER_KWH;
export const kwFromWatts = (powerW: number): number => powerW / 1_000;
export const wattsFromKw = (powerKw: number): number => powerKw * 1_000;

export const celsiusFromKelvin = (temperatureK: number): number => temperatureK - ZERO_CELSIUS_K;
export const kelvinFromCelsius = (temperatureC: number): number => temperatureC + ZERO_CELSIUS_K;

export const kpaFromPascals = (pressurePa: number): number => pressurePa / 1_000;
export const pascalsFromKpa = (pressureKpa: number): number => pressureKpa * 1_000;

export const m3phFromM3ps = (flowM3ps: number): number => flowM3ps * SECONDS_PER_HOUR;
export const m3psFromM3ph = (flowM3ph: number): number => flowM3ph / SECONDS_PER_HOUR;
export const tonnesFromKg = (massKg: number): number => massKg / 1_000;
