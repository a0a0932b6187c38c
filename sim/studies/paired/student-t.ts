/**
 * Student's t for whole degrees of freedom: the finite sums of Abramowitz and Stegun, Handbook of Mathematical
 * Functions (1964), 26.7.3 (odd) and 26.7.4 (even), turned round by bisection. Good to about 1e-12, which a test holds
 * against the printed table 26.10 of the same book.
 */
import { atan, PI } from '../../kernel';

/** The probability that |t| stays below `t` with so many degrees of freedom. */
export function centralProbability(t: number, degreesOfFreedom: number): number {
  requireDegrees(degreesOfFreedom);
  if (!(t >= 0)) throw new RangeError(`met t = ${t}, expected a number from 0`);
  const angle = atan(t / Math.sqrt(degreesOfFreedom));
  const cosineSquared = degreesOfFreedom / (degreesOfFreedom + t * t);
  const sine = t / Math.sqrt(degreesOfFreedom + t * t);
  const odd = degreesOfFreedom % 2 === 1;
  let term = odd ? Math.sqrt(cosineSquared) : 1;
  let sum = degreesOfFreedom === 1 ? 0 : term;
  for (let k = odd ? 3 : 2; k <= degreesOfFreedom - 2; k += 2) {
    term *= ((k - 1) / k) * cosineSquared;
    sum += term;
  }
  return odd ? (2 / PI) * (angle + sine * sum) : sine * sum;
}

/** The t that |t| stays below with that probability: 0.95 and 4 degrees of freedom give 2.776. */
export function studentT(probability: number, degreesOfFreedom: number): number {
  if (!(probability > 0 && probability < 1)) {
    throw new RangeError(`met the probability ${probability}, expected one between 0 and 1`);
  }
  let low = 0;
  let high = 1;
  while (centralProbability(high, degreesOfFreedom) < probability) high *= 2;
  for (let i = 0; i < 60 && low < high; i++) {
    const middle = (low + high) / 2;
    if (centralProbability(middle, degreesOfFreedom) < probability) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}

function requireDegrees(degreesOfFreedom: number): void {
  if (!Number.isSafeInteger(degreesOfFreedom) || degreesOfFreedom < 1) {
    throw new RangeError(`met ${degreesOfFreedom} degrees of freedom, expected a whole number from 1`);
  }
}
