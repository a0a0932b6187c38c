import { describe, expect, it } from 'vitest';
import type { DayLoads } from '../../sim';
import { dayBeside } from '../../src/state/day-loads';

/** Four steps; two flats and a large one of 1, 2 and 3 W/m², a shop, and a shed without a floor. */
const loads: DayLoads = {
  startDay: 1,
  stepSeconds: 21_600,
  steps: 4,
  ids: ['a', 'b', 'c', 'shop', 'shed'],
  uses: ['housing', 'housing', 'housing', 'commerce', 'housing'],
  floorM2: Float32Array.of(1_000, 1_000, 2_000, 500, 0),
  kw: {
    electricity: Float32Array.of(1, 2, 6, 9, 1, 1, 2, 6, 9, 1, 1, 4, 6, 9, 1, 1, 2, 6, 9, 1),
    heat: new Float32Array(20),
    cooling: new Float32Array(20),
    gas: new Float32Array(20),
  },
  leftOut: 0,
};

describe('a building’s day beside those of its kind', () => {
  it('is its curve for each square metre, its peak and its energy, and how it stands to the middle one', () => {
    const beside = dayBeside(loads, 'b', 'electricity');
    expect(beside).toMatchObject({
      own: [2, 2, 4, 2],
      low: [1, 1, 1, 1],
      high: [3, 3, 3, 3],
      peers: 2,
      peakKw: 4,
      peakSeconds: 43_200,
      dayKwh: 60,
    });
    expect(beside?.moreThanMiddle).toBeCloseTo(10 / 12 - 1, 9);
  });

  it('has no peers where it is the only one of its kind, and says nothing of what has no floor', () => {
    expect(dayBeside(loads, 'shop', 'electricity')).toMatchObject({ peers: 0, moreThanMiddle: undefined });
    expect(dayBeside(loads, 'shed', 'electricity')).toBeUndefined();
    expect(dayBeside(loads, 'a', 'gas')).toMatchObject({ dayKwh: 0, moreThanMiddle: undefined });
  });
});
