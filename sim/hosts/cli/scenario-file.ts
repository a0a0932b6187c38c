import { join, resolve } from 'node:path';
import { problem } from '../../kernel';
import { defaultScenario, readScenario, type Scenario } from '../../scenarios';
import type { CompiledScene } from '../../scene';
import { checkFit } from '../active-domains';
import type { Context } from './context';
import { findScene } from './find-scene';
import { kindOfPath, listFolder, MOST_FILE_BYTES, readText } from './read-file';
import { inFile, Refusal } from './refusal';

/** Folder beside a scene's files with scenarios made for it. */
const SHIPPED = 'scenarios';

export interface Overrides {
  readonly seed?: number;
  readonly untilSeconds?: number;
}

/** A scenario's file: by its path, or by its name where it is one of the scene's own. */
export async function findScenario(
  name: string | undefined,
  sceneName: string,
  context: Context,
): Promise<string | undefined> {
  if (name === undefined || !/^[a-z0-9][a-z0-9-]*$/.test(name)) return name;
  const here = await kindOfPath(resolve(context.cwd, name));
  if (here.ok) return name;
  const folder = join(await findScene(sceneName, context), SHIPPED);
  const shipped = join(folder, `${name}.json`);
  if ((await kindOfPath(shipped)).ok) return shipped;
  const listed = await listFolder(folder);
  const names = listed.ok ? listed.value.map((each) => each.replace(/\.json$/, '')).sort() : [];
  const message = `there is no file ${name} here, and ${sceneName} has no scenario of that name; it has: ${names.join(', ') || 'none'}`;
  throw new Refusal([problem('scenario.not-found', [], message)]);
}

/** The scenario of a file, or the scene as it is, with what the call says otherwise; checked against the scene. */
export async function openScenario(
  file: string | undefined,
  scene: CompiledScene,
  overrides: Overrides,
  context: Context,
): Promise<Scenario> {
  const path = file === undefined ? undefined : resolve(context.cwd, file);
  const written = path === undefined ? defaultScenario(scene.id) : await readScenarioFile(path);
  const scenario: Scenario = {
    ...written,
    seed: overrides.seed ?? written.seed,
    durationSeconds: overrides.untilSeconds ?? written.durationSeconds,
  };
  const problems = checkFit(scenario, scene);
  const errors = problems.filter((each) => each.severity === 'error');
  if (errors.length > 0) throw new Refusal(inFile(errors, path));
  for (const each of problems) context.log(`warning: ${each.message}`);
  return scenario;
}

export async function readScenarioFile(path: string): Promise<Scenario> {
  const text = await readText(path, MOST_FILE_BYTES);
  if (!text.ok) throw new Refusal(inFile(text.problems, path));
  const scenario = readScenario(text.value);
  if (!scenario.ok) throw new Refusal(inFile(scenario.problems, path));
  return scenario.value;
}
