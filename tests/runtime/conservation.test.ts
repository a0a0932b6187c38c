/** Gas, air, warmth, fire and water of a small city with everything wrong at once, booked around every step. */
import { expect, it } from 'vitest';
import { domains } from '../../sim/domains/registry';
import { createEngine } from '../../sim/runtime';
import { defaultScenario } from '../../sim/scenarios';
import { keepBooks } from '../accept/tunnel/conservation/keep-books';
import { sceneOf } from '../domains/energy/scenes';
import { desk } from './desk';
import { change } from './live-city';

it('loses no gas, air, heat or water in any step, whatever goes wrong', () => {
  // The fire last: until then the only section with cables is at rest.
  const interventions = [
    change('gas-leak', ['gallery.gas/2'], { hole: 6 }, 60),
    change('gallery-fire', ['gallery.power/1'], { growth: 'fast' }, 200),
    change('gallery-flooding', ['gallery.integrated/1'], { inflow: 300 }, 60),
  ];
  const scenario = defaultScenario('crossing', { startDay: 205, startSeconds: 14 * 3_600, seed: 3, interventions });
  const taking = domains.filter(({ name }) => ['energy', 'tunnel', 'water'].includes(name));
  const { watched, ledgers } = keepBooks(taking);
  const scene = sceneOf('tiny/crossing');
  const without = { ...scenario, domains: watched.map(({ name }) => name) };
  createEngine({ scene, scenario: without, domains: watched, desk }).runTo(300);
  expect(ledgers.length).toBe(7);
  for (const { name, worst, steps } of ledgers) {
    expect(steps, name).toBeGreaterThan(4);
    expect(worst, name).toBeLessThan(1e-9);
  }
});
