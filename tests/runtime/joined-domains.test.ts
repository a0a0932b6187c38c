/** Traffic and energy in one run: what fails in the one is felt in the other, and names what began it. */
import { expect, it } from 'vitest';
import { domains } from '../../sim/domains/registry';
import type { Intervention } from '../../sim/interventions';
import type { Happening } from '../../sim/ports';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { type CompiledScene, compileScene, type Scene } from '../../sim/scene';
import { sceneOf } from '../domains/energy/scenes';
import { servedCity } from '../domains/traffic/levels/served-city';
import { desk } from './desk';

/** The roads of the one tiny scene over the feeders of another; the signal hangs on a house, with two minutes of battery. */
function joined(gates: Readonly<Record<string, number>>, signalAt = 'a2.low'): CompiledScene {
  const { roads, demand, services } = servedCity({ gates }).scene;
  const signals = roads!.signals.map((signal) => ({ ...signal, electricity: signalAt, batteryMinutes: 2 }));
  const { scene } = sceneOf('tiny/one-feeder');
  return compileScene({ ...scene, roads: { ...roads, signals }, demand, services } as Scene);
}

const change = (kind: string, targets: string[], fromSeconds: number, settings = {}): Intervention =>
  ({ id: kind, kind, targets, settings, fromSeconds, untilSeconds: null }) as never;

function live(scene: CompiledScene, seconds: number, interventions: readonly Intervention[]): Happening[] {
  const heard: Happening[] = [];
  const both = domains.filter(({ name }) => name === 'energy' || name === 'traffic');
  createEngine({
    scene,
    scenario: defaultScenario(scene.id, { seed: 5, domains: ['energy', 'traffic'], interventions }),
    domains: both,
    desk,
    listener: { happened: (each) => heard.push(each) },
  }).runTo(seconds);
  return heard;
}

const secondsOf = ({ tick }: Happening) => (tick as number) * 0.5;

it('a transformer out of order darkens the signal once its battery is empty, and the dark names the breaker that tripped', () => {
  const scene = joined({ w: 4_000, o: 4_000 });
  const heard = live(scene, 1_200, [change('cut-cable', ['bar-10-1:a1'], 120)]);
  const of = (code: string) => heard.find((each) => each.code === code)!;
  const dark = of('traffic.signal-dark');
  const trip = of('energy.breaker-tripped');
  expect(dark.causes).toEqual([trip.id]);
  expect(heard.find(({ id }) => id === trip.causes[0])!.code).toContain('intervention');
  // Two minutes of battery, and no more than the two steps by which ports and minutes lag.
  expect(secondsOf(dark) - secondsOf(trip)).toBeGreaterThanOrEqual(120);
  expect(secondsOf(dark) - secondsOf(trip)).toBeLessThanOrEqual(240);
  // Fed by the other feeder, nothing happens to it.
  const other = live(joined({ w: 4_000, o: 4_000 }, 'b2.low'), 1_200, [change('cut-cable', ['bar-10-1:a1'], 120)]);
  expect(other.some(({ code }) => code === 'energy.breaker-tripped')).toBe(true);
  expect(other.some(({ code }) => code === 'traffic.signal-dark')).toBe(false);
});

it('slow streets make the crew of the grid come later, and whoever waits for it stays dark for longer', () => {
  const streets = ['main:w:a', 'main:a:b', 'main:b:o', 'around:a:b', 'south:a:s'];
  const switched = (interventions: readonly Intervention[]) => {
    const heard = live(joined({ w: 500, o: 500 }), 4_800, [change('cut-cable', ['a2:a3'], 1_200), ...interventions]);
    return secondsOf(heard.find(({ code }) => code === 'energy.switch-opened')!);
  };
  const quick = switched([]);
  const slow = switched([change('limit-speed', streets, 10, { limitKmh: 5, bothDirections: true })]);
  // 25 minutes to get ready, ten for the switch, and a drive of a minute or two, all in whole minutes.
  expect(quick - 1_200).toBeGreaterThanOrEqual(35 * 60);
  expect(quick - 1_200).toBeLessThanOrEqual(38 * 60);
  // Some hundred metres at 5 km/h.
  expect(slow - quick).toBeGreaterThanOrEqual(60);
});
