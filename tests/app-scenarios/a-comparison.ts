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
import { comparedHash, type KeptComparison } from '../../src/scenarios/kept-comparison';

const works: Intervention = {
  id: 'works',
  kind: 'close-road',
  targets: [asElementId('e1')],
  settings: { lanes: 'all', laneCount: 1, bothDirections: true },
  fromSeconds: 60,
  untilSeconds: null,
};
export const a = defaultScenario('crossroads');
export const b = defaultScenario('crossroads', { interventions: [works] });

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

/** What two seeds of them came to. */
export function made(delays: readonly [number, number] = [10, 13]): KeptComparison {
  const pairs = delays.map((delay, i) => pair(i + 1, delay));
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
