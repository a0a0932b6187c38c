import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CameraControl } from '../../src/city/camera/camera-control';
import { between, hold, orbitFrom, placeCamera } from '../../src/city/camera/orbit';
import { heightIn } from '../../src/city/camera/terrain-height';

const columns = 41;
const hills = {
  minX: -1_000,
  minY: -1_000,
  stepM: 50,
  columns,
  rows: columns,
  heightsM: Float32Array.from(
    { length: columns * columns },
    (_, i) => 60 + 50 * Math.sin(i * 0.7) + 20 * Math.cos(i / 41),
  ),
};
const limits = { minX: -1_000, minY: -1_000, maxX: 1_000, maxY: 1_000, nearestM: 30, farthestM: 6_000 };
const home = { x: 100, y: -200, distanceM: 900, headingDeg: 330, pitchDeg: 35 };

const hand = fc.oneof(
  fc.record({
    do: fc.constant('pan' as const),
    x: fc.double({ min: -3_000, max: 3_000 }),
    y: fc.double({ min: -3_000, max: 3_000 }),
  }),
  fc.record({
    do: fc.constant('turn' as const),
    x: fc.double({ min: -900, max: 900 }),
    y: fc.double({ min: -900, max: 900 }),
  }),
  fc.record({
    do: fc.constant('zoom' as const),
    x: fc.double({ min: 0.001, max: 1_000 }),
    y: fc.double({ min: -2_000, max: 2_000 }),
  }),
  fc.record({ do: fc.constant('key' as const), x: fc.integer({ min: 0, max: 9 }), y: fc.constant(0) }),
);
const keys = ['KeyW', 'KeyA', 'KeyS', 'KeyD', 'KeyQ', 'KeyE', 'KeyR', 'KeyF', 'Equal', 'Minus'];

describe('the camera', () => {
  it('cannot get lost: whatever hands do, it stays above the ground and looks at the city', () => {
    fc.assert(
      fc.property(fc.array(hand, { maxLength: 40 }), (moves) => {
        const control = new CameraControl(home, limits, hills);
        const eye = [0, 0, 0];
        const target = [0, 0, 0];
        for (const move of moves) {
          if (move.do === 'pan') control.pan(move.x, move.y, 900, 38);
          else if (move.do === 'turn') control.turn(move.x, move.y);
          else if (move.do === 'zoom') control.zoom(move.x, { x: move.y, y: -move.y });
          else control.press(keys[move.x]);
          control.advance(0.03);
          const { orbit } = control;
          expect(orbit.x).toBeGreaterThanOrEqual(limits.minX);
          expect(orbit.y).toBeLessThanOrEqual(limits.maxY);
          expect(orbit.distanceM).toBeGreaterThanOrEqual(limits.nearestM);
          expect(orbit.distanceM).toBeLessThanOrEqual(limits.farthestM);
          placeCamera(orbit, hills, eye, target);
          expect(eye[1]).toBeGreaterThan(heightIn(hills, eye[0], -eye[2]) + 2);
          expect([...eye, ...target].every(Number.isFinite)).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });

  it('comes to rest when let go of, and then asks for no more frames', () => {
    const control = new CameraControl(home, limits, hills);
    control.turn(200, 40);
    let frames = 0;
    while (control.advance(1 / 60)) frames++;
    expect(frames).toBeGreaterThan(10);
    expect(frames).toBeLessThan(120);
    expect(control.advance(1 / 60)).toBe(false);
  });

  it('arrives where a flight leads, and a hand on the controls ends it', () => {
    const control = new CameraControl(home, limits, hills);
    const there = { x: -700, y: 600, distanceM: 150, headingDeg: 20, pitchDeg: 20 };
    control.flyTo(there);
    while (control.advance(1 / 30)) if (!control.flying) break;
    expect(control.orbit).toEqual(there);
    control.flyTo(home);
    control.advance(0.2);
    control.turn(3, 0);
    expect(control.flying).toBe(false);
  });

  it('goes along with what it follows, on a flight too, until somebody moves it by hand', () => {
    const control = new CameraControl(home, limits, hills);
    let ended = 0;
    control.onPan = () => ended++;
    control.flyTo({ ...home, x: 200, y: 0 }, 1);
    control.advance(0.5);
    control.carry(30, -20);
    for (let i = 0; i < 40; i++) control.advance(0.05);
    expect(control.orbit.x).toBeCloseTo(230, 3);
    expect(control.orbit.y).toBeCloseTo(-20, 3);
    control.turn(40, 10);
    control.zoom(0.8, null);
    expect(ended).toBe(0);
    control.pan(30, 0, 720, 38);
    expect(ended).toBe(1);
  });

  it('turns the shorter way round', () => {
    const half = between({ ...home, headingDeg: 350 }, { ...home, headingDeg: 20 }, 0.5);
    expect(((half.headingDeg % 360) + 360) % 360).toBeCloseTo(5, 6);
  });

  it('stands where a named view says', () => {
    const eye = [0, 0, 0];
    const target = [0, 0, 0];
    placeCamera(orbitFrom([300, -500, 400], [0, 0, 60], hills), hills, eye, target);
    expect(Math.hypot(eye[0] - 300, eye[1] - 400, -eye[2] + 500)).toBeLessThan(15);
  });

  it('goes back to where it was when told nonsense', () => {
    expect(hold({ ...home, x: Number.NaN }, home, limits)).toEqual(home);
  });
});
