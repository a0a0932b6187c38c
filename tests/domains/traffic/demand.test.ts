import { expect, it } from 'vitest';
import { listHour } from '../../../sim/domains/traffic/demand/departures';
import { departureSeconds, drawTrip, hourShape, type Trip } from '../../../sim/domains/traffic/demand/trips';
import { CAR, TRUCK } from '../../../sim/domains/traffic/vehicle-kinds';
import { figures, patch, run, start } from './simulate';
import { crossroads } from './small-city';

const scene = crossroads({ truckShare: 0.2, gates: { n: 12_000, e: 12_000, s: 6_000, w: 6_000 } });

it('an hour has half of what the gates count as departures, for each is counted out again; in the order of their times', () => {
  const { dueSeconds } = listHour(start(scene, 1).state, 8);
  expect(dueSeconds.length).toBeGreaterThan(740);
  expect(dueSeconds.length).toBeLessThan(760);
  expect(Array.from(dueSeconds)).toEqual(Array.from(dueSeconds).sort((a, b) => a - b));
  expect(dueSeconds[0]).toBeGreaterThanOrEqual(8 * 3_600);
  expect(dueSeconds[dueSeconds.length - 1]).toBeLessThan(9 * 3_600);
});

it('more demand adds trips and changes none: a baseline and an event share their luck', () => {
  const of = start(scene, 1);
  const before = listHour(of.state, 8);
  patch(of, [{ knob: 'gate.demand', slot: 1, value: 2, cause: 1 }]);
  const after = listHour(of.state, 8);
  const due = new Map(Array.from(after.keys, (key, i) => [key, after.dueSeconds[i]]));
  expect(after.keys.length).toBeGreaterThan(before.keys.length + 200);
  before.keys.forEach((key, i) => {
    expect(due.get(key)).toBe(before.dueSeconds[i]);
  });
});

it('less demand takes trips away and changes none', () => {
  const of = start(scene, 1);
  const before = new Set(listHour(of.state, 8).keys);
  patch(of, [{ knob: 'gate.demand', slot: 0, value: 0, cause: 1 }]);
  const after = listHour(of.state, 8).keys;
  expect(after.length).toBeLessThan(before.size - 200);
  for (const key of after) expect(before.has(key)).toBe(true);
});

it('a trip is drawn from its number alone, begins and ends at different gates, and one in five is a truck', () => {
  const { state } = start(scene, 1);
  const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };
  const { keys } = listHour(state, 8);
  const first = Array.from(keys, (key) => {
    expect(drawTrip(state.luck, state.demand!, 8, key, trip)).toBe(true);
    return { ...trip };
  });
  const again = Array.from(keys)
    .reverse()
    .map((key) => {
      drawTrip(state.luck, state.demand!, 8, key, trip);
      return { ...trip };
    });
  expect(again.reverse()).toEqual(first);
  for (const { originEdge, destinationEdge } of first) expect(originEdge).not.toBe(destinationEdge);
  const trucks = first.filter(({ kind }) => kind === TRUCK).length / first.length;
  expect(first.every(({ kind }) => kind === CAR || kind === TRUCK)).toBe(true);
  expect(trucks).toBeGreaterThan(0.16);
  expect(trucks).toBeLessThan(0.24);
});

it('a run begins in a living city, with everything counted from its start', () => {
  const of = start(scene, 1);
  const atStart = figures(of);
  expect(atStart['traffic.trips-running']).toBeGreaterThan(8);
  expect(atStart['traffic.trips-inserted']).toBe(atStart['traffic.trips-running']);
  expect(atStart['traffic.distance']).toBe(0);
  expect(atStart['traffic.mean-time-loss']).toBe(0);
  run(of, 600);
  expect(figures(of)['traffic.trips-running']).toBeLessThan(4 * atStart['traffic.trips-running']);
});

it('within an hour the rate goes over into the hours beside it, and an even day is even', () => {
  const { luck } = start(scene, 1).state;
  const share = (shape: ReturnType<typeof hourShape>, from: number, to: number) => {
    let count = 0;
    for (let key = 0; key < 4_000; key++) {
      const at = departureSeconds(luck, 7, key, shape) / 3_600 - 7;
      expect(at >= 0 && at < 1).toBe(true);
      if (at >= from && at < to) count++;
    }
    return count / 4_000;
  };
  expect(share(hourShape(5, 5, 5), 0, 0.5)).toBeCloseTo(0.5, 1);
  // From 100 an hour to 300: at the seam 200, whichever side one looks from.
  expect(share(hourShape(100, 300, 300), 0, 0.1)).toBeCloseTo(0.0697, 1);
  expect(share(hourShape(100, 300, 300), 0, 0.1)).toBeLessThan(share(hourShape(300, 300, 300), 0, 0.1));
  expect(share(hourShape(0, 0.0001, 900), 0, 0.5)).toBeLessThan(0.1);
});
