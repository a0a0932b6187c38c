/** Air that holds smoke back, and how far smoke runs against less of it. */
import { cbrt, ln } from '../../../kernel';
import { CRITICAL, GRAVITY_MPS2 } from './figures';

const AIR_KG_PER_M3 = 1.2;
const AIR_KJ_PER_KG_K = 1.01;
const AIR_K = 293;

/** Q* of a fire beneath a ceiling so high: Q / (ρ c T √g H^2.5). */
export function heatNumber(heatW: number, heightM: number): number {
  const height = heightM * heightM * Math.sqrt(heightM);
  return heatW / 1e3 / (AIR_KG_PER_M3 * AIR_KJ_PER_KG_K * AIR_K * Math.sqrt(GRAVITY_MPS2) * height);
}

export function criticalVelocityMps(heatW: number, heightM: number): number {
  const number = heatNumber(heatW, heightM);
  const share = number <= CRITICAL.turnsAt ? CRITICAL.slope * cbrt(number) : CRITICAL.most;
  return share * Math.sqrt(GRAVITY_MPS2 * heightM);
}

/** Steady length of smoke upstream; 0 where the air holds it. Infinite in still air. */
export function backLayeringM(heatW: number, heightM: number, airMps: number): number {
  const critical = criticalVelocityMps(heatW, heightM);
  if (Math.abs(airMps) >= critical) return 0;
  return airMps === 0 ? Infinity : CRITICAL.backLayering * heightM * ln(critical / Math.abs(airMps));
}
