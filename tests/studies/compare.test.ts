import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bandOfMean, checkSeedCount, compareValues } from '../../sim/studies';

const figures = (length: number) =>
  fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { minLength: length, maxLength: length });

describe('a paired comparison', () => {
  it('finds no difference between a scenario and itself', () => {
    fc.assert(
      fc.property(figures(5), (values) => {
        const same = compareValues('traffic.delay', values, values);
        expect(same).toMatchObject({ difference: 0, noise: 0, sign: 0 });
        expect(same.seeds).toEqual([0, 0, 0, 0, 0]);
      }),
    );
  });

  it('turns its sign round when the scenarios change places', () => {
    fc.assert(
      fc.property(figures(4), figures(4), (a, b) => {
        const there = compareValues('traffic.trips-diverted', a, b);
        const back = compareValues('traffic.trips-diverted', b, a);
        expect(back.sign).toBe(there.sign === 0 ? 0 : -there.sign);
        expect(back.noise).toBeCloseTo(there.noise, 6);
      }),
    );
  });

  it('sees a steady effect through noise that both runs share', () => {
    const luck = [100, 260, 180, 90, 310];
    const steady = compareValues(
      'traffic.delay',
      luck,
      luck.map((value, i) => value + 20 + (i % 2)),
    );
    expect(steady.sign).toBe(1);
    expect(steady.difference).toBeCloseTo(20.4, 10);
    expect(steady.noise).toBeLessThan(1);
  });

  it('calls a difference none while the seeds disagree about it', () => {
    expect(compareValues('traffic.delay', [100, 100, 100], [140, 70, 110]).sign).toBe(0);
  });

  it("calls a difference none inside the KPI's own deadband", () => {
    // 'traffic.delay' has a deadband of one per cent.
    expect(compareValues('traffic.delay', [1000, 1000, 1000], [1009, 1009, 1009]).sign).toBe(0);
    expect(compareValues('traffic.delay', [1000, 1000, 1000], [989, 989, 989]).sign).toBe(-1);
  });

  it('has the half-width of the textbook: t · s / √n', () => {
    // Differences 1, 2, 3, 4, 5: s = √2.5, t(95 %, 4) = 2.776.
    expect(bandOfMean([1, 2, 3, 4, 5])).toBeCloseTo((2.776 * Math.sqrt(2.5)) / Math.sqrt(5), 3);
  });

  it('says so when there are too few seeds for a noise band', () => {
    const one = checkSeedCount(1);
    expect(one.ok).toBe(false);
    if (!one.ok) expect(one.problems[0]).toMatchObject({ code: 'compare.too-few-seeds', path: ['seeds'] });
    expect(checkSeedCount(2).ok).toBe(true);
  });
});
