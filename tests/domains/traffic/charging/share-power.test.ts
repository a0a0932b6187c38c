import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sharePower } from '../../../../sim/domains/traffic/charging/share-power';

const watts = fc.double({ min: 0, max: 120e3, noNaN: true });

it('shares a limit max-min fair: nobody above his wish, nothing left over, and who gets less than he wants gets the most', () => {
  fc.assert(
    fc.property(fc.array(watts, { maxLength: 30 }), fc.double({ min: 0, max: 1e6, noNaN: true }), (wants, limitW) => {
      const wantedW = Float64Array.from(wants);
      const givenW = new Float64Array(wants.length);
      sharePower(wantedW, wants.length, limitW, givenW);
      const sum = givenW.reduce((a, b) => a + b, 0);
      const wanted = wantedW.reduce((a, b) => a + b, 0);
      expect(sum).toBeCloseTo(Math.min(wanted, limitW), 3);
      const most = givenW.reduce((a, b) => Math.max(a, b), 0);
      for (let i = 0; i < wants.length; i++) {
        expect(givenW[i]).toBeGreaterThanOrEqual(0);
        expect(givenW[i]).toBeLessThanOrEqual(wantedW[i]);
        if (givenW[i] < wantedW[i] - 1e-6) expect(givenW[i]).toBeCloseTo(most, 3);
      }
    }),
  );
});

it('divides 80 kW among a slow plug and three quick ones as the textbook does', () => {
  const givenW = new Float64Array(4);
  sharePower(Float64Array.of(60e3, 60e3, 7e3, 30e3), 4, 80e3, givenW);
  expect(Array.from(givenW, Math.round)).toEqual([24_333, 24_333, 7_000, 24_333]);
});
