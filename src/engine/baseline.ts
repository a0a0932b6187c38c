import { BehaviorSubject, ReplaySubject } from 'rxjs';
import type {
  Acknowledged,
  Command,
  ElementId,
  Frame,
  Household,
  Intervention,
  KpiSample,
  Opened,
  SavedRun,
  Scenario,
  SceneSource,
} from '../../sim';
import type { BaselineFollower, FollowerShown } from './engine-face';
import { HeldFrames } from './held-frames';
import { RestartLimit } from './restart-limit';
import type { SpareWorker } from './spare-worker';
import type { WorkerLink } from './worker-link';

const KPI_SAMPLES_KEPT = 240;
/** How often the follower hears how far it may go; it is judged by its samples, one a simulated minute. */
const FOLLOW_EVERY_MS = 250;
/** Frames of different lives are never blended with one another, nor with the main run's. */
const GENERATIONS_A_LIFE = 1_000_000;

export interface MainRun {
  /** The main run as it was before anything was done to it, and not after a time; undefined where it cannot be had. */
  fork(notAfterSeconds: number): Promise<SavedRun | undefined>;
  /** The main run's own picture, on or off. */
  draw(on: boolean): void;
  arrived(frame: Frame): void;
}

/**
 * The run as it would be without interventions, or with another scenario's, in a worker of its own that trails the main
 * one. It starts from the state just before the first intervention, or from the main run's last checkpoint before either
 * did anything; is stopped when there is nothing to compare, and starts anew when the main run jumps back in time: after a
 * jump ahead it comes after by itself.
 */
export class Baseline implements BaselineFollower {
  readonly kpis$ = new ReplaySubject<KpiSample>(KPI_SAMPLES_KEPT);
  readonly active$ = new BehaviorSubject(false);
  readonly shownSeconds$ = new BehaviorSubject<number | null>(null);

  readonly #spare: SpareWorker;
  readonly #scene: SceneSource;
  readonly #main: MainRun;
  readonly #limit = new RestartLimit();
  #scenario: Scenario | undefined;
  #list = new Set<string>();
  #against: readonly Intervention[] | null = null;
  /** The state before the first intervention; none once the run has had any that it began with. */
  #origin: SavedRun | undefined;
  #touched = false;
  #link: WorkerLink | undefined;
  #lives = 0;
  #buffers = new WeakSet<ArrayBuffer>();
  #shown: FollowerShown = 'away';
  readonly #beside = new HeldFrames((buffer) => this.giveBack(buffer));
  #toSeconds = 0;
  /** The furthest that this worker has been allowed to go; without an end while it is not known where it begins. */
  #furthestSeconds = Number.POSITIVE_INFINITY;
  #toldMs = Number.NEGATIVE_INFINITY;
  #reachedTick = -1;

  constructor(spare: SpareWorker, scene: SceneSource, main: MainRun) {
    this.#spare = spare;
    this.#scene = scene;
    this.#main = main;
  }

  get frames$() {
    return this.#beside.frames$;
  }

  /** The main run is ready, or ready again after a restart. */
  open({ scenario }: Opened): void {
    if (this.#scenario) return;
    this.#scenario = scenario;
    this.#list = new Set(scenario.interventions.map((each) => each.id));
    this.#touched = this.#list.size > 0;
    this.#startOrStop();
  }

  /** Whether this command is the first to touch the run, so that the state before it is wanted. */
  wantsOrigin(command: Command): boolean {
    if (this.#touched) return false;
    return command.kind === 'intervene' || (command.kind === 'replace' && command.interventions.length > 0);
  }

  acknowledge(command: Command, acknowledged: Acknowledged, before: SavedRun | undefined): void {
    if (before && !this.#touched) {
      this.#origin = before;
      this.#touched = true;
    }
    if (command.kind === 'intervene') this.#list.add(command.intervention.id);
    else if (command.kind === 'replace') this.#list = new Set(command.interventions.map((each) => each.id));
    else if (command.kind === 'remove') this.#list.delete(command.id);
    else if (command.kind === 'rewind') {
      this.#list.delete(command.id);
      this.#jump(acknowledged.tick);
    } else if (command.kind === 'seek' && command.seconds <= this.#furthestSeconds) this.#jump(acknowledged.tick);
    this.#startOrStop();
  }

  compareWith(list: readonly Intervention[] | null): void {
    const wanted = list?.length === 0 ? null : list;
    if (wanted === this.#against) return;
    this.#against = wanted;
    this.#stop();
    this.#startOrStop();
  }

  follow(seconds: number): void {
    this.#toSeconds = seconds;
    const nowMs = performance.now();
    // Whoever looks at it sees the same instant; for figures four times a second is enough.
    if (!this.#link || (this.#shown === 'away' && nowMs - this.#toldMs < FOLLOW_EVERY_MS)) return;
    this.#toldMs = nowMs;
    this.#furthestSeconds = Math.max(this.#furthestSeconds, seconds);
    this.#link.notify('follow', { seconds });
  }

  show(how: FollowerShown): void {
    if (how === this.#shown) return;
    this.#shown = how;
    this.#link?.notify('show', { on: how !== 'away' });
    if (how !== 'away') this.follow(this.#toSeconds);
    if (how !== 'instead') this.#backToMain();
    if (how !== 'beside') this.#beside.drop();
  }

  /** Takes a buffer back if it is one of its own. */
  async householdOf(building: ElementId, number: number): Promise<Household | null> {
    const result = await this.#link?.call('household', { building, number });
    return result?.ok ? result.value : null;
  }

  giveBack(buffer: ArrayBuffer): void {
    if (this.#buffers.has(buffer) && buffer.byteLength > 0) this.#link?.notify('giveBack', buffer, [buffer]);
  }

  dispose(): void {
    this.#scenario = undefined;
    this.#stop();
    for (const stream of [this.kpis$, this.active$, this.shownSeconds$]) stream.complete();
  }

  #jump(tick: number): void {
    this.#stop();
    if (this.#origin && tick < this.#origin.tick) this.#origin = undefined;
  }

  #startOrStop(): void {
    if (this.#list.size === 0 && this.#against === null) this.#stop();
    else if (!this.#link && this.#scenario) this.#start(this.#scenario);
  }

  #start(scenario: Scenario): void {
    const link = this.#spare.take();
    const generations = ++this.#lives * -GENERATIONS_A_LIFE;
    this.#furthestSeconds = Number.POSITIVE_INFINITY;
    this.#buffers = new WeakSet();
    link.attend(
      {
        kpi: (sample) => {
          this.#reachedTick = sample.tick;
          this.kpis$.next(sample);
        },
        frame: (frame) => {
          this.#buffers.add(frame.buffer);
          const known = { ...frame, generation: generations + frame.generation };
          if (this.#shown === 'away') return this.giveBack(frame.buffer);
          if (this.#shown === 'beside') return this.#beside.arrive(known);
          if (this.shownSeconds$.value === null) this.#main.draw(false);
          this.shownSeconds$.next(frame.seconds);
          this.#main.arrived(known);
        },
      },
      () => {
        this.#link = undefined;
        this.#backToMain();
        if (this.#limit.allows(this.#reachedTick, performance.now())) this.#startOrStop();
        else this.active$.next(false);
      },
    );
    this.#link = link;
    void this.#open(link, scenario);
  }

  async #open(link: WorkerLink, scenario: Scenario): Promise<void> {
    const list = this.#against ?? [];
    const first = Math.min(Number.POSITIVE_INFINITY, ...list.map(({ fromSeconds }) => fromSeconds));
    const origin = this.#origin && this.#origin.seconds <= first ? this.#origin : undefined;
    // What was never touched is its own origin, and a run's start is where everybody begins who has no other.
    const from = origin ?? (this.#touched || list.length > 0 ? await this.#main.fork(first) : undefined);
    if (link !== this.#link) return;
    const result = await link.call('open', {
      scene: this.#scene,
      scenario: { ...scenario, interventions: [] },
      role: 'follower',
      resume: from && { from, toSeconds: from.seconds },
      list,
    });
    if (link !== this.#link) return;
    if (!result.ok) return this.#stop();
    this.active$.next(true);
    this.#furthestSeconds = result.value.seconds;
    this.#toldMs = Number.NEGATIVE_INFINITY;
    if (this.#shown !== 'away') link.notify('show', { on: true });
    this.follow(this.#toSeconds);
  }

  #backToMain(): void {
    if (this.shownSeconds$.value === null) return;
    this.shownSeconds$.next(null);
    this.#main.draw(true);
  }

  #stop(): void {
    this.#link?.end();
    this.#link = undefined;
    this.#beside.drop();
    this.#backToMain();
    if (this.active$.value) this.active$.next(false);
  }
}
