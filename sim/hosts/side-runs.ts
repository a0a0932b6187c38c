/** Runs beside the one on the screen, lived flat out in a worker of their own: a pair of a comparison, a look ahead. */
import { fail, type Problem, type Result, succeed } from '../kernel';
import type { AnyDomain, DayLoads, Happening, YearOfPark } from '../ports';
import { type JobDesk, resumeEngine } from '../runtime';
import type { CompiledScene } from '../scene';
import { dayLoads, runPair, type StudyOfEnergy, yearOfPark } from '../studies';
import type { LivedPair } from '../studies/scenario-pair';
import { activeDomains, checkFit } from './active-domains';
import { type OpeningHost, openScene, type PreparedRun, scenarioOf } from './open-run';
import type { Ahead, AheadInput, PairInput, RunInput, SceneSource } from './protocol';

export interface SideHost extends OpeningHost {
  /** Long work done in this very thread. */
  deskHere(domains: readonly AnyDomain[]): JobDesk | undefined;
  lived(share: number): void;
}

/** One pair after another, in one city that is read and compiled once. */
export function createPairRunner(host: SideHost): (input: PairInput) => Promise<Result<LivedPair>> {
  const city = readOnce(host);
  return async ({ scene: source, ...pair }) => {
    const read = await city(source);
    if (!read.ok) return read;
    const scene = read.value;
    const wrong = [pair.a, pair.b].flatMap((each) => errorsIn(checkFit(each, scene)));
    if (wrong.length > 0) return fail(wrong);
    const domains = activeDomains(pair.a);
    let isOver = host.startSlice();
    return runPair({
      ...pair,
      scene,
      domains,
      desk: host.deskHere(domains),
      shouldYield: () => isOver(),
      async yielded(share) {
        host.lived(share);
        await host.turn();
        isOver = host.startSlice();
      },
    });
  };
}

function errorsIn(problems: readonly Problem[]): readonly Problem[] {
  return problems.filter(({ severity }) => severity === 'error');
}

/**
 * What may happen to copies of a run, one after another; the run itself never hears of it. A copy knows what has been
 * drawn for its city and not what is to come: from there on its chance is its own.
 */
export function createAheadRunner(
  host: SideHost,
): (input: AheadInput, prepared: PreparedRun | undefined) => Promise<Result<Ahead>> {
  const city = readOnce(host);
  return async ({ from, forSeconds, luckSeed, figures, ...input }, prepared) => {
    const opened = await city(input.scene, prepared);
    if (!opened.ok) return opened;
    const scenario = scenarioOf(input, opened.value);
    if (!scenario.ok) return scenario;
    const domains = activeDomains(scenario.value);
    const otherLuck = { seed: luckSeed, fromSeconds: scenario.value.startSeconds + from.seconds };
    const desk = host.deskHere(domains);
    const resumed = resumeEngine(
      { scene: opened.value, scenario: scenario.value, domains, desk, otherLuck },
      from.state,
    );
    if (!resumed.ok) return resumed;
    const engine = resumed.value;
    const before = engine.measure();
    const happenings: Happening[] = [];
    const course: Ahead['course'][number][] = [];
    const everyS = forSeconds / MOST_POINTS;
    engine.listenWith({
      happened: (each) => happenings.push(each),
      measured({ seconds, values }) {
        if (course.length > 0 && seconds < course[course.length - 1].seconds + everyS) return;
        course.push({ seconds, values: Object.fromEntries(figures.map((name) => [name, values[name]])) });
      },
    });
    const toSeconds = from.seconds + forSeconds;
    while (!engine.runTo(toSeconds, host.startSlice())) {
      host.lived((engine.seconds - from.seconds) / forSeconds);
      await host.turn();
    }
    return succeed({ fromSeconds: from.seconds, toSeconds, happenings, before, after: engine.measure(), course });
  };
}

/** Points of a course; more than a chart of it is wide nobody sees. */
const MOST_POINTS = 240;

/** The city that was prepared, if any was, or one that is read and compiled for the first that asks. */
function readOnce(host: SideHost) {
  let opened: CompiledScene | undefined;
  return async (source: SceneSource, prepared?: PreparedRun): Promise<Result<CompiledScene>> => {
    if (prepared) return succeed(prepared.engine.scene);
    if (opened) return succeed(opened);
    const read = await openScene(source, host);
    if (read.ok) opened = read.value;
    return read;
  };
}

/** The loads of a day, in the city that was prepared, if any was. */
export function loadsOfDay(
  input: RunInput,
  prepared: PreparedRun | undefined,
  host: SideHost,
): Promise<Result<DayLoads>> {
  return energyAlone(dayLoads, input, prepared, host);
}

/** A year of it. */
export function yearOf(
  input: RunInput,
  prepared: PreparedRun | undefined,
  host: SideHost,
): Promise<Result<YearOfPark>> {
  return energyAlone(yearOfPark, input, prepared, host);
}

async function energyAlone<Found>(
  study: (options: StudyOfEnergy) => Promise<Result<Found>>,
  input: RunInput,
  prepared: PreparedRun | undefined,
  host: SideHost,
): Promise<Result<Found>> {
  const opened = prepared ? succeed(prepared.engine.scene) : await openScene(input.scene, host);
  if (!opened.ok) return opened;
  const scenario = scenarioOf(input, opened.value);
  if (!scenario.ok) return scenario;
  let isOver = host.startSlice();
  return study({
    scene: opened.value,
    scenario: scenario.value,
    deskOf: (domains) => host.deskHere(domains),
    shouldYield: () => isOver(),
    async yielded(share) {
      host.lived(share);
      await host.turn();
      isOver = host.startSlice();
    },
  });
}
