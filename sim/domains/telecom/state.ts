import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { batteryS } from './batteries';
import { createTelecomKnobs, type TelecomKnobs } from './knobs';
import { planTelecom, type TelecomPlan } from './plan';

/** Telecom in a running city; without a run where a scene has none. */
export interface TelecomState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly knobs: TelecomKnobs;
  readonly totals: Totals;
  readonly run: TelecomRun | null;
}

export interface Totals {
  elapsedS: number;
  /** Age of data, summed over sensors and over time. */
  ageS2: number;
}

export interface TelecomRun {
  readonly plan: TelecomPlan;
  /** By node: what its battery has left, whether it is up, the happening that took it down. */
  readonly leftS: Float64Array;
  readonly isUp: Uint8Array;
  readonly downCause: Int32Array;
  /** By node: 1 where an exchange hears it, and else the happening behind that. */
  readonly reached: Uint8Array;
  readonly cause: Int32Array;
  /** By sensor: 1 heard; its last report before it fell silent, and the first one since. */
  readonly isHeard: Uint8Array;
  readonly lastS: Float64Array;
  readonly resumesS: Float64Array;
  /** By section: 1 heard; the happening that said it is not. */
  readonly sectionHeard: Uint8Array;
  readonly sectionCause: Int32Array;
  /** By section: 1 where its fibres have burnt. */
  readonly fibreLost: Uint8Array;
  /** The happening that said that data are stale, and how many sensors were silent then. */
  readonly stale: { happening: number; silent: number };
  /** Follows from the rest. */
  readonly derived: Derived;
}

export interface Derived {
  /** What is heard is to be worked out anew. */
  isDue: boolean;
  readonly fibreBroken: Uint8Array;
  readonly fibreCause: Int32Array;
  readonly fullS: Float64Array;
  readonly queue: Uint32Array;
  readonly seen: Uint8Array;
  /** Half the interval of all that are heard: the mean age of their data. */
  heardAgeS: number;
  silent: number;
  /** By road: 1 where its spaces could report; and after how long a crash is known. */
  readonly parkingHeard: Float64Array;
  readonly driversReached: Float64Array;
  readonly knownAfterS: Float64Array;
}

export const savedRun = [
  'leftS',
  'isUp',
  'downCause',
  'reached',
  'cause',
  'isHeard',
  'lastS',
  'resumesS',
  'sectionHeard',
  'sectionCause',
  'fibreLost',
] as const satisfies readonly (keyof TelecomRun)[];

export function createTelecom(scene: CompiledScene, settings: RunSettings): TelecomState {
  const plan = planTelecom(scene);
  return {
    scene,
    settings,
    knobs: createTelecomKnobs(scene),
    totals: { elapsedS: 0, ageS2: 0 },
    run: plan === null ? null : startRun(scene, plan),
  };
}

function startRun({ elements }: CompiledScene, plan: TelecomPlan): TelecomRun {
  const { count, fibreCount } = plan.graph;
  const sensors = elements.sensor.count;
  const sections = elements['gallery-section'].count;
  const edges = elements.edge.count;
  const fullS = batteryS(plan.graph);
  return {
    plan,
    leftS: fullS.slice(),
    isUp: new Uint8Array(count).fill(1),
    downCause: new Int32Array(count),
    reached: new Uint8Array(count).fill(1),
    cause: new Int32Array(count),
    isHeard: new Uint8Array(sensors).fill(1),
    // All have reported as the run begins.
    lastS: new Float64Array(sensors),
    resumesS: new Float64Array(sensors),
    sectionHeard: new Uint8Array(sections).fill(1),
    sectionCause: new Int32Array(sections),
    fibreLost: new Uint8Array(sections),
    stale: { happening: 0, silent: 0 },
    derived: {
      isDue: true,
      fibreBroken: new Uint8Array(fibreCount),
      fibreCause: new Int32Array(fibreCount),
      fullS,
      queue: new Uint32Array(count),
      seen: new Uint8Array(count),
      heardAgeS: 0,
      silent: 0,
      parkingHeard: new Float64Array(edges).fill(1),
      driversReached: new Float64Array(edges).fill(1),
      knownAfterS: new Float64Array(edges),
    },
  };
}
