/**
 * Row E9, the retrofit that E14 needs and the aim of dispatch, over ten paired seeds on the smallest grid that has an
 * energy station: an engine, boilers and a heat pump.
 */
import { beforeAll, describe, expect, it } from 'vitest';
import { loadSolverInNode } from '../../sim/hosts/solver/load-in-node';
import type { Intervention } from '../../sim/interventions';
import type { LinearSolver } from '../../sim/kernel';
import type { KpiName } from '../../sim/ports';
import type { Scenario } from '../../sim/scenarios';
import type { CompiledScene } from '../../sim/scene';
import { energyAlone } from '../domains/energy/energy-alone';
import { heatedFeeder } from '../domains/energy/heated-feeder';
import { change } from './paired';

const SEEDS = 10;
const HOUR_S = 3_600;
const DEADBAND = 0.002;

let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

interface Watched {
  readonly figures: Record<KpiName, number>;
  /** Highest of what houses asked their loop for. */
  readonly heatPeakKw: number;
}

function runOf(scene: CompiledScene, changes: Partial<Scenario>, hours: number): Watched {
  let heatPeakKw = 0;
  const engine = energyAlone(scene, linear, { stepSeconds: { energy: 900 }, ...changes }, ({ consumers }) => {
    const askedKw = consumers!.asked.heatKw.reduce((sum, kw) => sum + kw, 0);
    heatPeakKw = Math.max(heatPeakKw, askedKw);
  });
  engine.runTo(hours * HOUR_S);
  const figures = engine.measure();
  return { figures: figures as Record<KpiName, number>, heatPeakKw };
}

interface Pair {
  readonly without: Watched;
  readonly with: Watched;
}

function pairs(scene: CompiledScene, of: ReturnType<typeof change>, when: Partial<Scenario>, hours: number): Pair[] {
  return Array.from({ length: SEEDS }, (_, i) => {
    const settings = { ...when, seed: i + 1 };
    return {
      without: runOf(scene, settings, hours),
      with: runOf(scene, { ...settings, interventions: [of as Intervention] }, hours),
    };
  });
}

function signOf(list: readonly Pair[], figure: (of: Watched) => number): number {
  const differences = list.map((pair) => figure(pair.with) - figure(pair.without));
  const base = list.reduce((sum, pair) => sum + Math.abs(figure(pair.without)), 0) / SEEDS;
  for (const sign of [1, -1]) {
    if (differences.filter((each) => each * sign > DEADBAND * base).length >= 9) return sign;
  }
  return differences.every((each) => Math.abs(each) <= DEADBAND * base) ? 0 : Number.NaN;
}

const of = (name: KpiName) => (watched: Watched) => watched.figures[name];

describe('over ten paired seeds', () => {
  const winter = { startDay: 10, startSeconds: 4 * HOUR_S };

  it('E9, a cold snap: more heat at the peak, more gas; none goes without while boilers are to spare', () => {
    const list = pairs(heatedFeeder(), change('cold-snap', [], { degrees: 8 }), winter, 8);
    expect(signOf(list, ({ heatPeakKw }) => heatPeakKw)).toBe(1);
    expect(signOf(list, of('energy.gas'))).toBe(1);
    expect(signOf(list, of('energy.unserved-heat'))).toBe(0);
  });

  it('E9 where there is nothing to spare: somebody goes without heat', () => {
    const list = pairs(heatedFeeder({ boilers: 0 }), change('cold-snap', [], { degrees: 8 }), winter, 8);
    expect(signOf(list, of('energy.unserved-heat'))).toBe(1);
  });

  it('a retrofit to passive houses: less heat, less gas, a lower peak of heat', () => {
    const list = pairs(heatedFeeder(), change('retrofit-buildings', [], { standard: 'passive-house' }), winter, 6);
    expect(signOf(list, ({ heatPeakKw }) => heatPeakKw)).toBe(-1);
    expect(signOf(list, of('energy.heat-delivered'))).toBe(-1);
    expect(signOf(list, of('energy.gas'))).toBe(-1);
  });

  it('E14, less of the pan-energy network: more carbon, less saved, a smaller clean share; and the more of it the better', () => {
    const mix = (engines: number, heatPumps: number, renewables: number, passiveHouses: number) =>
      change('pan-energy-mix', [], { engines, heatPumps, renewables, passiveHouses });
    const nothing = pairs(heatedFeeder(), mix(0, 0, 0, 0), winter, 6);
    expect(signOf(nothing, of('energy.co2'))).toBe(1);
    expect(signOf(nothing, of('park.energy-saving'))).toBe(-1);
    expect(signOf(nothing, of('park.clean-share'))).toBe(-1);
    expect(signOf(nothing, of('energy.unserved-heat'))).toBe(0);
    const houses = pairs(heatedFeeder(), mix(100, 100, 100, 100), winter, 6);
    expect(signOf(houses, of('park.energy-saving'))).toBe(1);
    expect(signOf(houses, of('energy.co2'))).toBe(-1);
  });

  it('stations run for the lowest bill: it costs no more than for least primary energy, and takes no less of it', () => {
    const list = pairs(heatedFeeder(), change('dispatch-aim', [], { aim: 'cost' }), winter, 12);
    expect(signOf(list, of('energy.cost'))).toBe(-1);
    expect(signOf(list, of('energy.primary-energy'))).toBe(1);
  });
});
