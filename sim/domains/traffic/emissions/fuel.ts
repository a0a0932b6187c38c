/**
 * Fuel from engine power: the fuel's power is that of friction, which goes with the revolutions, plus the power at the
 * shaft over the indicated efficiency (Ross, Contemporary Physics 38 (1997) 381–394; Barth, Younglove and Scora,
 * UCB-ITS-PRR-2005-1). Carbon dioxide follows from the fuel alone: IPCC Guidelines 2006, vol. 2, table 3.2.1.
 *
 * Left out: gears one by one, cold starts, stop-start, full-load enrichment, the engine's limits. A vehicle that the
 * traffic model accelerates harder than its engine could is charged for the energy that took.
 */
import {
  classAuxiliaryW,
  classDisplacementL,
  classDrivetrainEfficiency,
  classIdleRevPerS,
  classIsDiesel,
  classTopGearRevPerM,
  classTownRevPerS,
} from './energy-classes';

export const FRICTION_J_PER_REV_L = 200; // Bektaş and Laporte, Transp. Res. B 45 (2011) 1232–1250, table 1
const PETROL_EFFICIENCY = 0.4; // indicated; Ross 1997
const DIESEL_EFFICIENCY = 0.45; // indicated; Barth, Younglove and Scora 2005
/** Below about 20 km/h the clutch opens, so the engine no longer turns for nothing. */
export const FUEL_CUT_ABOVE_MPS = 5.5;
export const STANDS_BELOW_MPS = 0.1;

const PETROL_CO2_G_PER_MJ = 69.3; // IPCC 2006, motor gasoline
const DIESEL_CO2_G_PER_MJ = 74.1; // IPCC 2006, gas/diesel oil
export const PETROL_MJ_PER_L = 33; // 44.3 MJ/kg (IPCC 2006) at 0.745 kg/l (EN 228)
export const DIESEL_MJ_PER_L = 36; // 43.0 MJ/kg (IPCC 2006) at 0.837 kg/l (EN 590)

export const engineEfficiency = (energyClass: number) =>
  classIsDiesel[energyClass] ? DIESEL_EFFICIENCY : PETROL_EFFICIENCY;

/** Chemical power of the fuel burnt; never negative. */
export function fuelPowerW(energyClass: number, wheelW: number, speedMps: number): number {
  const stands = speedMps < STANDS_BELOW_MPS;
  const revPerS = stands
    ? classIdleRevPerS[energyClass]
    : Math.max(classTownRevPerS[energyClass], speedMps * classTopGearRevPerM[energyClass]);
  const efficiency = engineEfficiency(energyClass);
  const auxiliaryW = classAuxiliaryW[energyClass];
  if (wheelW >= 0) {
    const shaftW = wheelW / classDrivetrainEfficiency[energyClass] + auxiliaryW;
    return revPerS * classDisplacementL[energyClass] * FRICTION_J_PER_REV_L + shaftW / efficiency;
  }
  if (speedMps > FUEL_CUT_ABOVE_MPS) {
    const shaftW = wheelW * classDrivetrainEfficiency[energyClass] + auxiliaryW;
    return Math.max(0, revPerS * classDisplacementL[energyClass] * FRICTION_J_PER_REV_L + shaftW / efficiency);
  }
  const idleW = classIdleRevPerS[energyClass] * classDisplacementL[energyClass] * FRICTION_J_PER_REV_L;
  return idleW + auxiliaryW / efficiency;
}

export function fuelCo2GramsPerJ(energyClass: number): number {
  return (classIsDiesel[energyClass] ? DIESEL_CO2_G_PER_MJ : PETROL_CO2_G_PER_MJ) * 1e-6;
}

export function fuelLitres(energyClass: number, fuelJ: number): number {
  return fuelJ / (1e6 * (classIsDiesel[energyClass] ? DIESEL_MJ_PER_L : PETROL_MJ_PER_L));
}
