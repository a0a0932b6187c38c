/** From two runs of one seed to what a comparison needs of them. */
import { gainsByPerson, gainsByTrip, pairedFigures, pairTrips, weighGains } from '../domains/traffic';
import type { EdgeMeans } from '../domains/traffic/outputs';
import type { Result } from '../kernel';
import type { TripTable } from '../ports';
import type { EdgePair } from './paired/compare-edges';
import { type Comparison, comparePairs, type RunPair } from './paired/compare-pairs';
import type { TripPair } from './paired/compare-trips';
import type { RunResult } from './run-result';

/** A run, and its trips where it has any. */
export interface ComparedRun {
  readonly result: Pick<RunResult, 'scenario' | 'totals' | 'series'>;
  readonly trips: TripTable | null;
  /** Of its streets, where somebody looked. */
  readonly edges?: EdgeMeans;
}

/** One pair a seed, in the same order. */
export function compareRuns(a: readonly ComparedRun[], b: readonly ComparedRun[]): Result<Comparison> {
  if (a.length !== b.length) throw new Error('compareRuns() was called with runs that are not paired by seed');
  return comparePairs(a.map((run, i) => pairRuns(run, b[i])));
}

export function pairRuns(a: ComparedRun, b: ComparedRun): RunPair {
  const { seed } = a.result.scenario;
  if (b.result.scenario.seed !== seed) throw new Error(`met seed ${b.result.scenario.seed}, expected ${seed}`);
  const side = ({ result: { totals, series } }: ComparedRun) => ({ totals, series });
  return { seed, a: side(a), b: side(b), trips: pairOfTrips(a, b), edges: pairOfEdges(a, b) };
}

function pairOfEdges(a: ComparedRun, b: ComparedRun): EdgePair | null {
  return a.edges && b.edges ? { a: a.edges, b: b.edges } : null;
}

function pairOfTrips(a: ComparedRun, b: ComparedRun): TripPair | null {
  const endSeconds = a.result.scenario.durationSeconds;
  if (a.trips === null || b.trips === null || b.result.scenario.durationSeconds !== endSeconds) return null;
  return pairTripTables(a.trips, b.trips, endSeconds);
}

/** Both runs ended at the same time. */
export function pairTripTables(a: TripTable, b: TripTable, endSeconds: number): TripPair {
  const pairs = pairTrips(a, b, endSeconds);
  const { person, gainSeconds } = gainsByPerson(pairs);
  return {
    figures: pairedFigures(pairs),
    byTrip: weighGains(gainsByTrip(pairs)),
    byPerson: weighGains(gainSeconds),
    persons: person.length,
  };
}
