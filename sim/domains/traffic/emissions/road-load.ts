/**
 * Power at the wheels over one step: inertia, rolling, slope and air (any textbook; here Guzzella and Sciarretta,
 * Vehicle Propulsion Systems, eq. 2.1). Still air, a dry road, no curves.
 *
 * The speed is the mean of the step and the acceleration the one that really took place, so that inertia times speed is
 * exactly the kinetic energy gained, whatever the length of the step. Slopes are small: sine and tangent are one.
 */
import { classDragAreaM2, classInertiaKg, classMassKg, classRollingResistance } from './energy-classes';

export const GRAVITY_MPS2 = 9.81;
export const AIR_KG_PER_M3 = 1.204; // dry, 20 °C, 1 atm; ISO 2533

export function wheelPowerW(
  energyClass: number,
  speedMps: number,
  accelerationMps2: number,
  gradePerMille: number,
): number {
  const rollN = classMassKg[energyClass] * GRAVITY_MPS2 * (classRollingResistance[energyClass] + gradePerMille / 1000);
  const airN = 0.5 * AIR_KG_PER_M3 * classDragAreaM2[energyClass] * speedMps * speedMps;
  return (classInertiaKg[energyClass] * accelerationMps2 + rollN + airN) * speedMps;
}
