import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Aim,
  buildModel,
  type DispatchInputs,
  dispatch,
  exactDispatch,
  type Hub,
  powerYuanPerKwh,
  totalsOf,
  whyNotAll,
} from '../../../../sim/domains/energy/dispatch';
import type { HighsSolver } from '../../../../sim/hosts/solver/highs-solver';
import { loadSolverInNode } from '../../../../sim/hosts/solver/load-in-node';
import {
  asked,
  BATTERY,
  BOILER,
  CHILLER,
  ENGINE,
  EVERYTHING,
  hub,
  PANELS,
  PUMP,
  series,
  TANK,
  worstImbalance,
} from './hubs';

let solver: HighsSolver;
beforeAll(async () => {
  solver = await loadSolverInNode();
});

function plan(of: Hub, inputs: DispatchInputs) {
  return dispatch(buildModel(of, inputs.steps, inputs.stepHours), inputs, solver);
}

/** Prices, demands and sun of hours, as anything may come. */
const hours = 8;
const hourly = (most: number) =>
  fc.array(fc.double({ min: 0, max: most, noNaN: true }), { minLength: hours, maxLength: hours });
const cases = fc.record({
  heat: hourly(6000),
  warm: hourly(1500),
  cold: hourly(3500),
  city: hourly(9000),
  sun: hourly(800),
  price: hourly(1.5),
  gas: fc.option(fc.double({ min: 0, max: 8000, noNaN: true })),
  feeder: fc.option(fc.double({ min: 0, max: 4000, noNaN: true })),
  out: fc.option(fc.integer({ min: 0, max: 8 })),
  aim: fc.constantFrom('cost', 'carbon', 'primary-energy' as Aim),
});

function inputsOf(of: Hub, given: typeof cases extends fc.Arbitrary<infer T> ? T : never): DispatchInputs {
  const inputs = asked(of, hours, {
    's0.90': given.heat,
    's0.45': given.warm,
    's0.c': given.cold,
    'city.ordinary': given.city,
  });
  const panels = of.banks.findIndex(({ id }) => id === 's0.panels');
  if (panels >= 0) inputs.availableKw.set(given.sun, panels * hours);
  inputs.buyYuanPerKwh.set(given.price);
  if (given.gas !== null) inputs.gasKw[0] = given.gas;
  if (given.feeder !== null) inputs.feederKw[0] = given.feeder;
  if (given.out !== null) inputs.machines.fill(0, given.out * hours, (given.out + 1) * hours);
  return { ...inputs, aim: given.aim };
}

describe('a plan', () => {
  it('takes the cheaper of boiler and heat pump: gas at 0.37 / 0.94 against power over its COP', () => {
    const of = hub([BOILER, PUMP]);
    const inputs = asked(of, 2, { 's0.45': 800 });
    inputs.buyYuanPerKwh.set([0.66, 2]);
    const { plan: found, objective } = plan(of, inputs);
    expect(series(of, found, 'outputKw', 's0.pump')).toEqual([800, 0]);
    expect(series(of, found, 'outputKw', 's0.boiler')).toEqual([0, 800]);
    expect(objective).toBeCloseTo(800 * (0.66 / 4) + (800 * 0.37) / 0.94, 6);
  });

  it('runs engines from 0.502 yuan a kWh on where their heat is wanted, and not below', () => {
    // 0.37 · 2.5 for the fuel of a kWh, less 1.075 kWh of heat that a boiler would make at 0.37 / 0.94
    const of = hub([{ ...ENGINE, rampPerMinute: 0.5 }, BOILER]);
    const dear = asked(of, 6, { 's0.90': 2150, 'city.ordinary': 5000 });
    dear.now.running.fill(2, 0, 1);
    dear.now.outputKw.fill(2000, 0, 1);
    dear.buyYuanPerKwh.fill(0.51);
    expect(series(of, plan(of, dear).plan, 'outputKw', 's0.engine')).toEqual(Array(6).fill(2000));
    dear.buyYuanPerKwh.fill(0.49);
    expect(series(of, plan(of, dear).plan, 'outputKw', 's0.engine')).toEqual(Array(6).fill(0));
  });

  it('buys in the valley what it uses at the peak: a full battery earns capacity times the spread', () => {
    const alone = hub([]);
    const of = hub([BATTERY]);
    const demand = { 'city.ordinary': 1000 };
    const prices = [1, 2, 17, 18].map((hour) => powerYuanPerKwh(hour * 3600));
    const [without, within] = [asked(alone, 4, demand), asked(of, 4, demand)];
    without.buyYuanPerKwh.set(prices);
    within.buyYuanPerKwh.set(prices);
    // From half full to full and back: 500 kWh at 1.05 − 0.33.
    expect(plan(alone, without).objective - plan(of, within).objective).toBeCloseTo(360, 0);
  });

  it('never runs a machine between nothing and its minimum load, closes every balance, and there always is a plan: gas, cables and machines may fail', () => {
    const of = hub(EVERYTHING);
    fc.assert(
      fc.property(cases, (given) => {
        const inputs = inputsOf(of, given);
        const found = plan(of, inputs);
        expect(found.status).toBe('optimal');
        expect(worstImbalance(of, found.plan, inputs)).toBeLessThan(1e-6);
        of.banks.forEach(({ sizeKw, minimumLoad, kind }, b) => {
          for (let at = b * hours; at < (b + 1) * hours; at++) {
            const kw = found.plan.outputKw[at];
            const running = found.plan.running[at];
            if (kind.startsWith('photo') || kind.endsWith('store') || kind === 'battery') continue;
            expect(kw === 0 || kw >= running * minimumLoad * sizeKw - 1e-5).toBe(true);
            expect(kw).toBeLessThanOrEqual(running * sizeKw + 1e-5);
            expect(running === 0).toBe(kw === 0);
          }
        });
        expect(found.objective).toBeGreaterThanOrEqual(found.bound - 1e-6 * (1 + Math.abs(found.bound)));
        for (const each of Object.values(found.plan))
          if (typeof each !== 'number') expect(each.every(Number.isFinite)).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('is best by its own aim among the three', () => {
    const of = hub(EVERYTHING, 1);
    const inputs = asked(of, 24, { 's0.90': 2500, 's0.45': 700, 's0.c': 900, 'city.ordinary': 4000 });
    for (let t = 0; t < 24; t++) inputs.buyYuanPerKwh[t] = powerYuanPerKwh(t * 3600);
    const of3 = (aim: Aim) => totalsOf(of, plan(of, { ...inputs, aim }).plan, inputs);
    const [cost, carbon, primary] = [of3('cost'), of3('carbon'), of3('primary-energy')];
    // Rounding of engines may cost a little: a hundredth.
    expect(cost.yuan).toBeLessThan(1.01 * Math.min(carbon.yuan, primary.yuan));
    expect(carbon.carbonKg).toBeLessThan(1.01 * Math.min(cost.carbonKg, primary.carbonKg));
    expect(primary.primaryKwh).toBeLessThan(1.01 * Math.min(cost.primaryKwh, carbon.primaryKwh));
    expect(cost.yuan).toBeLessThan(0.98 * primary.yuan); // least cost leaves the engines off in the valley
  });

  it('changes engines no faster than their ramp from one step to the next', () => {
    const of = hub([{ ...ENGINE, count: 1, rampPerMinute: 0.005 }, BOILER]);
    const inputs = asked(of, 6, { 's0.90': 1075, 'city.ordinary': 5000 });
    inputs.buyYuanPerKwh.fill(0.9);
    const kw = series(of, plan(of, inputs).plan, 'outputKw', 's0.engine');
    expect(kw[0]).toBeCloseTo(500, 6); // it starts at its minimum load
    for (let t = 1; t < 6; t++) expect(kw[t] - kw[t - 1]).toBeLessThanOrEqual(300 + 1e-6);
    expect(kw[5]).toBeCloseTo(1000, 6);
  });

  it('keeps to what may be sold and to what supplies and feeders carry', () => {
    const of = hub([PANELS, PUMP]);
    const inputs = asked(of, 2, { 's0.45': 400 });
    inputs.availableKw.fill(800, 0, 2);
    inputs.sellYuanPerKwh.fill(0.39);
    inputs.exportKw.set([300, 1000]);
    const { plan: found } = plan(of, inputs);
    expect([...found.sellKw]).toEqual([300, 700]); // the first hour lets 400 kW of sun go
    inputs.feederKw[0] = 200;
    expect([...plan(of, inputs).plan.sellKw]).toEqual([200, 200]);
  });

  it('makes heat when it is cheap and keeps it in the tank', () => {
    const of = hub([TANK, { ...PUMP, heatKw: 2000 }]);
    const inputs = asked(of, 6, { 's0.45': 500 });
    inputs.buyYuanPerKwh.set([0.33, 0.33, 0.33, 1.05, 1.05, 1.05]);
    // A tank of warm water is at the hot level and gives to the warm one; a heat pump cannot fill it.
    expect(series(of, plan(of, inputs).plan, 'chargeKw', 's0.tank').every((kw) => kw <= 0)).toBe(true);
    const boiler = hub([TANK, BOILER, { ...ENGINE, count: 1 }]);
    const hot = asked(boiler, 6, { 's0.90': 500, 'city.ordinary': 3000 });
    hot.buyYuanPerKwh.set([1.05, 1.05, 1.05, 0.33, 0.33, 0.33]);
    const charge = series(boiler, plan(boiler, hot).plan, 'chargeKw', 's0.tank');
    expect(charge[0] + charge[1] + charge[2]).toBeGreaterThan(300);
    expect(charge[3] + charge[4] + charge[5]).toBeLessThan(-300);
  });

  it('is at most a few percent from the plan with whole machines, which is never worse than it', () => {
    const of = hub(EVERYTHING);
    const inputs = asked(of, 24, { 's0.90': 1900, 's0.45': 350, 's0.c': 260, 'city.ordinary': 2500 });
    for (let t = 0; t < 24; t++) inputs.buyYuanPerKwh[t] = powerYuanPerKwh(t * 3600);
    const rounded = plan(of, inputs);
    const exact = exactDispatch(of, inputs, solver, { relativeGap: 1e-4, mostNodes: 20_000 });
    expect(exact.status).toBe('optimal');
    expect(exact.objective).toBeGreaterThanOrEqual(rounded.bound - 1e-6);
    expect(exact.objective).toBeLessThanOrEqual(rounded.objective * (1 + 1e-4));
    expect(rounded.objective / exact.objective).toBeLessThan(1.03);
    expect(worstImbalance(of, exact.plan, inputs)).toBeLessThan(1e-6);
    of.banks.forEach(({ sizeKw, minimumLoad, store, kind }, b) => {
      if (store || kind === 'photovoltaic') return;
      for (let at = b * 24; at < (b + 1) * 24; at++) {
        const kw = exact.plan.outputKw[at];
        expect(kw === 0 || kw >= exact.plan.running[at] * minimumLoad * sizeKw - 1e-5).toBe(true);
      }
    });
  });
});

describe('a shortage', () => {
  it('of gas is named by the station and its gas, and by the proof of the solver as well', () => {
    const of = hub([BOILER], 2);
    const inputs = asked(of, 2, { 's0.90': 1000, 's1.90': 1000 });
    inputs.gasKw[0] = 800;
    const model = buildModel(of, 2, 1);
    const found = dispatch(model, inputs, solver);
    expect(found.shortages.map(({ demand }) => demand)).toEqual(['s0.90']);
    expect(found.shortages[0].because).toEqual([{ kind: 'gas', element: 's0' }]);
    expect(found.shortages[0].missedKwh).toBeCloseTo(2 * (1000 - 0.94 * 800), 6);
    const proof = whyNotAll(model, solver);
    expect(proof.some(({ kind, element }) => kind === 'gas' && element === 's0')).toBe(true);
    expect(proof.some(({ element }) => element.startsWith('s1'))).toBe(false);
  });

  it('of machines is named by the machines that are all it has', () => {
    const of = hub([BOILER, CHILLER]);
    const inputs = asked(of, 3, { 's0.90': [2000, 4000, 2000], 's0.c': 500 });
    const { shortages } = plan(of, inputs);
    expect(shortages).toHaveLength(1);
    expect(shortages[0]).toMatchObject({ demand: 's0.90', fromStep: 1, untilStep: 2 });
    expect(shortages[0].missedKwh).toBeCloseTo(1000, 6);
    expect(shortages[0].because).toEqual([{ kind: 'heat', element: 's0.boiler' }]);
  });

  it('of what a store holds is named by the store that ran empty', () => {
    const of = hub([{ ...BOILER, heatKw: 1000 }, TANK]);
    const inputs = asked(of, 4, { 's0.90': [1000, 1900, 1900, 1900] });
    const { shortages } = plan(of, inputs);
    expect(shortages.length).toBeGreaterThan(0);
    const named = shortages.flatMap(({ because }) => because.map(({ kind, element }) => `${kind} ${element}`));
    expect(named).toContain('heat s0.boiler');
    expect(named).toContain('held s0.tank');
  });

  it('is none where everybody is served, and then nothing contradicts anything', () => {
    const of = hub([BOILER]);
    const model = buildModel(of, 2, 1);
    expect(dispatch(model, asked(of, 2, { 's0.90': 2000 }), solver).shortages).toEqual([]);
    expect(whyNotAll(model, solver)).toEqual([]);
  });

  it('of power falls on those who can do without before it falls on hospitals', () => {
    const of = hub([], 1, 1000);
    const inputs = asked(of, 1, { 'city.interruptible': 400, 'city.ordinary': 400, 'city.vital': 400 });
    const missed = (importKw: number) => {
      inputs.importKw.fill(importKw);
      return [...plan(of, inputs).plan.unservedKw.subarray(0, 3)];
    };
    expect(missed(1200)).toEqual([0, 0, 0]);
    expect(missed(1000)).toEqual([200, 0, 0]);
    expect(missed(700)).toEqual([400, 100, 0]);
    expect(missed(100)).toEqual([400, 400, 300]);
  });

  it('cannot come from rounding: a boiler that was rounded off is put on before anybody is cold', () => {
    const of = hub([
      { ...BOILER, minimumLoad: 0.5 },
      { ...ENGINE, count: 1 },
    ]);
    // 200 kW are far below half a boiler: rounded off, and then on with heat to spare.
    const found = plan(of, asked(of, 2, { 's0.90': 200 }));
    expect(found.shortages).toEqual([]);
    expect(series(of, found.plan, 'outputKw', 's0.boiler').every((kw) => kw === 0 || kw >= 1500 - 1e-6)).toBe(true);
  });
});
