/**
 * A second of everybody's energy and exhaust, added to the sums by class and by edge, and taken from batteries. The line
 * for burners is fuel.ts, road-load.ts and pollutants.ts written out, with each class's constants in one row of a table:
 * called one by one for every vehicle they cost thrice as much. A test holds the two equal.
 *
 * Once a second and not at every step, for second by second is how the exhausts were measured; so that the length of the
 * step makes no difference either.
 */

import {
  AIR_N,
  AUXILIARY_W,
  BRAKING,
  CO2_G_PER_J,
  COLUMNS,
  classRows,
  DRIVING,
  FRICTION_J,
  FUEL_CUT_ABOVE_MPS,
  IDLE_REV,
  IDLE_W,
  INERTIA_KG,
  ROLL_N,
  SLOPE_N,
  STANDS_BELOW_MPS,
  TOP_REV,
  TOWN_REV,
} from './class-rows';
import { drawFromCells } from './draw-from-cells';
import { classIsElectric, NO_DRIVE } from './energy-classes';
import { type ExhaustFactors, exhaustSet, FACTORS, heldMps2 } from './pollutants';
import { CO2_G, DISTANCE_M, type EmissionSums, FUEL_J, NOX_G, PARTICLES_G, SUM_COLUMNS, VOC_G } from './sums';

/** Rows of vehicles after they have moved. */
export interface MovedVehicles {
  /** −1 in an empty row. */
  readonly track: Int32Array;
  readonly energyClass: Uint8Array;
  readonly speedMps: Float64Array;
  /** Speed when it was last reckoned, or when it came in; and when that was. */
  readonly meteredMps: Float64Array;
  readonly departedS: Float64Array;
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

/** Of the rows from one to before another: since they were last reckoned, `windowSeconds` ago, or have come in since then. */
export function addEmissions(
  fromRow: number,
  toRow: number,
  vehicles: MovedVehicles,
  ground: Ground,
  windowSeconds: number,
  nowSeconds: number,
  { climateW, exhaust }: Conditions,
  sums: EmissionSums,
): void {
  const { track, energyClass, speedMps, meteredMps, departedS } = vehicles;
  const { trackEdge, trackGradePerMille } = ground;
  const { byClass, byEdge } = sums;
  const perWindow = 1 / windowSeconds;
  const windowFrom = nowSeconds - windowSeconds;
  for (let row = fromRow; row < toRow; row++) {
    const on = track[row];
    const kind = energyClass[row];
    if (on < 0 || kind === NO_DRIVE) continue;
    let seconds = windowSeconds;
    let perSecond = perWindow;
    if (departedS[row] > windowFrom) {
      seconds = nowSeconds - departedS[row];
      if (seconds <= 0) continue;
      perSecond = 1 / seconds;
    }
    if (classIsElectric[kind] !== 0) {
      drawFromCells(row, vehicles, ground, seconds, climateW, sums);
      continue;
    }
    const before = meteredMps[row];
    const after = speedMps[row];
    meteredMps[row] = after;
    const a = (after - before) * perSecond;
    const v = 0.5 * (before + after);
    const c = kind * COLUMNS;
    const resistN =
      classRows[c + ROLL_N] + classRows[c + SLOPE_N] * trackGradePerMille[on] + classRows[c + AIR_N] * v * v;
    const wheelW = (classRows[c + INERTIA_KG] * a + resistN) * v;
    let fuelW: number;
    if (wheelW < 0 && v <= FUEL_CUT_ABOVE_MPS) fuelW = classRows[c + IDLE_W];
    else {
      let revPerS = classRows[c + IDLE_REV];
      if (v >= STANDS_BELOW_MPS) {
        revPerS = v * classRows[c + TOP_REV];
        if (revPerS < classRows[c + TOWN_REV]) revPerS = classRows[c + TOWN_REV];
      }
      fuelW = revPerS * classRows[c + FRICTION_J] + classRows[c + AUXILIARY_W];
      fuelW += wheelW >= 0 ? wheelW * classRows[c + DRIVING] : wheelW * classRows[c + BRAKING];
      if (fuelW < 0) fuelW = 0;
    }
    const set = exhaustSet(kind, a);
    const held = heldMps2(a);
    const vv = v * v;
    const va = v * held;
    const aa = held * held;
    let k = set;
    const nox =
      exhaust[k] +
      exhaust[k + 1] * v +
      exhaust[k + 2] * vv +
      exhaust[k + 3] * held +
      exhaust[k + 4] * aa +
      exhaust[k + 5] * va;
    k += FACTORS;
    const voc =
      exhaust[k] +
      exhaust[k + 1] * v +
      exhaust[k + 2] * vv +
      exhaust[k + 3] * held +
      exhaust[k + 4] * aa +
      exhaust[k + 5] * va;
    k += FACTORS;
    const particles =
      exhaust[k] +
      exhaust[k + 1] * v +
      exhaust[k + 2] * vv +
      exhaust[k + 3] * held +
      exhaust[k + 4] * aa +
      exhaust[k + 5] * va;

    const ofClass = kind * SUM_COLUMNS;
    const ofEdge = trackEdge[on] * SUM_COLUMNS;
    const distanceM = v * seconds;
    byClass[ofClass + DISTANCE_M] += distanceM;
    byEdge[ofEdge + DISTANCE_M] += distanceM;
    const fuelJ = fuelW * seconds;
    byClass[ofClass + FUEL_J] += fuelJ;
    byEdge[ofEdge + FUEL_J] += fuelJ;
    const co2G = fuelJ * classRows[c + CO2_G_PER_J];
    byClass[ofClass + CO2_G] += co2G;
    byEdge[ofEdge + CO2_G] += co2G;
    if (nox > 0) {
      byClass[ofClass + NOX_G] += nox * seconds;
      byEdge[ofEdge + NOX_G] += nox * seconds;
    }
    if (voc > 0) {
      byClass[ofClass + VOC_G] += voc * seconds;
      byEdge[ofEdge + VOC_G] += voc * seconds;
    }
    if (particles > 0) {
      byClass[ofClass + PARTICLES_G] += particles * seconds;
      byEdge[ofEdge + PARTICLES_G] += particles * seconds;
    }
  }
}
