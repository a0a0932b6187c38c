import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ambientPressurePa, waterDensityKgPerM3, waterViscosityPaS } from '../../../sim/networks/pipes';
import { potentialOf, potentialSlope, pressureOf } from '../../../sim/networks/pipes/potential';

describe('water', () => {
  // CRC Handbook of Chemistry and Physics, "Properties of Water in the Range 0–100 °C".
  it.each([
    [0, 999.84, 1.7916e-3],
    [10, 999.7, 1.3059e-3],
    [20, 998.21, 1.0016e-3],
    [40, 992.22, 0.6527e-3],
    [60, 983.2, 0.4658e-3],
    [90, 965.31, 0.3142e-3],
  ])('at %s °C weighs %s kg/m³ and is as viscous as published', (celsius, density, viscosity) => {
    expect(waterDensityKgPerM3(celsius + 273.15)).toBeCloseTo(density, 1);
    expect(Math.abs(waterViscosityPaS(celsius + 273.15) / viscosity - 1)).toBeLessThan(2e-3);
  });
});

describe('the air', () => {
  // ISO 2533, table of the standard atmosphere.
  it.each([
    [0, 101_325],
    [500, 95_461],
    [1_000, 89_876],
    [2_000, 79_501],
  ])('at %s m weighs %s Pa', (heightM, pressure) => {
    expect(Math.abs(ambientPressurePa(heightM) / pressure - 1)).toBeLessThan(1e-4);
  });
});

describe('the potential of gas', () => {
  const law = fc.record({
    offset: fc.double({ min: 0.9, max: 1.1, noNaN: true }),
    slopePerPa: fc.double({ min: -3e-8, max: 1e-8, noNaN: true }),
  });
  const pressure = fc.double({ min: 1e3, max: 1e8, noNaN: true });

  it('is the square of the pressure where K is 1', () => {
    expect(potentialOf({ offset: 1, slopePerPa: 0 }, 3e5)).toBe(9e10);
    expect(pressureOf({ offset: 1, slopePerPa: 0 }, 9e10)).toBe(3e5);
  });

  it('gives the pressure back, to the last bits and far beyond where the line of K is any good', () => {
    fc.assert(
      fc.property(law, pressure, (line, p) => {
        expect(Math.abs(pressureOf(line, potentialOf(line, p)) / p - 1)).toBeLessThan(1e-13);
      }),
    );
  });

  it('grows by 2p/K, on both sides of where the series ends', () => {
    fc.assert(
      fc.property(law, pressure, (line, p) => {
        fc.pre(Math.abs((line.slopePerPa * p) / line.offset + 0.75) > 0.01);
        const h = 1e-4 * p;
        const rise = (potentialOf(line, p + h) - potentialOf(line, p - h)) / (2 * h);
        expect(Math.abs(rise / potentialSlope(line, p) - 1)).toBeLessThan(1e-6);
      }),
    );
  });

  it('agrees with K at the usual mean pressure to the second order', () => {
    const line = { offset: 1, slopePerPa: -1 / 45e6 };
    const [a, b] = [6e5, 4e5];
    const mean = ((2 / 3) * (a * a * a - b * b * b)) / (a * a - b * b);
    const usual = (a * a - b * b) / (1 + line.slopePerPa * mean);
    expect(Math.abs((potentialOf(line, a) - potentialOf(line, b)) / usual - 1)).toBeLessThan(1e-5);
  });
});
