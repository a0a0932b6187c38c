import { describe, expect, it } from 'vitest';
import { capacityByFormula, gapCapacity, leftAtSignal, leftWithoutSignal, minorRight } from './capacity/gaps';
import { ourStopLine, sumoStopLine } from './capacity/stop-line';
import { sumoVersion } from './run-sumo';

describe.skipIf(sumoVersion() === undefined)(
  'what gets through, as in SUMO (skipped where it is not installed)',
  () => {
    it.each([
      [leftAtSignal, 400],
      [leftWithoutSignal, 800],
    ] as const)('is within 15 %%: %#', (of, perHour) => {
      const { ours, sumo } = gapCapacity(of, perHour, 1);
      expect(Math.abs(ours / sumo - 1), `${of.name}: ${ours} for ${sumo}`).toBeLessThan(0.15);
    });

    it.each([
      [leftAtSignal, 1_000],
      [leftWithoutSignal, 1_000],
      [minorRight, 800],
    ] as const)('is the same to a vehicle or two where nobody dawdles: %#', (of, perHour) => {
      const { ours, sumo } = gapCapacity(of, perHour, 1, 'sigma="0" speedDev="0"');
      expect(Math.abs(ours - sumo), `${of.name}: ${ours} for ${sumo}`).toBeLessThanOrEqual(2);
    });

    it.each([
      ['Krauss', '', false, 1],
      ['Krauss', '', false, 0.5],
      ['IDM', 'carFollowModel="IDM" tau="1.2"', true, 0.5],
    ] as const)(
      'is the same at a stop line within 3 %%: %s%s, ballistic %s, %d s',
      (_model, type, isBallistic, stepSeconds) => {
        const of = { stepSeconds, seed: 42, type, isBallistic };
        const [ours, theirs] = [ourStopLine(of), sumoStopLine(of)!];
        expect(Math.abs(ours.saturationPerHour / theirs.saturationPerHour - 1)).toBeLessThan(0.03);
        expect(Math.abs(ours.lostSeconds - theirs.lostSeconds)).toBeLessThan(0.6);
      },
    );
  },
);

describe('the capacity of a gap', () => {
  it('is 388 vehicles an hour for right turns against 800, by the manual’s gaps', () => {
    expect(capacityByFormula(800, 6.2, 3.3)).toBeCloseTo(388, 0);
  });
});
