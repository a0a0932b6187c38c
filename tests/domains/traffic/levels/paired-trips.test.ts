import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pairTrips, type TripTable, tripNumber } from '../../../../sim/domains/traffic/levels/paired-trips';
import {
  gainsByPerson,
  gainsByTrip,
  pairedFigures,
  percentile,
  weighGains,
} from '../../../../sim/domains/traffic/levels/winners-and-losers';

interface Trip {
  readonly trip: number;
  readonly person?: number;
  readonly due: number;
  readonly entered?: number;
  readonly arrived?: number;
  readonly free?: number;
  readonly rest?: number;
}

function table(trips: readonly Trip[]): TripTable {
  const of = (value: (trip: Trip) => number) => Float64Array.from(trips, value);
  return {
    trip: of(({ trip }) => trip),
    person: Int32Array.from(trips, ({ person = -1 }) => person),
    dueSeconds: of(({ due }) => due),
    enteredSeconds: of(({ entered = -1 }) => entered),
    arrivedSeconds: of(({ arrived = -1 }) => arrived),
    freeSeconds: of(({ free = 100 }) => free),
    restSeconds: of(({ rest = 0 }) => rest),
  };
}

const END = 3_600;
const someTrips = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 40 }).chain((numbers) =>
  fc.tuple(
    ...[...numbers]
      .sort((a, b) => a - b)
      .map((trip) =>
        fc.record({ due: fc.integer({ min: 0, max: 4_000 }), took: fc.integer({ min: 50, max: 2_000 }) }).map((t) => {
          const arrived = t.due + t.took;
          const done = arrived <= END;
          return {
            trip,
            person: trip % 7,
            due: t.due,
            entered: t.due,
            arrived: done ? arrived : -1,
            rest: done ? 0 : 30,
          };
        }),
      ),
  ),
);

it('a run against itself has neither winners nor losers', () => {
  fc.assert(
    fc.property(someTrips, (trips) => {
      const pairs = pairTrips(table(trips), table(trips), END);
      expect(pairs.trip.length).toBe(trips.filter(({ due }) => due <= END).length);
      expect(weighGains(gainsByTrip(pairs), 0)).toMatchObject({ winners: 0, losers: 0, meanGainSeconds: 0 });
    }),
  );
});

it('every trip that was due is a pair or is counted as in one run only', () => {
  fc.assert(
    fc.property(someTrips, someTrips, (a, b) => {
      const pairs = pairTrips(table(a), table(b), END);
      const due = (trips: readonly Trip[]) => trips.filter((trip) => trip.due <= END).length;
      expect(pairs.trip.length + pairs.onlyInBaseline).toBe(due(a));
      expect(pairs.trip.length + pairs.onlyInVariant).toBe(due(b));
    }),
  );
});

it('changing sides turns every gain into a loss', () => {
  fc.assert(
    fc.property(someTrips, someTrips, (a, b) => {
      const there = weighGains(gainsByTrip(pairTrips(table(a), table(b), END)));
      const back = weighGains(gainsByTrip(pairTrips(table(b), table(a), END)));
      expect(back.winners).toBe(there.losers);
      expect(back.lostSeconds).toBe(there.wonSeconds);
      expect(back.meanGainSeconds).toBeCloseTo(-there.meanGainSeconds, 9);
    }),
  );
});

it('what all persons gain is what all trips gain', () => {
  fc.assert(
    fc.property(someTrips, someTrips, (a, b) => {
      const pairs = pairTrips(table(a), table(b), END);
      const { gainSeconds, trips } = gainsByPerson(pairs);
      const sum = (values: Iterable<number>) => Array.from(values).reduce((total, value) => total + value, 0);
      expect(sum(gainSeconds)).toBeCloseTo(sum(gainsByTrip(pairs)), 6);
      expect(sum(trips)).toBe(pairs.trip.length);
    }),
  );
});

it('a grid-lock is no improvement: trips that never arrive count with the time so far and the rest of their way', () => {
  const baseline = table([
    { trip: 1, due: 0, entered: 0, arrived: 300 },
    { trip: 2, due: 0, entered: 0, arrived: 900 },
  ]);
  const jammed = table([
    { trip: 1, due: 0, entered: 0, arrived: 250 },
    { trip: 2, due: 0, entered: 0, rest: 60 },
  ]);
  const pairs = pairTrips(baseline, jammed, END);
  expect(Array.from(pairs.variantSeconds)).toEqual([250, END + 60]);
  expect(pairedFigures(pairs)).toMatchObject({ unfinishedInBaseline: 0, unfinishedInVariant: 1 });
  expect(pairedFigures(pairs).variantMeanSeconds).toBeGreaterThan(pairedFigures(pairs).baselineMeanSeconds);
});

it('waiting outside counts as time and is told apart', () => {
  const baseline = table([{ trip: 1, due: 100, entered: 100, arrived: 400 }]);
  const full = table([{ trip: 1, due: 100, entered: 700, arrived: 1_000 }]);
  const figures = pairedFigures(pairTrips(baseline, full, END));
  expect(figures).toMatchObject({ baselineMeanOutsideSeconds: 0, variantMeanOutsideSeconds: 600 });
  expect(figures.variantMeanSeconds - figures.baselineMeanSeconds).toBe(600);
});

it('a lower limit does not reduce delay: both runs are measured against the baseline’s empty road', () => {
  const fast = table([{ trip: 1, due: 0, entered: 0, arrived: 150, free: 100 }]);
  const slow = table([{ trip: 1, due: 0, entered: 0, arrived: 190, free: 160 }]);
  expect(pairedFigures(pairTrips(fast, slow, END))).toMatchObject({
    baselineMeanDelaySeconds: 50,
    variantMeanDelaySeconds: 90,
  });
});

it('who wins in the morning and loses in the evening has gained nothing', () => {
  const baseline = table([
    { trip: 1, person: 5, due: 0, entered: 0, arrived: 300 },
    { trip: 2, person: 5, due: 2_000, entered: 2_000, arrived: 2_300 },
  ]);
  const variant = table([
    { trip: 1, person: 5, due: 0, entered: 0, arrived: 200 },
    { trip: 2, person: 5, due: 2_000, entered: 2_000, arrived: 2_400 },
  ]);
  const pairs = pairTrips(baseline, variant, END);
  expect(weighGains(gainsByTrip(pairs))).toMatchObject({ winners: 1, losers: 1 });
  expect(weighGains(gainsByPerson(pairs).gainSeconds)).toMatchObject({ count: 1, winners: 0, losers: 0, unchanged: 1 });
});

it('trips are numbered by hour and key without collisions, and a table out of order is refused', () => {
  expect(tripNumber(8, 5)).toBeLessThan(tripNumber(8, 6));
  expect(tripNumber(8, 4_294_967_295)).toBeLessThan(tripNumber(9, 0));
  const wrong = table([
    { trip: 2, due: 0 },
    { trip: 1, due: 0 },
  ]);
  expect(() => pairTrips(wrong, wrong, END)).toThrow('met trip 1 after 2');
});

it('a percentile is a value that was met', () => {
  const values = Float64Array.of(1, 2, 3, 4, 100);
  expect(percentile(values, 0.5)).toBe(3);
  expect(percentile(values, 0.95)).toBe(100);
  expect(percentile(values, 0)).toBe(1);
  expect(percentile(new Float64Array(0), 0.5)).toBe(0);
});
