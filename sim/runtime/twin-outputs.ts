import { BehaviorSubject, type SchedulerLike, Subject } from 'rxjs';
import type { Happening } from '../ports';
import { FrameChannel } from './frame-channel';
import type { LiveRun } from './live-run';
import type { Timeline } from './timeline';
import type { CheckpointInfo, ClockState, KpiSample } from './twin-face';

/** All that a twin tells, told after a slice or a command and never within one, in an order that a reader can use. */
export class TwinOutputs {
  readonly clock: BehaviorSubject<ClockState>;
  readonly frames: FrameChannel;
  readonly happenings = new Subject<Happening>();
  readonly kpis = new Subject<KpiSample>();
  readonly checkpoints = new Subject<CheckpointInfo>();
  readonly timeline: BehaviorSubject<Timeline>;
  readonly #run: LiveRun;

  constructor(run: LiveRun, clock: ClockState, scheduler: SchedulerLike) {
    this.#run = run;
    this.clock = new BehaviorSubject(clock);
    this.frames = new FrameChannel(run.engine, scheduler, () => this.show());
    this.timeline = new BehaviorSubject(run.engine.timeline);
  }

  tell(state: ClockState): void {
    // A jump first: what follows is told again, or is of another history.
    if (state.generation !== this.clock.value.generation) this.clock.next(state);
    for (const checkpoint of this.#run.takeCheckpoints()) this.checkpoints.next(checkpoint);
    const timeline = state.towards === null ? this.#run.takeTimeline() : undefined;
    if (timeline !== undefined) this.timeline.next(timeline);
    for (const happening of this.#run.takeHappenings()) this.happenings.next(happening);
    for (const sample of this.#run.takeSamples()) this.kpis.next(sample);
    this.clock.next(state);
    this.show();
  }

  /** The newest state, unless it is on its way to another time. */
  show(): void {
    if (this.clock.value.towards === null) this.frames.show(this.#run.generation);
  }

  complete(): void {
    for (const subject of this.#subjects()) subject.complete();
  }

  fail(error: unknown): void {
    for (const subject of this.#subjects()) subject.error(error);
  }

  #subjects(): readonly Pick<Subject<unknown>, 'complete' | 'error'>[] {
    return [this.clock, this.frames.frames, this.happenings, this.kpis, this.checkpoints, this.timeline];
  }
}
