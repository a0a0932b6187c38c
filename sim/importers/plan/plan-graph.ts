import { lengthOf } from '../geometry/polyline';
import type { Point } from '../geometry/vector';
import { branchNodes, linkLines } from './centre-lines';
import { crossSectionOf } from './class-defaults';
import type { StreetPlan } from './plan';
import { armsOf, type PlanArm, type PlanLink } from './plan-links';
import { withRoundabouts } from './roundabouts';

export interface StreetGraph {
  readonly nodes: ReadonlyMap<string, Point>;
  readonly links: readonly PlanLink[];
  /** Link ends at each node, counter-clockwise from east by the direction in which they leave. */
  readonly arms: ReadonlyMap<string, readonly PlanArm[]>;
}

export function streetGraphOf(plan: StreetPlan): StreetGraph {
  const branches = branchNodes(plan);
  const links: PlanLink[] = [];
  for (const street of plan.streets) {
    const section = crossSectionOf(street);
    for (const { from, to, centre } of linkLines(plan, street, branches)) {
      links.push({ id: `${street.id}:${from}:${to}`, street, section, from, to, centre, lengthM: lengthOf(centre) });
    }
  }
  const nodes = nodesOf(plan, branches);
  const all = withRoundabouts(plan, nodes, links);
  return { nodes, links: all, arms: armsOf(all) };
}

function nodesOf(plan: StreetPlan, branches: ReadonlySet<string>): Map<string, Point> {
  const nodes = new Map<string, Point>();
  for (const name of [...branches].sort()) nodes.set(name, plan.nodes[name] as Point);
  return nodes;
}
