/** Runs beside the one on the screen, lived flat out in a worker of their own: a pair of a comparison, a look ahead. */
import { fail, type Problem, type Result, succeed } from '../kernel';
import type { AnyDomain, DayLoads, Happening, YearOfPark } from '../ports';
import type { JobDesk } from '../runtime';
import type { CompiledScene } from '../scene';
import { dayLoads, runPair, type StudyOfEnergy, yearOfPark } from '../studies';
import type { LivedPair } from '../studies/scenario-pair';
import { activeDomains, checkFit } from './active-domains';
import { type OpeningHost, openRun, openScene, type PreparedRun, scenarioOf } from './open-run';
import type { Ahead, AheadInput, PairInput, RunInput } from './protocol';

export interface SideHost extends OpeningHost {
  /** Long work done in this very thread. */
  deskHere(domains: readonly AnyDomain[]): JobDesk | undefined;
  lived(share: number): void;
}

/** One pair after another, in one city that is read and compiled once. */
export function createPairRunner(host: SideHost): (input: PairInput) => Promise<Result<LivedPair>> {
  let opened: CompiledScene | undefined;
  return async ({ scene: source, ...pair }) => {
    if (opened === undefined) {
      const read = await openScene(source, host);
      if (!read.ok) return read;
      opened = read.value;
    }
    const scene = opened;
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

/** What is going to happen to a copy of a run; the run itself never hears of it. */
export async function lookAhead(
  { from, forSeconds, ...input }: AheadInput,
  prepared: PreparedRun | undefined,
  host: SideHost,
): Promise<Result<Ahead>> {
  const opened = await openRun({ ...input, resume: { from, toSeconds: from.seconds } }, prepared, host);
  if (!opened.ok) return opened;
  const engine = opened.value;
  const before = engine.measure();
  const happenings: Happening[] = [];
  engine.listenWith({ happened: (each) => happenings.push(each) });
  const toSeconds = from.seconds + forSeconds;
  while (!engine.runTo(toSeconds, host.startSlice())) {
    host.lived((engine.seconds - from.seconds) / forSeconds);
    await host.turn();
  }
  return succeed({ fromSeconds: from.seconds, toSeconds, happenings, before, after: engine.measure() });
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
