import { availableParallelism } from 'node:os';
import { problem } from '../../../kernel';
import { ENGINE_VERSION } from '../../../runtime';
import type { Scenario } from '../../../scenarios';
import {
  type ComparedRun,
  type Comparison,
  checkSeedCount,
  compareRuns,
  type GroupReport,
  reportDiseases,
  reportSystems,
  type TripComparison,
} from '../../../studies';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { findScene, openSceneFolder } from '../find-scene';
import { formatFigure } from '../format-figure';
import { type Outcome, runPool } from '../pool';
import { Failure, Interrupted, Refusal } from '../refusal';
import type { RunOutput, RunTask } from '../run-worker';
import { findScenario, openScenario } from '../scenario-file';
import { runWorkerAddress } from '../worker-address';

const DEFAULT_SEEDS = 5;
const PATIENCE_MS = 60_000;

export async function performCompare(given: Arguments, context: Context): Promise<Answer> {
  const counted = checkSeedCount(given.number('seeds') ?? DEFAULT_SEEDS);
  if (!counted.ok) throw new Refusal(counted.problems);
  if (given.text('a') === undefined && given.text('b') === undefined) {
    throw new Refusal([problem('call.nothing-to-compare', [], 'at least one of --a and --b names a scenario')]);
  }
  const folder = await findScene(given.operands[0], context);
  const scene = await openSceneFolder(folder);
  const untilSeconds = given.number('until');
  const a = await openScenario(
    await findScenario(given.text('a'), given.operands[0], context),
    scene,
    { untilSeconds },
    context,
  );
  const b = await openScenario(
    await findScenario(given.text('b'), given.operands[0], context),
    scene,
    { untilSeconds, seed: a.seed },
    context,
  );
  checkPair(a, b, context);

  const seeds = Array.from({ length: counted.value }, (_, i) => a.seed + i);
  const tasks: RunTask[] = [a, b].flatMap((scenario) =>
    seeds.map((seed) => ({
      sceneFolder: folder,
      sceneHash: scene.hash,
      scenario: { ...scenario, seed },
      withTrips: true,
    })),
  );
  const results = await runAll(tasks, given.number('workers') ?? availableParallelism(), context);
  const compared = compareRuns(results.slice(0, seeds.length), results.slice(seeds.length));
  if (!compared.ok) throw new Refusal(compared.problems);
  const diseases = reportDiseases((name) => compared.value.kpis[name]?.sign);
  const systems = reportSystems((name) => compared.value.kpis[name]?.sign);
  const document = { a, b, sceneHash: scene.hash, engineVersion: ENGINE_VERSION, ...compared.value, diseases, systems };
  return {
    document,
    text: [
      describe(compared.value),
      ...describeGroups(
        diseases.map((each) => [each.disease, each]),
        compared.value,
      ),
      ...describeGroups(
        systems.map((each) => [each.system, each]),
        compared.value,
      ),
    ].join('\n'),
  };
}

function checkPair(a: Scenario, b: Scenario, context: Context): void {
  if (a.durationSeconds !== b.durationSeconds) {
    const message = `a runs for ${a.durationSeconds} s and b for ${b.durationSeconds} s, expected the same (--until sets both)`;
    throw new Refusal([problem('compare.different-duration', [], message)]);
  }
  if (a.startSeconds !== b.startSeconds) {
    context.log('warning: the scenarios start at different times of day, so that their trips are not the same');
  }
}

async function runAll(tasks: readonly RunTask[], size: number, context: Context): Promise<ComparedRun[]> {
  const results: ComparedRun[] = [];
  const lost: Outcome<RunOutput>[] = [];
  let ended = 0;
  await runPool<RunTask, RunOutput>({
    worker: runWorkerAddress(),
    size,
    tasks,
    signal: context.signal,
    patienceMs: PATIENCE_MS,
    finished: async (index, outcome) => {
      ended++;
      if (outcome.ok) results[index] = { result: outcome.output.result, trips: outcome.output.trips ?? null };
      else lost.push(outcome);
    },
    progressed: (underWay) =>
      context.progress.show((ended + underWay) / tasks.length, `${ended} of ${tasks.length} runs`),
  });
  if (context.signal.aborted) throw new Interrupted();
  const problems = lost.flatMap((outcome) => (outcome.ok ? [] : outcome.problems));
  if (problems.length > 0) throw new Failure(problems);
  return results;
}

function describe({ seeds, kpis, trips }: Comparison): string {
  const words = { '-1': 'less', '0': '=', '1': 'more' } as const;
  const rows = Object.entries(kpis).map(([name, kpi]) => [
    name,
    formatFigure(kpi.a),
    formatFigure(kpi.b),
    `${kpi.difference > 0 ? '+' : ''}${formatFigure(kpi.difference)}`,
    `± ${formatFigure(kpi.noise)}`,
    words[`${kpi.sign}`],
    kpi.unit,
  ]);
  const table = [['KPI', 'a', 'b', 'b − a', 'noise', '', 'unit'], ...rows];
  const widths = table[0].map((_, column) => Math.max(...table.map((row) => row[column].length)));
  const lines = table.map((row) =>
    row
      .map((cell, i) => (i === 0 || i > 4 ? cell.padEnd(widths[i]) : cell.padStart(widths[i])))
      .join('  ')
      .trimEnd(),
  );
  const pairs = `${seeds.length} pairs, seeds ${seeds[0]} to ${seeds[seeds.length - 1]}`;
  return [pairs, ...lines, ...(trips === null ? [] : describeTrips(trips))].join('\n');
}

function describeTrips({ pairs, byTrip, byPerson, delaySeconds, unfinished }: TripComparison): string[] {
  const shares = (each: TripComparison['byTrip'], whose: string) =>
    `${whose}: ${formatFigure(each.winners.mean)} gain (${formatFigure(each.wonHours.mean)} h), ` +
    `${formatFigure(each.losers.mean)} lose (${formatFigure(each.lostHours.mean)} h), ` +
    `${formatFigure(each.unchanged.mean)} neither`;
  return [
    '',
    `${formatFigure(pairs.mean)} trips in both: mean delay ${formatFigure(delaySeconds.a)} s in a, ` +
      `${formatFigure(delaySeconds.b)} s in b (± ${formatFigure(delaySeconds.noise)} s); ` +
      `unfinished ${formatFigure(unfinished.a)} and ${formatFigure(unfinished.b)}`,
    shares(byTrip, 'trips'),
    ...(byPerson === null ? [] : [shares(byPerson, 'persons')]),
  ];
}

function describeGroups(groups: readonly (readonly [string, GroupReport])[], { kpis }: Comparison): string[] {
  const words = {
    better: 'better',
    worse: 'worse',
    mixed: 'better and worse',
    same: 'no change',
    unmeasured: 'not here',
  };
  return [
    '',
    ...groups.map(([name, { verdict, headline }]) => {
      const figure = headline && kpis[headline];
      const change = figure ? `: ${headline} ${formatFigure(figure.a)} → ${formatFigure(figure.b)} ${figure.unit}` : '';
      return `${name.padEnd(13)} ${words[verdict]}${change}`;
    }),
  ];
}
