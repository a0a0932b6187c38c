/**
 * Where the sun stands: the low-precision series of Meeus, Astronomical Algorithms (1998), chapters 25 and 28, as
 * NOAA's solar calculator uses them. Within 0.01° of NREL's SPA away from the poles between 1950 and 2050 (the test
 * has SPA's published example). Geometric: refraction, half a degree at the horizon and nothing that matters above,
 * is left out.
 */
import { asin, atan2, cos, PI, sin, tan } from '../../../kernel';

const RAD = PI / 180;
const J2000 = 2_451_545;
const DAYS_PER_CENTURY = 36_525;
const MINUTES_PER_DAY = 1_440;

export interface SunPosition {
  readonly zenithDeg: number;
  /** From north over east. */
  readonly azimuthDeg: number;
}

/** Of a Gregorian date, with the day's fraction in UTC (Meeus, chapter 7). */
export function julianDay(year: number, month: number, day: number): number {
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month : month + 12;
  const century = Math.floor(y / 100);
  const leap = 2 - century + Math.floor(century / 4);
  return Math.floor(365.25 * (y + 4716)) + Math.floor(30.6001 * (m + 1)) + day + leap - 1524.5;
}

export function sunPosition(julian: number, latitudeDeg: number, longitudeDeg: number): SunPosition {
  const t = (julian - J2000) / DAYS_PER_CENTURY;
  const meanLongitude = (280.46646 + t * (36_000.76983 + t * 0.0003032)) * RAD;
  const anomaly = (357.52911 + t * (35_999.05029 - t * 0.0001537)) * RAD;
  const eccentricity = 0.016708634 - t * (0.000042037 + t * 0.0000001267);
  const centreDeg =
    sin(anomaly) * (1.914602 - t * (0.004817 + t * 0.000014)) +
    sin(2 * anomaly) * (0.019993 - t * 0.000101) +
    sin(3 * anomaly) * 0.000289;
  const node = (125.04 - 1_934.136 * t) * RAD;
  const apparent = meanLongitude + (centreDeg - 0.00569 - 0.00478 * sin(node)) * RAD;
  const tiltDeg = 23 + (26 + (21.448 - t * (46.815 + t * (0.00059 - t * 0.001813))) / 60) / 60 + 0.00256 * cos(node);
  const tilt = tiltDeg * RAD;
  const declination = asin(sin(tilt) * sin(apparent));

  const half = tan(tilt / 2);
  const y = half * half;
  const equationMinutes =
    (4 / RAD) *
    (y * sin(2 * meanLongitude) -
      2 * eccentricity * sin(anomaly) +
      4 * eccentricity * y * sin(anomaly) * cos(2 * meanLongitude) -
      0.5 * y * y * sin(4 * meanLongitude) -
      1.25 * eccentricity * eccentricity * sin(2 * anomaly));
  const utcMinutes = (julian - 0.5 - Math.floor(julian - 0.5)) * MINUTES_PER_DAY;
  const hourAngle = ((utcMinutes + equationMinutes + 4 * longitudeDeg) / 4 - 180) * RAD;

  const latitude = latitudeDeg * RAD;
  const up = sin(latitude) * sin(declination) + cos(latitude) * cos(declination) * cos(hourAngle);
  const east = -cos(declination) * sin(hourAngle);
  const north = cos(latitude) * sin(declination) - sin(latitude) * cos(declination) * cos(hourAngle);
  const azimuthDeg = atan2(east, north) / RAD;
  return {
    // From both legs, not from the cosine alone, which has no digits left near the zenith.
    zenithDeg: atan2(Math.sqrt(east * east + north * north), up) / RAD,
    azimuthDeg: azimuthDeg < 0 ? azimuthDeg + 360 : azimuthDeg,
  };
}

const SOLAR_CONSTANT_W_PER_M2 = 1_366.1; // ASTM E 490, as pvlib uses it

/** Sunshine outside the air on a plane that faces it, by the day of the year (Spencer 1971). */
export function sunOutsideWPerM2(dayOfYear: number): number {
  const b = (2 * PI * (dayOfYear - 1)) / 365;
  const shape = 1.00011 + 0.034221 * cos(b) + 0.00128 * sin(b) + 0.000719 * cos(2 * b) + 0.000077 * sin(2 * b);
  return SOLAR_CONSTANT_W_PER_M2 * shape;
}
