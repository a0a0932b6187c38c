/**
 * What a cross-section holds and carries by its depth. Pipes are round; streets are wide, their banks left out. Friction
 * is Manning's. A round pipe carries most at 0.938 of its depth and 7 % less when full; the hump is cut off, so that flow
 * never falls with depth: near the top a real pipe flips between the two states anyway (Chow 1959, 6-6).
 */
import { acos, PI, pow, sin } from '../../kernel';

const STEPS = 256;

/** Of a circle of diameter 1, by depth: area, surface width, and A·R^⅔. */
const area = new Float64Array(STEPS + 1);
const conveyance = new Float64Array(STEPS + 1);
for (let k = 1; k <= STEPS; k++) {
  const angle = 2 * acos(1 - (2 * k) / STEPS);
  area[k] = (angle - sin(angle)) / 8;
  const radius = (2 * area[k]) / angle;
  conveyance[k] = area[k] * pow(radius, 2 / 3);
}
for (let k = 0; k <= STEPS; k++) conveyance[k] = Math.min(conveyance[k], conveyance[STEPS]);

function looked(table: Float64Array, share: number): number {
  if (share >= 1) return table[STEPS];
  const at = share * STEPS;
  const k = Math.floor(at);
  return table[k] + (at - k) * (table[k + 1] - table[k]);
}

export const FULL_AREA = PI / 4;

/** m² for a depth in a round pipe; above its crown no more. */
export function circleArea(diameterM: number, depthM: number): number {
  return depthM <= 0 ? 0 : diameterM * diameterM * looked(area, depthM / diameterM);
}

/** A·R^⅔, by D^(8/3). */
export function circleConveyance(depthShare: number): number {
  return depthShare <= 0 ? 0 : looked(conveyance, depthShare);
}

/** Manning's n of a wall by its sand roughness (Strickler 1923: k^(1/6) / 26, k in metres). */
export function manningOf(roughnessM: number): number {
  return pow(roughnessM, 1 / 6) / 26;
}
