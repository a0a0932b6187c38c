import { fail, problem, type Result, succeed } from '../kernel';
import { shown } from './problem-list';
import { SCENE_VERSION } from './schema/scene';

/** The files of a scene as their JSON says, by name, before any schema. */
export type RawFiles = ReadonlyMap<string, unknown>;

/**
 * One step of the format: files of version `from` to files of version `from + 1`, the manifest's version included.
 * Pure, and frozen with an old scene under test once it has shipped; a mistake in it is mended by the next step.
 */
export interface Migration {
  readonly from: number;
  migrate(files: RawFiles): RawFiles;
}

/** In order, from version 1 on; empty as long as there is one version. */
export const sceneMigrations: readonly Migration[] = [];

/** Brings files of any known version to the newest, a version at a time; refuses what it does not know by name. */
export function migrateScene(
  files: RawFiles,
  migrations: readonly Migration[] = sceneMigrations,
  newest: number = SCENE_VERSION,
): Result<RawFiles> {
  const found = versionOf(files);
  const oldest = newest - migrations.length;
  if (typeof found !== 'number' || !Number.isInteger(found)) {
    return refuse(`expected a version that is understood here, ${span(oldest, newest)}, found ${shown(found)}`);
  }
  if (found > newest) {
    return refuse(`this scene is of version ${found}, newer than ${newest}, the newest that is understood here`);
  }
  if (found < oldest) return refuse(`this scene is of version ${found}; the oldest that is understood is ${oldest}`);

  let current = files;
  for (let version = found; version < newest; version++) {
    const step = migrations.find((each) => each.from === version);
    if (step === undefined) throw new Error(`met no migration from version ${version}, expected one for each`);
    current = step.migrate(current);
    const reached = versionOf(current);
    if (reached !== version + 1) {
      throw new Error(`the migration from version ${version} left version ${shown(reached)}, expected ${version + 1}`);
    }
  }
  return succeed(current);
}

function versionOf(files: RawFiles): unknown {
  const manifest = files.get('scene.json');
  if (typeof manifest !== 'object' || manifest === null) return undefined;
  return Object.hasOwn(manifest, 'version') ? (manifest as { version: unknown }).version : undefined;
}

function refuse(message: string): Result<RawFiles> {
  return fail([problem('scene.version', ['scene.json', 'version'], message)]);
}

function span(oldest: number, newest: number): string {
  return oldest === newest ? String(newest) : `${oldest} to ${newest}`;
}
