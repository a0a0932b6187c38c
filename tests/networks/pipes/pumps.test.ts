import { describe, expect, it } from 'vitest';
import {
  evaluatePumpCurve,
  fitPumpCurve,
  IDEAL,
  naturalGas,
  type PumpCurve,
  pumpHydraulicW,
  solveSteady,
  water,
} from '../../../sim/networks/pipes';
import { imbalance, make, solved } from './made';

const BAR = 1e5;
const liftOf = (curve: PumpCurve, flow: number) => {
  const out = new Float64Array(2);
  evaluatePumpCurve(curve, flow, out);
  return out[0];
};
/** Through 6 bar at nothing, 5 at 20 l/s, 2 at 40 l/s. */
const curve = fitPumpCurve(
  [
    { flowM3PerS: 0, liftPa: 6 * BAR },
    { flowM3PerS: 0.02, liftPa: 5 * BAR },
    { flowM3PerS: 0.04, liftPa: 2 * BAR },
  ],
  2,
) as PumpCurve;

describe('a pump’s curve', () => {
  it('goes through its points where there are as many as it takes', () => {
    expect(liftOf(curve, 0)).toBeCloseTo(6 * BAR, 4);
    expect(liftOf(curve, 0.02)).toBeCloseTo(5 * BAR, 4);
    expect(liftOf(curve, 0.04)).toBeCloseTo(2 * BAR, 4);
  });

  it('lies nearest by squares where there are more', () => {
    const line = fitPumpCurve(
      [0, 1, 2, 3].map((flowM3PerS) => ({ flowM3PerS, liftPa: 10 - flowM3PerS + (flowM3PerS % 2 === 0 ? 1 : -1) })),
      1,
    ) as PumpCurve;
    expect(line.coefficients[0]).toBeCloseTo(10.6, 9);
    expect(line.coefficients[1]).toBeCloseTo(-1.4, 9);
  });

  it('is none where its points do not decide it', () => {
    expect(fitPumpCurve([{ flowM3PerS: 0, liftPa: 1 }], 2)).toBeUndefined();
  });

  it('lifts as at no flow when pushed back, and holds back what is pushed through beyond its run-out', () => {
    expect(liftOf(curve, -1)).toBeCloseTo(6 * BAR, 4);
    expect(liftOf(curve, 0.06)).toBeLessThan(0);
  });
});

describe('a pump', () => {
  it('works where its curve meets the network’s', () => {
    const network = make(
      water,
      [{ heldPa: 0 }, {}, { heldPa: 0, heightM: 20 }],
      [
        { from: 0, to: 1, kind: 'pump', curve: 0 },
        { from: 1, to: 2, lengthM: 500, diameterM: 0.15 },
      ],
      { curves: [curve] },
    );
    const { solver, outcome } = solved(network);
    expect(outcome.state).toBe('converged');
    const flow = solver.state.massFlowKgPerS[0];
    expect(solver.pressurePa[1] / liftOf(curve, flow / 999.7)).toBeCloseTo(1, 4);
    expect(flow).toBeGreaterThan(10);
    expect(pumpHydraulicW(solver, 0) / ((flow / 999.7) * solver.pressurePa[1])).toBeCloseTo(1, 5);
  });

  it('drives a closed circuit of supply and return: what comes back is what went out, heights cancel', () => {
    // A station at 0–1, supply 1–2–3, consumers across 2–5 and 3–4, return 4–5–0; pressure held at the pump's inlet.
    const across = { kind: 'valve', diameterM: 0.05, zeta: 400 } as const;
    const circuit = (rise: number) =>
      solved(
        make(
          water,
          [{ heldPa: 2 * BAR }, {}, { heightM: rise }, { heightM: 2 * rise }, { heightM: 2 * rise }, { heightM: rise }],
          [
            { from: 0, to: 1, kind: 'pump', curve: 0 },
            { from: 1, to: 2, lengthM: 400, diameterM: 0.15 },
            { from: 2, to: 3, lengthM: 400, diameterM: 0.1 },
            { from: 4, to: 5, lengthM: 400, diameterM: 0.1 },
            { from: 5, to: 0, lengthM: 400, diameterM: 0.15 },
            { from: 2, to: 5, ...across },
            { from: 3, to: 4, ...across },
          ],
          { curves: [curve] },
        ),
      );
    const { solver, outcome } = circuit(0);
    expect(outcome.state).toBe('converged');
    const [pump, , far, back, home, near, end] = solver.state.massFlowKgPerS;
    expect(home).toBeCloseTo(pump, 9);
    expect(near + end).toBeCloseTo(pump, 9);
    expect(far).toBeCloseTo(back, 9);
    expect(near).toBeGreaterThan(end);
    expect(Math.abs(solver.fedKgPerS[0])).toBeLessThan(1e-9);
    const hilly = circuit(15).solver;
    hilly.state.massFlowKgPerS.forEach((flow, i) => {
      expect(flow).toBeCloseTo(solver.state.massFlowKgPerS[i], 6);
    });
  });

  it('serves consumers who take what they need, whose flow is controlled, up to what it can', () => {
    const take = 4;
    const network = make(
      water,
      [{ heldPa: 2 * BAR }, {}, {}, {}],
      [
        { from: 0, to: 1, kind: 'pump', curve: 0 },
        { from: 1, to: 2, lengthM: 300, diameterM: 0.1 },
        { from: 2, to: 3, kind: 'flowControl', setting: take },
        { from: 3, to: 0, lengthM: 300, diameterM: 0.1 },
      ],
      { curves: [curve] },
    );
    const { solver, outcome } = solved(network);
    expect(outcome.state).toBe('converged');
    expect(solver.state.massFlowKgPerS[0]).toBeCloseTo(take, 9);
    expect(solver.pressurePa[2]).toBeGreaterThan(solver.pressurePa[3]);
    network.links.setting[2] = 0;
    expect(solveSteady(solver, 'kept').state).toBe('converged');
    expect(Math.abs(solver.state.massFlowKgPerS[0])).toBeLessThan(1e-9);
    expect(solver.pressurePa[1] - solver.pressurePa[0]).toBeCloseTo(6 * BAR, 2);
  });

  it('lifts gas from whichever side its pressure is held', () => {
    const gas = { ...naturalGas, compressibility: IDEAL };
    const flat: PumpCurve = { coefficients: [2 * BAR] };
    const links = [
      { from: 0, to: 1, lengthM: 3_000 },
      { from: 1, to: 2, kind: 'pump', curve: 0 },
      { from: 2, to: 3, lengthM: 3_000 },
    ] as const;
    const sucked = solved(make(gas, [{ heldPa: 3 * BAR }, {}, {}, { takes: 0.2 }], links, { curves: [flat] }));
    const pushed = solved(make(gas, [{ takes: -0.2 }, {}, {}, { heldPa: 4 * BAR }], links, { curves: [flat] }));
    for (const { solver, outcome } of [sucked, pushed]) {
      expect(outcome.state).toBe('converged');
      expect(outcome.iterations).toBeLessThan(20);
      expect(solver.pressurePa[2] - solver.pressurePa[1]).toBeCloseTo(2 * BAR, 1);
      expect(solver.state.massFlowKgPerS[1]).toBeCloseTo(0.2, 9);
      expect(imbalance(solver)).toBeLessThan(1e-9);
    }
  });
});
