/** What drives the vehicles of a city: shares by kind, and a vehicle's own by its luck, the same in every run. */
import {
  DIESEL_BUS,
  DIESEL_CAR,
  DIESEL_TRUCK,
  DIESEL_VAN,
  ELECTRIC_BUS,
  ELECTRIC_CAR,
  PETROL_CAR,
} from './energy-classes';

export interface FleetMix {
  readonly electricCarShare: number;
  readonly dieselCarShare: number;
  readonly electricBusShare: number;
}

/**
 * China at the end of 2023 in round figures: 5 % of cars battery-electric (Ministry of Public Security, January 2024),
 * 70 % of city buses (Ministry of Transport, statistical communiqué 2023); hardly a car has a diesel engine.
 */
export const usualMix: FleetMix = { electricCarShare: 0.05, dieselCarShare: 0.01, electricBusShare: 0.7 };

/** Of a scene that may say how many of its cars are electric. */
export function fleetOf(electricCarShare: number | undefined): FleetMix {
  return electricCarShare === undefined ? usualMix : { ...usualMix, electricCarShare };
}

/** `luck` in [0, 1) belongs to the vehicle, not to the moment. More electric cars then means these and others besides. */
export function carEnergyClass(mix: FleetMix, luck: number): number {
  if (luck < mix.electricCarShare) return ELECTRIC_CAR;
  return luck >= 1 - mix.dieselCarShare ? DIESEL_CAR : PETROL_CAR;
}

export function busEnergyClass(mix: FleetMix, luck: number): number {
  return luck < mix.electricBusShare ? ELECTRIC_BUS : DIESEL_BUS;
}

/** Lorries and fire engines, and vans and ambulances. */
export const truckEnergyClass = DIESEL_TRUCK;
export const vanEnergyClass = DIESEL_VAN;
