import type { Observable } from 'rxjs';
import type { Fault, Frame, KpiSample, Opened, Problem, ReachedHash, Result, Twin } from '../../sim';

/** What a person is told while the engine works behind the page. */
export type EngineStatus =
  | {
      readonly kind: 'opening';
      readonly step: 'fetching' | 'reading' | 'compiling' | 'starting';
      readonly share: number;
    }
  | { readonly kind: 'ready' }
  | { readonly kind: 'seeking'; readonly share: number }
  /** The worker died or hung; the run goes on from its last checkpoint. */
  | { readonly kind: 'restarting'; readonly reason: 'threw' | 'silent'; readonly fromSeconds: number }
  | { readonly kind: 'failed'; readonly problems: readonly Problem[] };

/** A run in a worker, seen from the page: the twin's face, and how the worker itself is doing. */
export interface EngineClient extends Twin {
  readonly status$: Observable<EngineStatus>;
  readonly baseline: BaselineFollower;
  /** Settles when the city is open, or with what is wrong with it. */
  readonly opened: Promise<Result<Opened>>;
  /** Pauses, runs flat out to exactly that time, and answers the hash of everything until there. */
  runTo(seconds: number): Promise<Result<ReachedHash>>;
  /** Makes the worker fail, in a run opened with `testHooks`; anywhere else it does nothing. */
  provoke(fault: Fault): void;
}

/**
 * The same run without the interventions, in a worker of its own, kept at the main run's tick: what every difference on
 * screen is measured against. It starts from the checkpoint before the first intervention, with the same seed.
 */
export interface BaselineFollower {
  readonly kpis$: Observable<KpiSample>;
  readonly active$: Observable<boolean>;
}

export type { Frame };
