/** What a flood does to others, as they hear it: switchgear is out, a gallery has water from two sides. */
import { expect, it } from 'vitest';
import { sceneOf } from '../energy/scenes';
import { figures, run, start } from '../energy/simulate';
import { causesOf, runTunnel, startTunnel, valuesOf } from '../tunnel/simulate';
import { drainTown } from './drain-town';

it('a ring-main unit under water is out for that cause, and in use again when it is dry', () => {
  const scene = sceneOf('tiny/one-feeder');
  const of = start(scene, {});
  run(of, 60);
  const bus = scene.elements.bus.slotOf('a2') as number;
  expect(of.ports.get('drainage.bus-flooded')?.length).toBe(scene.elements.bus.count);
  of.ports.get('drainage.bus-flooded')![bus] = 1;
  of.causes.get('drainage.bus-flooded')![bus] = 77;
  run(of, 60);
  const trip = of.heard.find(({ code }) => code === 'energy.breaker-tripped');
  expect(trip?.causes).toEqual([77]);
  expect(figures(of)['energy.buildings-dark']).toBeGreaterThan(0);
  of.ports.get('drainage.bus-flooded')![bus] = 0;
  run(of, 4 * 3_600);
  expect(figures(of)['energy.buildings-dark']).toBe(0);
});

it('a gallery takes what comes from mains and from streets together, and names the larger as its cause', () => {
  const scene = drainTown();
  const of = startTunnel(scene);
  valuesOf(of, 'water.gallery-inflow')[0] = 0.01;
  causesOf(of, 'water.gallery-inflow')[0] = 40;
  valuesOf(of, 'drainage.gallery-inflow')[0] = 0.03;
  causesOf(of, 'drainage.gallery-inflow')[0] = 41;
  runTunnel(of, 3_000);
  const { flood } = of.state.run!;
  expect(flood.inM3[0]).toBeCloseTo(0.04 * 3_000, 6);
  expect(of.heard.find(({ code }) => code === 'tunnel.water-high')?.causes).toEqual([41]);
});
