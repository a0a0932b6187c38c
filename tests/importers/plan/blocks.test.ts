import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contains, isSimple, signedArea } from '../../../sim/importers/geometry/polygon';
import { distanceToLine } from '../../../sim/importers/geometry/polyline';
import type { StreetPlan } from '../../../sim/importers/plan/plan';
import { blocksOf, streetGraphOf } from '../../../sim/importers/plan/street-graph';
import type { RoadClass } from '../../../sim/scene/schema/roads';
import { doodledPlan, planOf, street } from './sample-plans';

const square: Record<string, [number, number]> = { a: [0, 0], b: [200, 0], c: [200, 100], d: [0, 100] };
const oneBlock = planOf(square, [street('ring', 'local', 'a b c d a')]);

describe('blocks between streets', () => {
  it('begin behind the sidewalk', () => {
    const [block] = blocksOf(oneBlock);
    // Half a local street is 3.5 m of lane and 0.25 m of gutter, its sidewalk 2.5 m; bends are rounded.
    const sharpM2 = (200 - 2 * 6.25) * (100 - 2 * 6.25);
    expect(block.areaM2).toBeLessThan(sharpM2);
    expect(block.areaM2).toBeGreaterThan(sharpM2 - 250);
    const xs = block.outline.map(([x]) => x);
    expect([Math.min(...xs), Math.max(...xs)].map((x) => Math.round(x * 100) / 100)).toEqual([6.25, 193.75]);
  });

  it('know the streets round them', () => {
    const plan = planOf({ ...square, e: [400, 0], f: [400, 100] }, [
      street('south', 'arterial', 'a b e'),
      street('north', 'collector', 'd c f'),
      street('west', 'local', 'a d'),
      street('middle', 'local', 'b c'),
      street('east', 'service', 'e f'),
    ]);
    const blocks = blocksOf(plan);
    expect(blocks.map(({ id }) => id)).toEqual(['blk:a:b', 'blk:b:e']);
    const names = blocks.map(({ streets }) => streets.map(({ link }) => link.street.id).sort());
    expect(names).toEqual([
      ['middle', 'north', 'south', 'west'],
      ['east', 'middle', 'north', 'south'],
    ]);
  });

  it('keep their names when a street elsewhere is added', () => {
    const before = blocksOf(oneBlock).map(({ id }) => id);
    const grown: StreetPlan = {
      ...oneBlock,
      nodes: { ...oneBlock.nodes, x: [400, 100] },
      streets: [...oneBlock.streets, street('new', 'local', 'c x')],
    };
    expect(blocksOf(grown).map(({ id }) => id)).toEqual(before);
  });

  it('leave room for a dead end inside them, with its turning head', () => {
    const plan = planOf({ ...square, m: [100, 0], t: [100, 50] }, [
      street('ring', 'local', 'a m b c d a'),
      street('end', 'local', 'm t'),
    ]);
    const [block, ...others] = blocksOf(plan);
    expect(others).toEqual([]);
    expect(contains(block.outline, [100, 20])).toBe(false);
    expect(contains(block.outline, [100, 55])).toBe(false);
    expect(contains(block.outline, [109, 50])).toBe(false);
    expect(contains(block.outline, [100, 75])).toBe(true);
  });

  it('are not made of the island of a roundabout', () => {
    const nodes: Record<string, [number, number]> = { w: [-200, 0], e: [200, 0], n: [0, 200], o: [0, 0] };
    const plan = planOf(
      nodes,
      [street('we', 'local', 'w o e'), street('on', 'local', 'o n'), street('round', 'local', 'w n e')],
      { roundabouts: [{ node: 'o', radiusM: 20 }] },
    );
    const blocks = blocksOf(plan);
    expect(blocks).toHaveLength(2);
    for (const { outline } of blocks) for (const [x, y] of outline) expect(x * x + y * y).toBeGreaterThan(24 * 24);
  });

  const classes: RoadClass[] = ['expressway', 'arterial', 'collector', 'local', 'service'];
  it('are simple, counter-clockwise and clear of every street, whatever a planner draws', () => {
    const drawn = fc.record({
      shifts: fc.array(fc.integer({ min: -70, max: 70 }), { minLength: 18, maxLength: 18 }),
      rows: fc.array(fc.constantFrom(...classes), { minLength: 3, maxLength: 3 }),
      columns: fc.array(fc.constantFrom(...classes), { minLength: 3, maxLength: 3 }),
      curved: fc.boolean(),
    });
    fc.assert(
      fc.property(drawn, (doodle) => {
        const plan = doodledPlan(doodle);
        const blocks = blocksOf(plan);
        expect(blocks).toHaveLength(4);
        const { links } = streetGraphOf(plan);
        for (const { outline, areaM2, streets } of blocks) {
          expect(isSimple(outline)).toBe(true);
          expect(signedArea(outline)).toBeCloseTo(areaM2, 6);
          expect(areaM2).toBeGreaterThan(0);
          // Where a street goes on as a narrower one, its last metres are bordered by the step between the two.
          const leastM = Math.min(...streets.map(({ insetM }) => insetM));
          for (const { centre } of links) {
            for (const at of outline) expect(distanceToLine(at, centre)).toBeGreaterThan(leastM - 0.3);
          }
        }
      }),
      { numRuns: 25 },
    );
  });
});
