import { HOST_IS_LITTLE_ENDIAN, swapElements } from './byte-order';
import { FIELDS, type FieldName, MAGIC } from './codec-format';

type NumberArray = Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array | Int32Array;

const FIRST_CAPACITY_BYTES = 1_024;
const MAX_COUNT = 0xffffffff;

/** Writes one piece of state; a value that its field cannot hold throws instead of being cut. */
export class Encoder {
  #bytes: Uint8Array<ArrayBuffer>;
  #view: DataView;
  #length = 0;

  /** Where much is written, room for it from the beginning spares copying it while it grows; too much room costs nothing. */
  constructor(kind: string, version: number, roomBytes = FIRST_CAPACITY_BYTES) {
    this.#bytes = new Uint8Array(roomBytes);
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
    if (Number.isNaN(value)) this.#writeNan(at, 8);
    else this.#view.setFloat64(at, value, true);
    return this;
  }

  bool(value: boolean): this {
    return this.u8(value ? 1 : 0);
  }

  text(value: string): this {
    let at = this.#open('text', value.length);
    for (let i = 0; i < value.length; i++, at += 2) this.#view.setUint16(at, value.charCodeAt(i), true);
    return this;
  }

  bytes(value: Uint8Array): this {
    return this.#array('bytes', value, value.length);
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

  /** A copy of what was written, in a buffer of its own size, fit for transfer. */
  finish(): Uint8Array<ArrayBuffer> {
    return this.#bytes.slice(0, this.#length);
  }

  #array(field: FieldName, values: NumberArray, count: number): this {
    requireInteger(count, 0, values.length);
    const start = this.#open(field, count);
    const lengthBytes = count * values.BYTES_PER_ELEMENT;
    this.#bytes.set(new Uint8Array(values.buffer, values.byteOffset, lengthBytes), start);
    if (!HOST_IS_LITTLE_ENDIAN) {
      swapElements(this.#bytes.subarray(start, start + lengthBytes), values.BYTES_PER_ELEMENT);
    }
    if (values instanceof Float64Array) this.#settleNans(values, count, start);
    else if (values instanceof Float32Array) this.#settleNans32(values, count, start);
    return this;
  }

  /** One loop a width: a loop over either runs at a fraction of the pace. */
  #settleNans(values: Float64Array, count: number, start: number): void {
    for (let i = 0; i < count; i++) if (Number.isNaN(values[i])) this.#writeNan(start + i * 8, 8);
  }

  #settleNans32(values: Float32Array, count: number, start: number): void {
    for (let i = 0; i < count; i++) if (Number.isNaN(values[i])) this.#writeNan(start + i * 4, 4);
  }

  /** The quiet NaN without sign or payload: processors disagree about both. */
  #writeNan(at: number, width: number): void {
    this.#bytes.fill(0, at, at + width);
    this.#view.setUint16(at + width - 2, width === 8 ? 0x7ff8 : 0x7fc0, true);
  }

  #open(field: FieldName, count: number): number {
    const { tag, elementBytes } = FIELDS[field];
    this.u8(tag).u32(count);
    return this.#grow(count * elementBytes);
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

function requireInteger(value: number, least: number, most: number): void {
  if (!Number.isInteger(value) || value < least || value > most) {
    throw new RangeError(`met ${value}, expected a whole number from ${least} to ${most}`);
  }
}
