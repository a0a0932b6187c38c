import { beforeAll, describe, expect, it } from 'vitest';
import { type EnergyState, energyDomain } from '../../../sim/domains/energy';
import { loadSolverInNode } from '../../../sim/hosts/solver/load-in-node';
import type { AnyDomain } from '../../../sim/ports';
import { createEngine, deskInPlace } from '../../../sim/runtime';
import { defaultScenario } from '../../../sim/scenarios';
import { addedUnits, planNow, stationNow, unitNow } from '../../../src/state/stations-now';
import { oneStation } from './one-station';

const scene = oneStation();
const [station] = scene.scene.stations!.stations;
let state: EnergyState;
let sections: Record<string, Float32Array>;

beforeAll(async () => {
  const watched: AnyDomain = {
    ...energyDomain,
    step(own, context) {
      energyDomain.step(own, context);
      state = own;
    },
  };
  const linear = await loadSolverInNode();
  const scenario = { ...defaultScenario(scene.id), domains: ['energy'], startDay: 15, startSeconds: 6 * 3_600 };
  createEngine({ scene, scenario, domains: [watched], desk: deskInPlace([watched], { linear }) }).runTo(1_800);
  const specs = energyDomain.frameSections(scene);
  const written = specs.map((spec) => {
    const f32 = new Float32Array(spec.stride * spec.capacity);
    return { spec, f32, u32: new Uint32Array(0), u8: new Uint8Array(0), count: 0 };
  });
  energyDomain.writeFrame(state, written, 0);
  for (const { spec, count } of written) expect(count, spec.name).toBe(spec.capacity);
  sections = Object.fromEntries(written.map(({ spec, f32 }) => [spec.name, f32]));
});

describe('what a view is told of stations', () => {
  it('is what each machine does, in the order of the scene', () => {
    const { hub, standing } = state.stations!;
    let running = 0;
    station.units.forEach((unit, row) => {
      const b = hub.banks.findIndex(({ id }) => id === unit.id);
      const now = unitNow(sections['energy.stations'], row, unit.storageKwh !== undefined)!;
      expect(now.outputKw).toBeCloseTo(standing.outputKw[b], 1);
      expect(now.gasKw).toBeCloseTo(standing.gasKw[b], 1);
      expect(now.running).toBe(standing.running[b]);
      const { store, count, sizeKw } = hub.banks[b];
      expect([now.sizeKw, now.capacityKwh]).toEqual([count * sizeKw, store?.capacityKwh ?? 0]);
      if (store) expect(now.heldKwh).toBeCloseTo(standing.heldKwh[b], 0);
      running += now.running;
    });
    expect(running).toBeGreaterThan(0);
  });

  it('sums up what the station takes and gives, and the plan that it follows', () => {
    const units = station.units.length;
    const now = stationNow(sections['energy.stations'], units)!;
    const { standing, plan } = state.stations!;
    const gas = standing.gasKw.reduce((sum, kw) => sum + kw, 0);
    expect(now.supply).toBe('grid');
    expect(now.gasKw).toBeCloseTo(gas, 1);
    expect(now.heatKw).toBeGreaterThan(0);
    // Gas by IPCC's 56.1 kg/GJ, power by Shandong's 0.641 kg/kWh.
    const carbon = 0.0561 * 3.6 * now.gasKw + 0.641 * (now.drawnKw - now.givenKw);
    expect(now.carbonKgPerH).toBeCloseTo(carbon, 0);
    const told = planNow(sections['energy.stations'], units + 1)!;
    expect(told).toMatchObject({ status: 'made', fromSeconds: plan!.fromS, aim: 'primary-energy' });
    expect(addedUnits(sections['energy.stations'], units + 2)).toEqual([]);
    expect(unitNow(sections['energy.stations'], units + 5, false)).toBeUndefined();
  });
});

it('tells the water of every pipe: which way it goes, and how warm it is', () => {
  const rows = sections['energy.heat'];
  const { loops } = state.stations!;
  let row = 0;
  for (const carrier of ['heat', 'cooling'] as const) {
    for (const { id, pipes, supplyC, returnC } of scene.scene[carrier]!.loops) {
      const { net } = loops.find((loop) => loop.id === id && loop.carrier === carrier)!;
      for (let b = 0; b < pipes.length; b++, row++) {
        expect(rows[2 * row]).toBeCloseTo(net.kgPerM3 * net.flows.pipeM3PerS[b], 3);
        // Nothing is hotter than its loop is fed, nor colder: water that stands takes on the ground's temperature.
        const celsius = rows[2 * row + 1];
        expect(celsius).toBeGreaterThan(Math.min(supplyC, returnC, 0) - 1);
        expect(celsius).toBeLessThan(Math.max(supplyC, returnC) + 1);
      }
    }
  }
  expect(2 * row).toBe(rows.length);
  expect(rows.some((value, i) => i % 2 === 0 && value > 1)).toBe(true);
});
