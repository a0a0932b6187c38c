/**
 * The flame and the plume above it: how long, how much air it takes along, where it meets the ceiling, and how much
 * hotter than the layer the ceiling is there. Heskestad; in wind, entrainment from the side (Devenish) and tilt (Li and
 * Ingason); Alpert's ceiling jet, in a warm layer with Evans' substitute source.
 */
import { cbrt, PI, pow } from '../../../kernel';
import {
  CEILING_JET,
  CROSS_WIND,
  DENSITY_KELVIN,
  GAS_J_PER_KG_K,
  GRAVITY_MPS2,
  LAYERED_PLUME,
  PLUME,
  RADIATED_SHARE,
  TILT,
} from './figures';

/** Free flame above its source. */
export function flameLengthM(heatW: number, diameterM: number): number {
  return Math.max(0, PLUME.length * pow(heatW / 1e3, 0.4) - PLUME.width * diameterM);
}

/** Air taken along from below, kg/s, up to so high above the source. */
export function plumeKgPerS(heatW: number, diameterM: number, riseM: number, airMps: number, airK: number): number {
  if (heatW <= 0 || riseM <= 0) return 0;
  const convectiveKw = ((1 - RADIATED_SHARE) * heatW) / 1e3;
  const flame = flameLengthM(heatW, diameterM);
  let still: number;
  if (riseM < flame) still = (PLUME.flaming * convectiveKw * riseM) / flame;
  else {
    const origin = PLUME.origin * pow(heatW / 1e3, 0.4) - PLUME.width * diameterM;
    const above = Math.max(0, riseM - origin);
    still = PLUME.above * cbrt(convectiveKw) * pow(above, 5 / 3) + PLUME.aboveLinear * convectiveKw;
  }
  const side = CROSS_WIND.share * (DENSITY_KELVIN / airK) * Math.abs(airMps) * riseM * PI * diameterM;
  return pow(pow(still, CROSS_WIND.power) + pow(side, CROSS_WIND.power), 1 / CROSS_WIND.power);
}

/** Wind by the plume's own speed. */
export function windNumber(heatW: number, diameterM: number, airMps: number): number {
  if (heatW <= 0) return 0;
  const radius = 0.5 * diameterM;
  const own = cbrt((GRAVITY_MPS2 * heatW) / (radius * DENSITY_KELVIN * GAS_J_PER_KG_K));
  return Math.abs(airMps) / own;
}

/** How far downstream of the source the plume meets a ceiling so high above it. */
export function driftM(wind: number, riseM: number): number {
  if (wind <= TILT.from) return 0;
  // At its threshold the published fit is a little more than upright.
  const sine = Math.min(1, pow(TILT.times * wind, TILT.power));
  return (riseM * Math.sqrt(1 - sine * sine)) / sine;
}

/** Kelvin by which the ceiling is hotter than the layer so far from where the plume meets it. */
export function ceilingJetK(heatW: number, source: JetSource, awayM: number): number {
  if (heatW <= 0) return 0;
  const { kilowatts, heightM } = source;
  const square = cbrt(kilowatts * kilowatts);
  if (awayM <= CEILING_JET.turnsAt * heightM) return (CEILING_JET.near * square) / pow(heightM, 5 / 3);
  return (CEILING_JET.far * cbrt((kilowatts / awayM) * (kilowatts / awayM))) / heightM;
}

export interface JetSource {
  kilowatts: number;
  heightM: number;
}

/** Evans: the source that would give the same plume in a room as warm as the layer. */
export function sourceInLayer(
  heatW: number,
  riseM: number,
  toLayerM: number,
  layerK: number,
  airK: number,
  into: JetSource,
): void {
  const { ct, betaSquare } = LAYERED_PLUME;
  into.kilowatts = heatW / 1e3;
  into.heightM = riseM;
  const warm = layerK / airK;
  // Where the flame itself stands in the layer, his source has no meaning: the jet rises as in a room that warm.
  if (heatW <= 0 || warm <= 1.001 || toLayerM <= 0.3 * riseM) return;
  const scale = ((DENSITY_KELVIN * GAS_J_PER_KG_K) / 1e3) * Math.sqrt(GRAVITY_MPS2);
  const convectiveKw = ((1 - RADIATED_SHARE) * heatW) / 1e3;
  const first = convectiveKw / (scale * toLayerM * toLayerM * Math.sqrt(toLayerM));
  const warmth = (1 + ct * cbrt(first * first)) / (warm * ct) - 1 / ct;
  if (warmth <= 0) {
    into.kilowatts = 0;
    return;
  }
  const second = warmth * Math.sqrt(warmth);
  const below = cbrt(second) * ((warm - 1) * (betaSquare + 1) + warm * ct * warmth);
  const substituteM = pow((warm * first * ct) / below, 0.4) * toLayerM;
  into.kilowatts = (second * scale * substituteM * substituteM * Math.sqrt(substituteM)) / (1 - RADIATED_SHARE);
  into.heightM = riseM - toLayerM + substituteM;
}
