/**
 * Everything that page and worker may say to each other, in one table. A call is answered once, with its output or
 * with problems; a notice is not answered; a stream flows from the worker. Both sides are typed from here.
 */
import type { Intervention } from '../interventions';
import type { ElementId, Result, Tick } from '../kernel';
import type {
  CorridorPlan,
  CorridorRows,
  DayLoads,
  Happening,
  Household,
  Journey,
  KpiName,
  YearOfPark,
} from '../ports';
import type { Acknowledged, CheckpointInfo, ClockState, Command, Frame, KpiSample, Pace } from '../runtime/twin-face';
import type { Scenario } from '../scenarios';
import type { PairPlan } from '../studies/paired/plan-pair';
import type { LivedBefore, LivedPair } from '../studies/scenario-pair';

/** Where a scene comes from: a folder of our own origin, or texts that the page already has. */
export type SceneSource =
  | { readonly kind: 'folder'; readonly address: string }
  | { readonly kind: 'texts'; readonly files: readonly (readonly [name: string, text: string])[] };

/** The whole run at one tick. With the scenario it is all that another worker needs to go on from there. */
export interface SavedRun {
  readonly tick: Tick;
  readonly seconds: number;
  readonly state: Uint8Array;
}

/** Which run: a city and what is done in it. */
export interface RunInput {
  readonly scene: SceneSource;
  /** Text of a scenario; the scene as it is, where there is none. */
  readonly scenario?: string | Scenario;
  /** Instead of the scenario's own. */
  readonly seed?: number;
}

export interface PrepareInput extends RunInput {
  /** Any state of this run: an engine that stands somewhere is made with a third of the work of one that begins. */
  readonly from?: SavedRun;
}

/** Goes on from a saved run; first flat out to the time that had been reached. */
export interface ResumeInput {
  readonly from: SavedRun;
  readonly toSeconds: number;
}

export interface OpenInput extends RunInput {
  /** A follower runs flat out to where it is told, and shows nothing. */
  readonly role: 'main' | 'follower';
  readonly resume?: ResumeInput;
  /** Of a follower: the list of changes from where it begins on, instead of the one that a saved run had. */
  readonly list?: readonly Intervention[];
  readonly pace?: Pace;
  readonly running?: boolean;
  /** Allows the call 'provoke'. Only tests ask for it. */
  readonly testHooks?: boolean;
}

export interface Opened {
  readonly scenario: Scenario;
  readonly sceneHash: string;
  readonly engineVersion: string;
  readonly tick: Tick;
  readonly seconds: number;
}

export interface ReachedHash {
  readonly tick: Tick;
  readonly seconds: number;
  readonly finalHash: string;
}

/** Both scenarios of one seed, lived from where they part. */
export interface PairInput extends PairPlan {
  readonly scene: SceneSource;
  readonly a: Scenario;
  readonly b: Scenario;
  readonly lived: LivedBefore;
}

/** A copy of a run, lived so much further: it has the city's past, and of its futures one. */
export interface AheadInput extends RunInput {
  readonly from: SavedRun;
  readonly forSeconds: number;
  /** Of what chance brings from there on. */
  readonly luckSeed: number;
  /** Those whose course is told. */
  readonly figures: readonly KpiName[];
}

export interface Ahead {
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Since the copy was made; their causes may lie before. */
  readonly happenings: readonly Happening[];
  /** Figures as it was copied, and where it ends. */
  readonly before: KpiSample['values'];
  readonly after: KpiSample['values'];
  readonly course: readonly Pick<KpiSample, 'seconds' | 'values'>[];
}

/** What somebody has brought to the page: a scene of ours, or files of a format that has an importer. */
export interface BringInput {
  readonly kind: 'scene' | 'sumo' | 'epanet' | 'matpower';
  readonly files: readonly (readonly [name: string, text: string])[];
  /** What an imported scene is to be called; one of ours has its own name. */
  readonly id: string;
}

/** A whole scene, found sound. */
export interface BroughtScene {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly files: readonly (readonly [name: string, text: string])[];
  /** How much an importer guessed, changed or left out. */
  readonly noted: number;
}

export type Fault = 'throw' | 'hang' | 'memory';

/** Page to worker, answered. */
export interface Calls {
  /** Fetches, reads and compiles the city of the run that will be opened, whatever its scenario. */
  read: { input: SceneSource; output: undefined };
  /** Makes everything ready for a run that may be opened later, at once. */
  prepare: { input: PrepareInput; output: undefined };
  open: { input: OpenInput; output: Opened };
  /** With `saveBefore` the run is also saved as it is just before the command takes effect. */
  send: {
    input: { readonly command: Command; readonly saveBefore?: boolean };
    output: { readonly acknowledged: Acknowledged; readonly before?: SavedRun };
  };
  /** Pauses, goes flat out to exactly that time, and answers the hash of everything until there. */
  runTo: { input: { readonly seconds: number }; output: ReachedHash };
  save: { input: undefined; output: SavedRun };
  /** Of the vehicle in a row of the frames; null where there is none now. */
  journey: { input: { readonly row: number }; output: Journey | null };
  /** One of the households of a building; null where there is none. A follower answers of its own city. */
  household: { input: { readonly building: ElementId; readonly number: number }; output: Household | null };
  pair: { input: PairInput; output: LivedPair };
  ahead: { input: AheadInput; output: Ahead };
  /** Of every building, over the day of the scenario. */
  dayLoads: { input: RunInput; output: DayLoads };
  /** Of the park that has published figures of a year, with the scenario's lasting changes of energy. */
  year: { input: RunInput; output: YearOfPark };
  bring: { input: BringInput; output: BroughtScene };
  /** Watches the corridor that an edge belongs to, from now on, instead of another; null watches none. */
  corridor: { input: { readonly edge: string | null }; output: CorridorPlan | null };
  provoke: { input: Fault; output: undefined };
}

/** Page to worker, not answered. */
export interface Notices {
  giveBack: ArrayBuffer;
  /** How far a follower may go. */
  follow: { readonly seconds: number };
  /** Whether a follower is looked at: only then it draws. */
  show: { readonly on: boolean };
}

export type OpeningStep = 'fetching' | 'reading' | 'compiling' | 'starting';

/** Worker to page. */
export interface Streams {
  /** Once a second from the worker's event loop: a loop that hangs stops it. */
  heartbeat: { readonly beat: number };
  opening: { readonly step: OpeningStep; readonly share: number };
  seeking: { readonly share: number };
  clock: ClockState;
  frame: Frame;
  happening: Happening;
  kpi: KpiSample;
  /** How much of a pair of runs, or of a look ahead, is lived. */
  lived: { readonly share: number };
  checkpoint: CheckpointInfo;
  /** Of the corridor that is watched, if any. */
  corridor: CorridorRows;
  /** What the page needs to start another worker in this one's place. */
  saved: SavedRun;
}

export type CallName = keyof Calls;
export type StreamName = keyof Streams;

export type ToWorker =
  | {
      [N in CallName]: {
        readonly kind: 'call';
        readonly id: number;
        readonly name: N;
        readonly input: Calls[N]['input'];
      };
    }[CallName]
  | { [N in keyof Notices]: { readonly kind: 'notice'; readonly name: N; readonly value: Notices[N] } }[keyof Notices];

export type FromWorker =
  | { readonly kind: 'answer'; readonly id: number; readonly result: Result<Calls[CallName]['output']> }
  | { [N in StreamName]: { readonly kind: 'stream'; readonly name: N; readonly value: Streams[N] } }[StreamName];

/** What a worker does about each call. Forgetting one does not compile. */
export type CallHandlers = {
  readonly [N in CallName]: (input: Calls[N]['input']) => Promise<Result<Calls[N]['output']>>;
};
