/** What a row of the interventions is, as data: where its condition holds, what is changed there, and what is expected. */
import type { EnergyState } from '../../../sim/domains/energy';
import type { InterventionKindName, SettingValue } from '../../../sim/interventions';
import type { Happening, KpiName, LimitName, TripTable } from '../../../sim/ports';
import type { CompiledScene } from '../../../sim/scene';
import type { AcceptLine } from '../line';
import type { CityName } from './cities';
import type { Sign } from './judge';
import type { StreetTally } from './street-tally';

export interface Row {
  /** As in the table of the interventions: T1 … S5. */
  readonly id: string;
  readonly title: string;
  readonly cases: readonly PairedCase[];
  /** What the row names and the city does not have. A row without cases is missing as a whole and counts as short. */
  readonly missing?: string;
  /** What no pair of runs can show: computed once, and part of what is asked. */
  readonly besides?: AcceptLine;
}

/** Times are from where the two runs part, in minutes. */
export interface Change {
  readonly kind: InterventionKindName;
  /** By id, or found in the city. */
  readonly targets?: readonly string[] | ((scene: CompiledScene) => readonly string[]);
  readonly settings?: Readonly<Record<string, SettingValue>>;
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}

export interface PairedCase {
  readonly name: string;
  readonly city: CityName;
  /** All of them unless named. */
  readonly domains?: readonly string[];
  readonly stepSeconds?: Readonly<Record<string, number>>;
  readonly day: number;
  /** When the runs begin; they share `sharedMinutes`, and are watched for `minutes` after that. */
  readonly hour: number;
  readonly sharedMinutes: number;
  readonly minutes: number;
  /** What both runs have from there on. */
  readonly under?: readonly Change[];
  readonly change: readonly Change[];
  /** The change is judged against this one instead of against none. */
  readonly against?: readonly Change[];
  /**
   * Together with `change` it is judged against the sum of what each does alone: the difference is what the two do to
   * each other.
   */
  readonly besides?: readonly Change[];
  /** A change that should do nothing; its differences are the band of "=". */
  readonly placebo?: readonly Change[];
  /** What the place must be like for the row to say anything, as it is without the change. */
  readonly conditions?: readonly Condition[];
  readonly expected: readonly Expectation[];
  /** The row speaks of an absorbed failure: told with what is left to the nearest limit. */
  readonly isAbsorbed?: true;
}

export interface Condition {
  readonly what: string;
  readonly figure: Figure;
  readonly least?: number;
  readonly most?: number;
}

export interface Expectation {
  readonly what: string;
  readonly figure: Figure | PairFigure;
  readonly sign: Sign;
  /** It has the deadband of this KPI; a KPI has its own, and any other figure none unless it brings one. */
  readonly bandAs?: KpiName;
}

/** A KPI at the end, or anything that is reckoned from a run. */
export type Figure = KpiName | ((run: LivedRun) => number);
/** What two runs come to together: paired trip by trip, or one held against a share of the other. */
export interface PairFigure {
  readonly of: (a: LivedRun, b: LivedRun) => readonly [a: number, b: number];
  /** Share of a that counts as none. */
  readonly deadband?: number;
}

/** One run, from where it parted from the other on. */
export interface LivedRun {
  readonly scene: CompiledScene;
  readonly forkSeconds: number;
  readonly endSeconds: number;
  readonly end: Readonly<Partial<Record<KpiName, number>>>;
  /** By KPI window, since the two parted. */
  readonly course: readonly { readonly minute: number; readonly values: Readonly<Partial<Record<KpiName, number>>> }[];
  readonly heard: readonly Happening[];
  readonly trips: TripTable | null;
  readonly streets: StreetTally | null;
  /** As it was at the end. */
  readonly energy: EnergyState | null;
  readonly strains: ReadonlyMap<LimitName, Float64Array>;
}
