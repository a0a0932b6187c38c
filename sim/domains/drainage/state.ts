import {
  createDrainState,
  createDrainWork,
  createRunoff,
  type DrainState,
  type DrainWork,
  type RunoffState,
} from '../../networks/drains';
import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { grounds } from './ground';
import { createDrainageKnobs, type DrainageKnobs } from './knobs';
import { type DrainPlan, planDrains } from './plan';
import { noTotals, type Totals } from './totals';

/** What there is where a scene has drains. */
export interface DrainRun {
  readonly plan: DrainPlan;
  readonly ground: RunoffState;
  readonly drains: DrainState;
  readonly pumping: Uint8Array;
  /** By system and edge, section, bus: the happening that told of it, 0 while there is nothing to tell. */
  readonly fullSaid: Int32Array;
  readonly floodSaid: Int32Array;
  readonly gallerySaid: Int32Array;
  readonly busSaid: Int32Array;
  /** By system: the happening behind water from a burst main in it, 0 where there is none. */
  readonly mainsCause: Int32Array;
  /** By edge, as roads were last told. */
  readonly toldDepthM: Float64Array;
  /** When the storm began that the knobs say, in seconds; −1 while there is none. */
  stormFromS: number;
  /** Nothing falls and nothing flows: nothing is stepped. */
  isAtRest: boolean;
  readonly levelM: Float64Array;
  readonly edgeDepthM: Float64Array;
  readonly work: DrainWork;
  readonly sectionM3: Float64Array;
  readonly pumpedM3: Float64Array;
  readonly allPowered: Float64Array;
}

/** Everything of drainage in a running city. Where a scene has none, and in dry weather, it costs nothing. */
export interface DrainageState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly knobs: DrainageKnobs;
  readonly totals: Totals;
  /** Made by the first rain: a dry run never plans its drains. */
  run: DrainRun | null;
}

export function createDrainage(scene: CompiledScene, settings: RunSettings): DrainageState {
  return { scene, settings, knobs: createDrainageKnobs(scene), totals: noTotals(), run: null };
}

export function startDrains(scene: CompiledScene): DrainRun | null {
  const plan = planDrains(scene);
  if (plan === null) return null;
  const { elements } = scene;
  const pumps = plan.pumps.from.length;
  return {
    plan,
    ground: createRunoff(grounds),
    drains: createDrainState(plan.network),
    pumping: new Uint8Array(pumps),
    fullSaid: new Int32Array(plan.systemCount),
    floodSaid: new Int32Array(elements.edge.count),
    gallerySaid: new Int32Array(elements['gallery-section'].count),
    busSaid: new Int32Array(elements.bus.count),
    mainsCause: new Int32Array(plan.systemCount),
    toldDepthM: new Float64Array(elements.edge.count),
    stormFromS: -1,
    isAtRest: true,
    levelM: plan.levelM.slice(),
    edgeDepthM: new Float64Array(elements.edge.count),
    work: createDrainWork(plan.network, plan.levelM.length),
    sectionM3: new Float64Array(elements['gallery-section'].count),
    pumpedM3: new Float64Array(pumps),
    allPowered: new Float64Array(pumps),
  };
}
