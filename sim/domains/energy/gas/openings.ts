/** What a regulator passes wide open, and what a hole or a parted pipe lets out. */
import { PI } from '../../../kernel';
import { evaluateFriction, NORMAL_PRESSURE_PA, outflowPerArea, potentialOf } from '../../../networks/pipes';
import { cityGas, KG_PER_M3_PASCAL, SHARP_EDGE } from './city-gas';

const REGULATOR_BORE_M = 0.1;
/** High enough that friction is no longer a matter of viscosity. */
const ROUGH_RE = 1e9;

/** ΔP of ∫2p/K dp for 1 kg/s through a bore, at ζ = 1. */
const lossOfBore = (diameterM: number): number => 1 / (KG_PER_M3_PASCAL * square(areaOf(diameterM)));
const square = (x: number): number => x * x;
const areaOf = (diameterM: number): number => 0.25 * PI * diameterM * diameterM;

/**
 * ζ of a regulator wide open: at the nominal pressure before it and its own behind it, it passes the most that its
 * sheet says. Where the level before it has no pressure by which it could, it is as open as a pipe.
 */
export function wideOpenLoss(
  nominalPa: number,
  outletPa: number,
  mostKgPerS: number,
): { diameterM: number; loss: number } {
  const law = cityGas.compressibility;
  const before = potentialOf(law, nominalPa + NORMAL_PRESSURE_PA);
  const behind = potentialOf(law, outletPa + NORMAL_PRESSURE_PA);
  const loss = Math.max(before - behind, 0) / (lossOfBore(REGULATOR_BORE_M) * mostKgPerS * mostKgPerS);
  return { diameterM: REGULATOR_BORE_M, loss: Math.min(loss, 1e11) };
}

const found = new Float64Array(2);

/** kg/s for each Pa and m² at the speed of sound; the ideal gas of the outflow law. */
function sonicPerArea(): number {
  outflowPerArea(cityGas, KG_PER_M3_PASCAL, 10 * NORMAL_PRESSURE_PA, NORMAL_PRESSURE_PA, found);
  return found[1];
}

export function holeAreaM2(diameterMm: number): number {
  return SHARP_EDGE * areaOf(diameterMm * 1e-3);
}

/**
 * The hole at a node that lets out as much as a pipe parted in its middle: half of it in a row with an opening of this
 * share of its bore. With the flow sonic at the break, p₁² = m²(c + 1/(S·A)²), so both are one opening whatever the pressure.
 */
export function partedAreaM2(lengthM: number, diameterM: number, roughnessM: number, shareOfBore: number): number {
  evaluateFriction('nikuradse', ROUGH_RE, roughnessM / diameterM, found);
  const friction = lossOfBore(diameterM) * ((found[0] * 0.5 * lengthM) / diameterM);
  const sonic = sonicPerArea();
  const mouth = 1 / square(SHARP_EDGE * shareOfBore * areaOf(diameterM));
  return 1 / Math.sqrt(mouth + sonic * sonic * friction);
}
