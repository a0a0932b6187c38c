import { StateHash } from '../kernel';
import type { Scene } from './schema/scene';

/**
 * The hash of what a scene says: the same for files written in another order or layout, another for any changed fact.
 * Keys are sorted; lists whose entries have ids are sorted by id unless their order means something, and so are the few
 * lists of bare names that stand for a set. Every value carries its type and length, so that no two scenes run together.
 */
export function canonicalHash(scene: Scene): string {
  const sink = new Sink();
  writeValue(scene, '', 0, sink);
  return sink.digest();
}

/** Lanes go from kerb to middle, views as they are shown, vehicles of one moment one after another: moving one changes a fact. */
const ORDERED_LISTS = new Set(['lanes', 'views', 'departures', 'flows']);
const SETS_OF_NAMES = new Set(['files', 'allows', 'major', 'foes', 'yieldsTo', 'waitsFor']);

const NULL = 0;
const FALSE = 1;
const TRUE = 2;
const NUMBER = 3;
const TEXT = 4;
const LIST = 5;
const RECORD = 6;

function writeValue(value: unknown, key: string, depth: number, sink: Sink): void {
  if (typeof value === 'number') {
    sink.byte(NUMBER);
    sink.float64(value === 0 ? 0 : value); // −0 is written as 0 by whoever saves the file again
  } else if (typeof value === 'string') {
    sink.byte(TEXT);
    sink.text(value);
  } else if (Array.isArray(value)) {
    const list = inCanonicalOrder(value, key);
    sink.byte(LIST);
    sink.uint32(list.length);
    for (let i = 0; i < list.length; i++) writeValue(list[i], '', depth + 1, sink);
  } else if (typeof value === 'object' && value !== null) {
    writeRecord(value as Record<string, unknown>, depth, sink);
  } else if (value === null) sink.byte(NULL);
  else if (typeof value === 'boolean') sink.byte(value ? TRUE : FALSE);
  else throw new TypeError(`met a ${typeof value} in a scene, expected what JSON can hold`);
}

/** A record's keys, sorted once for all that follow with the same ones: nearly every list is of one kind. */
class SortedKeys {
  #last: readonly string[] = [];
  #sorted: readonly string[] = [];

  of(record: Record<string, unknown>): readonly string[] {
    const keys = Object.keys(record);
    const isAsBefore = keys.length === this.#last.length && keys.every((key, i) => key === this.#last[i]);
    if (!isAsBefore) {
      this.#last = keys;
      this.#sorted = keys.toSorted();
    }
    return keys.some((key) => record[key] === undefined)
      ? this.#sorted.filter((key) => record[key] !== undefined)
      : this.#sorted;
  }
}

function writeRecord(record: Record<string, unknown>, depth: number, sink: Sink): void {
  const keys = sink.sortedKeys(depth).of(record);
  sink.byte(RECORD);
  sink.uint32(keys.length);
  for (const key of keys) {
    sink.text(key);
    writeValue(record[key], key, depth + 1, sink);
  }
}

function inCanonicalOrder(list: readonly unknown[], key: string): readonly unknown[] {
  if (list.length < 2 || ORDERED_LISTS.has(key)) return list;
  if (typeof list[0] === 'string') return SETS_OF_NAMES.has(key) ? list.toSorted() : list;
  if (!list.every(hasId)) return list;
  return (list as readonly { id: string }[]).toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}

function hasId(entry: unknown): boolean {
  return typeof entry === 'object' && entry !== null && typeof (entry as { id?: unknown }).id === 'string';
}

const SINK_BYTES = 1 << 16;

/** Gathers small writes, because the hash is quick over long stretches and slow over single numbers. */
class Sink {
  readonly #hash = new StateHash();
  readonly #bytes = new Uint8Array(SINK_BYTES);
  readonly #view = new DataView(this.#bytes.buffer);
  readonly #sortedKeys: SortedKeys[] = [];
  #used = 0;

  /** Of the records at one depth: those within them do not come between. */
  sortedKeys(depth: number): SortedKeys {
    this.#sortedKeys[depth] ??= new SortedKeys();
    return this.#sortedKeys[depth];
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#used++] = value;
  }

  uint32(value: number): void {
    this.#reserve(4);
    this.#view.setUint32(this.#used, value, true);
    this.#used += 4;
  }

  float64(value: number): void {
    this.#reserve(8);
    this.#view.setFloat64(this.#used, value, true);
    this.#used += 8;
  }

  text(value: string): void {
    this.uint32(value.length);
    const fits = 2 * value.length <= SINK_BYTES;
    if (fits) this.#reserve(2 * value.length);
    for (let i = 0; i < value.length; i++) {
      if (!fits) this.#reserve(2);
      const unit = value.charCodeAt(i);
      this.#bytes[this.#used++] = unit;
      this.#bytes[this.#used++] = unit >>> 8;
    }
  }

  digest(): string {
    this.#flush();
    return this.#hash.digest();
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes > SINK_BYTES) this.#flush();
  }

  #flush(): void {
    this.#hash.update(this.#bytes.subarray(0, this.#used));
    this.#used = 0;
  }
}
