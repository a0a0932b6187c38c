/** Two ways between the same places, with lines of every kind in the ground of both. */
import { domains } from '../../../sim/domains/registry';
import { defaultSettings, type Intervention, interventionKinds } from '../../../sim/interventions';
import type { Happening } from '../../../sim/ports';
import { createEngine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import { type CompiledScene, compileScene, type Scene } from '../../../sim/scene';
import { desk } from '../../runtime/desk';
import { smallCity } from '../traffic/small-city';

type Point = readonly [number, number];

export const MAIN = ['main:w:a', 'main:a:b', 'main:b:o'];
export const AROUND = ['around:a:b'];

/** A street of 1.3 km with two lanes each way and one around it of 0.7 km with one. */
export function dugCity(compartment?: string): CompiledScene {
  const { scene } = smallCity('dug', {
    nodes: { w: [-400, 0], a: [0, 0], b: [500, 0], o: [900, 0], u: [250, 260] },
    streets: {
      main: { path: ['w', 'a', 'b', 'o'], class: 'arterial', lanes: 2 },
      around: { path: ['a', 'u', 'b'], class: 'local', lanes: 1 },
    },
    signals: ['a', 'b'],
    gates: { w: 26_000, o: 26_000 },
  });
  const lines: Record<string, Point[]> = {
    main: [
      [-400, 6],
      [900, 6],
    ],
    around: [
      [0, 6],
      [250, 266],
      [500, 6],
    ],
  };
  const pipes = Object.entries(lines).map(([id, path]) => ({
    id,
    from: `${id}.from`,
    to: `${id}.to`,
    path,
    lengthM: 1_000,
    diameterM: 0.2,
    roughnessMm: 0.2,
    ...(compartment === undefined ? {} : { compartment }),
  }));
  const nodes = pipes.flatMap(({ from, to, path }) => [
    { id: from, at: path[0] },
    { id: to, at: path[path.length - 1] },
  ]);
  const water = { nodes, pipes, pumps: [], valves: [], reservoirs: [], tanks: [] };
  const gas = {
    nodes: nodes.map((each) => ({ ...each, pressureLevel: 'medium' })),
    pipes,
    regulators: [],
    valves: [],
    supplies: [],
    calorificMjPerM3: 35,
  };
  const telecom = {
    nodes: nodes.map((each) => ({ ...each, kind: 'cabinet' })),
    fibres: pipes.map(({ diameterM, roughnessMm, ...fibre }) => ({ ...fibre, fibres: 12 })),
  };
  return compileScene({ ...scene, water, gas, telecom } as unknown as Scene);
}

export function change(kind: keyof typeof interventionKinds, targets: readonly string[], given = {}, fromSeconds = 0) {
  const settings = { ...defaultSettings(interventionKinds[kind].settings), ...given };
  return { id: kind, kind, targets, settings, fromSeconds, untilSeconds: null } as unknown as Intervention;
}

/** The whole of main, for what the city has: no power, no heat. */
export const gallery = (given = {}) => change('build-gallery', MAIN, { gas: true, ...given });

export function live(scene: CompiledScene, interventions: readonly Intervention[], more: Partial<Scenario> = {}) {
  const heard: Happening[] = [];
  const taking = more.domains ?? ['works'];
  // Works alone may be looked at by the day.
  const hours = taking.length === 1 ? { stepSeconds: { works: 86_400 } } : {};
  const engine = createEngine({
    scene,
    scenario: defaultScenario(scene.id, {
      interventions,
      seed: 1,
      startDay: 100,
      domains: [...taking],
      ...hours,
      ...more,
    }),
    domains: domains.filter(({ name }) => taking.includes(name)),
    desk,
    listener: { happened: (each) => heard.push(each) },
  });
  return { engine, heard };
}
