/**
 * Every trip that has arrived within the last day, one line each, so that two runs can be compared trip by trip. Thirty
 * bytes a trip: a day of 200,000 trips takes 6 MB. Those still under way are added from the rows when a table is asked
 * for. What arrived longer ago is forgotten, since all of it is saved and hashed with the state: a run that lives for
 * weeks would slow down by its own past.
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

const KEPT_SECONDS = 86_400;

/** Of trips that were due from then on every run knows everything, whenever it forgot something last. */
export function knownFromSeconds(nowSeconds: number): number {
  return nowSeconds > KEPT_SECONDS ? nowSeconds - KEPT_SECONDS : Number.NEGATIVE_INFINITY;
}

/** Gone through so seldom. */
const FORGETS_EVERY_SECONDS = 3_600;

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
  if (ledger.count > 0 && ledger.arrivedSeconds[0] < arrivedSeconds - KEPT_SECONDS - FORGETS_EVERY_SECONDS) {
    forgetBefore(ledger, arrivedSeconds - KEPT_SECONDS);
  }
  if (ledger.count === ledger.trip.length) grow(ledger);
  const line = ledger.count++;
  ledger.trip[line] = trip;
  ledger.person[line] = person;
  ledger.dueSeconds[line] = dueSeconds;
  ledger.enteredSeconds[line] = enteredSeconds;
  ledger.arrivedSeconds[line] = arrivedSeconds;
  ledger.freeSeconds[line] = freeSeconds;
}

const columns = ['trip', 'person', 'dueSeconds', 'enteredSeconds', 'arrivedSeconds', 'freeSeconds'] as const;

/** Lines are in the order of arrival. */
function forgetBefore(ledger: TripLedger, seconds: number): void {
  let gone = 0;
  while (gone < ledger.count && ledger.arrivedSeconds[gone] < seconds) gone++;
  for (const column of columns) ledger[column].copyWithin(0, gone, ledger.count);
  ledger.count -= gone;
}

function grow(ledger: TripLedger): void {
  const wider = createTripLedger(2 * ledger.trip.length);
  for (const column of columns) wider[column].set(ledger[column]);
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

/** By ascending number, of arrived trips those that were due from a time on. One that circulates has no end and belongs in no table. */
export function tripTable(
  ledger: TripLedger,
  open: readonly OpenTrip[],
  fromSeconds = Number.NEGATIVE_INFINITY,
): TripTable {
  const { count } = ledger;
  const rows = count + open.length;
  const numbers = new Float64Array(rows);
  numbers.set(ledger.trip.subarray(0, count));
  open.forEach(({ trip }, i) => {
    numbers[count + i] = trip;
  });
  const isKnown = (line: number) => line >= count || ledger.dueSeconds[line] >= fromSeconds;
  const lines = Uint32Array.from(numbers.keys()).filter(isKnown);
  const order = lines.sort((a, b) => numbers[a] - numbers[b]);
  const column = (of: 'dueSeconds' | 'enteredSeconds' | 'arrivedSeconds' | 'freeSeconds', ofOpen: OfOpen) =>
    Float64Array.from(order, (line) => (line < count ? ledger[of][line] : ofOpen(open[line - count])));
  return {
    trip: Float64Array.from(order, (line) => numbers[line]),
    person: Int32Array.from(order, (line) => (line < count ? ledger.person[line] : open[line - count].person)),
    dueSeconds: column('dueSeconds', ({ dueSeconds }) => dueSeconds),
    enteredSeconds: column('enteredSeconds', ({ enteredSeconds }) => enteredSeconds),
    arrivedSeconds: column('arrivedSeconds', () => -1),
    freeSeconds: column('freeSeconds', ({ drivenFreeSeconds, restSeconds }) => drivenFreeSeconds + restSeconds),
    restSeconds: Float64Array.from(order, (line) => (line < count ? 0 : open[line - count].restSeconds)),
  };
}

type OfOpen = (trip: OpenTrip) => number;
