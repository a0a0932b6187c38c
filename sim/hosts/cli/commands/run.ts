import { dirname, resolve } from 'node:path';
import { problem } from '../../../kernel';
import { ENGINE_VERSION } from '../../../runtime';
import type { Scenario } from '../../../scenarios';
import type { RunResult } from '../../../studies';
import { activeDomains } from '../../active-domains';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { openScene } from '../find-scene';
import { formatFigure } from '../format-figure';
import { type Performance, runHeadless } from '../headless';
import { formatDuration } from '../progress-bar';
import { publishedLines, publishedRows } from '../published-figures';
import { readBytes } from '../read-file';
import { inFile, Refusal } from '../refusal';
import { writeResults } from '../results-files';
import { openOutputs } from '../run-outputs';
import { decodeSavedState, encodeSavedState } from '../saved-state';
import { findScenario, openScenario } from '../scenario-file';
import { checkWritable, writeWhole } from '../write-file';

export async function performRun(given: Arguments, context: Context): Promise<Answer> {
  checkCall(given);
  const scene = await openScene(given.operands[0], context);
  const resumeFile = given.text('resume');
  const resumed =
    resumeFile === undefined ? undefined : await readState(resolve(context.cwd, resumeFile), given.number('seed'));
  const until = given.number('until');
  const scenario: Scenario = resumed
    ? { ...resumed.scenario, durationSeconds: until ?? resumed.scenario.durationSeconds }
    : await openScenario(
        await findScenario(given.text('scenario'), given.operands[0], context),
        scene,
        { seed: given.number('seed'), untilSeconds: until },
        context,
      );
  const saveAtSeconds = given.number('save-at');
  if (saveAtSeconds !== undefined && saveAtSeconds > scenario.durationSeconds) {
    const message = `--save-at ${saveAtSeconds} lies after the end of the run, ${scenario.durationSeconds} s`;
    throw new Refusal([problem('call.save-too-late', [], message)]);
  }
  const sankeyFromSeconds = given.number('sankey-from');
  if (sankeyFromSeconds !== undefined && sankeyFromSeconds > scenario.durationSeconds) {
    const message = `--sankey-from ${sankeyFromSeconds} lies after the end of the run, ${scenario.durationSeconds} s`;
    throw new Refusal([problem('call.window-too-late', [], message)]);
  }
  const saveTo = given.text('save-to');
  const out = given.text('out');
  if (saveTo !== undefined) await checkWritable(dirname(resolve(context.cwd, saveTo)));
  if (out !== undefined) await checkWritable(resolve(context.cwd, out));
  const outputs = await openOutputs(given, scene, activeDomains(scenario), context);

  const ran = await runHeadless({
    scene,
    scenario,
    domains: outputs.domains,
    resume: resumed?.state,
    saveAtSeconds,
    sankeyFromSeconds,
    signal: context.signal,
    progressed: (share, seconds, pace) =>
      context.progress.show(share, `${formatDuration(seconds)} simulated · ${pace.toFixed(0)} × real time`),
  }).catch((error: unknown) => {
    outputs.abandon();
    throw error;
  });
  if (!ran.ok) {
    outputs.abandon();
    throw new Refusal(inFile(ran.problems, resumeFile));
  }
  const written = outputs.finish();
  const { result, performance, saved } = ran.value;
  context.progress.clear();

  if (saved && saveTo !== undefined) {
    await writeWhole(resolve(context.cwd, saveTo), encodeSavedState({ scenario, state: saved }));
    context.log(`saved at ${saveAtSeconds} s to ${saveTo}`);
  }
  for (const { path, rows } of written) context.log(`wrote ${rows} rows to ${path}`);
  const published = publishedRows(result);
  const document = {
    ...result,
    performance,
    ...(published.length > 0 ? { published } : {}),
    ...(written.length > 0 ? { outputs: written } : {}),
  };
  if (out !== undefined) {
    const names = await writeResults(resolve(context.cwd, out), result, document);
    context.log(`wrote ${names.join(', ')} to ${out}`);
  }
  return { document, text: describeRun(result, performance) };
}

function checkCall(given: Arguments): void {
  const problems = [];
  const saveAt = given.number('save-at') !== undefined;
  if (saveAt !== (given.text('save-to') !== undefined)) {
    problems.push(problem('call.half-save', [], '--save-at and --save-to go together'));
  }
  if (given.text('resume') !== undefined && given.text('scenario') !== undefined) {
    const message = '--scenario cannot be given with --resume: the saved run has its own';
    problems.push(problem('call.resume-decides', [], message));
  }
  if (problems.length > 0) throw new Refusal(problems);
}

async function readState(path: string, seed: number | undefined) {
  const bytes = await readBytes(path);
  if (!bytes.ok) throw new Refusal(inFile(bytes.problems, path));
  const state = decodeSavedState(bytes.value);
  if (!state.ok) throw new Refusal(inFile(state.problems, path));
  if (seed !== undefined && seed !== state.value.scenario.seed) {
    const message = `--seed ${seed} is not the saved run's, ${state.value.scenario.seed}`;
    throw new Refusal(inFile([problem('call.resume-decides', [], message)], path));
  }
  return state.value;
}

function describeRun(result: RunResult, performance: Performance): string {
  const { scenario, totals, happenings } = result;
  const width = Math.max(...Object.keys(totals).map((name) => name.length), 10);
  const lines = Object.entries(totals).map(
    ([name, { value, unit }]) => `  ${name.padEnd(width)}  ${formatFigure(value).padStart(12)} ${unit}`,
  );
  const wall = performance.wallSeconds.toFixed(1);
  return [
    `${scenario.scene}, seed ${scenario.seed}, ${scenario.durationSeconds} s, engine ${ENGINE_VERSION}`,
    ...lines,
    ...publishedLines(result),
    `  ${happenings.length} happenings`,
    `  ${wall} s wall, ${performance.realTimeFactor.toFixed(0)} × real time, ${performance.peakRssMb.toFixed(0)} MB at most`,
    `final hash ${result.finalHash}`,
  ].join('\n');
}
