/**
 * Paired comparison: both scenarios run with the same seeds, so they share their luck trip by trip, and only the
 * differences within each pair are looked at. The noise band is the classic one of a paired experiment: the half-width
 * of the 95 % confidence interval of the mean difference, t · s / √n with n − 1 degrees of freedom (Law, Simulation
 * Modeling and Analysis, "paired-t confidence interval"). It assumes that the differences are about normal.
 */
import { fail, problem, type Result, succeed } from '../kernel';
import { type KpiName, kpis, type TripTable } from '../ports';
import { compareTrips, type TripComparison } from './compare-trips';
import { compareFigures, type FigureComparison } from './paired-figures';
import type { RunResult } from './run-result';

export const LEAST_SEEDS = 2;

export type KpiComparison = FigureComparison;

export interface Comparison {
  readonly seeds: readonly number[];
  readonly kpis: Readonly<Partial<Record<KpiName, KpiComparison>>>;
  /** null where the runs have no trips, or do not end at the same time. */
  readonly trips: TripComparison | null;
}

/** A run, and its trips where it has any. */
export interface ComparedRun {
  readonly result: RunResult;
  readonly trips: TripTable | null;
}

/** One pair a seed, in the same order. */
export function compareRuns(a: readonly ComparedRun[], b: readonly ComparedRun[]): Result<Comparison> {
  const seeds = a.map(({ result }) => result.scenario.seed);
  if (seeds.length !== b.length || seeds.some((seed, i) => b[i].result.scenario.seed !== seed)) {
    throw new Error('compareRuns() was called with runs that are not paired by seed');
  }
  const tooFew = checkSeedCount(seeds.length);
  if (!tooFew.ok) return tooFew;
  const compared: Partial<Record<KpiName, KpiComparison>> = {};
  for (const name of Object.keys(kpis) as KpiName[]) {
    const values = pairedTotals(name, a, b);
    if (values) compared[name] = compareValues(name, values.a, values.b);
  }
  return succeed({ seeds, kpis: compared, trips: pairedTrips(a, b) });
}

function pairedTrips(a: readonly ComparedRun[], b: readonly ComparedRun[]): TripComparison | null {
  const endSeconds = a[0].result.scenario.durationSeconds;
  const tables = (runs: readonly ComparedRun[]) =>
    runs.flatMap(({ result, trips }) =>
      trips !== null && result.scenario.durationSeconds === endSeconds ? [trips] : [],
    );
  const inA = tables(a);
  const inB = tables(b);
  return inA.length === a.length && inB.length === b.length ? compareTrips(inA, inB, endSeconds) : null;
}

export function checkSeedCount(count: number): Result<number> {
  if (count >= LEAST_SEEDS) return succeed(count);
  const message = `met ${count} seed(s), expected at least ${LEAST_SEEDS}: one pair has no noise band`;
  return fail([problem('compare.too-few-seeds', ['seeds'], message)]);
}

export function compareValues(name: KpiName, a: readonly number[], b: readonly number[]): KpiComparison {
  return compareFigures(a, b, kpis[name].unit, kpis[name].deadband);
}

/** A KPI that one of the runs does not have (another set of domains) is not compared. */
function pairedTotals(name: KpiName, a: readonly ComparedRun[], b: readonly ComparedRun[]) {
  const ofA: number[] = [];
  const ofB: number[] = [];
  for (let i = 0; i < a.length; i++) {
    const left = a[i].result.totals[name];
    const right = b[i].result.totals[name];
    if (!left || !right) return undefined;
    ofA.push(left.value);
    ofB.push(right.value);
  }
  return { a: ofA, b: ofB };
}
