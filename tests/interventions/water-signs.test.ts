/**
 * Row U5 of the interventions, as far as the pressurised network goes, and pumps that fail: ten paired seeds that share
 * everything but the change. Where a ring closes the gap nobody is short for long; where it was the only way, they are.
 */
import { beforeAll, expect, it } from 'vitest';
import { waterDomain } from '../../sim/domains/water';
import { loadPressureSolverInNode } from '../../sim/hosts/hydraulics/load-in-node';
import type { Intervention } from '../../sim/interventions';
import type { ElementId, PressureSolver } from '../../sim/kernel';
import type { KpiName } from '../../sim/ports';
import { bandOfMean } from '../../sim/studies';
import { runWater, waterTown } from '../domains/water/water-town';

const SEEDS = 10;
const HOUR_S = 3_600;
const DEADBAND = 0.002;

let pressure: PressureSolver;
beforeAll(async () => {
  pressure = await loadPressureSolverInNode();
});

const change = (kind: string, targets: readonly string[], settings = {}): Intervention => ({
  id: 'it',
  kind,
  targets: targets as ElementId[],
  settings,
  fromSeconds: 0,
  untilSeconds: null,
});

/** What is measured when so many minutes have passed. */
function runOf(seed: number, interventions: readonly Intervention[], minutes: number): Record<KpiName, number> {
  const town = runWater(
    waterTown(),
    { pressure },
    { seed, interventions: [...interventions], startSeconds: 7 * HOUR_S },
  );
  town.engine.runTo(minutes * 60);
  const found = {} as Record<KpiName, number>;
  waterDomain.measure(town.state(), (kpi, value) => {
    found[kpi] = value;
  });
  return found;
}

function signs(of: Intervention, minutes: number, expected: Partial<Record<KpiName, -1 | 0 | 1>>): typeof expected {
  const seeds = Array.from({ length: SEEDS }, (_, i) => i + 1);
  const without = seeds.map((seed) => runOf(seed, [], minutes));
  const changed = seeds.map((seed) => runOf(seed, [of], minutes));
  const found: typeof expected = {};
  for (const kpi of Object.keys(expected) as KpiName[]) {
    const differences = changed.map((kpis, i) => kpis[kpi] - without[i][kpi]);
    const mean = differences.reduce((sum, value) => sum + value, 0) / SEEDS;
    const base = without.reduce((sum, kpis) => sum + Math.abs(kpis[kpi]), 0) / SEEDS;
    const isNone = Math.abs(mean) <= bandOfMean(differences) || Math.abs(mean) <= DEADBAND * base;
    found[kpi] = isNone ? 0 : (Math.sign(mean) as -1 | 1);
    if (!isNone)
      expect(differences.filter((value) => Math.sign(value) === found[kpi]).length).toBeGreaterThanOrEqual(9);
  }
  return found;
}

it('a burst, over ten paired seeds: pressure falls, water is lost and does not come, pumps work harder', () => {
  const expected = {
    'water.lowest-pressure': -1,
    'water.burst-loss': 1,
    'water.unserved': 1,
    'water.buildings-short': 1,
    'water.pump-electricity': 1,
  } as const;
  expect(signs(change('burst-water-main', ['b3:b4'], { hole: 150 }), 5, expected)).toEqual(expected);
});

it('a burst in a ring that is shut from afar: water was lost, and half an hour later nobody is short', () => {
  const expected = { 'water.burst-loss': 1, 'water.buildings-short': 0 } as const;
  expect(signs(change('burst-water-main', ['a1:a2'], { hole: 100 }), 30, expected)).toEqual(expected);
});

it('all pumps out: the tank gives what it has at its own pressure, and no power is drawn', () => {
  const expected = { 'water.lowest-pressure': -1, 'water.pump-electricity': -1, 'water.burst-loss': 0 } as const;
  expect(signs(change('water-pump-outage', ['p1', 'p2', 'p3']), 10, expected)).toEqual(expected);
});

it('a fire: pressure falls while hydrants run', () => {
  const expected = { 'water.lowest-pressure': -1, 'water.pump-electricity': 1, 'water.burst-loss': 0 } as const;
  expect(signs(change('fight-fire', ['B3'], { flow: 144 }), 10, expected)).toEqual(expected);
});
