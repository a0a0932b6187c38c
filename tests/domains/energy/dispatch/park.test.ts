import { beforeAll, describe, expect, it } from 'vitest';
import {
  buildModel,
  dispatch,
  giveFarEnds,
  hubOf,
  movedOn,
  updateModel,
} from '../../../../sim/domains/energy/dispatch';
import { compileStations } from '../../../../sim/domains/energy/plants/stations';
import { dayInputs } from '../../../../sim/hosts/cli/commands/dispatch-day';
import type { HighsSolver } from '../../../../sim/hosts/solver/highs-solver';
import { loadSolverInNode } from '../../../../sim/hosts/solver/load-in-node';
import { optimalityGaps } from '../../../../sim/kernel';
import { worstImbalance } from './hubs';
import { parkScene } from './park-scene';

let solver: HighsSolver;
beforeAll(async () => {
  solver = await loadSolverInNode();
});
const network = compileStations(parkScene());
const park = hubOf(network);

describe("the flagship's stations", () => {
  it('are those of the candidate park: 63 MW of engines, 82 of heat pumps, 40 of sun, 5 of wind', () => {
    const sum = (kind: string) =>
      park.banks.filter((bank) => bank.kind === kind).reduce((all, { count, sizeKw }) => all + count * sizeKw, 0);
    expect(network.stations).toHaveLength(10);
    expect(sum('chp-engine') / 1000).toBeCloseTo(63.84, 2);
    expect(sum('ground-source-heat-pump') / 1000).toBe(82);
    expect(sum('photovoltaic') / 1000).toBeCloseTo(40, 1);
    expect(sum('wind-turbine') / 1000).toBe(5);
    expect(network.importKw).toBe(300_000);
    // 1,284 A at 10 kV is what the central station's closed cable carries.
    expect(network.stations.find(({ id }) => id === 'central')?.feederKw).toBeCloseTo(Math.sqrt(3) * 12_840 * 0.95, 6);
  });

  it('refuse an engine without gas and a chiller without a rating by name', () => {
    const scene = parkScene();
    const [first] = scene.scene.stations!.stations;
    const only = (station: object) => ({
      ...scene,
      scene: { ...scene.scene, stations: { stations: [{ ...first, ...station }] } },
    });
    expect(() => compileStations(only({ gas: undefined }))).toThrow('central.chp at a station without gas');
    const units = [{ id: 'central.bare', kind: 'electric-chiller' as const }];
    expect(() => compileStations(only({ units }))).toThrow('electric-chiller central.bare without coolingKw');
  });
});

describe.each(['winter', 'summer'] as const)("a %s day of the flagship's ten stations", (season) => {
  it('is planned with prices that prove the plan optimal, every balance closed and nobody without', () => {
    const model = buildModel(park, 96, 0.25);
    const inputs = dayInputs(park, season);
    updateModel(model, inputs);
    const found = solver.solve(model.program);
    expect(found.status).toBe('optimal');
    for (const gap of Object.values(optimalityGaps(model.program, found))) expect(gap).toBeLessThan(1e-6);
    const planned = dispatch(model, inputs, solver, found.basis);
    expect(planned.shortages).toEqual([]);
    expect(worstImbalance(park, planned.plan, inputs)).toBeLessThan(1e-6);
    expect(planned.objective / planned.bound).toBeLessThan(1.02);
  });

  it('costs the same from a moved basis as from nothing, and comes out bit for bit whatever was solved before', async () => {
    const model = buildModel(park, 96, 0.25);
    const first = dispatch(model, dayInputs(park, season), solver);
    const basis = movedOn(model, first.basis, 1);
    const count = (each: Uint8Array) => each.reduce((sum, status) => sum + (status === 1 ? 1 : 0), 0);
    expect(count(basis.columns) + count(basis.rows)).toBe(model.program.rows);
    const inputs = dayInputs(park, season, 1, 1.02);
    const warm = dispatch(model, inputs, solver, basis);
    const saved = { columns: basis.columns.slice(), rows: basis.rows.slice() };
    const cold = dispatch(buildModel(park, 96, 0.25), inputs, solver);
    expect(Math.abs(warm.bound / cold.bound - 1)).toBeLessThan(1e-6);
    // Somebody else loads the run: another instance, another model, the saved basis.
    const resumed = dispatch(buildModel(park, 96, 0.25), inputs, await loadSolverInNode(), saved);
    expect(resumed).toEqual(warm);
  });
});

it.each(['cost', 'carbon', 'primary-energy'] as const)(
  'is given far ends for a warm start by least %s that cut nothing off: its prices prove the plan without them',
  (aim) => {
    const model = buildModel(park, 96, 0.25);
    updateModel(model, { ...dayInputs(park, 'winter'), aim });
    const first = solver.solve(model.program);
    const inputs = { ...dayInputs(park, 'winter', 1, 1.02), aim };
    updateModel(model, inputs);
    const oneEnded = () => {
      const { rows, rowLower, rowUpper, columnUpper } = model.program;
      let count = columnUpper.filter((each) => each === Number.POSITIVE_INFINITY).length;
      for (let row = 0; row < rows; row++)
        if (Number.isFinite(rowLower[row]) !== Number.isFinite(rowUpper[row])) count++;
      return count;
    };
    expect(oneEnded()).toBeGreaterThan(5000);
    giveFarEnds(model, inputs);
    expect(oneEnded()).toBe(0);
    const warm = solver.solve(model.program, { basis: movedOn(model, first.basis!, 1) });
    updateModel(model, inputs);
    for (const gap of Object.values(optimalityGaps(model.program, warm))) expect(gap).toBeLessThan(1e-6);
  },
);

it('plans again from now when an engine trips and gas runs short, and says what that costs whom', () => {
  const model = buildModel(park, 96, 0.25);
  const before = dispatch(model, dayInputs(park, 'winter'), solver);
  const inputs = dayInputs(park, 'winter', 1);
  const chp = park.banks.findIndex(({ id }) => id === 'sea-view.chp');
  inputs.machines.fill(0, chp * 96, (chp + 1) * 96);
  const after = dispatch(model, inputs, solver, movedOn(model, before.basis, 1));
  expect(after.plan.outputKw.subarray(chp * 96, (chp + 1) * 96).every((kw) => kw === 0)).toBe(true);
  expect(after.bound).toBeGreaterThan(before.bound);
  inputs.gasKw[park.stations.findIndex(({ id }) => id === 'sea-view')] = 0;
  const dark = dispatch(model, inputs, solver, movedOn(model, before.basis, 1));
  expect(dark.shortages.map(({ demand }) => demand)).toEqual(['sea-view.90']);
  expect(dark.shortages).toHaveLength(1);
  expect(dark.shortages[0].because).toContainEqual({ kind: 'gas', element: 'sea-view' });
});
