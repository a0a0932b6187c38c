import { describe, expect, it } from 'vitest';
import { planConflicts } from '../../sim/scene/compile/plan-conflicts';
import { areaM2, type Outline, overlapM2 } from '../../sim/scene/compile/polygon-overlap';
import { sceneOf } from '../city/scenes';

const square = (x: number, y: number, side: number): Outline => [
  [x, y],
  [x + side, y],
  [x + side, y + side],
  [x, y + side],
];

describe('the area that two outlines share', () => {
  it('is that of squares, one within another, beside and apart', () => {
    expect(overlapM2(square(0, 0, 10), square(5, 5, 10))).toBeCloseTo(25, 9);
    expect(overlapM2(square(0, 0, 10), square(2, 2, 3))).toBeCloseTo(9, 9);
    expect(overlapM2(square(0, 0, 10), square(0, 0, 10))).toBeCloseTo(100, 9);
    expect(overlapM2(square(0, 0, 10), square(10, 0, 10))).toBe(0);
    expect(overlapM2(square(0, 0, 10), square(30, 0, 10))).toBe(0);
  });

  it('is that of outlines with bays, either way round', () => {
    // A U whose arms are 10 wide and 30 high, on a foot 30 wide and 10 high; a bar across both arms.
    const u: Outline = [
      [0, 0],
      [30, 0],
      [30, 30],
      [20, 30],
      [20, 10],
      [10, 10],
      [10, 30],
      [0, 30],
    ];
    const bar: Outline = [
      [-5, 15],
      [35, 15],
      [35, 25],
      [-5, 25],
    ];
    expect(overlapM2(u, bar)).toBeCloseTo(200, 9);
    expect(overlapM2(u.toReversed(), bar)).toBeCloseTo(200, 9);
    expect(overlapM2(bar, u)).toBeCloseTo(200, 9);
    expect(overlapM2(u, u)).toBeCloseTo(areaM2(u), 9);
  });

  it('is what is counted point by point of two stars', () => {
    const star = (x: number, y: number, turn: number): Outline =>
      Array.from({ length: 10 }, (_, k) => {
        const r = k % 2 === 0 ? 50 : 20;
        const angle = turn + (Math.PI * k) / 5;
        return [x + r * Math.cos(angle), y + r * Math.sin(angle)] as const;
      });
    const [a, b] = [star(0, 0, 0.1), star(30, 10, 0.7)];
    const isIn = (outline: Outline, x: number, y: number) => {
      let inside = false;
      for (let i = 0, j = outline.length - 1; i < outline.length; j = i++) {
        const [[xi, yi], [xj, yj]] = [outline[i], outline[j]];
        if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside;
      }
      return inside;
    };
    let points = 0;
    const step = 0.25;
    for (let x = -60; x < 90; x += step) {
      for (let y = -60; y < 70; y += step) if (isIn(a, x, y) && isIn(b, x, y)) points++;
    }
    expect(overlapM2(a, b) / (points * step * step)).toBeCloseTo(1, 2);
  });
});

describe('plans laid over the land plan', () => {
  it('conflict where a parcel’s use is none that they bear, with the area that both share', () => {
    const conflicts = planConflicts(sceneOf('eco-park'));
    expect(conflicts.length).toBeGreaterThan(5);
    const scene = sceneOf('eco-park').scene;
    const uses = new Map(scene.land!.parcels.map(({ id, use }) => [id, use]));
    const areas = new Map(
      scene.overlays!.overlays.flatMap((each) => each.areas.map((area) => [area.id, area] as const)),
    );
    for (const { parcelId, area, areaM2: m2 } of conflicts) {
      expect(areas.get(area)!.allows).not.toContain(uses.get(parcelId));
      const whole = areaM2(scene.land!.parcels.find(({ id }) => id === parcelId)!.outline as unknown as Outline);
      expect(m2).toBeLessThanOrEqual(whole * (1 + 1e-9));
      expect(m2).toBeGreaterThanOrEqual(1);
    }
    expect(conflicts.map(({ areaM2: m2 }) => m2)).toEqual(
      conflicts.map(({ areaM2: m2 }) => m2).toSorted((a, b) => b - a),
    );
  });

  it('say nothing where they do not say what they bear', () => {
    const silent = sceneOf('eco-park', (files) => {
      const overlays = structuredClone(files['overlays.json']) as { overlays: { areas: { allows?: unknown }[] }[] };
      for (const { areas } of overlays.overlays) for (const area of areas) delete area.allows;
      files['overlays.json'] = overlays;
    });
    expect(planConflicts(silent)).toEqual([]);
  });
});
