/**
 * Paired comparison: both scenarios run with the same seeds, so they share their luck trip by trip, and only the
 * differences within each pair are looked at. The noise band is the classic one of a paired experiment: the half-width
 * of the 95 % confidence interval of the mean difference, t · s / √n with n − 1 degrees of freedom (Law, Simulation
 * Modeling and Analysis, "paired-t confidence interval"). It assumes that the differences are about normal.
 */
import { fail, problem, type Result, succeed, type Unit } from '../kernel';
import { type KpiName, kpis } from '../ports';
import type { RunResult } from './run-result';
import { studentT } from './student-t';

export const LEAST_SEEDS = 2;
const CONFIDENCE = 0.95;

export interface KpiComparison {
  /** Means over the seeds. */
  readonly a: number;
  readonly b: number;
  /** Mean of b − a. */
  readonly difference: number;
  /** Half-width of the 95 % band of that mean. */
  readonly noise: number;
  /** Whether b is more (1) or less (−1) than a beyond both the noise and the KPI's own deadband; 0 where it is not. */
  readonly sign: -1 | 0 | 1;
  readonly unit: Unit;
  /** b − a of each seed, in the order of `seeds` of the whole. */
  readonly seeds: readonly number[];
}

export interface Comparison {
  readonly seeds: readonly number[];
  readonly kpis: Readonly<Partial<Record<KpiName, KpiComparison>>>;
}

/** One pair a seed, in the same order. */
export function compareRuns(a: readonly RunResult[], b: readonly RunResult[]): Result<Comparison> {
  const seeds = a.map((run) => run.scenario.seed);
  if (seeds.length !== b.length || seeds.some((seed, i) => b[i].scenario.seed !== seed)) {
    throw new Error('compareRuns() was called with runs that are not paired by seed');
  }
  const tooFew = checkSeedCount(seeds.length);
  if (!tooFew.ok) return tooFew;
  const compared: Partial<Record<KpiName, KpiComparison>> = {};
  for (const name of Object.keys(kpis) as KpiName[]) {
    const values = pairedTotals(name, a, b);
    if (values) compared[name] = compareValues(name, values.a, values.b);
  }
  return succeed({ seeds, kpis: compared });
}

export function checkSeedCount(count: number): Result<number> {
  if (count >= LEAST_SEEDS) return succeed(count);
  const message = `met ${count} seed(s), expected at least ${LEAST_SEEDS}: one pair has no noise band`;
  return fail([problem('compare.too-few-seeds', ['seeds'], message)]);
}

export function compareValues(name: KpiName, a: readonly number[], b: readonly number[]): KpiComparison {
  const differences = a.map((value, i) => b[i] - value);
  const meanA = mean(a);
  const difference = mean(differences);
  const noise = bandOfMean(differences);
  const deadband = kpis[name].deadband * Math.abs(meanA);
  const beyond = Math.abs(difference) > noise && Math.abs(difference) > deadband;
  return {
    a: meanA,
    b: mean(b),
    difference,
    noise,
    sign: beyond ? (difference > 0 ? 1 : -1) : 0,
    unit: kpis[name].unit,
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

/** A KPI that one of the runs does not have (another set of domains) is not compared. */
function pairedTotals(name: KpiName, a: readonly RunResult[], b: readonly RunResult[]) {
  const ofA: number[] = [];
  const ofB: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const left = a[i].totals[name];
    const right = b[i].totals[name];
    if (!left || !right) return undefined;
    ofA.push(left.value);
    ofB.push(right.value);
  }
  return { a: ofA, b: ofB };
}

function mean(values: readonly number[]): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
