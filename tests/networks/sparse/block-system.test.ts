import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphOfEdges, planBlockSystem, solveBlocks } from '../../../sim/networks/sparse';
import { draws } from '../power/made-networks';

describe('a system of blocks of two', () => {
  it('is solved, whatever its pattern, with other values on either side of the diagonal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 0, max: 1e6 }), (count, seed) => {
        const draw = draws(seed);
        const ends = () => Array.from({ length: 2 * count }, () => Math.floor(draw() * count));
        const system = planBlockSystem(graphOfEdges(count, ends(), ends()));
        const { block, diagonal, right, start, column } = system;
        for (let i = 0; i < block.length; i++) block[i] = draw() - 0.5;
        for (let i = 0; i < diagonal.length; i++) diagonal[i] = (draw() - 0.5) * 4;
        for (let i = 0; i < count; i++) {
          // Heavy enough on the diagonal, though not by its own entries alone: the block may be turned.
          diagonal[4 * i + 1] += 4 * count;
          diagonal[4 * i + 2] -= 4 * count;
        }
        const wanted = Array.from({ length: 2 * count }, () => draw());
        for (let i = 0; i < count; i++) {
          for (let row = 0; row < 2; row++) {
            let sum = diagonal[4 * i + 2 * row] * wanted[2 * i] + diagonal[4 * i + 2 * row + 1] * wanted[2 * i + 1];
            for (let s = start[i]; s < start[i + 1]; s++) {
              const j = column[s];
              sum += block[4 * s + 2 * row] * wanted[2 * j] + block[4 * s + 2 * row + 1] * wanted[2 * j + 1];
            }
            right[2 * i + row] = sum;
          }
        }
        expect(solveBlocks(system)).toBe(-1);
        for (let i = 0; i < wanted.length; i++) expect(Math.abs(right[i] - wanted[i])).toBeLessThan(1e-9);
        expect(system.work.every((value) => value === 0)).toBe(true);
      }),
    );
  });

  it('names the row that has no inverse, and is sound again afterwards', () => {
    const system = planBlockSystem(graphOfEdges(2, [0], [1]));
    system.diagonal.set([1, 0, 0, 1, 1, 1, 1, 1]);
    system.right.set([1, 2, 3, 4]);
    expect(solveBlocks(system)).toBe(1);
    system.diagonal[4] = Number.NaN;
    expect(solveBlocks(system)).toBe(1);
    system.diagonal.set([1, 0, 0, 1, 2, 0, 0, 4]);
    system.right.set([1, 2, 3, 4]);
    expect(solveBlocks(system)).toBe(-1);
    expect([...system.right].sort()).toEqual([1, 1, 1.5, 2]);
  });
});
