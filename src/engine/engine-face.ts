import type { Observable } from 'rxjs';
import type {
  Ahead,
  CorridorPlan,
  CorridorRows,
  DayLoads,
  ElementId,
  Fault,
  Frame,
  Household,
  Intervention,
  Journey,
  KpiName,
  KpiSample,
  LivedBefore,
  LivedPair,
  Opened,
  PairPlan,
  Problem,
  ReachedHash,
  Result,
  Scenario,
  Twin,
  YearOfPark,
} from '../../sim';

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
  /** What every building asks for over the day of a scenario, in a worker of its own. */
  dayLoads(scenario: Scenario, errand: Errand): Promise<Result<DayLoads>>;
  /** A year of the park beside its published figures, with the lasting changes of a scenario, in a worker of its own. */
  yearOfPark(scenario: Scenario, errand: Errand): Promise<Result<YearOfPark>>;
  /** Watches the corridor that an edge belongs to instead of another; null watches none. */
  watchCorridor(edge: string | null): Promise<Result<CorridorPlan | null>>;
  /** What is seen there, as it is lived. */
  readonly corridor$: Observable<CorridorRows>;
  /** Where the vehicle in a row of the frames comes from and goes; null where it is there no more, or nobody can say. */
  journeyOf(row: number): Promise<Journey | null>;
  /** One of the households of a building, as it stands now; null where there is none. */
  householdOf(building: ElementId, number: number): Promise<Household | null>;
  /** Makes the worker fail, in a run opened with `testHooks`; anywhere else it does nothing. */
  provoke(fault: Fault): void;
  /** Lives copies of the run so much further, in workers of their own; the run itself goes on as it was. */
  lookAhead(plan: AheadPlan, errand: Errand & AheadListener): Promise<Result<undefined>>;
  /** Lives pairs of runs in a pool of workers; answers once all are lived, or with what went wrong with the first. */
  livePairs(pairs: readonly PairTask[], errand: Errand & PairListener): Promise<Result<undefined>>;
}

/** Work beside the run that takes seconds or minutes. */
export interface Errand {
  /** Ends the workers at once; the answer is then a problem 'engine.cancelled'. */
  readonly signal: AbortSignal;
  progressed(share: number): void;
}

/** One seed of a comparison: where the scenarios part, until when, and what has been lived of it before. */
export interface PairTask extends PairPlan {
  readonly a: Scenario;
  readonly b: Scenario;
  readonly lived: LivedBefore;
}

/** Copies of the run, each lived so much further with a luck of its own; and the figures whose course is wanted. */
export interface AheadPlan {
  readonly forSeconds: number;
  readonly luckSeeds: readonly number[];
  readonly figures: readonly KpiName[];
}

export interface AheadListener {
  /** One of them has been lived to its end; they come in any order. */
  finished(index: number, seen: Ahead): void;
}

export interface PairListener {
  /** As each is over, in the order they end. */
  finished(index: number, lived: LivedPair): void;
}

/**
 * The same run without the interventions, or with those of another scenario, in a worker of its own, kept at the main
 * run's tick: what every difference on screen is measured against. It starts from a state before the two part, with the
 * same seed.
 */
export interface BaselineFollower {
  readonly kpis$: Observable<KpiSample>;
  readonly active$: Observable<boolean>;
  /** The changes that it has; null for none. Without any it lives only where the main run has some. */
  compareWith(list: readonly Intervention[] | null): void;
  /** The same household in its city; null where there is none, and never answered by one that is lost meanwhile. */
  householdOf(building: ElementId, number: number): Promise<Household | null>;
  /** How its city is shown: not at all, in the place of the main run's, or in a picture of its own beside that. */
  show(how: FollowerShown): void;
  /** Its frames while it is shown beside the main run, for one reader, who gives the buffers back to the engine. */
  readonly frames$: Observable<Frame>;
  /** Seconds of the picture that it shows in the main run's place; null while that one's own is shown. */
  readonly shownSeconds$: Observable<number | null>;
}

export type FollowerShown = 'away' | 'instead' | 'beside';

export type { Frame };
