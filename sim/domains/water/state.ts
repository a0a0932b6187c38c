import type { RunSettings } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import type { Burst } from './bursts';
import { type Crew, crewOf } from './crew';
import { type GalleryValves, noGalleryValves } from './gallery-valves';
import { createWaterKnobs, type WaterKnobs } from './knobs';
import { planWater, type WaterPlan } from './plan';
import type { Answer } from './question';
import { type Touches, touchesOf } from './reach';
import type { Street } from './streets';
import { noTotals, type Totals } from './totals';

/** What there is where a scene has water. */
export interface WaterRun {
  readonly plan: WaterPlan;
  readonly touches: Touches;
  /** Water in each source above its floor; of no meaning for reservoirs. */
  readonly levelM: Float64Array;
  /** How many bursts hold each pipe or outlet shut, and each pump still. */
  readonly shutFor: Uint8Array;
  readonly stoppedFor: Uint8Array;
  /** Pumps without power, and the happening that told of it. */
  readonly pumpStands: Uint8Array;
  /** The happening that said that a pump stands; 0 while it runs. */
  readonly pumpSaid: Int32Array;
  readonly bursts: Burst[];
  /** Mains that a gallery has shut by its own valves. */
  readonly gallery: GalleryValves;
  readonly crew: Crew;
  /** Of mains that have burst; follows from the scene alone. */
  readonly streets: Map<number, Street>;
  /** Of the minute that is over; null before the first. */
  answer: Answer | null;
  /** Pipes that were burst when the answer was asked for, in the order of the added nodes. */
  askedBursts: Uint32Array;
  /** Those that the kept answer knows: a minute that could not be solved has the answer of the one before. */
  answeredBursts: Uint32Array;
  isFresh: boolean;
  /** What customers and leaks ask for in the minute that is being solved, hydrants left out. */
  readonly askedM3PerS: Float64Array;
  readonly servedShare: Float64Array;
  readonly pumpKw: Float64Array;
  readonly inflowM3PerS: Float64Array;
  /** By section: the happening that began the burst behind it. */
  readonly inflowCause: Int32Array;
}

/** Everything of water in a running city. Where a scene has none, it costs nothing. */
export interface WaterState {
  readonly scene: CompiledScene;
  readonly settings: RunSettings;
  readonly knobs: WaterKnobs;
  readonly totals: Totals;
  readonly run: WaterRun | null;
}

export function createWater(scene: CompiledScene, settings: RunSettings): WaterState {
  const plan = planWater(scene);
  return { scene, settings, knobs: createWaterKnobs(scene), totals: noTotals(), run: plan && startRun(scene, plan) };
}

function startRun(scene: CompiledScene, plan: WaterPlan): WaterRun {
  const pumps = plan.network.pumpFrom.length;
  return {
    plan,
    touches: touchesOf(plan.network),
    levelM: plan.tankFillM.slice(),
    shutFor: new Uint8Array(plan.network.pipeFrom.length),
    stoppedFor: new Uint8Array(pumps),
    pumpStands: new Uint8Array(pumps),
    pumpSaid: new Int32Array(pumps),
    bursts: [],
    gallery: noGalleryValves(plan.pipeCount),
    crew: crewOf(scene),
    streets: new Map(),
    answer: null,
    askedBursts: new Uint32Array(0),
    answeredBursts: new Uint32Array(0),
    isFresh: false,
    askedM3PerS: new Float64Array(plan.nodeCount),
    servedShare: new Float64Array(plan.nodeCount).fill(1),
    pumpKw: new Float64Array(pumps),
    inflowM3PerS: new Float64Array(scene.elements['gallery-section'].count),
    inflowCause: new Int32Array(scene.elements['gallery-section'].count),
  };
}
