import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { checksumOf } from '../../sim';

/** What a scene's files are: their names and texts. */
export type SceneTexts = readonly (readonly [name: string, text: string])[];

/** A city that somebody has brought to this browser. */
export interface OwnScene {
  readonly id: string;
  readonly name: { readonly zh: string; readonly en: string };
  readonly characters: number;
  readonly broughtMs: number;
}

interface FilesRow {
  readonly id: string;
  readonly files: SceneTexts;
  readonly checksum: string;
}

/** A list can be read without the cities themselves, which have megabytes. */
interface Tables extends DBSchema {
  about: { key: string; value: OwnScene };
  files: { key: string; value: FilesRow };
}

const DATABASE = 'cityloom.scenes';
const DATABASE_VERSION = 1;

export type SceneWriteAnswer = 'written' | 'full' | 'refused';

/** Each call opens the database and lets it go: cities come once in a while, and no tab holds another back. */
async function within<T>(act: (database: IDBPDatabase<Tables>) => Promise<T>): Promise<T> {
  const database = await openDB<Tables>(DATABASE, DATABASE_VERSION, {
    upgrade(opened) {
      opened.createObjectStore('about', { keyPath: 'id' });
      opened.createObjectStore('files', { keyPath: 'id' });
    },
  });
  try {
    return await act(database);
  } finally {
    database.close();
  }
}

/** Those that this browser keeps, the newest first; none where it keeps nothing. */
export async function ownScenes(): Promise<readonly OwnScene[]> {
  try {
    const all = await within((database) => database.getAll('about'));
    return all.sort((a, b) => b.broughtMs - a.broughtMs);
  } catch {
    return [];
  }
}

/** A city's files as they were brought; null where there are none, or not whole. */
export async function filesOfOwnScene(id: string): Promise<SceneTexts | null> {
  try {
    const row = await within((database) => database.get('files', id));
    return row && row.checksum === sumOf(row.files) ? row.files : null;
  } catch {
    return null;
  }
}

/** Both rows or neither; one of the same name is replaced. */
export async function keepOwnScene(about: Omit<OwnScene, 'characters'>, files: SceneTexts): Promise<SceneWriteAnswer> {
  const characters = files.reduce((sum, [, text]) => sum + text.length, 0);
  try {
    await within(async (database) => {
      const transaction = database.transaction(['about', 'files'], 'readwrite', { durability: 'strict' });
      await Promise.all([
        transaction.objectStore('about').put({ ...about, characters }),
        transaction.objectStore('files').put({ id: about.id, files, checksum: sumOf(files) }),
        transaction.done,
      ]);
    });
    return 'written';
  } catch (error) {
    return error instanceof Error && error.name === 'QuotaExceededError' ? 'full' : 'refused';
  }
}

export async function removeOwnScene(id: string): Promise<void> {
  try {
    await within(async (database) => {
      const transaction = database.transaction(['about', 'files'], 'readwrite');
      await Promise.all([
        transaction.objectStore('about').delete(id),
        transaction.objectStore('files').delete(id),
        transaction.done,
      ]);
    });
  } catch {
    // What cannot be opened keeps nothing either.
  }
}

function sumOf(files: SceneTexts): string {
  const encoder = new TextEncoder();
  return files.reduce((sum, [name, text]) => checksumOf(encoder.encode(`${sum}\n${name}\n${text}`)), '');
}
