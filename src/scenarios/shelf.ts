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
  /** The disk, or what the browser grants of it, is full. */
  | 'full'
  /** There is no database, or it was taken away, or it is not ours to write. */
  | 'refused';

export interface WriteHow {
  /** The revision that the disk had when this one was made from it, 0 for none: another is another tab's. */
  readonly base: number;
  /** It is what the city opens with next time. */
  readonly isOpen: boolean;
}

/** Where a city's scenarios are kept. Every write is whole or not at all. */
export interface Shelf {
  list(city: string): Promise<readonly ShelfEntry[]>;
  /** Answers once it is on the disk. */
  write(kept: KeptScenario, how: WriteHow): Promise<WriteAnswer>;
  remove(id: string): Promise<boolean>;
  /** Which scenario of a city was open last: '' for the city as it is, null where nobody has said. */
  openLast(city: string): Promise<string | null>;
  noteOpen(city: string, id: string): Promise<void>;
  /** The newest comparison of a scenario, as text; null where there is none, or none that is whole. */
  comparisonOf(id: string): Promise<string | null>;
  keepComparison(id: string, text: string): Promise<boolean>;
}
