import { beforeAll, describe, expect, it } from 'vitest';
import type { HighsSolver } from '../../sim/hosts/solver/highs-solver';
import { loadSolverInNode } from '../../sim/hosts/solver/load-in-node';
import { type LinearProgram, optimalityGaps } from '../../sim/kernel';
import { AFIRO_OPTIMUM, afiro } from './afiro';

const INFINITY = Number.POSITIVE_INFINITY;
let solver: HighsSolver;
beforeAll(async () => {
  solver = await loadSolverInNode();
});

/** Dense rows are easier to read. */
function program(
  cost: readonly number[],
  rows: readonly { of: readonly number[]; from?: number; to?: number }[],
  upper: number = INFINITY,
): LinearProgram {
  const entries = rows.map(({ of }) => of.flatMap((value, column) => (value === 0 ? [] : [{ column, value }])));
  const rowStart = new Int32Array(rows.length + 1);
  entries.forEach((row, i) => {
    rowStart[i + 1] = rowStart[i] + row.length;
  });
  return {
    columns: cost.length,
    rows: rows.length,
    cost: Float64Array.from(cost),
    columnLower: new Float64Array(cost.length),
    columnUpper: new Float64Array(cost.length).fill(upper),
    rowLower: Float64Array.from(rows.map(({ from }) => from ?? -INFINITY)),
    rowUpper: Float64Array.from(rows.map(({ to }) => to ?? INFINITY)),
    rowStart,
    columnIndex: Int32Array.from(entries.flat().map(({ column }) => column)),
    value: Float64Array.from(entries.flat().map(({ value }) => value)),
  };
}

describe('the solver of linear programs', () => {
  it("finds the published optimum of Netlib's AFIRO, with prices that prove it", () => {
    const lp = afiro();
    expect([lp.rows, lp.columns, lp.value.length]).toEqual([27, 32, 83]);
    const found = solver.solve(lp);
    expect(found.status).toBe('optimal');
    expect(Math.abs(found.objective / AFIRO_OPTIMUM - 1)).toBeLessThan(1e-9);
    for (const gap of Object.values(optimalityGaps(lp, found))) expect(gap).toBeLessThan(1e-9);
  });

  it('sees through prices, plans and objectives that are not those of the optimum', () => {
    const lp = afiro();
    const found = solver.solve(lp);
    const columns = found.columns.slice();
    columns[0] += 1;
    expect(optimalityGaps(lp, { ...found, columns }).primal).toBeGreaterThan(0.01);
    const rowDuals = found.rowDuals.map((price) => price * 1.1);
    expect(optimalityGaps(lp, { ...found, rowDuals }).stationarity).toBeGreaterThan(1e-3);
    const columnDuals = found.columnDuals.slice();
    columnDuals[0] -= 1;
    expect(optimalityGaps(lp, { ...found, columnDuals }).dual).toBeGreaterThan(0.05);
    const idle = { ...found, columns: new Float64Array(32) };
    expect(optimalityGaps(lp, idle).slackness).toBeGreaterThan(0.1);
  });

  it('goes on from the basis of a like program with fewer pivots, and ends at the same optimum', () => {
    const lp = afiro();
    const cold = solver.solve(lp);
    const dearer = { ...lp, cost: lp.cost.map((each) => each * 1.01) };
    const warm = solver.solve(dearer, { basis: cold.basis });
    expect(warm.iterations).toBeLessThan(cold.iterations);
    expect(warm.objective).toBeCloseTo(1.01 * AFIRO_OPTIMUM, 6);
  });

  it('answers the same bits whatever it solved before, in another instance too', async () => {
    const lp = afiro();
    const { basis } = solver.solve({ ...lp, cost: lp.cost.map((each, j) => each * (1 + 0.1 * (j % 3))) });
    const asked = { ...lp, rowUpper: lp.rowUpper.map((each, i) => (i % 2 ? each : each * 1.1)) };
    const first = solver.solve(
      { ...asked, rowLower: lp.rowLower.map((each, i) => (i % 2 ? each : each * 1.1)) },
      { basis },
    );
    for (let k = 0; k < 5; k++) solver.solve({ ...lp, cost: lp.cost.map((each, j) => each * (1 + ((j * k) % 5))) });
    const again = { ...asked, rowLower: lp.rowLower.map((each, i) => (i % 2 ? each : each * 1.1)) };
    expect(solver.solve(again, { basis })).toEqual(first);
    const other = await loadSolverInNode();
    expect(other.solve({ ...again, value: lp.value.slice() }, { basis })).toEqual(first);
  });

  it('leaves out rows without bounds and gives them back by their sums, without a price, basic', () => {
    const lp = program([1, 2], [{ of: [3, 1] }, { of: [1, 1], from: 4 }, { of: [1, -1] }, { of: [1, 0], to: 3 }]);
    const found = solver.solve(lp);
    expect([...found.columns]).toEqual([3, 1]);
    expect([...found.rows]).toEqual([10, 4, 2, 3]);
    expect([...found.rowDuals]).toEqual([0, 2, 0, -1]);
    expect([...found.basis!.rows]).toEqual([1, 0, 1, 2]);
    for (const gap of Object.values(optimalityGaps(lp, found))) expect(gap).toBe(0);
    expect(solver.solve(lp, { basis: found.basis }).iterations).toBe(0);
    // A row that was bound in the vertex and is no longer, and one that has come to be.
    const opened = { ...lp, rowUpper: Float64Array.of(9, INFINITY, INFINITY, INFINITY) };
    const warm = solver.solve(opened, { basis: found.basis });
    expect(warm.status).toBe('optimal');
    expect(warm.objective).toBeCloseTo(solver.solve(opened).objective, 12);
    for (const gap of Object.values(optimalityGaps(opened, warm))) expect(gap).toBeLessThan(1e-12);
    const impossible = { ...lp, rowLower: Float64Array.of(-INFINITY, 4, -INFINITY, 3.5) };
    expect([
      ...solver.conflict({ ...impossible, rowUpper: Float64Array.of(INFINITY, INFINITY, INFINITY, 3) }).rows,
    ]).toEqual([3]);
  });

  it('says what is infeasible, by its rows, and leaves the others out', () => {
    const lp = program(
      [1, 1, 1],
      [
        { of: [1, 1, 0], to: 4 },
        { of: [1, 0, 0], from: 3 },
        { of: [0, 1, 0], from: 2 },
        { of: [0, 0, 1], from: 1 },
      ],
    );
    expect(solver.solve(lp).status).toBe('infeasible');
    expect([...solver.conflict(lp).rows].sort()).toEqual([0, 1, 2]);
  });

  it('stops at a number of pivots and says so', () => {
    const found = solver.solve(afiro(), { mostIterations: 1, basis: idleBasis(27, 32) });
    expect(found.status).toBe('limit');
  });

  it('calls a program without a bottom unbounded', () => {
    expect(solver.solve(program([-1], [{ of: [1], from: 0 }])).status).toBe('unbounded');
  });

  it('fills a knapsack with whole things (Dantzig: 60, 100, 120 at 10, 20, 30 into 50 is 220)', () => {
    const lp = { ...program([-60, -100, -120], [{ of: [10, 20, 30], to: 50 }], 1), whole: Uint8Array.of(1, 1, 1) };
    const found = solver.solve(lp);
    expect(found.objective).toBeCloseTo(-220, 9);
    expect([...found.columns].map(Math.round)).toEqual([0, 1, 1]);
  });
});

function idleBasis(rows: number, columns: number) {
  return { columns: new Uint8Array(columns), rows: new Uint8Array(rows).fill(1) };
}
