/**
 * Every trip that has arrived, one line each, so that two runs can be compared trip by trip. Thirty bytes a trip: a day
 * of 200,000 trips takes 6 MB. Those still under way are added from the rows when a table is asked for.
 */
import type { TripTable } from './paired-trips';

const FIRST_CAPACITY = 1_024;

/** All of it is part of the saved state, up to `count`. Times in single precision: exact to 8 ms over a day and a half. */
export interface TripLedger {
  count: number;
  trip: Float64Array;
  person: Int32Array;
  dueSeconds: Float32Array;
  enteredSeconds: Float32Array;
  arrivedSeconds: Float32Array;
  freeSeconds: Float32Array;
}

export function createTripLedger(capacity = FIRST_CAPACITY): TripLedger {
  return {
    count: 0,
    trip: new Float64Array(capacity),
    person: new Int32Array(capacity),
    dueSeconds: new Float32Array(capacity),
    enteredSeconds: new Float32Array(capacity),
    arrivedSeconds: new Float32Array(capacity),
    freeSeconds: new Float32Array(capacity),
  };
}

/** `freeSeconds` is what the way driven takes on an empty road at the scene's limits. */
export function noteArrival(
  ledger: TripLedger,
  trip: number,
  person: number,
  dueSeconds: number,
  enteredSeconds: number,
  arrivedSeconds: number,
  freeSeconds: number,
): void {
  if (ledger.count === ledger.trip.length) grow(ledger);
  const line = ledger.count++;
  ledger.trip[line] = trip;
  ledger.person[line] = person;
  ledger.dueSeconds[line] = dueSeconds;
  ledger.enteredSeconds[line] = enteredSeconds;
  ledger.arrivedSeconds[line] = arrivedSeconds;
  ledger.freeSeconds[line] = freeSeconds;
}

function grow(ledger: TripLedger): void {
  const wider = createTripLedger(2 * ledger.trip.length);
  for (const field of ['trip', 'person', 'dueSeconds', 'enteredSeconds', 'arrivedSeconds', 'freeSeconds'] as const) {
    wider[field].set(ledger[field]);
  }
  Object.assign(ledger, { ...wider, count: ledger.count });
}

/** A trip that is on the road or waits to enter when the run ends. */
export interface OpenTrip {
  readonly trip: number;
  readonly person: number;
  readonly dueSeconds: number;
  /** −1 where it waits. */
  readonly enteredSeconds: number;
  /** What the way driven so far, and what the rest of it, take on an empty road. */
  readonly drivenFreeSeconds: number;
  readonly restSeconds: number;
}

/** By ascending number. A trip that circulates has no end and belongs in no table. */
export function tripTable(ledger: TripLedger, open: readonly OpenTrip[]): TripTable {
  const lines = Array.from({ length: ledger.count }, (_, line) => ({
    trip: ledger.trip[line],
    person: ledger.person[line],
    dueSeconds: ledger.dueSeconds[line],
    enteredSeconds: ledger.enteredSeconds[line],
    arrivedSeconds: ledger.arrivedSeconds[line],
    freeSeconds: ledger.freeSeconds[line],
    restSeconds: 0,
  }));
  for (const { trip, person, dueSeconds, enteredSeconds, drivenFreeSeconds, restSeconds } of open) {
    const freeSeconds = drivenFreeSeconds + restSeconds;
    lines.push({ trip, person, dueSeconds, enteredSeconds, arrivedSeconds: -1, freeSeconds, restSeconds });
  }
  lines.sort((a, b) => a.trip - b.trip);
  return {
    trip: Float64Array.from(lines, (line) => line.trip),
    person: Int32Array.from(lines, (line) => line.person),
    dueSeconds: Float64Array.from(lines, (line) => line.dueSeconds),
    enteredSeconds: Float64Array.from(lines, (line) => line.enteredSeconds),
    arrivedSeconds: Float64Array.from(lines, (line) => line.arrivedSeconds),
    freeSeconds: Float64Array.from(lines, (line) => line.freeSeconds),
    restSeconds: Float64Array.from(lines, (line) => line.restSeconds),
  };
}
