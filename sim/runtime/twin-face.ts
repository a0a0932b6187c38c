import type { Observable } from 'rxjs';
import type { Intervention } from '../interventions';
import type { Result, Tick } from '../kernel';
import type { Happening, KpiName, SectionSpec } from '../ports';

/** Simulated seconds a real second; 'flat-out' is as fast as the machine goes. */
export type Pace = number | 'flat-out';

export interface ClockState {
  readonly tick: Tick;
  /** Simulated seconds since the start of the run, and the clock on the city's wall (seconds after midnight). */
  readonly seconds: number;
  readonly clockSeconds: number;
  readonly pace: Pace;
  readonly running: boolean;
  /** Simulated seconds that it should be further; 0 when it keeps up. */
  readonly behindSeconds: number;
  /** Simulated seconds a real second, measured over the last second or two. */
  readonly reachedPace: number;
  /**
   * Changes with every jump in time, as that of the frames. Whoever keeps what was told drops, when it changes, the
   * happenings of this tick and later and the KPI samples after it: they will be told again, or did not happen.
   */
  readonly generation: number;
  /** The tick that a seek or a rewind is on its way to; null otherwise. */
  readonly towards: Tick | null;
}

export interface SectionLayout extends SectionSpec {
  /** Bytes from the start of the frame's buffer. */
  readonly offset: number;
}

/** The newest state of the city for the picture. Its buffer is the reader's until it gives it back. */
export interface Frame {
  readonly tick: Tick;
  readonly seconds: number;
  /** Since the frame before of the same generation; 0 for the first. */
  readonly elapsedSeconds: number;
  /** Changes with every jump in time: nothing may be blended across it. */
  readonly generation: number;
  readonly layout: readonly SectionLayout[];
  readonly counts: readonly number[];
  readonly buffer: ArrayBuffer;
}

export interface KpiSample {
  readonly tick: Tick;
  readonly seconds: number;
  readonly values: Readonly<Partial<Record<KpiName, number>>>;
  /** Of a run that follows another, which shows nothing else: its energy flows, in the order of `flowLinks`. */
  readonly flows?: FlowReading;
}

/** Powers of the last step, energies since the start of the run, and until when that reaches. */
export interface FlowReading {
  readonly reachesSeconds: number;
  readonly kw: Float32Array;
  readonly kwh: Float32Array;
}

export interface CheckpointInfo {
  readonly tick: Tick;
  readonly seconds: number;
  readonly bytes: number;
}

export type Command =
  | { readonly kind: 'play' }
  | { readonly kind: 'pause' }
  | { readonly kind: 'pace'; readonly pace: Pace }
  /** Goes to that time, backwards from a checkpoint or forwards flat out, and is paused or running as before. */
  | { readonly kind: 'seek'; readonly seconds: number }
  /**
   * Adds one, from its own start; live from now on. With `lived` one whose start has passed is lived from its start: from
   * the last checkpoint before it on to now.
   */
  | { readonly kind: 'intervene'; readonly intervention: Intervention; readonly lived?: true }
  /** Ends one now. */
  | { readonly kind: 'revert'; readonly id: string }
  /** Takes one off the list from now on, as if it ended and never was in the scenario. */
  | { readonly kind: 'remove'; readonly id: string }
  /** Goes back to the last checkpoint before it began and steps on to now without it. */
  | { readonly kind: 'rewind'; readonly id: string }
  /** The whole list at once; undo and redo use it. */
  | { readonly kind: 'replace'; readonly interventions: readonly Intervention[] }
  | { readonly kind: 'checkpoint' }
  /**
   * A second run that starts as a copy of this one, now; answers the copy's saved state. Without some of the changes, or
   * all of them, or not after a time, it starts at the last checkpoint before that.
   */
  | { readonly kind: 'fork'; readonly without?: readonly string[] | 'all'; readonly notAfterSeconds?: number };

export interface Acknowledged {
  /** The tick at which it took effect. */
  readonly tick: Tick;
  readonly fork?: Uint8Array;
}

/** The same face in a worker, in Node and in a test. */
export interface Twin {
  readonly clock$: Observable<ClockState>;
  /** Newest only; a slow reader skips frames, never steps. */
  readonly frames$: Observable<Frame>;
  readonly happenings$: Observable<Happening>;
  readonly kpis$: Observable<KpiSample>;
  readonly checkpoints$: Observable<CheckpointInfo>;
  send(command: Command): Promise<Result<Acknowledged>>;
  /** Gives a frame's buffer back to the pool. */
  giveBack(buffer: ArrayBuffer): void;
  dispose(): void;
}
