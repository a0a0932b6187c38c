import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AssignmentProblem, assign, createAssignmentProblem, routesOf } from '../../../sim/studies/assignment';
import { excessOf, leastCosts, problemOf, randomNetworks, tables } from './networks';

const GAP = 1e-8;
/** What a few thousand sums and a gap of 1e-8 leave. */
const NEARLY = 1e-7;

function marginalCost(problem: AssignmentProblem, link: number, flow: number): number {
  const rise = problem.riseCost[link];
  const power = problem.power[link];
  return problem.constantCost[link] + (rise === 0 ? 0 : rise * (power + 1) * (flow / problem.capacity[link]) ** power);
}

describe('user equilibrium on any network', () => {
  it('leaves no driver a cheaper way (Wardrop): what all pay is what the cheapest ways cost', () => {
    fc.assert(
      fc.property(randomNetworks, (network) => {
        const problem = problemOf(network);
        const found = assign(problem, { relativeGap: GAP });
        expect(found.ended).toBe('gap');
        const { paid, excess } = excessOf(problem, found.linkFlow, found.linkCost);
        expect(excess).toBeLessThanOrEqual(NEARLY * (1 + paid));
        expect(excess).toBeGreaterThanOrEqual(-NEARLY * (1 + paid));
      }),
      { numRuns: 150 },
    );
  });

  it('uses no route dearer than the cheapest, and its routes carry all trips and make up the link flows', () => {
    fc.assert(
      fc.property(randomNetworks, (network) => {
        const problem = problemOf(network);
        const found = assign(problem, { relativeGap: GAP });
        const routes = routesOf(problem, found, 1e-9);
        const flow = new Float64Array(problem.linkCount);
        const carried = new Float64Array(problem.pairOrigin.length);
        let all = 0;
        routes.pair.forEach((pair, r) => {
          const links = routes.links.subarray(routes.start[r], routes.start[r + 1]);
          let at = problem.pairOrigin[pair];
          let cost = 0;
          for (const link of links) {
            expect(problem.linkFrom[link]).toBe(at);
            at = problem.linkTo[link];
            cost += found.linkCost[link];
            flow[link] += routes.trips[r];
          }
          expect(at).toBe(problem.pairDestination[pair]);
          carried[pair] += routes.trips[r];
          all += routes.trips[r];
          const least = leastCosts(problem, found.linkCost, problem.pairOrigin[pair])[at];
          // A route with few trips may cost more than one with many before it weighs anything in the gap.
          expect(routes.trips[r] * (cost - least)).toBeLessThanOrEqual(NEARLY * (1 + found.totalCost));
        });
        for (const pair of found.unreachedPairs) expect(carried[pair]).toBe(0);
        problem.pairTrips.forEach((trips, pair) => {
          if (!found.unreachedPairs.includes(pair)) expect(carried[pair]).toBeCloseTo(trips, 8);
        });
        expect(all).toBeCloseTo(found.assignedTrips, 6);
        flow.forEach((sum, link) => {
          expect(Math.abs(sum - found.linkFlow[link])).toBeLessThanOrEqual(1e-6 * (1 + sum));
        });
      }),
      { numRuns: 150 },
    );
  });

  it('loses nobody: at each node as many leave as come, but for those who begin or end there', () => {
    fc.assert(
      fc.property(randomNetworks, (network) => {
        const problem = problemOf(network);
        const found = assign(problem, { relativeGap: 1e-4, mostIterations: 3 });
        const balance = new Float64Array(problem.nodeCount);
        found.linkFlow.forEach((flow, link) => {
          expect(flow).toBeGreaterThanOrEqual(0);
          balance[problem.linkFrom[link]] -= flow;
          balance[problem.linkTo[link]] += flow;
        });
        problem.pairTrips.forEach((trips, pair) => {
          if (found.unreachedPairs.includes(pair)) return;
          balance[problem.pairOrigin[pair]] += trips;
          balance[problem.pairDestination[pair]] -= trips;
        });
        for (const left of balance) expect(left).toBeCloseTo(0, 8);
      }),
      { numRuns: 150 },
    );
  });

  it("never lets Beckmann's function rise from one iteration to the next", () => {
    fc.assert(
      fc.property(randomNetworks, (network) => {
        let before = Number.POSITIVE_INFINITY;
        assign(problemOf(network), { relativeGap: 1e-10 }, ({ beckmann }) => {
          expect(beckmann).toBeLessThanOrEqual(before * (1 + 1e-12));
          before = beckmann;
          return false;
        });
      }),
      { numRuns: 150 },
    );
  });

  it('says which trips have no way, and assigns the others', () => {
    const found = assign(
      problemOf(
        tables(
          4,
          [[0, 1, 1, 1, 1, 1]],
          [
            [0, 1, 5],
            [1, 0, 3],
            [0, 3, 2],
          ],
        ),
      ),
    );
    expect(found.assignedTrips).toBe(5);
    expect(Array.from(found.unreachedPairs)).toEqual([1, 2]);
    expect(Array.from(found.linkFlow)).toEqual([5]);
  });

  it('passes through no node that may not be passed, though the way through it is the shortest', () => {
    const links = [
      [0, 1, 1, 0, 1, 1],
      [1, 2, 1, 0, 1, 1],
      [0, 2, 9, 0, 1, 1],
    ] as const;
    const demand = [
      [0, 2, 4],
      [0, 1, 1],
      [1, 2, 2],
    ] as const;
    expect(Array.from(assign(problemOf(tables(3, links, demand, [1, 0, 1]))).linkFlow)).toEqual([1, 2, 4]);
    expect(Array.from(assign(problemOf(tables(3, links, demand))).linkFlow)).toEqual([5, 6, 0]);
  });
});

describe("the system's optimum on any network", () => {
  it('costs all together no more than user equilibrium, and is an equilibrium of marginal costs', () => {
    fc.assert(
      fc.property(randomNetworks, (network) => {
        const problem = problemOf(network);
        const user = assign(problem, { relativeGap: GAP });
        const system = assign(problem, { relativeGap: GAP, objective: 'system' });
        expect(system.ended).toBe('gap');
        expect(system.totalCost).toBeLessThanOrEqual(user.totalCost * (1 + NEARLY) + NEARLY);
        const marginal = system.linkFlow.map((flow, link) => marginalCost(problem, link, flow));
        const { paid, excess } = excessOf(problem, system.linkFlow, marginal);
        expect(Math.abs(excess)).toBeLessThanOrEqual(NEARLY * (1 + paid));
      }),
      { numRuns: 150 },
    );
  });
});

describe('the work itself', () => {
  const busy = tables(
    3,
    [
      [0, 1, 1, 1, 5, 4],
      [0, 1, 2, 1, 5, 4],
      [1, 2, 1, 1, 5, 4],
      [0, 2, 3, 1, 5, 4],
    ],
    [
      [0, 2, 30],
      [0, 1, 10],
    ],
  );

  it('gives the same bits every time', () => {
    const [a, b] = [assign(problemOf(busy)), assign(problemOf(busy))];
    expect(Array.from(a.linkFlow)).toEqual(Array.from(b.linkFlow));
    expect(a.iteration).toBe(b.iteration);
  });

  it('ends when it is told to, with flows that carry every trip', () => {
    const found = assign(problemOf(busy), { relativeGap: 1e-15 }, ({ iteration }) => iteration >= 1);
    expect(found).toMatchObject({ ended: 'cancelled', iteration: 1 });
    expect(found.linkFlow[2] + found.linkFlow[3]).toBeCloseTo(30, 10);
    expect(assign(problemOf(busy), { relativeGap: 1e-15, mostIterations: 0 }).ended).toBe('iterations');
  });

  it('refuses costs that fall, capacities of nothing, and nodes that are not there, each by its path', () => {
    const made = createAssignmentProblem(
      tables(
        2,
        [
          [0, 5, 1, 1, 1, 1],
          [0, 1, -1, 1, 1, 1],
          [0, 1, 1, -1, 1, 1],
          [0, 1, 1, 1, 0, 1],
          [0, 1, 1, 1, 1, Number.NaN],
          [1, 1, 1, 0, 0, 0],
        ],
        [
          [0, 9, 1],
          [0, 1, -1],
        ],
      ),
    );
    expect(made.ok).toBe(false);
    if (made.ok) return;
    expect(made.problems.map(({ path }) => path.join('.')).sort()).toEqual([
      'demand.0.destination',
      'demand.1.trips',
      'links.0.to',
      'links.1.cost',
      'links.2.rise',
      'links.3.capacity',
      'links.4.power',
    ]);
  });

  it('finds nothing to do where nobody travels', () => {
    const nobody = assign(problemOf(tables(2, [[0, 1, 1, 1, 1, 1]], [[1, 1, 7]])));
    expect(nobody).toMatchObject({ ended: 'gap', relativeGap: 0, totalCost: 0, assignedTrips: 0 });
  });
});
