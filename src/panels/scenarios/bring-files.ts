import { type Problem, problem, readScenario } from '../../../sim';
import { bring, openScene, useScenarios } from '../../state/scenarios';

/** As the engine's own limit for a scenario. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Takes in those that read; of the first that does not, everything that is wrong with it. None is taken by half. */
export async function bringFiles(files: readonly File[]): Promise<void> {
  const scene = openScene();
  const refused: { source: string; problems: readonly Problem[] }[] = [];
  for (const file of files) {
    const problems = await bringFile(file, scene);
    if (problems.length > 0) refused.push({ source: file.name, problems });
  }
  useScenarios.setState({ refused });
}

async function bringFile(file: File, scene: string | undefined): Promise<readonly Problem[]> {
  if (file.size > MOST_BYTES) {
    return [problem('scenario.too-large', [], `expected at most ${MOST_BYTES} bytes, found ${file.size}`)];
  }
  const read = readScenario(await file.text());
  if (!read.ok) return read.problems;
  if (scene !== undefined && read.value.scene !== scene) {
    return [problem('scenario.scene', ['scene'], `expected a scenario of ${scene}, found one of ${read.value.scene}`)];
  }
  await bring(read.value, read.value.name ?? file.name.replace(/\.json$/, ''));
  return [];
}
