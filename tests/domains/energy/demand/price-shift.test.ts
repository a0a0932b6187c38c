import { describe, expect, it } from 'vitest';
import { strands } from '../../../../sim/domains/energy/demand/patterns';
import { powerYuanPerKwh } from '../../../../sim/domains/energy/dispatch';
import { still, tryDemand } from './try-demand';

const parts = [
  { id: 'flats', use: 'housing' as const, residents: 400, floorAreaM2: 12_000 },
  { id: 'office', use: 'office' as const, jobs: 300, floorAreaM2: 9_000 },
  { id: 'works', use: 'industry' as const, jobs: 100, floorAreaM2: 9_000 },
];
const RATIO = 5;
const SIGMA = 0.2;
const SPRING = 131;

/** What each building draws, and what prices have moved, in each step of a working day. */
function day(stepS: number, peakToValley = Number.NaN, elasticity = 0) {
  const trial = tryDemand(parts);
  trial.controls.peakToValley = peakToValley;
  trial.controls.elasticity = elasticity;
  const drawn: number[][] = [];
  const moved: number[][] = [];
  const devices: number[][] = [];
  const { plan, state } = trial;
  for (let second = 0; second < 86_400; second += stepS) {
    const asked = trial.step(still({ dayIndex: SPRING, secondOfDay: second, airC: 21 }), stepS);
    drawn.push([...asked.electricKw]);
    moved.push([...asked.shiftedKw]);
    const use = (b: number) => state.work.now[plan.timetable[b] * strands.length + strands.indexOf('devices')];
    devices.push(parts.map((_, b) => plan.devicesKw[b] * use(b)));
  }
  return { drawn, moved, devices };
}

const sumOf = (rows: readonly number[][], b: number) => rows.reduce((sum, row) => sum + row[b], 0);

describe('a tariff by the hour', () => {
  it.each([60, 900, 3_600])('moves use within the day and loses none of it, in steps of %i s', (stepS) => {
    const { drawn, moved } = day(stepS, RATIO, SIGMA);
    const plain = day(stepS).drawn;
    for (const b of [0, 1, 2]) {
      const size = sumOf(
        moved.map((row) => row.map(Math.abs)),
        b,
      );
      expect(size).toBeGreaterThan(0.01 * sumOf(plain, b));
      expect(Math.abs(sumOf(moved, b))).toBeLessThan(1e-9 * size);
      expect(sumOf(drawn, b) / sumOf(plain, b)).toBeCloseTo(1, 9);
    }
  });

  it('moves homes’ devices between peak and valley by the ratio of prices to the power of the elasticity', () => {
    const { drawn, moved, devices } = day(900, RATIO, SIGMA);
    const plain = day(900).drawn;
    const at = (hour: number) => 4 * hour + 2;
    const factor = (hour: number) => 1 + moved[at(hour)][0] / devices[at(hour)][0];
    const prices = powerYuanPerKwh(20 * 3_600, RATIO) / powerYuanPerKwh(3 * 3_600, RATIO);
    expect(factor(20) / factor(3)).toBeCloseTo(prices ** -SIGMA, 9);
    expect(drawn[at(20)][0]).toBeLessThan(plain[at(20)][0]);
    expect(drawn[at(3)][0]).toBeGreaterThan(plain[at(3)][0]);
  });

  it('moves nothing of those who pay by the hour already, as long as the tariff is as it was', () => {
    const asItStands = 1.05 / 0.33;
    const { moved } = day(900, asItStands, SIGMA);
    const size = (b: number) =>
      sumOf(
        moved.map((row) => row.map(Math.abs)),
        b,
      );
    expect(size(1)).toBeLessThan(0.1 * size(0));
  });

  it('does nothing without an elasticity', () => {
    const { moved } = day(900, RATIO, 0);
    for (const row of moved) expect(row).toEqual([0, 0, 0]);
  });

  it('keeps the flat price in the middle between peak and valley, which lie as far apart as was asked', () => {
    const [valley, flat, peak] = [2, 8, 18].map((hour) => powerYuanPerKwh(hour * 3_600, RATIO));
    expect(peak / valley).toBeCloseTo(RATIO, 12);
    expect((peak + valley) / 2).toBeCloseTo(flat, 12);
  });
});
