/** Runs energy alone, without a runtime: its ports are plain arrays, its happenings a list. */
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { createLuck, type ElementId } from '../../../sim/kernel';
import type { KnobTurn, KpiName, StepContext } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';

export interface Heard {
  readonly id: number;
  readonly seconds: number;
  readonly code: string;
  readonly element: ElementId;
  readonly causes: readonly number[];
}

export interface EnergyRun {
  readonly scene: CompiledScene;
  state: EnergyState;
  seconds: number;
  readonly heard: Heard[];
  readonly ports: Map<string, Float64Array>;
  readonly stepS: number;
}

export interface StartSettings {
  readonly seed?: number;
  readonly startSeconds?: number;
  readonly startDay?: number;
  readonly weatherDay?: string;
  /** Who takes part; where nobody says, everybody may, and energy waits for what traffic tells. */
  readonly domains?: readonly string[];
  /** Of a step, a minute unless said otherwise. */
  readonly stepS?: number;
}

export const STEP_S = energyDomain.periodSeconds;

export function start(scene: CompiledScene, settings: StartSettings = {}): EnergyRun {
  const { seed = 1, startSeconds = 25_200, stepS = STEP_S, ...rest } = settings;
  const state = energyDomain.create(scene, {
    seed,
    startSeconds,
    baseStepSeconds: 0.5,
    stepSeconds: { energy: stepS },
    ...rest,
  });
  return { scene, state, seconds: 0, heard: [], ports: new Map(), stepS };
}

export function turn(of: EnergyRun, turns: readonly KnobTurn[]): void {
  energyDomain.patch(of.state, turns);
}

export function run(of: EnergyRun, seconds: number, see: (of: EnergyRun) => void = () => {}): EnergyRun {
  const { elements } = of.scene;
  const sizes: Record<string, number> = {
    'traffic.charging-demand': elements['charging-site'].count,
    'traffic.home-charging': elements.building.count,
    'energy.signal-supply': elements.signal.count,
    'energy.charging-supply': elements['charging-site'].count,
    'energy.building-supply': elements.building.count,
    'traffic.charging-at-once': 1,
    'traffic.follower-need': elements.building.count,
    'traffic.follower-power': elements.building.count,
    'energy.charging-followers': 1,
    'energy.charging-signal': elements.building.count,
  };
  const port = (name: string): Float64Array => {
    const array = of.ports.get(name) ?? new Float64Array(sizes[name]);
    of.ports.set(name, array);
    return array;
  };
  const causes = (name: string) => new Int32Array(sizes[name]);
  for (const end = of.seconds + seconds; of.seconds < end; of.seconds += of.stepS) {
    const context: StepContext<never, never> = {
      tick: (of.seconds * 2) as never,
      seconds: of.seconds,
      stepSeconds: of.stepS,
      luck: createLuck(of.state.settings.seed),
      post: () => {
        throw new Error('met a question, expected a city without stations');
      },
      read: port,
      write: port,
      readCauses: causes,
      writeCauses: causes,
      happen: (code, element, causes) =>
        of.heard.push({ id: of.heard.length + 8, seconds: of.seconds, code, element, causes }) + 7,
    };
    energyDomain.step(of.state, context);
    see(of);
  }
  return of;
}

/** Another run that goes on from where this one stands. */
export function fork(of: EnergyRun): EnergyRun {
  const { scene, state, seconds, stepS } = of;
  const copy = energyDomain.load(scene, state.settings, energyDomain.save(state));
  return {
    scene,
    state: copy,
    seconds,
    heard: [],
    ports: new Map([...of.ports].map(([name, all]) => [name, all.slice()])),
    stepS,
  };
}

export function figures(of: EnergyRun): Record<KpiName, number> {
  const values = {} as Record<KpiName, number>;
  energyDomain.measure(of.state, (name, value) => {
    values[name] = value;
  });
  return values;
}
