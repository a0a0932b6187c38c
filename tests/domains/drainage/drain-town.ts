/**
 * The smallest town with drains: the houses of `tiny/one-feeder`, a street that falls to a sag before the outfall, a
 * gallery with louvres and a cover at the sag, and a pump where a test wants one.
 */
import { type DrainageState, drainageDomain } from '../../../sim/domains/drainage';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening, KpiName } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from '../energy/scenes';

type Files = Record<string, ReturnType<typeof JSON.parse>>;

export function drainTown(change: (files: Files) => void = () => {}): CompiledScene {
  return sceneOf('tiny/one-feeder', (files) => {
    files['drainage.json'] = structuredClone(drainage);
    files['galleries.json'] = structuredClone(galleries);
    files['scene.json'].files.push('drainage.json', 'galleries.json');
    change(files);
  });
}

const node = (id: string, x: number, heightM: number, invertM: number, catchmentM2: number) => ({
  id,
  at: [x, 150],
  heightM,
  invertM,
  catchmentM2,
});
const drain = (from: string, to: string, diameterM: number) => ({
  id: `${from}:${to}`,
  from,
  to,
  lengthM: 220,
  diameterM,
  roughnessMm: 1.5,
});

const drainage = {
  nodes: [
    node('n1', -230, 6, 4.6, 12_000),
    node('n2', -10, 5, 3.6, 12_000),
    // A sag: the street climbs on from here to the stream.
    node('n3', 210, 4, 2.3, 12_000),
    node('n4', 430, 4.6, 1.6, 4_000),
    { id: 'mouth', at: [480, 150], invertM: 1.4 },
  ],
  drains: [drain('n1', 'n2', 0.4), drain('n2', 'n3', 0.5), drain('n3', 'n4', 0.6), drain('n4', 'mouth', 0.6)],
  outfalls: [{ id: 'stream', node: 'mouth', levelM: 1.2 }],
  pumps: [],
};

const galleries = {
  galleries: [
    {
      id: 'tunnel',
      name: { zh: 'Tunnel', en: 'Tunnel' },
      path: [
        [100, 150],
        [300, 150],
      ],
      floorDepthM: [6, 6],
      compartments: [
        {
          id: 'tunnel.power',
          kind: 'integrated',
          widthM: 2.4,
          heightM: 2.4,
          offsetM: 0,
          sections: [{ id: 'tunnel.power/1', fromM: 0, toM: 200 }],
          shafts: [
            { id: 'tunnel.in', atM: 100, kind: 'inlet', areaM2: 2 },
            { id: 'tunnel.way', atM: 110, kind: 'escape', areaM2: 1 },
          ],
          equipment: [],
        },
      ],
    },
  ],
  controlCentres: [],
};

/** A pump beside the stream that lifts out of the sag over the last street. */
export const withPump = (files: Files) => {
  files['drainage.json'].pumps.push({ id: 'lift', from: 'n3', to: 'mouth', flowM3PerH: 2_000, electricity: 'a1.low' });
};

export const storm = (settings: Partial<Record<string, number | string>> = {}): Intervention => ({
  id: 'storm',
  kind: 'cloudburst',
  targets: [],
  settings: {
    measure: 'return-period',
    years: 50,
    total: 100,
    minutes: 60,
    peak: 24,
    tide: 0,
    ...settings,
  } as Intervention['settings'],
  fromSeconds: 60,
  untilSeconds: null,
});

export const on = (kind: string, targets: readonly string[] = [], settings = {}): Intervention => ({
  id: kind,
  kind,
  targets: targets as ElementId[],
  settings,
  fromSeconds: 60,
  untilSeconds: null,
});

export interface DrainTown {
  readonly engine: Engine;
  readonly heard: Happening[];
  readonly state: () => DrainageState;
  readonly kpis: () => Record<KpiName, number>;
}

export function runDrains(
  scene: CompiledScene,
  interventions: readonly Intervention[],
  changes: Partial<Scenario> = {},
  others: readonly AnyDomain[] = [],
  after: (state: DrainageState) => void = () => {},
): DrainTown {
  let latest: DrainageState | undefined;
  const watched: AnyDomain = {
    ...drainageDomain,
    create(of, settings) {
      latest = drainageDomain.create(of, settings);
      return latest;
    },
    load(of, settings, saved) {
      latest = drainageDomain.load(of, settings, saved);
      return latest;
    },
    step(state, context) {
      latest = state;
      drainageDomain.step(state, context);
      after(state);
    },
  };
  const heard: Happening[] = [];
  const domains = [watched, ...others];
  const scenario = {
    ...defaultScenario(scene.id),
    domains: domains.map((each) => each.name),
    interventions: [...interventions],
    ...changes,
  };
  const desk = deskInPlace(domains, { linear: undefined as unknown as LinearSolver });
  const engine = createEngine({ scene, scenario, domains, desk, listener: { happened: (each) => heard.push(each) } });
  return {
    engine,
    heard,
    state: () => latest as DrainageState,
    kpis: () => {
      const found = {} as Record<KpiName, number>;
      drainageDomain.measure(latest as DrainageState, (kpi, value) => {
        found[kpi] = value;
      });
      return found;
    },
  };
}
