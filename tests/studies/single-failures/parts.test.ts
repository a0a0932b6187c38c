import { describe, expect, test } from 'vitest';
import type { Happening, Job } from '../../../sim/ports';
import { createEngine } from '../../../sim/runtime';
import { chainOf } from '../../../sim/studies';
import { rememberingDesk } from '../../../sim/studies/single-failures/remembering-desk';
import { atFirstDeadline, atSecondDeadline } from '../../../sim/studies/single-failures/security';
import { optionsOf, twoSources } from './small-city';

describe('security of supply by DL/T 256-2012', () => {
  test('a group up to 2 MW may wait for the repair, one up to 12 MW is looked at after three hours', () => {
    expect(atFirstDeadline(2_000, 2_000)).toBe('kept');
    expect(atFirstDeadline(11_000, 11_000)).toBe('later');
    expect(atSecondDeadline(2_001)).toBe('broken');
    expect(atSecondDeadline(1_999)).toBe('kept');
  });

  test('of a larger one all but 12 MW, or two thirds, is back within a quarter of an hour', () => {
    expect(atFirstDeadline(30_000, 13_000)).toBe('broken');
    expect(atFirstDeadline(60_000, 19_000)).toBe('later');
    expect(atFirstDeadline(60_000, 21_000)).toBe('broken');
    expect(atFirstDeadline(30_000, 11_000)).toBe('later');
  });
});

test('limits are told in the measure of the figures: the most loaded line or transformer is the one of the KPI', () => {
  const engine = createEngine(optionsOf(twoSources));
  engine.runTo(180);
  const used = engine.strains();
  const { transformers = [], buses = [] } = twoSources.scene.electricity ?? {};
  const high = new Set(buses.filter(({ kilovolts }) => kilovolts >= 35).map(({ id }) => id));
  const loading = used.get('energy.transformer-loading') as Float64Array;
  const ofSubstations = transformers
    .filter(({ from }) => high.has(from))
    .map(({ id }) => loading[twoSources.elements.transformer.slotOf(id) as number]);
  const most = Math.max(...(used.get('energy.branch-loading') as Float64Array), ...ofSubstations);
  expect(100 * most).toBeCloseTo(engine.measure()['energy.loading-now'] as number, 9);
  const pressures = [...(used.get('water.pressure') as Float64Array)].filter((one) => !Number.isNaN(one));
  const service = twoSources.scene.water?.servicePressureM ?? 28;
  expect(service / Math.max(...pressures)).toBeCloseTo(engine.measure()['water.lowest-pressure'] as number, 6);
});

test('forks that ask the same are answered once, and another question by itself', () => {
  let worked = 0;
  const answers = new WeakMap<Job, Uint8Array>();
  const desk = rememberingDesk({
    begin: () => undefined,
    answerOf(job) {
      const known = answers.get(job) ?? Uint8Array.of(++worked);
      answers.set(job, known);
      return known;
    },
    drop: (job) => answers.delete(job),
  });
  const ask = (id: number, ...question: number[]) => {
    const job: Job = { id, domain: 'energy', dueTick: 4, question: Uint8Array.from(question) };
    desk.begin(job);
    const answer = desk.answerOf(job);
    desk.drop(job);
    return answer?.[0];
  };
  expect([ask(1, 7, 8), ask(1, 7, 8), ask(2, 7, 8), ask(1, 7, 9)]).toEqual([1, 1, 1, 2]);
});

test('a chain holds what goes back to the failure, the first of each kind with their number, and nothing else', () => {
  const said = (id: number, tick: number, code: string, causes: number[]): Happening =>
    ({ id, tick, code, element: `e${id}`, causes, values: {} }) as never;
  const heard = [
    said(1, 0, 'intervention.started', []),
    said(2, 2, 'energy.breaker-tripped', [1]),
    said(3, 4, 'tunnel.section-dark', [2]),
    said(4, 4, 'tunnel.section-dark', [2]),
    said(5, 6, 'energy.new-peak', []),
  ];
  expect(chainOf(heard, (tick) => tick / 2)).toEqual([
    { seconds: 1, code: 'energy.breaker-tripped', element: 'e2', count: 1, because: 'intervention.started' },
    { seconds: 2, code: 'tunnel.section-dark', element: 'e3', count: 2, because: 'energy.breaker-tripped' },
  ]);
});
