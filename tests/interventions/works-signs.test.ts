/**
 * Row U6 of the interventions over ten seeds in pairs: what a gallery does to a year and to money, what building it does to
 * traffic, and that where main was dug up its drivers lose no more.
 */
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../sim/interventions';
import type { KpiName } from '../../sim/ports';
import { change, dugCity, gallery, live, MAIN } from '../domains/works/dug-city';

const SEEDS = 10;
const LEAST_SAME = 9;
const city = dugCity();
const digging = change('street-works', [], { timesUsual: 20 });
const MORNING_S = 8 * 3_600;

function figuresOf(seed: number, interventions: readonly Intervention[], seconds: number, drives: boolean) {
  const domains = drives ? ['traffic', 'works'] : ['works'];
  const { engine, heard } = live(city, interventions, { seed, startDay: 10 * seed, startSeconds: MORNING_S, domains });
  engine.runTo(seconds);
  return { figures: engine.measure(), heard };
}

/** How many of the ten pairs differ this way. */
function countOf(
  kpi: KpiName,
  sign: number,
  seeds: readonly number[],
  pair: readonly Intervention[][],
  seconds: number,
  drives: boolean,
) {
  return seeds.filter((seed) => {
    const [before, after] = pair.map((list) => figuresOf(seed, list, seconds, drives).figures[kpi] ?? 0);
    return Math.sign(after - before) === sign;
  }).length;
}

const seeds = Array.from({ length: SEEDS }, (_, k) => k + 1);

describe('U6, a gallery instead of lines in the ground', () => {
  it('has fewer works-days a year, costs, and loses money where no land is freed', () => {
    const pair = [[], [gallery()]];
    const count = (kpi: KpiName, sign: number) => countOf(kpi, sign, seeds, pair, 7_200, false);
    expect(count('works.days-per-year', -1)).toBe(SEEDS);
    expect(count('works.capex', 1)).toBe(SEEDS);
    expect(count('works.net-benefit', -1)).toBe(SEEDS);
  });

  it('is dug up less over a season, whatever the seed', () => {
    const pair = [[digging], [digging, gallery()]];
    expect(countOf('works.site-days', -1, seeds, pair, 60 * 86_400, false)).toBeGreaterThanOrEqual(LEAST_SAME);
  });

  it('takes time from drivers while it is built', () => {
    const pair = [[], [gallery({ stage: 'building', stretch: 3_000 })]];
    expect(countOf('traffic.delay', 1, seeds, pair, 240, true)).toBeGreaterThanOrEqual(LEAST_SAME);
  });

  it('spares drivers the works that are open today', () => {
    const dug = Array.from({ length: 200 }, (_, k) => k + 1).filter((seed) =>
      figuresOf(seed, [digging], 3_600, false).heard.some(
        ({ code, element }) => code === 'works.dug-up' && element === 'main:a:b',
      ),
    );
    expect(dug.length).toBeGreaterThanOrEqual(SEEDS);
    const pair = [[digging], [digging, gallery()]];
    expect(countOf('traffic.delay', -1, dug.slice(0, SEEDS), pair, 240, true)).toBeGreaterThanOrEqual(LEAST_SAME);
  });

  it('is refused in pieces, with nothing to take in, and with gas beside anything else', () => {
    const problems = (targets: readonly string[], given = {}) => {
      try {
        live(city, [change('build-gallery', targets, given)]);
        return '';
      } catch (error) {
        return String(error);
      }
    };
    expect(problems(MAIN)).toBe('');
    expect(problems([MAIN[0], MAIN[2]])).toContain('gallery-in-pieces');
    expect(problems(MAIN, { water: false, telecom: false })).toContain('nothing-buried');
    expect(problems(MAIN, { gas: true, compartments: 1 })).toContain('too-few-compartments');
    const none = { water: false, telecom: false, power: false, heat: false };
    expect(problems(MAIN, none)).toContain('gallery-empty');
  });
});
