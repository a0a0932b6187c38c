import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outlineFault, signedArea } from '../../sim/scene/rules/outline-test';
import type { Point } from '../../sim/scene/schema/primitives';
import { processorMs } from '../set-up/processor-time';

/** A star-shaped ring is simple by its making: growing angles around one point. */
const ring = fc.array(fc.integer({ min: 5, max: 60 }), { minLength: 3, maxLength: 40 }).map((radii) =>
  radii.map((radius, i): Point => {
    const angle = (2 * Math.PI * i) / radii.length;
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  }),
);

describe('an outline', () => {
  it('is sound when it is simple and counter-clockwise, wherever it starts', () => {
    fc.assert(
      fc.property(ring, fc.nat(), (points, start) => {
        const from = start % points.length;
        expect(outlineFault([...points.slice(from), ...points.slice(0, from)])).toBeUndefined();
        expect(signedArea(points)).toBeGreaterThan(0);
      }),
    );
  });

  it('is clockwise when a sound one is walked backwards', () => {
    fc.assert(
      fc.property(ring, (points) => {
        expect(outlineFault(points.toReversed())?.fault).toBe('clockwise');
      }),
    );
  });

  it('crosses itself when two corners of a convex one change places', () => {
    fc.assert(
      fc.property(fc.integer({ min: 4, max: 30 }), fc.nat(), (count, which) => {
        const points = Array.from({ length: count }, (_, i): Point => {
          const angle = (2 * Math.PI * i) / count;
          return [20 * Math.cos(angle), 20 * Math.sin(angle)];
        });
        const i = which % count;
        const j = (i + 1) % count;
        [points[i], points[j]] = [points[j], points[i]];
        expect(outlineFault(points)?.fault).toBe('crosses-itself');
      }),
    );
  });

  it('may have corners in a straight line, but no spike', () => {
    const square: Point[] = [
      [0, 0],
      [5, 0],
      [10, 0],
      [10, 10],
      [0, 10],
    ];
    expect(outlineFault(square)).toBeUndefined();
    const spiked: Point[] = [
      [0, 0],
      [10, 0],
      [10, 10],
      [10, 20],
      [10, 10.5],
      [0, 10],
    ];
    expect(outlineFault(spiked)?.fault).toBe('crosses-itself');
  });

  it('of four thousand corners is judged in a moment, even drawn as a comb', () => {
    const comb: Point[] = [];
    for (let i = 0; i < 1_000; i++) comb.push([0, 4 * i], [1_000, 4 * i + 1], [1_000, 4 * i + 2], [0, 4 * i + 3]);
    comb.push([-10, 4_000], [-10, 0]);
    const started = processorMs();
    expect(outlineFault(comb)).toBeUndefined();
    expect(processorMs() - started).toBeLessThan(1_000);
  });
});
