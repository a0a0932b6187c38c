/**
 * MurmurHash3 x86 128 (Austin Appleby, public domain), streamed. It tells runs apart and finds accidents; it does not
 * withstand someone who forges a collision. Little-endian whatever the machine, so a hash means the same everywhere.
 */
import type { Encoder } from './encoder';

const C1 = 0x239b961b;
const C2 = 0xab0e9789;
const C3 = 0x38b34ae5;
const C4 = 0xa1e38b93;
const BLOCK_BYTES = 16;
/** A bounded loop: one that is made fast while it runs is thrown back to slow code at each of its ends, ever after. */
const MIXED_AT_ONCE = 256 * BLOCK_BYTES;

export class StateHash {
  readonly #parts = new Int32Array(4);
  #lengthBytes = 0;
  readonly #tail = new Uint8Array(BLOCK_BYTES);
  readonly #scalar = new Uint8Array(8);
  readonly #scalarView = new DataView(this.#scalar.buffer);

  constructor(seed = 0) {
    this.#parts.fill(seed);
  }

  update(bytes: Uint8Array): this {
    let at = 0;
    const held = this.#lengthBytes % BLOCK_BYTES;
    this.#lengthBytes += bytes.length;
    if (held > 0) {
      at = Math.min(BLOCK_BYTES - held, bytes.length);
      for (let i = 0; i < at; i++) this.#tail[held + i] = bytes[i];
      if (held + at < BLOCK_BYTES) return this;
      this.#mixBlocks(this.#tail, 0, BLOCK_BYTES);
    }
    const end = at + Math.floor((bytes.length - at) / BLOCK_BYTES) * BLOCK_BYTES;
    for (; at < end; at += MIXED_AT_ONCE) this.#mixBlocks(bytes, at, Math.min(end, at + MIXED_AT_ONCE));
    for (let i = end; i < bytes.length; i++) this.#tail[i - end] = bytes[i];
    return this;
  }

  uint32(value: number): this {
    this.#scalarView.setUint32(0, value, true);
    return this.update(this.#scalar.subarray(0, 4));
  }

  /** Every NaN counts as the same one: machines disagree about its sign and payload. −0 and 0 stay apart. */
  float64(value: number): this {
    writeCanonicalFloat64(this.#scalarView, 0, value);
    return this.update(this.#scalar);
  }

  /** The values of an array in order, as float64() takes them; its length is not part of the hash. */
  float64s(values: Float64Array): this {
    const bytes = new Uint8Array(Math.min(values.length, FLOATS_PER_CHUNK) * 8);
    const view = new DataView(bytes.buffer);
    for (let from = 0; from < values.length; from += FLOATS_PER_CHUNK) {
      const count = Math.min(FLOATS_PER_CHUNK, values.length - from);
      for (let i = 0; i < count; i++) writeCanonicalFloat64(view, i * 8, values[from + i]);
      this.update(bytes.subarray(0, count * 8));
    }
    return this;
  }

  /** Length, then UTF-16 units: 'ab' + 'c' differs from 'a' + 'bc'. */
  text(value: string): this {
    this.uint32(value.length);
    const bytes = new Uint8Array(value.length * 2);
    for (let i = 0; i < value.length; i++) {
      const unit = value.charCodeAt(i);
      bytes[2 * i] = unit;
      bytes[2 * i + 1] = unit >>> 8;
    }
    return this.update(bytes);
  }

  /** The first 64 of the 128 bits as 16 hexadecimal digits. More may be fed afterwards. */
  digest(): string {
    const words = this.words();
    return hex32(words[0]) + hex32(words[1]);
  }

  /** All 128 bits. */
  words(): Uint32Array {
    const tail = this.#tail;
    const held = this.#lengthBytes % BLOCK_BYTES;
    const padded = new Uint8Array(BLOCK_BYTES);
    for (let i = 0; i < held; i++) padded[i] = tail[i];

    // A word of the tail that has no byte mixes to 0 and leaves its part alone, as in the original's switch.
    const parts = this.#parts;
    let h1 = parts[0] ^ Math.imul(rotate(Math.imul(word(padded, 0), C1), 15), C2);
    let h2 = parts[1] ^ Math.imul(rotate(Math.imul(word(padded, 4), C2), 16), C3);
    let h3 = parts[2] ^ Math.imul(rotate(Math.imul(word(padded, 8), C3), 17), C4);
    let h4 = parts[3] ^ Math.imul(rotate(Math.imul(word(padded, 12), C4), 18), C1);

    const length = this.#lengthBytes | 0;
    h1 ^= length;
    h2 ^= length;
    h3 ^= length;
    h4 ^= length;
    h1 = (h1 + h2 + h3 + h4) | 0;
    h2 = finish(h2 + h1);
    h3 = finish(h3 + h1);
    h4 = finish(h4 + h1);
    h1 = finish(h1);
    h1 = (h1 + h2 + h3 + h4) | 0;
    return Uint32Array.of(h1, h2 + h1, h3 + h1, h4 + h1);
  }

  #mixBlocks(bytes: Uint8Array, from: number, to: number): void {
    const parts = this.#parts;
    let h1 = parts[0];
    let h2 = parts[1];
    let h3 = parts[2];
    let h4 = parts[3];
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
    for (let at = from; at < to; at += BLOCK_BYTES) {
      h1 ^= Math.imul(rotate(Math.imul(view.getInt32(at, true), C1), 15), C2);
      h1 = (Math.imul((rotate(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0;
      h2 ^= Math.imul(rotate(Math.imul(view.getInt32(at + 4, true), C2), 16), C3);
      h2 = (Math.imul((rotate(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0;
      h3 ^= Math.imul(rotate(Math.imul(view.getInt32(at + 8, true), C3), 17), C4);
      h3 = (Math.imul((rotate(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0;
      h4 ^= Math.imul(rotate(Math.imul(view.getInt32(at + 12, true), C4), 18), C1);
      h4 = (Math.imul((rotate(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0;
    }
    parts[0] = h1;
    parts[1] = h2;
    parts[2] = h3;
    parts[3] = h4;
  }
}

/** Of bytes, or of those that an encoder holds: they need not be put together for it. */
export function hashBytes(of: Uint8Array | Encoder, seed = 0): string {
  const hash = new StateHash(seed);
  if (of instanceof Uint8Array) hash.update(of);
  else of.pieces((bytes) => hash.update(bytes));
  return hash.digest();
}

const FLOATS_PER_CHUNK = 1_024;

function writeCanonicalFloat64(view: DataView, at: number, value: number): void {
  if (Number.isNaN(value)) {
    view.setUint32(at, 0, true);
    view.setUint32(at + 4, 0x7ff80000, true);
  } else {
    view.setFloat64(at, value, true);
  }
}

function word(bytes: Uint8Array, at: number): number {
  return bytes[at] | (bytes[at + 1] << 8) | (bytes[at + 2] << 16) | (bytes[at + 3] << 24);
}

function rotate(value: number, bits: number): number {
  return (value << bits) | (value >>> (32 - bits));
}

function finish(value: number): number {
  let h = value | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return h ^ (h >>> 16);
}

function hex32(value: number): string {
  return value.toString(16).padStart(8, '0');
}
