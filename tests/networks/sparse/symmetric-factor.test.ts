import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  graphOfEdges,
  minimumDegreeOrder,
  planElimination,
  planSymmetricFactor,
  refactor,
  solve,
} from '../../../sim/networks/sparse';

interface Made {
  readonly count: number;
  readonly from: number[];
  readonly to: number[];
  readonly weight: number[];
  readonly ground: number[];
}

/** A made network: weights of edges (parallel ones and some that lead out too) and something on every diagonal. */
const networks: fc.Arbitrary<Made> = fc.integer({ min: 1, max: 40 }).chain((count) =>
  fc
    .record({
      edges: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: count - 1 }),
          fc.integer({ min: -1, max: count - 1 }),
          fc.double({ min: 0.01, max: 100, noNaN: true }),
        ),
        { maxLength: 90 },
      ),
      ground: fc.array(fc.double({ min: 0.01, max: 10, noNaN: true }), { minLength: count, maxLength: count }),
    })
    .map(({ edges, ground }) => {
      const kept = edges.filter(([a, b]) => a !== b);
      return {
        count,
        from: kept.map((edge) => edge[0]),
        to: kept.map((edge) => edge[1]),
        weight: kept.map((edge) => edge[2]),
        ground,
      };
    }),
);

/** Laplacian plus ground, times x, written the long way. */
function multiply({ count, from, to, weight, ground }: Made, x: Float64Array): Float64Array {
  const product = Float64Array.from({ length: count }, (_, i) => ground[i] * x[i]);
  for (let e = 0; e < from.length; e++) {
    if (to[e] < 0) product[from[e]] += weight[e] * x[from[e]];
    else {
      product[from[e]] += weight[e] * (x[from[e]] - x[to[e]]);
      product[to[e]] += weight[e] * (x[to[e]] - x[from[e]]);
    }
  }
  return product;
}

function fill(factor: ReturnType<typeof planSymmetricFactor>, { from, to, weight, ground }: Made): void {
  factor.diagonal.set(ground);
  for (let e = 0; e < from.length; e++) {
    factor.offDiagonal[e] = -weight[e];
    factor.diagonal[from[e]] += weight[e];
    if (to[e] >= 0) factor.diagonal[to[e]] += weight[e];
  }
}

describe('the factor of a symmetric network', () => {
  it('undoes the matrix, whatever the network', () => {
    fc.assert(
      fc.property(networks, (made) => {
        const factor = planSymmetricFactor(made.count, made.from, made.to);
        fill(factor, made);
        expect(refactor(factor)).toBe(-1);
        const wanted = Float64Array.from({ length: made.count }, (_, i) => ((i * 7919) % 13) - 6);
        const found = new Float64Array(made.count);
        solve(factor, multiply(made, wanted), found);
        for (let i = 0; i < made.count; i++) expect(Math.abs(found[i] - wanted[i])).toBeLessThan(1e-7);
      }),
    );
  });

  it('is as good when factored again with other numbers', () => {
    fc.assert(
      fc.property(networks, (made) => {
        const once = planSymmetricFactor(made.count, made.from, made.to);
        const twice = planSymmetricFactor(made.count, made.from, made.to);
        fill(twice, { ...made, weight: made.weight.map((weight) => 3 * weight) });
        refactor(twice);
        fill(once, made);
        fill(twice, made);
        refactor(once);
        refactor(twice);
        expect(twice.lower).toEqual(once.lower);
        expect(twice.pivot).toEqual(once.pivot);
      }),
    );
  });

  it('names the unknown whose pivot is not positive, and never takes NaN for one', () => {
    const factor = planSymmetricFactor(3, [0, 1], [1, 2]);
    factor.diagonal.set([1, 2, 1]);
    factor.offDiagonal.fill(-1);
    expect(refactor(factor)).toBeGreaterThanOrEqual(0);
    factor.diagonal[1] = Number.NaN;
    expect(refactor(factor)).toBeGreaterThanOrEqual(0);
  });
});

describe('the order of elimination', () => {
  it('takes everybody once', () => {
    fc.assert(
      fc.property(networks, ({ count, from, to }) => {
        const order = minimumDegreeOrder(graphOfEdges(count, from, to));
        expect([...order].sort((a, b) => a - b)).toEqual(Array.from({ length: count }, (_, i) => i));
      }),
    );
  });

  it('makes no new entry in a tree', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), { maxLength: 60 }),
        (draws) => {
          const from = draws.map((_, i) => i + 1);
          const to = draws.map((draw, i) => Math.floor(draw * (i + 1)));
          const plan = planElimination(graphOfEdges(draws.length + 1, from, to));
          expect(plan.columnRow.length).toBe(draws.length);
        },
      ),
    );
  });

  it('makes no more in a square grid than nested dissection is known to', () => {
    // George, "Nested dissection of a regular finite element mesh", 1973: about 31/4 n² log2 n for n² unknowns.
    const side = 64;
    const from: number[] = [];
    const to: number[] = [];
    for (let y = 0; y < side; y++) {
      for (let x = 0; x < side; x++) {
        for (const [dx, dy] of [
          [1, 0],
          [0, 1],
        ]) {
          if (x + dx >= side || y + dy >= side) continue;
          from.push(y * side + x);
          to.push((y + dy) * side + x + dx);
        }
      }
    }
    const plan = planElimination(graphOfEdges(side * side, from, to));
    expect(plan.columnRow.length).toBeLessThan((31 / 4) * side * side * 6);
  });
});
