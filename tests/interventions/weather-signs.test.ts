/** Fog and snow over ten paired seeds that share everything else: drivers take longer, the thicker the longer; panels give less. */
import { expect, it } from 'vitest';
import { energyDomain } from '../../sim/domains/energy';
import { type TrafficState, trafficDomain } from '../../sim/domains/traffic';
import { weatherDomain } from '../../sim/domains/weather';
import type { Intervention } from '../../sim/interventions';
import type { AnyDomain, KpiName } from '../../sim/ports';
import { bandOfMean } from '../../sim/studies';
import { on, runDrains } from '../domains/drainage/drain-town';
import { sceneOf } from '../domains/energy/scenes';
import { smallCity } from '../domains/traffic/small-city';

const SEEDS = 10;
const street = smallCity('detour', {
  nodes: { w: [-300, 0], a: [0, 0], b: [400, 0], o: [700, 0], u: [200, 220] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'collector', lanes: 2 },
    around: { path: ['a', 'u', 'b'], class: 'collector', lanes: 1 },
  },
  gates: { w: 8_000, o: 8_000 },
});

function travel(seed: number, interventions: readonly Intervention[]): number {
  let latest: TrafficState | undefined;
  const traffic: AnyDomain = {
    ...trafficDomain,
    step(state, context) {
      latest = state;
      trafficDomain.step(state, context);
    },
  };
  runDrains(street, interventions, { seed, startSeconds: 25_200 }, [traffic, weatherDomain]).engine.runTo(1_500);
  let seconds = Number.NaN;
  trafficDomain.measure(latest as TrafficState, (kpi: KpiName, value) => {
    if (kpi === 'traffic.mean-duration') seconds = value;
  });
  return seconds;
}

it('drivers take longer in fog, and longer still where they see hardly farther than they can stop', () => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
  const fog = (visibility: number) => [on('fog', [], { visibility })];
  const [clear, thin, thick] = [[], fog(300), fog(40)].map((all) => seeds.map((seed) => travel(seed, all)));
  for (const [before, after] of [
    [clear, thin],
    [thin, thick],
  ]) {
    const differences = after.map((each, i) => each - before[i]);
    const mean = differences.reduce((sum, each) => sum + each, 0) / SEEDS;
    expect(mean).toBeGreaterThan(bandOfMean(differences));
  }
});

it('snow takes what panels give at noon, and the sun gives it back when it has slid off', () => {
  const sunny = sceneOf('tiny/one-feeder', (files) => {
    files['electricity.json'].generators = [
      { id: 'roof', kind: 'photovoltaic', bus: 'a1.low', ratedKw: 80 },
      ...(files['electricity.json'].generators ?? []),
    ];
  });
  const sunKwh = (interventions: readonly Intervention[]) => {
    let latest: ReturnType<typeof energyDomain.create> | undefined;
    const energy: AnyDomain = {
      ...energyDomain,
      step(state, context) {
        latest = state;
        energyDomain.step(state, context);
      },
    };
    const when = { startDay: 20, startSeconds: 11 * 3_600 };
    runDrains(sunny, interventions, when, [energy, weatherDomain]).engine.runTo(3 * 3_600);
    return (latest as ReturnType<typeof energyDomain.create>).totals.sunKwh;
  };
  const snow = { ...on('snowfall', [], { intensity: 2, temperature: -6 }), untilSeconds: 1 * 3_600 };
  const rain = { ...on('steady-rain', [], { intensity: 2 }), untilSeconds: 1 * 3_600 };
  const [clear, wet, white] = [sunKwh([]), sunKwh([rain]), sunKwh([snow])];
  // Clouds take some in either; the cover takes more.
  expect(wet).toBeLessThan(0.9 * clear);
  expect(white).toBeLessThan(0.8 * wet);
  expect(white).toBeGreaterThan(0);
});
