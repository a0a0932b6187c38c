import { describe, expect, it } from 'vitest';
import {
  constantLiquid,
  evaluateFriction,
  type Gas,
  IDEAL,
  linkVelocityMps,
  naturalGas,
  STANET_K,
  water,
} from '../../../sim/networks/pipes';
import { make, solved } from './made';

const BAR = 1e5;
const ATMOSPHERE = 101_325;
const NORMAL_H = 0.84 / 3_600; // kg/s of 1 m³/h at normal conditions

function gasPipe(gas: Gas, heldPa: number, m3PerH: number, lengthM: number, diameterM: number) {
  const network = make(gas, [{ heldPa }, { takes: m3PerH * NORMAL_H }], [{ from: 0, to: 1, lengthM, diameterM }], {
    friction: 'gb50028',
  });
  return solved(network).solver;
}

function gbLambda(m3PerH: number, diameterM: number): number {
  const out = new Float64Array(2);
  const re = (4 * m3PerH * NORMAL_H) / (Math.PI * naturalGas.viscosityPaS * diameterM);
  evaluateFriction('gb50028', re, 1e-4 / diameterM, out);
  return out[0];
}

describe('a single pipe', () => {
  it('drops pressure by GB 50028’s formula for medium pressure: 1.27e10 λQ²ρ/d⁵·T/T₀·Z', () => {
    const solver = gasPipe({ ...naturalGas, compressibility: IDEAL }, 3 * BAR, 2_000, 2_500, 0.2);
    const perKm = (1.27e10 * gbLambda(2_000, 0.2) * 2_000 ** 2 * 0.84 * (283.15 / 273.15)) / 200 ** 5;
    const [inlet, outlet] = [0, 1].map((n) => (solver.pressurePa[n] + ATMOSPHERE) / 1_000);
    expect(Math.abs((inlet ** 2 - outlet ** 2) / (perKm * 2.5) - 1)).toBeLessThan(2.5e-3); // its constant is 1.2674e10, rounded
  });

  it('drops pressure by GB 50028’s formula for low pressure: 6.26e7 λQ²ρ/d⁵·T/T₀', () => {
    const solver = gasPipe({ ...naturalGas, law: 'low' }, 3_000, 40, 300, 0.08);
    const perMetre = (6.26e7 * gbLambda(40, 0.08) * 40 ** 2 * 0.84 * (283.15 / 273.15)) / 80 ** 5;
    expect(Math.abs((3_000 - solver.pressurePa[1]) / (perMetre * 300) - 1)).toBeLessThan(2e-3);
  });

  it('says the same at low pressure by both laws, to the share of the pressure that it is', () => {
    const drop = (law: 'low' | 'squares') =>
      2_000 - gasPipe({ ...naturalGas, law, compressibility: IDEAL }, 2_000, 40, 300, 0.08).pressurePa[1];
    expect(Math.abs(drop('squares') / drop('low') - 1)).toBeLessThan(0.025);
    expect(drop('squares')).toBeLessThan(drop('low')); // the gas is denser than the low law has it
  });

  it('has the published profile of squares: 45,000 m³/h at 51 bar through 12 km of 209.1 mm', () => {
    // pandapipes' gas_sections_an.csv: absolute Pa at each km, λ 0.02455.
    const published = [
      5_100_000, 4_964_706, 4_825_621, 4_682_406, 4_534_671, 4_381_957, 4_223_726, 4_059_331, 3_887_991, 3_708_745,
      3_520_383, 3_321_356, 3_109_617,
    ];
    const gas: Gas = { ...naturalGas, normalDensityKgPerM3: 0.8275, compressibility: IDEAL };
    const network = make(
      gas,
      published.map((p, k) =>
        k === 0 ? { heldPa: p - ATMOSPHERE } : { takes: k === 12 ? (0.8275 * 45_000) / 3_600 : 0 },
      ),
      published
        .slice(1)
        .map((_, k) => ({ from: k, to: k + 1, diameterM: 0.2091, roughnessM: 5e-4, temperatureK: 285.15 })),
      { friction: 'nikuradse' },
    );
    const { solver } = solved(network);
    published.forEach((p, k) => {
      expect(Math.abs((solver.pressurePa[k] + ATMOSPHERE) / p - 1)).toBeLessThan(1e-3);
    });
    expect(Math.abs(linkVelocityMps(solver, 0) - 7.526)).toBeLessThan(0.2);
  });

  it('drops water’s pressure as published: 1 kg/s through 6 km of 75 mm from 5 to 4.46708 bar at 0.226422 m/s', () => {
    // pandapipes' hydraulics.csv, Nikuradse, water at 10 °C.
    const { solver } = solved(
      make(water, [{ heldPa: 5 * BAR }, { takes: 1 }], [{ from: 0, to: 1, lengthM: 6_000, diameterM: 0.075 }], {
        friction: 'nikuradse',
      }),
    );
    expect(Math.abs(solver.pressurePa[1] / BAR / 4.46708 - 1)).toBeLessThan(1e-3);
    expect(Math.abs(linkVelocityMps(solver, 0) / 0.226422 - 1)).toBeLessThan(1e-3);
  });

  it('carries laminar flow by Hagen and Poiseuille', () => {
    const oil = constantLiquid(900, 0.1);
    const { solver } = solved(
      make(oil, [{ heldPa: BAR }, { takes: 0.5 }], [{ from: 0, to: 1, lengthM: 100, diameterM: 0.05 }]),
    );
    const drop = (128 * 0.1 * 100 * (0.5 / 900)) / (Math.PI * 0.05 ** 4);
    expect((BAR - solver.pressurePa[1]) / drop).toBeCloseTo(1, 9);
  });

  it('loses ζρv²/2 in fittings', () => {
    const still = { from: 0, to: 1, lengthM: 1, diameterM: 0.1 };
    const of = (zeta: number) =>
      solved(make(water, [{ heldPa: 5 * BAR }, { takes: 10 }], [{ ...still, zeta }])).solver.pressurePa[1];
    const speed = 10 / 999.7 / (0.25 * Math.PI * 0.01);
    expect((of(0) - of(30)) / (30 * 0.5 * 999.7 * speed * speed)).toBeCloseTo(1, 5);
  });

  it('bears the weight of what is in it when nothing flows: ρgΔh, and gas the less the thinner the air', () => {
    const column = (fluid: Parameters<typeof make>[0], heldPa: number) =>
      solved(make(fluid, [{ heldPa }, { heightM: 100 }], [{ from: 0, to: 1 }])).solver;
    expect(5 * BAR - column(constantLiquid(1_000, 1e-3), 5 * BAR).pressurePa[1]).toBeCloseTo(1_000 * 9.81 * 100, 4);
    // Isothermal barometric formula of an ideal gas, absolute: p·e^(−ρ₀g·h/p₀).
    const ideal: Gas = { ...naturalGas, compressibility: IDEAL };
    const solver = column(ideal, 3 * BAR);
    const perPascal = (0.84 * 273.15) / (101_325 * 283.15);
    const expected = (3 * BAR + ATMOSPHERE) * Math.exp(-perPascal * 9.81 * 100);
    expect(Math.abs((solver.pressurePa[1] + solver.ambientPa[1]) / expected - 1)).toBeLessThan(1e-5);
    // Lighter than air: gauge pressure of town gas rises uphill.
    expect(column({ ...naturalGas, law: 'low' }, 2_000).pressurePa[1]).toBeGreaterThan(2_000);
  });

  it('takes less pressure for hot water than for cold', () => {
    const at = (celsius: number) =>
      solved(make(water, [{ heldPa: 5 * BAR }, { takes: 2 }], [{ from: 0, to: 1, temperatureK: celsius + 273.15 }]))
        .solver.pressurePa[1];
    const [cold, hot] = [5 * BAR - at(10), 5 * BAR - at(90)];
    expect(hot).toBeLessThan(0.9 * cold);
  });

  it('drops more in denser gas: K below 1 leaves more of the pressure', () => {
    const of = (compressibility: Gas['compressibility']) =>
      gasPipe({ ...naturalGas, compressibility }, 40 * BAR, 60_000, 20_000, 0.25).pressurePa[1];
    expect(of(STANET_K)).toBeGreaterThan(of(IDEAL));
  });
});

describe('two pipes side by side', () => {
  it('share rough turbulent flow as √(d⁵/λL)', () => {
    const fluid = constantLiquid(1_000, 1e-9); // no viscosity to speak of: λ is the rough one
    const pipes = [
      { from: 0, to: 1, lengthM: 800, diameterM: 0.2, roughnessM: 1e-3 },
      { from: 0, to: 1, lengthM: 500, diameterM: 0.1, roughnessM: 2e-4 },
    ];
    const { solver } = solved(make(fluid, [{ heldPa: 9 * BAR }, { takes: 50 }], pipes));
    const weight = pipes.map(({ lengthM, diameterM, roughnessM }) => {
      const lambda = 1 / (2 * Math.log10((3.71 * diameterM) / roughnessM)) ** 2;
      return Math.sqrt(diameterM ** 5 / (lambda * lengthM));
    });
    const total = weight[0] + weight[1];
    pipes.forEach((_, i) => {
      expect(solver.state.massFlowKgPerS[i] / (50 * (weight[i] / total))).toBeCloseTo(1, 4);
    });
  });
});
