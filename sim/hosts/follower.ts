import type { Engine, KpiSample } from '../runtime';

export interface FollowerHost {
  turn(): Promise<void>;
  startSlice(): () => boolean;
  measured(sample: KpiSample): void;
  die(error: unknown): void;
}

export interface Follower {
  /** It may go so far, and goes there flat out. */
  follow(seconds: number): void;
  dispose(): void;
}

/** An engine that trails another run's time and tells only its figures. */
export function createFollower(engine: Engine, host: FollowerHost): Follower {
  let targetSeconds = engine.seconds;
  let walking = false;
  let disposed = false;
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
    while (!disposed && !engine.runTo(targetSeconds, host.startSlice())) await host.turn();
    walking = false;
  }

  return {
    follow(seconds) {
      if (!Number.isFinite(seconds)) throw new RangeError(`met the time ${seconds}, expected one that can be reached`);
      targetSeconds = Math.max(targetSeconds, seconds);
      if (!walking && !disposed) walk().catch(host.die);
    },
    dispose() {
      disposed = true;
    },
  };
}
