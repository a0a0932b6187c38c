import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, signedArea } from '../../../sim/importers/geometry/polygon';
import type { Point } from '../../../sim/importers/geometry/vector';
import { diceFor } from '../../../sim/importers/plan/land/dice';
import { boxOutline, largestBox } from '../../../sim/importers/plan/land/largest-box';
import { facingSouth, frameAlong } from '../../../sim/importers/plan/land/local-frame';
import { cutIntoParcels } from '../../../sim/importers/plan/land/parcel-tree';
import { rowSpans } from '../../../sim/importers/plan/land/row-spans';
import { splitOutline } from '../../../sim/importers/plan/land/split-outline';
import { rimOf } from './outlines';

/** Blocks as stars: any radius in any of twelve directions, simple and counter-clockwise by construction. */
const block: fc.Arbitrary<Point[]> = fc
  .array(fc.integer({ min: 40, max: 160 }), { minLength: 12, maxLength: 12 })
  .map((radii) => radii.map((r, k): Point => [r * Math.cos((k * Math.PI) / 6), r * Math.sin((k * Math.PI) / 6)]));
const sum = (outlines: readonly Point[][]) => outlines.reduce((all, outline) => all + signedArea(outline), 0);

describe('cutting land', () => {
  it('along any line makes no land and loses none', () => {
    fc.assert(
      fc.property(
        block,
        fc.integer({ min: -120, max: 120 }),
        fc.integer({ min: 0, max: 359 }),
        (land, off, degrees) => {
          const direction: Point = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
          const { left, right } = splitOutline(land, [-direction[1] * off, direction[0] * off], direction);
          // Parts below a square metre are dropped.
          expect(Math.abs(sum([...left, ...right]) - signedArea(land))).toBeLessThan(6);
          for (const part of [...left, ...right]) expect(signedArea(part)).toBeGreaterThan(0);
        },
      ),
    );
  });

  it('into parcels keeps all of the block, whatever size is wanted', () => {
    fc.assert(
      fc.property(block, fc.integer({ min: 2_000, max: 30_000 }), (land, wantedM2) => {
        const parcels = cutIntoParcels(land, frameAlong(land), wantedM2, diceFor('a block'));
        expect(Math.abs(sum(parcels) - signedArea(land))).toBeLessThan(20);
      }),
    );
  });

  it('gives the same parcels every time', () => {
    const land: Point[] = [
      [0, 0],
      [310, 20],
      [290, 240],
      [-20, 200],
    ];
    const cut = () => cutIntoParcels(land, frameAlong(land), 9_000, diceFor('W07'));
    expect(cut()).toEqual(cut());
  });
});

describe('fitting houses', () => {
  it('finds rows that lie wholly inside the land', () => {
    fc.assert(
      fc.property(block, fc.integer({ min: -100, max: 80 }), (land, y) => {
        for (const [from, to] of rowSpans(land, y, y + 14, 0.5)) {
          const row = boxOutline({ x: from, y: y + 0.01, width: to - from, depth: 13.98 });
          for (const at of rimOf(row)) expect(contains(land, at)).toBe(true);
        }
      }),
    );
  });

  it('finds a box that lies wholly inside the land', () => {
    fc.assert(
      fc.property(block, (land) => {
        const box = largestBox(land, 5);
        if (box) for (const at of rimOf(boxOutline(box))) expect(contains(land, at)).toBe(true);
      }),
    );
  });

  it('follows the street with a frame within 45° of east, and with homes within 15° of south', () => {
    fc.assert(
      fc.property(fc.integer({ min: -180, max: 180 }), (degrees) => {
        const [c, s] = [Math.cos((degrees * Math.PI) / 180), Math.sin((degrees * Math.PI) / 180)];
        const corners: Point[] = [
          [0, 0],
          [200, 0],
          [200, 90],
          [0, 90],
        ];
        const frame = frameAlong(corners.map(([x, y]): Point => [x * c - y * s, x * s + y * c]));
        expect(frame.east[0]).toBeGreaterThan(Math.SQRT1_2);
        expect(Math.abs(facingSouth(frame).east[1])).toBeLessThan(0.2589);
      }),
    );
  });
});
