import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeUtf8, stringifyStable } from '../../sim/kernel/json';

describe('UTF-8 from outside', () => {
  it('comes back as the text it was, of any length and alphabet', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 100 }),
        fc.constantFrom(0, 8_190, 8_191, 8_192, 20_000),
        (text, lead) => {
          const whole = 'x'.repeat(lead) + text;
          expect(decodeUtf8(new TextEncoder().encode(whole))).toEqual({ ok: true, value: whole, warnings: [] });
        },
      ),
      { numRuns: 200 },
    );
  });

  it('is refused exactly when a strict decoder refuses it', () => {
    const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
    const near = fc.constantFrom(
      0x00,
      0x41,
      0x7f,
      0x80,
      0x8f,
      0x90,
      0x9f,
      0xa0,
      0xbf,
      0xc0,
      0xc1,
      0xc2,
      0xdf,
      0xe0,
      0xed,
      0xef,
      0xf0,
      0xf4,
      0xf5,
      0xff,
    );
    fc.assert(
      fc.property(fc.array(near, { maxLength: 8 }), (list) => {
        const bytes = Uint8Array.from(list);
        let expected: string | undefined;
        try {
          expected = strict.decode(bytes);
        } catch {}
        const result = decodeUtf8(bytes);
        expect(result.ok ? result.value : undefined).toBe(expected);
      }),
      { numRuns: 3_000 },
    );
  });

  it('names the bytes and where they are', () => {
    const result = decodeUtf8(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d));
    expect(result.ok ? [] : result.problems).toEqual([
      { severity: 'error', code: 'json.not-utf8', path: [], message: 'bytes ff fe 7d at offset 1 are not UTF-8' },
    ]);
  });
});

describe('canonical JSON', () => {
  it('is the same for equal values, however their keys came in', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = stringifyStable(value);
        expect(stringifyStable(reversed(value))).toBe(text);
        expect(stringifyStable(JSON.parse(text))).toBe(text);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  it('sorts keys, writes no spaces, and leaves out what is undefined', () => {
    expect(stringifyStable({ b: [1, -0, 1e21], a: { z: null, y: 'é\n' }, u: undefined })).toBe(
      '{"a":{"y":"é\\n","z":null},"b":[1,0,1e+21]}',
    );
  });

  it('throws on what JSON would lose', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    const sparse = [1, undefined];
    for (const bad of [
      Number.NaN,
      Number.POSITIVE_INFINITY,
      undefined,
      () => 0,
      1n,
      new Date(0),
      new Map(),
      Float64Array.of(1),
      cycle,
      sparse,
    ]) {
      expect(() => stringifyStable({ bad: [bad] })).toThrow(TypeError);
    }
  });
});

/** The same value with every object's keys in the opposite order. */
function reversed(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, item]) => [key, reversed(item)] as const);
  return Object.fromEntries(entries.reverse());
}
