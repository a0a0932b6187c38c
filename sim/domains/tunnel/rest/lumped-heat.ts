/**
 * How warm a section is while nothing is wrong in it: one air, one wall, the ground behind. Stepped once a minute, exact
 * for any length of step. Cables and hot pipes warm the air, fans carry the warmth out, the wall gives it to the ground.
 */
import { exp, ln, PI } from '../../../kernel';
import { AIR_J_PER_M3_K } from '../air/figures';

/** Of concrete, J/(m³·K), and how deep a day's warmth goes into it. EN ISO 13786, EN 12524. */
const WALL_J_PER_M3_K = 2.3e6;
const WALL_DEPTH_M = 0.15;
/** Convection and radiation together from air to walls inside (EN ISO 6946: 1/0.13 W/m²K). */
export const INSIDE_W_PER_M2_K = 7.7;
/** Moist ground (EN ISO 13370: clay or silt 1.5 W/mK). */
const GROUND_W_PER_M_K = 1.5;

export interface LumpedSection {
  /** J/K of the wall, and W/K from air to wall and from wall to undisturbed ground. */
  readonly wallJPerK: number;
  readonly insideWPerK: number;
  readonly groundWPerK: number;
}

/** Conduction from a buried cylinder of the section's perimeter: 2πkL / acosh(z/r) (Incropera, table 4.1, case 2). */
export function lumpedSection(lengthM: number, perimeterM: number, middleDepthM: number): LumpedSection {
  const radiusM = perimeterM / (2 * PI);
  const ratio = Math.max(1.2, middleDepthM / radiusM);
  const acosh = ln(ratio + Math.sqrt(ratio * ratio - 1));
  return {
    wallJPerK: WALL_J_PER_M3_K * WALL_DEPTH_M * perimeterM * lengthM,
    insideWPerK: INSIDE_W_PER_M2_K * perimeterM * lengthM,
    groundWPerK: (2 * PI * GROUND_W_PER_M_K * lengthM) / acosh,
  };
}

/** Air follows its surroundings at once: the balance of what warms it. */
export function airC(of: LumpedSection, wallC: number, heatW: number, freshM3PerS: number, outdoorC: number): number {
  const carried = AIR_J_PER_M3_K * freshM3PerS;
  return (heatW + carried * outdoorC + of.insideWPerK * wallC) / (carried + of.insideWPerK);
}

/** The wall after a step through which everything else stays as it is: it nears where it would come to rest. */
export function wallAfter(
  of: LumpedSection,
  wallC: number,
  heatW: number,
  freshM3PerS: number,
  outdoorC: number,
  groundC: number,
  stepS: number,
): number {
  const { wallJPerK, insideWPerK, groundWPerK } = of;
  const carried = AIR_J_PER_M3_K * freshM3PerS;
  // Of what warms the air, the wall gets its share; of its own warmth it gives back to the fresh air.
  const share = insideWPerK / (carried + insideWPerK);
  const perK = share * carried + groundWPerK;
  const restC = (share * (heatW + carried * outdoorC) + groundWPerK * groundC) / perK;
  return restC + (wallC - restC) * exp((-perK * stepS) / wallJPerK);
}

/** Where a run begins: everything has been as it is for long. */
export function restingWallC(
  of: LumpedSection,
  heatW: number,
  freshM3PerS: number,
  outdoorC: number,
  groundC: number,
): number {
  const carried = AIR_J_PER_M3_K * freshM3PerS;
  const share = of.insideWPerK / (carried + of.insideWPerK);
  const perK = share * carried + of.groundWPerK;
  return (share * (heatW + carried * outdoorC) + of.groundWPerK * groundC) / perK;
}
