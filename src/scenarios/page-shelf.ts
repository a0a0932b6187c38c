import type { KeptScenario } from './kept-scenario';
import type { Shelf, ShelfEntry, WriteAnswer } from './shelf';

/**
 * The shelf as a page sees it. What the database does not take (there is none, its disk is full, it was taken away) is
 * held here, stands in the list with the rest, and is brought to it again: nothing that was made is dropped by half.
 */
export interface PageShelf extends Shelf {
  /** What only this page has. */
  held(): readonly KeptScenario[];
  /** Brings all that is held to the database again. */
  bringAgain(): Promise<readonly { readonly kept: KeptScenario; readonly answer: WriteAnswer }[]>;
  /** The database has come late, or has come back. */
  settle(database: Shelf): void;
}

/** Without a database everything is held, as long as the page lives. */
export function pageShelf(first: Shelf | null): PageShelf {
  let database = first;
  /** Each with the revision that the disk has of it. */
  const held = new Map<string, { readonly kept: KeptScenario; readonly base: number }>();
  const comparisons = new Map<string, string>();
  const listed = new Map<string, readonly ShelfEntry[]>();
  const openIds = new Map<string, string>();

  const write: Shelf['write'] = async (kept, { base: known, isOpen }) => {
    if (isOpen) openIds.set(kept.city, kept.id);
    const base = held.get(kept.id)?.base ?? known;
    const answer = database ? await database.write(kept, { base, isOpen }) : 'refused';
    if (answer === 'full' || answer === 'refused') held.set(kept.id, { kept, base });
    else held.delete(kept.id);
    return answer;
  };
  return {
    held: () => [...held.values()].map(({ kept }) => kept),
    async list(city) {
      // A database that was closed under the page is known from when it was last read.
      const read = await (database?.list(city) ?? Promise.resolve([])).catch(() => listed.get(city) ?? []);
      listed.set(city, read);
      const mine = [...held.values()].filter(({ kept }) => kept.city === city);
      return [
        ...read.filter((entry) => !held.has(entry.kind === 'kept' ? entry.kept.id : entry.id)),
        ...mine.map(({ kept }) => ({ kind: 'kept', kept, isOlderCopy: false }) as const),
      ];
    },
    write,
    async remove(id) {
      const was = held.get(id);
      held.delete(id);
      const isRemoved = (await database?.remove(id)) ?? true;
      return isRemoved || was !== undefined;
    },
    openLast: async (city) => openIds.get(city) ?? (await database?.openLast(city)) ?? null,
    async noteOpen(city, id) {
      openIds.set(city, id);
      await database?.noteOpen(city, id);
    },
    comparisonOf: async (id) => comparisons.get(id) ?? (await database?.comparisonOf(id)) ?? null,
    async keepComparison(id, text) {
      const isKept = (await database?.keepComparison(id, text)) ?? false;
      if (isKept) comparisons.delete(id);
      else comparisons.set(id, text);
      return isKept;
    },
    async bringAgain() {
      const told: { kept: KeptScenario; answer: WriteAnswer }[] = [];
      for (const { kept, base } of [...held.values()]) {
        told.push({ kept, answer: await write(kept, { base, isOpen: openIds.get(kept.city) === kept.id }) });
      }
      return told;
    },
    settle(arrived) {
      database = arrived;
    },
  };
}
