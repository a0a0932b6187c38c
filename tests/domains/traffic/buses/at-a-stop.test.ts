import { describe, expect, it } from 'vitest';
import {
  ALIGHTING_S,
  BOARDING_AMONG_STANDING_S,
  BOARDING_S,
  CAPACITY,
  DOORS_S,
  SEATS,
} from '../../../../sim/domains/traffic/buses/call-at-stop';
import { figures, type Run, run, start } from '../simulate';
import { addPassenger, avenue, checkPassengers, watchCalls, withLines } from './bus-town';

const { city, eastward } = avenue(5);
const scene = withLines(city, [{ edges: eastward, headwaySeconds: 300 }]);
const slots = eastward.map((edge) => scene.elements.stop.slotOf(`stop:${edge}`)!);

/** Puts people at stops before the first bus and answers how long that stood at each stop. */
function dwells(
  people: readonly (readonly [from: number, to: number, count: number])[],
  seconds = 420,
): { of: Run; dwell: number[] } {
  const of = start(scene);
  for (const [from, to, count] of people) {
    for (let i = 0; i < count; i++) addPassenger(of.state.buses!, slots[from], slots[to], 1);
  }
  const { calls, look } = watchCalls();
  run(of, seconds, (each) => {
    look(each);
    checkPassengers(each);
  });
  const first = calls.filter(({ key }) => key === calls[0].key);
  return { of, dwell: first.map(({ standsS }) => standsS) };
}

/** A step begins and one ends within the stand. */
const WITHIN_S = 1;

describe('how long a bus stands (Transit Capacity and Quality of Service Manual)', () => {
  it.each([10, 20, 30])('%i who get on take 2.75 s each at the front door, and the doors 3.5 s', (count) => {
    const { dwell } = dwells([[0, 2, count]]);
    expect(dwell[0]).toBeGreaterThanOrEqual(3.5 + 2.75 * count - 0.01);
    expect(dwell[0]).toBeLessThanOrEqual(3.5 + 2.75 * count + WITHIN_S);
  });

  it('those who get off at the same time by the other door count only where they take longer', () => {
    const { dwell } = dwells([
      [0, 2, 30],
      [2, 4, 10],
    ]);
    expect(Math.abs(dwell[2] - (DOORS_S + 30 * ALIGHTING_S))).toBeLessThanOrEqual(WITHIN_S);
    const more = dwells([
      [0, 2, 5],
      [2, 4, 12],
    ]);
    expect(Math.abs(more.dwell[2] - (DOORS_S + 12 * BOARDING_S))).toBeLessThanOrEqual(WITHIN_S);
  });

  it('getting on takes half a second longer where people stand', () => {
    const { dwell } = dwells([[0, 2, 50]]);
    const expected = DOORS_S + 50 * BOARDING_S + (50 - SEATS) * BOARDING_AMONG_STANDING_S;
    expect(Math.abs(dwell[0] - expected)).toBeLessThanOrEqual(WITHIN_S);
  });

  it('a stop that nobody uses is made all the same, for no less than the doors take', () => {
    const { dwell } = dwells([[0, 2, 1]]);
    expect(dwell[1]).toBeGreaterThanOrEqual(DOORS_S);
  });
});

describe('passengers', () => {
  it('arrive where they want to, and nobody is lost on the way', () => {
    const { of } = dwells(
      [
        [0, 1, 7],
        [0, 4, 5],
        [1, 3, 9],
        [3, 4, 2],
      ],
      700,
    );
    expect(figures(of)['traffic.trips-arrived']).toBeGreaterThanOrEqual(1);
    expect(of.state.buses!.sums.arrived).toBe(23);
    expect(of.state.buses!.sums.boarded).toBe(23);
  });

  it('who finds the bus full waits for the next one, first come first served', () => {
    const { of } = dwells([[0, 4, CAPACITY + 25]], 330);
    expect(of.state.buses!.sums.boarded).toBe(CAPACITY);
    expect(of.state.buses!.sums.leftBehind).toBe(25);
    expect(of.state.buses!.passengers.waiting).toBe(25);
    run(of, 120, checkPassengers);
    expect(of.state.buses!.sums.boarded).toBe(CAPACITY + 25);
    expect(of.state.buses!.passengers.waiting).toBe(0);
  });

  it('nobody gets into a bus that does not go where he wants to, nor into one that has been there', () => {
    const { of } = dwells([[3, 1, 4]], 900);
    expect(of.state.buses!.sums.boarded).toBe(0);
    expect(of.state.buses!.passengers.waiting).toBe(4);
  });

  it('who comes while the bus stands gets in, and who comes a moment too late does not', () => {
    const of = start(scene);
    const { buses } = of.state;
    for (let i = 0; i < 10; i++) addPassenger(buses!, slots[0], slots[2], 1);
    run(of, 70); // it stands since 60 s, for 31 s
    addPassenger(buses!, slots[0], slots[2], 70);
    run(of, 40);
    expect(buses!.sums.boarded).toBe(11);
    addPassenger(buses!, slots[0], slots[2], 110);
    run(of, 60);
    expect(buses!.sums.boarded).toBe(11);
    expect(buses!.passengers.waiting).toBe(1);
  });

  it('change from line to line, on foot from stop to stop', () => {
    const two = withLines(city, [
      { id: 'one', edges: eastward.slice(0, 3), headwaySeconds: 200 },
      { id: 'two', edges: eastward.slice(2), headwaySeconds: 200, firstSeconds: 25_300 },
    ]);
    const of = start(two);
    const slot = (place: number) => two.elements.stop.slotOf(`stop:${eastward[place]}`)!;
    addPassenger(of.state.buses!, slot(0), slot(2), 1, slot(2), slot(4));
    run(of, 900, checkPassengers);
    expect(of.state.buses!.sums.boarded).toBe(2);
    expect(of.state.buses!.sums.arrived).toBe(1);
  });
});
