/**
 * Heat from cables to a tunnel's air and wall, from its air to its wall and on into the ground: Electra 143 and 144
 * (CIGRE 1992), IEC 60287-2-3. Where the fans stand still, natural convection takes over: McAdams' laws for a cylinder
 * and a wall, since Electra's go to nothing with the speed.
 */
import { cbrt, ln, PI, pow } from '../../kernel';
import { KELVIN } from './materials';

export interface TunnelBore {
  /** Of a round one; of another, four times its area over its outline. */
  readonly diameterM: number;
  readonly areaM2: number;
  /** From the ground's surface to its axis. */
  readonly depthM: number;
  readonly soilKmPerW: number;
  readonly soilC: number;
  readonly soilJPerM3K: number;
}

export const AIR_J_PER_M3_K = 1_180; // Electra 144
const AIR_W_PER_M_K = 0.0262;
const AIR_M2_PER_S = 1.57e-5;
const PRANDTL = (AIR_J_PER_M3_K * AIR_M2_PER_S) / AIR_W_PER_M_K;
const ACROSS = 0.115; // Weedy and El Zayyat: cables apart, air along them
const SEES_WALL = 0.9; // share of a cable's surface
const EMISSIVITY = 0.9;
const STEFAN_BOLTZMANN = 5.67e-8; // as Electra 144 has it
const CYLINDER_W = 1.32; // McAdams: W/m²K, (K/m)^¼
const WALL_W = 1.31; // McAdams: W/m²K, K^⅓

/** From a cable's surface to the wall by radiation, W/mK. */
export function radiationWPerMK(overallM: number, surfaceC: number, wallC: number): number {
  const a = surfaceC + KELVIN;
  const b = wallC + KELVIN;
  return PI * overallM * SEES_WALL * EMISSIVITY * STEFAN_BOLTZMANN * (a * a + b * b) * (a + b);
}

/** From a cable's surface to the air, W/mK. */
export function convectionWPerMK(overallM: number, airMps: number, surfaceC: number, airC: number): number {
  const forced = PI * AIR_W_PER_M_K * ACROSS * pow((Math.abs(airMps) * overallM) / AIR_M2_PER_S, 0.65);
  const rise = Math.abs(surfaceC - airC) / overallM;
  const natural = PI * overallM * CYLINDER_W * Math.sqrt(Math.sqrt(rise));
  return forced > natural ? forced : natural;
}

/** From air to wall, W/mK: Dittus and Boelter. */
export function wallWPerMK(bore: TunnelBore, airMps: number, airC: number, wallC: number): number {
  const reynolds = (Math.abs(airMps) * bore.diameterM) / AIR_M2_PER_S;
  const forced = PI * AIR_W_PER_M_K * 0.023 * pow(reynolds, 0.8) * pow(PRANDTL, 0.4);
  const natural = PI * bore.diameterM * WALL_W * cbrt(Math.abs(airC - wallC));
  return forced > natural ? forced : natural;
}

/** From the wall to the ground far away, K·m/W. */
export function groundAroundKmPerW(bore: TunnelBore): number {
  const ratio = (2 * bore.depthM) / bore.diameterM;
  return (bore.soilKmPerW / (2 * PI)) * ln(ratio + Math.sqrt(ratio * ratio - 1));
}
