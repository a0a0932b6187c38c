import { carry } from '../../../sim/domains/tunnel/cells';
import { erfc } from './erfc';

const AIR_MPS = 1 / 3;
const DISPERSION_M2_PER_S = 0.25; // 10.1 · 1.2 m · u* at that speed
const FROM_M = 50;
const SECONDS = 180;

/** A front of 1 carried for three minutes along 200 m, against C = ½·erfc((x − x₀ − ut)/2√(Kt)): mean error and what mass went astray. */
export function frontErrors(cellM: number, stepSeconds: number): { mean: number; mass: number } {
  const count = 200 / cellM;
  const scalar = Float64Array.from({ length: count }, (_, i) => ((i + 1) * cellM <= FROM_M ? 1 : 0));
  const before = scalar.reduce((sum, c) => sum + c, 0) * cellM;
  const share = (AIR_MPS * stepSeconds) / cellM;
  const courant = new Float64Array(count + 1).fill(share);
  const steps = Math.round(SECONDS / stepSeconds);
  let passed = 0;
  for (let k = 0; k < steps; k++) {
    passed += share * cellM * (1 - scalar[count - 1]);
    carry(scalar, 0, count, courant, 0, DISPERSION_M2_PER_S / (AIR_MPS * cellM), 1, 0);
  }
  let error = 0;
  for (let i = 0; i < count; i++) {
    const off = (i + 0.5) * cellM - FROM_M - AIR_MPS * SECONDS;
    error += Math.abs(scalar[i] - 0.5 * erfc(off / (2 * Math.sqrt(DISPERSION_M2_PER_S * SECONDS))));
  }
  const after = scalar.reduce((sum, c) => sum + c, 0) * cellM;
  return { mean: error / count, mass: Math.abs(after - before - passed) / after };
}
