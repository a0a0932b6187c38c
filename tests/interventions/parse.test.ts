import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseIntervention, parseInterventions } from '../../sim/interventions';

const good = { id: 'a', kind: 'close-road', targets: ['n-in'], fromSeconds: 0 };

describe('reading interventions', () => {
  it('says everything that a file left unsaid', () => {
    const read = parseIntervention(good);
    expect(read.ok && read.value).toEqual({
      ...good,
      settings: { lanes: 'all', laneCount: 1, bothDirections: true },
      untilSeconds: null,
    });
  });

  it('lists every problem with its path', () => {
    const read = parseInterventions([
      good,
      { ...good, kind: 'raise-dragon' },
      {
        ...good,
        id: 'c',
        settings: { lanes: 'some', laneCount: 1.5, sky: 1, sea: 2 },
        fromSeconds: 9,
        untilSeconds: 9,
      },
    ]);
    expect(read.ok).toBe(false);
    const found = read.ok ? [] : read.problems.map(({ code, path }) => [code, path.join('/')]);
    expect(found).toEqual([
      ['intervention.unknown-kind', 'interventions/1/kind'],
      ['intervention.choice', 'interventions/2/settings/lanes'],
      ['intervention.range', 'interventions/2/settings/laneCount'],
      ['intervention.unknown-key', 'interventions/2/settings/sky'],
      ['intervention.unknown-key', 'interventions/2/settings/sea'],
      ['intervention.ends-before-it-begins', 'interventions/2/untilSeconds'],
      ['intervention.duplicate-id', 'interventions/1/id'],
    ]);
  });

  it('never throws, whatever it is given', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        parseInterventions(value);
        parseInterventions([value]);
        parseIntervention({ ...good, settings: value });
      }),
      { numRuns: 500 },
    );
  });

  it('knows no kind by the name of what every object has', () => {
    for (const kind of ['constructor', 'toString', '__proto__', 'hasOwnProperty']) {
      const read = parseIntervention({ ...good, kind });
      expect(read.ok || read.problems.map((each) => each.code)).toEqual(['intervention.unknown-kind']);
      const settings = JSON.parse(`{"${kind}":1}`);
      const set = parseIntervention({ ...good, settings });
      expect(set.ok || set.problems.map((each) => each.code)).toEqual(['intervention.unknown-key']);
    }
  });
});
