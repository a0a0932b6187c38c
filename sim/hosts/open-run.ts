/** From files and a scenario to an engine that stands where it should, telling how it comes along. */
import { fail, type Result, stringifyStable, succeed, type Tick } from '../kernel';
import type { AnyDomain } from '../ports';
import { createEngine, type Engine, type EngineOptions, type JobDesk, resumeEngine, wrongTime } from '../runtime';
import { defaultScenario, parseScenario, readScenario, type Scenario } from '../scenarios';
import { type CompiledScene, compileScene, readScene } from '../scene';
import { activeDomains, checkFit } from './active-domains';
import type { OpeningStep, ResumeInput, RunInput, SceneSource } from './protocol';

export interface OpeningHost {
  fetchScene(address: string, progress: (share: number) => void): Promise<Result<ReadonlyMap<string, string>>>;
  opening(step: OpeningStep, share: number): void;
  /** Lets the host's events through. */
  turn(): Promise<void>;
  /** Whether a slice of work has lasted long enough. */
  startSlice(): () => boolean;
  /** Where the engine's long work is done. */
  readonly desk: JobDesk;
  /** The city, where this host has begun to read it already. */
  readAhead?(source: SceneSource): Promise<Result<CompiledScene>> | undefined;
  /** The domains as this host wants them: the same steps, seen by somebody. */
  watched?(domains: readonly AnyDomain[]): readonly AnyDomain[];
}

/** An engine and which scene it was asked to be made of. */
export interface PreparedRun {
  readonly source: SceneSource;
  readonly engine: Engine;
  /** Whether it was made to begin, or to go on from somewhere. */
  readonly begins: boolean;
  readonly tick: Tick;
}

/** Fetches, reads and compiles a scene and makes an engine that stands at the start, or where a saved run stood. */
export async function prepareRun(input: RunInput, host: OpeningHost, from?: Uint8Array): Promise<Result<PreparedRun>> {
  const scene = await (host.readAhead?.(input.scene) ?? openScene(input.scene, host));
  if (!scene.ok) return scene;
  const compiled = scene.value;
  const scenario = scenarioOf(input, compiled);
  if (!scenario.ok) return scenario;

  host.opening('starting', 0);
  await host.turn();
  const ofRun = optionsOf(compiled, scenario.value, host);
  const made = from ? resumeEngine(ofRun, from) : succeed(createEngine(ofRun));
  if (!made.ok) return made;
  const engine = made.value;
  return succeed({ source: input.scene, engine, begins: from === undefined, tick: engine.tick }, scenario.warnings);
}

/** Fetches, reads and compiles a scene. */
export async function openScene(source: SceneSource, host: OpeningHost): Promise<Result<CompiledScene>> {
  host.opening('fetching', 0);
  const files = await filesOf(source, host);
  if (!files.ok) return files;

  host.opening('reading', 0);
  await host.turn();
  const scene = readScene(files.value, (share) => host.opening('reading', share));
  if (!scene.ok) return scene;

  host.opening('compiling', 0);
  await host.turn();
  return succeed(compileScene(scene.value));
}

function optionsOf(scene: CompiledScene, scenario: Scenario, host: OpeningHost): EngineOptions {
  const progress = (share: number) => host.opening('starting', share);
  const domains = activeDomains(scenario);
  return { scene, scenario, domains: host.watched?.(domains) ?? domains, desk: host.desk, progress };
}

/** Whether an engine that was made ahead is the one that is now asked for, untouched. */
function isFor(prepared: PreparedRun, input: RunInput): boolean {
  const { engine, source, tick } = prepared;
  if (engine.tick !== tick || stringifyStable(source) !== stringifyStable(input.scene)) return false;
  const scenario = scenarioOf(input, engine.scene);
  return scenario.ok && stringifyStable(scenario.value) === stringifyStable(engine.scenario);
}

/**
 * The engine of what was prepared, if it was for this run, or of one made now; of a run that is resumed, flat out at
 * the time that had been reached.
 */
export async function openRun(
  input: RunInput & { readonly resume?: ResumeInput },
  prepared: PreparedRun | undefined,
  host: OpeningHost,
): Promise<Result<Engine>> {
  const { resume } = input;
  const wrong = resume && wrongTime(resume.toSeconds);
  if (wrong) return fail([wrong]);
  const fits = prepared !== undefined && isFor(prepared, input);
  const made = fits ? succeed(prepared) : await prepareRun(input, host, resume?.from.state);
  if (!made.ok) return made;
  const { engine, begins } = made.value;
  // What stands somewhere is of no use to whoever begins, but for the city that it has read and compiled.
  if (!resume && !begins) {
    return succeed(createEngine(optionsOf(engine.scene, engine.scenario, host)), made.warnings);
  }
  if (resume) {
    const loaded = fits ? engine.load(resume.from.state) : succeed(undefined);
    if (!loaded.ok) return loaded;
    while (!engine.runTo(resume.toSeconds, host.startSlice())) await host.turn();
  }
  return succeed(engine, made.warnings);
}

async function filesOf(source: SceneSource, host: OpeningHost): Promise<Result<ReadonlyMap<string, string>>> {
  if (source.kind === 'texts') return succeed(new Map(source.files));
  return host.fetchScene(source.address, (share) => host.opening('fetching', share));
}

/** Whatever comes over the wire is read as strictly as a file. */
export function scenarioOf({ scenario: given, seed }: Omit<RunInput, 'scene'>, scene: CompiledScene): Result<Scenario> {
  const read = typeof given === 'string' ? readScenario(given) : parseScenario(given ?? defaultScenario(scene.id));
  const scenario = read.ok && seed !== undefined ? parseScenario({ ...read.value, seed }) : read;
  if (!scenario.ok) return scenario;
  const problems = checkFit(scenario.value, scene);
  const errors = problems.filter((each) => each.severity === 'error');
  return errors.length > 0 ? fail(errors) : succeed(scenario.value, problems);
}
