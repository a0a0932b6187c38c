/** Figures that branches are made of. Openings and ducts: Idelchik, Handbook of Hydraulic Resistance; stack: ASHRAE Fundamentals, ch. 16. */
import { REFERENCE_DENSITY_KG_PER_M3 } from './network';

const GRAVITY_MPS2 = 9.80665;
const KELVIN_AT_0_C = 273.15;
const REFERENCE_K = 293.15;

/** R of ζ dynamic heads on an area, told in reference flow. */
export function lossResistance(zeta: number, areaM2: number): number {
  return (0.5 * REFERENCE_DENSITY_KG_PER_M3 * zeta) / (areaM2 * areaM2);
}

/** R of a sharp opening: Q = Cd·A·√(2Δp/ρ). */
export function openingResistance(areaM2: number, dischargeCoefficient: number): number {
  return lossResistance(1 / (dischargeCoefficient * dischargeCoefficient), areaM2);
}

/** R of a straight duct: Darcy's f·L/D dynamic heads. */
export function ductResistance(friction: number, lengthM: number, hydraulicDiameterM: number, areaM2: number): number {
  return lossResistance((friction * lengthM) / hydraulicDiameterM, areaM2);
}

/** Air at 1 atm: one volume of the reference density becomes T/T₀ volumes, and loses as much more pressure. */
export function airDensityKgPerM3(celsius: number): number {
  return (REFERENCE_DENSITY_KG_PER_M3 * REFERENCE_K) / (celsius + KELVIN_AT_0_C);
}

/** What R told at the reference density is for air of this density: Δp = ½ζρv² with ρv given. */
export function resistanceAt(resistance: number, densityKgPerM3: number): number {
  return (resistance * REFERENCE_DENSITY_KG_PER_M3) / densityKgPerM3;
}

/** What lighter air in a branch that rises by riseM pushes along it, Pa, against the column outdoors. */
export function stackPa(insideKgPerM3: number, outdoorsKgPerM3: number, riseM: number): number {
  return (outdoorsKgPerM3 - insideKgPerM3) * GRAVITY_MPS2 * riseM;
}
