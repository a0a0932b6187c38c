import { expect, it } from 'vitest';
import { driversOf } from '../../../../sim/domains/traffic/driving/drivers';
import { paceOf } from '../../../../sim/domains/traffic/driving/pace';
import { dischargeOf, RANKS } from '../../../../sim/domains/traffic/meso/discharge';
import { crossroads } from '../small-city';

const CAR = 0;
const TRUCK = 1;
const drivers = driversOf(crossroads());
const KMH_50 = 50 / 3.6;
const FIRST = Number.POSITIVE_INFINITY;
const perHour = (stepS: number, type = CAR, turnMps = KMH_50) =>
  3_600 / dischargeOf(drivers, type, paceOf(stepS, true), KMH_50, turnMps, 20, FIRST).headwayS[RANKS - 1];

it('lets a queue of cars go at the saturation flow of the drivers', () => {
  expect(Math.abs(perHour(0.5) / 1_876 - 1)).toBeLessThan(0.02);
  expect(Math.abs(perHour(0.25) / perHour(0.5) - 1)).toBeLessThan(0.02);
});

it('lets lorries, and those who turn, go more slowly', () => {
  expect(perHour(0.5, TRUCK)).toBeLessThan(1_500);
  expect(perHour(0.5, CAR, 6)).toBeLessThan(0.9 * perHour(0.5));
});

it('starts a queue from the front, each later and faster at the line than the one before, at a wave of 15 to 25 km/h', () => {
  const { startS, headwayS, lineMps, waveMps } = dischargeOf(
    drivers,
    CAR,
    paceOf(0.5, true),
    KMH_50,
    KMH_50,
    20,
    FIRST,
  );
  expect(startS).toBeGreaterThan(0.5);
  expect(headwayS[1]).toBeGreaterThan(headwayS[5]);
  for (let i = 1; i < RANKS; i++) expect(lineMps[i]).toBeGreaterThanOrEqual(lineMps[i - 1] - 0.05);
  expect(3.6 * waveMps).toBeGreaterThan(15);
  expect(3.6 * waveMps).toBeLessThan(25);
});

it('costs one who must be ready to stop for others more than one with the right of way', () => {
  const pace = paceOf(0.5, true);
  const first = dischargeOf(drivers, CAR, pace, KMH_50, 8, 20, FIRST);
  const looks = dischargeOf(drivers, CAR, pace, KMH_50, 8, 20, 0);
  expect(looks.slowsS).toBeGreaterThan(first.slowsS + 1);
  expect(looks.slowsToMps).toBeLessThan(first.slowsToMps);
});
