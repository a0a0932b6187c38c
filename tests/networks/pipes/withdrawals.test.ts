import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IDEAL, naturalGas, outflowPerArea, shortNodes, solveSteady, water } from '../../../sim/networks/pipes';
import { imbalance, make, solved } from './made';

const BAR = 1e5;
const AIR = 101_325;

describe('a consumer with a least pressure', () => {
  const street = (takes: number) =>
    make(
      naturalGas,
      [{ heldPa: 2_800 }, { takes, minimumPa: 1_500 }, { takes: takes / 2, minimumPa: 1_500 }],
      [
        { from: 0, to: 1, lengthM: 500, diameterM: 0.08 },
        { from: 1, to: 2, lengthM: 500, diameterM: 0.08 },
      ],
    );

  it('has what he wants above it', () => {
    const { solver } = solved(street(0.001));
    expect(solver.pressurePa[2]).toBeGreaterThan(1_500);
    expect(Math.abs(solver.servedKgPerS[1] / 0.001 - 1)).toBeLessThan(1e-9);
    expect(shortNodes(solver)).toEqual([]);
  });

  it('has a share below it, the root of the potential’s, and nobody’s pressure is below nothing', () => {
    const { solver, outcome } = solved(street(0.05));
    expect(outcome.state).toBe('converged');
    expect(imbalance(solver)).toBeLessThan(1e-9);
    expect(shortNodes(solver)).toEqual([1, 2]);
    for (const n of [1, 2]) {
      const wanted = n === 1 ? 0.05 : 0.025;
      const p = solver.pressurePa[n];
      expect(p).toBeGreaterThan(0);
      expect(p).toBeLessThan(1_500);
      const square = (over: number) => (AIR + over) ** 2 - AIR ** 2; // K hardly changes over so little
      expect(Math.abs(solver.servedKgPerS[n] / wanted / Math.sqrt(square(p) / square(1_500)) - 1)).toBeLessThan(1e-3);
    }
  });

  it('never has more when the pressure at the source falls', () => {
    fc.assert(
      fc.property(fc.double({ min: 0.0005, max: 0.2, noNaN: true }), (takes) => {
        const network = street(takes);
        const { solver } = solved(network);
        let before = Number.POSITIVE_INFINITY;
        for (const heldPa of [2_800, 2_000, 1_200, 600, 100]) {
          network.nodes.heldPressurePa[0] = heldPa;
          expect(solveSteady(solver, 'kept').state).toBe('converged');
          const served = solver.servedKgPerS[1] + solver.servedKgPerS[2];
          expect(served).toBeLessThanOrEqual(before + 1e-9);
          expect(served).toBeGreaterThan(0);
          before = served;
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('a hole', () => {
  const gas = { ...naturalGas, compressibility: IDEAL };
  const area = 0.25 * Math.PI * 0.008 ** 2;
  const perPascal = (0.84 * 273.15) / (AIR * 283.15);

  it('lets gas out at the speed of sound above 1.84 times the air’s pressure, and less than in proportion below', () => {
    const out = new Float64Array(2);
    const flow = (pressure: number) => {
      outflowPerArea(gas, perPascal, pressure, AIR, out);
      return out[0];
    };
    const k = gas.isentropicExponent;
    const critical = ((k + 1) / 2) ** (k / (k - 1));
    expect(critical).toBeCloseTo(1.839, 2);
    // ṁ = A p √(k/RT) (2/(k+1))^((k+1)/2(k−1)), 1/RT being the density over the pressure.
    const sonic = Math.sqrt(k * perPascal) * (2 / (k + 1)) ** ((k + 1) / (2 * (k - 1)));
    expect(flow(5e5)).toBeCloseTo(sonic * 5e5, 9);
    expect(flow(critical * AIR * 0.999999) / flow(critical * AIR * 1.000001)).toBeCloseTo(1, 5);
    // Nearly no compression: √(2ρΔp).
    expect(flow(AIR + 1_000) / Math.sqrt(2 * perPascal * AIR * 1_000)).toBeCloseTo(1, 2);
    for (const pressure of [1.1e5, 1.5e5, 1.8e5, 2.5e5]) {
      outflowPerArea(gas, perPascal, pressure, AIR, out);
      const change = out[1];
      expect((flow(pressure * 1.0001) - flow(pressure * 0.9999)) / (2e-4 * pressure) / change).toBeCloseTo(1, 4);
    }
  });

  it.each([0.03, 0.5, 4])('of 8 mm in a main at %s bar loses what the law of outflow says', (bar) => {
    const { solver, outcome } = solved(
      make(gas, [{ heldPa: bar * BAR }, { leakM2: area }], [{ from: 0, to: 1, lengthM: 50, diameterM: 0.2 }]),
    );
    expect(outcome.state).toBe('converged');
    const out = new Float64Array(2);
    outflowPerArea(gas, perPascal, solver.pressurePa[1] + AIR, AIR, out);
    expect(Math.abs(solver.leakKgPerS[1] / (out[0] * area) - 1)).toBeLessThan(1e-4);
    expect(solver.fedKgPerS[0]).toBeCloseTo(solver.leakKgPerS[1], 9);
  });

  it('of a whole pipe torn off takes the pressure away, and the network is still solved', () => {
    const { solver, outcome } = solved(
      make(
        gas,
        [{ heldPa: 4 * BAR }, { leakM2: 0.0079 }, { takes: 0.05, minimumPa: 50_000 }],
        [
          { from: 0, to: 1, lengthM: 2_000, diameterM: 0.1 },
          { from: 1, to: 2, lengthM: 500, diameterM: 0.1 },
        ],
      ),
    );
    expect(outcome.state).toBe('converged');
    expect(solver.leakKgPerS[1]).toBeGreaterThan(0.2);
    expect(solver.servedKgPerS[2]).toBeLessThan(0.05);
    expect(imbalance(solver)).toBeLessThan(1e-9);
  });

  it('lets water out by Torricelli', () => {
    const { solver } = solved(
      make(water, [{ heldPa: 3 * BAR }, { leakM2: 1e-4 }], [{ from: 0, to: 1, lengthM: 10, diameterM: 0.2 }]),
    );
    const expected = 1e-4 * Math.sqrt(2 * 999.7 * solver.pressurePa[1]);
    expect(Math.abs(solver.leakKgPerS[1] / expected - 1)).toBeLessThan(1e-4);
  });
});
