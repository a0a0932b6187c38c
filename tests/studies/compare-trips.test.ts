import fc from 'fast-check';
import { expect, it } from 'vitest';
import { tripNumber } from '../../sim/domains/traffic/levels/paired-trips';
import { createTripLedger, noteArrival, tripTable } from '../../sim/domains/traffic/levels/trip-ledger';
import type { TripTable } from '../../sim/ports';
import { compareTrips as comparePairs, pairTripTables } from '../../sim/studies';

const END_S = 3_600;

const compareTrips = (a: readonly TripTable[], b: readonly TripTable[], endSeconds: number) =>
  comparePairs(a.map((table, i) => pairTripTables(table, b[i], endSeconds)));

/** A hundred trips of fifty people, each so much longer than 300 s; those beyond the end have not arrived. */
function runOf(extraSeconds: (trip: number) => number, person = (trip: number) => trip % 50): TripTable {
  const ledger = createTripLedger();
  const open = [];
  for (let trip = 0; trip < 100; trip++) {
    const dueSeconds = 30 * trip;
    const arrivedSeconds = dueSeconds + 300 + extraSeconds(trip);
    const number = tripNumber(7, trip);
    if (arrivedSeconds <= END_S) {
      noteArrival(ledger, number, person(trip), dueSeconds, dueSeconds, arrivedSeconds, 200);
    } else {
      const restSeconds = 100;
      open.push({
        trip: number,
        person: person(trip),
        dueSeconds,
        enteredSeconds: dueSeconds,
        drivenFreeSeconds: 100,
        restSeconds,
      });
    }
  }
  return tripTable(ledger, open);
}

it('a run against itself has no winner, no loser and no difference', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(900), { minLength: 100, maxLength: 100 }), (extra) => {
      const a = runOf((trip) => extra[trip]);
      const compared = compareTrips([a, a], [a, a], END_S);
      expect(compared.byTrip).toMatchObject({ winners: { mean: 0 }, losers: { mean: 0 }, unchanged: { mean: 100 } });
      expect(compared.delaySeconds).toMatchObject({ difference: 0, sign: 0 });
      expect(compared.byPerson?.unchanged.mean).toBe(50);
    }),
    { numRuns: 20 },
  );
});

it('turns round when the runs change places: the ones’ gain is the others’ loss', () => {
  const a = [runOf(() => 0), runOf((trip) => trip)];
  const b = [runOf((trip) => (trip % 2 === 0 ? 60 : 0)), runOf((trip) => trip + (trip % 2 === 0 ? 60 : -20))];
  const there = compareTrips(a, b, END_S);
  const back = compareTrips(b, a, END_S);
  expect(there.byTrip.losers.seeds).toEqual(back.byTrip.winners.seeds);
  expect(there.byTrip.lostHours.mean).toBeCloseTo(back.byTrip.wonHours.mean, 12);
  expect(there.travelSeconds.difference).toBeCloseTo(-back.travelSeconds.difference, 12);
  expect(there.byTrip.winners.seeds[0]).toBe(0);
});

it('a person’s trips are weighed together: who wins in the morning and loses in the evening has gained nothing', () => {
  const a = runOf(() => 60);
  const b = runOf((trip) => (trip < 50 ? 0 : 120));
  const compared = compareTrips([a, a], [b, b], END_S);
  expect(compared.byTrip).toMatchObject({ winners: { mean: 50 }, losers: { mean: 50 } });
  expect(compared.byPerson).toMatchObject({ winners: { mean: 0 }, losers: { mean: 0 } });
});

it('trips that nobody arrived from make a run worse, not better, and are counted', () => {
  const a = runOf(() => 0);
  const jammed = runOf((trip) => (trip >= 50 ? 100_000 : 0));
  const compared = compareTrips([a, a], [jammed, jammed], END_S);
  expect(compared.unfinished.difference).toBe(50);
  expect(compared.travelSeconds.sign).toBe(1);
  expect(compared.byTrip.losers.mean).toBeGreaterThan(30);
});

it('says nothing of persons where none is known', () => {
  const a = runOf(
    () => 0,
    () => -1,
  );
  expect(compareTrips([a, a], [a, a], END_S).byPerson).toBeNull();
});
