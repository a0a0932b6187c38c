import 'fake-indexeddb/auto';
import { deleteDB, openDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { StateHash, stringifyStable } from '../../sim';
import type { KeptScenario } from '../../src/scenarios/kept-scenario';
import { newerDatabase } from '../../src/scenarios/newer-database';
import { pageShelf } from '../../src/scenarios/page-shelf';
import type { Shelf } from '../../src/scenarios/shelf';
import { keptOf } from '../../src/state/scenarios';
import { aDatabase } from './a-database';
import { city, next, scenarioWith, writeNext } from './a-scenario';
import first from './kept/database-1.json';
import second from './kept/database-2.json';
import third from './kept/database-3.json';

afterEach(() => deleteDB('cityloom'));

describe('a database of an earlier Cityloom', () => {
  it.each([first, second, third])('of version $version is taken over whole', async ({ version, stores }) => {
    const old = await openDB('cityloom', version, {
      upgrade(fresh) {
        fresh.createObjectStore('copies', { keyPath: ['id', 'revision'] }).createIndex('city', 'city');
        if (version > 1) fresh.createObjectStore('comparisons', { keyPath: 'id' });
        if (version > 2) fresh.createObjectStore('opened');
      },
    });
    for (const [store, rows] of Object.entries(stores)) {
      for (const { key, value } of rows as { key?: string; value: unknown }[]) await old.put(store, value, key);
    }
    old.close();
    const shelf = await aDatabase();
    const entries = await shelf.list(city);
    // What came out of the product that wrote it; another figure means that its scenarios are no longer read as they were.
    expect(new StateHash().text(stringifyStable(entries)).digest()).toBe('76f760142df0d725');
    expect(entries.map(({ kind }) => kind)).toEqual(['kept', 'kept']);
    const [{ id }] = keptOf(entries);
    expect(await shelf.openLast(city)).toBe(version > 2 ? id : null);
    expect(await shelf.comparisonOf(id)).toBe(version > 1 ? '{"version":1}' : null);
    expect(await writeNext(shelf, next(keptOf(entries)[0]))).toBe('written');
  });
});

describe('a newer Cityloom’s database', () => {
  const isNewer = (fresh: Parameters<NonNullable<Parameters<typeof openDB>[2]>['upgrade'] & object>[0]) =>
    fresh.createObjectStore('copies', { keyPath: ['id', 'revision'] }).createIndex('city', 'city');

  it('is read and not written: what is made here is held by the page', async () => {
    const kept = scenarioWith(2);
    await writeNext(await aDatabase(), kept);
    const rows = await rowsOf('copies');
    await deleteDB('cityloom');
    const newer = await openDB('cityloom', 99, { upgrade: isNewer });
    for (const row of rows) await newer.put('copies', row);
    newer.close();
    await expect(aDatabase()).rejects.toThrow(/version/i);
    const shelf = pageShelf(await newerDatabase(city));
    expect(keptOf(await shelf.list(city))).toEqual([kept]);
    expect(await writeNext(shelf, { ...next(kept), name: 'here' })).toBe('refused');
    expect(keptOf(await shelf.list(city)).map(({ name }) => name)).toEqual(['here']);
    expect(await rowsOf('copies')).toEqual(rows);
  });
});

describe('a damaged record', () => {
  it('of a thousand with one flipped bit each is never taken for sound: the copy before it stands', async () => {
    const shelf = await aDatabase();
    const before = { ...scenarioWith(2), name: 'before' };
    const newest = { ...next(before), name: 'newest' };
    await writeNext(shelf, before);
    await writeNext(shelf, newest);
    const sound = (await rowsOf('copies')) as { revision: number; text: string }[];
    const row = sound[1];
    const database = await openDB('cityloom');
    const letters = new TextEncoder().encode(row.text);
    const seen = new Set<string>();
    for (let i = 0; i < 1_000; i++) {
      const bytes = letters.slice();
      bytes[(i * 7_919) % bytes.length] ^= 1 << (i % 8);
      await database.put('copies', { ...row, text: new TextDecoder().decode(bytes) });
      const [entry] = await shelf.list(city);
      seen.add(entry.kind === 'kept' ? `${entry.kept.name} ${entry.isOlderCopy}` : entry.kind);
    }
    database.close();
    expect([...seen]).toEqual(['before true']);
  });

  it('without the text that it should have leaves the others readable', async () => {
    const shelf = await aDatabase();
    const [one, other] = [scenarioWith(1), scenarioWith(2, 2)];
    await writeNext(shelf, one);
    await writeNext(shelf, other, false);
    const database = await openDB('cityloom');
    const row = await database.get('copies', [one.id, 1]);
    await database.put('copies', { ...row, text: { not: 'a text' } });
    database.close();
    expect((await shelf.list(city)).map(({ kind }) => kind).sort()).toEqual(['damaged', 'kept']);
  });
});

describe('a write that breaks off', () => {
  /** Requests of the database, counted; the one that is to fail does so as a full disk does. */
  let calls = 0;
  let failing = Number.POSITIVE_INFINITY;
  beforeEach(() => {
    calls = 0;
    failing = Number.POSITIVE_INFINITY;
    for (const name of ['put', 'delete', 'getAllKeys', 'get'] as const) {
      const real = IDBObjectStore.prototype[name] as (...of: unknown[]) => IDBRequest;
      vi.spyOn(IDBObjectStore.prototype, name).mockImplementation(function (this: IDBObjectStore, ...of: unknown[]) {
        const request = real.apply(this, of);
        if (calls++ === failing) (this.transaction as unknown as Breakable)._abort('QuotaExceededError');
        return request as never;
      });
    }
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('at whichever of its requests leaves what was acknowledged, and the page holds the rest', async () => {
    const requests = await requestsOfAWrite();
    expect(requests).toBeGreaterThan(2);
    for (let at = 0; at < requests; at++) {
      await deleteDB('cityloom');
      const shelf = pageShelf(await aDatabase());
      const acknowledged = await grown(shelf);
      calls = 0;
      failing = at;
      expect(await writeNext(shelf, next(acknowledged)), `request ${at}`).toBe('full');
      failing = Number.POSITIVE_INFINITY;
      expect(keptOf(await (await aDatabase()).list(city))[0], `request ${at}`).toEqual(acknowledged);
      expect(shelf.held()).toEqual([next(acknowledged)]);
      expect(await shelf.bringAgain()).toMatchObject([{ answer: 'written' }]);
      expect(keptOf(await (await aDatabase()).list(city))[0].revision).toBe(acknowledged.revision + 1);
    }
  });

  async function requestsOfAWrite(): Promise<number> {
    const shelf = await aDatabase();
    const kept = await grown(shelf);
    calls = 0;
    await writeNext(shelf, next(kept));
    return calls;
  }
});

/** How the database of these tests breaks a transaction off, with the reason that a browser would give. */
interface Breakable {
  _abort(reason: string): void;
}

/** A scenario with as many copies as are kept, so that the next write drops one. */
async function grown(shelf: Shelf): Promise<KeptScenario> {
  let kept = scenarioWith(1);
  for (let i = 0; i < 3; i++) {
    kept = next(kept);
    expect(await writeNext(shelf, kept)).toBe('written');
  }
  return kept;
}

async function rowsOf(store: string): Promise<unknown[]> {
  const database = await openDB('cityloom');
  const rows = await database.getAll(store);
  database.close();
  return rows;
}
