import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkInterventions, findConflicts, type Intervention } from '../../sim/interventions';
import type { ElementId } from '../../sim/kernel';
import { cityWithTwoLanes } from './small-city';

const city = cityWithTwoLanes();

const limit = (id: string, edge: string, limitKmh: number, fromSeconds = 0, untilSeconds: number | null = null) => ({
  id,
  kind: 'limit-speed',
  targets: [edge as ElementId],
  settings: { limitKmh, bothDirections: true },
  fromSeconds,
  untilSeconds,
});

const anyLimit = fc
  .record({
    edge: fc.constantFrom('n-in', 'n-out', 'e-in'),
    kmh: fc.constantFrom(30, 50),
    from: fc.integer({ min: 0, max: 6 }),
    lasts: fc.option(fc.integer({ min: 1, max: 6 })),
  })
  .map(({ edge, kmh, from, lasts }) => limit('', edge, kmh, from, lasts === null ? null : from + lasts));
const anyList = fc
  .array(anyLimit, { maxLength: 6 })
  .map((list) => list.map((each, i): Intervention => ({ ...each, id: `i${i}` })));

describe('conflicts', () => {
  it('are two interventions that want one knob at different values at one time, whatever their order', () => {
    const road = (each: Intervention) => each.targets[0].slice(0, 1);
    const overlap = (a: Intervention, b: Intervention) =>
      a.fromSeconds < (b.untilSeconds ?? Infinity) && b.fromSeconds < (a.untilSeconds ?? Infinity);
    fc.assert(
      fc.property(anyList, (list) => {
        const expected = new Set<string>();
        for (const a of list) {
          for (const b of list) {
            const differ = a.settings.limitKmh !== b.settings.limitKmh;
            if (a.id < b.id && road(a) === road(b) && differ && overlap(a, b)) expected.add(`${a.id} ${b.id}`);
          }
        }
        const found = findConflicts(list, city).map((each) => each.between.join(' '));
        expect(new Set(found)).toEqual(expected);
        expect(findConflicts([...list].reverse(), city)).toEqual(findConflicts(list, city));
      }),
      { numRuns: 200 },
    );
  });

  it('name both, the knob, the elements and when they begin', () => {
    const list = [limit('quiet', 'n-in', 30, 0, 600), limit('fast', 'n-out', 80, 500)];
    expect(findConflicts(list, city)).toEqual([
      { between: ['fast', 'quiet'], knob: 'edge.speed-limit', elements: ['n-in', 'n-out'], fromSeconds: 500 },
    ]);
    const [problem] = checkInterventions(list, city);
    expect(problem).toMatchObject({ code: 'intervention.conflict', path: ['interventions', 1] });
    expect(problem.message).toContain("'fast' and 'quiet'");
  });

  it('are none between one that ends where the other begins', () => {
    expect(findConflicts([limit('a', 'n-in', 30, 0, 60), limit('b', 'n-in', 50, 60)], city)).toEqual([]);
  });
});

describe('checking a list against a city', () => {
  it('names every target that is not there, is there twice, or is too few', () => {
    const list = [
      limit('a', 'nowhere', 30),
      { ...limit('b', 'n-in', 30), targets: ['e-in', 'e-in', 'gate-n'] as ElementId[] },
      { ...limit('c', 'n-in', 30), targets: [] },
    ];
    expect(checkInterventions(list, city).map(({ code, path }) => [code, path.join('/')])).toEqual([
      ['intervention.unknown-element', 'interventions/0/targets/0'],
      ['intervention.duplicate-target', 'interventions/1/targets/1'],
      ['intervention.unknown-element', 'interventions/1/targets/2'],
      ['intervention.target-count', 'interventions/2/targets'],
    ]);
  });

  it('names one whose domain takes no part', () => {
    const problems = checkInterventions([limit('a', 'n-in', 30)], city, { domains: ['energy'] });
    expect(problems.map((each) => each.code)).toEqual(['intervention.domain-not-running']);
  });
});
