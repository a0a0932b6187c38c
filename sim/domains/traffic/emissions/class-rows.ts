/**
 * The constants of road load and fuel, one row a class, as the line for burners wants them: what belongs to one vehicle lies
 * in one or two lines of the processor's cache. See road-load.ts and fuel.ts for what they mean and where they are from.
 */
import {
  classAuxiliaryW,
  classDisplacementL,
  classDragAreaM2,
  classDrivetrainEfficiency,
  classIdleRevPerS,
  classInertiaKg,
  classMassKg,
  classRollingResistance,
  classTopGearRevPerM,
  classTownRevPerS,
  ENERGY_CLASS_COUNT,
} from './energy-classes';
import { engineEfficiency, FRICTION_J_PER_REV_L, fuelCo2GramsPerJ } from './fuel';
import { AIR_KG_PER_M3, GRAVITY_MPS2 } from './road-load';

export { FUEL_CUT_ABOVE_MPS, STANDS_BELOW_MPS } from './fuel';

export const INERTIA_KG = 0;
export const ROLL_N = 1;
/** Newtons for each per mille of slope. */
export const SLOPE_N = 2;
/** Newtons at 1 m/s. */
export const AIR_N = 3;
export const FRICTION_J = 4;
export const IDLE_REV = 5;
export const TOWN_REV = 6;
export const TOP_REV = 7;
/** Fuel for the auxiliaries, for each watt at the wheels, saved for each watt of braking, and of an engine that idles. */
export const AUXILIARY_W = 8;
export const DRIVING = 9;
export const BRAKING = 10;
export const IDLE_W = 11;
export const CO2_G_PER_J = 12;
export const COLUMNS = 16;

export const classRows = new Float64Array(ENERGY_CLASS_COUNT * COLUMNS);
for (let kind = 0; kind < ENERGY_CLASS_COUNT; kind++) {
  const c = kind * COLUMNS;
  const efficiency = engineEfficiency(kind);
  const weightN = classMassKg[kind] * GRAVITY_MPS2;
  classRows[c + INERTIA_KG] = classInertiaKg[kind];
  classRows[c + ROLL_N] = weightN * classRollingResistance[kind];
  classRows[c + SLOPE_N] = weightN / 1_000;
  classRows[c + AIR_N] = 0.5 * AIR_KG_PER_M3 * classDragAreaM2[kind];
  classRows[c + FRICTION_J] = classDisplacementL[kind] * FRICTION_J_PER_REV_L;
  classRows[c + IDLE_REV] = classIdleRevPerS[kind];
  classRows[c + TOWN_REV] = classTownRevPerS[kind];
  classRows[c + TOP_REV] = classTopGearRevPerM[kind];
  classRows[c + AUXILIARY_W] = classAuxiliaryW[kind] / efficiency;
  classRows[c + DRIVING] = 1 / (classDrivetrainEfficiency[kind] * efficiency);
  classRows[c + BRAKING] = classDrivetrainEfficiency[kind] / efficiency;
  classRows[c + IDLE_W] = classIdleRevPerS[kind] * classRows[c + FRICTION_J] + classRows[c + AUXILIARY_W];
  classRows[c + CO2_G_PER_J] = fuelCo2GramsPerJ(kind);
}
