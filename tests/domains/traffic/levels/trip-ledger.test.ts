import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairTrips, tripNumber } from '../../../../sim/domains/traffic/levels/paired-trips';
import { createTripLedger, noteArrival, tripTable } from '../../../../sim/domains/traffic/levels/trip-ledger';
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
