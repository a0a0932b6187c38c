/** Runs energy alone, without a runtime: its ports are plain arrays, its happenings a list. */
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { createLuck, type ElementId } from '../../../sim/kernel';
import { type KnobTurn, type KpiName, type PortName, ports, type StepContext } from '../../../sim/ports';
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
  /** The happenings behind their values. */
  readonly causes: Map<string, Int32Array>;
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
  return { scene, state, seconds: 0, heard: [], ports: new Map(), causes: new Map(), stepS };
}

export function turn(of: EnergyRun, turns: readonly KnobTurn[]): void {
  energyDomain.patch(of.state, turns);
}

export function run(of: EnergyRun, seconds: number, see: (of: EnergyRun) => void = () => {}): EnergyRun {
  const { elements } = of.scene;
  const countOf = (name: string) => elements[ports[name as PortName].per].count;
  const port = (name: string): Float64Array => {
    const array = of.ports.get(name) ?? new Float64Array(countOf(name)).fill(ports[name as PortName].initial);
    of.ports.set(name, array);
    return array;
  };
  const causes = (name: string): Int32Array => {
    const array = of.causes.get(name) ?? new Int32Array(countOf(name));
    of.causes.set(name, array);
    return array;
  };
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
      happen: (code, element, because) =>
        of.heard.push({ id: of.heard.length + 8, seconds: of.seconds, code, element, causes: because }) + 7,
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
    causes: new Map([...of.causes].map(([name, all]) => [name, all.slice()])),
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
