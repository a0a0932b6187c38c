import { expect, it } from 'vitest';
import { clearView } from '../../src/city/camera/clear-view';
import type { Orbit } from '../../src/city/camera/orbit';
import { Picker } from '../../src/city/picking/pick';
import { built, crossroadsWithBuildings } from './scenes';

const city = built(crossroadsWithBuildings());
const picker = new Picker(city);
const sees = (eye: readonly number[], direction: readonly number[]) => picker.clearM(eye, direction);
const clear = (orbit: Orbit) => clearView(orbit, city.heights, sees);
/** Thirty metres north of a tower of ninety metres, looked at from the south. */
const behindTower: Orbit = { x: 165, y: 108, distanceM: 200, headingDeg: 0, pitchDeg: 35 };

it('a place is looked at from a side on which no house stands between, turned no further than needed', () => {
  const { headingDeg, ...rest } = clear(behindTower);
  expect(rest).toEqual({ x: 165, y: 108, distanceM: 200, pitchDeg: 35 });
  expect(Math.abs(headingDeg)).toBeGreaterThanOrEqual(30);
  expect(Math.abs(headingDeg)).toBeLessThanOrEqual(120);
});

it('between houses on every side it is looked at from higher up', () => {
  const walled = (eye: readonly number[], direction: readonly number[]) =>
    direction[1] < -0.8 ? sees(eye, direction) : 0;
  const { pitchDeg } = clearView(behindTower, city.heights, walled);
  expect(pitchDeg).toBe(65);
});

it('who sees the place is not turned, nor who sees it from nowhere', () => {
  const fromTheSky = { ...behindTower, pitchDeg: 85 };
  expect(clear(fromTheSky)).toEqual(fromTheSky);
  expect(clearView(behindTower, city.heights, () => 0)).toEqual(behindTower);
});
