import { availableParallelism } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { defaultScenario, type Scenario } from '../../../scenarios';
import type { CompiledScene } from '../../../scene';
import { expandPlan, readSweepPlan, type SweepPlan, type SweepRun } from '../../../studies';
import { checkFit } from '../../active-domains';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { findScene, openSceneFolder } from '../find-scene';
import { runPool } from '../pool';
import { readText } from '../read-file';
import { type FiledProblem, Interrupted, inFile, Refusal } from '../refusal';
import type { RunOutput, RunTask } from '../run-worker';
import { readScenarioFile } from '../scenario-file';
import { inputHashOf, readResultFile, writeResultFile } from '../sweep/result-file';
import { type SweepRow, summaryCsv, summaryTable } from '../sweep/summary';
import { runWorkerAddress } from '../worker-address';
import { makeFolder, writeWhole } from '../write-file';

const DEFAULT_PATIENCE_SECONDS = 60;
/** Only the first of many complaints of one kind are of use. */
const MOST_PROBLEMS = 200;

export async function performSweep(given: Arguments, context: Context): Promise<Answer> {
  const planPath = resolve(context.cwd, given.operands[0]);
  const plan = await readPlan(planPath);
  const sceneFolder = await findScene(plan.scene, { ...context, cwd: dirname(planPath) });
  const scene = await openSceneFolder(sceneFolder);
  const runs = await planRuns(plan, planPath, scene);
  const out = resolve(context.cwd, given.text('out') ?? planPath.replace(/(\.json)?$/, '.results'));
  await makeFolder(out);

  const rows: SweepRow[] = [];
  const todo: { readonly row: number; readonly run: SweepRun; readonly inputHash: string }[] = [];
  for (const [row, run] of runs.entries()) {
    const inputHash = inputHashOf(scene.hash, run.scenario);
    const known = await readResultFile(out, inputHash);
    if (known) rows[row] = doneRow(run, inputHash, known, 'kept', 0);
    else todo.push({ row, run, inputHash });
    if (context.signal.aborted) throw new Interrupted();
  }
  if (todo.length < runs.length) context.log(`${runs.length - todo.length} of ${runs.length} runs lie there already`);

  let ended = 0;
  await runPool<RunTask, RunOutput>({
    worker: runWorkerAddress(),
    size: given.number('workers') ?? availableParallelism(),
    tasks: todo.map(({ run }) => ({ sceneFolder, sceneHash: scene.hash, scenario: run.scenario })),
    signal: context.signal,
    patienceMs: (given.number('patience') ?? DEFAULT_PATIENCE_SECONDS) * 1_000,
    finished: async (index, outcome) => {
      const { row, run, inputHash } = todo[index];
      ended++;
      if (outcome.ok) {
        await writeResultFile(out, inputHash, outcome.output);
        rows[row] = doneRow(run, inputHash, outcome.output, 'made', outcome.attempts);
      } else rows[row] = lostRow(run, inputHash, outcome.problems, outcome.attempts);
    },
    progressed: (underWay) =>
      context.progress.show((ended + underWay) / todo.length, `${ended} of ${todo.length} runs`),
  });
  if (context.signal.aborted) throw new Interrupted();

  const count = (status: SweepRow['status']) => rows.filter((row) => row.status === status).length;
  const counts = { runs: rows.length, made: count('made'), kept: count('kept'), failed: count('failed') };
  const document = { ok: counts.failed === 0, plan: planPath, sceneHash: scene.hash, out, ...counts, results: rows };
  await writeWhole(join(out, 'summary.json'), `${JSON.stringify(document, null, 1)}\n`);
  await writeWhole(join(out, 'summary.csv'), summaryCsv(rows));
  const words = `${counts.made} made, ${counts.kept} kept, ${counts.failed} failed; results in ${out}`;
  return { document, text: `${summaryTable(rows)}\n${words}`, exitCode: counts.failed === 0 ? 0 : 1 };
}

async function readPlan(path: string): Promise<SweepPlan> {
  const text = await readText(path);
  const plan = text.ok ? readSweepPlan(text.value) : text;
  if (!plan.ok) throw new Refusal(inFile(plan.problems, path));
  return plan.value;
}

/** The whole grid, checked against the scene before the first run is made. */
async function planRuns(plan: SweepPlan, planPath: string, scene: CompiledScene): Promise<readonly SweepRun[]> {
  const scenarios = new Map<string, Scenario>();
  for (const file of plan.scenarios ?? [])
    scenarios.set(file, await readScenarioFile(resolve(dirname(planPath), file)));
  if (scenarios.size === 0) scenarios.set('', defaultScenario(scene.id));
  const runs = expandPlan(plan, scenarios);
  if (!runs.ok) throw new Refusal(inFile(runs.problems, planPath));
  const problems: FiledProblem[] = [];
  const checked = new Set<string>();
  for (const run of runs.value) {
    // Seeds do not matter to a check; what the settings make of the scenario does.
    const key = JSON.stringify([run.from, run.settings]);
    if (checked.has(key) || problems.length > MOST_PROBLEMS) continue;
    checked.add(key);
    const found = checkFit(run.scenario, scene).filter((each) => each.severity === 'error');
    problems.push(...inFile(found, run.from === '' ? planPath : resolve(dirname(planPath), run.from)));
  }
  if (problems.length > 0) throw new Refusal(problems.slice(0, MOST_PROBLEMS));
  return runs.value;
}

function doneRow(
  run: SweepRun,
  inputHash: string,
  { result }: RunOutput,
  status: 'made' | 'kept',
  attempts: number,
): SweepRow {
  const { from, settings, scenario } = run;
  const { finalHash, totals } = result;
  return { from, settings, seed: scenario.seed, inputHash, status, attempts, finalHash, totals };
}

function lostRow(run: SweepRun, inputHash: string, problems: readonly FiledProblem[], attempts: number): SweepRow {
  const { from, settings, scenario } = run;
  return { from, settings, seed: scenario.seed, inputHash, status: 'failed', attempts, problems };
}
