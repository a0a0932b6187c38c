/**
 * Where the sun stands, and how strong it is above the air: the Astronomical Almanac's low-precision equations as
 * Michalsky gives them (Solar Energy 40, 1988), within 0.01° from 1950 to 2050. Refraction is left out where radiation
 * is reckoned and added where an eye looks (`apparentElevationDeg`).
 */
import { asin, atan2, cos, PI, sin, tan } from '../../../kernel';

const RAD = PI / 180;

/** Total irradiance at the mean distance, World Meteorological Organization and ASTM E490: 1,361 W/m² since Kopp & Lean 2011. */
export const SOLAR_CONSTANT_W_PER_M2 = 1_361;

export interface Sun {
  /** Sine of the true height above the horizon; below zero at night. */
  sinElevation: number;
  elevationDeg: number;
  /** Clockwise from north. */
  azimuthDeg: number;
  declinationDeg: number;
  /** Radians since the sun stood in the meridian, −π to π. */
  hourAngle: number;
  /** On a plane that faces the sun, above the air. */
  extraterrestrialWPerM2: number;
}

export function emptySun(): Sun {
  return {
    sinElevation: 0,
    elevationDeg: 0,
    azimuthDeg: 0,
    declinationDeg: 0,
    hourAngle: 0,
    extraterrestrialWPerM2: 0,
  };
}

/** @param daysJ2000 days in universal time since noon of 1 January 2000 */
export function placeSun(daysJ2000: number, latitudeDeg: number, longitudeDeg: number, into: Sun): Sun {
  const anomaly = RAD * (357.528 + 0.9856003 * daysJ2000);
  const longitude = RAD * (280.46 + 0.9856474 * daysJ2000 + 1.915 * sin(anomaly) + 0.02 * sin(2 * anomaly));
  const obliquity = RAD * (23.439 - 0.0000004 * daysJ2000);
  const rightAscension = atan2(cos(obliquity) * sin(longitude), cos(longitude));
  const sinDeclination = sin(obliquity) * sin(longitude);
  const cosDeclination = Math.sqrt(1 - sinDeclination * sinDeclination);

  const midnights = daysJ2000 + 0.5;
  const utcHours = 24 * (midnights - Math.floor(midnights));
  const siderealHours = 6.697375 + 0.0657098242 * daysJ2000 + utcHours;
  const hourAngle = RAD * (15 * siderealHours + longitudeDeg) - rightAscension;
  const sinLatitude = sin(RAD * latitudeDeg);
  const cosLatitude = cos(RAD * latitudeDeg);
  const cosHour = cos(hourAngle);
  const sine = sinLatitude * sinDeclination + cosLatitude * cosDeclination * cosHour;
  const distance = 1.00014 - 0.01671 * cos(anomaly) - 0.00014 * cos(2 * anomaly); // astronomical units
  const azimuthDeg =
    atan2(-cosDeclination * sin(hourAngle), sinDeclination * cosLatitude - cosDeclination * sinLatitude * cosHour) /
    RAD;

  into.sinElevation = Math.max(-1, Math.min(1, sine));
  into.elevationDeg = asin(into.sinElevation) / RAD;
  into.azimuthDeg = azimuthDeg < 0 ? azimuthDeg + 360 : azimuthDeg;
  into.declinationDeg = asin(sinDeclination) / RAD;
  into.hourAngle = hourAngle - 2 * PI * Math.round(hourAngle / (2 * PI));
  into.extraterrestrialWPerM2 = SOLAR_CONSTANT_W_PER_M2 / (distance * distance);
  return into;
}

/**
 * As seen through air that bends the light, and from the ground instead of the earth's middle: Reda & Andreas, NREL's
 * Solar Position Algorithm (2008), equations 42 and the sun's parallax of 8.794″.
 */
export function apparentElevationDeg(elevationDeg: number, pressureHpa = 1_010, airC = 10): number {
  const seen = elevationDeg - (8.794 / 3_600) * cos(RAD * elevationDeg);
  if (seen < -0.8) return seen; // wholly below the horizon: nothing is bent into view
  const bent = 1.02 / (60 * tan(RAD * (seen + 10.3 / (seen + 5.11))));
  return seen + (pressureHpa / 1_010) * (283 / (273 + airC)) * bent;
}

/** Cosine of the angle between the sun and a plane's normal; below zero behind it. A plane that looks south has azimuth 180°. */
export function cosIncidence(sun: Sun, tiltDeg: number, planeAzimuthDeg: number): number {
  const cosElevation = Math.sqrt(Math.max(0, 1 - sun.sinElevation * sun.sinElevation));
  const turned = RAD * (sun.azimuthDeg - planeAzimuthDeg);
  return sun.sinElevation * cos(RAD * tiltDeg) + cosElevation * sin(RAD * tiltDeg) * cos(turned);
}

/** Between sunrise and sunset by geometry alone; 0 in the polar night and 24 under the midnight sun. */
export function dayLengthHours(latitudeDeg: number, declinationDeg: number): number {
  return (24 / PI) * sunsetHourAngle(latitudeDeg, declinationDeg);
}

/** Radians from noon to sunset. */
export function sunsetHourAngle(latitudeDeg: number, declinationDeg: number): number {
  const cosine = -tan(RAD * latitudeDeg) * tan(RAD * declinationDeg);
  if (cosine >= 1) return 0;
  if (cosine <= -1) return PI;
  return atan2(Math.sqrt(1 - cosine * cosine), cosine);
}
