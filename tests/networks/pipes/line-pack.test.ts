import { describe, expect, it } from 'vitest';
import {
  advanceLinePack,
  createPipeSolver,
  fillLinePack,
  IDEAL,
  naturalGas,
  outflowPerArea,
  type PipeSolver,
  pipeContentKg,
  STANET_K,
  solveSteady,
} from '../../../sim/networks/pipes';
import { make } from './made';

const BAR = 1e5;
const AIR = 101_325;
const ideal = { ...naturalGas, compressibility: IDEAL };
const stored = ({ state }: PipeSolver) => state.storedKg.reduce((sum, kg) => sum + kg, 0);
const sum = (values: Float64Array) => values.reduce((total, value) => total + value, 0);

/** 15 km of DN300 in fifteen pieces, customers all along. */
function trunk(takesKgPerS: number, heldPa = 4 * BAR, compressibility = STANET_K) {
  const pieces = 15;
  return make(
    { ...naturalGas, compressibility },
    Array.from({ length: pieces + 1 }, (_, k) =>
      k === 0 ? { heldPa } : { takes: takesKgPerS / pieces, minimumPa: 2 * BAR },
    ),
    Array.from({ length: pieces }, (_, k) => ({ from: k, to: k + 1, lengthM: 1_000, diameterM: 0.3 })),
  );
}

describe('the gas in the pipes', () => {
  it('is what volume, pressure, temperature and K make of it', () => {
    const solver = createPipeSolver(trunk(0));
    solveSteady(solver);
    fillLinePack(solver);
    const volume = 0.25 * Math.PI * 0.09 * 15_000;
    const pressure = 4 * BAR + AIR;
    const expected = (volume * 0.84 * (pressure / AIR) * (273.15 / 283.15)) / (1 - pressure / 45e6);
    expect(stored(solver) / expected).toBeCloseTo(1, 9);
    const byPipe = Array.from({ length: 15 }, (_, i) => pipeContentKg(solver, i)).reduce((a, b) => a + b, 0);
    expect(byPipe / expected).toBeCloseTo(1, 9);
  });

  it('stays as it is while what comes in is what goes out', () => {
    const solver = createPipeSolver(trunk(1.5));
    solveSteady(solver);
    fillLinePack(solver);
    const pressures = solver.pressurePa.slice();
    for (let k = 0; k < 5; k++) expect(advanceLinePack(solver, 60).state).toBe('converged');
    pressures.forEach((pressure, n) => {
      expect(Math.abs(solver.pressurePa[n] / pressure - 1)).toBeLessThan(1e-6);
    });
  });

  it('changes by what came in less what went out, to the last bits, through a cut and a leak', () => {
    const network = trunk(1.5);
    const solver = createPipeSolver(network);
    solveSteady(solver);
    fillLinePack(solver);
    let expected = stored(solver);
    for (let k = 0; k < 60; k++) {
      if (k === 3) network.nodes.isHeld[0] = 0;
      if (k === 10) network.nodes.leakAreaM2[7] = 1e-4;
      if (k === 40) network.nodes.isHeld[0] = 1;
      const seconds = 5 + 10 * (k % 4);
      expect(advanceLinePack(solver, seconds).state).not.toBe('diverged');
      expected += seconds * (sum(solver.fedKgPerS) - sum(solver.servedKgPerS) - sum(solver.leakKgPerS));
      expect(Math.abs(stored(solver) / expected - 1)).toBeLessThan(1e-12);
    }
  });

  it('empties through a hole as e^(−t/τ) while the flow is sonic', () => {
    // One pipe whose ends are one place: ṁ = c·p and m = C·p, so p falls with τ = C/c.
    const area = 1e-4;
    const network = make(
      ideal,
      [{ heldPa: 9 * BAR, leakM2: area }, {}],
      [{ from: 0, to: 1, lengthM: 100, diameterM: 0.5 }],
    );
    const solver = createPipeSolver(network);
    solveSteady(solver);
    fillLinePack(solver);
    network.nodes.isHeld[0] = 0;
    const perPascal = (0.84 * 273.15) / (AIR * 283.15);
    const out = new Float64Array(2);
    outflowPerArea(ideal, perPascal, 10 * BAR, AIR, out);
    const tau = (0.25 * Math.PI * 0.25 * 100 * perPascal) / (out[1] * area);
    const from = stored(solver);
    const [seconds, steps] = [0.2, 1_000];
    for (let k = 0; k < steps; k++) advanceLinePack(solver, seconds);
    // Implicit Euler's own answer to the last digits, and the exponential to its order.
    expect(stored(solver) / from / (1 + seconds / tau) ** -steps).toBeCloseTo(1, 5);
    expect(stored(solver) / from / Math.exp((-seconds * steps) / tau)).toBeCloseTo(1, 2);
    expect(solver.pressurePa[0] + AIR).toBeGreaterThan(1.84 * AIR);
  });

  it('of 15 km of DN300 lasts about five minutes at the park’s peak when the feed is cut', () => {
    // models-energy: 793 GWh through CHP in 5,000 h and 123 through boilers in 1,200 h, at 35 MJ/m³.
    const peakM3PerS = ((793e3 / 5_000 + 123e3 / 1_200) * 1e6) / 35e6;
    const peak = peakM3PerS * 0.84;
    // By hand: 1,060 m³ from 4 to 2 bar at 10 °C, K on both sides.
    const volume = 0.25 * Math.PI * 0.09 * 15_000;
    const m3At = (gaugePa: number) =>
      (volume * ((gaugePa + AIR) / AIR) * (273.15 / 283.15)) / (1 - (gaugePa + AIR) / 45e6);
    const byHand = (m3At(4 * BAR) - m3At(2 * BAR)) / peakM3PerS;
    expect(byHand / 60).toBeGreaterThan(4);
    expect(byHand / 60).toBeLessThan(6);

    // Fed along its length, so that it starts at 4 bar everywhere, as the arithmetic has it.
    const network = trunk(peak);
    const { nodes } = network;
    const solver = createPipeSolver(network);
    const wanted = nodes.withdrawalKgPerS.slice();
    nodes.withdrawalKgPerS.fill(0);
    solveSteady(solver);
    fillLinePack(solver);
    nodes.withdrawalKgPerS.set(wanted);
    nodes.isHeld[0] = 0;
    let seconds = 0;
    const firstShort = () => sum(solver.servedKgPerS) < 0.99 * peak;
    do {
      advanceLinePack(solver, 5);
      seconds += 5;
    } while (!firstShort() && seconds < 3_600);
    expect(Math.abs(seconds / byHand - 1)).toBeLessThan(0.1);
  });

  it('takes any step: one of a day at once ends where small ones lead', () => {
    const run = (stepSeconds: number, steps: number) => {
      const network = trunk(3);
      const solver = createPipeSolver(network);
      solveSteady(solver);
      fillLinePack(solver);
      network.nodes.isHeld[0] = 0;
      for (let k = 0; k < steps; k++) expect(advanceLinePack(solver, stepSeconds).state).not.toBe('diverged');
      return solver;
    };
    const [atOnce, slowly] = [run(86_400, 1), run(600, 144)];
    for (const solver of [atOnce, slowly]) {
      for (const pressure of solver.pressurePa) {
        expect(pressure).toBeGreaterThan(-1e-6);
        expect(pressure).toBeLessThan(0.001 * BAR);
      }
    }
  });

  it('lets a leak be felt later the farther away one is', () => {
    const network = trunk(1);
    const solver = createPipeSolver(network);
    solveSteady(solver);
    fillLinePack(solver);
    const before = solver.pressurePa.slice();
    network.nodes.leakAreaM2[15] = 5e-4;
    advanceLinePack(solver, 10);
    const fallen = (n: number) => before[n] - solver.pressurePa[n];
    expect(fallen(15)).toBeGreaterThan(5 * fallen(8));
    const soon = fallen(8);
    for (let k = 0; k < 60; k++) advanceLinePack(solver, 10);
    expect(fallen(8)).toBeGreaterThan(5 * soon);
  });
});
