import { describe, expect, it } from 'vitest';
import { run, start } from '../simulate';
import { crossroads } from '../small-city';

/** On the road and outside, at the beginning and as the mean of an hour driven from there. */
function atStartAndDriven(tripsADay: number): [number, number] {
  const of = start(crossroads({ gates: { n: tripsADay, e: tripsADay, s: tripsADay, w: tripsADay } }), 2);
  const now = () => of.state.vehicles.count + of.state.waiting.count;
  const atStart = now();
  let sum = 0;
  run(of, 3_600, () => {
    sum += now();
  });
  return [atStart, sum / 7_200];
}

describe('a crossing of single lanes, where those who turn left hold up the others, begins as it goes on', () => {
  for (const tripsADay of [6_000, 12_000, 18_000]) {
    it(`at ${tripsADay} trips a day and arm`, () => {
      const [atStart, driven] = atStartAndDriven(tripsADay);
      expect(Math.abs(atStart - driven)).toBeLessThan(10 + 0.4 * driven);
    });
  }
});
