import { cos, PI, sin } from '../../../kernel';
import { type SunPosition, sunOutsideWPerM2 } from './sun';

const RAD = PI / 180;

/** What comes down: on the level ground, of that from the sky without the sun, and from the sun on a plane that faces it. */
export interface Irradiance {
  readonly globalWPerM2: number;
  readonly diffuseWPerM2: number;
  readonly directWPerM2: number;
}

// Below 3° the sun's share is lost in the division by its height; pvlib's bounds.
const HIGHEST_ZENITH_DEG = 87;
const LEAST_HEIGHT = 0.065;

/**
 * Splits what falls on the level ground into sky and sun by how clear it is: Erbs, Klein and Duffie, Solar Energy 28
 * (1982) 293–302, equation 1.
 */
export function splitGlobal(globalWPerM2: number, sun: SunPosition, dayOfYear: number): Irradiance {
  const height = cos(sun.zenithDeg * RAD);
  const outside = sunOutsideWPerM2(dayOfYear) * Math.max(height, LEAST_HEIGHT);
  const clear = Math.min(1, Math.max(0, globalWPerM2 / outside));
  const diffuseWPerM2 = globalWPerM2 * diffuseShare(clear);
  const isUp = sun.zenithDeg <= HIGHEST_ZENITH_DEG && globalWPerM2 > 0;
  if (!isUp) return { globalWPerM2, diffuseWPerM2: globalWPerM2, directWPerM2: 0 };
  return { globalWPerM2, diffuseWPerM2, directWPerM2: (globalWPerM2 - diffuseWPerM2) / height };
}

function diffuseShare(clear: number): number {
  if (clear <= 0.22) return 1 - 0.09 * clear;
  if (clear > 0.8) return 0.165;
  return 0.9511 + clear * (-0.1604 + clear * (4.388 + clear * (-16.638 + clear * 12.336)));
}

export interface Plane {
  readonly tiltDeg: number;
  /** Where it looks, from north over east. */
  readonly azimuthDeg: number;
}

const GROUND_REFLECTS = 0.2; // grass and concrete; the usual default, Duffie and Beckman

/**
 * What falls on a tilted plane: the sun's own, the sky by Hay and Davies (1980: the part around the sun as the sun, the
 * rest alike from everywhere), and what the ground throws back.
 */
export function onPlaneWPerM2(light: Irradiance, sun: SunPosition, plane: Plane, dayOfYear: number): number {
  const tilt = plane.tiltDeg * RAD;
  const zenith = sun.zenithDeg * RAD;
  const facing = cos(zenith) * cos(tilt) + sin(zenith) * sin(tilt) * cos((sun.azimuthDeg - plane.azimuthDeg) * RAD);
  const towards = Math.max(0, facing);
  const aroundSun = Math.min(1, light.directWPerM2 / sunOutsideWPerM2(dayOfYear));
  const ratio = towards / Math.max(cos(zenith), 0.01745); // pvlib's bound: the sun 1° above the horizon
  const sky = light.diffuseWPerM2 * (aroundSun * ratio + (1 - aroundSun) * 0.5 * (1 + cos(tilt)));
  const ground = light.globalWPerM2 * GROUND_REFLECTS * 0.5 * (1 - cos(tilt));
  return light.directWPerM2 * towards + sky + ground;
}
