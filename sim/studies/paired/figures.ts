/** One figure in two rows of runs that are paired by seed. */
import type { Unit } from '../../kernel';
import { studentT } from './student-t';

export interface FigureComparison {
  /** Means over the seeds. */
  readonly a: number;
  readonly b: number;
  /** Mean of b − a. */
  readonly difference: number;
  /** Half-width of the 95 % band of that mean. */
  readonly noise: number;
  /** Whether b is more (1) or less (−1) than a beyond both the noise and the figure's own deadband; 0 where it is not. */
  readonly sign: -1 | 0 | 1;
  readonly unit: Unit;
  /** b − a of each seed, in the order of `seeds` of the whole. */
  readonly seeds: readonly number[];
}

const CONFIDENCE = 0.95;

/** `deadbandShare` is of a's mean. */
export function compareFigures(
  a: readonly number[],
  b: readonly number[],
  unit: Unit,
  deadbandShare: number,
): FigureComparison {
  const differences = a.map((value, i) => b[i] - value);
  const meanA = mean(a);
  const difference = mean(differences);
  const noise = bandOfMean(differences);
  const deadband = deadbandShare * Math.abs(meanA);
  const beyond = Math.abs(difference) > noise && Math.abs(difference) > deadband;
  return {
    a: meanA,
    b: mean(b),
    difference,
    noise,
    sign: beyond ? (difference > 0 ? 1 : -1) : 0,
    unit,
    seeds: differences,
  };
}

/** Half-width of the 95 % confidence interval of the mean. */
export function bandOfMean(values: readonly number[]): number {
  const centre = mean(values);
  let squares = 0;
  for (const value of values) squares += (value - centre) * (value - centre);
  const deviation = Math.sqrt(squares / (values.length - 1));
  return (studentT(CONFIDENCE, values.length - 1) * deviation) / Math.sqrt(values.length);
}

export function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
