import { pow } from '../../../kernel';

/**
 * Power of a wind turbine: nothing below 3 m/s, the cube of the wind to 12, its rating to 25, nothing beyond (the
 * idealised curve of the candidate park's models, 5.1). The wind at the hub follows the power law with the exponent
 * 0.14 of smooth ground (IEC 61400-3 has it offshore; 61400-1 takes 0.2 over land).
 */
const CUT_IN_MPS = 3;
const RATED_MPS = 12;
const CUT_OUT_MPS = 25;
const SHEAR = 0.14;
const MEASURED_AT_M = 10;
export const HUB_M = 80;

export function hubWindMps(windMps: number, hubM = HUB_M): number {
  return windMps * pow(hubM / MEASURED_AT_M, SHEAR);
}

/** Share of the rating at a wind measured 10 m above the ground. */
export function windShare(windMps: number, hubM = HUB_M): number {
  const at = hubWindMps(windMps, hubM);
  if (!(at >= CUT_IN_MPS) || at > CUT_OUT_MPS) return 0;
  if (at >= RATED_MPS) return 1;
  const cube = (v: number) => v * v * v;
  return (cube(at) - cube(CUT_IN_MPS)) / (cube(RATED_MPS) - cube(CUT_IN_MPS));
}
