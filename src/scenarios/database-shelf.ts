import { type DBSchema, type IDBPDatabase, type IDBPTransaction, openDB } from 'idb';
import type { KeptScenario } from './kept-scenario';
import { writeKept } from './kept-scenario';
import type { Shelf, WriteAnswer, WriteHow } from './shelf';
import { type Copy, entriesOf, sumOf } from './shelf-copies';

export const DATABASE = 'cityloom';
/** 2 keeps comparisons too; 3 which scenario of a city was open. A change brings a stored example to tests/app-scenarios/kept. */
const DATABASE_VERSION = 3;
/** Copies of a scenario that are kept: should the newest turn out damaged, the one before it still stands. */
const COPIES_KEPT = 3;

/** The newest comparison of a scenario. */
interface ComparisonRow {
  readonly id: string;
  readonly text: string;
  readonly checksum: string;
}

export interface Tables extends DBSchema {
  comparisons: { key: string; value: ComparisonRow };
  copies: { key: [string, number]; value: Copy; indexes: { city: string } };
  /** By city. */
  opened: { key: string; value: string };
}

type Writing = IDBPTransaction<Tables, ('copies' | 'opened')[], 'readwrite'>;

export interface DatabaseEvents {
  /** An older tab holds the database and does not let go; it opens as soon as that tab is closed. */
  onHeld(): void;
  /** A newer page wants the database. What is on its way is to be written before this answers; then this one lets go. */
  onOutdated(): Promise<void>;
  /** The browser has taken the database away: its data were cleared, or it failed. */
  onGone(): void;
}

/** The browser's own database; an exception where it is denied, or newer than this page. */
export async function openDatabaseShelf({ onHeld, onOutdated, onGone }: DatabaseEvents): Promise<Shelf> {
  const database = await openDB<Tables>(DATABASE, DATABASE_VERSION, {
    upgrade(opened, from) {
      if (from < 1) opened.createObjectStore('copies', { keyPath: ['id', 'revision'] }).createIndex('city', 'city');
      if (from < 2) opened.createObjectStore('comparisons', { keyPath: 'id' });
      if (from < 3) opened.createObjectStore('opened');
    },
    blocked: onHeld,
    blocking(_current, _blocked, event) {
      void onOutdated().finally(() => (event.target as IDBDatabase).close());
    },
    terminated: onGone,
  });
  return databaseShelf(database);
}

function databaseShelf(database: IDBPDatabase<Tables>): Shelf {
  return {
    list: async (city) => entriesOf(await database.getAllFromIndex('copies', 'city', city)),
    async write(kept, how) {
      try {
        return await writeCopy(database, kept, how);
      } catch (error) {
        return isQuota(error) ? 'full' : 'refused';
      }
    },
    remove: (id) =>
      answered(async () => {
        const transaction = database.transaction('copies', 'readwrite', { durability: 'strict' });
        await Promise.all([transaction.store.delete(allOf(id)), transaction.done]);
      }),
    async openLast(city) {
      try {
        return (await database.get('opened', city)) ?? null;
      } catch {
        return null;
      }
    },
    async noteOpen(city, id) {
      await answered(() => database.put('opened', id, city));
    },
    async comparisonOf(id) {
      try {
        const row = await database.get('comparisons', id);
        return row && row.checksum === sumOf(row.text) ? row.text : null;
      } catch {
        return null;
      }
    },
    keepComparison: (id, text) =>
      answered(async () => {
        const transaction = database.transaction(['comparisons', 'copies'], 'readwrite');
        const { done } = transaction;
        done.catch(() => undefined);
        const comparisons = transaction.objectStore('comparisons');
        // A deleted scenario can be had back for a while, its comparison with it; here it is gone for good.
        const kept = new Set((await transaction.objectStore('copies').getAllKeys()).map(([each]) => each));
        const gone = (await comparisons.getAllKeys()).filter((each) => !kept.has(each));
        await Promise.all([
          comparisons.put({ id, text, checksum: sumOf(text) }),
          ...gone.map((each) => comparisons.delete(each)),
          done,
        ]);
      }),
  };
}

async function writeCopy(database: IDBPDatabase<Tables>, kept: KeptScenario, how: WriteHow): Promise<WriteAnswer> {
  // Strict: acknowledged only when it is on the disk, not when it is in a cache.
  const transaction = database.transaction(['copies', 'opened'], 'readwrite', { durability: 'strict' });
  const end = transaction.done.then(
    () => null,
    (error: unknown) => error ?? new Error('met a write that was broken off'),
  );
  try {
    const answer = await putCopy(transaction, kept, how);
    const broken = await end;
    if (broken === null) return answer;
    throw broken;
  } catch (error) {
    // Requests of a write that breaks off only say that it did; why, its end says.
    throw (await end) ?? error;
  }
}

async function putCopy(transaction: Writing, kept: KeptScenario, { base, isOpen }: WriteHow): Promise<WriteAnswer> {
  const copies = transaction.objectStore('copies');
  const revisions = (await copies.getAllKeys(allOf(kept.id))).map(([, revision]) => revision);
  const text = writeKept(kept);
  const newest = Math.max(...revisions);
  if (newest > base) {
    // What had been written when the database was taken away may be brought a second time.
    const isThere = newest === kept.revision && (await copies.get([kept.id, newest]))?.text === text;
    return isThere ? 'written' : 'overtaken';
  }
  const copy = { id: kept.id, revision: kept.revision, city: kept.city, text, checksum: sumOf(text) };
  const old = revisions.sort((a, b) => b - a).slice(COPIES_KEPT - 1);
  await copies.put(copy);
  if (isOpen) await transaction.objectStore('opened').put(kept.id, kept.city);
  for (const revision of old) await copies.delete([kept.id, revision]);
  return 'written';
}

async function answered(act: () => Promise<unknown>): Promise<boolean> {
  try {
    await act();
    return true;
  } catch {
    return false;
  }
}

function isQuota(error: unknown): boolean {
  return error instanceof Error && error.name === 'QuotaExceededError';
}

function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
}
