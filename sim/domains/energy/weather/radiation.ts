/**
 * From sunshine or cloud to radiation, and from global to beam and diffuse. "Clearness" is global radiation on flat
 * ground over what would fall on it without air.
 */
import { cos, PI, pow, sin } from '../../../kernel';
import type { Sun } from './sun-position';

/**
 * Ångström 1924 and Prescott 1940: clearness of a day from the share of the possible sunshine. Mean of 80 Chinese
 * stations, 0.18 and 0.56 (Liu et al., Energy Conversion and Management 87, 2014); single stations lie
 * between 0.12 and 0.35, and 0.35 and 0.70 (Huang et al., Journal of Irrigation and Drainage 38, 2019).
 */
export const OVERCAST_CLEARNESS = 0.18;
export const SUNSHINE_CLEARNESS = 0.56;

export function clearnessOfSunshine(share: number): number {
  return OVERCAST_CLEARNESS + SUNSHINE_CLEARNESS * share;
}

/** Share of diffuse in global radiation of an hour: Erbs, Klein & Duffie, Solar Energy 28, 1982. */
export function diffuseShare(clearness: number): number {
  if (clearness <= 0.22) return 1 - 0.09 * clearness;
  if (clearness > 0.8) return 0.165;
  const k = clearness;
  return 0.9511 + k * (-0.1604 + k * (4.388 + k * (-16.638 + k * 12.336)));
}

/**
 * Clearness at an hour against that of its day, by the hour angle (radians from noon): Collares-Pereira & Rabl, Solar
 * Energy 22, 1979. More at noon, less where the way through the air is long.
 */
export function hourOverDay(hourAngle: number, sunsetAngle: number): number {
  const lean = sin(sunsetAngle - PI / 3);
  const shape = 0.409 + 0.5016 * lean + (0.6609 - 0.4767 * lean) * cos(Math.min(Math.abs(hourAngle), sunsetAngle));
  return Math.max(0.05, shape);
}

/** Clearness under a share of cloud: Kasten & Czeplak, Solar Energy 24, 1980 (Hamburg, ten years). */
export function clearnessUnderCloud(cloud: number, sun: Sun): number {
  if (sun.sinElevation <= 0) return 0;
  const clearWPerM2 = Math.max(0, 910 * sun.sinElevation - 30);
  return (clearWPerM2 * (1 - 0.75 * pow(cloud, 3.4))) / (sun.extraterrestrialWPerM2 * sun.sinElevation);
}

/**
 * On a tilted plane: beam by the angle at which it falls, diffuse as if the sky were equally bright, and what the
 * ground throws back (Liu & Jordan, Solar Energy 7, 1963). A lawn or a pavement throws back a fifth.
 */
export function onPlaneWPerM2(
  beamNormalWPerM2: number,
  diffuseWPerM2: number,
  globalWPerM2: number,
  cosIncidence: number,
  cosTilt: number,
  groundReflectance = 0.2,
): number {
  return (
    beamNormalWPerM2 * Math.max(0, cosIncidence) +
    (diffuseWPerM2 * (1 + cosTilt)) / 2 +
    (globalWPerM2 * groundReflectance * (1 - cosTilt)) / 2
  );
}
