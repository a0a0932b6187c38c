import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { trafficDomain } from '../../../../sim/domains/traffic';
import { hashBytes } from '../../../../sim/kernel';
import { smallTown } from '../demand/small-town';
import { closeEdge, figures, patch, type Run, run, start } from '../simulate';
import { smallCity } from '../small-city';
import { addPassenger, avenue, checkPassengers, withLines } from './bus-town';

/** A square of streets with a way round on every side. */
const square = smallCity('square', {
  nodes: { a: [0, 0], b: [400, 0], c: [800, 0], d: [0, 400], e: [400, 400], f: [800, 400], w: [-300, 0], o: [1100, 0] },
  streets: {
    south: { path: ['w', 'a', 'b', 'c', 'o'], class: 'arterial', lanes: 2 },
    north: { path: ['d', 'e', 'f'], lanes: 1 },
    west: { path: ['a', 'd'], lanes: 1 },
    middle: { path: ['b', 'e'], lanes: 2 },
    east: { path: ['c', 'f'], lanes: 1 },
  },
  signals: ['b'],
  gates: { w: 9_000, o: 9_000 },
});
const edges = square.scene.roads!.edges.map(({ id }) => id).filter((id) => !/:w$|:o$/.test(id));

const bytesOf = (of: Run) => hashBytes(trafficDomain.save(of.state));
const reload = (of: Run): Run => ({
  ...of,
  heard: [...of.heard],
  state: trafficDomain.load(of.scene, of.state.settings, trafficDomain.save(of.state)),
});

describe('wherever lines run and whoever rides', () => {
  it('everybody who is due is at a stop, in a bus, or has arrived, and every bus that came in is there or has arrived', () => {
    const anyLine = fc.record({
      edges: fc.shuffledSubarray(edges, { minLength: 2, maxLength: 5 }),
      headwaySeconds: fc.integer({ min: 60, max: 400 }),
    });
    const anyRide = fc.record({
      line: fc.nat(2),
      from: fc.nat(4),
      to: fc.nat(4),
      count: fc.integer({ min: 1, max: 120 }),
      atS: fc.integer({ min: 1, max: 500 }),
    });
    fc.assert(
      fc.property(
        fc.array(anyLine, { minLength: 1, maxLength: 3 }),
        fc.array(anyRide, { maxLength: 8 }),
        fc.option(fc.record({ edge: fc.constantFrom(...edges), atS: fc.integer({ min: 50, max: 500 }) })),
        (lines, rides, shut) => {
          const scene = withLines(
            square,
            lines.map((line, i) => ({ ...line, id: `line-${i}` })),
          );
          const of = start(scene, 3);
          const { buses } = of.state;
          for (const { line, from, to, count, atS } of rides) {
            const { stops } = buses!.plan.lines[line % lines.length];
            for (let i = 0; i < count; i++)
              addPassenger(buses!, stops[from % stops.length], stops[to % stops.length], atS);
          }
          run(of, shut?.atS ?? 300, checkPassengers);
          if (shut) closeEdge(of, shut.edge, true);
          run(of, 300, checkPassengers);
          if (shut) closeEdge(of, shut.edge, false);
          run(of, 600, checkPassengers);
          const { vehicles, totals } = of.state;
          expect(totals.inserted).toBe(vehicles.count + totals.arrived);
        },
      ),
      { numRuns: 12 },
    );
  });
});

describe('a road that is shut', () => {
  const { city, eastward } = avenue(5, { lanes: 1 });
  const line = ['south:a:b', 'south:b:c', 'east:c:f', 'north:f:e'];

  it('takes its stop out of the line, buses go round and make the others', () => {
    const of = start(withLines(square, [{ edges: line, headwaySeconds: 200 }]));
    const slot = (edge: string) => of.scene.elements.stop.slotOf(`stop:${edge}`)!;
    run(of, 30);
    closeEdge(of, 'south:b:c', true);
    for (let i = 0; i < 8; i++) addPassenger(of.state.buses!, slot(line[0]), slot(line[3]), 31);
    for (let i = 0; i < 3; i++) addPassenger(of.state.buses!, slot(line[1]), slot(line[3]), 31);
    run(of, 900, checkPassengers);
    expect(of.state.buses!.sums.arrived).toBe(8);
    expect(of.state.buses!.passengers.waiting).toBe(3);
    expect(of.state.buses!.sums.stopsSkipped).toBeGreaterThanOrEqual(3);
    expect(figures(of)['traffic.trips-stuck']).toBe(0);
    closeEdge(of, 'south:b:c', false);
    run(of, 700, checkPassengers);
    expect(of.state.buses!.sums.arrived).toBe(11);
  });

  it('with no way round ends the run, and nobody is left in a bus for ever', () => {
    const of = start(withLines(city, [{ edges: eastward, headwaySeconds: 200 }]));
    for (let i = 0; i < 6; i++) {
      addPassenger(of.state.buses!, of.state.buses!.plan.lines[0].stops[0], of.state.buses!.plan.lines[0].stops[4], 1);
    }
    run(of, 150, checkPassengers);
    closeEdge(of, eastward[3], true);
    closeEdge(of, eastward[4], true);
    run(of, 900, checkPassengers);
    const { passengers, sums } = of.state.buses!;
    expect(passengers.aboard).toBe(0);
    expect(sums.arrived + sums.stranded + passengers.waiting).toBe(6);
  });
});

describe('saved in the middle of a day with buses', () => {
  const scene = withLines(smallTown({ residents: 900 }), [
    {
      id: 'one',
      edges: ['row1:a1:b1', 'row1:b1:c1', 'row1:c1:d1', 'row1:d1:e1'],
      headwaySeconds: 240,
      firstSeconds: 20_000,
    },
    {
      id: 'two',
      edges: ['row1:e1:d1', 'row1:d1:c1', 'row1:c1:b1', 'row1:b1:a1'],
      headwaySeconds: 300,
      firstSeconds: 20_000,
    },
  ]);

  it('it goes on bit for bit as if it had not been, with the city grown and a road shut', () => {
    const events: readonly (readonly [number, (of: Run) => void])[] = [
      [120, (of) => closeEdge(of, 'row1:c1:d1', true)],
      [240, (of) => patch(of, [{ knob: 'city.growth', slot: 0, value: 1.5, cause: 4 }])],
      [400, (of) => closeEdge(of, 'row1:c1:d1', false)],
    ];
    const go = (of: Run, fromS: number, untilS: number): Run => {
      let at = fromS;
      for (const [eventS, happens] of events) {
        if (eventS < fromS || eventS >= untilS) continue;
        run(of, eventS - at);
        happens(of);
        at = eventS;
      }
      return run(of, untilS - at);
    };
    const straight = go(start(scene, 9), 0, 700);
    expect(straight.state.buses!.sums.boarded).toBeGreaterThan(5);
    const whole = bytesOf(straight);
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_398 }), (halfSeconds) => {
        const before = go(start(scene, 9), 0, halfSeconds / 2);
        const after = reload(before);
        expect(bytesOf(after)).toBe(bytesOf(before));
        expect(bytesOf(go(after, halfSeconds / 2, 700))).toBe(whole);
      }),
      { numRuns: 10, examples: [[480], [481], [0]] },
    );
  });

  it('state with buses is refused where it is cut short', () => {
    const of = run(start(scene, 2), 60);
    const saved = trafficDomain.save(of.state);
    expect(() => trafficDomain.load(scene, of.state.settings, saved.slice(0, saved.length - 16))).toThrow();
  });
});

describe('people whose plans take the bus', () => {
  const lines = [
    {
      id: 'one',
      edges: ['row1:a1:b1', 'row1:b1:c1', 'row1:c1:d1', 'row1:d1:e1'],
      headwaySeconds: 300,
      firstSeconds: 18_000,
    },
    {
      id: 'two',
      edges: ['row1:e1:d1', 'row1:d1:c1', 'row1:c1:b1', 'row1:b1:a1'],
      headwaySeconds: 300,
      firstSeconds: 18_000,
    },
  ];

  it('come to stops at their times, ride, and have arrived when the day is over', () => {
    const of = start(withLines(smallTown({ residents: 1_500 }), lines, 12), 1, 20_000);
    const { buses, people } = of.state;
    const { riders, sums } = buses!;
    const { rides } = people!.departures;
    expect(riders!.count).toBeGreaterThan(20);
    expect(riders!.count + riders!.unserved + riders!.onFoot + riders!.tooLate).toBe(rides.count);
    run(of, 66_000 - 20_000);
    checkPassengers(of);
    const due = [...riders!.secondOfDay].filter((second) => second > 20_000 && second <= 66_000).length;
    // Those who came before are waiting or aboard at the start.
    expect(sums.due).toBeGreaterThanOrEqual(due);
    expect(sums.due).toBeLessThan(due + 30);
    expect(sums.arrived).toBeGreaterThan(0.97 * sums.due);
    const at = figures(of);
    expect(at['traffic.bus-passengers-carried']).toBe(sums.arrived);
    // Half a headway of 300 s, on roads of a small town.
    expect(at['traffic.bus-wait']).toBeGreaterThan(110);
    expect(at['traffic.bus-wait']).toBeLessThan(190);
  });

  it('do not go to a stop when no bus comes any more', () => {
    const last = 50_000;
    const of = start(
      withLines(
        smallTown({ residents: 1_500 }),
        lines.map((line) => ({ ...line, lastSeconds: last })),
        12,
      ),
    );
    const { riders, plan } = of.state.buses!;
    const longestS = Math.max(...plan.lines.map(({ offsetS }) => offsetS[offsetS.length - 1]));
    expect(riders!.tooLate).toBeGreaterThan(10);
    expect(riders!.count).toBeGreaterThan(10);
    for (const second of riders!.secondOfDay) expect(second).toBeLessThanOrEqual(last + longestS);
    // An hour before the first bus nobody comes either.
    for (const second of riders!.secondOfDay) expect(second).toBeGreaterThanOrEqual(18_000 - 3_600);
  });

  it('are more where the city grows', () => {
    const of = start(withLines(smallTown({ residents: 1_500 }), lines, 12), 1, 26_000);
    run(of, 10);
    const before = of.state.buses!.riders!.count;
    patch(of, [{ knob: 'city.growth', slot: 0, value: 2, cause: 4 }]);
    run(of, 10);
    expect(of.state.buses!.riders!.count).toBeGreaterThan(1.6 * before);
    checkPassengers(of);
  });
});
