import { type FlowUnit, METRES_OF, type Options, type PressureUnit } from './inp-file';

const FOOT_M = 0.3048;
const GALLON_M3 = 0.003785411784;
const IMPERIAL_GALLON_M3 = 0.00454609;
const ACRE_FOOT_M3 = 43_560 * FOOT_M * FOOT_M * FOOT_M;
const DAY_S = 86_400;

/** One unit of flow in m³/s. */
export const M3_PER_S: Readonly<Record<FlowUnit, number>> = {
  CFS: FOOT_M * FOOT_M * FOOT_M,
  GPM: GALLON_M3 / 60,
  MGD: (1e6 * GALLON_M3) / DAY_S,
  IMGD: (1e6 * IMPERIAL_GALLON_M3) / DAY_S,
  AFD: ACRE_FOOT_M3 / DAY_S,
  LPS: 0.001,
  LPM: 0.001 / 60,
  MLD: 1_000 / DAY_S,
  CMH: 1 / 3_600,
  CMD: 1 / DAY_S,
  CMS: 1,
};

/** Whether lengths are feet and diameters inches: the flow unit decides it for the whole file. */
export function isUsual({ units }: Options): boolean {
  return units === 'CFS' || units === 'GPM' || units === 'MGD' || units === 'IMGD' || units === 'AFD';
}

export function lengthM(options: Options): number {
  return isUsual(options) ? FOOT_M : 1;
}

export function diameterM(options: Options): number {
  return isUsual(options) ? FOOT_M / 12 : 0.001;
}

export function pressureUnit(options: Options): PressureUnit {
  return options.pressure ?? (isUsual(options) ? 'PSI' : 'METERS');
}

export function pressureM(options: Options): number {
  return METRES_OF[pressureUnit(options)];
}
