import { StateHash } from '../../sim';
import { readKept } from './kept-scenario';
import type { ShelfEntry } from './shelf';

/** One copy of a scenario: its text, and a checksum that a flipped bit does not pass. */
export interface Copy {
  readonly id: string;
  readonly revision: number;
  readonly city: string;
  readonly text: string;
  readonly checksum: string;
}

/** What all copies of a city's scenarios come to: of each scenario the newest that reads. */
export function entriesOf(copies: readonly Copy[]): readonly ShelfEntry[] {
  const ids = [...new Set(copies.map(({ id }) => id))];
  return ids.map((id) =>
    entryOf(
      id,
      copies.filter((copy) => copy.id === id),
    ),
  );
}

/** A newer product's record is left as it is. */
function entryOf(id: string, copies: readonly Copy[]): ShelfEntry {
  const newestFirst = copies.toSorted((a, b) => b.revision - a.revision);
  const newest = newestFirst[0];
  for (const { text, checksum } of newestFirst) {
    if (typeof text !== 'string' || sumOf(text) !== checksum) continue;
    const read = readKept(text);
    // What is written next goes on from the newest number, damaged or not.
    if (read.ok)
      return { kind: 'kept', kept: { ...read.value, revision: newest.revision }, isOlderCopy: text !== newest.text };
    if (read.problems[0].code === 'kept.newer') return { kind: 'newer', id, text };
  }
  return { kind: 'damaged', id, text: String(newest.text) };
}

export function sumOf(text: string): string {
  return new StateHash().text(text).digest();
}
