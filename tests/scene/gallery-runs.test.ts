import { describe, expect, it } from 'vitest';

import { galleryRuns, nearestAlongM } from '../../sim/scene/compile/gallery-runs';
import { sceneOf } from '../domains/energy/scenes';

describe('where lines lie in galleries', () => {
  it('is told by the nearest place along the path', () => {
    const path = [
      [0, 0],
      [100, 0],
      [100, 50],
    ] as const;
    expect(nearestAlongM(path, [30, 8])).toBeCloseTo(30, 12);
    expect(nearestAlongM(path, [-5, 0])).toBe(0);
    expect(nearestAlongM(path, [107, 20])).toBeCloseTo(120, 12);
    expect(nearestAlongM(path, [100, 90])).toBeCloseTo(150, 12);
  });

  it('covers a main of the flagship once, section after section, about as long as the main', () => {
    const scene = sceneOf('eco-park');
    const runs = galleryRuns(scene);
    const at = new Map(scene.scene.gas?.nodes.map((node) => [node.id, node.at]));
    const mains = scene.scene.gas?.pipes.filter(({ compartment }) => compartment !== undefined) ?? [];
    expect(mains.length).toBeGreaterThan(30);
    for (const main of mains) {
      const found = runs(main, (node) => at.get(node) as [number, number]);
      const lengthM = found.reduce((sum, { fromM, toM }) => sum + toM - fromM, 0);
      expect(lengthM, main.id).toBeGreaterThan(0.9 * main.lengthM - 5);
      expect(lengthM, main.id).toBeLessThan(1.1 * main.lengthM + 5);
      for (let i = 1; i < found.length; i++) expect(found[i].fromM).toBeCloseTo(found[i - 1].toM, 6);
    }
  });
});
