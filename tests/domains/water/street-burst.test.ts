/**
 * A main that bursts in the ground of a street: its water comes up there, runs to the gullies and stands where they cannot
 * take it, and a lane is dug up until the main is mended. One that bursts in a gallery does nothing of it.
 */
import { beforeAll, expect, it } from 'vitest';
import { domains } from '../../../sim/domains/registry';
import { loadPressureSolverInNode } from '../../../sim/hosts/hydraulics/load-in-node';
import type { LinearSolver, PressureSolver } from '../../../sim/kernel';
import type { Happening } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { compileScene, type Scene } from '../../../sim/scene';
import { change, dugCity } from '../works/dug-city';

const HOUR_S = 3_600;
let pressure: PressureSolver;
beforeAll(async () => {
  pressure = await loadPressureSolverInNode();
});

/** The main of the main street has a source with a valve that somebody has to walk to, and the street a sag in the middle with one small drain. */
function wetCity() {
  const { scene } = dugCity();
  const manhole = (id: string, x: number, heightM: number, invertM: number) => ({ id, at: [x, 0], heightM, invertM });
  const nodes = [manhole('west', 50, 0.6, -1), manhole('sag', 250, 0, -1.6), manhole('east', 450, 0.5, -2.2)];
  const drain = (from: string, to: string) => ({ from, to, lengthM: 200, diameterM: 0.3, roughnessMm: 1.5 });
  const water = scene.water!;
  return compileScene({
    ...scene,
    water: {
      ...water,
      nodes: [...water.nodes, { id: 'lake', at: [-400, 20], heightM: 0 }],
      pipes: [
        ...water.pipes,
        { id: 'out', from: 'lake', to: 'main.from', lengthM: 20, diameterM: 0.3, roughnessMm: 0.2 },
      ].map((each) => ({ ...each, diameterM: 0.4 })),
      valves: [{ id: 'out', pipe: 'out', open: true, remote: false }],
      reservoirs: [{ id: 'lake', node: 'lake', levelM: 60 }],
    },
    drainage: {
      nodes: [...nodes.map((each) => ({ ...each, catchmentM2: 500 })), { id: 'mouth', at: [460, 30], invertM: -2.5 }],
      drains: [
        { id: 'a', ...drain('west', 'sag') },
        { id: 'b', ...drain('sag', 'east') },
        { id: 'c', ...drain('east', 'mouth'), lengthM: 30 },
      ],
      outfalls: [{ id: 'mouth', node: 'mouth', levelM: -3 }],
      pumps: [],
    },
  } as unknown as Scene);
}

function runBurst(taking: readonly string[], untilS: number, interventions: readonly ReturnType<typeof change>[]) {
  const scene = wetCity();
  const heard: Happening[] = [];
  const taken = domains.filter(({ name }) => taking.includes(name));
  const engine = createEngine({
    scene,
    scenario: defaultScenario(scene.id, { interventions, seed: 1, startSeconds: 7 * HOUR_S, domains: [...taking] }),
    domains: taken,
    desk: deskInPlace(taken, { linear: undefined as unknown as LinearSolver, pressure }),
    listener: { happened: (each) => heard.push(each) },
  });
  engine.runTo(untilS);
  return { heard, kpis: engine.measure() };
}

const burst = change('burst-water-main', ['main'], { hole: 400 }, 60);
const all = ['drainage', 'water', 'works', 'traffic'];

it('floods its street, holds a lane for as long as it is mended, makes the street slower, and each names its cause', () => {
  const plain = runBurst(all, HOUR_S, []);
  const { heard, kpis } = runBurst(all, HOUR_S, [burst]);
  const find = (code: string) => heard.find((each) => each.code === code);
  const began = find('water.main-burst');
  const full = find('drainage.main-full');
  expect(full?.causes).toEqual([began?.id]);
  const flooded = find('drainage.road-flooded');
  expect(flooded?.causes).toEqual([full?.id]);
  expect(flooded?.element).toMatch(/^main:/);
  const shut = find('water.main-shut-off');
  const pit = find('works.pit-opened');
  expect(pit?.causes).toEqual([shut?.id]);
  expect(pit?.element).toMatch(/^main:/);
  expect(kpis['works.sites-open']).toBe(1);
  expect(kpis['drainage.deepest']).toBeGreaterThan(0.15);
  expect(kpis['drainage.rain']).toBe(0);
  expect(kpis['traffic.mean-time-loss']).toBeGreaterThan(1.1 * plain.kpis['traffic.mean-time-loss']!);
  expect(plain.heard.filter(({ code }) => code.startsWith('drainage.') || code.startsWith('works.'))).toEqual([]);
});

it('all that came up went somewhere, the pit is filled in when the main is mended, and the street is dry again', () => {
  const { heard, kpis } = runBurst(['drainage', 'water', 'works'], 10 * HOUR_S, [burst]);
  const mended = heard.find(({ code }) => code === 'water.main-mended');
  const closed = heard.find(({ code }) => code === 'works.pit-closed');
  expect(closed?.tick).toBeGreaterThanOrEqual(mended!.tick);
  expect(kpis['works.sites-open']).toBe(0);
  expect(heard.filter(({ code }) => code === 'drainage.road-flooded').length).toBe(
    heard.filter(({ code }) => code === 'drainage.road-drained').length,
  );
  // The minute that is under way when the main is shut is booked by neither.
  expect(kpis['drainage.outfall']! / kpis['water.burst-loss']!).toBeCloseTo(1, 1);
});
