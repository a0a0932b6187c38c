/** The smallest grid with a telecom network: an exchange, a cabinet at the substation, a cell behind each, meters and loops. */
import { energyDomain } from '../../../sim/domains/energy';
import { type TelecomState, telecomDomain } from '../../../sim/domains/telecom';
import type { Intervention } from '../../../sim/interventions';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import type { AnyDomain, Happening, KpiName } from '../../../sim/ports';
import { createEngine, deskInPlace, type Engine } from '../../../sim/runtime';
import { defaultScenario, type Scenario } from '../../../sim/scenarios';
import type { CompiledScene } from '../../../sim/scene';
import { sceneOf } from '../energy/scenes';

export const smallTelecom = {
  nodes: [
    { id: 'exchange', at: [-700, 0], kind: 'exchange', electricity: 'b1.low' },
    { id: 'sub', at: [-450, 0], kind: 'cabinet', electricity: 'b1.low' },
    { id: 'cell-a', at: [0, 200], kind: 'cell', electricity: 'a3.low' },
    { id: 'cell-b', at: [0, -200], kind: 'cell', electricity: 'b3.low' },
  ],
  fibres: [
    { id: 'f1', from: 'exchange', to: 'sub', lengthM: 260, fibres: 24 },
    { id: 'f2', from: 'sub', to: 'cell-a', lengthM: 500, fibres: 24 },
    { id: 'f3', from: 'sub', to: 'cell-b', lengthM: 500, fibres: 24 },
  ],
};

const meters = ['a1', 'a2', 'a3', 'a4', 'b1', 'b2', 'b3', 'b4'].map((bus) => ({
  id: `meter:${bus}`,
  kind: 'smart-meter',
  at: [0, 0],
  element: `${bus}.low`,
  intervalSeconds: bus === 'a4' ? 3_600 : 900,
  telecom: bus.startsWith('a') ? 'cell-a' : 'cell-b',
}));

export function smallNet(
  change: (files: Record<string, ReturnType<typeof JSON.parse>>) => void = () => {},
): CompiledScene {
  return sceneOf('tiny/one-feeder', (files) => {
    files['telecom.json'] = structuredClone(smallTelecom);
    files['sensors.json'] = { sensors: structuredClone(meters) };
    files['scene.json'].files.push('telecom.json', 'sensors.json');
    change(files);
  });
}

export const outage = (targets: readonly string[], fromSeconds: number, hours: number): Intervention => ({
  id: `out:${targets.join()}:${fromSeconds}`,
  kind: 'telecom-outage',
  targets: targets as ElementId[],
  settings: { hours },
  fromSeconds,
  untilSeconds: null,
});

export interface NetRun {
  readonly engine: Engine;
  readonly heard: Happening[];
  state(): TelecomState;
  figures(): Partial<Record<KpiName, number>>;
}

/** A run of telecom, and of whoever else is named. */
export function runNet(
  scene: CompiledScene,
  changes: Partial<Scenario> = {},
  others: readonly AnyDomain[] = [energyDomain],
  telecom: AnyDomain = telecomDomain,
): NetRun {
  let latest: TelecomState | undefined;
  const watched: AnyDomain = {
    ...telecom,
    step(state, context) {
      latest = state;
      telecom.step(state, context);
    },
  };
  const domains = [watched, ...others];
  const scenario = { ...defaultScenario(scene.id), domains: domains.map(({ name }) => name), ...changes };
  const desk = deskInPlace(domains, { linear: undefined as unknown as LinearSolver });
  const heard: Happening[] = [];
  const engine = createEngine({ scene, scenario, domains, desk, listener: { happened: (each) => heard.push(each) } });
  const state = () => latest as TelecomState;
  return {
    engine,
    heard,
    state,
    figures() {
      const found: Partial<Record<KpiName, number>> = {};
      telecomDomain.measure(state(), (kpi, value) => {
        found[kpi] = value;
      });
      return found;
    },
  };
}
