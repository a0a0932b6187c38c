/** What weather leaves on the ground, on roads and on panels. */
import { exp, PI, pow, sin } from '../../kernel';

const HOUR_S = 3_600;
const HOURS_A_DAY = 24;

/**
 * Snow melts by its degrees and days above 0 °C: 4 mm a day and degree, in the middle of what is measured on open
 * ground (2.5 to 5.5; Hock, Journal of Hydrology 282, 2003). Left out: sublimation, wind, and rain's own warmth.
 */
export const MELT_MM_PER_K_DAY = 4;

export function meltMm(lyingMm: number, airC: number, stepS: number): number {
  return Math.min(lyingMm, (MELT_MM_PER_K_DAY * Math.max(0, airC) * stepS) / HOUR_S / HOURS_A_DAY);
}

/** Roads are cleared: half of what lies there is gone in three hours. Ours: main roads by the day's end. */
const CLEARED_HALF_S = 3 * HOUR_S;

export function clearedShare(stepS: number): number {
  return 1 - pow(0.5, stepS / CLEARED_HALF_S);
}

/** More than that runs off (the wetting loss that storm water models give to asphalt: 0.2 to 0.6 mm). */
export const MOST_FILM_MM = 0.5;

/**
 * Evaporation of open water: Penman, Proc. R. Soc. A 193, 1948, in mm an hour, with Murray's slope, the wind function
 * 0.26 (1 + 0.54 u) mm a day and hPa, and three quarters of the sun as net radiation (wet asphalt and clear nights left
 * aside).
 */
export function dryingMmPerH(airC: number, humidity: number, windMps: number, sunWPerM2: number): number {
  const saturated = 6.112 * exp((17.62 * airC) / (243.12 + airC));
  const slope = (saturated * 17.62 * 243.12) / ((243.12 + airC) * (243.12 + airC));
  const psychrometricHpaPerK = 0.66;
  const sunMmPerH = (0.75 * sunWPerM2 * HOUR_S) / 2_454_000;
  const airMmPerH = (0.26 * (1 + 0.54 * windMps) * saturated * (1 - humidity)) / HOURS_A_DAY;
  return (slope * sunMmPerH + psychrometricHpaPerK * airMmPerH) / (slope + psychrometricHpaPerK);
}

/**
 * Snow on panels: Marion, Schaefer, Caine & Sanchez, Solar Energy 97, 2013. A fall of a centimetre an hour (fresh snow
 * of a tenth of water's density: 1 mm of water) covers them whole; where the air is warmer than the light on them over
 * −80 W/m² a degree it slides, 0.197 of their height times the sine of their tilt an hour.
 */
const COVERS_FROM_MM_PER_H = 1;
const SLIDES_FROM_W_PER_M2_K = -80;
const SLIDE_PER_HOUR = 0.197;

export function panelCover(
  cover: number,
  snowMmPerH: number,
  airC: number,
  sunWPerM2: number,
  tiltDeg: number,
  stepS: number,
): number {
  if (snowMmPerH >= COVERS_FROM_MM_PER_H) return 1;
  if (airC <= sunWPerM2 / SLIDES_FROM_W_PER_M2_K) return cover;
  return Math.max(0, cover - (SLIDE_PER_HOUR * sin((PI * tiltDeg) / 180) * stepS) / HOUR_S);
}
