import { describe, expect, it } from 'vitest';
import { bolognaFiles, compiled, hasData } from '../importers/sumo/sumo-files';
import { geh, gehShare } from './drive-figures';
import { driveOurs } from './drive-ours';

describe.skipIf(!hasData)('an hour of Bologna (skipped where its files are absent)', () => {
  // SUMO 1.15 over nine seeds: duration 327 to 348 s, waiting 152 to 168 s, time loss 221 to 242 s, delay 5.5 to 13.5 s.
  it('ends with everybody there, in about the time that SUMO needs', () => {
    const figures = driveOurs(compiled(bolognaFiles()), { seed: 42, mostSeconds: 3 * 3_600 });
    expect(figures.arrived).toBe(8_776);
    expect(figures.removed).toBe(0);
    expect(figures.longestHaltSeconds).toBeLessThan(300);
    const within = (value: number, low: number, high: number, share: number) => {
      expect(value).toBeGreaterThan(low * (1 - share));
      expect(value).toBeLessThan(high * (1 + share));
    };
    within(figures.durationSeconds, 327, 348, 0.05);
    within(figures.timeLossSeconds, 221, 242, 0.1);
    within(figures.waitingSeconds, 152, 168, 0.15);
  });
});

describe('the fit of flows', () => {
  it('is 0 between equals, and 5 about where a thousand and 1,165 differ', () => {
    expect(geh(800, 800)).toBe(0);
    expect(geh(0, 0)).toBe(0);
    expect(geh(1_000, 1_165)).toBeCloseTo(5.01, 1);
  });

  it('counts the edges that somebody drove', () => {
    const side = (counts: Record<string, number>) => [{ edgeCounts: new Map(Object.entries(counts)) } as never];
    const { share, worst } = gehShare(side({ a: 100, b: 100, c: 0 }), side({ a: 105, b: 300, c: 0 }));
    expect(share).toBe(0.5);
    expect(worst[0]).toEqual(['b', 100, 300]);
  });
});
