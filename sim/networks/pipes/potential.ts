/**
 * The potential of which every link's law is a difference: for liquids and low-pressure gas the pressure itself, for gas
 * ∫ 2p/K dp, which is p² where K = 1. With K a straight line of pressure the integral is exact along the pipe, where
 * the usual form takes K at the mean pressure 2/3·(p₁³−p₂³)/(p₁²−p₂²); the two agree to the second order in the change
 * of K. Being a function of the node alone it keeps the network's matrix symmetric.
 */
import { log1p } from '../../kernel/math';
import { type Compressibility, compressibilityAt, LEAST_K_SHARE } from './fluid';

/** Below this |slope·p/offset| the series is exact to the last bits, and the logarithm would cancel. */
const SERIES_BELOW = 0.2;

/** ∫₀ᵖ 2p/K dp; odd, so that an iterate below vacuum does no harm. */
export function potentialOf({ offset, slopePerPa }: Compressibility, pressurePa: number): number {
  const p = Math.abs(pressurePa);
  const fall = (slopePerPa * p) / offset;
  const square = fall < LEAST_K_SHARE - 1 ? beyondLine(offset, slopePerPa, p) : ((p * p) / offset) * shape(fall);
  return pressurePa < 0 ? -square : square;
}

/** d(potential)/dp. */
export function potentialSlope(law: Compressibility, pressurePa: number): number {
  const p = Math.abs(pressurePa);
  return (2 * p) / compressibilityAt(law, p);
}

/** Where K has stopped falling. */
function beyondLine(offset: number, slopePerPa: number, p: number): number {
  const last = ((LEAST_K_SHARE - 1) * offset) / slopePerPa;
  const atLast = ((last * last) / offset) * shape(LEAST_K_SHARE - 1);
  return atLast + (p * p - last * last) / (LEAST_K_SHARE * offset);
}

/**
 * u/v of u/v = 1/√shape(u) as a series in v: that of Stirling's formula. With v to 0.2, as in any network below some
 * 90 bar, what is left out is beyond the last bits.
 */
const STIRLING = [
  1,
  1 / 3,
  1 / 36,
  -1 / 270,
  1 / 4_320,
  1 / 17_010,
  -139 / 5_443_200,
  1 / 204_120,
  -571 / 2_351_462_400,
  -281 / 1_515_591_000,
  163_879 / 2_172_751_257_600,
] as const;
const STIRLING_BELOW = 0.2;

/** The pressure of a potential: a function of nothing else, so that a run resumed has the same bits. */
export function pressureOf(law: Compressibility, potential: number): number {
  const x = Math.abs(potential);
  let p = Math.sqrt(law.offset * x);
  if (law.slopePerPa !== 0 && p > 0) {
    const v = (law.slopePerPa * p) / law.offset;
    if (Math.abs(v) <= STIRLING_BELOW) {
      let sum = 0;
      for (let n = STIRLING.length - 1; n >= 0; n--) sum = sum * v + STIRLING[n];
      p *= sum;
    } else {
      p *= Math.max(1 + v / 3, 0.5);
      for (let i = 0; i < 40; i++) {
        const step = (x - potentialOf(law, p)) / potentialSlope(law, p);
        p += step;
        if (Math.abs(step) <= 1e-15 * p) break;
      }
    }
  }
  return potential < 0 ? -p : p;
}

/** 2(u − ln(1 + u))/u², which is 1 − 2u/3 + 2u²/4 − … */
function shape(u: number): number {
  if (u === 0) return 1;
  if (Math.abs(u) > SERIES_BELOW) return (2 * (u - log1p(u))) / (u * u);
  let sum = 0;
  let power = 1;
  for (let n = 2; n < 40; n++) {
    const term = power / n;
    sum += term;
    if (Math.abs(term) < 1e-17) break;
    power *= -u;
  }
  return 2 * sum;
}
