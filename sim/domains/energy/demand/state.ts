/** What a city of buildings remembers from step to step, and what is worked out anew. */
import type { Decoder, Encoder } from '../../../kernel';
import { type ChanceOfHours, chanceOfHours } from '../weather';
import type { DemandPlan } from './compile';
import { SHIFTS } from './compile';
import { emptyFabric, type Fabric, layFabric } from './fabric';
import { ORIENTATIONS } from './geometry';
import { type Answers, forgetAnswer, noAnswers } from './indoor';
import { patterns, strands } from './patterns';
import { noShift, type PriceShift } from './price-shift';

export interface DemandState {
  readonly plan: DemandPlan;
  readonly chance: ChanceOfHours;
  /** Index into envelopeClasses; a retrofit changes it. */
  readonly envelope: Uint8Array;
  /** Of walls, floors and furniture: the one temperature that lasts. */
  readonly massC: Float64Array;
  /** Of the rooms' air, mean of the last step. */
  readonly airC: Float64Array;
  /** Share of what electricity it wanted that it got in the last step. */
  readonly powered: Float64Array;
  /** 0 while thermostats run by turns, 1 when all of them wait for power. */
  readonly waiting: Float64Array;
  /** Of those who own a portable heater, the share that have it plugged in. */
  readonly plugged: Float64Array;
  /** Put off until later. */
  readonly deferredKwh: Float64Array;

  // derived, or good for one step only
  readonly fabric: Fabric;
  readonly work: Work;
}

export interface Work {
  /** Strands of each timetable, now: patterns × SHIFTS rows. */
  readonly now: Float64Array;
  /** What prices have moved. */
  readonly shift: PriceShift;
  /** The sun on each orientation, and on the roof. */
  readonly sunWPerM2: Float64Array;
  /** Luck of the hour and of the next. */
  noiseHour: number;
  readonly noiseFrom: Float64Array;
  readonly noiseTo: Float64Array;
  /** Heat of people, light and devices; of the sun; and air from outside, which open windows add to. */
  readonly innerW: Float64Array;
  readonly sunW: Float64Array;
  readonly airWPerK: Float64Array;
  /** The rooms' answer to heat, building by building: see indoor.ts. */
  readonly freeAirC: Float64Array;
  readonly airKPerHeatW: Float64Array;
  readonly airKPerCoolW: Float64Array;
  readonly massEndC: Float64Array;
  readonly massKPerHeatW: Float64Array;
  readonly massKPerCoolW: Float64Array;
  readonly massStays: Float64Array;
  /** What of that answer lasts from step to step. */
  readonly answers: Answers;
  /** What was asked for, that the rooms' temperature depends on: heat, and cooling by a network and by the socket. */
  readonly heatingW: Float64Array;
  readonly coolingW: Float64Array;
}

/** Rooms begin at their set point in winter and at what one bears in summer. */
const FIRST_C = 20;

export function createDemandState(plan: DemandPlan, chance = chanceOfHours({ seed: plan.seed }, 1)): DemandState {
  const array = () => new Float64Array(plan.count);
  const state: DemandState = {
    plan,
    chance,
    envelope: plan.envelope.slice(),
    massC: array().fill(FIRST_C),
    airC: array().fill(FIRST_C),
    powered: array().fill(1),
    waiting: array(),
    plugged: array(),
    deferredKwh: array(),
    fabric: emptyFabric(plan.count),
    work: {
      now: new Float64Array(patterns.length * SHIFTS * strands.length),
      shift: noShift(),
      sunWPerM2: new Float64Array(ORIENTATIONS + 1),
      noiseHour: -1,
      noiseFrom: array(),
      noiseTo: array(),
      innerW: array(),
      sunW: array(),
      airWPerK: array(),
      freeAirC: array(),
      airKPerHeatW: array(),
      airKPerCoolW: array(),
      massEndC: array(),
      massKPerHeatW: array(),
      massKPerCoolW: array(),
      massStays: array(),
      answers: noAnswers(plan.count),
      heatingW: array(),
      coolingW: array(),
    },
  };
  for (let i = 0; i < plan.count; i++) layFabric(plan, state.fabric, i, plan.envelope[i], true);
  return state;
}

/** The same buildings, whose rooms may go on without those of now. */
export function aheadOf(demand: DemandState): DemandState {
  return {
    ...demand,
    massC: demand.massC.slice(),
    airC: demand.airC.slice(),
    powered: demand.powered.slice(),
    waiting: demand.waiting.slice(),
    plugged: demand.plugged.slice(),
    deferredKwh: demand.deferredKwh.slice(),
  };
}

/** Gives a building another envelope, from the next step on; returns the class that it had. */
export function retrofit(state: DemandState, i: number, envelopeClass: number): number {
  const before = state.envelope[i];
  state.envelope[i] = envelopeClass;
  layFabric(state.plan, state.fabric, i, envelopeClass, false);
  forgetAnswer(state.work.answers, i);
  return before;
}

export function saveDemand(state: DemandState, out: Encoder): void {
  out.uint8s(state.envelope).float64s(state.massC).float64s(state.airC).float64s(state.powered);
  out.float64s(state.waiting).float64s(state.deferredKwh).float64s(state.plugged);
}

/** Into a new state of the city that `of` is one of. */
export function loadDemand({ plan, chance }: DemandState, from: Decoder): DemandState {
  const state = createDemandState(plan, chance);
  const envelope = from.uint8s();
  for (let i = 0; i < plan.count; i++) if (envelope[i] !== plan.envelope[i]) retrofit(state, i, envelope[i]);
  state.massC.set(from.float64s());
  state.airC.set(from.float64s());
  state.powered.set(from.float64s());
  state.waiting.set(from.float64s());
  state.deferredKwh.set(from.float64s());
  state.plugged.set(from.float64s());
  return state;
}
