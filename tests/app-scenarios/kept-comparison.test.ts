import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, describe, expect, it } from 'vitest';
import {
  asElementId,
  compareEdges,
  comparePairs,
  compareSeries,
  defaultScenario,
  ENGINE_VERSION,
  type Intervention,
  type RunPair,
} from '../../sim';
import {
  comparedHash,
  isStale,
  type KeptComparison,
  readComparison,
  writeComparison,
} from '../../src/scenarios/kept-comparison';
import { newScenario } from '../../src/scenarios/new-scenario';
import { countStreets, differenceBytes, NOT_MEASURED, SAME } from '../../src/state/difference-map';
import { aDatabase } from './a-database';
import { writeNext } from './a-scenario';

const works: Intervention = {
  id: 'works',
  kind: 'close-road',
  targets: [asElementId('e1')],
  settings: { lanes: 'all', laneCount: 1, bothDirections: true },
  fromSeconds: 60,
  untilSeconds: null,
};
const a = defaultScenario('crossroads');
const b = defaultScenario('crossroads', { interventions: [works] });

function pair(seed: number, delay: number): RunPair {
  const side = (value: number) => ({
    totals: {
      'traffic.delay': { value, unit: 's' as const },
      'traffic.mean-speed': { value: 9, unit: 'm/s' as const },
    },
    series: { seconds: [60, 120], values: { 'traffic.delay': [value / 3, value], 'traffic.mean-speed': [null, 9] } },
  });
  return { seed, a: side(100), b: side(100 + delay), trips: null, edges: streets(delay) };
}

/** Three streets: one that is slower by much, one by a little, and one on which nobody drives in B. */
function streets(delay: number): RunPair['edges'] {
  const means = (...speedMps: number[]) => ({
    speedMps: Float32Array.from(speedMps),
    vehiclesPerHour: Float32Array.of(300, 300, 300),
  });
  return { a: means(12, 12, 12), b: means(12 - delay / 4, 12 - delay / 1e4, Number.NaN) };
}

function made(): KeptComparison {
  const pairs = [pair(1, 10), pair(2, 13)];
  const comparison = comparePairs(pairs);
  if (!comparison.ok) throw new Error('two pairs have a band');
  return {
    madeMs: 1_700_000_000_000,
    engineVersion: ENGINE_VERSION,
    sceneHash: '0123456789abcdef',
    aHash: comparedHash(a),
    bHash: comparedHash(b),
    aName: '',
    aNumber: null,
    forkSeconds: 60,
    untilSeconds: 3_660,
    comparison: comparison.value,
    series: compareSeries(pairs),
    edges: compareEdges(pairs),
  };
}

afterEach(() => deleteDB('cityloom'));

describe('a comparison that is kept', () => {
  it('comes back with every figure as it was, its courses to six digits', () => {
    const read = readComparison(writeComparison(made()));
    expect(read.ok && read.value.comparison).toEqual(made().comparison);
    const course = read.ok ? read.value.series.kpis['traffic.delay'] : undefined;
    expect(course?.b).toEqual([37.1667, 111.5]);
    expect(read.ok && read.value.series.kpis['traffic.mean-speed']?.a).toEqual([null, 9]);
  });

  it('has a map: streets beyond chance and what anybody would notice are coloured, those without anybody are not', () => {
    const read = readComparison(writeComparison(made()));
    if (!read.ok) throw new Error('it reads what it wrote');
    const { edges } = read.value;
    // −10 and −13 quarters of a metre a second, in km/h; the band is t · s / √n with one degree of freedom: 12.706.
    expect(edges?.speedKmh.difference[0]).toBeCloseTo(-10.35, 4);
    expect(edges?.speedKmh.noise[0]).toBeCloseTo(12.706 * 1.35, 2);
    const sure = { ...read.value, edges: { ...edges!, speedKmh: { ...edges!.speedKmh, noise: [3, 0.001, null] } } };
    expect([...differenceBytes(read.value, 'speedKmh')]).toEqual([SAME, SAME, NOT_MEASURED]);
    expect([...differenceBytes(sure, 'speedKmh')]).toEqual([
      Math.round(SAME - (10.35 / 20) * SAME),
      SAME,
      NOT_MEASURED,
    ]);
    expect(countStreets(sure, 'speedKmh')).toEqual({ differ: 1, measured: 2 });
    expect(countStreets(sure, 'vehiclesPerHour')).toEqual({ differ: 0, measured: 0 });
    const { edges: _, ...before } = JSON.parse(writeComparison(made()));
    expect(readComparison(JSON.stringify(before)), 'kept before there were maps').toMatchObject({
      value: { edges: null },
    });
  });

  it.each(['{', '{}', '{"version":99}', JSON.stringify({ ...made(), version: 1, seeds: 3 })])('refuses %s', (text) => {
    expect(readComparison(text)).toMatchObject({ ok: false, problems: [{ code: 'comparison.invalid' }] });
  });

  it('is out of date once a scenario, the city or the engine is another, and not when a run is only longer', () => {
    const kept = made();
    const { sceneHash } = kept;
    expect(isStale(kept, a, { ...b, durationSeconds: 7_200, name: 'Works' }, sceneHash)).toBe(false);
    expect(isStale(kept, a, a, sceneHash)).toBe(true);
    expect(isStale(kept, b, b, sceneHash)).toBe(true);
    expect(isStale(kept, a, b, 'fedcba9876543210')).toBe(true);
    expect(isStale({ ...kept, engineVersion: '0.0.1' }, a, b, sceneHash)).toBe(true);
  });

  it('stands beside its scenario in the browser, and goes when that is gone for good', async () => {
    const shelf = await aDatabase();
    const [one, other] = [1, 2].map((number) => newScenario(b, { city: 'tiny/crossroads', number }, 0));
    await writeNext(shelf, one);
    await writeNext(shelf, other, false);
    const text = writeComparison(made());
    expect(await shelf.keepComparison(one.id, text)).toBe(true);
    expect(await shelf.comparisonOf(one.id)).toBe(text);
    expect(await shelf.comparisonOf(other.id)).toBeNull();
    await shelf.remove(one.id);
    expect(await shelf.comparisonOf(one.id), 'for as long as it can be had back').toBe(text);
    await shelf.keepComparison(other.id, text);
    expect(await shelf.comparisonOf(one.id)).toBeNull();
  });

  it('finds its place in a database of before there were any', async () => {
    const old = await openDB('cityloom', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('copies', { keyPath: ['id', 'revision'] }).createIndex('city', 'city');
      },
    });
    old.close();
    const shelf = await aDatabase();
    expect(await shelf.list('tiny/crossroads')).toEqual([]);
    expect(await shelf.keepComparison('x', 'y')).toBe(true);
  });
});
