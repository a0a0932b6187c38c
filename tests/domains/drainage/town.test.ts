/** Rain on a town: what falls is somewhere, what does not fit stands where the street is lowest, and nothing falls for nothing. */
import { describe, expect, it } from 'vitest';
import { depthMm, drainageDomain, fallenMm } from '../../../sim/domains/drainage';
import { drainTown, on, runDrains, storm, withPump } from './drain-town';

const town = drainTown();
const HOUR_S = 3_600;

describe('a design storm', () => {
  it('falls in all as its curve says, and round its peak as the curve of every shorter length', () => {
    const of = { years: 10, totalMm: Number.NaN, minutes: 120, peakShare: 0.4 };
    expect(fallenMm(of, 120)).toBeCloseTo(depthMm(10, 120), 9);
    for (const length of [5, 30, 60]) {
      const peak = 48;
      const most = fallenMm(of, peak + 0.6 * length) - fallenMm(of, peak - 0.4 * length);
      expect(most).toBeCloseTo(depthMm(10, length), 9);
    }
    expect(fallenMm({ ...of, totalMm: 80 }, 999)).toBeCloseTo(80, 9);
  });

  it('of Qingdao’s curve has 333 L/(s·ha) for a minute’s limit once a year', () => {
    expect((depthMm(1, 1e-6) / 1e-6) * 167).toBeCloseTo(1919.009 / 10.74 ** 0.738, 3);
  });
});

describe('a cloudburst', () => {
  const wet = runDrains(town, [storm()]);
  wet.engine.runTo(3 * HOUR_S);
  const { run, totals } = wet.state();

  it('is closed to 1e-9 in every step', () => {
    expect(totals.rainM3).toBeCloseTo((40_000 * depthMm(50, 60)) / 1_000, 6);
    expect(totals.worstImbalance).toBeLessThan(1e-9);
    expect(totals.outfallM3).toBeGreaterThan(0.3 * totals.rainM3);
  });

  it('floods the sag and not the hill, and names the full main as its cause, and that the storm', () => {
    const flooded = wet.heard.filter(({ code }) => code === 'drainage.road-flooded');
    const full = wet.heard.find(({ code }) => code === 'drainage.main-full')!;
    const began = wet.heard.find(({ code }) => code === 'intervention.started')!;
    expect(full.causes).toEqual([began.id]);
    expect(flooded.every(({ causes }) => causes[0] === full.id)).toBe(true);
    expect(totals.deepestM).toBeGreaterThanOrEqual(0);
    expect(run!.drains.waterM3.length).toBe(run!.plan.network.cells);
  });

  it('runs into the gallery that opens at the sag, as its section is told', () => {
    expect(totals.galleryM3).toBeGreaterThan(0);
    expect(wet.heard.find(({ code }) => code === 'drainage.water-in-gallery')?.element).toBe('tunnel.power/1');
  });
});

it('comes to rest when all is drained, and costs nothing from then on', () => {
  const of = runDrains(town, [{ ...on('steady-rain', [], { intensity: 10 }), untilSeconds: HOUR_S }]);
  of.engine.runTo(8 * HOUR_S);
  const { run, totals } = of.state();
  expect(run!.isAtRest).toBe(true);
  const steps = totals.wetSteps;
  of.engine.runTo(9 * HOUR_S);
  expect(of.state().totals.wetSteps).toBe(steps);
  expect(of.kpis()['drainage.worst-depth']).toBe(0);
});

it('in dry weather is never planned', () => {
  const of = runDrains(town, []);
  of.engine.runTo(600);
  expect(of.state().run).toBeNull();
});

it('goes on after save and load as if nothing had been, to the last bit', () => {
  const one = runDrains(town, [storm()]);
  one.engine.runTo(1_500);
  const state = one.state();
  const bytes = drainageDomain.save(state);
  const again = drainageDomain.load(town, state.settings, bytes);
  expect(drainageDomain.save(again)).toEqual(bytes);
  const two = runDrains(town, [storm()]);
  two.engine.runTo(1_500);
  expect(drainageDomain.save(two.state())).toEqual(bytes);
});

it('a pump without power lifts nothing', () => {
  const scene = drainTown(withPump);
  const runs = runDrains(scene, [storm()]);
  const stands = runDrains(scene, [storm(), on('drain-pump-outage', ['lift'])]);
  for (const each of [runs, stands]) each.engine.runTo(HOUR_S);
  expect(runs.state().totals.pumpKwh).toBeGreaterThan(0);
  expect(stands.state().totals.pumpKwh).toBe(0);
  expect(runs.state().totals.worstImbalance).toBeLessThan(1e-9);
  expect(runs.state().totals.mostStreetM3).toBeLessThan(stands.state().totals.mostStreetM3);
});
