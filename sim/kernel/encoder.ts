import { HOST_IS_LITTLE_ENDIAN, swapElements } from './byte-order';
import { FIELDS, type FieldName, MAGIC, MOST_SAME, SAME } from './codec-format';

type NumberArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array | Int32Array;

const FIRST_CAPACITY_BYTES = 1_024;
/** Shorter arrays are copied as they are written; a list of longer ones costs less than copying them twice. */
const LONG_BYTES = 2_048;
const MAX_COUNT = 0xffffffff;

/** What belongs after so many of the bytes that were copied. */
interface Part {
  readonly at: number;
  readonly from: NumberArray | Encoder;
  readonly count: number;
}

/**
 * Writes one piece of state; a value that its field cannot hold throws instead of being cut. A long array is not copied
 * but read when all is put together: until then nobody changes it. So a large state is copied once, and hashed without
 * being copied at all.
 */
export class Encoder {
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #length = 0;
  readonly #parts: Part[] = [];
  #partBytes = 0;

  constructor(kind: string, version: number) {
    this.#bytes = new Uint8Array(FIRST_CAPACITY_BYTES);
    this.#view = new DataView(this.#bytes.buffer);
    this.u32(MAGIC).text(kind).u32(version);
  }

  u8(value: number): this {
    requireInteger(value, 0, 0xff);
    const at = this.#grow(1);
    this.#bytes[at] = value;
    return this;
  }

  u16(value: number): this {
    requireInteger(value, 0, 0xffff);
    const at = this.#grow(2);
    this.#view.setUint16(at, value, true);
    return this;
  }

  u32(value: number): this {
    requireInteger(value, 0, MAX_COUNT);
    const at = this.#grow(4);
    this.#view.setUint32(at, value, true);
    return this;
  }

  i32(value: number): this {
    requireInteger(value, -0x80000000, 0x7fffffff);
    const at = this.#grow(4);
    this.#view.setInt32(at, value, true);
    return this;
  }

  f64(value: number): this {
    const at = this.#grow(8);
    if (Number.isNaN(value)) writeNan(this.#bytes, at, 8);
    else this.#view.setFloat64(at, value, true);
    return this;
  }

  bool(value: boolean): this {
    return this.u8(value ? 1 : 0);
  }

  text(value: string): this {
    this.#head('text', value.length);
    let at = this.#grow(2 * value.length);
    for (let i = 0; i < value.length; i++, at += 2) this.#view.setUint16(at, value.charCodeAt(i), true);
    return this;
  }

  /** Bytes, or what another writes. */
  bytes(value: Uint8Array | Encoder): this {
    if (!(value instanceof Encoder)) return this.#array('bytes', value, value.length);
    this.#head('bytes', value.lengthBytes);
    return this.#part(value, 0, value.lengthBytes);
  }

  /** Arrays write their first `count` values, all of them unless told. */
  float64s(values: Float64Array, count = values.length): this {
    return this.#array('float64s', values, count);
  }

  float32s(values: Float32Array, count = values.length): this {
    return this.#array('float32s', values, count);
  }

  uint32s(values: Uint32Array, count = values.length): this {
    return this.#array('uint32s', values, count);
  }

  uint16s(values: Uint16Array, count = values.length): this {
    return this.#array('uint16s', values, count);
  }

  uint8s(values: Uint8Array, count = values.length): this {
    return this.#array('uint8s', values, count);
  }

  int32s(values: Int32Array, count = values.length): this {
    return this.#array('int32s', values, count);
  }

  get lengthBytes(): number {
    return this.#length + this.#partBytes;
  }

  /** All that was written, in order, piece by piece; a piece is only to be read, and only now. */
  pieces(visit: (bytes: Uint8Array) => void): void {
    let done = 0;
    for (const { at, from, count } of this.#parts) {
      if (at > done) visit(this.#bytes.subarray(done, at));
      done = at;
      if (from instanceof Encoder) from.pieces(visit);
      else if (count > 0) visit(settled(from, count));
    }
    if (this.#length > done) visit(this.#bytes.subarray(done, this.#length));
  }

  /**
   * A copy of what was written, in a buffer of its own size, fit for transfer; or in memory that its owner is done with,
   * if it fits: to be given 40 MB of new memory costs more than all else about saving them.
   */
  finish(done?: ArrayBuffer): Uint8Array<ArrayBuffer> {
    const { lengthBytes } = this;
    const all = fits(done, lengthBytes) ? new Uint8Array(done, 0, lengthBytes) : new Uint8Array(lengthBytes);
    let at = 0;
    this.pieces((bytes) => {
      all.set(bytes, at);
      at += bytes.length;
    });
    return all;
  }

  #array(field: FieldName, values: NumberArray, count: number): this {
    requireInteger(count, 0, values.length);
    const lengthBytes = count * values.BYTES_PER_ELEMENT;
    if (lengthBytes < LONG_BYTES) {
      this.#head(field, count);
      return this.#elements(values, count);
    }
    if (count <= MOST_SAME && areSame(values, count)) {
      this.u8(FIELDS[field].tag | SAME).u32(count);
      return this.#elements(values, 1);
    }
    this.#head(field, count);
    return this.#part(values, count, lengthBytes);
  }

  #elements(values: NumberArray, count: number): this {
    const start = this.#grow(count * values.BYTES_PER_ELEMENT);
    this.#bytes.set(settled(values, count), start);
    return this;
  }

  #part(from: NumberArray | Encoder, count: number, lengthBytes: number): this {
    this.#parts.push({ at: this.#length, from, count });
    this.#partBytes += lengthBytes;
    return this;
  }

  #head(field: FieldName, count: number): void {
    this.u8(FIELDS[field].tag).u32(count);
  }

  /** Makes room for so many bytes and returns where they begin. */
  #grow(lengthBytes: number): number {
    const at = this.#length;
    const needed = at + lengthBytes;
    if (needed > this.#bytes.length) {
      const wider = new Uint8Array(Math.max(needed, 2 * this.#bytes.length));
      wider.set(this.#bytes.subarray(0, at));
      this.#bytes = wider;
      this.#view = new DataView(wider.buffer);
    }
    this.#length = needed;
    return at;
  }
}

/** Large enough, and not so large that most of it would be held for nothing. */
function fits(done: ArrayBuffer | undefined, lengthBytes: number): done is ArrayBuffer {
  return done !== undefined && lengthBytes <= done.byteLength && done.byteLength <= 2 * lengthBytes;
}

/** The bytes of an array as they are saved: little-endian, every NaN the same. Its own memory where that is so already. */
function settled(values: NumberArray, count: number): Uint8Array {
  const own = new Uint8Array(values.buffer, values.byteOffset, count * values.BYTES_PER_ELEMENT);
  const isFloat = values instanceof Float64Array || values instanceof Float32Array;
  const firstNan = values instanceof Float64Array ? nanIn(values, count) : isFloat ? nanIn32(values, count) : -1;
  if (HOST_IS_LITTLE_ENDIAN && firstNan < 0) return own;
  const bytes = own.slice();
  const width = values.BYTES_PER_ELEMENT;
  if (!HOST_IS_LITTLE_ENDIAN) swapElements(bytes, width);
  if (firstNan >= 0) {
    for (let i = firstNan; i < count; i++) if (Number.isNaN(values[i])) writeNan(bytes, i * width, width);
  }
  return bytes;
}

/** Bit for bit: −0 is not 0. */
function areSame(values: NumberArray, count: number): boolean {
  const width = values.BYTES_PER_ELEMENT;
  if (width < 4) {
    for (let i = 1; i < count; i++) if (values[i] !== values[0]) return false;
    return true;
  }
  const step = width / 4;
  const words = new Int32Array(values.buffer, values.byteOffset, count * step);
  for (let i = step; i < words.length; i++) if (words[i] !== words[i - step]) return false;
  return true;
}

/** One loop a width: a loop over either runs at a fraction of the pace. */
function nanIn(values: Float64Array, count: number): number {
  for (let i = 0; i < count; i++) if (Number.isNaN(values[i])) return i;
  return -1;
}

function nanIn32(values: Float32Array, count: number): number {
  for (let i = 0; i < count; i++) if (Number.isNaN(values[i])) return i;
  return -1;
}

/** The quiet NaN without sign or payload: processors disagree about both. */
function writeNan(bytes: Uint8Array, at: number, width: number): void {
  bytes.fill(0, at, at + width);
  bytes[at + width - 1] = 0x7f;
  bytes[at + width - 2] = width === 8 ? 0xf8 : 0xc0;
}

function requireInteger(value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`met ${value}, expected a whole number from ${least} to ${most}`);
  }
}
