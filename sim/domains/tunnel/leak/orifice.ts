/**
 * Gas through a hole, isentropic to the throat (TNO Yellow Book CPR 14E, ch. 2; Crane TP-410): choked while the outside is
 * below the critical share of the inside, subsonic above. Methane as an ideal gas; the hole's edge is in Cd, 0.6 (sharp)
 * to 0.85 (rounded).
 */
import { PI, pow } from '../../../kernel';

const GAS_CONSTANT_J_PER_MOL_K = 8.314462618;
export const METHANE_KG_PER_MOL = 0.01604246;
export const METHANE_GAMMA = 1.31;
export const ATMOSPHERE_PA = 101_325;
const G = METHANE_GAMMA;

/** Outside over inside at which the throat becomes sonic: 0.5439. */
export const CRITICAL_RATIO = pow(2 / (G + 1), G / (G - 1));
const CHOKED_FACTOR = pow(2 / (G + 1), (G + 1) / (2 * (G - 1)));

/** √(γM/RT), s/m: over the speed of sound. */
function slowness(gasK: number): number {
  return Math.sqrt((G * METHANE_KG_PER_MOL) / (GAS_CONSTANT_J_PER_MOL_K * gasK));
}

/** What the choked flow is of p₀, kg/s per Pa. */
export function chokedKgPerSPa(areaM2: number, discharge: number, gasK: number): number {
  return discharge * areaM2 * slowness(gasK) * CHOKED_FACTOR;
}

/** kg/s through a hole of this area from this pressure (absolute) to that; nothing the other way. */
export function orificeKgPerS(
  areaM2: number,
  discharge: number,
  insidePa: number,
  outsidePa: number,
  gasK: number,
): number {
  if (!(insidePa > outsidePa) || !(areaM2 > 0)) return 0;
  const ratio = outsidePa / insidePa;
  if (ratio <= CRITICAL_RATIO) return chokedKgPerSPa(areaM2, discharge, gasK) * insidePa;
  const throat = pow(ratio, 2 / G) - pow(ratio, (G + 1) / G);
  return discharge * areaM2 * insidePa * slowness(gasK) * Math.sqrt((2 / (G - 1)) * throat);
}

/** Ideal methane, kg/m³. */
export function methaneKgPerM3(pressurePa: number, gasK: number): number {
  return (pressurePa * METHANE_KG_PER_MOL) / (GAS_CONSTANT_J_PER_MOL_K * gasK);
}

export function holeAreaM2(diameterM: number): number {
  return (PI * diameterM * diameterM) / 4;
}
