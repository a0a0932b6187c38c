/** Mains of heat that burst: what can be made up goes on, what cannot stops the loop until it is shut off, and nothing is lost from the books. */
import { beforeAll, describe, expect, it } from 'vitest';
import type { EnergyState } from '../../../sim/domains/energy';
import { energyDomain } from '../../../sim/domains/energy';
import { domains } from '../../../sim/domains/registry';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import { heldInPipesJ } from '../../../sim/networks/heat';
import type { AnyDomain, Happening, KpiName } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { compileScene, type Scene } from '../../../sim/scene';
import { drainTown } from '../drainage/drain-town';
import { heatedFeeder } from './heated-feeder';

const HOUR_S = 3_600;
const MINUTE_S = 60;
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

/** A chain of eight houses, with a valve that watches its pressure before the fourth and one by hand before the seventh. */
function city() {
  const { scene } = heatedFeeder();
  const [loop] = scene.heat!.loops;
  const valve = (at: number, remote: boolean) => ({
    id: loop.pipes[at].id,
    pipe: loop.pipes[at].id,
    open: true,
    remote,
  });
  return compileScene({ ...scene, heat: { loops: [{ ...loop, valves: [valve(3, true), valve(6, false)] }] } });
}
const scene = city();
const [loop] = scene.scene.heat!.loops;
const houses = scene.elements.building.ids;

function burst(pipe: number, hole: number, fromSeconds = HOUR_S, untilSeconds: number | null = null): Intervention {
  const targets = [loop.pipes[pipe].id as ElementId];
  return { id: 'burst', kind: 'burst-heat-main', targets, settings: { hole }, fromSeconds, untilSeconds };
}

function morning(interventions: readonly Intervention[], see: (of: EnergyState, seconds: number) => void = () => {}) {
  const heard: Happening[] = [];
  let latest: EnergyState | undefined;
  const watched: AnyDomain = {
    ...energyDomain,
    load: (...all) => {
      latest = energyDomain.load(...all);
      return latest;
    },
    step(state, context) {
      energyDomain.step(state, context);
      latest = state;
      see(state, context.seconds);
    },
  };
  const scenario = {
    ...defaultScenario(scene.id),
    domains: ['energy'],
    startDay: 15,
    startSeconds: 9 * HOUR_S,
    interventions: [...interventions],
  };
  const engine = createEngine({
    scene,
    scenario,
    domains: [watched],
    desk: deskInPlace([watched], { linear }),
    listener: { happened: (each) => heard.push(each) },
  });
  return {
    engine,
    heard,
    state: () => latest as EnergyState,
    find: (code: string) => heard.find((each) => each.code === code),
  };
}

/** Houses by id that got less than they asked for. */
function without({ consumers }: EnergyState): string[] {
  return houses.filter((_, b) => consumers!.asked.heatKw[b] > 0 && consumers!.supply.heat[b] < 0.99).sort();
}

const beyond = (pipe: number) =>
  loop.pipes
    .slice(pipe)
    .map(({ to }) => to.replace('h-', ''))
    .sort();

describe('a small hole', () => {
  it('is made up: everybody is served, cold water is warmed for it, and every joule is in the books', () => {
    let before = Number.NaN;
    let worst = 0;
    const kpis = (interventions: readonly Intervention[]) => {
      const { engine, heard } = morning(interventions, ({ stations }, seconds) => {
        const { net, breaks } = stations!.loops[0];
        const { sourceW, deliveredW, lostW, pumpW } = net.outputs;
        const sum = (values: Float64Array) => values.reduce((a, b) => a + b, 0);
        const through = (sum(sourceW) + 0.7 * sum(pumpW) - sum(deliveredW) - lostW) * MINUTE_S;
        const held = heldInPipesJ(net);
        if (seconds > 0) worst = Math.max(worst, Math.abs(held - before - through) / held);
        before = held;
        if (interventions.length > 0 && seconds > HOUR_S) expect(breaks.outM3PerS[5]).toBeGreaterThan(0);
      });
      engine.runTo(3 * HOUR_S);
      return { found: engine.measure() as Record<KpiName, number>, heard };
    };
    const plain = kpis([]);
    const leaking = kpis([burst(5, 5)]);
    expect(worst).toBeLessThan(1e-9);
    expect(leaking.found['energy.unserved-heat']).toBeCloseTo(plain.found['energy.unserved-heat'], 6);
    expect(leaking.heard.some(({ code }) => code === 'energy.heat-loop-stopped')).toBe(false);
    // 0.6 of a hole of 5 mm, under the head of a loop at rest (5 m above its top) and half of its pumps' 40 m.
    const m3 = 0.6 * Math.PI * 0.0025 ** 2 * Math.sqrt(2 * 9.80665 * 25) * 2 * HOUR_S;
    expect(leaking.found['energy.loop-water-lost'] / m3).toBeCloseTo(1, 1);
    expect(leaking.found['energy.heat-losses']).toBeGreaterThan(
      plain.found['energy.heat-losses'] + 0.5 * m3 * 1.15 * 30,
    );
  });
});

describe('a large hole', () => {
  it('takes the pressure of the loop; what is shut off is without, the others are served again, each with its cause', () => {
    const short = new Map<number, string[]>();
    const of = morning([burst(4, 200, HOUR_S, 4 * HOUR_S)], (state, seconds) => short.set(seconds, without(state)));
    of.engine.runTo(6 * HOUR_S);
    const began = of.find('energy.thermal-main-burst');
    expect(began?.causes).toEqual([of.find('intervention.started')?.id]);
    expect(of.find('energy.heat-loop-stopped')?.causes).toEqual([began?.id]);
    expect(short.get(HOUR_S)!.length).toBe(houses.length);
    const shut = of.find('energy.thermal-main-shut')!;
    expect(shut.causes).toEqual([began?.id]);
    // The valve by hand before the seventh house is the last: half an hour until the crew is there, ten minutes for a valve.
    expect(shut.values).toMatchObject({ minutes: 40, pipes: 2 });
    const back = of.find('energy.heat-loop-back')!;
    expect(back.tick).toBeGreaterThanOrEqual(shut.tick);
    // Filled in again, and some minutes until warm water is back.
    expect(short.get(3 * HOUR_S + 1_800)).toEqual(beyond(3));
    expect(short.get(6 * HOUR_S - MINUTE_S)).toEqual([]);
    expect(of.find('energy.thermal-main-mended')?.causes).toEqual([shut.id]);
  });

  it('before the first valve takes the station with it', () => {
    const short: string[][] = [];
    const of = morning([burst(1, 200)], (state) => short.push(without(state)));
    of.engine.runTo(4 * HOUR_S);
    expect(short[short.length - 1].length).toBe(houses.length);
    expect(of.find('energy.heat-loop-back')).toBeUndefined();
  });
});

it('is saved and loaded in the middle of it, to the last bit', () => {
  const of = morning([burst(4, 200)]);
  of.engine.runTo(HOUR_S + 20 * MINUTE_S);
  const bytes = energyDomain.save(of.state());
  expect(energyDomain.save(energyDomain.load(scene, of.state().settings, bytes))).toEqual(bytes);
});

describe('what runs out', () => {
  /** Its third pipe lies in a gallery, its fourth under a street with a manhole. */
  const wet = (() => {
    const { galleries, drainage } = drainTown((files) => {
      files['galleries.json'].galleries[0].compartments[0].widthM = 1.2;
    }).scene;
    const pipes = loop.pipes.map((pipe, at) => {
      if (at === 2) return { ...pipe, compartment: 'tunnel.power' };
      return at === 3 ? { ...pipe, path: [[210, 160] as const, [210, 180] as const] } : pipe;
    });
    // Half of it lies on a hill and runs out where the hole is; valves are turned by hand.
    const nodes = loop.nodes.map((node, at) => ({ ...node, heightM: at > 4 ? 30 : 5 }));
    const valves = scene.scene.heat!.loops[0].valves.map((valve) => ({ ...valve, remote: false }));
    const heat = { loops: [{ ...loop, nodes, pipes, valves }] };
    return compileScene({ ...scene.scene, galleries, drainage, heat } as Scene);
  })();

  function hear(pipe: number) {
    const heard: Happening[] = [];
    const taken = domains.filter(({ name }) => ['energy', 'tunnel', 'drainage'].includes(name));
    const engine = createEngine({
      scene: wet,
      scenario: {
        ...defaultScenario(wet.id),
        domains: taken.map(({ name }) => name),
        startDay: 15,
        startSeconds: 9 * HOUR_S,
        interventions: [burst(pipe, 200, 60)],
      },
      domains: taken,
      desk: deskInPlace(taken, { linear }),
      listener: { happened: (each) => heard.push(each) },
    });
    engine.runTo(35 * MINUTE_S);
    return { kpis: engine.measure(), find: (code: string) => heard.find((each) => each.code === code) };
  }

  it('floods the gallery that the main lies in, whose alarm finds it before any crew does', () => {
    const { find, kpis } = hear(2);
    const began = find('energy.thermal-main-burst');
    const alarm = find('tunnel.water-high');
    expect(alarm?.causes).toEqual([began?.id]);
    const shut = find('energy.thermal-main-shut')!;
    expect(shut.causes[0]).toBe(began?.id);
    expect(shut.causes[1]).toBeGreaterThanOrEqual(alarm!.id);
    expect(shut.values.minutes).toBeLessThan(30);
    expect(kpis['tunnel.highest-water']).toBeGreaterThan(0);
    expect(kpis['drainage.worst-depth']).toBeUndefined();
  });

  it('comes up in the street that the main lies under', () => {
    const { kpis } = hear(3);
    expect(kpis['tunnel.alarms']).toBe(0);
    const { 'drainage.outfall': out = 0, 'drainage.on-roads': onRoads = 0, 'energy.loop-water-lost': lost = 0 } = kpis;
    expect(out + onRoads).toBeGreaterThan(0.5 * lost);
  });
});
