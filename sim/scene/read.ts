import { fail, parseJson, type Result, succeed } from '../kernel';
import { checkFileNames, promisedFiles } from './file-names';
import { migrateScene, type RawFiles } from './migrations';
import { ProblemList } from './problem-list';
import { checkRules } from './rules';
import { manifest } from './schema/manifest';
import { type Scene, type SceneFileName, sceneFiles } from './schema/scene';
import { validate } from './validate';

/** A file of 64 MiB or five million values is a mistake or an attack, not a city of this format. */
const FILE_LIMITS = { maxBytes: 64 * 1024 * 1024, maxValues: 5_000_000 };
/** A demand that lists a million vehicles one by one is larger. */
const DEMAND_LIMITS = { maxBytes: 128 * 1024 * 1024, maxValues: 20_000_000 };
const MOST_FILES = 100;

/**
 * The files of a scene by name, as text, to a scene; or every problem, each with its path from the file's name on. Two
 * passes over each file, of which `progress` hears, and one over what they say of each other.
 */
export function readScene(files: ReadonlyMap<string, string>, progress?: (share: number) => void): Result<Scene> {
  const list = new ProblemList();
  if (files.size > MOST_FILES) {
    list.error('scene.too-many-files', [], `expected at most ${MOST_FILES} files, found ${files.size}`);
    return fail(list.errors());
  }
  const unread = new Set<string>();
  const passes = 2 * files.size + 1;
  const parsed = parseFiles(files, unread, list, (done) => progress?.(done / passes));
  if (!files.has('scene.json')) {
    list.error('scene.absent-file', ['scene.json'], 'expected the manifest of the scene, found no such file');
  }
  if (!parsed.has('scene.json')) return fail(list.errors());

  // Names, keys and rules are those of the newest version; what an older one called a file is settled by now.
  const migrated = migrateScene(parsed);
  if (!migrated.ok) {
    list.addAll(migrated.problems, []);
    return fail(list.errors());
  }
  const raw = migrated.value;
  let checked = 0;
  for (const [name, value] of raw) {
    const schema = name === 'scene.json' ? manifest : sceneFiles[name as SceneFileName];
    if (name === 'scene.json' || Object.hasOwn(sceneFiles, name)) validate(schema, value, [name], list);
    progress?.((files.size + ++checked) / passes);
  }
  checkRules(raw, new Set([...unread, ...promisedFiles(raw)]), list);
  checkFileNames(raw, unread, list);

  if (list.errorCount > 0) return fail([...list.errors(), ...list.warnings]);
  return succeed(assemble(raw), list.warnings);
}

/**
 * The same files as a scene, unjudged: for who waits for another's judgement before he shows what he made of it. Throws
 * where nothing can be read.
 */
export function readUnjudged(files: ReadonlyMap<string, string>): Scene {
  const migrated = migrateScene(new Map([...files].map(([name, text]) => [name, JSON.parse(text) as unknown])));
  if (!migrated.ok) throw new Error(migrated.problems.map(({ message }) => message).join('\n'));
  return assemble(migrated.value);
}

/** `unread` receives the names of files whose text gave no value: what they name is unknown, not absent. */
function parseFiles(
  files: ReadonlyMap<string, string>,
  unread: Set<string>,
  list: ProblemList,
  parsedSoFar: (count: number) => void,
): RawFiles {
  const parsed = new Map<string, unknown>();
  for (const [name, text] of files) {
    const json = parseJson(text, name === 'demand.json' ? DEMAND_LIMITS : FILE_LIMITS);
    if (json.ok) {
      parsed.set(name, json.value);
    } else {
      unread.add(name);
      list.addAll(json.problems, [name.slice(0, 80)]);
    }
    parsedSoFar(parsed.size + unread.size);
  }
  return parsed;
}

function assemble(raw: RawFiles): Scene {
  const scene: Record<string, unknown> = { manifest: raw.get('scene.json') };
  for (const [name, value] of raw) if (name !== 'scene.json') scene[name.slice(0, -'.json'.length)] = value;
  return scene as unknown as Scene;
}
