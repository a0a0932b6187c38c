import { type NetworksPlan, parseNetworksPlan } from '../../../sim/importers/plan/networks';
import { type Demand, demandOf, sumOf } from '../../../sim/importers/plan/networks/demand';
import type { Building } from '../../../sim/scene';
import { ecoPark, planFiles } from '../eco-park/scene-files';

/** The flagship's networks and what its plan says hangs on each of their nodes. */
export const scene = ecoPark();
export const { buildings } = scene.buildings!;

export const plan: NetworksPlan = (() => {
  const parsed = parseNetworksPlan(JSON.parse(planFiles.get('networks.json')!));
  if (!parsed.ok) throw new Error(parsed.problems.map(({ message }) => message).join('\n'));
  return parsed.value;
})();

export const askedBy = demandOf(plan);

type Network = keyof NonNullable<Building['serves']>;

/** What the houses on each node of a network ask for together. */
export function askedAt(network: Network, of: (demand: Demand) => number): Map<string, number> {
  const at = new Map<string, number>();
  for (const building of buildings) {
    const node = building.serves?.[network];
    if (node) at.set(node, (at.get(node) ?? 0) + of(askedBy(building)));
  }
  return at;
}

export const askedInAll = sumOf(buildings.map(askedBy));

interface Link {
  readonly from: string;
  readonly to: string;
}

/** Nodes that can be reached from these over links in either direction. */
export function reachedFrom(starts: Iterable<string>, links: readonly Link[]): Set<string> {
  const beside = new Map<string, string[]>();
  const join = (a: string, b: string) => {
    const list = beside.get(a);
    if (list) list.push(b);
    else beside.set(a, [b]);
  };
  for (const { from, to } of links) {
    join(from, to);
    join(to, from);
  }
  const reached = new Set(starts);
  const open = [...reached];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    for (const next of beside.get(node) ?? []) {
      if (reached.has(next)) continue;
      reached.add(next);
      open.push(next);
    }
  }
  return reached;
}

/** What passes over each link of trees that start from roots, when every node asks for its own; throws at a loop. */
export function flowsFrom<L extends Link>(
  roots: Iterable<string>,
  links: readonly L[],
  asked: (node: string) => number,
): Map<L, number> {
  const beside = new Map<string, L[]>();
  for (const link of links) {
    for (const end of [link.from, link.to]) {
      const list = beside.get(end);
      if (list) list.push(link);
      else beside.set(end, [link]);
    }
  }
  const flows = new Map<L, number>();
  const seen = new Set<string>();
  const gather = (node: string, by?: L): number => {
    if (seen.has(node)) throw new Error(`expected a tree, met a loop at ${node}`);
    seen.add(node);
    let sum = asked(node);
    for (const link of beside.get(node) ?? []) {
      if (link === by) continue;
      const flow = gather(link.from === node ? link.to : link.from, link);
      flows.set(link, flow);
      sum += flow;
    }
    return sum;
  };
  for (const root of roots) gather(root);
  return flows;
}
