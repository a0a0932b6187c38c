/** What ways take that the model does not drive: those to come, as drivers reckon them, and those beyond the gates. */
import { outsideSeconds, wayM } from '../demand/people/impedance';
import type { Plan } from '../demand/people/plan';
import { DRIVE } from '../demand/people/survey';
import { lineM, outsideM } from '../demand/people/times';
import { cellPowerW } from '../emissions/battery';
import { wheelPowerW } from '../emissions/road-load';

/** What a driver reckons with when he asks himself whether it is enough: 18 kWh for 100 km. Ours, on the safe side. */
const RECKONS_J_PER_M = 648;

/** Of a leg of the plan that was made last; of what lies beyond a gate only where the way leads out. */
export function reckonedJ(plan: Plan, leg: number): number {
  return reckonedCityJ(leg) + (plan.gate[leg] >= 0 ? reckonedBeyondJ(leg) : 0);
}

export const reckonedCityJ = (leg: number): number => RECKONS_J_PER_M * wayM(lineM[leg]);

/** From the gate to where one wants to be, one way, of a leg that crosses a gate. */
export const beyondM = (leg: number): number => outsideM[leg];
export const reckonedBeyondJ = (leg: number): number => RECKONS_J_PER_M * outsideM[leg];

/** By the energy model at the steady speed that plans have beyond the gates; on level roads, without stops. */
export function steadyJ(energyClass: number, distanceM: number, climateW: number): number {
  if (!(distanceM > 0)) return 0;
  const seconds = outsideSeconds(DRIVE, distanceM);
  const mps = distanceM / seconds;
  return cellPowerW(energyClass, wheelPowerW(energyClass, mps, 0, 0), mps, climateW) * seconds;
}
