import { exp, ln } from '../../kernel';

const EULER = 0.5772156649015329;

/** E₁(x) = −Ei(−x) for x > 0: the series of Abramowitz and Stegun 5.1.11 up to 1, beyond it the fraction of 5.1.22. */
export function exponentialIntegral(x: number): number {
  if (x <= 1) {
    let term = 1;
    let sum = 0;
    for (let k = 1; k <= 30; k++) {
      term *= -x / k;
      sum -= term / k;
    }
    return sum - EULER - ln(x);
  }
  if (x > 700) return 0;
  // Lentz on e^−x / (x + 1 − 1² / (x + 3 − 2² / (x + 5 − …)))
  let b = x + 1;
  let c = 1e300;
  let d = 1 / b;
  let value = d;
  for (let k = 1; k <= 200; k++) {
    const a = -k * k;
    b += 2;
    d = 1 / (a * d + b);
    c = b + a / c;
    const factor = c * d;
    value *= factor;
    if (Math.abs(factor - 1) < 1e-16) break;
  }
  return value * exp(-x);
}
