import { fail, problem, type Result, succeed } from '../kernel';
import { type AnyDomain, type Happening, type KpiName, kpis, type TripTable } from '../ports';
import {
  createEngine,
  ENGINE_VERSION,
  type EngineListener,
  type JobDesk,
  KpiRecord,
  type KpiSample,
  resumeEngine,
} from '../runtime';
import type { Scenario } from '../scenarios';
import type { CompiledScene } from '../scene';
import type { KpiTotal, RunResult } from './run-result';
import { sankeyOf } from './sankey';

export interface StudyOptions {
  readonly scene: CompiledScene;
  /** Checked against the scene; it runs for its duration. */
  readonly scenario: Scenario;
  readonly domains: readonly AnyDomain[];
  /** Needed where a domain asks for long work. */
  readonly desk?: JobDesk;
  /** A saved run of this scene and scenario to go on from. */
  readonly resume?: Uint8Array;
  /** From where it was saved on, the scenario's list holds and not the one that the saved run had. */
  readonly adopts?: true;
  readonly saveAtSeconds?: number;
  /** Where the window of its energy flows begins; the run's start where nobody says. */
  readonly sankeyFromSeconds?: number;
  /** Asked after every step; where it says yes, `yielded` is awaited before the next. */
  shouldYield?(): boolean;
  yielded?(seconds: number, fromSeconds: number): Promise<void>;
}

export interface Study {
  readonly result: RunResult;
  /** The run as it was at `saveAtSeconds`. */
  readonly saved?: Uint8Array;
  /** As they stood at the end, for whoever asks: a table of a day takes as much room as the day; null where no domain has any. */
  trips(): TripTable | null;
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** Vehicle updates and the like, in this part of the run. */
  readonly work: number;
}

/** Runs a scenario to its end, from its start or from a saved run. */
export async function runStudy(options: StudyOptions): Promise<Result<Study>> {
  const { scene, scenario, saveAtSeconds, sankeyFromSeconds } = options;
  const happenings: Happening[] = [];
  const samples = new KpiRecord();
  const listener: EngineListener = {
    happened: (happening) => happenings.push(happening),
    measured: (sample) => samples.note(sample),
  };
  const ofRun = { scene, scenario, domains: options.domains, desk: options.desk, listener };
  const made = options.resume ? resumeEngine(ofRun, options.resume) : succeed(createEngine(ofRun));
  if (!made.ok) return made;
  const engine = made.value;
  const adopted = options.adopts ? engine.amend(scenario.interventions) : succeed(false);
  if (!adopted.ok) return adopted;
  const fromSeconds = engine.seconds;
  const workBefore = engine.work;
  const late = [saveAtSeconds, sankeyFromSeconds, scenario.durationSeconds].find(
    (each) => each !== undefined && each < fromSeconds,
  );
  if (late !== undefined) {
    return fail([problem('study.already-past', [], `met the time ${late} s, expected one from ${fromSeconds} s on`)]);
  }
  const runTo = async (seconds: number) => {
    while (!engine.runTo(seconds, options.shouldYield)) await options.yielded?.(engine.seconds, fromSeconds);
  };
  let saved: Uint8Array | undefined;
  let before: Float64Array | null = null;
  const stops = [saveAtSeconds, sankeyFromSeconds].filter((each) => each !== undefined);
  for (const seconds of stops.sort((a, b) => a - b)) {
    if (seconds > scenario.durationSeconds) break;
    await runTo(seconds);
    if (seconds === saveAtSeconds) saved = engine.save();
    if (seconds === sankeyFromSeconds) before = engine.flows()?.kwh.slice() ?? null;
  }
  await runTo(scenario.durationSeconds);

  const values = engine.measure();
  if (samples.newestTick !== engine.tick) samples.note({ tick: engine.tick, seconds: engine.seconds, values });
  const flows = engine.flows();
  const window = { fromSeconds: before === null ? 0 : (sankeyFromSeconds ?? 0), toSeconds: engine.seconds };
  const result: RunResult = {
    scenario,
    engineVersion: ENGINE_VERSION,
    sceneHash: scene.hash,
    finalHash: engine.finalHash(),
    totals: totalsOf(values),
    happenings,
    series: samples.columns(),
    ...(flows ? { sankey: sankeyOf(flows, before, window) } : {}),
  };
  const work = engine.work - workBefore;
  return succeed({ result, saved, trips: () => engine.trips(), fromSeconds, toSeconds: engine.seconds, work });
}

function totalsOf(values: KpiSample['values']): RunResult['totals'] {
  const totals: Partial<Record<KpiName, KpiTotal>> = {};
  for (const [name, value] of Object.entries(values) as [KpiName, number][]) {
    totals[name] = { value, unit: kpis[name].unit };
  }
  return totals;
}
