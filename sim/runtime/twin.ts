import {
  BehaviorSubject,
  concatMap,
  defer,
  distinctUntilChanged,
  EMPTY,
  map,
  type Observable,
  observeOn,
  of,
  repeat,
  type SchedulerLike,
  Subject,
  Subscription,
  switchMap,
  takeWhile,
  tap,
  timer,
} from 'rxjs';
import { fail, type Problem, problem, type Result, succeed, type Tick } from '../kernel';
import type { Happening } from '../ports';
import { isPace, unknownCommand, wrongPace } from './command-checks';
import type { Engine } from './engine';
import { withAdded, withAll, withLived, withoutOne, withReverted } from './list-edits';
import { LiveRun } from './live-run';
import { Pacer } from './pacer';
import { packRun } from './run-state';
import { newestList, type Timeline } from './timeline';
import { wrongTime } from './times';
import type { Acknowledged, CheckpointInfo, ClockState, Command, Frame, KpiSample, Pace, Twin } from './twin-face';
import { TwinOutputs } from './twin-outputs';

export interface TwinOptions {
  /** Made, and where it is to go on from a saved run loaded, by the host; from here on the twin alone steps it. */
  readonly engine: Engine;
  /** When the next slice runs; a delay of 0 must let the host's own events through. */
  readonly scheduler: SchedulerLike;
  /** The host's monotonic milliseconds. */
  readonly now: () => number;
  /** How long it steps before it yields. */
  readonly sliceMs?: number;
  readonly checkpointBudgetBytes?: number;
  readonly checkpointSeconds?: number;
  readonly pace?: Pace;
}

/** A twin on the engine's own side of the wire: what a host needs beyond the face to bring it back after a death. */
export interface LiveTwin extends Twin {
  /** The log of acknowledged lists, whenever it changes: with the newest checkpoint told, the run can be lived again. */
  readonly timeline$: Observable<Timeline>;
  readonly engine: Engine;
  /** The run as of now. */
  save(): Uint8Array;
  /** A checkpoint, with the present log, as bytes that an engine loads; undefined once it was thinned out. */
  savedAt(tick: Tick): Uint8Array | undefined;
}

const DEFAULT_CHECKPOINT_BUDGET_BYTES = 256 * 1024 * 1024;
const DEFAULT_CHECKPOINT_SECONDS = 300;
const DEFAULT_SLICE_MS = 10;
/** While the engine waits for a job, so often it looks whether it may go on: others need the processor more. */
const WAITING_MS = 5;

export function createTwin(options: TwinOptions): LiveTwin {
  return new PacedTwin(options);
}

interface Mode {
  readonly running: boolean;
  readonly pace: Pace;
  readonly towards: Tick | null;
}

interface Asked {
  readonly command: Command;
  readonly answer: (result: Result<Acknowledged>) => void;
}

type Answer = Observable<Result<Acknowledged>>;

/**
 * The engine paced by its host. One stream of slices steps it, one queue of commands changes it between slices, and
 * after each slice the output streams are told, once, what it did. Buffers of frames belong to one reader.
 */
class PacedTwin implements LiveTwin {
  readonly engine: Engine;
  readonly clock$: Observable<ClockState>;
  readonly frames$: Observable<Frame>;
  readonly happenings$: Observable<Happening>;
  readonly kpis$: Observable<KpiSample>;
  readonly checkpoints$: Observable<CheckpointInfo>;
  readonly timeline$: Observable<Timeline>;
  readonly #run: LiveRun;
  readonly #scheduler: SchedulerLike;
  readonly #now: () => number;
  readonly #mode: BehaviorSubject<Mode>;
  readonly #outputs: TwinOutputs;
  readonly #commands = new Subject<Asked>();
  readonly #waiting = new Set<Asked>();
  readonly #subscription = new Subscription();
  #pacer: Pacer;
  #stopped: Problem | undefined;

  constructor(options: TwinOptions) {
    const { engine, scheduler, now, pace = 1 } = options;
    this.engine = engine;
    this.#scheduler = scheduler;
    this.#now = now;
    this.#run = new LiveRun(engine, {
      now,
      sliceMs: options.sliceMs ?? DEFAULT_SLICE_MS,
      checkpointBudgetBytes: options.checkpointBudgetBytes ?? DEFAULT_CHECKPOINT_BUDGET_BYTES,
      checkpointSeconds: options.checkpointSeconds ?? DEFAULT_CHECKPOINT_SECONDS,
    });
    this.#mode = new BehaviorSubject<Mode>({ running: false, pace, towards: null });
    this.#pacer = new Pacer(pace, engine.settings.baseStepSeconds, now());
    this.#outputs = new TwinOutputs(this.#run, this.#clockState(), scheduler);
    this.clock$ = this.#outputs.clock.asObservable();
    this.frames$ = this.#outputs.frames.frames$;
    this.happenings$ = this.#outputs.happenings.asObservable();
    this.kpis$ = this.#outputs.kpis.asObservable();
    this.checkpoints$ = this.#outputs.checkpoints.asObservable();
    this.timeline$ = this.#outputs.timeline.asObservable();
    const stop = { error: (error: unknown) => this.#break(error) };
    this.#subscription.add(pacedSlices(this.#mode, (each) => this.#slices(each)).subscribe(stop));
    this.#subscription.add(
      this.#commands
        .pipe(
          observeOn(scheduler),
          concatMap((asked) => this.#obey(asked.command).pipe(tap((result) => this.#answer(asked, result)))),
        )
        .subscribe(stop),
    );
    // Not before whoever made the twin could listen: the first checkpoint is told as well.
    this.#subscription.add(scheduler.schedule(() => this.#tell()));
  }

  send(command: Command): Promise<Result<Acknowledged>> {
    return new Promise((answer) => {
      if (this.#stopped !== undefined) return answer(fail([this.#stopped]));
      const asked: Asked = { command, answer };
      this.#waiting.add(asked);
      this.#commands.next(asked);
    });
  }

  giveBack(buffer: ArrayBuffer): void {
    this.#outputs.frames.giveBack(buffer);
    this.#outputs.show();
  }

  save(): Uint8Array {
    return this.engine.save();
  }

  savedAt(tick: Tick): Uint8Array | undefined {
    const checkpoint = this.#run.checkpoints.find((each) => each.tick === tick);
    return checkpoint && packRun({ state: checkpoint.state, timeline: this.engine.timeline });
  }

  dispose(): void {
    this.#stop(problem('twin.disposed', [], 'the run was closed'));
    this.#outputs.complete();
  }

  /** Steps due at this pace, slice by slice, until the mode changes. */
  #slices(mode: Mode): Observable<unknown> {
    this.#pacer = new Pacer(mode.pace, this.engine.settings.baseStepSeconds, this.#now());
    if (!mode.running || mode.towards !== null) return EMPTY;
    const pacer = this.#pacer;
    return defer(() => timer(this.#waitMs(pacer.waitMs), this.#scheduler)).pipe(
      tap(() => {
        const steps = this.#run.slice(pacer.stepsDue(this.#now()));
        pacer.stepped(steps, this.#now(), this.engine.seconds);
        if (steps > 0 || pacer.behindSeconds !== this.#outputs.clock.value.behindSeconds) this.#tell();
      }),
      repeat(),
    );
  }

  #waitMs(otherwise: number): number {
    return this.engine.isWaiting ? Math.max(WAITING_MS, otherwise) : otherwise;
  }

  #obey(command: Command): Answer {
    const { engine } = this;
    const { kinds } = engine.catalogue;
    const list = newestList(engine.timeline);
    switch (command?.kind) {
      case 'play':
        return this.#turn({ running: true });
      case 'pause':
        return this.#turn({ running: false });
      case 'pace':
        return isPace(command.pace) ? this.#turn({ pace: command.pace }) : of(wrongPace(command.pace));
      case 'seek':
        return this.#travel(() => this.#run.setOff(command.seconds));
      case 'intervene':
        if (command.lived && command.intervention?.fromSeconds < engine.seconds) {
          return this.#travel(() => {
            const one = withLived(list, command.intervention, kinds);
            return one.ok ? this.#run.setOffWith(one.value) : one;
          });
        }
        return this.#amend(withAdded(list, command.intervention, engine.seconds, kinds));
      case 'revert':
        return this.#amend(withReverted(list, command.id, engine.seconds, engine.isActing(command.id)));
      case 'remove':
        return this.#amend(withoutOne(list, command.id));
      case 'rewind':
        return this.#travel(() => this.#run.setOffWithout(command.id));
      case 'replace':
        return this.#amend(withAll(command.interventions, kinds));
      case 'checkpoint':
        this.#run.checkpoint();
        return this.#acknowledge();
      case 'fork':
        return this.#fork(command.without ?? [], command.notAfterSeconds);
      default:
        return of(unknownCommand(command));
    }
  }

  #turn(change: Partial<Mode>): Answer {
    this.#mode.next({ ...this.#mode.value, ...change });
    return this.#acknowledge();
  }

  #amend(edit: Parameters<LiveRun['amend']>[0]): Answer {
    const amended = this.#run.amend(edit);
    if (!amended.ok) return of(amended);
    return this.#acknowledge(amended.warnings);
  }

  #acknowledge(warnings: readonly Problem[] = []): Answer {
    this.#tell();
    return of(succeed({ tick: this.engine.tick }, warnings));
  }

  #fork(without: readonly string[] | 'all', notAfterSeconds?: number): Answer {
    if (without !== 'all' && !Array.isArray(without)) {
      return of(fail([problem('command.type', ['without'], 'expected an array of names')]));
    }
    const wrong = notAfterSeconds === undefined ? undefined : wrongTime(notAfterSeconds);
    if (wrong !== undefined) return of(fail([wrong]));
    const copy = this.#run.fork(without, notAfterSeconds);
    return copy.ok ? of(succeed({ tick: copy.value.tick, fork: copy.value.bytes })) : of(copy);
  }

  /** Flat out to a tick, slice by slice; commands that come meanwhile wait, and pacing goes on from there. */
  #travel(setOff: () => Result<Tick | null>): Answer {
    return defer(() => {
      const wasGeneration = this.#run.generation;
      const from = this.engine.tick;
      const road = setOff();
      if (!road.ok) return of(road);
      if (road.value === null || this.#run.generation === wasGeneration) return this.#acknowledge();
      const target = road.value;
      this.#mode.next({ ...this.#mode.value, towards: target });
      this.#tell();
      const wentBack = target < from || this.engine.timeline !== this.#outputs.timeline.value;
      return defer(() => timer(this.#waitMs(0), this.#scheduler)).pipe(
        map(() => {
          const { tick } = this.engine;
          if (tick < target) this.#run.slice(target - tick);
          return this.engine.tick < target;
        }),
        tap((onTheWay) => onTheWay && this.#tell()),
        repeat(),
        takeWhile((onTheWay) => onTheWay, true),
        concatMap((onTheWay) => {
          if (onTheWay) return EMPTY;
          // The newest checkpoint told must lie in the history that is now true.
          if (wentBack) this.#run.checkpoint();
          return this.#turn({ towards: null });
        }),
      );
    });
  }

  #answer(asked: Asked, result: Result<Acknowledged>): void {
    this.#waiting.delete(asked);
    asked.answer(result);
  }

  #tell(): void {
    this.#outputs.tell(this.#clockState());
  }

  #clockState(): ClockState {
    const { running, pace, towards } = this.#mode.value;
    const { tick, seconds, clockSeconds } = this.engine;
    const { behindSeconds, reachedPace } = this.#pacer;
    return {
      tick,
      seconds,
      clockSeconds,
      pace,
      running,
      behindSeconds: running ? behindSeconds : 0,
      reachedPace: running ? reachedPace : 0,
      generation: this.#run.generation,
      towards,
    };
  }

  /** A step that threw: the state cannot be trusted any more, so everything stops and says why. */
  #break(error: unknown): void {
    this.#stop(problem('twin.failed', [], String(error)));
    this.#outputs.fail(error);
  }

  #stop(why: Problem): void {
    if (this.#stopped !== undefined) return;
    this.#stopped = why;
    this.#subscription.unsubscribe();
    for (const { answer } of this.#waiting) answer(fail([why]));
    this.#waiting.clear();
  }
}

/** The clock: a stream of slices for as long as one mode lasts, begun anew with the next. */
function pacedSlices(mode$: Observable<Mode>, slices: (mode: Mode) => Observable<unknown>): Observable<unknown> {
  return mode$.pipe(
    distinctUntilChanged((a, b) => a.running === b.running && a.pace === b.pace && a.towards === b.towards),
    switchMap(slices),
  );
}
