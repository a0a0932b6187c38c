import { describe, expect, test } from 'vitest';
import { failingKinds, type InterventionKind, interventionKinds } from '../../../sim/interventions';
import { listFailures } from '../../../sim/studies';
import { networks, twoSources } from './small-city';

const names = networks.map(({ name }) => name);
const { failures, leftOut } = listFailures(twoSources, names, 60);
const of = (kind: string) => failures.filter((each) => each.kind === kind);

describe('the list of single failures', () => {
  test('holds every element of each kind that takes something out, once', () => {
    expect(of('cut-cable').map(({ element }) => element)).toEqual([...twoSources.elements.branch.ids]);
    expect(of('water-pump-outage')).toHaveLength(twoSources.elements['water-pump'].count);
    for (const kind of failingKinds) {
      const { targets } = interventionKinds[kind as keyof typeof interventionKinds] as InterventionKind;
      expect(of(kind).length).toBeLessThanOrEqual(twoSources.elements[targets.kind].count);
    }
    expect(new Set(failures.map(({ kind, element }) => `${kind} ${element}`)).size).toBe(failures.length);
  });

  test('leaves out what a kind cannot be done to: gas leaks where a main runs, machines are in a hall', () => {
    const gas = twoSources.elements['gallery-section'].ids.filter((id) => id.startsWith('gallery.gas/'));
    expect(of('gas-leak').map(({ element }) => element)).toEqual(gas);
    expect(of('machine-outage').length).toBeGreaterThan(0);
  });

  test('a busbar is where at least three come together', () => {
    const { branches = [], transformers = [] } = twoSources.scene.electricity ?? {};
    for (const { element } of of('busbar-fault')) {
      const joined = [...branches, ...transformers].filter(({ from, to }) => from === element || to === element);
      expect(joined.length).toBeGreaterThanOrEqual(3);
    }
    expect(of('busbar-fault').map(({ element }) => element)).not.toContain('a1.low');
  });

  test('says what it leaves out because its domain stands aside, and holds it where that takes part', () => {
    const count = twoSources.elements.edge.count;
    expect(leftOut).toEqual([{ kind: 'close-road', domain: 'traffic', count }]);
    const driving = listFailures(twoSources, [...names, 'traffic'], 60);
    expect(driving.leftOut).toEqual([]);
    expect(driving.failures.filter(({ kind }) => kind === 'close-road')).toHaveLength(count);
  });

  test('a failed transformer leaves signals the batteries that they were built with', () => {
    expect(of('substation-outage')[0].intervention.settings.batteryMinutes).toBe(30);
  });
});
