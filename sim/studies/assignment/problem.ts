/**
 * The static assignment problem (Beckmann, McGuire and Winsten, Studies in the Economics of Transportation, 1956): so
 * many trips from node to node over links whose cost rises with their own flow alone. Costs are in whatever unit the
 * network has; flows and capacities share the unit of the trips.
 *
 *     cost of a link = constant + rise · (flow / capacity) ^ power
 *
 * which is the formula of the Bureau of Public Roads (1964) with constant = free-flow time + tolls and rise = b ·
 * free-flow time. Left out: turns (make them links), links that hinder each other, several classes of users.
 */
import { fail, type Problem, problem, type Result, succeed, warning } from '../../kernel';

export interface AssignmentProblem {
  readonly nodeCount: number;
  readonly linkCount: number;
  readonly linkFrom: Int32Array;
  readonly linkTo: Int32Array;
  readonly constantCost: Float64Array;
  readonly riseCost: Float64Array;
  readonly capacity: Float64Array;
  readonly power: Float64Array;
  /** By node: 1 where trips may pass through; at others they only begin and end. */
  readonly mayPass: Uint8Array;
  /** Pairs with trips between two different nodes, sorted by origin, then destination. */
  readonly pairOrigin: Int32Array;
  readonly pairDestination: Int32Array;
  readonly pairTrips: Float64Array;
  /** Of each pair, its row in the demand that was given. */
  readonly pairRow: Int32Array;
  /** Trips that begin and end at one node: they use no link. */
  readonly innerTrips: number;
}

export interface LinkTable {
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
  readonly constantCost: ArrayLike<number>;
  readonly riseCost: ArrayLike<number>;
  readonly capacity: ArrayLike<number>;
  readonly power: ArrayLike<number>;
}

export interface DemandTable {
  readonly origin: ArrayLike<number>;
  readonly destination: ArrayLike<number>;
  readonly trips: ArrayLike<number>;
}

export interface ProblemTables {
  readonly nodeCount: number;
  readonly links: LinkTable;
  readonly demand: DemandTable;
  /** Every node may be passed where it is left out. */
  readonly mayPass?: ArrayLike<number>;
}

/** Checks what the model supposes (costs that never fall, nodes that are there) and puts it into typed arrays. */
export function createAssignmentProblem(tables: ProblemTables): Result<AssignmentProblem> {
  const problems = [...checkLinks(tables), ...checkDemand(tables)];
  const errors = problems.filter((each) => each.severity === 'error');
  if (errors.length > 0) return fail(errors);
  const { links, demand, nodeCount } = tables;

  const rows: number[] = [];
  let innerTrips = 0;
  for (let row = 0; row < demand.trips.length; row++) {
    if (demand.origin[row] === demand.destination[row]) innerTrips += demand.trips[row];
    else if (demand.trips[row] > 0) rows.push(row);
  }
  rows.sort((a, b) => demand.origin[a] - demand.origin[b] || demand.destination[a] - demand.destination[b] || a - b);
  return succeed(
    {
      nodeCount,
      linkCount: links.from.length,
      linkFrom: Int32Array.from(links.from),
      linkTo: Int32Array.from(links.to),
      constantCost: Float64Array.from(links.constantCost),
      riseCost: Float64Array.from(links.riseCost),
      // A link whose cost does not rise needs no capacity; 1 keeps its arithmetic finite.
      capacity: Float64Array.from(links.capacity, (capacity, link) => (links.riseCost[link] === 0 ? 1 : capacity)),
      power: Float64Array.from(links.power),
      mayPass: tables.mayPass ? Uint8Array.from(tables.mayPass) : new Uint8Array(nodeCount).fill(1),
      pairOrigin: Int32Array.from(rows, (row) => demand.origin[row]),
      pairDestination: Int32Array.from(rows, (row) => demand.destination[row]),
      pairTrips: Float64Array.from(rows, (row) => demand.trips[row]),
      pairRow: Int32Array.from(rows),
      innerTrips,
    },
    problems,
  );
}

function checkLinks({ links, nodeCount }: ProblemTables): Problem[] {
  const problems: Problem[] = [];
  const wrong = (link: number, column: string, met: number, expected: string) =>
    problems.push(problem(`assignment.${column}`, ['links', link, column], `met ${met}, expected ${expected}`));
  for (let link = 0; link < links.from.length; link++) {
    if (!isNode(links.from[link], nodeCount)) wrong(link, 'from', links.from[link], `a node below ${nodeCount}`);
    if (!isNode(links.to[link], nodeCount)) wrong(link, 'to', links.to[link], `a node below ${nodeCount}`);
    if (!isFromZero(links.constantCost[link])) wrong(link, 'cost', links.constantCost[link], 'a cost from 0');
    if (!isFromZero(links.riseCost[link])) wrong(link, 'rise', links.riseCost[link], 'a rise from 0');
    if (!isFromZero(links.power[link])) wrong(link, 'power', links.power[link], 'a power from 0');
    if (links.riseCost[link] > 0 && !(isFromZero(links.capacity[link]) && links.capacity[link] > 0)) {
      wrong(link, 'capacity', links.capacity[link], 'a capacity above 0 where the cost rises with the flow');
    }
    if (links.from[link] === links.to[link]) {
      const message = `leads from node ${links.from[link]} to itself: nobody will use it`;
      problems.push(warning('assignment.loop', ['links', link], message));
    }
  }
  return problems;
}

function checkDemand({ demand, nodeCount }: ProblemTables): Problem[] {
  const problems: Problem[] = [];
  const wrong = (row: number, column: string, met: number, expected: string) =>
    problems.push(problem(`assignment.${column}`, ['demand', row, column], `met ${met}, expected ${expected}`));
  for (let row = 0; row < demand.trips.length; row++) {
    if (!isNode(demand.origin[row], nodeCount)) wrong(row, 'origin', demand.origin[row], `a node below ${nodeCount}`);
    if (!isNode(demand.destination[row], nodeCount)) {
      wrong(row, 'destination', demand.destination[row], `a node below ${nodeCount}`);
    }
    if (!isFromZero(demand.trips[row])) wrong(row, 'trips', demand.trips[row], 'a number from 0');
  }
  return problems;
}

function isNode(value: number, nodeCount: number): boolean {
  return Number.isInteger(value) && value >= 0 && value < nodeCount;
}

function isFromZero(value: number): boolean {
  return Number.isFinite(value) && value >= 0;
}
