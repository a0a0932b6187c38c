import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { swapElements } from '../../sim/kernel/byte-order';
import { CodecError, Decoder, Encoder } from '../../sim/kernel/codec';
import { hashBytes } from '../../sim/kernel/hash';

const integer = (min: number, max: number) => fc.integer({ min, max });
const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)) });

/** One arbitrary field: how to write it, how to read it, what should come back. */
const field = fc.oneof(
  integer(0, 0xff).map((value) => ({ name: 'u8' as const, value })),
  integer(0, 0xffff).map((value) => ({ name: 'u16' as const, value })),
  integer(0, 0xffffffff).map((value) => ({ name: 'u32' as const, value })),
  integer(-0x80000000, 0x7fffffff).map((value) => ({ name: 'i32' as const, value })),
  fc.double().map((value) => ({ name: 'f64' as const, value })),
  fc.boolean().map((value) => ({ name: 'bool' as const, value })),
  text.map((value) => ({ name: 'text' as const, value })),
  fc.uint8Array().map((value) => ({ name: 'bytes' as const, value })),
  fc.float64Array().map((value) => ({ name: 'float64s' as const, value })),
  fc.float32Array().map((value) => ({ name: 'float32s' as const, value })),
  fc.uint32Array().map((value) => ({ name: 'uint32s' as const, value })),
  fc.uint16Array().map((value) => ({ name: 'uint16s' as const, value })),
  fc.uint8Array().map((value) => ({ name: 'uint8s' as const, value })),
  fc.int32Array().map((value) => ({ name: 'int32s' as const, value })),
);
type Field = typeof field extends fc.Arbitrary<infer F> ? F : never;

function write(fields: readonly Field[], version = 3): Uint8Array<ArrayBuffer> {
  const encoder = new Encoder('test', version);
  for (const { name, value } of fields) (encoder[name] as (value: unknown) => Encoder)(value);
  return encoder.finish();
}

function read(bytes: Uint8Array, fields: readonly Field[]): unknown[] {
  const decoder = new Decoder(bytes, 'test', 1, 3);
  const values = fields.map(({ name }) => decoder[name]());
  decoder.end();
  return values;
}

describe('the state codec', () => {
  it('gives back any sequence of fields, wherever the bytes lie', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 12 }), fc.nat(9), (fields, offset) => {
        const bytes = write(fields);
        const elsewhere = new Uint8Array(bytes.length + offset);
        elsewhere.set(bytes, offset);
        expect(read(elsewhere.subarray(offset), fields)).toEqual(fields.map(({ value }) => value));
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes and the same hash whether long arrays and what others write are put together or passed on', () => {
    const long = fc.float64Array({ minLength: 200, maxLength: 600 });
    fc.assert(
      fc.property(
        fc.array(field, { maxLength: 6 }),
        long,
        fc.array(field, { maxLength: 6 }),
        (before, values, after) => {
          const inner = () => {
            const encoder = new Encoder('inner', 1);
            for (const { name, value } of before) (encoder[name] as (value: unknown) => Encoder)(value);
            return encoder.float64s(values).u8(7);
          };
          const outer = (content: Uint8Array | Encoder) => {
            const encoder = new Encoder('outer', 1).bytes(content);
            for (const { name, value } of after) (encoder[name] as (value: unknown) => Encoder)(value);
            return encoder.float64s(values, 150);
          };
          const bytes = outer(inner().finish()).finish();
          expect(outer(inner()).finish()).toEqual(bytes);
          expect(outer(inner()).lengthBytes).toBe(bytes.length);
          expect(hashBytes(outer(inner()))).toBe(hashBytes(bytes));
          const read = new Decoder(bytes, 'outer', 1).bytes();
          expect(read).toEqual(inner().finish());
        },
      ),
      { numRuns: 100 },
    );
  });

  it('writes a long array of the same once, gives it back bit by bit, and takes no more from a file than it may', () => {
    const once = fc.oneof(fc.double(), fc.constantFrom(0, -0, Number.NaN, Number.POSITIVE_INFINITY));
    fc.assert(
      fc.property(once, fc.integer({ min: 600, max: 5_000 }), (value, count) => {
        const values = new Float64Array(count).fill(value);
        const bytes = new Encoder('test', 1).float64s(values).int32s(new Int32Array(count).fill(-7)).finish();
        expect(bytes.length).toBeLessThan(100);
        const decoder = new Decoder(bytes, 'test', 1);
        const into = new Float64Array(count + 3);
        const read = decoder.float64s(into);
        expect(read.length).toBe(count);
        expect(read.every((each) => Object.is(each, value))).toBe(true);
        expect(into[count]).toBe(0);
        expect(decoder.int32s().every((each) => each === -7)).toBe(true);
        decoder.end();
        // One that differs in a bit alone is written out.
        values[count - 1] = Object.is(value, 0) ? -0 : 0;
        const other = new Decoder(new Encoder('test', 1).float64s(values).finish(), 'test', 1).float64s();
        expect(Object.is(other[count - 1], values[count - 1])).toBe(true);
      }),
      { numRuns: 100 },
    );
    const greedy = new Encoder('test', 1).uint8s(new Uint8Array(3_000)).finish();
    const at = greedy.length - 5;
    new DataView(greedy.buffer).setUint32(at, 0xffffffff, true);
    expect(() => new Decoder(greedy, 'test', 1).uint8s()).toThrow(CodecError);
  });

  it('refuses what is cut off at any byte, and what is too long by one', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 6 }), (fields) => {
        const bytes = write(fields);
        for (let length = 0; length < bytes.length; length++) {
          expect(() => read(bytes.subarray(0, length), fields)).toThrow(CodecError);
        }
        expect(() => read(Uint8Array.of(...bytes, 0), fields)).toThrow(/1 bytes left over/);
      }),
      { numRuns: 60 },
    );
  });

  it('answers any damage with other values or a CodecError, never with anything else', () => {
    fc.assert(
      fc.property(fc.array(field, { maxLength: 6 }), fc.nat(), fc.nat(255), (fields, pick, byte) => {
        const bytes = write(fields);
        bytes[pick % bytes.length] = byte;
        try {
          read(bytes, fields);
        } catch (error) {
          expect(error).toBeInstanceOf(CodecError);
        }
      }),
      { numRuns: 300 },
    );
  });

  it('names what it met and what it expected', () => {
    const bytes = write([], 3);
    expect(() => new Decoder(bytes, 'other', 3)).toThrow("met state of kind 'test', expected 'other'");
    expect(() => new Decoder(bytes, 'test', 1, 2)).toThrow("met version 3 of 'test', expected 1 to 2");
    expect(() => new Decoder(bytes, 'test', 4)).toThrow("met version 3 of 'test', expected 4");
    expect(() => new Decoder(new TextEncoder().encode('PK\x03\x04 a zip'), 'test', 3)).toThrow(
      /met 0x4034b50 at byte 0/,
    );
    const floats = write([{ name: 'float64s', value: Float64Array.of(1) }]);
    expect(() => new Decoder(floats, 'test', 3).uint32s()).toThrow(/met float64s at byte \d+, expected uint32s/);
    expect(() => new Decoder(write([{ name: 'u8', value: 2 }]), 'test', 3).bool()).toThrow(/met 2 .* expected a bool/);
  });

  it('holds a declared count against the bytes that are left before it makes room', () => {
    const forged = new Encoder('test', 3).u8(0xa2).u32(0xffffffff).f64(1).finish();
    expect(() => new Decoder(forged, 'test', 3).float64s()).toThrow(/4294967295 elements of float64s/);
  });

  it('puts all together in memory that is done with, where that fits', () => {
    const packed = () => new Encoder('test', 1).float64s(Float64Array.from({ length: 400 }, (_, i) => i));
    const fresh = packed().finish();
    for (const [bytes, taken] of [
      [fresh.length - 1, false],
      [fresh.length, true],
      [2 * fresh.length, true],
      [2 * fresh.length + 1, false],
    ] as const) {
      const done = new Uint8Array(bytes).fill(0xff).buffer;
      const again = packed().finish(done);
      expect(again.buffer === done).toBe(taken);
      expect(again).toEqual(fresh);
    }
  });

  it('writes the first values of an array that is not full, and reads them into one that is larger', () => {
    const bytes = new Encoder('test', 3).float64s(Float64Array.of(1, 2, 3, 4), 2).finish();
    const into = Float64Array.of(9, 9, 9);
    expect([...new Decoder(bytes, 'test', 3).float64s(into)]).toEqual([1, 2]);
    expect([...into]).toEqual([1, 2, 9]);
    expect(() => new Decoder(bytes, 'test', 3).float64s(new Float64Array(1))).toThrow(CodecError);
  });

  it('writes every NaN as the same bytes', () => {
    const strange64 = new Float64Array(Uint32Array.of(1, 0xfff80000, 0, 0x3ff00000).buffer);
    const strange32 = new Float32Array(Uint32Array.of(0xffc00001, 0x3f800000).buffer);
    const met = new Encoder('test', 3).float64s(strange64).float32s(strange32).f64(strange64[0]).finish();
    const expected = new Encoder('test', 3)
      .float64s(Float64Array.of(Number.NaN, 1))
      .float32s(Float32Array.of(Number.NaN, 1))
      .f64(Number.NaN)
      .finish();
    expect(met).toEqual(expected);
    expect([...new Decoder(met, 'test', 3).float64s()]).toEqual([Number.NaN, 1]);
  });

  it('refuses a value that its field cannot hold', () => {
    const encoder = new Encoder('test', 3);
    for (const bad of [-1, 256, 0.5, Number.NaN]) expect(() => encoder.u8(bad)).toThrow(RangeError);
    for (const bad of [-1, 2 ** 32, 0.5]) expect(() => encoder.u32(bad)).toThrow(RangeError);
    expect(() => encoder.float64s(new Float64Array(2), 3)).toThrow(RangeError);
  });

  it('lies little-endian: the bytes are these', () => {
    const bytes = new Encoder('k', 1).u16(0x1234).f64(1).uint32s(Uint32Array.of(0xdeadbeef)).finish();
    expect(Buffer.from(bytes).toString('hex')).toBe(
      `${'434c4f4d'}${'a0010000006b00'}${'01000000'}${'3412'}${'000000000000f03f'}${'a401000000efbeadde'}`,
    );
  });

  it('turns elements around for machines of the other order', () => {
    fc.assert(
      fc.property(fc.float64Array({ noNaN: true }), (values) => {
        const bytes = new Uint8Array(values.slice().buffer);
        swapElements(bytes, 8);
        const view = new DataView(bytes.buffer);
        for (let i = 0; i < values.length; i++) expect(view.getFloat64(i * 8, false)).toBe(values[i]);
      }),
    );
  });

  it('brings large arrays back whole', () => {
    const values = new Float64Array(2_000_000).fill(1.5); // 16 MB
    const bytes = new Encoder('test', 3).float64s(values).finish();
    const back = new Decoder(bytes, 'test', 3).float64s();
    expect(back.length).toBe(values.length);
  });
});
