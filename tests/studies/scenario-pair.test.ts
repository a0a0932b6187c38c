import { describe, expect, it } from 'vitest';
import { activeDomains } from '../../sim/hosts/active-domains';
import type { Intervention } from '../../sim/interventions';
import { asElementId } from '../../sim/kernel';
import { defaultScenario, type Scenario } from '../../sim/scenarios';
import { compileScene, readScene } from '../../sim/scene';
import { compareEdges, comparePairs, compareRuns, compareSeries, planPair, runStudy } from '../../sim/studies';
import { type LivedBefore, runPair } from '../../sim/studies/scenario-pair';
import { desk } from '../runtime/desk';
import { asText, goodScene } from '../scene/good-scene';

const read = readScene(asText(goodScene()));
if (!read.ok) throw new Error('the scene is sound');
const scene = compileScene(read.value);

const change = (id: string, fromSeconds: number, kind = 'close-road', target = 'n-in'): Intervention => ({
  id,
  kind,
  targets: [asElementId(target)],
  settings: kind === 'close-road' ? { lanes: 'all', bothDirections: false } : { factor: 6 },
  fromSeconds,
  untilSeconds: null,
});
const crowd = change('crowd', 60, 'event-demand', 'gate-s');
const works = change('works', 240);
const scenario = (interventions: readonly Intervention[], seed = 3): Scenario =>
  defaultScenario('test-crossroads', { interventions, seed, durationSeconds: 600, domains: ['traffic'] });

async function fromTheStart(of: Scenario) {
  const study = await runStudy({ scene, scenario: of, domains: activeDomains(of), desk });
  if (!study.ok) throw new Error(JSON.stringify(study.problems));
  return { result: study.value.result, trips: study.value.trips() };
}

async function pairOf(seed: number, lived: LivedBefore = {}, done = works) {
  const a = scenario([crowd], seed);
  const b = scenario([crowd, done], seed);
  const plan = planPair(a, b, 360);
  if (!plan.ok) throw new Error(JSON.stringify(plan.problems));
  const pair = await runPair({ ...plan.value, scene, a, b, lived, domains: activeDomains(a), desk });
  if (!pair.ok) throw new Error(JSON.stringify(pair.problems));
  return pair.value;
}

describe('a pair that parts at a change', () => {
  it('shares what both scenarios have, up to the first change that only one has', () => {
    expect(planPair(scenario([crowd]), scenario([crowd, works]), 360)).toMatchObject({
      ok: true,
      value: { trunk: [crowd], forkSeconds: 240, untilSeconds: 600 },
    });
    expect(planPair(scenario([crowd]), scenario([crowd]), 360)).toMatchObject({ problems: [{ code: 'compare.same' }] });
    expect(planPair(scenario([], 1), scenario([works], 2), 360)).toMatchObject({
      problems: [{ code: 'compare.other-run' }],
    });
  });

  it('comes to the very figures and trips of runs that are lived from the start', async () => {
    const seeds = [3, 4];
    const pairs = await Promise.all(seeds.map((seed) => pairOf(seed)));
    const whole = async (list: readonly Intervention[]) =>
      Promise.all(seeds.map((seed) => fromTheStart(scenario(list, seed))));
    const expected = compareRuns(await whole([crowd]), await whole([crowd, works]));
    expect(comparePairs(pairs.map(({ pair }) => pair))).toEqual(expected);
    const series = compareSeries(pairs.map(({ pair }) => pair));
    expect(series.seconds[0]).toBeGreaterThan(240);
    expect(series.seconds.at(-1)).toBe(600);
    const ended = expected.ok && expected.value.kpis['traffic.mean-duration'];
    const course = series.kpis['traffic.mean-duration']!;
    expect([course.a.at(-1), course.b.at(-1), course.noise.at(-1)]).toEqual(
      ended ? [ended.a, ended.b, ended.noise] : [],
    );
  });

  it('tells street by street what differs: nobody drives where it is closed, and the rest of the way goes elsewhere', async () => {
    const pairs = await Promise.all(
      [3, 4].map(async (seed) => (await pairOf(seed, {}, change('shut', 240, 'close-road', 'e-in'))).pair),
    );
    const edges = compareEdges(pairs)!;
    const closed = scene.elements.edge.ids.indexOf(asElementId('e-in'));
    const { a, b } = pairs[0].edges!;
    expect(a.vehiclesPerHour[closed]).toBeGreaterThan(50);
    expect(b.vehiclesPerHour[closed]).toBeLessThan(0.2 * a.vehiclesPerHour[closed]);
    expect(edges.vehiclesPerHour.difference[closed]).toBeCloseTo(
      pairs.reduce(
        (sum, { edges: of }) => sum + (of!.b.vehiclesPerHour[closed] - of!.a.vehiclesPerHour[closed]) / 2,
        0,
      ),
      6,
    );
    for (const means of [a, b]) {
      for (const speed of means.speedMps) if (!Number.isNaN(speed)) expect(speed).toBeGreaterThanOrEqual(0);
    }
  });

  it('lives again only what has changed, and comes to the same', async () => {
    const first = await pairOf(3);
    expect(first.lived.trunk).toBeDefined();
    const again = await pairOf(3, first.lived);
    expect(again.lived.a).toBe(first.lived.a);
    expect(again.pair).toEqual(first.pair);
  });
});
