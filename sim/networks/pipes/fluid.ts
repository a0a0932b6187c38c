/**
 * What flows. A gas is known by its density at normal conditions, as STANET and GB 50028 have it; a liquid by density and
 * viscosity at its temperature. Node pressures of gas are absolute inside the solver, because friction goes with p²;
 * those of a liquid stay gauge pressures, as water practice has them (the weight of the air is a thousandth of water's).
 */
import { pow } from '../../kernel/math';

/** Normal conditions, DIN 1343. */
export const NORMAL_PRESSURE_PA = 101_325;
export const NORMAL_TEMPERATURE_K = 273.15;
export const GRAVITY_MPS2 = 9.81; // what STANET, pandapipes and hydraulics' tables reckon with; true at 50° N

/** K = Z/Zₙ as a straight line of absolute pressure: 1 − p/450 bar is { offset: 1, slopePerPa: −1/45e6 }. */
export interface Compressibility {
  readonly offset: number;
  readonly slopePerPa: number;
}

export interface Gas {
  readonly phase: 'gas';
  readonly normalDensityKgPerM3: number;
  readonly viscosityPaS: number;
  readonly compressibility: Compressibility;
  /** cₚ/cᵥ, for outflow through a hole; 1.31 for methane at 15 °C. */
  readonly isentropicExponent: number;
  /**
   * `squares`: p₁² − p₂², right at any pressure. `low`: p₁ − p₂ at the density of normal pressure, as GB 50028-2006
   * 6.2.5 has it up to 5 kPa.
   */
  readonly law: 'squares' | 'low';
}

export interface Liquid {
  readonly phase: 'liquid';
  densityKgPerM3(temperatureK: number): number;
  viscosityPaS(temperatureK: number): number;
}

export type Fluid = Gas | Liquid;

export const IDEAL: Compressibility = { offset: 1, slopePerPa: 0 };
/** The line that STANET uses for natural gas up to medium pressures. */
export const STANET_K: Compressibility = { offset: 1, slopePerPa: -1 / 45e6 };

/** Natural gas, mostly methane: the figures of the STANET reference networks; others are one object literal away. */
export const naturalGas: Gas = {
  phase: 'gas',
  normalDensityKgPerM3: 0.84,
  viscosityPaS: 1.193e-5,
  compressibility: STANET_K,
  isentropicExponent: 1.31,
  law: 'squares',
};

export function constantLiquid(densityKgPerM3: number, viscosityPaS: number): Liquid {
  return { phase: 'liquid', densityKgPerM3: () => densityKgPerM3, viscosityPaS: () => viscosityPaS };
}

/** Air pressure at a height by the international standard atmosphere (ISO 2533), good to 11 km. */
export function ambientPressurePa(heightM: number): number {
  return heightM === 0 ? NORMAL_PRESSURE_PA : NORMAL_PRESSURE_PA * pow(1 - 2.25577e-5 * heightM, 5.25588);
}

/** Where the line has fallen to this share of its offset it goes on level: only an iterate ever comes there. */
export const LEAST_K_SHARE = 0.25;

export function compressibilityAt({ offset, slopePerPa }: Compressibility, pressurePa: number): number {
  return Math.max(offset + slopePerPa * pressurePa, LEAST_K_SHARE * offset);
}

/** kg/m³ for each Pa of p/K at this temperature: ρ = this · p/K. */
export function densityPerPascal(gas: Gas, temperatureK: number): number {
  return (gas.normalDensityKgPerM3 * NORMAL_TEMPERATURE_K) / (NORMAL_PRESSURE_PA * temperatureK);
}
