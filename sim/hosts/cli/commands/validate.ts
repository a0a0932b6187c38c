import { basename, dirname, join, resolve } from 'node:path';
import { type Problem, parseJson, problem } from '../../../kernel';
import { readSweepPlan } from '../../../studies';
import { checkFit } from '../../active-domains';
import type { Arguments } from '../arguments';
import type { Answer, Context } from '../context';
import { findScene, openScene, openSceneFolder } from '../find-scene';
import { printProblems } from '../print-problems';
import { kindOfPath, MOST_FILE_BYTES, readText } from '../read-file';
import { type FiledProblem, inFile, Refusal } from '../refusal';
import { readScenarioFile } from '../scenario-file';

export async function performValidate(given: Arguments, context: Context): Promise<Answer> {
  const named = given.operands[0];
  const path = resolve(context.cwd, named);
  const kind = await kindOfPath(path);
  if (kind.ok && kind.value === 'file') {
    if (basename(path) === 'scene.json') return validateScene(dirname(path));
    return (await looksLikePlan(path)) ? validatePlan(path) : validateScenario(path, given.text('scene'), context);
  }
  // The id of a scene is as good as its folder; a path that is neither gets the problem of finding it.
  return validateScene(kind.ok ? path : await findScene(named, context));
}

async function validateScene(folder: string): Promise<Answer> {
  const scene = await openSceneFolder(folder);
  const about = { kind: 'scene', id: scene.id, sceneHash: scene.hash };
  return accepted(about, `${folder}: scene ${scene.id} is sound, hash ${scene.hash}`, []);
}

async function validateScenario(path: string, sceneName: string | undefined, context: Context): Promise<Answer> {
  const scenario = await readScenarioFile(path);
  const scene = await openScene(sceneName ?? scenario.scene, context).catch((error: unknown) => {
    const unknown = error instanceof Refusal && error.problems[0].code === 'scene.not-found';
    throw unknown && sceneName === undefined ? unknownScene(scenario.scene, error.problems[0].message, path) : error;
  });
  const problems = checkFit(scenario, scene);
  if (problems.some((each) => each.severity === 'error')) throw new Refusal(inFile(problems, path));
  return accepted(
    { kind: 'scenario', scene: scene.id },
    `${path}: scenario for ${scene.id} is sound`,
    inFile(problems, path),
  );
}

function unknownScene(scene: string, why: string, file: string): Refusal {
  const message = `${why}; --scene names one that lies elsewhere (this scenario is for '${scene}')`;
  return new Refusal(inFile([problem('scenario.unknown-scene', ['scene'], message)], file));
}

async function validatePlan(path: string): Promise<Answer> {
  const text = await readText(path, MOST_FILE_BYTES);
  const plan = text.ok ? readSweepPlan(text.value) : text;
  if (!plan.ok) throw new Refusal(inFile(plan.problems, path));
  const problems: FiledProblem[] = [];
  for (const file of plan.value.scenarios ?? []) {
    await readScenarioFile(join(dirname(path), file)).catch((error: unknown) => {
      if (!(error instanceof Refusal)) throw error;
      problems.push(...error.problems);
    });
  }
  if (problems.length > 0) throw new Refusal(problems);
  return accepted({ kind: 'sweep' }, `${path}: sweep plan is sound`, []);
}

/** By its own word; what cannot be read at all is judged as a scenario. */
async function looksLikePlan(path: string): Promise<boolean> {
  const text = await readText(path, MOST_FILE_BYTES);
  const json = text.ok ? parseJson(text.value) : text;
  return json.ok && (json.value as { format?: unknown } | null)?.format === 'cityloom-sweep';
}

function accepted(about: object, words: string, warnings: readonly (Problem & { file?: string })[]): Answer {
  return { document: { ok: true, problems: warnings, ...about }, text: `${printProblems(warnings)}${words}` };
}
