const SMALL = 16;
const FORBIDDEN: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype']);

/**
 * The names met so far in one object. Most objects have a handful: those are compared by a quick hash, as places in the
 * text, without a string being made. From the seventeenth name on a set takes over; its hash is the engine's, seeded,
 * so a hostile file cannot aim at it.
 */
export class JsonNames {
  readonly #text: string;
  #count = 0;
  readonly #starts = new Int32Array(SMALL);
  readonly #ends = new Int32Array(SMALL);
  readonly #hashes = new Int32Array(SMALL);
  readonly #decoded: (string | undefined)[] = [];
  #set: Set<string> | undefined;
  #lastStart = 0;
  #lastEnd = 0;
  #lastDecoded: string | undefined;

  constructor(text: string) {
    this.#text = text;
  }

  clear(): void {
    this.#count = 0;
    this.#set = undefined;
  }

  isEmpty(): boolean {
    return this.#count === 0;
  }

  /** The name between two places of the text, which holds no escape; false if the object has it already. */
  add(start: number, end: number, hash: number): boolean {
    return this.#enter(start, end, hash, undefined);
  }

  /** A name with escapes counts as what it means: "\u0061" is "a". */
  addEscaped(start: number, end: number): boolean {
    const decoded = JSON.parse(this.#text.slice(start - 1, end + 1)) as string;
    let hash = 0;
    for (let i = 0; i < decoded.length; i++) hash = (Math.imul(hash, 31) + decoded.charCodeAt(i)) | 0;
    return this.#enter(start, end, hash, decoded);
  }

  last(): string {
    return this.#lastDecoded ?? this.#text.slice(this.#lastStart, this.#lastEnd);
  }

  lastIsForbidden(): boolean {
    const length = this.#lastDecoded?.length ?? this.#lastEnd - this.#lastStart;
    return (length === 9 || length === 11) && FORBIDDEN.has(this.last());
  }

  #enter(start: number, end: number, hash: number, decoded: string | undefined): boolean {
    this.#lastStart = start;
    this.#lastEnd = end;
    this.#lastDecoded = decoded;
    const count = this.#count++;
    if (count >= SMALL) return this.#enterSet(count);
    const hashes = this.#hashes;
    let isNew = true;
    for (let i = 0; i < count; i++) {
      if (hashes[i] === hash && this.#nameAt(i) === this.last()) isNew = false;
    }
    this.#starts[count] = start;
    this.#ends[count] = end;
    hashes[count] = hash;
    this.#decoded[count] = decoded;
    return isNew;
  }

  #enterSet(count: number): boolean {
    if (this.#set === undefined) {
      this.#set = new Set();
      for (let i = 0; i < Math.min(count, SMALL); i++) this.#set.add(this.#nameAt(i));
    }
    const before = this.#set.size;
    return this.#set.add(this.last()).size > before;
  }

  #nameAt(i: number): string {
    return this.#decoded[i] ?? this.#text.slice(this.#starts[i], this.#ends[i]);
  }
}
