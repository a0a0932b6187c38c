import { describe, expect, it } from 'vitest';
import { asElementId, type CorridorPlan } from '../../sim';
import { figuresOf } from '../../src/panels/corridor/corridor-figures';
import { CorridorRecord, stretchNow } from '../../src/state/corridor-record';

const plan: CorridorPlan = {
  lengthM: 1_000,
  stretches: [
    { edge: asElementId('a'), fromM: 0, toM: 480, limitMps: 14 },
    { edge: asElementId('b'), fromM: 520, toM: 1_000, limitMps: 14 },
  ],
  lines: [{ signal: asElementId('s'), atM: 480 }],
};

/** Drives on at 10 m/s from a time on, and stands so long at the stop line. */
function way(who: number, fromSeconds: number, standsSeconds: number, untilSeconds: number): number[][] {
  const rows: number[][] = [];
  for (let t = fromSeconds; t <= untilSeconds; t += 2) {
    const free = 10 * (t - fromSeconds);
    const at = free < 480 ? free : Math.max(480, free - 10 * standsSeconds);
    if (at > 1_000) break;
    rows.push([t, at, at === 480 && standsSeconds > 0 ? 0 : 10, who]);
  }
  return rows;
}

const told = (rows: number[][], untilSeconds: number, anewFromSeconds: number | null) => ({
  anewFromSeconds,
  untilSeconds,
  points: Float64Array.from(rows.sort((a, b) => a[0] - b[0]).flat()),
  lights: Float64Array.of(),
});

describe('a corridor that is watched', () => {
  it('is told in figures: who came through, how fast, and who had to stand at its signal', () => {
    const record = new CorridorRecord();
    record.take(told([...way(1, 0, 0, 200), ...way(2, 20, 30, 200), ...way(3, 150, 0, 200)], 200, 0));
    const figures = figuresOf(record, plan, 0);
    expect(figures.lines).toEqual([{ passed: 3, unstopped: 2 }]);
    expect(figures.vehicles).toBe(1);
    expect(figures.through).toBe(2);
    // Both count from their first sight to the last 150 m: 86 s, and 116 s with the wait.
    expect(figures.throughSeconds).toBeCloseTo((86 + 116) / 2, 0);
    expect(figures.meanMps).toBeLessThan(10);
    const later = figuresOf(record, plan, 160);
    expect(later.through).toBe(0);
  });

  it('says of one stretch who is on it now, and its flow once a minute has been seen', () => {
    const record = new CorridorRecord();
    record.take(told(way(1, 0, 0, 40), 40, 0));
    expect(stretchNow(record, 0, 480)).toMatchObject({ vehicles: 1, meanMps: 10, perHour: undefined });
    record.take(told(way(2, 42, 0, 120), 120, null));
    const now = stretchNow(record, 0, 480);
    expect(now.perHour).toBeCloseTo((2 * 3_600) / 120, 6);
    expect(now.vehicles).toBe(0);
  });

  it('forgets what a jump back has undone, and does not draw across a time that nobody saw', () => {
    const record = new CorridorRecord();
    record.take({ ...told(way(1, 0, 0, 90), 90, 0), lights: Float64Array.of(0, 0, 1, 60, 0, 4) });
    record.take({ ...told(way(1, 0, 0, 60).slice(-5), 60, 52), lights: Float64Array.of(52, 0, 1) });
    expect(record.count).toBe(31);
    expect(record.lights).toEqual([0, 0, 1, 52, 0, 1]);
    expect(record.sinceSeconds).toBe(0);
    record.take(told([[500, 10, 10, 9]], 500, 500));
    expect([record.count, record.sinceSeconds]).toEqual([1, 500]);
    expect(record.lights).toEqual([]);
  });
});
