/**
 * The smallest grid with gas: a gate at one end, an energy station (two engines, three boilers) that warms four houses
 * at the other, and gas for cooking in all. Between gate and station lies one main, or two side by side.
 */
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import type { LinearSolver } from '../../../sim/kernel';
import type { AnyDomain } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine, type EngineListener } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from './scenes';

const name = (en: string) => ({ zh: en, en });
type Files = Record<string, ReturnType<typeof JSON.parse>>;

export function gasTown(isLooped: boolean, change: (files: Files) => void = () => {}): CompiledScene {
  return sceneOf('tiny/one-feeder', (files) => {
    files['gas.json'] = gasOf(isLooped);
    files['stations.json'] = { stations: [structuredClone(station)] };
    files['heat.json'] = { loops: [structuredClone(warm)] };
    for (const { id, use, serves } of files['buildings.json'].buildings) {
      if (use !== 'office') serves.gas = 'east.low';
      if (id.startsWith('A')) serves.heat = `h-${id}`;
    }
    files['scene.json'].files.push('gas.json', 'stations.json', 'heat.json');
    change(files);
  });
}

const MAIN = { lengthM: 600, diameterM: 0.2, roughnessMm: 0.1 };

function gasOf(isLooped: boolean) {
  const at = (x: number) => [x, 0];
  return {
    nodes: [
      { id: 'gate', at: at(-600), heightM: 0, pressureLevel: 'high' },
      { id: 'west', at: at(-590), heightM: 0, pressureLevel: 'medium' },
      { id: 'plant', at: at(0), heightM: 0, pressureLevel: 'medium' },
      { id: 'east', at: at(400), heightM: 0, pressureLevel: 'medium' },
      { id: 'east.low', at: at(400), heightM: 0, pressureLevel: 'low' },
    ],
    pipes: [
      { id: 'main', from: 'west', to: 'plant', ...MAIN },
      ...(isLooped ? [{ id: 'second', from: 'west', to: 'plant', ...MAIN, lengthM: 900 }] : []),
      { id: 'branch', from: 'plant', to: 'east', ...MAIN, lengthM: 1_500, diameterM: 0.3 },
    ],
    regulators: [
      { id: 'gate', from: 'gate', to: 'west', outletKpa: 300, maxKgPerS: 1 },
      { id: 'east', from: 'east', to: 'east.low', outletKpa: 2.8, maxKgPerS: 0.1 },
    ],
    valves: [
      { id: 'main', pipe: 'main', open: true, remote: true },
      ...(isLooped ? [{ id: 'second', pipe: 'second', open: true, remote: true }] : []),
      { id: 'branch', pipe: 'branch', open: true, remote: false },
    ],
    supplies: [{ id: 'gate', node: 'gate', pressureKpa: 1_600 }],
    calorificMjPerM3: 34.9,
  };
}

const station = {
  id: 'plant',
  name: name('Plant'),
  at: [0, 0],
  electricity: 'a2',
  gas: 'plant',
  units: [
    { id: 'plant.engine', kind: 'chp-engine', count: 2, electricKw: 600 },
    { id: 'plant.boiler', kind: 'gas-boiler', count: 3, heatKw: 1_500 },
  ],
};

const warm = {
  id: 'warm',
  name: name('Warm'),
  supplyC: 90,
  returnC: 60,
  nodes: [
    { id: 'h-0', at: [0, 0] },
    { id: 'h-A1', at: [-230, 240] },
    { id: 'h-A2', at: [-10, 240] },
    { id: 'h-A3', at: [210, 240] },
    { id: 'h-A4', at: [430, 240] },
  ],
  pipes: ['A1', 'A2', 'A3', 'A4'].map((id) => ({
    id: `h-${id}`,
    from: 'h-0',
    to: `h-${id}`,
    lengthM: 300,
    diameterM: 0.125,
    roughnessMm: 0.1,
    lossWPerMK: 0.2,
  })),
  pumps: [{ id: 'pump', node: 'h-0', headM: 30, ratedKw: 15, electricity: 'a2' }],
  valves: [],
  sources: [{ station: 'plant', node: 'h-0' }],
};

/** A run of energy alone that tells of the end of every step. */
export function runTown(
  scene: CompiledScene,
  linear: LinearSolver,
  changes: Partial<Scenario>,
  after: (state: EnergyState, seconds: number) => void = () => {},
  listener?: EngineListener,
  others: readonly AnyDomain[] = [],
): Engine {
  const watched: AnyDomain = {
    ...energyDomain,
    step(state, context) {
      energyDomain.step(state, context);
      after(state, context.seconds + context.stepSeconds);
    },
  };
  const scenario = {
    ...defaultScenario(scene.id),
    domains: ['energy', ...others.map((each) => each.name)],
    ...changes,
  };
  return createEngine({
    scene,
    scenario,
    domains: [watched, ...others],
    desk: deskInPlace([watched], { linear }),
    ...(listener && { listener }),
  });
}
