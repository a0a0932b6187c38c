import { expect, it } from 'vitest';
import { sceneFromFolder } from './scene-folder';
import { run, start } from './simulate';

it('keeps 22 cars on a ring of 230 m for ever, and nobody touches anybody', () => {
  const of = start(sceneFromFolder('tiny/ring'), 1);
  let slowest = Number.POSITIVE_INFINITY;
  run(of, 900, ({ state }) => {
    for (let row = 0; row < 22; row++) slowest = Math.min(slowest, state.vehicles.odometerM[row]);
  });
  const { vehicles, totals } = of.state;
  expect(vehicles.count).toBe(22);
  expect(totals.arrived).toBe(0);
  expect(totals.hardestStops).toBe(0);
  // Published for this density: the jam of a livelier driver dissolves at about 12 km/h; nobody is left behind.
  const kmh = (3.6 * totals.distanceM) / totals.drivenSeconds;
  expect(kmh).toBeGreaterThan(7);
  expect(kmh).toBeLessThan(16);
  for (let row = 0; row < 22; row++) expect(vehicles.odometerM[row]).toBeGreaterThan(0.8 * (totals.distanceM / 22));
});
