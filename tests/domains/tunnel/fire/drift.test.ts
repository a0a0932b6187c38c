import { expect, it } from 'vitest';
import { driftM } from '../../../../sim/domains/tunnel/fire/plume';

it('a plume leans the further the stronger the wind, from upright on, at every wind between', () => {
  let before = 0;
  for (let wind = 0.18; wind < 1; wind += 0.000_02) {
    const drift = driftM(wind, 2);
    expect(drift).toBeGreaterThanOrEqual(before);
    before = drift;
  }
  expect(before).toBeGreaterThan(2);
});
