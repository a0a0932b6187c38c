import { describe, expect, it } from 'vitest';
import { cableOfBranch, mediumVoltageDesigns, steadyRating, steadyTemperatures } from '../../../sim/networks/cables';
import { buried, inDucts, inTrough, tb880 } from './made';

describe('the steady rating', () => {
  it('is TB 880’s 821.776333 A with both ends bonded, the sheath at 78.712972 °C', () => {
    const { amperes, sheathC } = steadyRating(tb880, buried);
    expect(amperes).toBeCloseTo(821.776333, 5);
    expect(sheathC).toBeCloseTo(78.712972, 6);
  });

  it('is 886.175285 A with one end bonded, and 682.814465 A in touching ducts', () => {
    expect(steadyRating(tb880, { ...buried, bonding: 'single-point' }).amperes).toBeCloseTo(886.175285, 5);
    expect(steadyRating(tb880, inDucts).amperes).toBeCloseTo(682.814465, 5);
  });

  it('is within 5 A of TB 880’s 760 A in a trough, for the phase that lags', () => {
    const all = (['lagging', 'middle', 'leading'] as const).map((at) => steadyRating(tb880, inTrough, at).amperes);
    expect(Math.min(...all)).toBe(all[0]);
    expect(Math.abs(all[0] - 760)).toBeLessThan(5);
  });

  it('brings the conductor to its limit, and no further', () => {
    const { amperes } = steadyRating(tb880, buried);
    expect(steadyTemperatures(tb880, buried, amperes).conductorC).toBeCloseTo(90, 6);
    expect(steadyTemperatures(tb880, buried, 0.5 * amperes).conductorC).toBeLessThan(45);
  });

  it('rises with the copper, and each size is within a tenth of what the plan’s branches are rated', () => {
    const place = { kind: 'buried', depthM: 0.7, soilKmPerW: 2, soilC: 25 } as const;
    const rated: Record<number, number> = { 120: 264, 185: 325, 240: 377, 300: 428, 400: 488 };
    let before = 0;
    for (const design of mediumVoltageDesigns) {
      const { amperes } = steadyRating(design, { place, formation: 'one', spacingMm: 100, bonding: 'both-ends' });
      expect(amperes).toBeGreaterThan(before);
      before = amperes;
      const published = rated[design.conductor.squareMm];
      if (published !== undefined) expect(Math.abs(amperes / published - 1)).toBeLessThan(0.1);
    }
  });

  it('finds the cable of every branch in the flagship’s galleries', () => {
    const named = (kv: number, a: number) => {
      const found = cableOfBranch(kv, a);
      return found && `${found.parallel} ${found.design.name}`;
    };
    expect([264, 325, 377, 428, 488, 856, 1284].map((a) => named(10, a))).toEqual([
      '1 YJV22-8.7/15 3×120',
      '1 YJV22-8.7/15 3×185',
      '1 YJV22-8.7/15 3×240',
      '1 YJV22-8.7/15 3×300',
      '1 YJV22-8.7/15 3×400',
      '2 YJV22-8.7/15 3×300',
      '3 YJV22-8.7/15 3×300',
    ]);
    expect(named(110, 745)).toBe('1 YJLW02-64/110 1×630');
    expect(named(10, 4000)).toBeUndefined();
  });
});
