import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashBytes, StateHash } from '../../sim/kernel/hash';

const utf8 = (text: string) => new TextEncoder().encode(text);
const digest128 = (bytes: Uint8Array, seed = 0) => new Uint8Array(new StateHash(seed).update(bytes).words().buffer);

describe('the state hash', () => {
  it('has SMHasher’s verification value for MurmurHash3 x86 128, 0xB3ECE62A', () => {
    const all = new Uint8Array(256 * 16);
    for (let i = 0; i < 256; i++) {
      const key = Uint8Array.from({ length: i }, (_, byte) => byte);
      all.set(digest128(key, 256 - i), i * 16);
    }
    expect(new DataView(digest128(all).buffer).getUint32(0, true)).toBe(0xb3ece62a);
  });

  it('gives the same whether bytes come at once or in pieces', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.array(fc.nat(40), { maxLength: 12 }), (bytes, cuts) => {
        const pieces = new StateHash();
        let at = 0;
        for (const cut of cuts) {
          pieces.update(bytes.subarray(at, at + cut));
          at += cut;
        }
        pieces.update(bytes.subarray(Math.min(at, bytes.length)));
        expect(pieces.digest()).toBe(hashBytes(bytes));
      }),
    );
  });

  it('can be read on the way without disturbing what follows', () => {
    const read = new StateHash().text('a');
    read.digest();
    expect(read.text('b').digest()).toBe(new StateHash().text('a').text('b').digest());
  });

  it('changes with every single bit', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 1, maxLength: 64 }), fc.nat(), (bytes, pick) => {
        const changed = bytes.slice();
        const bit = pick % (bytes.length * 8);
        changed[bit >> 3] ^= 1 << (bit & 7);
        expect(hashBytes(changed)).not.toBe(hashBytes(bytes));
      }),
    );
  });

  it('takes every NaN for the same and tells −0 from 0', () => {
    const strange = new Float64Array(Uint32Array.of(1, 0xfff80000).buffer)[0];
    expect(new StateHash().float64(strange).digest()).toBe(new StateHash().float64(Number.NaN).digest());
    expect(new StateHash().float64(-0).digest()).not.toBe(new StateHash().float64(0).digest());
  });

  it('takes an array as its values one by one', () => {
    fc.assert(
      fc.property(fc.float64Array({ maxLength: 3_000 }), (values) => {
        const single = new StateHash();
        for (const value of values) single.float64(value);
        expect(new StateHash().float64s(values).digest()).toBe(single.digest());
      }),
      { numRuns: 30 },
    );
  });

  it('tells texts apart by where they are cut', () => {
    const cut = (a: string, b: string) => new StateHash().text(a).text(b).digest();
    expect(cut('ab', 'c')).not.toBe(cut('a', 'bc'));
  });

  it('is sixteen hexadecimal digits, and another with another seed', () => {
    expect(hashBytes(utf8('Cityloom'))).toMatch(/^[0-9a-f]{16}$/);
    expect(hashBytes(utf8('Cityloom'), 1)).not.toBe(hashBytes(utf8('Cityloom')));
  });
});
