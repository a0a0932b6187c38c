import { expect, it } from 'vitest';
import * as units from '../../sim/kernel/units';

it.each([
  [units.kmhToMps, units.mpsToKmh, 36, 10],
  [units.degToRad, units.radToDeg, 180, Math.PI],
  [units.minutesFromSeconds, units.secondsFromMinutes, 90, 1.5],
  [units.hoursFromSeconds, units.secondsFromHours, 5_400, 1.5],
  [units.kmFromMetres, units.metresFromKm, 2_500, 2.5],
  [units.kwhFromJoules, units.joulesFromKwh, 7_200_000, 2],
  [units.kwFromWatts, units.wattsFromKw, 1_500, 1.5],
  [units.kelvinFromCelsius, units.celsiusFromKelvin, 20, 293.15],
  [units.kpaFromPascals, units.pascalsFromKpa, 101_325, 101.325],
  [units.m3phFromM3ps, units.m3psFromM3ph, 0.5, 1_800],
])('%o turns a known value into a known value, and its opposite turns it back', (there, back, from, to) => {
  expect(there(from)).toBeCloseTo(to, 12);
  expect(back(to)).toBeCloseTo(from, 9);
});
