import type { Intervention, KindTable } from '../../sim/interventions';
import { defineKind } from '../../sim/interventions/kind';
import { Decoder, type ElementId, Encoder, streamOf } from '../../sim/kernel';
import type { AnyDomain, FrameSection, Patch, RunSettings, StepContext } from '../../sim/ports';
import { type Catalogue, createEngine, type Engine, type EngineListener } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import type { CompiledScene } from '../../sim/scene';
import { smallCity } from './small-city';

/**
 * A small world for the laws of the runtime, with real physics: an upper tank on every edge, filled by luck, drains
 * through a valve into a lower one that steps four times as rarely and, when full, holds the upper one back.
 */
const CAPACITY_M3 = 40;
const INFLOW = streamOf('tanks.inflow');

interface UpperState {
  readonly ids: readonly ElementId[];
  readonly volumeM3: Float64Array;
  readonly valve: Float64Array;
  readonly valveCause: Float64Array;
  readonly overflowing: Uint8Array;
  inflowM3: number;
  outflowM3: number;
  /** Of the picture only: what was shown last. */
  readonly shownM3: Float64Array;
}

const openUpper = (scene: CompiledScene): UpperState => {
  const { ids, count } = scene.elements.edge;
  return {
    ids,
    volumeM3: new Float64Array(count).fill(10),
    valve: new Float64Array(count).fill(1),
    valveCause: new Float64Array(count),
    overflowing: new Uint8Array(count),
    inflowM3: 0,
    outflowM3: 0,
    shownM3: new Float64Array(count).fill(10),
  };
};

// biome-ignore lint/suspicious/noExplicitAny: ports, knobs and KPIs of these tests are not the product's
type Loose = any;

export const upper: AnyDomain = {
  name: 'upper',
  periodSeconds: 0.5,
  reads: ['lower.fullness'] as Loose,
  writes: ['upper.outflow', 'upper.level'] as Loose,
  create: openUpper,
  step(state: UpperState, context: StepContext<Loose, Loose>) {
    const { luck, tick, stepSeconds } = context;
    const fullness = context.read('lower.fullness');
    const outflow = context.write('upper.outflow');
    const level = context.write('upper.level');
    for (let i = 0; i < state.volumeM3.length; i++) {
      const inM3 = luck.uniform(INFLOW, tick, i) * stepSeconds;
      const wishM3 = state.volumeM3[i] * 0.04 * state.valve[i] * (fullness[i] < 1 ? 1 : 0) * stepSeconds;
      state.volumeM3[i] += inM3 - wishM3;
      state.inflowM3 += inM3;
      state.outflowM3 += wishM3;
      outflow[i] = wishM3;
      level[i] = state.volumeM3[i] / CAPACITY_M3;
      const over = state.volumeM3[i] > CAPACITY_M3 ? 1 : 0;
      if (over > state.overflowing[i]) {
        const causes = state.valve[i] < 1 ? [state.valveCause[i]] : [];
        context.happen('upper.overflow', state.ids[i], causes, { volumeM3: state.volumeM3[i] });
      }
      state.overflowing[i] = over;
    }
  },
  patch(state: UpperState, patch: Patch): Patch {
    return patch.map((turn) => {
      const before = { ...turn, value: state.valve[turn.slot], cause: state.valveCause[turn.slot] };
      state.valve[turn.slot] = turn.value ?? 1;
      state.valveCause[turn.slot] = turn.cause;
      return before;
    });
  },
  measure(state: UpperState, add: Loose) {
    add('tanks.inflow', state.inflowM3);
    add('tanks.upper', sum(state.volumeM3));
  },
  frameSections: (scene: CompiledScene) => [
    { name: 'upper.volumes', type: 'f32', stride: 2, capacity: scene.elements.edge.count },
    { name: 'upper.overflowing', type: 'u8', stride: 1, capacity: scene.elements.edge.count },
  ],
  writeFrame(state: UpperState, [volumes, flags]: readonly FrameSection[]) {
    for (let i = 0; i < state.volumeM3.length; i++) {
      volumes.f32[2 * i] = state.volumeM3[i];
      volumes.f32[2 * i + 1] = state.volumeM3[i] - state.shownM3[i];
      flags.u8[i] = state.overflowing[i];
    }
    volumes.count = state.volumeM3.length;
    flags.count = state.volumeM3.length;
    state.shownM3.set(state.volumeM3);
  },
  save(state: UpperState) {
    const { volumeM3, valve, valveCause, overflowing, inflowM3, outflowM3 } = state;
    return new Encoder('upper', 1)
      .float64s(volumeM3)
      .float64s(valve)
      .float64s(valveCause)
      .uint8s(overflowing)
      .f64(inflowM3)
      .f64(outflowM3)
      .finish();
  },
  load(scene: CompiledScene, _: RunSettings, saved: Uint8Array): UpperState {
    const from = new Decoder(saved, 'upper', 1);
    const state = openUpper(scene);
    from.float64s(state.volumeM3);
    from.float64s(state.valve);
    from.float64s(state.valveCause);
    from.uint8s(state.overflowing);
    state.inflowM3 = from.f64();
    state.outflowM3 = from.f64();
    from.end();
    state.shownM3.set(state.volumeM3);
    return state;
  },
  work: (state: UpperState) => state.volumeM3.length,
};

interface LowerState {
  readonly volumeM3: Float64Array;
  inflowM3: number;
  meanLevel: number;
}

export const lower: AnyDomain = {
  name: 'lower',
  periodSeconds: 2,
  reads: ['upper.outflow', 'upper.level'] as Loose,
  writes: ['lower.fullness'] as Loose,
  create: (scene: CompiledScene): LowerState => ({
    volumeM3: new Float64Array(scene.elements.edge.count),
    inflowM3: 0,
    meanLevel: 0,
  }),
  step(state: LowerState, context: StepContext<Loose, Loose>) {
    const inflow = context.read('upper.outflow');
    const level = context.read('upper.level');
    const fullness = context.write('lower.fullness');
    state.meanLevel = sum(level) / level.length;
    for (let i = 0; i < state.volumeM3.length; i++) {
      state.inflowM3 += inflow[i];
      state.volumeM3[i] += inflow[i];
      state.volumeM3[i] -= state.volumeM3[i] * 0.01 * context.stepSeconds;
      fullness[i] = state.volumeM3[i] / CAPACITY_M3;
    }
  },
  patch: (_: LowerState, patch: Patch): Patch => patch,
  measure: (state: LowerState, add: Loose) => add('tanks.lower', sum(state.volumeM3)),
  frameSections: () => [],
  writeFrame: () => undefined,
  save: ({ volumeM3, inflowM3, meanLevel }: LowerState) =>
    new Encoder('lower', 1).float64s(volumeM3).f64(inflowM3).f64(meanLevel).finish(),
  load(scene: CompiledScene, _: RunSettings, saved: Uint8Array): LowerState {
    const from = new Decoder(saved, 'lower', 1);
    const state = { volumeM3: from.float64s(), inflowM3: from.f64(), meanLevel: from.f64() };
    from.end();
    if (state.volumeM3.length !== scene.elements.edge.count) throw new Error('met another scene');
    return state;
  },
};

const turnValve = defineKind({
  kind: 'turn-valve',
  targets: { kind: 'edge', least: 1, most: 8 },
  settings: { opening: { type: 'number', unit: 'fraction', min: 0, max: 1, step: 0.1, default: 0 } },
  claims: ({ targets, settings, fromSeconds, untilSeconds }, scene) =>
    targets.map((name) => ({
      knob: 'upper.valve',
      slot: scene.elements.edge.slotOf(name) as number,
      value: settings.opening,
      fromSeconds,
      untilSeconds,
    })),
});

const kpi = { unit: 'm³', better: 'none', deadband: 0, formula: 'water' } as const;

export const tankCatalogue: Catalogue = {
  ports: {
    'upper.outflow': { writer: 'upper', per: 'edge', unit: 'm³', initial: 0, meets: 'sum' },
    'upper.level': { writer: 'upper', per: 'edge', unit: 'fraction', initial: 0.25, meets: 'mean' },
    'lower.fullness': { writer: 'lower', per: 'edge', unit: 'fraction', initial: 0, meets: 'last' },
  },
  knobs: { 'upper.valve': { domain: 'upper', per: 'edge', unit: 'fraction' } },
  kpis: { 'tanks.inflow': kpi, 'tanks.upper': kpi, 'tanks.lower': kpi },
  kinds: { 'turn-valve': turnValve } as KindTable,
};

export const edges = ['n-in', 'n-out', 'e-in', 'e-out', 's-in', 's-out', 'w-in', 'w-out'];

/** Shuts the valve under an edge unless told how far. */
export function valve(
  id: string,
  edge: string,
  fromSeconds: number,
  untilSeconds: number | null = null,
  opening = 0,
): Intervention {
  return { id, kind: 'turn-valve', targets: [edge as ElementId], settings: { opening }, fromSeconds, untilSeconds };
}

export interface TankRun {
  readonly seed?: number;
  readonly interventions?: readonly Intervention[];
  readonly listener?: EngineListener;
  readonly domains?: readonly AnyDomain[];
}

export function tanks({ seed = 7, interventions = [], listener, domains = [upper, lower] }: TankRun = {}): Engine {
  const scene = smallCity();
  const scenario = defaultScenario(scene.id, { seed, interventions });
  return createEngine({ scene, scenario, domains, listener, catalogue: tankCatalogue });
}

function sum(values: Float64Array): number {
  let total = 0;
  for (const value of values) total += value;
  return total;
}
