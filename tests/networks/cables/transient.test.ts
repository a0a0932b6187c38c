import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buriedConductorC, emergencyAmperes, steadyRating, steadyTemperatures } from '../../../sim/networks/cables';
import { exponentialIntegral } from '../../../sim/networks/cables/exponential-integral';
import { buried, tb880 } from './made';

const YEARS_S = 3e14;

describe('the transient of a buried cable', () => {
  it('has E₁ as Abramowitz and Stegun tabulate it', () => {
    expect(exponentialIntegral(0.5)).toBeCloseTo(0.559773595, 9);
    expect(exponentialIntegral(1)).toBeCloseTo(0.219383934, 9);
    expect(exponentialIntegral(5)).toBeCloseTo(0.001148295591, 12);
  });

  it('ends at the steady rating’s temperature', () => {
    const { amperes } = steadyRating(tb880, buried);
    expect(buriedConductorC(tb880, buried, 0, amperes, YEARS_S)).toBeCloseTo(90, 6);
  });

  it('begins where it stood and never goes back', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 800, noNaN: true }),
        fc.double({ min: 0, max: 820, noNaN: true }),
        (a, b) => {
          const ends = [a, b].map((amperes) => steadyTemperatures(tb880, buried, amperes).conductorC);
          expect(buriedConductorC(tb880, buried, a, b, 1e-6)).toBeCloseTo(ends[0], 5);
          let before = ends[0];
          for (const hours of [0.1, 1, 6, 24, 240, 24_000]) {
            const now = buriedConductorC(tb880, buried, a, b, hours * 3600);
            expect((now - before) * Math.sign(b - a)).toBeGreaterThanOrEqual(-1e-9);
            expect((ends[1] - now) * Math.sign(b - a)).toBeGreaterThanOrEqual(-1e-6);
            before = now;
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('allows more in an emergency the shorter it is and the less was carried before', () => {
    const rated = steadyRating(tb880, buried).amperes;
    const hours = [1, 6, 24].map((h) => emergencyAmperes(tb880, buried, 0.75 * rated, h * 3600));
    expect(hours[0]).toBeGreaterThan(hours[1]);
    expect(hours[1]).toBeGreaterThan(hours[2]);
    expect(hours[2]).toBeGreaterThan(rated);
    expect(emergencyAmperes(tb880, buried, 0.3 * rated, 6 * 3600)).toBeGreaterThan(hours[1]);
    expect(buriedConductorC(tb880, buried, 0.75 * rated, hours[0], 3600)).toBeCloseTo(tb880.emergencyC, 3);
  });
});
