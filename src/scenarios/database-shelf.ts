import { type DBSchema, type IDBPDatabase, openDB } from 'idb';
import { StateHash } from '../../sim';
import { readKept, writeKept } from './kept-scenario';
import type { Shelf, ShelfEntry } from './shelf';

const DATABASE = 'cityloom';
/** 2 keeps comparisons too. */
const DATABASE_VERSION = 2;
/** Copies of a scenario that are kept: should the newest turn out damaged, the one before it still stands. */
const COPIES_KEPT = 3;

/** One copy of a scenario: its text, and a checksum that a flipped bit does not pass. */
interface Copy {
  readonly id: string;
  readonly revision: number;
  readonly city: string;
  readonly text: string;
  readonly checksum: string;
}

/** The newest comparison of a scenario. */
interface ComparisonRow {
  readonly id: string;
  readonly text: string;
  readonly checksum: string;
}

interface Tables extends DBSchema {
  comparisons: { key: string; value: ComparisonRow };
  copies: { key: [string, number]; value: Copy; indexes: { city: string } };
}

export interface DatabaseEvents {
  /** Another tab wants a newer database than this page knows; this one has let go of its own. */
  onOutdated(): void;
}

/** The browser's own database; an exception where it is denied, newer than this page, or held by an old tab. */
export async function openDatabaseShelf({ onOutdated }: DatabaseEvents): Promise<Shelf> {
  const database = await openDB<Tables>(DATABASE, DATABASE_VERSION, {
    upgrade(opened, from) {
      if (from < 1) opened.createObjectStore('copies', { keyPath: ['id', 'revision'] }).createIndex('city', 'city');
      if (from < 2) opened.createObjectStore('comparisons', { keyPath: 'id' });
    },
    blocking(_current, _blocked, event) {
      (event.target as IDBDatabase).close();
      onOutdated();
    },
    terminated: onOutdated,
  });
  return databaseShelf(database);
}

function databaseShelf(database: IDBPDatabase<Tables>): Shelf {
  return {
    lasts: true,
    async list(city) {
      const copies = await database.getAllFromIndex('copies', 'city', city);
      const ids = [...new Set(copies.map(({ id }) => id))];
      return ids.map((id) =>
        entryOf(
          id,
          copies.filter((copy) => copy.id === id),
        ),
      );
    },
    async write(kept) {
      try {
        // Strict: acknowledged only when it is on the disk, not when it is in a cache.
        const transaction = database.transaction('copies', 'readwrite', { durability: 'strict' });
        const { store } = transaction;
        const revisions = (await store.getAllKeys(allOf(kept.id))).map(([, revision]) => revision);
        if (revisions.some((revision) => revision >= kept.revision)) {
          await transaction.done;
          return 'overtaken';
        }
        const text = writeKept(kept);
        const copy = { id: kept.id, revision: kept.revision, city: kept.city, text, checksum: sumOf(text) };
        const old = revisions.sort((a, b) => b - a).slice(COPIES_KEPT - 1);
        await Promise.all([store.put(copy), ...old.map((revision) => store.delete([kept.id, revision]))]);
        await transaction.done;
        return 'written';
      } catch {
        return 'refused';
      }
    },
    async remove(id) {
      try {
        const transaction = database.transaction('copies', 'readwrite', { durability: 'strict' });
        await transaction.store.delete(allOf(id));
        await transaction.done;
        return true;
      } catch {
        return false;
      }
    },
    async comparisonOf(id) {
      try {
        const row = await database.get('comparisons', id);
        return row && row.checksum === sumOf(row.text) ? row.text : null;
      } catch {
        return null;
      }
    },
    async keepComparison(id, text) {
      try {
        const transaction = database.transaction(['comparisons', 'copies'], 'readwrite');
        const comparisons = transaction.objectStore('comparisons');
        // A deleted scenario can be had back for a while, its comparison with it; here it is gone for good.
        const kept = new Set((await transaction.objectStore('copies').getAllKeys()).map(([each]) => each));
        const gone = (await comparisons.getAllKeys()).filter((each) => !kept.has(each));
        await Promise.all([
          comparisons.put({ id, text, checksum: sumOf(text) }),
          ...gone.map((each) => comparisons.delete(each)),
        ]);
        await transaction.done;
        return true;
      } catch {
        return false;
      }
    },
  };
}

/** The newest copy that reads; a newer product's record is left as it is. */
function entryOf(id: string, copies: readonly Copy[]): ShelfEntry {
  const newestFirst = copies.toSorted((a, b) => b.revision - a.revision);
  const newest = newestFirst[0];
  for (const { text, checksum } of newestFirst) {
    if (sumOf(text) !== checksum) continue;
    const read = readKept(text);
    // What is written next goes on from the newest number, damaged or not.
    if (read.ok)
      return { kind: 'kept', kept: { ...read.value, revision: newest.revision }, isOlderCopy: text !== newest.text };
    if (read.problems[0].code === 'kept.newer') return { kind: 'newer', id, text };
  }
  return { kind: 'damaged', id, text: newest.text };
}

function allOf(id: string): IDBKeyRange {
  return IDBKeyRange.bound([id, 0], [id, Number.POSITIVE_INFINITY]);
}

function sumOf(text: string): string {
  return new StateHash().text(text).digest();
}
