import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checksumOf } from '../../sim/kernel/checksum';
import { Encoder } from '../../sim/kernel/codec';

const bytes = fc.uint8Array({ minLength: 1, maxLength: 300 });

describe('the checksum', () => {
  it('changes with any byte, with what is cut off and with what is added, even nothing but noughts', () => {
    fc.assert(
      fc.property(
        bytes,
        fc.nat(),
        fc.integer({ min: 1, max: 255 }),
        fc.integer({ min: 1, max: 40 }),
        (of, pick, by, n) => {
          const sum = checksumOf(of);
          const changed = of.slice();
          changed[pick % of.length] ^= by;
          expect(checksumOf(changed)).not.toBe(sum);
          expect(checksumOf(of.subarray(0, of.length - 1))).not.toBe(sum);
          const longer = new Uint8Array(of.length + n);
          longer.set(of);
          expect(checksumOf(longer)).not.toBe(sum);
        },
      ),
      { numRuns: 300 },
    );
  });

  it('is the same of bytes and of the encoder that holds them, wherever they lie', () => {
    fc.assert(
      fc.property(fc.array(fc.float64Array({ maxLength: 600 }), { maxLength: 5 }), fc.nat(7), (arrays, offset) => {
        const encoder = () => arrays.reduce((to, values) => to.u8(offset).float64s(values), new Encoder('test', 1));
        const whole = encoder().finish();
        const elsewhere = new Uint8Array(whole.length + offset);
        elsewhere.set(whole, offset);
        expect(checksumOf(encoder())).toBe(checksumOf(elsewhere.subarray(offset)));
      }),
      { numRuns: 100 },
    );
  });

  it('tells two words apart that have changed places, and another seed', () => {
    expect(checksumOf(Uint8Array.of(1, 0, 0, 0, 2, 0, 0, 0))).not.toBe(
      checksumOf(Uint8Array.of(2, 0, 0, 0, 1, 0, 0, 0)),
    );
    expect(checksumOf(Uint8Array.of(7), 1)).not.toBe(checksumOf(Uint8Array.of(7), 2));
  });
});
