/** One step of everybody's energy and exhaust, added to the sums by class and by edge, and taken from batteries. */
import { CELL_EFFICIENCY, cellPowerW, recuperatedW } from './battery';
import { classBatteryJ, classIsElectric, NO_DRIVE } from './energy-classes';
import { fuelCo2GramsPerJ, fuelPowerW } from './fuel';
import { type ExhaustFactors, exhaustGps, exhaustSet, heldMps2, NOX, PARTICLES, VOC } from './pollutants';
import { wheelPowerW } from './road-load';
import {
  CELLS_J,
  CO2_G,
  DISTANCE_M,
  type EmissionSums,
  FUEL_J,
  NOX_G,
  PARTICLES_G,
  RECUPERATED_J,
  SUM_COLUMNS,
  VOC_G,
} from './sums';

/** Rows of vehicles after they have moved. */
export interface MovedVehicles {
  /** −1 in an empty row. */
  readonly track: Int32Array;
  readonly energyClass: Uint8Array;
  readonly speedMps: Float64Array;
  /** What took place in the step just done: (speed after − speed before) / step. */
  readonly accelerationMps2: Float64Array;
  /** Energy left in the cells; of no meaning where nothing is electric. */
  readonly batteryJ: Float64Array;
}

export interface Ground {
  readonly trackEdge: Int32Array;
  readonly trackGradePerMille: Float64Array;
}

export interface Conditions {
  /** Heating or cooling of an electric vehicle's cabin, on top of its other auxiliaries. */
  readonly climateW: number;
  readonly exhaust: ExhaustFactors;
}

export function addEmissions(
  count: number,
  vehicles: MovedVehicles,
  ground: Ground,
  stepSeconds: number,
  { climateW, exhaust }: Conditions,
  sums: EmissionSums,
): void {
  const { track, energyClass, speedMps, accelerationMps2, batteryJ } = vehicles;
  const { byClass, byEdge } = sums;
  for (let row = 0; row < count; row++) {
    const on = track[row];
    const kind = energyClass[row];
    if (on < 0 || kind === NO_DRIVE) continue;
    const acceleration = accelerationMps2[row];
    const before = Math.max(0, speedMps[row] - acceleration * stepSeconds);
    const speed = 0.5 * (before + speedMps[row]);
    const wheelW = wheelPowerW(kind, speed, acceleration, ground.trackGradePerMille[on]);
    const ofClass = kind * SUM_COLUMNS;
    const ofEdge = ground.trackEdge[on] * SUM_COLUMNS;
    const distanceM = speed * stepSeconds;
    byClass[ofClass + DISTANCE_M] += distanceM;
    byEdge[ofEdge + DISTANCE_M] += distanceM;

    if (classIsElectric[kind] !== 0) {
      let cellsJ = cellPowerW(kind, wheelW, speed, climateW) * stepSeconds;
      let backJ = recuperatedW(kind, wheelW, speed) * stepSeconds;
      const left = batteryJ[row] - cellsJ;
      if (left < 0) {
        sums.missingJ -= left;
        batteryJ[row] = 0;
      } else if (left > classBatteryJ[kind]) {
        // Full cells take no more: the friction brakes do the rest.
        backJ -= (left - classBatteryJ[kind]) / CELL_EFFICIENCY;
        cellsJ = batteryJ[row] - classBatteryJ[kind];
        batteryJ[row] = classBatteryJ[kind];
      } else batteryJ[row] = left;
      byClass[ofClass + CELLS_J] += cellsJ;
      byClass[ofClass + RECUPERATED_J] += backJ;
      byEdge[ofEdge + CELLS_J] += cellsJ;
      byEdge[ofEdge + RECUPERATED_J] += backJ;
      continue;
    }

    const fuelJ = fuelPowerW(kind, wheelW, speed) * stepSeconds;
    const co2G = fuelJ * fuelCo2GramsPerJ(kind);
    const set = exhaustSet(kind, acceleration);
    const held = heldMps2(acceleration);
    const noxG = exhaustGps(exhaust, set, NOX, speed, held) * stepSeconds;
    const vocG = exhaustGps(exhaust, set, VOC, speed, held) * stepSeconds;
    const particlesG = exhaustGps(exhaust, set, PARTICLES, speed, held) * stepSeconds;
    byClass[ofClass + FUEL_J] += fuelJ;
    byClass[ofClass + CO2_G] += co2G;
    byClass[ofClass + NOX_G] += noxG;
    byClass[ofClass + VOC_G] += vocG;
    byClass[ofClass + PARTICLES_G] += particlesG;
    byEdge[ofEdge + FUEL_J] += fuelJ;
    byEdge[ofEdge + CO2_G] += co2G;
    byEdge[ofEdge + NOX_G] += noxG;
    byEdge[ofEdge + VOC_G] += vocG;
    byEdge[ofEdge + PARTICLES_G] += particlesG;
  }
}
