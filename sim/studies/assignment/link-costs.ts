/** What links cost at their flows, how steeply that rises, and what it all adds up to. */
import { pow } from '../../kernel';
import type { AssignmentProblem } from './problem';

/** What equilibrium is sought of: what each driver pays, or what each adds to the cost of all (Pigou's marginal cost). */
export type Objective = 'user' | 'system';

export interface LinkCosts {
  readonly flow: Float64Array;
  /** At the present flow, with its derivative; kept by whoever changes a flow. */
  readonly cost: Float64Array;
  readonly slope: Float64Array;
  readonly constantCost: Float64Array;
  readonly riseCost: Float64Array;
  readonly perCapacity: Float64Array;
  readonly power: Float64Array;
  /** The power where it is a whole number that a few multiplications reach, else −1. */
  readonly wholePower: Int8Array;
}

const MOST_MULTIPLIED = 24;

/**
 * The marginal cost of constant + rise · r^p, namely the derivative of flow times cost, is constant + (p + 1) · rise ·
 * r^p: the system's optimum is a user equilibrium of steeper links.
 */
export function createLinkCosts(problem: AssignmentProblem, objective: Objective): LinkCosts {
  const { linkCount, power } = problem;
  const costs: LinkCosts = {
    flow: new Float64Array(linkCount),
    cost: new Float64Array(linkCount),
    slope: new Float64Array(linkCount),
    constantCost: problem.constantCost,
    riseCost: objective === 'user' ? problem.riseCost : problem.riseCost.map((rise, link) => rise * (power[link] + 1)),
    perCapacity: problem.capacity.map((capacity) => 1 / capacity),
    power,
    wholePower: Int8Array.from(power, (each) => (Number.isInteger(each) && each <= MOST_MULTIPLIED ? each : -1)),
  };
  priceAll(costs);
  return costs;
}

export function priceAll(costs: LinkCosts): void {
  for (let link = 0; link < costs.flow.length; link++) priceLink(costs, link);
}

/** Cost and slope of one link at its present flow. */
export function priceLink(costs: LinkCosts, link: number): void {
  const rise = costs.riseCost[link];
  const whole = costs.wholePower[link];
  if (rise === 0 || whole === 0) {
    costs.cost[link] = costs.constantCost[link] + rise;
    costs.slope[link] = 0;
    return;
  }
  const perCapacity = costs.perCapacity[link];
  const ratio = costs.flow[link] * perCapacity;
  let below: number; // ratio to the power less one
  if (whole === 4) below = ratio * ratio * ratio;
  else if (whole > 0) {
    below = 1;
    for (let i = 1; i < whole; i++) below *= ratio;
  } else below = pow(ratio, costs.power[link] - 1);
  // A power below 1 is infinitely steep at no flow.
  costs.cost[link] = costs.constantCost[link] + (ratio === 0 ? 0 : rise * below * ratio);
  costs.slope[link] = rise * costs.power[link] * below * perCapacity;
}

/** Cost of one link at any flow, by the costs that equilibrium is sought of. */
export function costOf(costs: LinkCosts, link: number, flow: number): number {
  const rise = costs.riseCost[link];
  if (rise === 0) return costs.constantCost[link];
  const whole = costs.wholePower[link];
  const ratio = flow * costs.perCapacity[link];
  if (whole < 0) return costs.constantCost[link] + rise * pow(ratio, costs.power[link]);
  let raised = 1;
  for (let i = 0; i < whole; i++) raised *= ratio;
  return costs.constantCost[link] + rise * raised;
}

/** Beckmann's function of the costs that equilibrium is sought of, where every link is priced at its present flow. */
export function potential({ flow, cost, constantCost, power }: LinkCosts): number {
  let total = 0;
  for (let link = 0; link < flow.length; link++) {
    total += flow[link] * (constantCost[link] + (cost[link] - constantCost[link]) / (power[link] + 1));
  }
  return total;
}

/** Σ flow · cost, by what drivers pay: total travel time where costs are times. */
export function totalCost(problem: AssignmentProblem, flow: Float64Array): number {
  let total = 0;
  for (let link = 0; link < problem.linkCount; link++) total += flow[link] * costAt(problem, link, flow[link]);
  return total;
}

/** Beckmann's function, the sum of the integrals of the costs from no flow to the present: user equilibrium is its least. */
export function beckmann(problem: AssignmentProblem, flow: Float64Array): number {
  const { constantCost, riseCost, capacity, power } = problem;
  let total = 0;
  for (let link = 0; link < problem.linkCount; link++) {
    const rise = riseCost[link] === 0 ? 0 : riseCost[link] * pow(flow[link] / capacity[link], power[link]);
    total += flow[link] * (constantCost[link] + rise / (power[link] + 1));
  }
  return total;
}

export function costAt(problem: AssignmentProblem, link: number, flow: number): number {
  const rise = problem.riseCost[link];
  if (rise === 0) return problem.constantCost[link];
  return problem.constantCost[link] + rise * pow(flow / problem.capacity[link], problem.power[link]);
}
