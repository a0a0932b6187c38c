import { HOST_IS_LITTLE_ENDIAN, swapElements } from './byte-order';
import { CodecError, FIELDS, type FieldName, MAGIC, MOST_SAME, SAME } from './codec-format';

const UNITS_PER_CHUNK = 4_096; // arguments of one String.fromCharCode call, well below every engine's limit

/** Reads what an Encoder wrote, in the same order. Whatever does not fit throws a CodecError before it allocates. */
export class Decoder {
  readonly version: number;
  readonly #bytes: Uint8Array;
  readonly #view: DataView;
  #at = 0;

  /** Accepts the versions from `oldest` to `newest`, one version unless told; `version` says which it met. */
  constructor(bytes: Uint8Array, kind: string, oldest: number, newest = oldest) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const magic = this.u32();
    if (magic !== MAGIC) throw new CodecError(`met 0x${magic.toString(16)} at byte 0, expected saved state ('CLOM')`);
    const metKind = this.text();
    if (metKind !== kind) throw new CodecError(`met state of kind '${metKind}', expected '${kind}'`);
    this.version = this.u32();
    if (this.version < oldest || this.version > newest) {
      const expected = oldest === newest ? `${newest}` : `${oldest} to ${newest}`;
      throw new CodecError(`met version ${this.version} of '${kind}', expected ${expected}`);
    }
  }

  u8(): number {
    return this.#view.getUint8(this.#take(1, 'u8'));
  }

  u16(): number {
    return this.#view.getUint16(this.#take(2, 'u16'), true);
  }

  u32(): number {
    return this.#view.getUint32(this.#take(4, 'u32'), true);
  }

  i32(): number {
    return this.#view.getInt32(this.#take(4, 'i32'), true);
  }

  f64(): number {
    return this.#view.getFloat64(this.#take(8, 'f64'), true);
  }

  bool(): boolean {
    const at = this.#at;
    const value = this.u8();
    if (value > 1) throw new CodecError(`met ${value} at byte ${at}, expected a bool, 0 or 1`);
    return value === 1;
  }

  text(): string {
    const units = this.#array('text', (count) => new Uint16Array(count));
    let text = '';
    for (let from = 0; from < units.length; from += UNITS_PER_CHUNK) {
      text += String.fromCharCode(...units.subarray(from, from + UNITS_PER_CHUNK));
    }
    return text;
  }

  bytes(): Uint8Array<ArrayBuffer> {
    return this.#array('bytes', (count) => new Uint8Array(count));
  }

  /** Arrays come new, or are read into the beginning of one that is handed in: then the part that was read is returned. */
  float64s(into?: Float64Array): Float64Array {
    return this.#array('float64s', (count) => room(into, count) ?? new Float64Array(count));
  }

  float32s(into?: Float32Array): Float32Array {
    return this.#array('float32s', (count) => room(into, count) ?? new Float32Array(count));
  }

  uint32s(into?: Uint32Array): Uint32Array {
    return this.#array('uint32s', (count) => room(into, count) ?? new Uint32Array(count));
  }

  uint16s(into?: Uint16Array): Uint16Array {
    return this.#array('uint16s', (count) => room(into, count) ?? new Uint16Array(count));
  }

  uint8s(into?: Uint8Array): Uint8Array {
    return this.#array('uint8s', (count) => room(into, count) ?? new Uint8Array(count));
  }

  int32s(into?: Int32Array): Int32Array {
    return this.#array('int32s', (count) => room(into, count) ?? new Int32Array(count));
  }

  /** Says that everything was read; bytes left over mean that writer and reader disagree. */
  end(): void {
    const left = this.#bytes.length - this.#at;
    if (left > 0) throw new CodecError(`met ${left} bytes left over at byte ${this.#at}, expected the end`);
  }

  #array<A extends Float64Array | Float32Array | Uint32Array | Uint16Array | Uint8Array | Int32Array>(
    field: FieldName,
    target: (count: number) => A,
  ): A {
    const { tag, elementBytes } = FIELDS[field];
    const at = this.#at;
    const metTag = this.u8();
    const isSame = metTag === (tag | SAME) && field !== 'text' && field !== 'bytes';
    if (metTag !== tag && !isSame) throw new CodecError(`met ${nameOfTag(metTag)} at byte ${at}, expected ${field}`);
    const count = this.u32();
    if (isSame && (count === 0 || count > MOST_SAME)) {
      throw new CodecError(
        `met ${count} elements of ${field} that are the same at byte ${at}, expected 1 to ${MOST_SAME}`,
      );
    }
    const written = isSame ? 1 : count;
    const lengthBytes = written * elementBytes;
    const start = this.#take(lengthBytes, `${written} elements of ${field}`);
    const values = target(count);
    const bytes = new Uint8Array(values.buffer, values.byteOffset, lengthBytes);
    bytes.set(this.#bytes.subarray(start, start + lengthBytes));
    if (!HOST_IS_LITTLE_ENDIAN) swapElements(bytes, elementBytes);
    if (isSame) values.fill(values[0]);
    return values;
  }

  #take(lengthBytes: number, what: string): number {
    const at = this.#at;
    const left = this.#bytes.length - at;
    if (lengthBytes > left) {
      throw new CodecError(`met the end ${left} bytes after byte ${at}, expected ${what} (${lengthBytes} bytes)`);
    }
    this.#at = at + lengthBytes;
    return at;
  }
}

function room<A extends { readonly length: number; subarray(from: number, to: number): A }>(
  into: A | undefined,
  count: number,
): A | undefined {
  if (into === undefined) return undefined;
  if (count > into.length) throw new CodecError(`met ${count} values, expected at most ${into.length}`);
  return into.subarray(0, count);
}

function nameOfTag(tag: number): string {
  const entry = Object.entries(FIELDS).find(([, field]) => field.tag === tag);
  return entry === undefined ? `0x${tag.toString(16)}` : entry[0];
}
