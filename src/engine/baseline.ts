import { BehaviorSubject, ReplaySubject } from 'rxjs';
import type { Acknowledged, Command, KpiSample, Opened, SavedRun, Scenario, SceneSource } from '../../sim';
import type { BaselineFollower } from './engine-face';
import { RestartLimit } from './restart-limit';
import type { SpareWorker } from './spare-worker';
import type { WorkerLink } from './worker-link';

const KPI_SAMPLES_KEPT = 240;
/** How often the follower hears how far it may go; it is judged by its samples, one a simulated minute. */
const FOLLOW_EVERY_MS = 250;

/**
 * The run as it would be without interventions, in a worker of its own that trails the main one. It starts from the
 * state just before the first intervention (or from the start, when the scenario already brought some), is stopped when
 * the list is empty, and starts anew when the main run jumps in time.
 */
export class Baseline implements BaselineFollower {
  readonly kpis$ = new ReplaySubject<KpiSample>(KPI_SAMPLES_KEPT);
  readonly active$ = new BehaviorSubject(false);

  readonly #spare: SpareWorker;
  readonly #scene: SceneSource;
  readonly #limit = new RestartLimit();
  #scenario: Scenario | undefined;
  #list = new Set<string>();
  /** The state before the first intervention; none once the run has had any that it began with. */
  #origin: SavedRun | undefined;
  #touched = false;
  #link: WorkerLink | undefined;
  #toSeconds = 0;
  #toldMs = Number.NEGATIVE_INFINITY;
  #reachedTick = -1;

  constructor(spare: SpareWorker, scene: SceneSource) {
    this.#spare = spare;
    this.#scene = scene;
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
    } else if (command.kind === 'seek') this.#jump(acknowledged.tick);
    this.#startOrStop();
  }

  follow(seconds: number): void {
    this.#toSeconds = seconds;
    const nowMs = performance.now();
    if (!this.#link || nowMs - this.#toldMs < FOLLOW_EVERY_MS) return;
    this.#toldMs = nowMs;
    this.#link.notify('follow', { seconds });
  }

  dispose(): void {
    this.#stop();
    this.kpis$.complete();
    this.active$.complete();
  }

  #jump(tick: number): void {
    this.#stop();
    if (this.#origin && tick < this.#origin.tick) this.#origin = undefined;
  }

  #startOrStop(): void {
    if (this.#list.size === 0) this.#stop();
    else if (!this.#link && this.#scenario) this.#start(this.#scenario);
  }

  #start(scenario: Scenario): void {
    const link = this.#spare.take();
    link.attend(
      {
        kpi: (sample) => {
          this.#reachedTick = sample.tick;
          this.kpis$.next(sample);
        },
      },
      () => {
        this.#link = undefined;
        if (this.#limit.allows(this.#reachedTick, performance.now())) this.#startOrStop();
        else this.active$.next(false);
      },
    );
    this.#link = link;
    const from = this.#origin;
    const input = {
      scene: this.#scene,
      scenario: { ...scenario, interventions: [] },
      role: 'follower',
      resume: from && { from, toSeconds: from.seconds },
    } as const;
    void link.call('open', input).then((result) => {
      if (link !== this.#link) return;
      if (!result.ok) return this.#stop();
      this.active$.next(true);
      this.#toldMs = Number.NEGATIVE_INFINITY;
      this.follow(this.#toSeconds);
    });
  }

  #stop(): void {
    this.#link?.end();
    this.#link = undefined;
    if (this.active$.value) this.active$.next(false);
  }
}
