import { expect, it } from 'vitest';
import {
  FULL_ENOUGH_AT_HOME,
  FULL_ENOUGH_AT_SITE,
  firstCharge,
  hasOwnCharger,
  thresholdOf,
} from '../../../../sim/domains/traffic/charging/habits';
import { createLuck } from '../../../../sim/kernel';

const luck = createLuck(5);
const PEOPLE = 20_000;
const words = Array.from({ length: PEOPLE }, (_, word) => word);

it('plugs in at 40 % or less as often as private cars in Beijing: 45.5 % with an own charger, 55.9 % without (Tian et al. 2023)', () => {
  for (const [hasCharger, published] of [
    [true, 0.455],
    [false, 0.559],
  ] as const) {
    // Each charges as often as it takes to run down from full to his threshold.
    const full = hasCharger ? FULL_ENOUGH_AT_HOME : FULL_ENOUGH_AT_SITE;
    let all = 0;
    let low = 0;
    for (const word of words) {
      const threshold = thresholdOf(luck, word, hasCharger);
      all += 1 / (full - threshold);
      if (threshold <= 0.4) low += 1 / (full - threshold);
    }
    expect(Math.abs(low / all - published)).toBeLessThan(0.015);
  }
});

it('has an own charger as often as there are private chargers for each battery-electric car in China', () => {
  const own = words.filter((word) => hasOwnCharger(luck, word)).length / PEOPLE;
  expect(Math.abs(own - 7.122 / 18.134)).toBeLessThan(0.015);
});

it('meets nobody below his own threshold nor above full, and the same person is the same in every run', () => {
  for (const word of words.slice(0, 2_000)) {
    const hasCharger = hasOwnCharger(luck, word);
    const share = firstCharge(luck, word, hasCharger);
    expect(share).toBeGreaterThanOrEqual(thresholdOf(luck, word, hasCharger));
    expect(share).toBeLessThan(1);
    expect(firstCharge(createLuck(5), word, hasCharger)).toBe(share);
  }
});
