import { StateHash } from '../../sim/kernel/hash';
import * as math from '../../sim/kernel/math';

type Function1 = (x: number) => number;
type Function2 = (x: number, y: number) => number;

/** Where each function is used, as a range of ordinary inputs; every fourth input is any double at all. */
const FUNCTIONS_1: readonly (readonly [string, Function1, number, number])[] = [
  ['exp', math.exp, -40, 40],
  ['expm1', math.expm1, -2, 2],
  ['ln', math.ln, 0, 1_000],
  ['log10', math.log10, 0, 1_000],
  ['log2', math.log2, 0, 1_000],
  ['log1p', math.log1p, -1, 3],
  ['sin', math.sin, -20, 20],
  ['cos', math.cos, -20, 20],
  ['tan', math.tan, -20, 20],
  ['asin', math.asin, -1, 1],
  ['acos', math.acos, -1, 1],
  ['atan', math.atan, -20, 20],
  ['sinh', math.sinh, -10, 10],
  ['cosh', math.cosh, -10, 10],
  ['tanh', math.tanh, -4, 4],
  ['cbrt', math.cbrt, -1_000, 1_000],
];
const FUNCTIONS_2: readonly (readonly [string, Function2, number, number])[] = [
  ['pow', math.pow, 0, 20],
  ['atan2', math.atan2, -100, 100],
  ['hypot', math.hypot, -100, 100],
];

/** A hash of the bits that each function gives for `count` seeded inputs; the same numbers in every engine, or else. */
export function mathDigests(count: number): Record<string, string> {
  const digests: Record<string, string> = {};
  const x = new Float64Array(count);
  const y = new Float64Array(count);
  const results = new Float64Array(count);
  let seed = 1;
  for (const [name, f, from, to] of FUNCTIONS_1) {
    fillInputs(x, seed++, from, to);
    for (let i = 0; i < count; i++) results[i] = f(x[i]);
    digests[name] = new StateHash().float64s(results).digest();
  }
  for (const [name, f, from, to] of FUNCTIONS_2) {
    fillInputs(x, seed++, from, to);
    fillInputs(y, seed++, from, to);
    for (let i = 0; i < count; i++) results[i] = f(x[i], y[i]);
    digests[name] = new StateHash().float64s(results).digest();
  }
  return digests;
}

/** Marsaglia's xorshift, 32 bits: inputs need spread, not quality. */
function fillInputs(inputs: Float64Array, seed: number, from: number, to: number): void {
  const words = new Uint32Array(inputs.buffer);
  let state = Math.imul(seed, 0x9e3779b9) | 1;
  for (let i = 0; i < words.length; i++) {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    words[i] = state;
  }
  for (let i = 0; i < inputs.length; i++) {
    const fraction = (words[2 * i] * 2_097_152 + (words[2 * i + 1] >>> 11)) / 9_007_199_254_740_992;
    if (i % 4 !== 3) inputs[i] = from + (to - from) * fraction;
  }
}
