/**
 * Row E5 within E1: a station's battery carries its part of the grid while the substation is out. Ten pairs of mornings
 * that share everything but the battery, on the smallest grid with a station; handed over by people, so that without it
 * everybody waits for them.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolverInNode } from '../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../sim/interventions';
import type { LinearSolver } from '../../sim/kernel';
import type { KpiName } from '../../sim/ports';
import { bandOfMean } from '../../sim/studies';
import { begin, HOUR_S, outage } from '../domains/energy/island-city';
import { smallStation } from '../domains/energy/small-station';
import { change } from './paired';

const SEEDS = 10;
const DEADBAND = 0.002;
const scene = smallStation();
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

/** From three in the morning to two in the afternoon; the substation's transformers are out from nine to noon. */
const OUT = outage(6 * HOUR_S, 9 * HOUR_S, ['t1', 't2']);
const WATCHED_H = 11;

function morning(seed: number, changes: readonly Intervention[]): Record<KpiName, number> {
  const when = { startDay: 205, startSeconds: 3 * HOUR_S, seed, stepSeconds: { energy: 900 } };
  const { engine } = begin(scene, linear, { ...when, interventions: [...changes, OUT] });
  engine.runTo(WATCHED_H * HOUR_S);
  return engine.measure() as Record<KpiName, number>;
}

const batteryOf = (power: number, energy: number) =>
  ({ ...change('station-battery', ['s'], { power, energy }), id: 'battery' }) as Intervention;

const without: Record<KpiName, number>[] = [];

function signsOf(power: number, energy: number, kpis: readonly KpiName[]): Partial<Record<KpiName, number>> {
  const found: Partial<Record<KpiName, number>> = {};
  for (let seed = without.length + 1; seed <= SEEDS; seed++) without.push(morning(seed, []));
  const having = Array.from({ length: SEEDS }, (_, i) => morning(i + 1, [batteryOf(power, energy)]));
  for (const kpi of kpis) {
    const differences = having.map((each, i) => each[kpi] - without[i][kpi]);
    const mean = differences.reduce((sum, value) => sum + value, 0) / SEEDS;
    const base = without.reduce((sum, each) => sum + Math.abs(each[kpi]), 0) / SEEDS;
    const isNone = Math.abs(mean) <= bandOfMean(differences) || Math.abs(mean) <= DEADBAND * base;
    found[kpi] = isNone ? 0 : Math.sign(mean);
    if (found[kpi] === 0) continue;
    expect(differences.filter((value) => Math.sign(value) === found[kpi]).length).toBeGreaterThanOrEqual(9);
  }
  return found;
}

const FOR_BETTER_OR_WORSE = [
  'energy.unserved-electricity',
  'energy.island-electricity',
  'energy.unserved-heat',
  'energy.unserved-cooling',
  'energy.unserved-gas',
  'energy.buildings-dark',
  'energy.breaker-trips',
  'energy.worst-loading',
  'energy.electric-peak',
] as const satisfies readonly KpiName[];

describe('over ten paired seeds', () => {
  it('E5 in E1: less goes unserved, of power, heat and cold; nobody stays dark, and nothing trips or is fuller than before', () => {
    expect(signsOf(1_000, 4_000, FOR_BETTER_OR_WORSE)).toEqual({
      'energy.unserved-electricity': -1,
      'energy.island-electricity': 1,
      'energy.unserved-heat': -1,
      'energy.unserved-cooling': -1,
      'energy.unserved-gas': 0,
      'energy.buildings-dark': 0,
      'energy.breaker-trips': 0,
      'energy.worst-loading': -1,
      'energy.electric-peak': -1,
    });
  });

  it('E5 in E1 with power for half the feeder: less goes unserved, since the station’s own place is carried', () => {
    expect(signsOf(500, 500, FOR_BETTER_OR_WORSE.slice(0, 4))).toEqual({
      'energy.unserved-electricity': -1,
      'energy.island-electricity': 1,
      'energy.unserved-heat': -1,
      'energy.unserved-cooling': -1,
    });
  });

  it('E5 in E1, too small for the station’s own machines: it carries nobody, and nobody is worse off', () => {
    const kpis = FOR_BETTER_OR_WORSE.slice(0, 7);
    expect(signsOf(100, 400, kpis)).toEqual(Object.fromEntries(kpis.map((kpi) => [kpi, 0])));
  });
});

it.each([60, 900])('E5 in E1 at %d s: what goes unserved falls by a third at least', (stepS) => {
  const when = { startDay: 205, startSeconds: 3 * HOUR_S, seed: 3, stepSeconds: { energy: stepS } };
  const unserved = [[], [batteryOf(1_000, 4_000)]].map((changes) => {
    const { engine } = begin(scene, linear, { ...when, interventions: [...changes, OUT] });
    engine.runTo(9.5 * HOUR_S);
    return engine.measure()['energy.unserved-electricity'] as number;
  });
  expect(unserved[1]).toBeLessThan((2 / 3) * unserved[0]);
  // At the other feeder there is no battery.
  expect(unserved[1]).toBeGreaterThan(unserved[0] / 3);
});
