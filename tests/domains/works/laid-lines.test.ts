import { expect, it } from 'vitest';
import type { Intervention } from '../../../sim/interventions';
import { sceneOf } from '../energy/scenes';
import { change, live } from './dug-city';

/** A crossing whose first high-voltage line follows the street from north to south. */
const city = sceneOf('tiny/crossing', ({ 'electricity.json': electricity }) => {
  const line = electricity.branches.find(({ id }: { id: string }) => id === 'grid-1:bar-110-1');
  line.path = [
    [8, 290],
    [8, -290],
  ];
  line.lengthM = 600;
});
const hang = change('overhead-lines', []);
const gallery = change('build-gallery', ['cross:north:middle', 'cross:middle:south'], {
  compartments: 3,
  landPrice: 5e6,
});

function figuresOf(interventions: readonly Intervention[]) {
  const { engine } = live(city, interventions, { domains: ['energy', 'works'] });
  engine.runTo(180);
  return engine.measure();
}

it('frees the land of high-voltage lines that hung in its street, and of none that lay in the ground', () => {
  const plain = figuresOf([gallery]);
  expect([plain['works.freed-land'], plain['energy.corridor-land']]).toEqual([0, 0]);
  const hung = figuresOf([hang]);
  const both = figuresOf([hang, gallery]);
  // 580 m of corridor, 20 m wide, at 1.5 mu a metre of width and kilometre.
  expect(both['works.freed-land']! / (0.58 * 30)).toBeCloseTo(1, 1);
  expect(both['energy.corridor-land']! + both['works.freed-land']!).toBeCloseTo(hung['energy.corridor-land']!, 9);
  expect(both['works.net-benefit']! - plain['works.net-benefit']!).toBeCloseTo(5e6 * both['works.freed-land']!, -1);
  // Part of the network is cable again.
  expect(both['energy.network-losses']).not.toBe(hung['energy.network-losses']);
  expect(figuresOf([hang, { ...gallery, settings: { ...gallery.settings, power: false } }])['works.freed-land']).toBe(
    0,
  );
});
