/** The galleries by themselves: steps of a second, with ports that a test may write, and what was heard. */
import { type TunnelState, tunnelDomain } from '../../../sim/domains/tunnel';
import { createLuck } from '../../../sim/kernel';
import { type KnobName, type PortName, ports } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';

export interface TunnelHeard {
  readonly id: number;
  readonly seconds: number;
  readonly code: string;
  readonly element: string;
  readonly causes: readonly number[];
}

export interface TunnelRunOf {
  readonly scene: CompiledScene;
  state: TunnelState;
  seconds: number;
  readonly heard: TunnelHeard[];
  readonly values: Map<string, Float64Array>;
  readonly causes: Map<string, Int32Array>;
}

export const FIRST_ID = 100;
export const CHANGE = 7;

export function startTunnel(scene: CompiledScene, seed = 1): TunnelRunOf {
  const settings = { seed, startSeconds: 25_200, baseStepSeconds: 0.5 };
  const of: TunnelRunOf = {
    scene,
    state: tunnelDomain.create(scene, settings),
    seconds: 0,
    heard: [],
    values: new Map(),
    causes: new Map(),
  };
  valuesOf(of, 'energy.gas-pressure').fill(200);
  return of;
}

/** A port's values, as its writer left them last. */
export function valuesOf({ values, scene }: TunnelRunOf, name: PortName): Float64Array {
  const { per, initial } = ports[name];
  const array = values.get(name) ?? new Float64Array(scene.elements[per].count).fill(initial);
  values.set(name, array);
  return array;
}

export function causesOf({ causes, scene }: TunnelRunOf, name: PortName): Int32Array {
  const array = causes.get(name) ?? new Int32Array(scene.elements[ports[name].per].count);
  causes.set(name, array);
  return array;
}

export function runTunnel(of: TunnelRunOf, seconds: number, see: (of: TunnelRunOf) => void = () => {}): TunnelRunOf {
  const luck = createLuck(of.state.settings.seed);
  for (const end = of.seconds + seconds; of.seconds < end; of.seconds++) {
    tunnelDomain.step(of.state, {
      tick: (of.seconds * 2) as never,
      seconds: of.seconds,
      stepSeconds: 1,
      luck,
      read: (name) => valuesOf(of, name),
      write: (name) => valuesOf(of, name),
      readCauses: (name) => causesOf(of, name),
      writeCauses: (name) => causesOf(of, name),
      post: () => {
        throw new Error('met a question, expected none of galleries');
      },
      happen: (code, element, causes) => {
        const id = FIRST_ID + of.heard.length;
        of.heard.push({ id, seconds: of.seconds, code, element, causes });
        return id;
      },
    });
    see(of);
  }
  return of;
}

export function turn(of: TunnelRunOf, knob: KnobName, id: string, value: number | null): void {
  const slot = knob.startsWith('city.') ? 0 : (of.scene.elements['gallery-section'].slotOf(id) as number);
  tunnelDomain.patch(of.state, [{ knob, slot, value, cause: value === null ? 0 : CHANGE }]);
}

/** Another run that goes on from where this one stands. */
export function forkTunnel(of: TunnelRunOf): TunnelRunOf {
  const { scene, state, seconds } = of;
  return {
    scene,
    state: tunnelDomain.load(scene, state.settings, tunnelDomain.save(state)),
    seconds,
    heard: [...of.heard],
    values: new Map([...of.values].map(([name, array]) => [name, array.slice()])),
    causes: new Map([...of.causes].map(([name, array]) => [name, array.slice()])),
  };
}

export function figuresOf({ state }: TunnelRunOf): Record<string, number> {
  const figures: Record<string, number> = {};
  tunnelDomain.measure(state, (name, value) => {
    figures[name] = value;
  });
  return figures;
}
