import { describe, expect, it } from 'vitest';
import { FlatFrame } from '../../src/city/flat/flat-frame';

describe('the map’s frame', () => {
  it('has the looked-at place in its middle, what lies ahead above it, and finds places from pixels', () => {
    for (const headingDeg of [0, 37, 180, 301]) {
      const frame = new FlatFrame({ x: 120, y: -40, distanceM: 500, headingDeg, pitchDeg: 89 }, 1_280, 720, 1, 38);
      expect(frame.toPixels(120, -40)).toEqual([640, 360]);
      const turn = (headingDeg * Math.PI) / 180;
      const [x, y] = frame.toPixels(120 + 100 * Math.sin(turn), -40 + 100 * Math.cos(turn));
      expect(x).toBeCloseTo(640, 6);
      expect(y).toBeCloseTo(360 - 100 * frame.scale, 6);
      const [east, north] = frame.toMetres(...frame.toPixels(-310, 222));
      expect(east).toBeCloseTo(-310, 6);
      expect(north).toBeCloseTo(222, 6);
      // What the canvas draws by is the same.
      let by: readonly number[] = [];
      const context = {
        setTransform: (...all: number[]) => {
          by = all;
        },
      };
      frame.apply(context as unknown as CanvasRenderingContext2D);
      const [px, py] = frame.toPixels(-310, 222);
      expect(by[0] * -310 + by[2] * 222 + by[4]).toBeCloseTo(px, 6);
      expect(by[1] * -310 + by[3] * 222 + by[5]).toBeCloseTo(py, 6);
    }
  });
});
