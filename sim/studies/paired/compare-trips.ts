/**
 * Who gained and who lost, trip by trip and person by person, in runs that are paired by seed. A trip is timed from when
 * it was due, so the wait to enter counts; one that has not arrived counts with the time so far and the rest of its way on
 * an empty road; delay is against the baseline's empty road in both runs (sim/domains/traffic/levels/paired-trips.ts).
 */
import type { GainsAndLosses, PairedFigures } from '../../domains/traffic';
import { hoursFromSeconds } from '../../kernel';
import { bandOfMean, compareFigures, type FigureComparison, mean } from './figures';

/** What the trips of one pair of runs come to. */
export interface TripPair {
  readonly figures: PairedFigures;
  readonly byTrip: GainsAndLosses;
  readonly byPerson: GainsAndLosses;
  /** How many persons are known to travel. */
  readonly persons: number;
}

/** A figure that each pair has once: its mean over the pairs, and the half-width of the 95 % band of that mean. */
export interface PairFigure {
  readonly mean: number;
  readonly noise: number;
  readonly seeds: readonly number[];
}

/** Winners gain more than what anybody would notice, losers lose more, by the same trips in both runs. */
export interface WinnersAndLosers {
  readonly winners: PairFigure;
  readonly losers: PairFigure;
  readonly unchanged: PairFigure;
  readonly wonHours: PairFigure;
  readonly lostHours: PairFigure;
  /** Positive where the change saves time. */
  readonly meanGainSeconds: PairFigure;
  /** Gain that 5, 50 and 95 % stay at or below. */
  readonly gain05Seconds: PairFigure;
  readonly gain50Seconds: PairFigure;
  readonly gain95Seconds: PairFigure;
}

export interface TripComparison {
  /** Trips that were due in both runs, and those that only one had. */
  readonly pairs: PairFigure;
  readonly onlyInA: PairFigure;
  readonly onlyInB: PairFigure;
  /** Means of all pairs. */
  readonly travelSeconds: FigureComparison;
  readonly delaySeconds: FigureComparison;
  readonly insertionDelaySeconds: FigureComparison;
  readonly unfinished: FigureComparison;
  readonly byTrip: WinnersAndLosers;
  /** null where no trip is known to be a person's. */
  readonly byPerson: WinnersAndLosers | null;
}

const TIME_DEADBAND = 0.005;
const DELAY_DEADBAND = 0.01;

/** One a seed. */
export function compareTrips(pairs: readonly TripPair[]): TripComparison {
  const of = (value: (figures: PairedFigures) => number) => pairFigure(pairs.map(({ figures }) => value(figures)));
  const both = (inA: keyof PairedFigures, inB: keyof PairedFigures, unit: 's' | 'trips', deadband: number) =>
    compareFigures(
      pairs.map(({ figures }) => figures[inA]),
      pairs.map(({ figures }) => figures[inB]),
      unit,
      deadband,
    );
  return {
    pairs: of(({ trips }) => trips),
    onlyInA: of(({ onlyInBaseline }) => onlyInBaseline),
    onlyInB: of(({ onlyInVariant }) => onlyInVariant),
    travelSeconds: both('baselineMeanSeconds', 'variantMeanSeconds', 's', TIME_DEADBAND),
    delaySeconds: both('baselineMeanDelaySeconds', 'variantMeanDelaySeconds', 's', DELAY_DEADBAND),
    insertionDelaySeconds: both('baselineMeanOutsideSeconds', 'variantMeanOutsideSeconds', 's', DELAY_DEADBAND),
    unfinished: both('unfinishedInBaseline', 'unfinishedInVariant', 'trips', 0),
    byTrip: winnersAndLosers(pairs.map(({ byTrip }) => byTrip)),
    byPerson: pairs.some(({ persons }) => persons > 0) ? winnersAndLosers(pairs.map(({ byPerson }) => byPerson)) : null,
  };
}

function winnersAndLosers(gains: readonly GainsAndLosses[]): WinnersAndLosers {
  const of = (value: (gain: GainsAndLosses) => number) => pairFigure(gains.map(value));
  return {
    winners: of(({ winners }) => winners),
    losers: of(({ losers }) => losers),
    unchanged: of(({ unchanged }) => unchanged),
    wonHours: of(({ wonSeconds }) => hoursFromSeconds(wonSeconds)),
    lostHours: of(({ lostSeconds }) => hoursFromSeconds(lostSeconds)),
    meanGainSeconds: of(({ meanGainSeconds }) => meanGainSeconds),
    gain05Seconds: of(({ gain05Seconds }) => gain05Seconds),
    gain50Seconds: of(({ gain50Seconds }) => gain50Seconds),
    gain95Seconds: of(({ gain95Seconds }) => gain95Seconds),
  };
}

function pairFigure(seeds: readonly number[]): PairFigure {
  return { mean: mean(seeds), noise: bandOfMean(seeds), seeds };
}
