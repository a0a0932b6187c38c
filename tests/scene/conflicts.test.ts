import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findConflict, type SampledPath, samplePath } from '../../sim/scene/compile/conflicts';
import { layTracks } from '../../sim/scene/compile/tracks';
import type { Point } from '../../sim/scene/schema/primitives';

const coordinate = fc.double({ min: -30, max: 30, noNaN: true });
const shape = fc.array(fc.tuple(coordinate, coordinate), { minLength: 2, maxLength: 6 });

function pathOf(points: readonly Point[]): SampledPath {
  return samplePath(layTracks([points]), 0);
}

/** Every sample against every other: slow, and plainly right. */
function plainConflict(a: SampledPath, b: SampledPath, withinM: number) {
  const nearA: number[] = [];
  const nearB: number[] = [];
  for (let i = 0; i < a.xy.length / 2; i++) {
    for (let j = 0; j < b.xy.length / 2; j++) {
      const dx = a.xy[2 * i] - b.xy[2 * j];
      const dy = a.xy[2 * i + 1] - b.xy[2 * j + 1];
      if (dx * dx + dy * dy >= withinM * withinM) continue;
      nearA.push(i * a.stepM);
      nearB.push(j * b.stepM);
    }
  }
  if (nearA.length === 0) return undefined;
  return [Math.min(...nearA), Math.max(...nearA), Math.min(...nearB), Math.max(...nearB)];
}

describe('the stretch where two paths meet', () => {
  it('is the one that comparing every point with every other finds', () => {
    fc.assert(
      fc.property(shape, shape, fc.double({ min: 0.6, max: 4, noNaN: true }), (one, other, withinM) => {
        const a = pathOf(one);
        const b = pathOf(other);
        const found = findConflict(a, b, withinM);
        const expected = plainConflict(a, b, withinM);
        expect(found === undefined).toBe(expected === undefined);
        if (found === undefined || expected === undefined) return;
        const { fromM, toM, otherFromM, otherToM } = found;
        [fromM, toM, otherFromM, otherToM].forEach((each, i) => {
          expect(each).toBeCloseTo(expected[i], 6);
        });
      }),
      { numRuns: 500 },
    );
  });

  it('is the same seen from the other path', () => {
    fc.assert(
      fc.property(shape, shape, (one, other) => {
        const there = findConflict(pathOf(one), pathOf(other), 2.5);
        const back = findConflict(pathOf(other), pathOf(one), 2.5);
        expect(back && [back.otherFromM, back.otherToM, back.fromM, back.toM]).toEqual(
          there && [there.fromM, there.toM, there.otherFromM, there.otherToM],
        );
      }),
      { numRuns: 200 },
    );
  });

  it('is never missed where two lines cross', () => {
    const across = pathOf([
      [-10, 0],
      [10, 0],
    ]);
    fc.assert(
      fc.property(fc.double({ min: -9, max: 9, noNaN: true }), (x) => {
        const down = pathOf([
          [x, 10],
          [x, -10],
        ]);
        const found = findConflict(across, down, 1)!;
        expect((found.fromM + found.toM) / 2).toBeCloseTo(x + 10, 0);
      }),
    );
  });
});
