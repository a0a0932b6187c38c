/** Who gained and who lost, trip by trip or person by person, and by how much. */
import type { TripPairs } from './paired-trips';

/** Less than this, nobody notices: a fifth of a signal cycle or so. */
export const NOTICEABLE_SECONDS = 15;

export interface GainsAndLosses {
  readonly count: number;
  readonly winners: number;
  readonly losers: number;
  readonly unchanged: number;
  /** Sums over winners and over losers, both positive. */
  readonly wonSeconds: number;
  readonly lostSeconds: number;
  /** Of all: positive where the change saves time. */
  readonly meanGainSeconds: number;
  /** Gain that 5, 50 and 95 % stay at or below. */
  readonly gain05Seconds: number;
  readonly gain50Seconds: number;
  readonly gain95Seconds: number;
}

export function gainsByTrip(pairs: TripPairs): Float64Array {
  return pairs.baselineSeconds.map((seconds, i) => seconds - pairs.variantSeconds[i]);
}

export interface PersonGains {
  /** Ascending. */
  readonly person: Int32Array;
  readonly trips: Int32Array;
  readonly gainSeconds: Float64Array;
}

/** All trips of a person together: who wins in the morning and loses in the evening has gained nothing. */
export function gainsByPerson(pairs: TripPairs): PersonGains {
  const rows = Array.from(pairs.person.keys()).filter((row) => pairs.person[row] >= 0);
  rows.sort((a, b) => pairs.person[a] - pairs.person[b] || a - b);
  const person: number[] = [];
  const trips: number[] = [];
  const gains: number[] = [];
  for (const row of rows) {
    const gain = pairs.baselineSeconds[row] - pairs.variantSeconds[row];
    if (person.length > 0 && person[person.length - 1] === pairs.person[row]) {
      trips[trips.length - 1]++;
      gains[gains.length - 1] += gain;
    } else {
      person.push(pairs.person[row]);
      trips.push(1);
      gains.push(gain);
    }
  }
  return { person: Int32Array.from(person), trips: Int32Array.from(trips), gainSeconds: Float64Array.from(gains) };
}

export function weighGains(gainSeconds: Float64Array, noticeableSeconds = NOTICEABLE_SECONDS): GainsAndLosses {
  const count = gainSeconds.length;
  let winners = 0;
  let losers = 0;
  let wonSeconds = 0;
  let lostSeconds = 0;
  let sum = 0;
  for (let i = 0; i < count; i++) {
    const gain = gainSeconds[i];
    sum += gain;
    if (gain > noticeableSeconds) {
      winners++;
      wonSeconds += gain;
    } else if (gain < -noticeableSeconds) {
      losers++;
      lostSeconds -= gain;
    }
  }
  const sorted = gainSeconds.slice().sort();
  return {
    count,
    winners,
    losers,
    unchanged: count - winners - losers,
    wonSeconds,
    lostSeconds,
    meanGainSeconds: count > 0 ? sum / count : 0,
    gain05Seconds: percentile(sorted, 0.05),
    gain50Seconds: percentile(sorted, 0.5),
    gain95Seconds: percentile(sorted, 0.95),
  };
}

export interface PairedFigures {
  readonly trips: number;
  readonly onlyInBaseline: number;
  readonly onlyInVariant: number;
  readonly unfinishedInBaseline: number;
  readonly unfinishedInVariant: number;
  readonly baselineMeanSeconds: number;
  readonly variantMeanSeconds: number;
  /** Against the baseline's empty road, both. */
  readonly baselineMeanDelaySeconds: number;
  readonly variantMeanDelaySeconds: number;
  readonly baselineMeanOutsideSeconds: number;
  readonly variantMeanOutsideSeconds: number;
}

export function pairedFigures(pairs: TripPairs): PairedFigures {
  const trips = pairs.trip.length;
  const freeSeconds = mean(pairs.freeSeconds);
  const baselineMeanSeconds = mean(pairs.baselineSeconds);
  const variantMeanSeconds = mean(pairs.variantSeconds);
  return {
    trips,
    onlyInBaseline: pairs.onlyInBaseline,
    onlyInVariant: pairs.onlyInVariant,
    unfinishedInBaseline: trips - ones(pairs.arrivedInBaseline),
    unfinishedInVariant: trips - ones(pairs.arrivedInVariant),
    baselineMeanSeconds,
    variantMeanSeconds,
    baselineMeanDelaySeconds: baselineMeanSeconds - freeSeconds,
    variantMeanDelaySeconds: variantMeanSeconds - freeSeconds,
    baselineMeanOutsideSeconds: mean(pairs.baselineOutsideSeconds),
    variantMeanOutsideSeconds: mean(pairs.variantOutsideSeconds),
  };
}

/** Nearest rank: the least value that this share of all does not exceed; 0 of none. */
export function percentile(ascending: Float64Array, share: number): number {
  if (ascending.length === 0) return 0;
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)];
}

function mean(values: Float64Array): number {
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += values[i];
  return values.length > 0 ? sum / values.length : 0;
}

function ones(flags: Uint8Array): number {
  let count = 0;
  for (let i = 0; i < flags.length; i++) count += flags[i];
  return count;
}
