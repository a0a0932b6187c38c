import { openDB } from 'idb';
import { DATABASE, type Tables } from './database-shelf';
import type { Shelf } from './shelf';
import { entriesOf } from './shelf-copies';

/** A newer Cityloom's database: what this page can read of it can be looked at and kept as a file; nothing is written. */
export async function newerDatabase(city: string): Promise<Shelf> {
  const database = await openDB<Tables>(DATABASE);
  const entries = await database
    .getAllFromIndex('copies', 'city', city)
    .then(entriesOf)
    // Newer ones may keep scenarios in another way.
    .catch(() => []);
  database.close();
  return {
    list: async () => entries,
    write: async () => 'refused',
    remove: async () => false,
    openLast: async () => null,
    noteOpen: async () => undefined,
    comparisonOf: async () => null,
    keepComparison: async () => false,
  };
}
