/** Small questions of probability that the weather asks. */
import { exp, ln, pow } from '../../../kernel';

/** Share of the standard normal distribution below z, within 7.5e-8: Abramowitz & Stegun 26.2.17. */
export function normalShareBelow(z: number): number {
  const t = 1 / (1 + 0.2316419 * Math.abs(z));
  const poly = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  const tail = 0.3989422804014327 * exp(-0.5 * z * z) * poly;
  return z > 0 ? 1 - tail : tail;
}

/** The value of a Weibull distribution of scale 1 below which the given share lies. */
export function weibullQuantile(share: number, shape: number): number {
  return pow(-ln(1 - share), 1 / shape);
}
