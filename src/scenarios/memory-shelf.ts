import type { KeptScenario } from './kept-scenario';
import type { Shelf } from './shelf';

/** Where the browser gives no database: as long as the page lives, and the page says so. */
export function memoryShelf(): Shelf {
  const all = new Map<string, KeptScenario>();
  const comparisons = new Map<string, string>();
  return {
    lasts: false,
    list: async (city) =>
      [...all.values()]
        .filter((kept) => kept.city === city)
        .map((kept) => ({ kind: 'kept', kept, isOlderCopy: false })),
    write: async (kept) => {
      all.set(kept.id, kept);
      return 'written';
    },
    remove: async (id) => all.delete(id),
    comparisonOf: async (id) => comparisons.get(id) ?? null,
    keepComparison: async (id, text) => {
      comparisons.set(id, text);
      return true;
    },
  };
}
