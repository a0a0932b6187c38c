import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  DIESEL_BUS,
  DIESEL_CAR,
  DIESEL_TRUCK,
  ELECTRIC_CAR,
  NO_DRIVE,
  PETROL_CAR,
} from '../../../../sim/domains/traffic/emissions/energy-classes';
import { exhaustOfChina6 } from '../../../../sim/domains/traffic/emissions/exhaust-stages';
import {
  exhaustAsMeasured,
  exhaustGps,
  exhaustSet,
  HARSHEST_MEASURED_MPS2,
  heldMps2,
  NOX,
  PARTICLES,
  VOC,
} from '../../../../sim/domains/traffic/emissions/pollutants';
import { NOX_G, PARTICLES_G, VOC_G } from '../../../../sim/domains/traffic/emissions/sums';
import { drive } from './drive';
import { nedc, traceOf, urban } from './driving-cycles';

const measured = exhaustAsMeasured();
const pollutantGps = (kind: number, pollutant: number, v: number, a: number) =>
  exhaustGps(measured, exhaustSet(kind, a), pollutant, v, heldMps2(a));
const speed = fc.double({ min: 0, max: 35, noNaN: true });
const acceleration = fc.double({ min: -9, max: 9, noNaN: true });

it('idling vehicles emit the constant of the published polynomial', () => {
  expect(pollutantGps(PETROL_CAR, NOX, 0, 0)).toBe(6.19e-4);
  expect(pollutantGps(PETROL_CAR, VOC, 0, 0)).toBe(4.47e-3);
  expect(pollutantGps(PETROL_CAR, PARTICLES, 0, 0)).toBe(0);
  expect(pollutantGps(DIESEL_TRUCK, NOX, 0, 0)).toBe(3.56e-2);
  expect(pollutantGps(DIESEL_BUS, PARTICLES, 0, 0)).toBe(2.23e-4);
});

it('follows the published polynomial: a bus at 10 m/s and 1 m/s² emits 0.178 g of nitrogen oxides a second', () => {
  const byHand = 2.36e-2 + 6.51e-3 * 10 - 1.7e-4 * 100 + 2.17e-2 + 8.94e-3 + 7.57e-3 * 10;
  expect(pollutantGps(DIESEL_BUS, NOX, 10, 1)).toBeCloseTo(byHand, 12);
  expect(byHand).toBeCloseTo(0.178, 3);
});

it('nothing is ever negative, and what has no exhaust emits nothing', () => {
  fc.assert(
    fc.property(speed, acceleration, fc.constantFrom(NOX, VOC, PARTICLES), (v, a, pollutant) => {
      for (const kind of [PETROL_CAR, DIESEL_CAR, DIESEL_TRUCK, DIESEL_BUS]) {
        expect(pollutantGps(kind, pollutant, v, a)).toBeGreaterThanOrEqual(0);
      }
      expect(pollutantGps(ELECTRIC_CAR, pollutant, v, a)).toBe(0);
      expect(pollutantGps(NO_DRIVE, pollutant, v, a)).toBe(0);
    }),
  );
});

it('beyond the harshest driving measured, harder braking and accelerating add nothing', () => {
  for (const a of [HARSHEST_MEASURED_MPS2, -HARSHEST_MEASURED_MPS2]) {
    expect(pollutantGps(DIESEL_CAR, NOX, 10, 3 * a)).toBe(pollutantGps(DIESEL_CAR, NOX, 10, a));
  }
});

it('stop and go emits more of everything a kilometre than a steady way', () => {
  for (const kind of [PETROL_CAR, DIESEL_TRUCK, DIESEL_BUS]) {
    const town = traceOf(urban, 1);
    const steady = traceOf(
      [
        [1, 40],
        [200, 40],
      ],
      1,
    );
    for (const column of [NOX_G, VOC_G, PARTICLES_G]) {
      const goes = drive(kind, town).column(column) / town.distanceM;
      expect(goes).toBeGreaterThan(drive(kind, steady).column(column) / steady.distanceM);
    }
  }
});

it('on the driving cycle they lie at the limits of their time: a petrol car of Euro 3 (0.15 g/km), a bus under 8 g/km of NOx', () => {
  const trace = traceOf(nedc, 1);
  const gramsPerKm = (kind: number, column: number) => drive(kind, trace).column(column) / (trace.distanceM / 1000);
  expect(gramsPerKm(PETROL_CAR, NOX_G)).toBeGreaterThan(0.05);
  expect(gramsPerKm(PETROL_CAR, NOX_G)).toBeLessThan(0.15);
  expect(gramsPerKm(DIESEL_CAR, NOX_G)).toBeGreaterThan(0.4);
  expect(gramsPerKm(DIESEL_CAR, NOX_G)).toBeLessThan(1.2);
  expect(gramsPerKm(DIESEL_BUS, NOX_G)).toBeGreaterThan(4);
  expect(gramsPerKm(DIESEL_BUS, NOX_G)).toBeLessThan(8);
  expect(gramsPerKm(DIESEL_CAR, PARTICLES_G)).toBeGreaterThan(10 * gramsPerKm(PETROL_CAR, PARTICLES_G));
});

it('under China 6 a bus in town emits 0.5 to 1 g/km of nitrogen oxides, and nobody more than as measured', () => {
  const town = traceOf(urban, 1);
  for (const kind of [PETROL_CAR, DIESEL_CAR, DIESEL_TRUCK, DIESEL_BUS]) {
    const old = drive(kind, town);
    const clean = drive(kind, town, { exhaust: exhaustOfChina6() });
    for (const column of [NOX_G, VOC_G, PARTICLES_G]) {
      expect(clean.column(column)).toBeLessThanOrEqual(old.column(column));
    }
  }
  const gramsPerKm = drive(DIESEL_BUS, town, { exhaust: exhaustOfChina6() }).column(NOX_G) / (town.distanceM / 1000);
  expect(gramsPerKm).toBeGreaterThan(0.5);
  expect(gramsPerKm).toBeLessThan(1);
});
