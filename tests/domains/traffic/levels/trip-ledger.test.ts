import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { pairTrips, tripNumber } from '../../../../sim/domains/traffic/levels/paired-trips';
import {
  createTripLedger,
  knownFromSeconds,
  noteArrival,
  type OpenTrip,
  tripTable,
} from '../../../../sim/domains/traffic/levels/trip-ledger';
import { pairedFigures } from '../../../../sim/domains/traffic/levels/winners-and-losers';

it('keeps every trip however many there are, and puts them in order of their numbers', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.nat(100_000), { maxLength: 60 }), (numbers) => {
      const ledger = createTripLedger(2);
      for (const number of numbers) noteArrival(ledger, number, number % 9, 10, 12, 300, 200);
      const { trip, person } = tripTable(ledger, []);
      expect(Array.from(trip)).toEqual([...numbers].sort((a, b) => a - b));
      trip.forEach((number, row) => {
        expect(person[row]).toBe(number % 9);
      });
    }),
  );
});

it('trips on the road and trips that wait outside stand beside those that have arrived', () => {
  const ledger = createTripLedger();
  noteArrival(ledger, tripNumber(7, 2), 1, 25_200, 25_210.5, 25_500, 180);
  const open = [
    {
      trip: tripNumber(7, 1),
      person: 2,
      dueSeconds: 25_300,
      enteredSeconds: 25_300,
      drivenFreeSeconds: 40,
      restSeconds: 60,
    },
    {
      trip: tripNumber(7, 3),
      person: 3,
      dueSeconds: 25_400,
      enteredSeconds: -1,
      drivenFreeSeconds: 0,
      restSeconds: 120,
    },
  ];
  const table = tripTable(ledger, open);
  expect(Array.from(table.arrivedSeconds)).toEqual([-1, 25_500, -1]);
  expect(Array.from(table.freeSeconds)).toEqual([100, 180, 120]);
  const figures = pairedFigures(pairTrips(table, table, 25_600));
  expect(figures.unfinishedInBaseline).toBe(2);
  expect(figures.baselineMeanSeconds).toBeCloseTo((360 + 300 + 320) / 3, 9);
  expect(figures.baselineMeanOutsideSeconds).toBeCloseTo((0 + 10.5 + 200) / 3, 9);
});

describe('a run that lives for weeks', () => {
  const HOUR_S = 3_600;
  const living = (hours: number, tripSeconds: (trip: number) => number) => {
    const ledger = createTripLedger(2);
    let most = 0;
    const endSeconds = HOUR_S * hours;
    const trips = Array.from({ length: 60 * hours }, (_, trip) => ({ trip, due: 60 * trip, took: tripSeconds(trip) }));
    trips.sort((a, b) => a.due + a.took - (b.due + b.took));
    const open: OpenTrip[] = [];
    for (const { trip, due, took } of trips) {
      if (due + took <= endSeconds) noteArrival(ledger, trip, 0, due, due, due + took, 30);
      else open.push({ trip, person: 0, dueSeconds: due, enteredSeconds: due, drivenFreeSeconds: 1, restSeconds: 1 });
      most = Math.max(most, ledger.trip.length);
    }
    return { ledger, open, most, endSeconds };
  };

  it('forgets nothing in its first day, and holds no more after three weeks than after two days', () => {
    expect(living(24, () => 50).ledger.count).toBe(24 * 60);
    const [two, many] = [living(48, () => 50), living(21 * 24, () => 50)];
    expect(many.most).toBe(two.most);
    expect(many.ledger.count).toBeLessThanOrEqual(25 * 60 + 1);
  });

  it('is compared with another by the same trips, however differently they forget', () => {
    const quick = living(73, () => 40);
    const slow = living(73, (trip) => 40 + (trip % 7) * 500);
    const of = ({ ledger, open, endSeconds }: typeof quick) => tripTable(ledger, open, knownFromSeconds(endSeconds));
    const pairs = pairTrips(of(quick), of(slow), quick.endSeconds);
    expect([pairs.onlyInBaseline, pairs.onlyInVariant]).toEqual([0, 0]);
    expect(pairs.trip.length).toBe(24 * 60);
  });
});
