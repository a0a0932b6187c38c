/** A plan that lacks something says which limits are in the way, to whoever looks at the station. */
import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { ElementId, LinearSolver } from '../../../sim/kernel';
import type { CompiledScene } from '../../../sim/scene';
import type { StationFacts } from '../../../src/state/energy-book';
import { bindingKinds, planNow, stationNow } from '../../../src/state/stations-now';
import { energyAlone, machinesOut } from './energy-alone';
import { heatedFeeder } from './heated-feeder';

const HOUR_S = 3_600;
const COLD_MORNING = { startDay: 15, startSeconds: 5 * HOUR_S };
let linear: LinearSolver;
beforeAll(async () => {
  linear = await loadSolverInNode();
});

function told(scene: CompiledScene, interventions: ReturnType<typeof machinesOut>[] = [], hours = 1) {
  let state: EnergyState | undefined;
  energyAlone(scene, linear, { ...COLD_MORNING, interventions }, (last) => {
    state = last;
  }).runTo(hours * HOUR_S);
  const spec = energyDomain.frameSections(scene).find(({ name }) => name === 'energy.stations')!;
  const f32 = new Float32Array(spec.stride * spec.capacity);
  energyDomain.writeFrame(state!, [{ spec, f32, u32: new Uint32Array(0), u8: new Uint8Array(0), count: 0 }], 0);
  const [station] = scene.scene.stations!.stations;
  const units = station.units.length;
  const facts: StationFacts = {
    rows: { units: 0, station: units, plan: units + 1, added: units + 2 },
    bus: undefined,
    units: station.units,
  };
  return {
    now: stationNow(f32, units)!,
    plan: planNow(f32, units + 1)!,
    kinds: bindingKinds(f32, facts),
    state: state!,
  };
}

const change = (kind: string, settings: Record<string, number | string | boolean>, targets: string[] = []) => ({
  ...machinesOut('it', targets, 1, 60, null),
  kind,
  targets: targets as ElementId[],
  settings,
});

describe('what stands in the way of a plan', () => {
  it('is nothing where everybody is served', () => {
    const { now, plan, kinds } = told(heatedFeeder());
    expect(plan.lackingKwh).toBe(0);
    expect([now.lackingFor, plan.lackingFor, kinds]).toEqual([[], [], []]);
  });

  it('is the machines, by their kinds, where they are too small', () => {
    const { now, plan, kinds } = told(heatedFeeder({ boilers: 1, boilerKw: 500, engineKw: 300, pumpKw: 500 }));
    expect(now.lackingKwh).toBeGreaterThan(0);
    expect(now.lackingFor).toEqual(['machines']);
    expect(plan.lackingFor).toEqual(['machines']);
    expect(kinds).toContain('gas-boiler');
    expect(kinds).toContain('ground-source-heat-pump');
  });

  it('is the gas where the gates are shut, and not the boilers that it stops', () => {
    const { now, kinds } = told(heatedFeeder({ pumpKw: 500 }), [change('gas-shortage', { pressure: 0 })], 2);
    expect(now.lackingKwh).toBeGreaterThan(0);
    expect(now.lackingFor).toContain('gas');
    expect(kinds).not.toContain('gas-boiler');
    // The pump is at its most, too.
    expect(kinds).toContain('ground-source-heat-pump');
  });

  it('is the power of a station that is dark', () => {
    const dark = change('busbar-fault', { hours: 4 }, ['bar-10-1']);
    const { now, state } = told(heatedFeeder(), [dark], 2);
    expect(now.supply).toBe('none');
    expect(state.stations!.plan!.shortages.length).toBeGreaterThan(0);
    expect(now.lackingFor).toContain('supply');
    expect(now.lackingFor).not.toContain('machines');
  });
});
