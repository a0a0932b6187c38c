/**
 * The smallest town with water: works at one end, two lines of mains that meet at the other, a tank on the hill behind, and
 * the houses of `tiny/one-feeder` along them. One main lies in a gallery.
 */
import { type WaterState, waterDomain } from '../../../sim/domains/water';
import type { LinearSolver, PressureSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from '../energy/scenes';

type Files = Record<string, ReturnType<typeof JSON.parse>>;

const MAIN = { lengthM: 220, diameterM: 0.2, roughnessMm: 0.2 };
const name = (en: string) => ({ zh: en, en });

export function waterTown(change: (files: Files) => void = () => {}): CompiledScene {
  return sceneOf('tiny/one-feeder', (files) => {
    files['water.json'] = structuredClone(water);
    files['galleries.json'] = structuredClone(galleries);
    for (const { id, serves } of files['buildings.json'].buildings) serves.water = id.toLowerCase();
    files['scene.json'].files.push('water.json', 'galleries.json');
    change(files);
  });
}

const node = (id: string, x: number, y: number, heightM = 5) => ({ id, at: [x, y], heightM });
const pipe = (id: string, from: string, to: string, more: object = {}) => ({ id, from, to, ...MAIN, ...more });

const water = {
  nodes: [
    node('works', -600, 0, 8),
    node('gate', -500, 0),
    ...['a', 'b'].flatMap((line, k) =>
      [-230, -10, 210, 430].map((x, i) => node(`${line}${i + 1}`, x, k === 0 ? 150 : -150)),
    ),
    node('hill', 520, 0, 40),
  ],
  pipes: [
    pipe('gate:a1', 'gate', 'a1', { lengthM: 310 }),
    pipe('gate:b1', 'gate', 'b1', { lengthM: 310 }),
    pipe('a1:a2', 'a1', 'a2', { compartment: 'tunnel.water' }),
    pipe('a2:a3', 'a2', 'a3'),
    pipe('a3:a4', 'a3', 'a4'),
    pipe('b1:b2', 'b1', 'b2'),
    pipe('b2:b3', 'b2', 'b3'),
    pipe('b3:b4', 'b3', 'b4'),
    pipe('a4:b4', 'a4', 'b4', { lengthM: 300 }),
    pipe('hill', 'a4', 'hill', { lengthM: 180 }),
  ],
  pumps: ['p1', 'p2', 'p3'].map((id) => ({
    id,
    from: 'works',
    to: 'gate',
    headM: 42,
    flowM3PerH: 30,
    electricity: 'a1.low',
  })),
  valves: [
    { id: 'gate:a1', pipe: 'gate:a1', open: true, remote: true },
    { id: 'gate:b1', pipe: 'gate:b1', open: true, remote: true },
    { id: 'a1:a2', pipe: 'a1:a2', open: true, remote: true },
    { id: 'a3:a4', pipe: 'a3:a4', open: true, remote: false },
    { id: 'b2:b3', pipe: 'b2:b3', open: true, remote: false },
    { id: 'a4:b4', pipe: 'a4:b4', open: true, remote: false },
  ],
  reservoirs: [{ id: 'works', node: 'works', levelM: 10 }],
  tanks: [{ id: 'hill', node: 'hill', floorM: 46, depthM: 5, areaM2: 60, fill: 0.6 }],
};

const galleries = {
  galleries: [
    {
      id: 'tunnel',
      name: name('Tunnel'),
      path: [
        [-230, 150],
        [-10, 150],
      ],
      floorDepthM: [6, 6],
      compartments: [
        {
          id: 'tunnel.water',
          kind: 'integrated',
          widthM: 2.4,
          heightM: 2.4,
          offsetM: 0,
          sections: [
            { id: 'tunnel.water/1', fromM: 0, toM: 100 },
            { id: 'tunnel.water/2', fromM: 100, toM: 220 },
          ],
          shafts: [
            { id: 'tunnel.way', atM: 10, kind: 'access', areaM2: 2 },
            { id: 'tunnel.in-1', atM: 5, kind: 'inlet', areaM2: 2 },
            { id: 'tunnel.out-1', atM: 90, kind: 'exhaust', areaM2: 2 },
            { id: 'tunnel.in-2', atM: 105, kind: 'inlet', areaM2: 2 },
            { id: 'tunnel.out-2', atM: 210, kind: 'exhaust', areaM2: 2 },
          ],
          equipment: [],
        },
      ],
    },
  ],
  controlCentres: [],
};

export interface Town {
  readonly engine: Engine;
  readonly heard: Happening[];
  /** As the last step left it. */
  readonly state: () => WaterState;
}

export interface TownTools {
  readonly pressure: PressureSolver;
  readonly linear?: LinearSolver;
}

/** A run of water, and of whoever else is named. */
export function runWater(
  scene: CompiledScene,
  tools: TownTools,
  changes: Partial<Scenario> = {},
  after: (state: WaterState, seconds: number) => void = () => {},
  others: readonly AnyDomain[] = [],
): Town {
  let latest: WaterState | undefined;
  const watched: AnyDomain = {
    ...waterDomain,
    step(state, context) {
      latest = state;
      waterDomain.step(state, context);
      after(state, context.seconds);
    },
  };
  const heard: Happening[] = [];
  const domains = [watched, ...others];
  const scenario = { ...defaultScenario(scene.id), domains: domains.map((each) => each.name), ...changes };
  const desk = deskInPlace(domains, { linear: tools.linear as LinearSolver, pressure: tools.pressure });
  const engine = createEngine({ scene, scenario, domains, desk, listener: { happened: (each) => heard.push(each) } });
  return { engine, heard, state: () => latest as WaterState };
}
