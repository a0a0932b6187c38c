/**
 * What one failure sets off in every network, all domains in one run: each happening because of the one before, back to the
 * change; and what is taken out of the way takes exactly its own branch of the chain with it.
 */
import { describe, expect, it } from 'vitest';
import type { Happening } from '../../sim/ports';
import type { CompiledScene } from '../../sim/scene';
import { sceneOf } from '../domains/energy/scenes';
import { change, comesOf, type LivedCity, liveCity, rootsOf, storyOf, whatHappened } from './live-city';

type Files = Record<string, ReturnType<typeof JSON.parse>>;

const winter = { startDay: 20, startSeconds: 7 * 3_600 } as const;
const crossing = (edit: (files: Files) => void = () => {}) => sceneOf('tiny/crossing', edit);
const signalBattery = (minutes: number) =>
  crossing((files) => {
    files['roads.json'].signals[0].batteryMinutes = minutes;
  });
const leak = change('gas-leak', ['gallery.gas/2'], { hole: 12 });
const live = (scene: CompiledScene, minutes: number, ...changes: ReturnType<typeof change>[]) =>
  liveCity(scene, minutes, changes, winter);

const codes = ({ heard }: LivedCity) => heard.map(({ code }) => code);
const the = ({ heard }: LivedCity, code: string) => heard.find((each) => each.code === code) as Happening;
const began = 'intervention.started';

/** Every happening after the change goes back to it and to nothing else. */
function expectOneRoot(of: LivedCity): void {
  for (const each of of.heard) {
    const roots = [...rootsOf(of.heard, each)].map(({ code }) => code);
    expect(roots, `${each.code} ${each.element}\n${storyOf(of.heard)}`).toEqual([began]);
  }
}

/** What the first has that comes of such a happening is gone in the second, and nothing else has changed. */
function expectOnlyGone(before: LivedCity, after: LivedCity, codesOfBranch: readonly string[]): void {
  const isOfBranch = (each: Happening) => codesOfBranch.some((code) => comesOf(before.heard, each, code));
  const kept = before.heard.filter((each) => !isOfBranch(each));
  expect(kept.length).toBeLessThan(before.heard.length);
  expect(whatHappened(after.heard)).toEqual(whatHappened(kept));
}

describe('a gas leak under a crossing (U1)', () => {
  const of = live(crossing(), 18, leak);

  it('is smelt, cut off, stops the engine, raises the import, leaves heat short and shuts the road', () => {
    const chain = [
      ['tunnel.gas-alarm', 'tunnel.gas-pre-alarm'],
      ['tunnel.gas-cut-off', 'tunnel.gas-alarm'],
      ['energy.engine-gas-trip', 'tunnel.gas-cut-off'],
      ['energy.boiler-gas-trip', 'tunnel.gas-cut-off'],
      ['energy.import-instead', 'energy.engine-gas-trip'],
      ['tunnel.road-shut', 'tunnel.gas-alarm'],
      ['traffic.road-closed', 'tunnel.road-shut'],
    ];
    for (const [code, because] of chain) {
      const [cause] = the(of, code).causes;
      expect(of.heard.find(({ id }) => id === cause)?.code, code).toBe(because);
    }
    const without = live(crossing(), 18);
    expect(without.heard).toEqual([]);
    const more = (kpi: keyof LivedCity['figures']) => (of.figures[kpi] ?? 0) - (without.figures[kpi] ?? 0);
    expect(more('energy.imported-electricity')).toBeGreaterThan(10);
    expect(more('energy.unserved-heat')).toBeGreaterThan(10);
    expect(more('traffic.delay')).toBeGreaterThan(0);
  });

  it('names the leak as what began everything that happened', () => {
    expectOneRoot(of);
  });

  it('with the engine on another main loses exactly that branch: alarm, valves and road are as before', () => {
    const moved = crossing((files) => {
      files['stations.json'].stations[0].gas = 'north';
    });
    expectOnlyGone(of, live(moved, 18, leak), ['energy.engine-gas-trip', 'energy.boiler-gas-trip']);
  });

  it('is absorbed by a second main: the same alarm and the same road, and nobody without heat or gas', () => {
    const absorbed = live(sceneOf('tiny/two-sources'), 18, leak);
    expect(codes(absorbed)).toContain('tunnel.gas-cut-off');
    expect(codes(absorbed).filter((code) => code.startsWith('energy.'))).toEqual([]);
    expect(absorbed.figures['energy.unserved-gas']).toBe(0);
    expect(absorbed.figures['energy.unserved-heat']).toBeLessThan(0.05 * (of.figures['energy.unserved-heat'] ?? 0));
  });
});

describe('transformers out of service (E1)', () => {
  const outage = change('cut-cable', ['bar-10-1:g1']);
  const of = live(signalBattery(3), 10, outage);

  it('darkens the gallery, and the signal once its battery is empty, because of the breaker that tripped', () => {
    const trip = the(of, 'energy.breaker-tripped');
    expect(the(of, 'tunnel.section-dark').causes).toEqual([trip.id]);
    expect(the(of, 'traffic.signal-dark').causes).toEqual([trip.id]);
    expectOneRoot(of);
  });

  it('with a longer battery loses exactly the signal and what came of it', () => {
    expectOnlyGone(of, live(signalBattery(120), 10, outage), ['traffic.signal-dark']);
  });

  it('leaves fans and pumps of the gallery without power', () => {
    const without = live(signalBattery(3), 10);
    expect(of.figures['tunnel.fan-energy'] ?? 0).toBeLessThan(0.4 * (without.figures['tunnel.fan-energy'] ?? 0));
  });

  it('stops the water works where they hang on it, and says because of what', () => {
    const works = live(signalBattery(120), 6, change('substation-outage', ['t1', 't2']));
    const dead = the(works, 'water.pump-dead');
    expect(comesOf(works.heard, dead, 'energy.breaker-tripped')).toBe(true);
    expectOneRoot(works);
  });

  it('is absorbed by the other feeder: dark for two minutes, the signal on its battery all along', () => {
    const absorbed = live(sceneOf('tiny/two-sources'), 10, outage);
    expect(codes(absorbed)).not.toContain('traffic.signal-dark');
    expect(codes(absorbed)).toContain('tunnel.section-lit');
    expect(absorbed.figures['energy.buildings-dark']).toBe(0);
    expectOneRoot(absorbed);
  });
});

describe('a water main that bursts in the gallery (U5)', () => {
  const burst = change('burst-water-main', ['gate:middle'], { hole: 300 });
  /** Works and a main large enough to flood a section before gauges at the works are believed. */
  const wide = (name: string) =>
    sceneOf(`tiny/${name}`, ({ 'water.json': water }) => {
      for (const pump of water.pumps) pump.flowM3PerH = 900;
      for (const pipe of water.pipes) if (pipe.compartment !== undefined) pipe.diameterM = 0.6;
    });
  const of = live(wide('crossing'), 12, burst);

  it('floods its section, whose valves shut it; the water works hear of it by those', () => {
    expect(comesOf(of.heard, the(of, 'tunnel.water-high'), 'water.main-burst')).toBe(true);
    const valves = the(of, 'tunnel.water-valves-shut');
    const shut = the(of, 'water.valve-shut');
    expect(shut.causes).toEqual([valves.id]);
    expect(the(of, 'water.burst-found').causes).toContain(shut.id);
    expectOneRoot(of);
  });

  it('leaves the other line of mains to the houses where there is one', () => {
    const short = (lived: LivedCity) => lived.figures['water.buildings-short'] ?? 0;
    expect(short(of)).toBeGreaterThan(0);
    expect(short(live(wide('two-sources'), 12, burst))).toBe(0);
  });
});

describe('cables on fire under the crossing (U3)', () => {
  it('takes both circuits of the pair that lie in one section, and what hangs on either', () => {
    const of = live(crossing(), 8, change('gallery-fire', ['gallery.power/1'], { growth: 'ultra-fast' }));
    const burnt = of.heard.filter(({ code }) => code === 'tunnel.cable-burnt').map(({ element }) => element as string);
    expect(burnt.sort()).toEqual(['bar-10-1:g1', 'bar-10-2:b1']);
    expect(of.figures['energy.buildings-dark']).toBe(8);
    expect(of.heard.filter(({ code }) => code === 'traffic.fire-engine-called').length).toBe(2);
    expectOneRoot(of);
  });
});
