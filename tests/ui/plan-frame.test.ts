import { expect, it } from 'vitest';
import { planFrame } from '../../src/panels/mini-map/plan-frame';

const extent = { minX: -1_000, minY: 500, maxX: 3_000, maxY: 2_500 };

it('a pressed place of the plan is the one that is drawn there, whatever the screen', () => {
  for (const ratio of [1, 1.5, 3]) {
    const frame = planFrame(extent, 184, 152, ratio);
    for (const [x, y] of [
      [-1_000, 500],
      [250, 1_700],
      [3_000, 2_500],
    ]) {
      const [left, top] = frame.toPixels(x, y);
      const [backX, backY] = frame.toMetres(left / ratio, top / ratio);
      expect(backX).toBeCloseTo(x, 6);
      expect(backY).toBeCloseTo(y, 6);
      expect(left).toBeGreaterThanOrEqual(-1e-6);
      expect(left).toBeLessThanOrEqual(frame.width + 1e-6);
    }
    // North is up.
    expect(frame.toPixels(0, 2_500)[1]).toBeLessThan(frame.toPixels(0, 500)[1]);
  }
});
