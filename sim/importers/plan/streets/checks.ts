import { type Problem, problem } from '../../../kernel';
import type { RoadsFile } from '../../../scene/schema/roads';
import { crossings, pointAtPlace } from '../../geometry/polyline';
import { distance } from '../../geometry/vector';
import type { StreetPlan } from '../plan';
import type { StreetGraph } from '../plan-graph';
import type { PlanLink } from '../plan-links';
import { shortestArmM } from '../roundabouts';

type Path = readonly (string | number)[];
const NEAR_M = 0.5;

export function streetPath(plan: StreetPlan, link: PlanLink): Path {
  const s = plan.streets.findIndex((street) => street.id === link.street.id);
  return s < 0 ? ['roundabouts'] : ['streets', s];
}

/** What has to hold before anything is drawn. */
export function checkGraph(plan: StreetPlan, graph: StreetGraph): Problem[] {
  return [
    ...nodesApart(plan),
    ...uniqueEdges(plan, graph),
    ...roundaboutsFit(plan, graph),
    ...crossingsHaveNodes(plan, graph.links),
  ];
}

function nodesApart(plan: StreetPlan): Problem[] {
  const problems: Problem[] = [];
  const seen = new Map<string, string>();
  for (const [node, at] of Object.entries(plan.nodes)) {
    const cell = `${Math.round(at[0] / NEAR_M)},${Math.round(at[1] / NEAR_M)}`;
    const other = seen.get(cell);
    if (other !== undefined) {
      problems.push(problem('plan.same-place', ['nodes', node], `lies on '${other}', expected one node for one place`));
    }
    seen.set(cell, node);
  }
  return problems;
}

function uniqueEdges(plan: StreetPlan, graph: StreetGraph): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const link of graph.links) {
    if (link.ring) continue;
    const { id } = link.street;
    const ids = [`${id}:${link.from}:${link.to}`];
    if (!link.section.oneWay) ids.push(`${id}:${link.to}:${link.from}`);
    for (const edge of ids) {
      if (edge.length > 76) {
        const message = `the edge's id '${edge}' has ${edge.length} characters, expected at most 76: shorten the names`;
        problems.push(problem('plan.name-too-long', streetPath(plan, link), message));
      }
      if (seen.has(edge)) {
        const message = `'${id}' joins '${link.from}' and '${link.to}' twice, expected a node of another street between`;
        problems.push(problem('plan.duplicate-link', streetPath(plan, link), message));
      }
      seen.add(edge);
    }
  }
  return problems;
}

function roundaboutsFit(plan: StreetPlan, graph: StreetGraph): Problem[] {
  const problems: Problem[] = [];
  plan.roundabouts?.forEach(({ node, radiusM }, i) => {
    if (!graph.nodes.has(node)) return; // replaced by its circle
    const arms = graph.arms.get(node) ?? [];
    const message =
      arms.length < 2
        ? `'${node}' has ${arms.length} arm, expected at least two`
        : `a street at '${node}' is too short, expected at least ${shortestArmM(radiusM)} m from the middle`;
    problems.push(problem('plan.roundabout', ['roundabouts', i], message));
  });
  return problems;
}

function crossingsHaveNodes(plan: StreetPlan, links: readonly PlanLink[]): Problem[] {
  const problems: Problem[] = [];
  const boxes = links.map(({ centre }) => boxOf(centre));
  for (let i = 0; i < links.length; i++) {
    for (let j = i + 1; j < links.length; j++) {
      const [a, b] = [boxes[i], boxes[j]];
      if (a[2] < b[0] || b[2] < a[0] || a[3] < b[1] || b[3] < a[1]) continue;
      const shared = sharedEnds(links[i], links[j]);
      for (const { atA } of crossings(links[i].centre, links[j].centre)) {
        const at = pointAtPlace(links[i].centre, atA);
        if (shared.some((end) => distance(end, at) < NEAR_M)) continue;
        const where = `(${at[0].toFixed(1)}, ${at[1].toFixed(1)})`;
        const message = `'${links[i].id}' crosses '${links[j].id}' at ${where}, expected a node there that both name`;
        problems.push(problem('plan.crossing-without-node', streetPath(plan, links[i]), message));
      }
    }
  }
  return problems;
}

function sharedEnds(a: PlanLink, b: PlanLink) {
  const ends = [];
  if (a.from === b.from || a.from === b.to) ends.push(a.centre[0]);
  if (a.to === b.from || a.to === b.to) ends.push(a.centre[a.centre.length - 1]);
  return ends;
}

function boxOf(line: PlanLink['centre']): [number, number, number, number] {
  const box: [number, number, number, number] = [line[0][0], line[0][1], line[0][0], line[0][1]];
  for (const [x, y] of line) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

/**
 * Every edge can be reached from every edge by turns. One-way roads that run out of the plan or into it are joined
 * outside: who leaves by one may come back by another.
 */
export function checkReach(plan: StreetPlan, links: readonly PlanLink[], roads: RoadsFile): Problem[] {
  const index = new Map(roads.edges.map((edge, i) => [edge.id, i]));
  const laneEdge = new Map(roads.edges.flatMap((edge, i) => edge.lanes.map((lane) => [lane.id, i] as const)));
  const outside = roads.edges.length;
  const next: Set<number>[] = Array.from({ length: outside + 1 }, () => new Set());
  const before: Set<number>[] = Array.from({ length: outside + 1 }, () => new Set());
  const join = (from: number, to: number) => {
    next[from].add(to);
    before[to].add(from);
  };
  for (const junction of roads.junctions) {
    for (const turn of junction.turns) join(laneEdge.get(turn.fromLane)!, laneEdge.get(turn.toLane)!);
  }
  const ended = new Set(roads.edges.map(({ to }) => to));
  const begun = new Set(roads.edges.map(({ from }) => from));
  roads.edges.forEach((edge, i) => {
    if (!begun.has(edge.to)) join(i, outside);
    if (!ended.has(edge.from)) join(outside, i);
  });

  const root = largestStart(next, roads.edges.length);
  const reached = flood(next, root);
  const reaching = flood(before, root);
  const linkOf = new Map(links.flatMap((link) => edgeIdsOf(link).map((id) => [id, link] as const)));
  const problems: Problem[] = [];
  for (const edge of roads.edges) {
    const i = index.get(edge.id)!;
    if (reached.has(i) && reaching.has(i)) continue;
    const what = reached.has(i) ? 'leads nowhere that leads back' : 'cannot be reached';
    const message = `'${edge.id}' ${what}, expected a way from every street to every street`;
    problems.push(problem('plan.isolated', streetPath(plan, linkOf.get(edge.id)!), message));
  }
  return problems;
}

const edgeIdsOf = (link: PlanLink): string[] =>
  link.ring ? [link.id] : [`${link.street.id}:${link.from}:${link.to}`, `${link.street.id}:${link.to}:${link.from}`];

/** An edge from which most can be reached, out of a few tried: the main part of the network, not a stray piece. */
function largestStart(next: readonly Set<number>[], edges: number): number {
  let best = 0;
  let most = 0;
  for (let k = 0; k < 8; k++) {
    const start = Math.floor((k * edges) / 8);
    const size = flood(next, start).size;
    if (size <= most) continue;
    most = size;
    best = start;
  }
  return best;
}

function flood(next: readonly Set<number>[], start: number): Set<number> {
  const seen = new Set([start]);
  const open = [start];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next[at]) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}
