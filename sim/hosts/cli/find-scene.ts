import { join, resolve } from 'node:path';
import { problem } from '../../kernel';
import { type CompiledScene, compileScene, readScene, type Scene } from '../../scene';
import { collectGarbage } from './collect-garbage';
import type { Context } from './context';
import { letShapesGo } from './let-shapes-go';
import { nearest } from './nearest';
import { kindOfPath, listFolder, MOST_FILE_BYTES, readText } from './read-file';
import { type FiledProblem, inFile, Refusal } from './refusal';

const MOST_SCENE_BYTES = 4 * MOST_FILE_BYTES;
const MANIFEST = 'scene.json';

/** A scene by its id in scenes/ ('eco-park', 'tiny/crossroads'), or by its folder. */
export async function openScene(name: string, context: Context): Promise<CompiledScene> {
  return openSceneFolder(await findScene(name, context));
}

export async function openSceneFolder(folder: string): Promise<CompiledScene> {
  const scene = await readSceneFolder(folder);
  collectGarbage(); // its text
  const compiled = compileScene(scene);
  letShapesGo(scene);
  collectGarbage();
  return compiled;
}

export async function findScene(name: string, context: Context): Promise<string> {
  const ids = await sceneIds(context.root);
  // 'tiny/crossroads' is where it lies, 'crossroads' what it calls itself: either names it.
  const own = ids.find((id) => id === name) ?? ids.find((id) => id.endsWith(`/${name}`));
  if (own !== undefined) return join(context.root, 'scenes', ...own.split('/'));
  const folder = resolve(context.cwd, name);
  const kind = await kindOfPath(folder);
  if (kind.ok && kind.value === 'folder') return folder;
  if (!kind.ok && kind.problems[0].code !== 'file.missing') throw new Refusal(inFile(kind.problems, folder));
  const near = nearest(name, ids);
  const hint = near ? `did you mean ${near}?` : `scenes here: ${ids.join(', ') || 'none'}`;
  const found = kind.ok ? `${name} is a file, expected a scene's id or folder` : `there is no scene or folder ${name}`;
  throw new Refusal(inFile([problem('scene.not-found', [], `${found}; ${hint}`)], folder));
}

/** The JSON files of a folder, by name. */
export async function readSceneFiles(folder: string): Promise<ReadonlyMap<string, string>> {
  const listed = await listFolder(folder);
  if (!listed.ok) throw new Refusal(inFile(listed.problems, folder));
  const files = new Map<string, string>();
  const problems: FiledProblem[] = [];
  let bytesLeft = MOST_SCENE_BYTES;
  // Only JSON is the scene's: a picture or a page about it may lie beside.
  for (const name of listed.value.filter((each) => each.endsWith('.json'))) {
    const path = join(folder, name);
    const text = await readText(path, Math.min(MOST_FILE_BYTES, bytesLeft));
    if (!text.ok) problems.push(...inFile(text.problems, path));
    else {
      files.set(name, text.value);
      bytesLeft -= text.value.length;
    }
  }
  if (problems.length > 0) throw new Refusal(problems);
  return files;
}

async function readSceneFolder(folder: string): Promise<Scene> {
  const scene = readScene(await readSceneFiles(folder));
  if (scene.ok) return scene.value;
  throw new Refusal(
    scene.problems.map((each) => {
      const name = each.path[0];
      return { ...each, file: typeof name === 'string' ? join(folder, name) : folder };
    }),
  );
}

async function hasManifest(folder: string): Promise<boolean> {
  const kind = await kindOfPath(join(folder, MANIFEST));
  return kind.ok;
}

async function sceneIds(root: string): Promise<string[]> {
  const ids: string[] = [];
  const look = async (folder: string, prefix: string, depth: number): Promise<void> => {
    const listed = await listFolder(folder);
    if (!listed.ok) return;
    for (const name of listed.value) {
      const kind = await kindOfPath(join(folder, name));
      if (!kind.ok || kind.value !== 'folder') continue;
      if (await hasManifest(join(folder, name))) ids.push(prefix + name);
      else if (depth > 0) await look(join(folder, name), `${prefix}${name}/`, depth - 1);
    }
  };
  await look(join(root, 'scenes'), '', 1);
  return ids;
}
