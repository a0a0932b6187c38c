import type { Intervention } from '../interventions';
import { asTick, fail, type Result, succeed, type Tick } from '../kernel';
import type { Happening } from '../ports';
import { type Checkpoint, Checkpoints } from './checkpoints';
import type { Engine } from './engine';
import { History } from './history';
import { unknown } from './list-edits';
import { packRun } from './run-state';
import { allNamedIn, firstTickOf, isNamedIn, type Timeline, withOneSince, withoutThese } from './timeline';
import { wrongTime } from './times';
import type { CheckpointInfo, KpiSample } from './twin-face';

export interface LiveRunOptions {
  readonly now: () => number;
  readonly sliceMs: number;
  readonly checkpointBudgetBytes: number;
  readonly checkpointSeconds: number;
}

const HOUR_SECONDS = 3_600;
// A host's clock that stands still must not keep its own events out for ever.
const MOST_STEPS_A_SLICE = 4_096;

/** An engine that can go back: its checkpoints, its history, and what it has to tell since it was last asked. */
export class LiveRun {
  readonly engine: Engine;
  readonly #options: LiveRunOptions;
  readonly #checkpoints: Checkpoints;
  readonly #checkpointTicks: number;
  readonly #history = new History();
  #happenings: Happening[] = [];
  #samples: KpiSample[] = [];
  #made: CheckpointInfo[] = [];
  #timelineChanged = false;
  generation = 0;

  constructor(engine: Engine, options: LiveRunOptions) {
    this.engine = engine;
    this.#options = options;
    this.#checkpointTicks = engine.tickAt(options.checkpointSeconds);
    const hourTicks = engine.tickAt(HOUR_SECONDS);
    const { checkpointBudgetBytes: budgetBytes } = options;
    this.#checkpoints = new Checkpoints({ budgetBytes, recentTicks: hourTicks, sparseTicks: hourTicks });
    engine.listenWith({
      happened: (happening) => {
        this.#happenings.push(happening);
        this.#history.noteHappening(happening);
      },
      measured: (sample) => {
        this.#samples.push(sample);
        this.#history.noteSample(sample);
      },
    });
    this.checkpoint();
  }

  get checkpoints(): readonly Checkpoint[] {
    return this.#checkpoints.list;
  }

  /** Steps for a slice of the host's time at most, and none that waits for a job; answers how many it made. */
  slice(mostSteps: number): number {
    const { now, sliceMs } = this.#options;
    const until = now() + sliceMs;
    const most = Math.min(mostSteps, MOST_STEPS_A_SLICE);
    let steps = 0;
    while (steps < most && !this.engine.isWaiting) {
      this.engine.step();
      steps++;
      const { tick } = this.engine;
      if (tick % this.#checkpointTicks === 0 && !this.#checkpoints.has(tick)) this.checkpoint();
      if (now() >= until) break;
    }
    return steps;
  }

  checkpoint(): void {
    const { tick, seconds } = this.engine;
    const state = this.engine.saveState(this.#checkpoints.takeDropped());
    this.#checkpoints.add({ tick, state });
    this.#made.push({ tick, seconds, bytes: state.byteLength });
  }

  /** Another list from now on. Whatever was lived after now, before a jump back, will not happen that way. */
  amend(edit: Result<readonly Intervention[]>): Result<Tick> {
    if (!edit.ok) return edit;
    const changed = this.engine.amend(edit.value);
    if (!changed.ok) return changed;
    if (changed.value) {
      this.#timelineChanged = true;
      this.#history.forgetFrom(this.engine.tick);
      if (this.#checkpoints.dropAfter(this.engine.tick)) this.checkpoint();
    }
    return succeed(this.engine.tick, edit.warnings);
  }

  /** Stands at the last state known at or before a time; answers the tick to step on to. */
  setOff(seconds: number): Result<Tick> {
    const wrong = wrongTime(seconds);
    if (wrong !== undefined) return fail([wrong]);
    const target = this.engine.tickAt(seconds);
    this.generation++;
    const nearest = this.#checkpoints.atOrBefore(target);
    const here = this.engine.tick;
    if (here <= target && (nearest === undefined || nearest.tick <= here)) return succeed(target);
    this.#restore(nearest);
    const { happenings, samples } = this.#history.between(here, this.engine.tick);
    this.#happenings.push(...happenings);
    this.#samples.push(...samples);
    return succeed(target);
  }

  /** Stands where one had not begun, in a history without it; answers the tick to step on to, null if it never acted. */
  setOffWithout(id: string): Result<Tick | null> {
    const { engine } = this;
    const { timeline, tick: now } = engine;
    if (!isNamedIn(timeline, id)) return unknown(id);
    const began = firstTickOf(timeline, id, now, (seconds) => engine.tickFrom(seconds));
    const set = engine.setTimeline(withoutThese(timeline, [id]));
    if (!set.ok) return set;
    this.#timelineChanged = true;
    this.#checkpoints.dropAfter(began ?? now);
    this.#history.forgetFrom(began ?? now);
    if (began === undefined) return succeed(null);
    this.generation++;
    this.#restore(this.#checkpoints.atOrBefore(began));
    return succeed(now);
  }

  /** Stands before the start of one that is to have acted since then; answers the tick to step on to. */
  setOffWith(one: Intervention): Result<Tick> {
    const { engine } = this;
    const now = engine.tick;
    const began = engine.tickFrom(one.fromSeconds);
    const set = engine.setTimeline(withOneSince(engine.timeline, began, one));
    if (!set.ok) return set;
    this.#timelineChanged = true;
    this.#checkpoints.dropAfter(began);
    this.#history.forgetFrom(began);
    this.generation++;
    this.#restore(this.#checkpoints.atOrBefore(began));
    return succeed(now);
  }

  /** A copy of this run as bytes: of now, or of before any of those began that it is to be without. */
  fork(
    unwanted: readonly string[] | 'all',
    notAfterSeconds = Number.POSITIVE_INFINITY,
  ): Result<{ readonly tick: Tick; readonly bytes: Uint8Array }> {
    const { engine } = this;
    const without = unwanted === 'all' ? allNamedIn(engine.timeline) : unwanted;
    const stranger = without.find((id) => !isNamedIn(engine.timeline, id));
    if (stranger !== undefined) return unknown(stranger);
    const timeline = withoutThese(engine.timeline, without);
    const tickOf = (seconds: number) => engine.tickFrom(seconds);
    const began = without.flatMap((id) => firstTickOf(engine.timeline, id, engine.tick, tickOf) ?? []);
    if (notAfterSeconds < engine.seconds) began.push(engine.tickFrom(notAfterSeconds));
    if (began.length === 0) return succeed(forked(engine.tick, engine.saveState(), timeline));
    const before = this.#checkpoints.atOrBefore(Math.min(...began));
    return succeed(forked(before?.tick ?? 0, before?.state ?? engine.startState(), timeline));
  }

  takeHappenings(): readonly Happening[] {
    const taken = this.#happenings;
    this.#happenings = [];
    return taken;
  }

  takeSamples(): readonly KpiSample[] {
    const taken = this.#samples;
    this.#samples = [];
    return taken;
  }

  takeCheckpoints(): readonly CheckpointInfo[] {
    const taken = this.#made;
    this.#made = [];
    return taken;
  }

  /** The log, if it has changed since it was last taken. */
  takeTimeline(): Timeline | undefined {
    const changed = this.#timelineChanged;
    this.#timelineChanged = false;
    return changed ? this.engine.timeline : undefined;
  }

  #restore(checkpoint: Checkpoint | undefined): void {
    const loaded = this.engine.loadState(checkpoint?.state ?? this.engine.startState());
    if (!loaded.ok) throw new Error(`a state of this very run was refused: ${loaded.problems[0].message}`);
  }
}

function forked(tick: number, state: Uint8Array, timeline: Timeline) {
  return { tick: asTick(tick), bytes: packRun({ state, timeline }) };
}
