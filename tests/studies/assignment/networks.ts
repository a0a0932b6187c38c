/** Random networks, and the laws of equilibrium checked in the plainest way there is, without any of the method's code. */
import fc from 'fast-check';
import { type AssignmentProblem, createAssignmentProblem, type ProblemTables } from '../../../sim/studies/assignment';

export function problemOf(tables: ProblemTables): AssignmentProblem {
  const made = createAssignmentProblem(tables);
  if (!made.ok) throw new Error(made.problems.map((each) => `${each.path.join('.')}: ${each.message}`).join('\n'));
  return made.value;
}

/** Rows of [from, to, constant cost, rise, capacity, power]. */
export function tables(
  nodeCount: number,
  links: readonly (readonly [number, number, number, number, number, number])[],
  demand: readonly (readonly [from: number, to: number, trips: number])[],
  mayPass?: readonly number[],
): ProblemTables {
  const column = (i: number) => links.map((link) => link[i]);
  return {
    nodeCount,
    links: {
      from: column(0),
      to: column(1),
      constantCost: column(2),
      riseCost: column(3),
      capacity: column(4),
      power: column(5),
    },
    demand: {
      origin: demand.map(([from]) => from),
      destination: demand.map(([, to]) => to),
      trips: demand.map(([, , trips]) => trips),
    },
    mayPass,
  };
}

/** A ring in both directions, so that most pairs have a way, and chords, loops and parallels at will. */
export const randomNetworks: fc.Arbitrary<ProblemTables> = fc.integer({ min: 3, max: 14 }).chain((nodeCount) => {
  const node = fc.integer({ min: 0, max: nodeCount - 1 });
  const cost = fc.integer({ min: 0, max: 40 }).map((quarters) => quarters / 4);
  const price = fc.tuple(
    cost,
    fc.constantFrom(0, 0.15, 1, 3),
    fc.integer({ min: 1, max: 50 }),
    fc.constantFrom(0, 0.5, 1, 2, 4, 4, 5.25, 11),
  );
  const link = fc.tuple(node, node, price);
  const ring = fc.array(price, { minLength: 2 * nodeCount, maxLength: 2 * nodeCount });
  const trips = fc.tuple(node, node, fc.integer({ min: 0, max: 60 }));
  return fc
    .tuple(
      ring,
      fc.array(link, { maxLength: 3 * nodeCount }),
      fc.array(trips, { minLength: 1, maxLength: 20 }),
      fc.integer({ min: 0, max: 3 }),
    )
    .map(([around, chords, demand, closedNodes]) => {
      const links = [
        ...around.map(([constant, rise, capacity, power], i) => {
          const at = i >> 1;
          const next = (at + 1) % nodeCount;
          const [from, to] = i % 2 === 0 ? [at, next] : [next, at];
          return [from, to, constant, rise, capacity, power] as const;
        }),
        ...chords.map(
          ([from, to, [constant, rise, capacity, power]]) => [from, to, constant, rise, capacity, power] as const,
        ),
      ];
      const mayPass = Array.from({ length: nodeCount }, (_, i) => (i < closedNodes && nodeCount > 5 ? 0 : 1));
      return tables(nodeCount, links, demand, mayPass);
    });
});

/** Least costs from a node by going round all links until nothing changes (Bellman and Ford). */
export function leastCosts(problem: AssignmentProblem, cost: ArrayLike<number>, origin: number): Float64Array {
  const least = new Float64Array(problem.nodeCount).fill(Number.POSITIVE_INFINITY);
  least[origin] = 0;
  for (let changed = true; changed; ) {
    changed = false;
    for (let link = 0; link < problem.linkCount; link++) {
      const from = problem.linkFrom[link];
      if (problem.mayPass[from] === 0 && from !== origin) continue;
      const there = least[from] + cost[link];
      if (!(there < least[problem.linkTo[link]])) continue;
      least[problem.linkTo[link]] = there;
      changed = true;
    }
  }
  return least;
}

/** Σ flow · cost less Σ trips · least cost: nothing at equilibrium, and never less than that. */
export function excessOf(problem: AssignmentProblem, flow: ArrayLike<number>, cost: ArrayLike<number>) {
  let paid = 0;
  for (let link = 0; link < problem.linkCount; link++) paid += flow[link] * cost[link];
  let least = 0;
  for (let pair = 0; pair < problem.pairOrigin.length; pair++) {
    const there = leastCosts(problem, cost, problem.pairOrigin[pair])[problem.pairDestination[pair]];
    if (Number.isFinite(there)) least += problem.pairTrips[pair] * there;
  }
  return { paid, excess: paid - least };
}
