import type { KeptScenario } from './kept-scenario';

/** A scenario that stands on the shelf, or why it cannot be taken off it. */
export type ShelfEntry =
  | {
      readonly kind: 'kept';
      readonly kept: KeptScenario;
      /** Its newest copy is damaged; this is the one before. */
      readonly isOlderCopy: boolean;
    }
  /** Written by a newer Cityloom: not to be opened, not to be lost. */
  | { readonly kind: 'newer'; readonly id: string; readonly text: string }
  /** None of its copies can be read. */
  | { readonly kind: 'damaged'; readonly id: string; readonly text: string };

export type WriteAnswer =
  | 'written'
  /** Another tab has written since: what is here is no longer the newest, and writing would lose the other's. */
  | 'overtaken'
  /** The disk is full, or the database was taken away. */
  | 'refused';

/** Where a city's scenarios are kept. Every write is whole or not at all. */
export interface Shelf {
  /** Whether what is written outlives this page. */
  readonly lasts: boolean;
  list(city: string): Promise<readonly ShelfEntry[]>;
  /** Answers once it is on the disk. */
  write(kept: KeptScenario): Promise<WriteAnswer>;
  remove(id: string): Promise<boolean>;
  /** The newest comparison of a scenario, as text; null where there is none, or none that is whole. */
  comparisonOf(id: string): Promise<string | null>;
  keepComparison(id: string, text: string): Promise<boolean>;
}
