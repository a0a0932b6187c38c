import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Intervention } from '../../sim/interventions';
import type { ElementId } from '../../sim/kernel';
import {
  applyDiff,
  checkScenario,
  defaultScenario,
  diffLists,
  invertDiff,
  migrateScenario,
  readScenario,
  type Scenario,
  scenarioHash,
} from '../../sim/scenarios';
import { smallCity } from '../runtime/small-city';
import { goodScenario } from './broken-scenarios';

const anIntervention = fc.record({
  id: fc.constantFrom('a', 'b', 'c', 'd', 'e'),
  kind: fc.constantFrom('close-road', 'limit-speed'),
  targets: fc.uniqueArray(
    fc.constantFrom('n-in', 'e-in', 's-in').map((id) => id as ElementId),
    { minLength: 1 },
  ),
  settings: fc.record({ laneCount: fc.integer({ min: 1, max: 3 }) }),
  fromSeconds: fc.integer({ min: 0, max: 100 }),
  untilSeconds: fc.option(fc.integer({ min: 101, max: 200 })),
}) as fc.Arbitrary<Intervention>;
const aList = fc.uniqueArray(anIntervention, { selector: (each) => each.id, maxLength: 5 });

function sound<T>(result: { ok: true; value: T } | { ok: false; problems: readonly unknown[] }): T {
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.value;
}

describe('a change to the list of interventions', () => {
  it('takes the one list to the other, and its inverse takes it back, after a trip through JSON', () => {
    fc.assert(
      fc.property(aList, aList, (before, after) => {
        const diff = JSON.parse(JSON.stringify(diffLists(before, after)));
        expect(sound(applyDiff(before, diff))).toEqual(after);
        expect(sound(applyDiff(after, invertDiff(diff)))).toEqual(before);
        expect(invertDiff(invertDiff(diff))).toEqual(diff);
      }),
      { numRuns: 500 },
    );
  });

  it('is empty between equal lists, and one step for one change', () => {
    fc.assert(
      fc.property(aList, fc.nat(4), (list, at) => {
        expect(diffLists(list, structuredClone(list))).toEqual([]);
        if (at >= list.length) return;
        expect(diffLists(list, list.toSpliced(at, 1))).toHaveLength(1);
        expect(diffLists(list.toSpliced(at, 1), list)).toHaveLength(1);
        expect(diffLists(list, list.with(at, { ...list[at], fromSeconds: 101 }))).toHaveLength(1);
      }),
    );
  });

  it('is refused by a list that it was not made for', () => {
    fc.assert(
      fc.property(aList, aList, (before, after) => {
        const diff = diffLists(before, after);
        if (!diff.some((step) => step.op !== 'insert')) return;
        const refused = applyDiff([], diff);
        expect(refused.ok || refused.problems[0].code).toBe('diff.does-not-fit');
      }),
    );
  });
});

describe('a scenario', () => {
  it('runs with stated defaults where its file is silent', () => {
    const text = '{"format":"cityloom-scenario","version":1,"scene":"test-crossroads"}';
    const silent = sound(readScenario(text));
    expect(silent).toEqual(defaultScenario('test-crossroads'));
    expect(silent).toMatchObject({ seed: 1, startSeconds: 25_200, durationSeconds: 3_600, interventions: [] });
  });

  it('is read again from what was written', () => {
    const scenario = sound(readScenario(JSON.stringify(goodScenario)));
    expect(sound(readScenario(JSON.stringify(scenario)))).toEqual(scenario);
  });

  it('says that the scene has changed since, and that something comes after the end, without refusing', () => {
    const scenario: Scenario = {
      ...sound(readScenario(JSON.stringify(goodScenario))),
      sceneHash: '0123456789abcdef',
      durationSeconds: 200,
    };
    const problems = checkScenario(scenario, smallCity(), ['traffic']);
    expect(problems.map(({ severity, code }) => [severity, code])).toEqual([
      ['warning', 'scenario.scene-has-changed'],
      ['warning', 'intervention.after-the-end'],
    ]);
  });

  it('has a hash of what decides the run: not of its name, nor of any order', () => {
    const scenario = sound(readScenario(JSON.stringify(goodScenario)));
    const { interventions } = scenario;
    const hash = scenarioHash(scenario);
    expect(hash).toMatch(/^[0-9a-f]{16}$/);
    expect(scenarioHash({ ...scenario, name: 'Another' })).toBe(hash);
    expect(scenarioHash({ ...scenario, interventions: [...interventions].reverse() })).toBe(hash);
    const others: Partial<Scenario>[] = [
      { seed: 8 },
      { durationSeconds: 1_801 },
      { startSeconds: 0 },
      { interventions: [] },
    ];
    for (const other of others) expect(scenarioHash({ ...scenario, ...other })).not.toBe(hash);
  });
});

describe('migrating a scenario', () => {
  // A history of the format made up for this test: version 2 renamed a key, version 3 counts in seconds.
  const migrations = [
    { from: 1, migrate: ({ luck, ...rest }: Record<string, unknown>) => ({ ...rest, seed: luck, version: 2 }) },
    {
      from: 2,
      migrate: ({ minutes, ...rest }: Record<string, unknown>) => ({
        ...rest,
        seconds: Number(minutes) * 60,
        version: 3,
      }),
    },
  ];

  it('goes one version at a time, from any that was', () => {
    expect(sound(migrateScenario({ version: 1, luck: 5, minutes: 2 }, migrations, 3))).toEqual({
      version: 3,
      seed: 5,
      seconds: 120,
    });
    expect(sound(migrateScenario({ version: 2, seed: 5, minutes: 2 }, migrations, 3))).toMatchObject({
      seconds: 120,
    });
    expect(sound(migrateScenario({ version: 3, seed: 5 }, migrations, 3))).toEqual({ version: 3, seed: 5 });
  });

  it('refuses a version that is newer, older or none', () => {
    for (const version of [0, 4, 1.5, '3', undefined]) {
      const refused = migrateScenario({ version }, migrations, 3);
      expect(refused.ok || refused.problems[0].path).toEqual(['version']);
    }
  });
});
