import { BehaviorSubject, ReplaySubject, Subject } from 'rxjs';
import type {
  Acknowledged,
  Calls,
  CheckpointInfo,
  ClockState,
  Command,
  CorridorPlan,
  CorridorRows,
  DayLoads,
  ElementId,
  Fault,
  Frame,
  Happening,
  Household,
  Journey,
  KpiSample,
  Opened,
  OpenInput,
  Problem,
  ReachedHash,
  Result,
  SavedRun,
  Scenario,
  SceneSource,
  YearOfPark,
} from '../../sim';
import { BASE_STEP_SECONDS } from '../../sim';
import { Baseline } from './baseline';
import type {
  AheadListener,
  AheadPlan,
  EngineClient,
  EngineStatus,
  Errand,
  PairListener,
  PairTask,
} from './engine-face';
import { HeldFrames } from './held-frames';
import type { EngineOptions } from './open-engine';
import { poolSize } from './pool-size';
import { ReplayFilter } from './replay-filter';
import { RestartLimit } from './restart-limit';
import { energyAloneIn, liveAhead, livePairs, type WorkPool } from './side-work';
import { SpareWorker } from './spare-worker';
import { type Loss, lostProblem, WorkerLink } from './worker-link';

/** What late panels are still told of. */
const KPI_SAMPLES_KEPT = 240;
const HAPPENINGS_KEPT = 500;
/** Frames of a new worker count their generations from anew: nothing may be blended across a restart. */
const GENERATIONS_A_WORKER = 1_000_000;

interface Asked {
  ask(link: WorkerLink): void;
  refuse(problems: readonly Problem[]): void;
}

/**
 * The run in its worker, and whoever replaces that worker when it is lost. Every change of the list that has been
 * acknowledged is in the saved run that the page holds, because the worker sends that first; so a new worker goes on
 * from there, flat out to the tick that had been reached, and asks that were under way are asked again.
 */
export class LiveEngine implements EngineClient {
  readonly clock$ = new ReplaySubject<ClockState>(1);
  readonly happenings$ = new ReplaySubject<Happening>(HAPPENINGS_KEPT);
  readonly kpis$ = new ReplaySubject<KpiSample>(KPI_SAMPLES_KEPT);
  readonly checkpoints$ = new ReplaySubject<CheckpointInfo>(1);
  readonly corridor$ = new Subject<CorridorRows>();
  readonly status$ = new BehaviorSubject<EngineStatus>({ kind: 'opening', step: 'fetching', share: 0 });
  readonly opened: Promise<Result<Opened>>;
  readonly baseline: Baseline;

  readonly #address: string;
  readonly #spare: SpareWorker;
  readonly #scene: SceneSource;
  readonly #options: EngineOptions;
  readonly #frames = new HeldFrames((buffer) => this.giveBack(buffer));
  readonly #limit = new RestartLimit();
  readonly #filter = new ReplayFilter();
  readonly #asked = new Set<Asked>();
  readonly #settleOpened: (result: Result<Opened>) => void;
  #link: WorkerLink | undefined;
  #linkBuffers = new WeakSet<ArrayBuffer>();
  #ready = false;
  #failure: readonly Problem[] | undefined;
  #workers = 0;
  #neverHeard = 0;
  #scenario: OpenInput['scenario'];
  #saved: SavedRun | undefined;
  #clock: ClockState | undefined;
  #corridorEdge: string | null = null;

  constructor(address: string, scene: SceneSource, options: EngineOptions) {
    this.#spare = new SpareWorker(address);
    this.#scene = scene;
    this.#options = options;
    this.#scenario = options.scenario;
    let settle: (result: Result<Opened>) => void;
    this.opened = new Promise((resolve) => {
      settle = resolve;
    });
    this.#settleOpened = (result) => settle(result);
    this.#address = address;
    this.baseline = new Baseline(this.#spare, scene, {
      fork: (notAfterSeconds) => this.#forkBare(notAfterSeconds),
      draw: (on) => this.#link?.notify('show', { on }),
      arrived: (frame) => this.#frames.arrive(frame),
    });
    this.#start();
  }

  get frames$() {
    return this.#frames.frames$;
  }

  async send(command: Command): Promise<Result<Acknowledged>> {
    const saveBefore = this.baseline.wantsOrigin(command);
    const result = await this.#ask('send', { command, saveBefore });
    if (!result.ok) return result;
    const { acknowledged, before } = result.value;
    if (isJump(command)) this.#filter.jump();
    this.baseline.acknowledge(command, acknowledged, before);
    return { ok: true, value: acknowledged, warnings: result.warnings };
  }

  async runTo(seconds: number): Promise<Result<ReachedHash>> {
    const result = await this.#ask('runTo', { seconds });
    if (result.ok) this.#filter.jump();
    return result;
  }

  watchCorridor(edge: string | null): Promise<Result<CorridorPlan | null>> {
    this.#corridorEdge = edge;
    return this.#ask('corridor', { edge });
  }

  async journeyOf(row: number): Promise<Journey | null> {
    const result = await this.#ask('journey', { row });
    return result.ok ? result.value : null;
  }

  async householdOf(building: ElementId, number: number): Promise<Household | null> {
    const result = await this.#ask('household', { building, number });
    return result.ok ? result.value : null;
  }

  /** For tests, with `testHooks`: makes the worker fail. There is no answer; the restart is seen in `status$`. */
  provoke(fault: Fault): void {
    void this.#link?.call('provoke', fault);
  }

  async lookAhead({ luckSeeds, ...plan }: AheadPlan, errand: Errand & AheadListener): Promise<Result<undefined>> {
    const { forked, problems } = await this.#fork({ kind: 'fork' });
    if (!forked) return { ok: false, problems };
    const input = { scene: this.#scene, scenario: this.#scenario, from: forked, ...plan };
    const futures = luckSeeds.map((luckSeed) => ({ ...input, luckSeed }));
    let isFirst = true;
    const pool = this.#pool();
    // One worker stands by already, most of the time with the city read.
    const makeWorker = () => {
      const link = isFirst ? this.#spare.take() : pool.makeWorker();
      isFirst = false;
      return link;
    };
    return liveAhead({ ...pool, makeWorker }, futures, errand);
  }

  dayLoads(scenario: Scenario, errand: Errand): Promise<Result<DayLoads>> {
    return energyAloneIn(this.#spare.take(), 'dayLoads', { scene: this.#scene, scenario }, errand);
  }

  yearOfPark(scenario: Scenario, errand: Errand): Promise<Result<YearOfPark>> {
    return energyAloneIn(this.#spare.take(), 'year', { scene: this.#scene, scenario }, errand);
  }

  livePairs(pairs: readonly PairTask[], errand: Errand & PairListener): Promise<Result<undefined>> {
    return livePairs({ ...this.#pool(), scene: this.#scene }, pairs, errand);
  }

  #pool(): WorkPool {
    const makeWorker = () => new WorkerLink(this.#address);
    return { makeWorker, size: poolSize(navigator.hardwareConcurrency, this.#saved?.state.byteLength ?? 0) };
  }

  giveBack(buffer: ArrayBuffer): void {
    this.baseline.giveBack(buffer);
    // A lost worker's buffers are not the new one's, and one that was given back already is empty.
    if (this.#linkBuffers.has(buffer) && buffer.byteLength > 0) this.#link?.notify('giveBack', buffer, [buffer]);
  }

  dispose(): void {
    this.#close([{ severity: 'error', code: 'engine.disposed', path: [], message: 'this run has been closed' }]);
    this.baseline.dispose();
    this.#spare.dispose();
    for (const stream of [this.clock$, this.happenings$, this.kpis$, this.checkpoints$, this.corridor$, this.status$])
      stream.complete();
  }

  async #fork(command: Command & { kind: 'fork' }) {
    const result = await this.#ask('send', { command });
    if (!result.ok) return { forked: undefined, problems: result.problems };
    const { tick, fork } = result.value.acknowledged;
    return { forked: { tick, seconds: tick * BASE_STEP_SECONDS, state: fork! } satisfies SavedRun, problems: [] };
  }

  async #forkBare(notAfterSeconds: number): Promise<SavedRun | undefined> {
    const latest = Number.isFinite(notAfterSeconds) ? { notAfterSeconds } : {};
    return (await this.#fork({ kind: 'fork', without: 'all', ...latest })).forked;
  }

  /** Asks now or as soon as a worker is ready, and asks the next one again when this one is lost before answering. */
  #ask<N extends 'send' | 'runTo' | 'corridor' | 'journey' | 'household'>(
    name: N,
    input: Calls[N]['input'],
  ): Promise<Result<Calls[N]['output']>> {
    return new Promise((resolve) => {
      const settle = (result: Result<Calls[N]['output']>) => {
        this.#asked.delete(asked);
        resolve(result);
      };
      const asked: Asked = {
        ask: (link) => void link.call(name, input).then(settle),
        refuse: (problems) => settle({ ok: false, problems }),
      };
      if (this.#failure) return asked.refuse(this.#failure);
      this.#asked.add(asked);
      if (this.#ready && this.#link) asked.ask(this.#link);
    });
  }

  #start(): void {
    const generationsBefore = this.#workers++ * GENERATIONS_A_WORKER;
    this.#linkBuffers = new WeakSet();
    const link = this.#options.ahead?.take() ?? this.#spare.take();
    link.attend(
      {
        opening: (value) => {
          if (this.status$.value.kind === 'opening') this.status$.next({ kind: 'opening', ...value });
        },
        seeking: ({ share }) => {
          if (this.#ready) this.status$.next(share < 1 ? { kind: 'seeking', share } : { kind: 'ready' });
        },
        clock: (clock) => {
          this.#clock = clock;
          this.clock$.next(clock);
          this.baseline.follow(clock.seconds);
        },
        frame: (frame: Frame) => {
          this.#linkBuffers.add(frame.buffer);
          // What was under way when somebody began to look at the other city.
          if (this.baseline.shownSeconds$.value !== null) return this.giveBack(frame.buffer);
          this.#frames.arrive({ ...frame, generation: generationsBefore + frame.generation });
        },
        happening: (happening) => {
          if (this.#filter.passesHappening(happening)) this.happenings$.next(happening);
        },
        kpi: (sample) => {
          if (this.#filter.passesKpis(sample)) this.kpis$.next(sample);
        },
        checkpoint: (info) => this.checkpoints$.next(info),
        corridor: (rows) => this.corridor$.next(rows),
        saved: (saved) => {
          this.#saved = saved;
        },
      },
      (loss) => this.#lost(link, loss),
    );
    this.#link = link;
    void link.call('open', this.#openInput()).then((result) => {
      if (link === this.#link) this.#openedBy(link, result);
    });
  }

  #openInput(): OpenInput {
    const saved = this.#saved;
    const clock = this.#clock;
    return {
      scene: this.#scene,
      scenario: this.#scenario,
      seed: this.#options.seed,
      role: 'main',
      resume: saved && { from: saved, toSeconds: Math.max(clock?.seconds ?? 0, saved.seconds) },
      pace: clock?.pace ?? this.#options.pace,
      running: clock?.running ?? this.#options.running ?? false,
      testHooks: this.#options.testHooks,
    };
  }

  #openedBy(link: WorkerLink, result: Result<Opened>): void {
    if (!result.ok) {
      this.#fail(result.problems);
      return;
    }
    this.#scenario = result.value.scenario;
    this.#ready = true;
    this.baseline.open(result.value);
    this.#spare.prepareFor({ scene: this.#scene, scenario: result.value.scenario }, () => this.#saved);
    this.status$.next({ kind: 'ready' });
    this.#settleOpened(result);
    // A worker in another's place knows of no corridor.
    if (this.#corridorEdge !== null) void link.call('corridor', { edge: this.#corridorEdge });
    for (const asked of [...this.#asked]) asked.ask(link);
  }

  #lost(link: WorkerLink, loss: Loss): void {
    this.#ready = false;
    this.#link = undefined;
    this.#frames.drop();
    // A script that does not load is asked for once more: a deployment may have been under way.
    this.#neverHeard = link.heard ? 0 : this.#neverHeard + 1;
    const worthIt = this.#neverHeard < 2 && this.#limit.allows(this.#clock?.tick ?? -1, performance.now());
    if (!worthIt) {
      this.#fail([lostProblem(loss, link.heard)]);
      return;
    }
    this.#filter.restart();
    if (this.#clock) {
      this.status$.next({ kind: 'restarting', reason: loss.reason, fromSeconds: this.#saved?.seconds ?? 0 });
    }
    this.#start();
  }

  #fail(problems: readonly Problem[]): void {
    this.status$.next({ kind: 'failed', problems });
    this.#close(problems);
  }

  #close(problems: readonly Problem[]): void {
    this.#failure = problems;
    this.#ready = false;
    this.#link?.end();
    this.#link = undefined;
    this.#settleOpened({ ok: false, problems });
    for (const asked of [...this.#asked]) asked.refuse(problems);
  }
}

/** Whether what was told of later times is told again, another way. */
function isJump(command: Command): boolean {
  return (
    command.kind === 'seek' || command.kind === 'rewind' || (command.kind === 'intervene' && command.lived === true)
  );
}
