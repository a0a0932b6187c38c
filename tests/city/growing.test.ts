import { describe, expect, it } from 'vitest';
import { Growing } from '../../src/city/build/growing';

describe('numbers written one after another', () => {
  it('come out as they went in, however many, whatever their sizes', () => {
    for (const count of [0, 1, 5_461, 5_462, 40_000]) {
      const list = new Growing(Float32Array);
      const expected: number[] = [];
      for (let i = 0; i < count; i++) {
        list.push3(i, -i, 0.5);
        expected.push(i, -i, 0.5);
        if (i % 3 === 0) list.push(i + 0.25);
        if (i % 3 === 0) expected.push(i + 0.25);
        if (i % 4 === 0) list.push4(1, 2, 3, i);
        if (i % 4 === 0) expected.push(1, 2, 3, i);
      }
      expect(list.length).toBe(expected.length);
      expect(list.done()).toEqual(Float32Array.from(expected));
    }
  });

  it('are another writer’s no more once they are out', () => {
    const first = new Growing(Uint16Array);
    for (let i = 0; i < 50_000; i++) first.push(7);
    const out = first.done();
    const second = new Growing(Uint16Array);
    for (let i = 0; i < 50_000; i++) second.push(9);
    first.push(1);
    expect(out.every((each) => each === 7)).toBe(true);
    expect(second.done().every((each) => each === 9)).toBe(true);
    expect([...first.done()]).toEqual([1]);
  });
});
