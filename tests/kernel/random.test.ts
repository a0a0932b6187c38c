import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLuck, streamOf } from '../../sim/kernel/random';
import { threefry2x32 } from '../../sim/kernel/threefry';

const word = fc.integer({ min: 0, max: 0xffffffff });

describe('threefry', () => {
  it.each([
    // Random123, tests/kat_vectors, threefry2x32 with 20 rounds: counter, key, block
    [0x00000000, 0x00000000, 0x00000000, 0x00000000, 0x6b200159, 0x99ba4efe],
    [0xffffffff, 0xffffffff, 0xffffffff, 0xffffffff, 0x1cb996fc, 0xbb002be7],
    [0x243f6a88, 0x85a308d3, 0x13198a2e, 0x03707344, 0xc4923a9c, 0x483df7a0],
  ])('gives the published block for counter %i %i', (counter0, counter1, key0, key1, block0, block1) => {
    const out = new Uint32Array(2);
    threefry2x32(key0, key1, counter0, counter1, out);
    expect([...out]).toEqual([block0, block1]);
  });
});

describe('luck', () => {
  it('gives the same draw whatever was drawn before', () => {
    const draws = fc.array(fc.tuple(word, word, word), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(word, draws, fc.func(fc.nat()), (seed, triples, order) => {
        const forwards = createLuck(seed);
        const shuffled = createLuck(seed);
        const drawn = new Map<string, number>();
        for (const triple of [...triples].sort((a, b) => order(a) - order(b))) {
          shuffled.uint32(...triple);
          drawn.set(String(triple), shuffled.uniform(...triple));
        }
        for (const triple of triples) expect(forwards.uniform(...triple)).toBe(drawn.get(String(triple)));
      }),
    );
  });

  it('gives different draws for another seed, stream, tick or key', () => {
    fc.assert(
      fc.property(word, word, word, word, fc.integer({ min: 1, max: 1_000 }), (seed, stream, tick, key, step) => {
        const next = (value: number) => (value + step) >>> 0;
        const draw = createLuck(seed).uniform(stream, tick, key);
        expect(createLuck(next(seed)).uniform(stream, tick, key)).not.toBe(draw);
        expect(createLuck(seed).uniform(next(stream), tick, key)).not.toBe(draw);
        expect(createLuck(seed).uniform(stream, next(tick), key)).not.toBe(draw);
        expect(createLuck(seed).uniform(stream, tick, next(key))).not.toBe(draw);
      }),
    );
  });

  it('spreads draws evenly over keys, over ticks and over streams', () => {
    const luck = createLuck(7);
    const draws: ((i: number) => number)[] = [
      (i) => luck.uniform(1, 2, i),
      (i) => luck.uniform(1, i, 2),
      (i) => luck.uniform(i, 1, 2),
    ];
    for (const draw of draws) {
      const counts = new Float64Array(100);
      for (let i = 0; i < 100_000; i++) counts[Math.floor(draw(i) * 100)]++;
      const chiSquare = counts.reduce((sum, count) => sum + (count - 1_000) ** 2 / 1_000, 0);
      // 99 degrees of freedom: mean 99, deviation 14
      expect(chiSquare).toBeGreaterThan(45);
      expect(chiSquare).toBeLessThan(165);
    }
  });

  it('leaves no trace of one key in the next', () => {
    const luck = createLuck(11);
    const count = 100_000;
    let product = 0;
    for (let key = 0; key < count; key++)
      product += (luck.uniform(3, 4, key) - 0.5) * (luck.uniform(3, 4, key + 1) - 0.5);
    expect(Math.abs((product / count) * 12)).toBeLessThan(4 / Math.sqrt(count));
  });

  it('draws normals of mean 0, deviation 1, no skew, and tails as thick as they should be', () => {
    const luck = createLuck(13);
    const count = 200_000;
    let [sum, squares, cubes, beyond2] = [0, 0, 0, 0];
    for (let key = 0; key < count; key++) {
      const x = luck.normal(5, 6, key);
      sum += x;
      squares += x * x;
      cubes += x * x * x;
      if (Math.abs(x) > 2) beyond2++;
    }
    expect(sum / count).toBeCloseTo(0, 1.9);
    expect(squares / count).toBeCloseTo(1, 1.9);
    expect(cubes / count).toBeCloseTo(0, 1.3);
    expect(beyond2 / count).toBeCloseTo(0.0455, 2);
  });

  it('stays in [0, 1) and is finite at every corner', () => {
    fc.assert(
      fc.property(word, word, word, word, (seed, stream, tick, key) => {
        const luck = createLuck(seed);
        const draw = luck.uniform(stream, tick, key);
        expect(draw >= 0 && draw < 1).toBe(true);
        expect(Number.isFinite(luck.normal(stream, tick, key))).toBe(true);
      }),
    );
  });

  it('folds a large seed in whole', () => {
    const draws = [7, 7 + 2 ** 32, 7 + 2 ** 33, 2 ** 53 - 1].map((seed) => createLuck(seed).uint32(1, 2, 3));
    expect(new Set(draws).size).toBe(4);
  });

  it.each([-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])('refuses %d as a seed', (seed) => {
    expect(() => createLuck(seed)).toThrow(/whole number/);
  });

  it('refuses a name of a draw that is no 32-bit integer', () => {
    const luck = createLuck(1);
    for (const bad of [0.5, Number.NaN, 2 ** 32, -(2 ** 31) - 1]) {
      expect(() => luck.uint32(bad, 0, 0)).toThrow(/32-bit/);
      expect(() => luck.uniform(0, bad, 0)).toThrow(/32-bit/);
      expect(() => luck.normal(0, 0, bad)).toThrow(/32-bit/);
    }
  });

  it('numbers streams by name, for good', () => {
    expect(streamOf('traffic.demand')).toBe(streamOf('traffic.demand'));
    const names = Array.from({ length: 2_000 }, (_, i) => `stream.${i}`);
    expect(new Set(names.map(streamOf)).size).toBe(names.length);
    expect(streamOf('traffic.demand')).toBe(GOLDEN_STREAM);
  });
});

const GOLDEN_STREAM = 2_282_377_542; // another number would change every run
