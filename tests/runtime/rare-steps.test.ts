import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { activeDomains } from '../../sim/hosts/active-domains';
import type { Happening } from '../../sim/ports';
import { checkSteps, createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { smallCity } from './small-city';
import { edges, lower, tankCatalogue, tanks, upper, valve } from './tanks';

const rare = { ...upper, periodSeconds: 20, otherPeriodsSeconds: [45] };

function rareTanks(from: number, lasts: number, heard: Happening[] = []) {
  const interventions = [valve('a', edges[0], from, from + lasts), valve('b', edges[1], from + 1.5)];
  return tanks({ domains: [rare], interventions, listener: { happened: (happening) => heard.push(happening) } });
}

describe('a run whose domains step rarely', () => {
  it('passes over the ticks between and comes out as if it had not', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 150, noNaN: true }), fc.integer({ min: 1, max: 90 }), (from, lasts) => {
        const [walked, ran]: [Happening[], Happening[]] = [[], []];
        const one = rareTanks(from, lasts, walked);
        while (one.seconds < 200) one.step();
        const other = rareTanks(from, lasts, ran);
        for (const stop of [0.5, 33.5, 60, 119, 200]) other.runTo(stop);
        expect(other.seconds).toBe(200);
        expect(other.finalHash()).toBe(one.finalHash());
        expect(ran).toEqual(walked);
      }),
      { numRuns: 30 },
    );
  });

  it('hears of a list that came in between at its tick', () => {
    const one = rareTanks(1_000, 1);
    const other = rareTanks(1_000, 1);
    one.runTo(37);
    other.runTo(37);
    const list = [valve('late', edges[2], 50.5, 71)];
    expect(one.amend(list).ok && other.amend(list).ok).toBe(true);
    while (one.seconds < 120) one.step();
    other.runTo(120);
    expect(other.finalHash()).toBe(one.finalHash());
  });
});

describe('a step of another length', () => {
  const scene = smallCity();
  const run = (stepSeconds: Record<string, number>) => {
    const scenario = { ...defaultScenario(scene.id), stepSeconds };
    return createEngine({ scene, scenario, domains: [rare], catalogue: tankCatalogue });
  };

  it('is another run, and cannot go on from one with usual steps', () => {
    const [usual, other] = [run({}), run({ upper: 45 })];
    usual.runTo(180);
    other.runTo(180);
    expect(other.finalHash()).not.toBe(usual.finalHash());
    const refused = other.loadState(usual.saveState());
    expect(refused.ok || refused.problems[0].code).toBe('saved-run.other-run');
  });

  it('is refused where the domain does not allow it, or does not take part', () => {
    const codes = (stepSeconds: Record<string, number>) => checkSteps({ stepSeconds }, [rare]).map(({ code }) => code);
    expect(codes({ upper: 45 })).toEqual([]);
    expect(codes({ upper: 20 })).toEqual([]);
    expect(codes({ upper: 30 })).toEqual(['scenario.step-length']);
    expect(codes({ lower: 45 })).toEqual(['scenario.unknown-domain']);
    expect(() => run({ upper: 30 })).toThrow('expected 20 s or 45 s');
  });

  it('is refused beside a domain that it meets at a port, by name and path', () => {
    const wrong = checkSteps({ stepSeconds: { upper: 45 } }, [rare, lower]);
    expect(wrong.map(({ code, path }) => ({ code, path }))).toEqual([
      { code: 'scenario.step-length', path: ['stepSeconds', 'upper'] },
    ]);
    expect(wrong[0].message).toMatch(/20 s beside 'lower', which it meets at (lower|upper)\./);
    expect(checkSteps({ stepSeconds: { upper: 20 } }, [rare, lower])).toEqual([]);
    const stranger = { ...lower, reads: [], writes: [] };
    expect(checkSteps({ stepSeconds: { upper: 45 } }, [rare, stranger])).toEqual([]);
    const scenario = { ...defaultScenario(scene.id), stepSeconds: { upper: 45 } };
    expect(() => createEngine({ scene, scenario, domains: [rare, lower], catalogue: tankCatalogue })).toThrow('beside');
  });

  it('holds for the real ones: energy keeps to its minute while traffic drives', () => {
    const quarter = { ...defaultScenario('eco-park'), stepSeconds: { energy: 900 } };
    const of = (domains: string[]) => checkSteps(quarter, activeDomains({ ...quarter, domains }));
    expect(of(['energy'])).toEqual([]);
    expect(of(['energy', 'traffic']).map(({ path }) => path)).toEqual([['stepSeconds', 'energy']]);
  });
});
