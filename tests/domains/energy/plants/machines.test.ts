import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Bank, bankOutput, fewestRunning } from '../../../../sim/domains/energy/plants/bank';
import {
  chargeLimitKw,
  dischargeLimitKw,
  type EnergyStore,
  storeAfter,
} from '../../../../sim/domains/energy/plants/energy-store';
import { engineFuelKw, engineHeatKw, type GasEngine } from '../../../../sim/domains/energy/plants/gas-engine';
import { heatPumpCop } from '../../../../sim/domains/energy/plants/heat-pump';
import { inputShare } from '../../../../sim/domains/energy/plants/part-load';
import { inverterKw, panelKw, SYSTEM_LOSS } from '../../../../sim/domains/energy/plants/photovoltaic';
import { hubWindMps, windShare } from '../../../../sim/domains/energy/plants/wind-turbine';

const engine: GasEngine = {
  ratedKw: 3360,
  minimumLoad: 0.5,
  electricEfficiency: 0.4,
  heatEfficiency: 0.43,
  rampPerMinute: 0.15,
  startYuan: 0,
};

describe('a gas engine', () => {
  it('turns 40 % of its fuel into power at full load, 37 % at half, and 43 % into heat', () => {
    expect(3360 / engineFuelKw(engine, 3360)).toBeCloseTo(0.4, 12);
    expect(1680 / engineFuelKw(engine, 1680)).toBeCloseTo(0.37, 12);
    expect(engineHeatKw(engine, 3360)).toBeCloseTo(3612, 9); // what the scene's own engines are rated at
    expect(engineFuelKw(engine, 0)).toBe(0);
  });

  it('never makes more of its fuel than there is in it', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.5, max: 1, noNaN: true }), (load) => {
        const fuel = engineFuelKw(engine, load * 3360);
        expect(load * 3360 + engineHeatKw(engine, load * 3360)).toBeLessThan(0.84 * fuel);
      }),
    );
  });
});

describe('machines at part load', () => {
  it.each(['boiler', 'heat-pump', 'electric-chiller', 'absorption-chiller'] as const)(
    '%s: takes its rating at full load, nothing when it stands, and less with less load',
    (machine) => {
      expect(inputShare(machine, 1)).toBeCloseTo(1, 12);
      expect(inputShare(machine, 0)).toBe(0);
      let before = 0;
      for (let load = 0.05; load <= 1.0001; load += 0.05) {
        const share = inputShare(machine, load);
        expect(share).toBeGreaterThan(before);
        before = share;
      }
    },
  );

  it('boilers and chillers do worse at a quarter load than at full', () => {
    expect(inputShare('boiler', 0.25) / 0.25).toBeCloseTo((0.082597 + 0.249191 - 0.00496) / 0.25, 4);
    expect(inputShare('electric-chiller', 0.25)).toBeGreaterThan(0.25);
  });

  it('a heat pump at half load has 0.909 of its COP (EN 14825: 0.5 / (0.9 · 0.5 + 0.1))', () => {
    expect(0.5 / inputShare('heat-pump', 0.5)).toBeCloseTo(0.909, 3);
  });
});

describe('a heat pump', () => {
  it('lifts as the published table has it: air 2.8 from 0 to 45 °C, ground 5.0 from 10 to 45 °C', () => {
    expect(heatPumpCop('air', 0, 45)).toBeCloseTo(2.8, 1);
    expect(heatPumpCop('ground', 10, 45)).toBeCloseTo(5.0, 2);
    expect(heatPumpCop('ground', 10, 75)).toBeCloseTo(2.95, 2); // candidate park, 5.1b
  });

  it('never beats Carnot nor 7, and does worse the higher it lifts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ground', 'water', 'air' as const),
        fc.double({ min: -15, max: 25, noNaN: true }),
        fc.double({ min: 30, max: 80, noNaN: true }),
        (source, cold, hot) => {
          const cop = heatPumpCop(source, cold, hot);
          expect(cop).toBeLessThanOrEqual(7);
          expect(cop).toBeLessThan((hot + 273.15) / Math.max(1, hot - cold));
          expect(heatPumpCop(source, cold, hot + 5)).toBeLessThanOrEqual(cop);
        },
      ),
    );
  });

  it('has the COP of its own sheet at the temperatures of the sheet', () => {
    expect(heatPumpCop('ground', 10, 45, 4.1)).toBeCloseTo(4.1, 12);
    expect(heatPumpCop('ground', 5, 45, 4.1)).toBeLessThan(4.1);
  });
});

describe('sun and wind', () => {
  it('makes of light what PVWatts makes of it', () => {
    // pvlib's tests of pvwatts_dc, inverter.pvwatts and pvwatts_losses
    expect(panelKw(100, 900, 30, -0.003)).toBeCloseTo(88.65, 10);
    expect(inverterKw(90, 100, 0.95)).toBeCloseTo(85.58556604752516, 10);
    expect(inverterKw(50, 100, 0.95)).toBeCloseTo(47.60843624, 7);
    expect(inverterKw(100, 100, 0.95)).toBeCloseTo(95, 10);
    expect(inverterKw(0, 100)).toBe(0);
    expect(inverterKw(0.001, 1)).toBe(0);
    expect(100 * SYSTEM_LOSS).toBeCloseTo(14.075660688264469, 10);
  });

  it('turns with the cube of the wind between 3 and 12 m/s at the hub and stands in a storm', () => {
    expect(windShare(2.9, 10)).toBe(0);
    expect(windShare(12, 10)).toBe(1);
    expect(windShare(24.9, 10)).toBe(1);
    expect(windShare(25.1, 10)).toBe(0);
    expect(windShare(7.5, 10)).toBeCloseTo((7.5 ** 3 - 27) / (1728 - 27), 12);
    expect(hubWindMps(5, 80)).toBeCloseTo(5 * 8 ** 0.14, 9);
    expect(windShare(Number.NaN)).toBe(0);
  });
});

describe('a store', () => {
  const store: EnergyStore = {
    capacityKwh: 8000,
    powerKw: 2000,
    efficiency: 0.95,
    lossPerHour: 0.0035,
    leastFill: 0.1,
  };

  it('gives back the square of its efficiency', () => {
    const full = storeAfter({ ...store, lossPerHour: 0 }, 1000, 1000, 0, 1);
    expect(full).toBeCloseTo(1950, 9);
    expect(storeAfter({ ...store, lossPerHour: 0 }, full, 0, 0.95 * 0.95 * 1000, 1)).toBeCloseTo(1000, 9);
  });

  it('is never overfilled nor drawn below its least by what its limits allow, in any order', () => {
    const move = fc.tuple(fc.boolean(), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(fc.array(move, { maxLength: 60 }), (moves) => {
        const tight = { ...store, lossPerHour: 0 };
        let held = 4000;
        for (const [fills, share] of moves) {
          const charge = fills ? share * chargeLimitKw(tight, held, 0.25) : 0;
          const discharge = fills ? 0 : share * dischargeLimitKw(tight, held, 0.25);
          held = storeAfter(tight, held, charge, discharge, 0.25);
          expect(held).toBeLessThanOrEqual(8000 + 1e-6);
          expect(held).toBeGreaterThanOrEqual(800 - 1e-6);
        }
      }),
    );
  });

  it('left alone for a day loses what 0.35 % an hour compound to, in steps of any length', () => {
    let quarterly = 1000;
    for (let k = 0; k < 96; k++) quarterly = storeAfter(store, quarterly, 0, 0, 0.25);
    expect(quarterly).toBeCloseTo(storeAfter(store, 1000, 0, 0, 24), 6);
    expect(quarterly).toBeCloseTo(1000 * 0.9965 ** 24, 6);
  });
});

describe('a bank of machines', () => {
  const bank: Bank = { sizeKw: 3360, minimumLoad: 0.5, rampPerMinute: 0.15 };

  it('never runs one between nothing and its minimum load, nor above its size, whatever is asked', () => {
    const order = fc.tuple(fc.integer({ min: 0, max: 3 }), fc.double({ min: -1000, max: 20_000, noNaN: true }));
    fc.assert(
      fc.property(fc.array(order, { minLength: 1, maxLength: 40 }), (orders) => {
        let now = { running: 0, kw: 0 };
        for (const [running, wanted] of orders) {
          now = bankOutput(bank, now, running, wanted, 30);
          if (now.running === 0) expect(now.kw).toBe(0);
          else {
            expect(now.kw / now.running).toBeGreaterThanOrEqual(1680 - 1e-9);
            expect(now.kw / now.running).toBeLessThanOrEqual(3360 + 1e-9);
          }
        }
      }),
    );
  });

  it('ramps at 15 % of its size a minute', () => {
    const after = bankOutput(bank, { running: 1, kw: 1680 }, 1, 3360, 60);
    expect(after.kw).toBeCloseTo(1680 + 504, 9);
  });

  it('gives a demand to the fewest machines, each above half', () => {
    fc.assert(
      fc.property(fc.double({ min: 3361, max: 3 * 3360, noNaN: true }), (kw) => {
        const running = fewestRunning(bank, kw, 3);
        expect(kw / running).toBeGreaterThan(0.5 * 3360);
        expect(running * 3360).toBeGreaterThanOrEqual(kw - 1e-3);
      }),
    );
  });
});
