/**
 * Paired comparison: both scenarios run with the same seeds, so they share their luck trip by trip, and only the
 * differences within each pair are looked at. The noise band is the classic one of a paired experiment: the half-width
 * of the 95 % confidence interval of the mean difference, t · s / √n with n − 1 degrees of freedom (Law, Simulation
 * Modeling and Analysis, "paired-t confidence interval"). It assumes that the differences are about normal.
 */
import { fail, problem, type Result, succeed } from '../../kernel';
import { type KpiName, kpis } from '../../ports';
import type { RunResult } from '../run-result';
import type { EdgePair } from './compare-edges';
import { compareTrips, type TripComparison, type TripPair } from './compare-trips';
import { compareFigures, type FigureComparison } from './figures';

export const LEAST_SEEDS = 2;

export type KpiComparison = FigureComparison;

/** What is left of two runs of one seed once they are over: all that a comparison needs, and nothing of their size. */
export interface RunPair {
  readonly seed: number;
  readonly a: PairSide;
  readonly b: PairSide;
  /** null where the runs have no trips, or do not end at the same time. */
  readonly trips: TripPair | null;
  /** Street by street, from where the two parted; null where nobody drives, or nobody looked. */
  readonly edges: EdgePair | null;
}

/** `series` from where the two parted: before that they are one. */
export type PairSide = Pick<RunResult, 'totals' | 'series'>;

export interface Comparison {
  readonly seeds: readonly number[];
  readonly kpis: Readonly<Partial<Record<KpiName, KpiComparison>>>;
  /** null where the runs have no trips, or do not end at the same time. */
  readonly trips: TripComparison | null;
}

export function comparePairs(pairs: readonly RunPair[]): Result<Comparison> {
  const tooFew = checkSeedCount(pairs.length);
  if (!tooFew.ok) return tooFew;
  const compared: Partial<Record<KpiName, KpiComparison>> = {};
  for (const name of Object.keys(kpis) as KpiName[]) {
    const values = pairedTotals(name, pairs);
    if (values) compared[name] = compareValues(name, values.a, values.b);
  }
  const trips = pairs.flatMap((pair) => (pair.trips === null ? [] : [pair.trips]));
  return succeed({
    seeds: pairs.map(({ seed }) => seed),
    kpis: compared,
    trips: trips.length === pairs.length ? compareTrips(trips) : null,
  });
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
function pairedTotals(name: KpiName, pairs: readonly RunPair[]) {
  const ofA: number[] = [];
  const ofB: number[] = [];
  for (const { a, b } of pairs) {
    const left = a.totals[name];
    const right = b.totals[name];
    if (!left || !right) return undefined;
    ofA.push(left.value);
    ofB.push(right.value);
  }
  return { a: ofA, b: ofB };
}
