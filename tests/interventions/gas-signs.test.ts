/**
 * Row U1 of the interventions, as far as the gas network goes: a torn main over ten paired seeds that share everything
 * but the change. Where it is the only way, machines stop once the pipes are empty; where there is another, nobody notices.
 */
import { beforeAll, expect, it } from 'vitest';
import type { EnergyState } from '../../sim/domains/energy';
import { loadSolverInNode } from '../../sim/hosts/solver/load-in-node';
import { checkInterventions, type Intervention } from '../../sim/interventions';
import type { ElementId, LinearSolver } from '../../sim/kernel';
import type { Happening, KpiName } from '../../sim/ports';
import { bandOfMean } from '../../sim/studies';
import { gasTown, runTown } from '../domains/energy/gas-town';
import { figures } from '../domains/energy/simulate';

const SEEDS = 10;
const HOUR_S = 3_600;
const CUT_S = 0.5 * HOUR_S;
const TICK_S = 0.5;

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

const torn: Intervention = {
  id: 'it',
  kind: 'cut-gas-main',
  targets: ['main' as ElementId],
  settings: { open: 2 },
  fromSeconds: CUT_S,
  untilSeconds: null,
};

interface Ended {
  readonly kpis: Record<KpiName, number>;
  readonly heard: readonly Happening[];
}

const shortage = (pressure: number): Intervention => ({
  ...torn,
  kind: 'gas-shortage',
  targets: [],
  settings: { pressure },
});

function runOf(isLooped: boolean, stepS: number, seed: number, change: Intervention | null): Ended {
  const heard: Happening[] = [];
  let end: EnergyState | null = null;
  const interventions = change === null ? [] : [change];
  runTown(
    gasTown(isLooped),
    linear,
    { seed, startDay: 15, startSeconds: 5 * HOUR_S, stepSeconds: { energy: stepS }, interventions },
    (state) => {
      end = state;
    },
    { happened: (each) => heard.push(each) },
  ).runTo(2 * HOUR_S);
  return { kpis: figures({ state: end as unknown as EnergyState } as never), heard };
}

const DEADBAND = 0.002;

function signs(
  isLooped: boolean,
  stepS: number,
  expected: Partial<Record<KpiName, -1 | 0 | 1>>,
  change: Intervention = torn,
): { found: typeof expected; cut: Ended[] } {
  const without = Array.from({ length: SEEDS }, (_, i) => runOf(isLooped, stepS, i + 1, null));
  const cut = Array.from({ length: SEEDS }, (_, i) => runOf(isLooped, stepS, i + 1, change));
  const found: typeof expected = {};
  for (const kpi of Object.keys(expected) as KpiName[]) {
    const differences = cut.map(({ kpis }, i) => kpis[kpi] - without[i].kpis[kpi]);
    const mean = differences.reduce((sum, value) => sum + value, 0) / SEEDS;
    const base = without.reduce((sum, { kpis }) => sum + Math.abs(kpis[kpi]), 0) / SEEDS;
    const isNone = Math.abs(mean) <= bandOfMean(differences) || Math.abs(mean) <= DEADBAND * base;
    found[kpi] = isNone ? 0 : (Math.sign(mean) as -1 | 1);
    if (!isNone)
      expect(differences.filter((value) => Math.sign(value) === found[kpi]).length).toBeGreaterThanOrEqual(9);
  }
  return { found, cut };
}

it('over ten paired seeds, a torn main that is the only way: less gas, engines stop after a while, more power bought, houses go cold', () => {
  const expected = {
    'energy.gas': -1,
    'energy.leaked-gas': 1,
    'energy.unserved-gas': 1,
    'energy.engine-electricity': -1,
    'energy.imported-electricity': 1,
    'energy.unserved-heat': 1,
    'energy.lowest-gas-pressure': -1,
  } as const;
  const { found, cut } = signs(false, 60, expected);
  expect(found).toEqual(expected);
  for (const { heard } of cut) {
    const trip = heard.find(({ code }) => code === 'energy.engine-gas-trip')!;
    const delayS = (trip.tick as number) * TICK_S - CUT_S;
    // What the pipes hold lasts for longer than a step, and not for ever.
    expect(delayS).toBeGreaterThan(600);
    expect(delayS).toBeLessThan(HOUR_S);
  }
});

it('over ten paired seeds, a torn main beside another: gas is lost, and nobody goes without', () => {
  const expected = {
    'energy.gas': 0,
    'energy.leaked-gas': 1,
    'energy.unserved-gas': 0,
    'energy.engine-electricity': 0,
    'energy.imported-electricity': 0,
    'energy.unserved-heat': 0,
  } as const;
  const { found, cut } = signs(true, 900, expected);
  expect(found).toEqual(expected);
  for (const { heard } of cut) expect(heard.some(({ code }) => code.endsWith('gas-trip'))).toBe(false);
});

it('over ten paired seeds, gates shut: less gas, engines and heat go, more power is bought, and no gas is lost to the air', () => {
  const expected = {
    'energy.gas': -1,
    'energy.leaked-gas': 0,
    'energy.unserved-gas': 1,
    'energy.engine-electricity': -1,
    'energy.imported-electricity': 1,
    'energy.unserved-heat': 1,
    'energy.lowest-gas-pressure': -1,
  } as const;
  const { found, cut } = signs(true, 60, expected, shortage(0));
  expect(found).toEqual(expected);
  for (const { heard } of cut) expect(heard.some(({ code }) => code === 'energy.engine-gas-trip')).toBe(true);
});

it('over ten paired seeds, gates at half their pressure: regulators hold theirs, and nobody notices', () => {
  const expected = {
    'energy.gas': 0,
    'energy.unserved-gas': 0,
    'energy.engine-electricity': 0,
    'energy.unserved-heat': 0,
  } as const;
  expect(signs(true, 900, expected, shortage(50)).found).toEqual(expected);
});

it('a city without gas refuses to lose it, by name', () => {
  const scene = gasTown(false, (files) => {
    delete files['gas.json'];
    files['scene.json'].files = files['scene.json'].files.filter((file: string) => file !== 'gas.json');
    files['stations.json'].stations[0].gas = undefined;
    files['stations.json'].stations[0].units = [{ id: 'p', kind: 'air-source-heat-pump', heatKw: 4_000 }];
    for (const { serves } of files['buildings.json'].buildings) serves.gas = undefined;
  });
  expect(checkInterventions([shortage(0)], scene).map(({ code }) => code)).toContain('intervention.no-gas-gate');
});
