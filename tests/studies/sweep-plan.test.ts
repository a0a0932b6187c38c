import { describe, expect, it } from 'vitest';
import type { Scenario } from '../../sim/scenarios';
import { expandPlan, readSweepPlan, type SweepPlan } from '../../sim/studies';

const scenario: Scenario = {
  format: 'cityloom-scenario',
  version: 1,
  scene: 'tiny/crossroads',
  seed: 1,
  startSeconds: 25_200,
  durationSeconds: 3_600,
  interventions: [
    { id: 'slow', kind: 'limit-speed', targets: [], settings: { speedKmh: 30 }, fromSeconds: 0, untilSeconds: null },
  ],
};

const plan = (more: Partial<SweepPlan>): SweepPlan => ({
  format: 'cityloom-sweep',
  version: 1,
  scene: 'tiny/crossroads',
  seeds: [1, 2],
  ...more,
});

describe('a sweep plan', () => {
  it('becomes the grid of its scenarios, settings and seeds', () => {
    const settings = [{ intervention: 'slow', setting: 'speedKmh', values: [20, 30, 40] }];
    const runs = expandPlan(
      plan({ seeds: { first: 10, count: 4 }, settings, untilSeconds: 60 }),
      new Map([
        ['a.json', scenario],
        ['b.json', scenario],
      ]),
    );
    if (!runs.ok) throw new Error('the plan is sound');
    expect(runs.value).toHaveLength(2 * 3 * 4);
    expect(new Set(runs.value.map((run) => JSON.stringify([run.from, run.settings, run.scenario.seed]))).size).toBe(24);
    const first = runs.value[0];
    expect(first).toMatchObject({ from: 'a.json', settings: { 'slow.speedKmh': 20 } });
    expect(first.scenario).toMatchObject({ seed: 10, durationSeconds: 60 });
    expect(first.scenario.interventions[0].settings).toEqual({ speedKmh: 20 });
    expect(scenario.interventions[0].settings).toEqual({ speedKmh: 30 });
  });

  it('names an intervention that a scenario does not have', () => {
    const runs = expandPlan(
      plan({ settings: [{ intervention: 'fast', setting: 'speedKmh', values: [1] }] }),
      new Map([['a.json', scenario]]),
    );
    expect(runs).toMatchObject({
      ok: false,
      problems: [{ code: 'sweep.unknown-intervention', path: ['settings', 0, 'intervention'] }],
    });
  });

  it('is refused when its grid is absurdly large', () => {
    const runs = expandPlan(
      plan({
        seeds: { first: 0, count: 100_000 },
        settings: [{ intervention: 'slow', setting: 'speedKmh', values: [1, 2] }],
      }),
      new Map([['a.json', scenario]]),
    );
    expect(runs).toMatchObject({ ok: false, problems: [{ code: 'sweep.too-many-runs' }] });
  });

  it('is read strictly, with every problem and its path', () => {
    const text = JSON.stringify({
      format: 'cityloom-sweep',
      version: 1,
      scene: 'x',
      seeds: { first: -1, count: 2 },
      untilSeconds: 'long',
      colour: 1,
    });
    const read = readSweepPlan(text);
    if (read.ok) throw new Error('the plan is broken');
    const paths = read.problems.map((each) => each.path.join('.'));
    expect(paths).toEqual(expect.arrayContaining(['seeds.first', 'untilSeconds', 'colour']));
  });

  it('takes a plan without scenarios for the scene as it is', () => {
    const read = readSweepPlan(JSON.stringify(plan({})));
    expect(read).toMatchObject({ ok: true, value: { seeds: [1, 2] } });
  });
});
