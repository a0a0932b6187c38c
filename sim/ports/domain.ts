import type { ElementId, Encoder, Luck, Tick } from '../kernel';
import type { CompiledScene } from '../scene/compiled';
import type { PortName } from './catalogue';
import type { FlowTable } from './energy-flows';
import type { HouseholdWays } from './households';
import type { Answerer } from './jobs';
import type { Journey } from './journeys';
import type { KnobName } from './knobs';
import type { KpiName } from './kpis';
import type { LimitName } from './limits';
import type { OtherLuck } from './luck-of-run';
import type { TripTable } from './trips';

/** What happened, where, when, and because of what. The chain of causes is part of the model, not of the view. */
export interface Happening {
  readonly id: number;
  readonly tick: Tick;
  /** 'traffic.road-closed': stable, for tests and translation. */
  readonly code: string;
  readonly element: ElementId;
  /** Ids of earlier happenings, or of an intervention's start. */
  readonly causes: readonly number[];
  readonly values: Readonly<Record<string, number>>;
}

/** One turn of one knob: null gives it back to the domain's own value. */
export interface KnobTurn {
  readonly knob: KnobName;
  readonly slot: number;
  readonly value: number | null;
  /** The happening that announces the intervention behind it, so that what follows can name its cause; 0 where none. */
  readonly cause: number;
}

/** What a domain is told at the boundary of a tick: the knobs that changed. */
export type Patch = readonly KnobTurn[];

/** What the whole run is about; the same for every domain. */
export interface RunSettings {
  readonly seed: number;
  /** Clock time of tick 0, seconds after local midnight. */
  readonly startSeconds: number;
  readonly baseStepSeconds: number;
  /** Who takes part; where nobody says, everybody may. */
  readonly domains?: readonly string[];
  /** Day of the year on which it begins, 1 to 365, where somebody said so. */
  readonly startDay?: number;
  /** The day of the scene's weather file that every day of the run is, where somebody said so. */
  readonly weatherDay?: string;
  /** Of a copy that is lived ahead: from when on chance is another's. */
  readonly otherLuck?: OtherLuck;
  /** How long a step of each domain lasts. */
  readonly stepSeconds?: Readonly<Record<string, number>>;
}

export interface StepContext<R extends PortName, W extends PortName> {
  readonly tick: Tick;
  /** Since the start of the run, and of this domain's own step. */
  readonly seconds: number;
  readonly stepSeconds: number;
  readonly luck: Luck;
  read(port: R): Float64Array;
  /** What it holds stays until it is written to; whoever writes asks for it anew in each step. */
  write(port: W): Float64Array;
  /** The happening behind each value, 0 for none, of a port that tells: so that causes cross from domain to domain. */
  readCauses(port: R): Int32Array;
  writeCauses(port: W): Int32Array;
  /** Says that something happened; returns its id, to be named as a cause of what follows. */
  happen(code: string, element: ElementId, causes: readonly number[], values: Readonly<Record<string, number>>): number;
  /**
   * Asks for long work: the answer is handed in before the first own step that begins at least so many seconds from
   * now, never earlier and never later, and the clock waits for it there. Returns the job's number.
   */
  post(question: Uint8Array, inSeconds: number): number;
}

export type SectionType = 'f32' | 'u8' | 'u32';

/** A part of the picture: so many rows of so many numbers. */
export interface SectionSpec {
  /** 'traffic.vehicles' */
  readonly name: string;
  readonly type: SectionType;
  /** Numbers a row. */
  readonly stride: number;
  readonly capacity: number;
}

/** Where a domain writes its part of a frame; `count` is the number of rows that hold something. */
export interface FrameSection {
  readonly spec: SectionSpec;
  readonly f32: Float32Array;
  readonly u32: Uint32Array;
  readonly u8: Uint8Array;
  count: number;
}

/** Told how much of some long work is done, from 0 to 1. */
export type TellShare = (share: number) => void;

/** One part of the city with its own state and period. Domains never know of each other: they meet in the ports. */
export interface Domain<State, R extends PortName = never, W extends PortName = never> extends Answerer {
  readonly periodSeconds: number;
  /** Other lengths of a step that a scenario may ask for, where nobody in the run meets this domain at a port. */
  readonly otherPeriodsSeconds?: readonly number[];
  readonly reads: readonly R[];
  readonly writes: readonly W[];
  /** Whoever takes seconds to begin says now and then how much of that lies behind, from 0 to 1. */
  create(scene: CompiledScene, settings: RunSettings, progress?: TellShare): State;
  step(state: State, context: StepContext<R, W>): void;
  /** Hands in the answer to a posted question, just before the step that it is due at. */
  receive?(state: State, job: number, answer: Uint8Array, context: StepContext<R, W>): void;
  /** The only other way in; returns what it replaced, so that applying the answer undoes it. */
  patch(state: State, patch: Patch): Patch;
  measure(state: State, add: (kpi: KpiName, value: number) => void): void;
  /** How much of its limits each element uses now, 1 at the limit; what is left alone has nothing to tell. */
  strain?(state: State, of: (limit: LimitName) => Float64Array): void;
  /** Which failures come to the same because nothing can part them: the same name for a knob's slots; null where none does. */
  alike?(scene: CompiledScene): (knob: KnobName, slot: number) => string | null;
  frameSections(scene: CompiledScene): readonly SectionSpec[];
  /** `elapsedSeconds` since the frame before, so that a view can move things back along their way and blend. */
  writeFrame(state: State, sections: readonly FrameSection[], elapsedSeconds: number): void;
  save(state: State): Uint8Array;
  /** The same before it is put together: a large state need not be copied to be hashed, nor twice to be saved. */
  encode?(state: State): Encoder;
  load(scene: CompiledScene, settings: RunSettings, saved: Uint8Array): State;
  /** Every trip that was due, for a comparison trip by trip. */
  trips?(state: State): TripTable;
  /** Where the vehicle in a row of the frame comes from and goes; null where the row is empty. Asking changes nothing. */
  journey?(state: State, row: number): Journey | null;
  /** Who lives in a building and how they get about, a household at a time; null where there is none. Asking changes nothing. */
  household?(state: State, building: number, number: number): HouseholdWays | null;
  /** Where energy came from and went since the start; null where the scene has none. */
  flows?(state: State): FlowTable | null;
  /** How much it has done, for figures of speed; vehicle updates in traffic. */
  work?(state: State): number;
}

/** A domain whose types the runtime does not need to know. */
// biome-ignore lint/suspicious/noExplicitAny: the registry holds domains of different states; each is used only with its own
export type AnyDomain = Domain<any, any, any>;
