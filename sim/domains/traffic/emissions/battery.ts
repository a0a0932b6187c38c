/**
 * Power at the battery's cells of an electric vehicle: road load through motor and inverter, auxiliaries, and what the
 * motor gives back in braking, less the cells' own loss each way. Recuperation fades out at walking pace, where a
 * motor's voltage is too low to charge with, and leaves a tenth to the friction brakes (Guzzella and Sciarretta, Vehicle
 * Propulsion Systems, ch. 4). That share is an assumption.
 *
 * Left out: the temperature of the cells, ageing. Heating and cooling of the cabin are handed in by the caller.
 */
import { classAuxiliaryW, classDrivetrainEfficiency, classRecuperationW } from './energy-classes';

export const CELL_EFFICIENCY = 0.97; // each way, lithium-ion at city currents; Guzzella and Sciarretta, ch. 4
const RECUPERATED_SHARE = 0.9;
const RECUPERATES_FROM_MPS = 1.4; // 5 km/h
const RECUPERATES_FULLY_FROM_MPS = 4.2; // 15 km/h
/** From the plug to the cells: on-board charger 0.93 and the cells' loss; alternating current at 7 kW or more. */
export const CHARGER_EFFICIENCY = 0.9;

/** What reaches the terminals from the motor in braking, before auxiliaries take their part. */
export function recuperatedW(energyClass: number, wheelW: number, speedMps: number): number {
  if (wheelW >= 0 || speedMps <= RECUPERATES_FROM_MPS) return 0;
  const fade = (speedMps - RECUPERATES_FROM_MPS) / (RECUPERATES_FULLY_FROM_MPS - RECUPERATES_FROM_MPS);
  const share = RECUPERATED_SHARE * Math.min(1, fade);
  return Math.min(-wheelW * share, classRecuperationW[energyClass]) * classDrivetrainEfficiency[energyClass];
}

/** Positive drains the cells, negative charges them. */
export function cellPowerW(energyClass: number, wheelW: number, speedMps: number, climateW: number): number {
  const auxiliaryW = classAuxiliaryW[energyClass] + climateW;
  const terminalW =
    wheelW >= 0
      ? wheelW / classDrivetrainEfficiency[energyClass] + auxiliaryW
      : auxiliaryW - recuperatedW(energyClass, wheelW, speedMps);
  return terminalW >= 0 ? terminalW / CELL_EFFICIENCY : terminalW * CELL_EFFICIENCY;
}
