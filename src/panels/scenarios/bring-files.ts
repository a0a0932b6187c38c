import { type BringInput, fail, type Problem, problem, type Result, readScenario, sceneFiles } from '../../../sim';
import { bringScene } from '../../engine';
import { keepOwnScene } from '../../scenarios/own-scenes';
import { type Brought, refreshOwnScenes, useOwnScenes } from '../../state/own-scenes';
import { bring, openScene, type Refused, useScenarios } from '../../state/scenarios';
import { type DroppedFile, type DroppedThing, nameOf, sortDropped } from './dropped';
import { readText } from './read-text';

/** As the engine's own limit for a scenario. */
const MOST_BYTES = 16 * 1024 * 1024;

/** Takes in what reads; of whatever does not, everything that is wrong with it. None is taken by half. */
export async function bringFiles(dropped: readonly DroppedFile[]): Promise<void> {
  const scene = openScene();
  const things = sortDropped(dropped, (name) => Object.hasOwn(sceneFiles, name));
  const refused: Refused[] = [];
  const brought: Brought[] = [];
  useScenarios.setState({ refused });
  for (const [done, thing] of things.entries()) {
    useOwnScenes.setState({ brought: [], reading: things.length - done });
    const problems = await bringThing(thing, scene, brought);
    if (problems.length > 0) refused.push({ source: thing.source, problems });
  }
  await refreshOwnScenes();
  useOwnScenes.setState({ brought, reading: 0 });
  useScenarios.setState({ refused: [...refused] });
}

async function bringThing(thing: DroppedThing, scene: string | undefined, brought: Brought[]) {
  const { kind, files, source } = thing;
  if (kind === 'scenario') return bringScenario(files[0], scene);
  if (kind === 'unknown') {
    const endings = 'a scenario or a scene (.json), a network of SUMO (.net.xml), EPANET (.inp) or MATPOWER (.m)';
    return [problem('file.unknown-kind', [nameOf(files[0])], `expected ${endings}`)];
  }
  const answer = await readWhole(kind, files, source);
  if (!answer.ok) return answer.problems;
  const { id, name, files: texts, noted } = answer.value;
  const written = await keepOwnScene({ id, name, broughtMs: Date.now() }, texts);
  if (written === 'full') return [problem('scene.disk-full', [], 'this browser has no room for it')];
  if (written === 'refused') return [problem('scene.not-kept', [], 'this browser keeps nothing for this page')];
  brought.push({ id, noted, warnings: answer.warnings.length });
  return [];
}

async function readWhole(kind: BringInput['kind'], files: readonly DroppedFile[], source: string) {
  const texts: [string, string][] = [];
  const problems: Problem[] = [];
  for (const each of files) {
    const name = nameOf(each).replace(/\.gz$/i, '');
    const text: Result<string> = await readText(each.file, nameOf(each), kind === 'epanet');
    if (text.ok) texts.push([name, text.value]);
    else problems.push(...text.problems);
  }
  if (problems.length > 0) return fail(problems);
  return bringScene({ kind, files: texts, id: idFrom(source) }, new AbortController().signal);
}

/** A network is called as its file, as far as that is a name for addresses. */
function idFrom(source: string): string {
  const stem = source.slice(source.lastIndexOf('/') + 1).replace(/(\.net\.xml(\.gz)?|\.[a-z]+)$/i, '');
  const plain = stem.toLowerCase().replace(/[^a-z0-9]+/g, '-');
  return plain.replace(/^-+|-+$/g, '').slice(0, 64) || 'imported';
}

async function bringScenario({ path, file }: DroppedFile, scene: string | undefined): Promise<readonly Problem[]> {
  if (file.size > MOST_BYTES) {
    return [problem('scenario.too-large', [], `expected at most ${MOST_BYTES} bytes, found ${file.size}`)];
  }
  const text = await readText(file, nameOf({ path, file }), false);
  if (!text.ok) return text.problems;
  const read = readScenario(text.value);
  if (!read.ok) return read.problems;
  if (scene !== undefined && read.value.scene !== scene) {
    return [problem('scenario.scene', ['scene'], `expected a scenario of ${scene}, found one of ${read.value.scene}`)];
  }
  await bring(read.value, read.value.name ?? nameOf({ path, file }).replace(/\.json$/, ''));
  return [];
}
