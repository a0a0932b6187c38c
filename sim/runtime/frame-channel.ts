import { Observable, type SchedulerLike, Subject } from 'rxjs';
import type { Engine } from './engine';
import { FramePool } from './frame-pool';
import type { Frame } from './twin-face';

/** Twenty pictures a second, between which the reader moves what he shows: more would be sent than anyone sees. */
const LEAST_MS = 48;

/** Shows one reader the newest state: never one twice, never more than there are buffers for, none to nobody. */
export class FrameChannel {
  readonly frames$: Observable<Frame>;
  readonly frames = new Subject<Frame>();
  readonly #engine: Engine;
  readonly #pool: FramePool;
  readonly #scheduler: SchedulerLike;
  readonly #showAgain: () => void;
  #shownMs = Number.NEGATIVE_INFINITY;
  #isDue = false;
  /** Tick and generation of the frame shown last; undefined when the next one follows none. */
  #shown: { readonly tick: number; readonly generation: number } | undefined;

  /** `show` is called, in the host's time, when a new reader is to see the present, also while the city stands still. */
  constructor(engine: Engine, scheduler: SchedulerLike, show: () => void) {
    this.#engine = engine;
    this.#scheduler = scheduler;
    this.#showAgain = () => {
      this.#isDue = false;
      show();
    };
    this.#pool = new FramePool(engine.frame.bytes);
    this.frames$ = new Observable((reader) => {
      const reading = this.frames.subscribe(reader);
      this.#shown = undefined;
      reading.add(scheduler.schedule(show));
      return reading;
    });
  }

  giveBack(buffer: ArrayBuffer): void {
    this.#pool.giveBack(buffer);
  }

  show(generation: number): void {
    if (!this.frames.observed) return;
    const { tick, seconds, frame } = this.#engine;
    const before = this.#shown?.generation === generation ? this.#shown : undefined;
    if (before?.tick === tick) return;
    const nowMs = this.#scheduler.now();
    const restMs = this.#shownMs + LEAST_MS - nowMs;
    if (before !== undefined && restMs > 0) {
      if (!this.#isDue) this.#scheduler.schedule(this.#showAgain, restMs);
      this.#isDue = true;
      return;
    }
    const buffer = this.#pool.take();
    if (buffer === undefined) return;
    const elapsedSeconds = before === undefined ? 0 : seconds - this.#engine.secondsAt(before.tick);
    const counts = this.#engine.writeFrame(buffer, elapsedSeconds);
    this.#shown = { tick, generation };
    this.#shownMs = nowMs;
    this.frames.next({ tick, seconds, elapsedSeconds, generation, layout: frame.layout, counts, buffer });
  }
}
