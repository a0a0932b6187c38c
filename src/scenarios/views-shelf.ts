import { type DBSchema, type IDBPDatabase, openDB } from 'idb';

/** A view that somebody keeps: where the camera stands, by a name of his own. */
export interface KeptView {
  readonly city: string;
  readonly id: string;
  readonly name: string;
  readonly x: number;
  readonly y: number;
  readonly distanceM: number;
  readonly headingDeg: number;
  readonly pitchDeg: number;
  /** When it was made, for their order. */
  readonly madeMs: number;
}

/** A database of its own beside that of the scenarios: what goes wrong with one does not touch the other. */
const DATABASE = 'cityloom-views';
const VERSION = 1;

interface Tables extends DBSchema {
  views: { key: [string, string]; value: KeptView; indexes: { city: string } };
}

let opening: Promise<IDBPDatabase<Tables>> | null = null;

function database(): Promise<IDBPDatabase<Tables>> {
  opening ??= openDB<Tables>(DATABASE, VERSION, {
    upgrade(made) {
      made.createObjectStore('views', { keyPath: ['city', 'id'] }).createIndex('city', 'city');
    },
    // Another page's newer version may have it; asked again, it is opened again.
    blocking: (_current, _blocked, event) => {
      (event.target as IDBDatabase).close();
      opening = null;
    },
    terminated: () => {
      opening = null;
    },
  });
  opening.catch(() => {
    opening = null;
  });
  return opening;
}

/** Those of a city, the oldest first; what cannot be read is left out. Rejects where there is no database. */
export async function keptViews(city: string): Promise<readonly KeptView[]> {
  const rows = await (await database()).getAllFromIndex('views', 'city', city);
  return rows.filter(isView).sort((a, b) => a.madeMs - b.madeMs || (a.id < b.id ? -1 : 1));
}

/** One at a time, so that two pages never write over each other's. Whether it is kept. */
export async function keepView(view: KeptView): Promise<boolean> {
  return answered(async () => void (await (await database()).put('views', view)));
}

export async function dropView({ city, id }: KeptView): Promise<boolean> {
  return answered(async () => void (await (await database()).delete('views', [city, id])));
}

async function answered(work: () => Promise<void>): Promise<boolean> {
  try {
    await work();
    return true;
  } catch {
    return false;
  }
}

function isView(row: KeptView): boolean {
  const { name, x, y, distanceM, headingDeg, pitchDeg, madeMs } = row;
  return typeof name === 'string' && [x, y, distanceM, headingDeg, pitchDeg, madeMs].every(Number.isFinite);
}
