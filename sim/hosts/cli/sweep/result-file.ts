/** One run's result as a file under the hash of its input. What is torn, altered or of another build does not count. */
import { join } from 'node:path';
import { parseJson, StateHash, stringifyStable } from '../../../kernel';
import { ENGINE_VERSION } from '../../../runtime';
import { type Scenario, scenarioHash } from '../../../scenarios';
import { buildKey } from '../build-info';
import { readText } from '../read-file';
import type { RunOutput } from '../run-worker';
import { writeWhole } from '../write-file';

const FORMAT = 'cityloom-sweep-result';
const VERSION = 1;

interface ResultFile extends RunOutput {
  readonly format: typeof FORMAT;
  readonly version: typeof VERSION;
  readonly inputHash: string;
  /** Which sources made it: the engine's version alone does not tell one day's work from the next. */
  readonly build: string;
  readonly checksum: string;
}

/** All that decides a run: the engine, the content of the scene, the scenario with its seed and duration. */
export function inputHashOf(sceneHash: string, scenario: Scenario): string {
  return hashOf({ engineVersion: ENGINE_VERSION, sceneHash, scenario: scenarioHash(scenario) });
}

export function resultPath(folder: string, inputHash: string): string {
  return join(folder, `${inputHash}.json`);
}

export async function writeResultFile(folder: string, inputHash: string, output: RunOutput): Promise<void> {
  const { result, performance } = output;
  const checksum = hashOf(result);
  const file: ResultFile = {
    format: FORMAT,
    version: VERSION,
    inputHash,
    build: buildKey,
    checksum,
    result,
    performance,
  };
  await writeWhole(resultPath(folder, inputHash), `${JSON.stringify(file)}\n`);
}

/** The result that lies there, if it is whole and of this very build; undefined means that the run is to be made. */
export async function readResultFile(folder: string, inputHash: string): Promise<RunOutput | undefined> {
  const text = await readText(resultPath(folder, inputHash));
  const json = text.ok ? parseJson(text.value) : text;
  if (!json.ok) return undefined;
  const file = json.value as Partial<ResultFile> | null;
  const ours =
    file?.format === FORMAT && file.version === VERSION && file.inputHash === inputHash && file.build === buildKey;
  return ours && file.result && file.performance && hashOf(file.result) === file.checksum
    ? { result: file.result, performance: file.performance }
    : undefined;
}

function hashOf(value: unknown): string {
  return new StateHash().text(stringifyStable(value)).digest();
}
