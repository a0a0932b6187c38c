/**
 * The same trips in two runs that share their luck, one by one: who gained and who lost by a change.
 *
 * A trip's time runs from when it was due, so waiting to enter counts, to its arrival. A trip that has not arrived when
 * the runs end counts with the earliest time at which it still could: the time so far and the rest of its way on an
 * empty road. It is never left out, for a grid-lock would then look like an improvement. Delay is this time less what
 * the trip took on the baseline's empty road, in both runs: else a lower speed limit would "reduce" it.
 */

import type { TripTable } from '../../../ports';

export type { TripTable };

/** One row a trip that was due in both runs before they ended. */
export interface TripPairs {
  readonly trip: Float64Array;
  readonly person: Int32Array;
  readonly baselineSeconds: Float64Array;
  readonly variantSeconds: Float64Array;
  /** On the baseline's empty road. */
  readonly freeSeconds: Float64Array;
  readonly baselineOutsideSeconds: Float64Array;
  readonly variantOutsideSeconds: Float64Array;
  readonly arrivedInBaseline: Uint8Array;
  readonly arrivedInVariant: Uint8Array;
  /** Trips that only one of the runs had: demand itself was changed. They are counted, and nobody's gain or loss. */
  readonly onlyInBaseline: number;
  readonly onlyInVariant: number;
}

const TWO_TO_32 = 4_294_967_296;
/** Hours of each source of trips lie about a million of their own; a run has fewer than 2¹⁷ of them. */
const BAND_HOURS = 1_000_000;
const BAND_ROOM = 262_144;
const LOWEST_BAND = -3;

/** A trip's number for its whole life, from the hour that it was drawn in and its key there: below 2⁵³, so exact. */
export function tripNumber(tripHour: number, tripKey: number): number {
  const band = Math.round(tripHour / BAND_HOURS);
  const hour = tripHour - band * BAND_HOURS + BAND_ROOM / 2;
  return ((band - LOWEST_BAND) * BAND_ROOM + hour) * TWO_TO_32 + tripKey;
}

export function pairTrips(baseline: TripTable, variant: TripTable, endSeconds: number): TripPairs {
  requireAscending(baseline.trip);
  requireAscending(variant.trip);
  const inBaseline: number[] = [];
  const inVariant: number[] = [];
  let onlyInBaseline = 0;
  let onlyInVariant = 0;
  let b = 0;
  let v = 0;
  while (b < baseline.trip.length || v < variant.trip.length) {
    const left = b < baseline.trip.length ? baseline.trip[b] : Number.POSITIVE_INFINITY;
    const right = v < variant.trip.length ? variant.trip[v] : Number.POSITIVE_INFINITY;
    const baselineDue = left <= right && baseline.dueSeconds[b] <= endSeconds;
    const variantDue = right <= left && variant.dueSeconds[v] <= endSeconds;
    if (baselineDue && variantDue) {
      inBaseline.push(b);
      inVariant.push(v);
    } else if (baselineDue) onlyInBaseline++;
    else if (variantDue) onlyInVariant++;
    if (left <= right) b++;
    if (right <= left) v++;
  }
  const of = (rows: readonly number[], value: (row: number) => number) => Float64Array.from(rows, value);
  return {
    trip: of(inBaseline, (row) => baseline.trip[row]),
    person: Int32Array.from(inBaseline, (row) => baseline.person[row]),
    baselineSeconds: of(inBaseline, (row) => tripSeconds(baseline, row, endSeconds)),
    variantSeconds: of(inVariant, (row) => tripSeconds(variant, row, endSeconds)),
    freeSeconds: of(inBaseline, (row) => baseline.freeSeconds[row]),
    baselineOutsideSeconds: of(inBaseline, (row) => outsideSeconds(baseline, row, endSeconds)),
    variantOutsideSeconds: of(inVariant, (row) => outsideSeconds(variant, row, endSeconds)),
    arrivedInBaseline: Uint8Array.from(inBaseline, (row) => (baseline.arrivedSeconds[row] >= 0 ? 1 : 0)),
    arrivedInVariant: Uint8Array.from(inVariant, (row) => (variant.arrivedSeconds[row] >= 0 ? 1 : 0)),
    onlyInBaseline,
    onlyInVariant,
  };
}

export function tripSeconds(trips: TripTable, row: number, endSeconds: number): number {
  const { dueSeconds, arrivedSeconds, restSeconds } = trips;
  if (arrivedSeconds[row] >= 0) return arrivedSeconds[row] - dueSeconds[row];
  return endSeconds - dueSeconds[row] + restSeconds[row];
}

/** Insertion delay: from when the trip was due to when it found room. */
export function outsideSeconds({ dueSeconds, enteredSeconds }: TripTable, row: number, endSeconds: number): number {
  return (enteredSeconds[row] >= 0 ? enteredSeconds[row] : endSeconds) - dueSeconds[row];
}

function requireAscending(trips: Float64Array): void {
  for (let i = 1; i < trips.length; i++) {
    if (!(trips[i] > trips[i - 1])) throw new Error(`met trip ${trips[i]} after ${trips[i - 1]}, expected a later one`);
  }
}
