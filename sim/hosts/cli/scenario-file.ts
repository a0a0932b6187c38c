import { resolve } from 'node:path';
import { defaultScenario, readScenario, type Scenario } from '../../scenarios';
import type { CompiledScene } from '../../scene';
import { checkFit } from '../active-domains';
import type { Context } from './context';
import { MOST_FILE_BYTES, readText } from './read-file';
import { inFile, Refusal } from './refusal';

export interface Overrides {
  readonly seed?: number;
  readonly untilSeconds?: number;
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
