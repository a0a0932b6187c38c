import type { SchedulerLike, Subscription } from 'rxjs';
import { type Engine, type Frame, FrameChannel, type KpiSample } from '../runtime';

export interface FollowerHost {
  turn(): Promise<void>;
  startSlice(): () => boolean;
  measured(sample: KpiSample): void;
  drawn(frame: Frame): void;
  readonly scheduler: SchedulerLike;
  die(error: unknown): void;
}

export interface Follower {
  readonly engine: Engine;
  /** It may go so far, and goes there flat out. */
  follow(seconds: number): void;
  /** While it is looked at it draws what it comes by. */
  show(on: boolean): void;
  giveBack(buffer: ArrayBuffer): void;
  dispose(): void;
}

/** An engine that trails another run's time and tells its figures; its picture only to whoever looks. */
export function createFollower(engine: Engine, host: FollowerHost): Follower {
  let targetSeconds = engine.seconds;
  let walking = false;
  let disposed = false;
  /** Nothing is blended from one look to the next. */
  let looks = 0;
  let look: Subscription | undefined;
  const frames = new FrameChannel(engine, host.scheduler, () => frames.show(looks));
  engine.listenWith({
    measured(sample) {
      const flows = engine.flows();
      if (flows === null) return host.measured(sample);
      const { reachesSeconds, kw, kwh } = flows;
      host.measured({
        ...sample,
        flows: { reachesSeconds, kw: Float32Array.from(kw), kwh: Float32Array.from(kwh) },
      });
    },
  });

  async function walk(): Promise<void> {
    walking = true;
    while (!disposed && !engine.runTo(targetSeconds, host.startSlice())) {
      frames.show(looks);
      await host.turn();
    }
    frames.show(looks);
    walking = false;
  }

  return {
    engine,
    follow(seconds) {
      if (!Number.isFinite(seconds)) throw new RangeError(`met the time ${seconds}, expected one that can be reached`);
      targetSeconds = Math.max(targetSeconds, seconds);
      if (!walking && !disposed) walk().catch(host.die);
    },
    show(on) {
      look?.unsubscribe();
      look = undefined;
      if (!on || disposed) return;
      looks++;
      look = frames.frames$.subscribe(host.drawn);
    },
    giveBack(buffer) {
      frames.giveBack(buffer);
      frames.show(looks);
    },
    dispose() {
      look?.unsubscribe();
      disposed = true;
    },
  };
}
