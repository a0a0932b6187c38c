import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type KpiName, type KpiSample, kpis } from '../../sim';
import { catalogues } from '../../src/i18n';
import { verdictWord } from '../../src/panels/figures/difference';
import { judge, newestPair } from '../../src/state/kpi-difference';

const names = Object.keys(kpis) as KpiName[];
const value = fc.double({ min: 0, max: 1e6, noNaN: true });

describe('the difference of a figure from its baseline', () => {
  it('is better where the figure moved the way that is better for people', () => {
    expect(judge('traffic.mean-speed', 33, 30)).toEqual({ difference: 3, verdict: 'better' });
    expect(judge('traffic.mean-speed', 27, 30)?.verdict).toBe('worse');
    expect(judge('traffic.delay', 80, 60)?.verdict).toBe('worse');
    expect(judge('traffic.delay', 40, 60)?.verdict).toBe('better');
  });

  it('takes no side where neither way is better', () => {
    expect(judge('traffic.distance', 120, 100)?.verdict).toBe('more');
    expect(judge('traffic.distance', 80, 100)?.verdict).toBe('less');
  });

  it('is none inside the deadband, on its very edge too', () => {
    expect(kpis['traffic.delay'].deadband).toBe(0.01);
    expect(judge('traffic.delay', 101, 100)?.verdict).toBe('same');
    expect(judge('traffic.delay', 99, 100)?.verdict).toBe('same');
    expect(judge('traffic.delay', 101.1, 100)?.verdict).toBe('worse');
  });

  it('counts any vehicle stuck, for which the deadband is nought', () => {
    expect(judge('traffic.trips-stuck', 1, 0)?.verdict).toBe('worse');
    expect(judge('traffic.trips-stuck', 0, 0)?.verdict).toBe('same');
  });

  it('is nothing at all where one of the two was not measured', () => {
    expect(judge('traffic.delay', Number.NaN, 3)).toBeUndefined();
    expect(judge('traffic.delay', 3, Number.POSITIVE_INFINITY)).toBeUndefined();
  });

  it('turns its verdict round when run and baseline change places outside both deadbands', () => {
    const opposite = { better: 'worse', worse: 'better', more: 'less', less: 'more', same: 'same' } as const;
    fc.assert(
      fc.property(fc.constantFrom(...names), value, value, (name, a, b) => {
        const one = judge(name, a, b)!;
        const other = judge(name, b, a)!;
        expect(one.difference).toBe(-other.difference + 0);
        if (one.verdict !== 'same' && other.verdict !== 'same') expect(other.verdict).toBe(opposite[one.verdict]);
      }),
    );
  });

  it('is told in a word, so that nobody depends on a colour', () => {
    for (const text of Object.values(catalogues)) {
      const words = (['better', 'worse', 'more', 'less', 'same'] as const).map((verdict) => verdictWord(verdict, text));
      expect(new Set(words).size).toBe(5);
      expect(words).not.toContain('');
    }
  });
});

describe('what is compared', () => {
  const sample = (tick: number): KpiSample => ({ tick, seconds: tick / 2, values: { 'traffic.delay': tick } }) as never;

  it('is always of one tick, the newest at which both runs were measured', () => {
    const pair = newestPair([sample(120), sample(240), sample(360)], [sample(120), sample(240)]);
    expect(pair?.seconds).toBe(120);
    expect(pair?.with['traffic.delay']).toBe(240);
    expect(pair?.without['traffic.delay']).toBe(240);
  });

  it('is nothing while the two share no tick', () => {
    expect(newestPair([sample(120)], [])).toBeUndefined();
    expect(newestPair([sample(360)], [sample(120), sample(240)])).toBeUndefined();
  });

  it('shares a tick whatever either run has measured besides', () => {
    const ticks = fc.uniqueArray(fc.integer({ min: 1, max: 40 })).map((list) => list.sort((a, b) => a - b));
    fc.assert(
      fc.property(ticks, ticks, (a, b) => {
        const shared = a.filter((tick) => b.includes(tick)).at(-1);
        expect(newestPair(a.map(sample), b.map(sample))?.seconds).toBe(shared === undefined ? undefined : shared / 2);
      }),
    );
  });
});
