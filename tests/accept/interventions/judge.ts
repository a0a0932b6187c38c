/**
 * How a sign is judged over pairs of runs that share a seed. A difference within the band of its figure counts as none;
 * a row holds where at least nine pairs in ten show what it says.
 *
 * The band is the figure's own deadband (`ports/kpis`), a share of what it is without the change. Where "=" is expected
 * it is also as wide as what a placebo makes of the same seeds, a change that should do nothing: t · s, between which
 * nineteen in twenty of such differences lie, about zero since nothing was done.
 */
import { studentT } from '../../../sim/studies';

/** More, less, about the same; neither less nor more where one of the two is allowed; or only to be shown. */
export type Sign = 1 | -1 | 0 | 'not-less' | 'not-more' | 'shown';

export interface PairedValues {
  /** One a seed. */
  readonly a: readonly number[];
  readonly b: readonly number[];
  /** What a placebo made of the same seeds, where one was lived. */
  readonly placebo: readonly number[] | null;
}

export interface Verdict {
  readonly held: boolean;
  /** Means over the seeds. */
  readonly a: number;
  readonly difference: number;
  readonly band: number;
  /** Pairs that show what was expected, of all. */
  readonly agree: number;
  readonly of: number;
  /** Where "=" is expected: the share of the band that the mean difference leaves; null elsewhere and where the band is nothing. */
  readonly margin: number | null;
}

const LEAST_SHARE = 0.9;
const CONFIDENCE = 0.95;

export function judge({ a, b, placebo }: PairedValues, sign: Sign, deadband: number): Verdict {
  const differences = a.map((value, i) => b[i] - value);
  const base = mean(a);
  const band = Math.max(deadband * Math.abs(base), sign === 0 && placebo ? placeboBand(a, placebo) : 0);
  const agree = differences.filter((each) => shows(seenSign(each, band), sign)).length;
  const difference = mean(differences);
  return {
    held: agree >= Math.ceil(LEAST_SHARE * a.length - 1e-9),
    a: base,
    difference,
    band,
    agree,
    of: a.length,
    margin: sign === 0 && band > 0 ? 1 - Math.abs(difference) / band : null,
  };
}

/** Half the width of what holds 95 % of the differences that a placebo makes. */
export function placeboBand(a: readonly number[], placebo: readonly number[]): number {
  const squares = a.reduce((sum, value, i) => sum + (placebo[i] - value) ** 2, 0);
  return studentT(CONFIDENCE, a.length) * Math.sqrt(squares / a.length);
}

export function seenSign(difference: number, band: number): -1 | 0 | 1 {
  if (Math.abs(difference) <= band) return 0;
  return difference > 0 ? 1 : -1;
}

function shows(seen: -1 | 0 | 1, expected: Sign): boolean {
  if (expected === 'shown') return true;
  if (expected === 'not-less') return seen !== -1;
  if (expected === 'not-more') return seen !== 1;
  return seen === expected;
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
