import { describe, expect, it } from 'vitest';
import * as math from '../../sim/kernel/math';
import { mathDigests } from './math-digests';
import golden from './math-digests.golden.json';

describe('the door to transcendental functions', () => {
  it('gives the recorded bits for a million inputs a function', () => {
    // Recorded once; the browser test holds Chromium to the same. A new release of a port that changes a bit shows here.
    expect(mathDigests(1_000_000)).toEqual(golden);
  }, 60_000);

  it.each([
    // Abramowitz and Stegun, tables 1.1, 4.x; OEIS for the constants; to the last digit of a double
    ['exp(1)', math.exp(1), Math.E],
    ['expm1(1e-5)', math.expm1(1e-5), 1.0000050000166668e-5],
    ['ln(2)', math.ln(2), Math.LN2],
    ['log10(2)', math.log10(2), 0.3010299956639812],
    ['log2(3)', math.log2(3), 1.584962500721156],
    ['log1p(1e-5)', math.log1p(1e-5), 9.999950000333332e-6],
    ['sin(1)', math.sin(1), 0.8414709848078965],
    ['sin(1e22)', math.sin(1e22), -0.8522008497671888],
    ['cos(1)', math.cos(1), 0.5403023058681398],
    ['tan(1)', math.tan(1), 1.5574077246549023],
    ['asin(0.5)', math.asin(0.5), 0.5235987755982989],
    ['acos(0.5)', math.acos(0.5), 1.0471975511965979],
    ['atan(1)', math.atan(1), 0.7853981633974483],
    ['atan2(1, -1)', math.atan2(1, -1), 2.356194490192345],
    ['sinh(1)', math.sinh(1), 1.1752011936438014],
    ['cosh(1)', math.cosh(1), 1.543080634815244],
    ['tanh(1)', math.tanh(1), 0.7615941559557649],
    ['cbrt(2)', math.cbrt(2), 1.2599210498948732],
    ['pow(2, 0.5)', math.pow(2, 0.5), Math.SQRT2],
    ['hypot(1, 1)', math.hypot(1, 1), Math.SQRT2],
  ])('gives the published value of %s within one unit in the last place', (_name, met, published) => {
    expect(ulpsApart(met, published)).toBeLessThanOrEqual(1);
  });

  it('stays within two units in the last place of this engine’s own functions', () => {
    const own: [string, (x: number) => number, (x: number) => number][] = [
      ['exp', math.exp, Math.exp],
      ['expm1', math.expm1, Math.expm1],
      ['ln', math.ln, Math.log],
      ['log10', math.log10, Math.log10],
      ['log2', math.log2, Math.log2],
      ['log1p', math.log1p, Math.log1p],
      ['sin', math.sin, Math.sin],
      ['cos', math.cos, Math.cos],
      ['tan', math.tan, Math.tan],
      ['atan', math.atan, Math.atan],
      ['sinh', math.sinh, Math.sinh],
      ['cosh', math.cosh, Math.cosh],
      ['tanh', math.tanh, Math.tanh],
      ['cbrt', math.cbrt, Math.cbrt],
    ];
    for (const [name, ported, native] of own) {
      let worst = 0;
      for (let x = 0.003; x < 12; x += 0.0037) worst = Math.max(worst, ulpsApart(ported(x), native(x)));
      expect(worst, name).toBeLessThanOrEqual(2);
    }
    for (let x = 0.01; x < 30; x += 0.0171) {
      expect(ulpsApart(math.pow(x, 1.852), x ** 1.852)).toBeLessThanOrEqual(2);
      expect(ulpsApart(math.hypot(x, 7), Math.hypot(x, 7))).toBeLessThanOrEqual(2);
      expect(ulpsApart(math.atan2(x, -7), Math.atan2(x, -7))).toBeLessThanOrEqual(2);
    }
  });

  it('measures lengths that would overflow when squared', () => {
    expect(ulpsApart(math.hypot(3e200, 4e200), 5e200)).toBeLessThanOrEqual(2);
    expect(ulpsApart(math.hypot(3e-200, 4e-200), 5e-200)).toBeLessThanOrEqual(2);
  });
});

/** Doubles between two of the same sign. */
function ulpsApart(a: number, b: number): number {
  const [bitsA, bitsB] = new BigInt64Array(Float64Array.of(a, b).buffer);
  return Math.abs(Number(bitsA - bitsB));
}
