/**
 * Row U2 of the interventions as far as rain goes: ten paired seeds that share everything but the storm. More rain, more
 * water and more time lost in it; with pumps, or with the stream lower, less.
 */
import { expect, it } from 'vitest';
import type { TrafficState } from '../../sim/domains/traffic';
import { trafficDomain } from '../../sim/domains/traffic';
import type { Intervention } from '../../sim/interventions';
import type { AnyDomain, KpiName } from '../../sim/ports';
import { compileScene } from '../../sim/scene';
import { bandOfMean } from '../../sim/studies';
import { drainTown, runDrains, storm, withPump } from '../domains/drainage/drain-town';
import { smallCity } from '../domains/traffic/small-city';

const SEEDS = 10;
type Figures = Partial<Record<KpiName, number>>;

/** One street through a sag, and a way round it. */
const dryStreets = smallCity('detour', {
  nodes: { w: [-300, 0], a: [0, 0], b: [400, 0], o: [700, 0], u: [200, 220] },
  streets: {
    main: { path: ['w', 'a', 'b', 'o'], class: 'collector', lanes: 2 },
    around: { path: ['a', 'u', 'b'], class: 'collector', lanes: 1 },
  },
  gates: { w: 8_000, o: 8_000 },
});
const drain = (from: string, to: string) => ({
  id: `${from}:${to}`,
  from,
  to,
  lengthM: 200,
  diameterM: 0.4,
  roughnessMm: 1.5,
});
const streets = compileScene({
  ...dryStreets.scene,
  drainage: {
    nodes: [
      { id: 'top', at: [60, 0], heightM: 5, invertM: 3.8, catchmentM2: 20_000 },
      { id: 'sag', at: [200, 0], heightM: 4, invertM: 2.6, catchmentM2: 20_000 },
      { id: 'rise', at: [340, 0], heightM: 4.8, invertM: 2, catchmentM2: 5_000 },
      { id: 'mouth', at: [400, -90], invertM: 1.4 },
    ],
    drains: [drain('top', 'sag'), drain('sag', 'rise'), drain('rise', 'mouth')],
    outfalls: [{ id: 'stream', node: 'mouth', levelM: 1 }],
    pumps: [],
  },
});

function withTraffic(seed: number, interventions: readonly Intervention[]): Figures {
  let latest: TrafficState | undefined;
  const traffic: AnyDomain = {
    ...trafficDomain,
    step(state, context) {
      latest = state;
      trafficDomain.step(state, context);
    },
  };
  const of = runDrains(streets, interventions, { seed, startSeconds: 25_200 }, [traffic]);
  of.engine.runTo(1_200);
  const found: Figures = of.state().run === null ? { 'drainage.deepest': 0 } : of.kpis();
  trafficDomain.measure(latest as TrafficState, (kpi, value) => {
    found[kpi] = value;
  });
  return found;
}

function signsOf(without: readonly Figures[], changed: readonly Figures[], names: readonly KpiName[]) {
  return Object.fromEntries(
    names.map((kpi) => {
      const differences = changed.map((each, i) => each[kpi]! - without[i][kpi]!);
      const mean = differences.reduce((sum, value) => sum + value, 0) / differences.length;
      const isNone = mean === 0 || Math.abs(mean) <= bandOfMean(differences);
      return [kpi, isNone ? 0 : Math.sign(mean)];
    }),
  );
}

it('a cloudburst over ten paired seeds: roads flood and traffic loses time, and more of both when more falls', () => {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
  const hard = (total: number) => [storm({ measure: 'total', total, minutes: 20, peak: 8 })];
  const [dry, some, much] = [[], hard(30), hard(90)].map((rain) => seeds.map((seed) => withTraffic(seed, rain)));
  const names = ['drainage.deepest', 'traffic.mean-duration', 'traffic.mean-time-loss'] as const;
  const more = { 'drainage.deepest': 1, 'traffic.mean-duration': 1, 'traffic.mean-time-loss': 1 };
  expect(signsOf(dry, much, names)).toEqual(more);
  expect(signsOf(some, much, names)).toEqual(more);
});

it('the same storm with a pump, and with a lower stream: less on the roads', () => {
  const figure = (scene: ReturnType<typeof drainTown>, tide = 0) => {
    const of = runDrains(scene, [storm({ tide })]);
    of.engine.runTo(5_400);
    return of.kpis();
  };
  const plain = figure(drainTown());
  const pumped = figure(drainTown(withPump));
  const held = figure(drainTown(), 3);
  expect(pumped['drainage.on-roads']).toBeLessThan(plain['drainage.on-roads']);
  expect(held['drainage.on-roads']).toBeGreaterThan(plain['drainage.on-roads']);
  expect(pumped['drainage.deepest']).toBeLessThanOrEqual(plain['drainage.deepest']);
});
