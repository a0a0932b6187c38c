import { fail, type Problem, problem, type Result, succeed } from '../../../kernel';
import type { RoadEdge, RoadLane, RoadsFile } from '../../../scene/schema/roads';
import { lengthOf } from '../../geometry/polyline';
import type { PlannedLine } from './transit-plan';

/** An edge of a line's way, and the leg that it belongs to. */
interface WayEdge {
  readonly edge: RoadEdge;
  readonly leg: number;
}

export const takesBuses = ({ allows }: RoadLane): boolean => allows === undefined || allows.includes('bus');

/** Which edge a bus can go on to from which: over turns between lanes that take buses. */
export function busTurns(roads: RoadsFile): ReadonlyMap<string, ReadonlySet<string>> {
  const edgeOf = new Map<string, string>();
  for (const { id, lanes } of roads.edges) for (const lane of lanes) if (takesBuses(lane)) edgeOf.set(lane.id, id);
  const onward = new Map<string, Set<string>>();
  for (const { turns } of roads.junctions) {
    for (const { fromLane, toLane } of turns) {
      const [from, to] = [edgeOf.get(fromLane), edgeOf.get(toLane)];
      if (from === undefined || to === undefined) continue;
      if (!onward.has(from)) onward.set(from, new Set());
      onward.get(from)!.add(to);
    }
  }
  return onward;
}

/** The edges that a line runs along, leg by leg. It has to close: a bus that has come round begins again. */
export function wayOf(
  line: PlannedLine,
  roads: RoadsFile,
  onward: ReadonlyMap<string, ReadonlySet<string>>,
): Result<readonly WayEdge[]> {
  const problems: Problem[] = [];
  const way: WayEdge[] = [];
  let at = line.from;
  line.legs.forEach(({ street, to, stops }, leg) => {
    const edges = alongStreet(roads, street, at, to);
    if (!edges) {
      problems.push(problem('plan.no-way', ['legs', leg], `'${street}' does not lead from '${at}' to '${to}'`));
    }
    for (const [s, node] of (stops ?? []).entries()) {
      if (!edges || edges.some((edge) => edge.from === node)) continue;
      const message = `'${node}' is not passed between '${at}' and '${to}' (the last node belongs to the next leg)`;
      problems.push(problem('plan.not-passed', ['legs', leg, 'stops', s], message));
    }
    way.push(...(edges ?? []).map((edge) => ({ edge, leg })));
    at = to;
  });
  if (at !== line.from) {
    const message = `the last leg ends at '${at}', expected '${line.from}', where the first begins`;
    problems.push(problem('plan.not-closed', ['legs', line.legs.length - 1, 'to'], message));
  }
  if (problems.length > 0) return fail(problems);
  way.forEach(({ edge, leg }, k) => {
    const next = way[(k + 1) % way.length].edge;
    if (onward.get(edge.id)?.has(next.id)) return;
    problems.push(problem('plan.no-turn', ['legs', leg], `no bus can turn from ${edge.id} into ${next.id}`));
  });
  return problems.length > 0 ? fail(problems) : succeed(way);
}

/** The shortest way along one street; a street that is a ring has two. */
function alongStreet(roads: RoadsFile, street: string, from: string, to: string): RoadEdge[] | undefined {
  const own = roads.edges.filter((edge) => edge.street === street);
  const done = new Set<string>();
  const open: { node: string; lengthM: number; edges: RoadEdge[] }[] = [{ node: from, lengthM: 0, edges: [] }];
  while (open.length > 0) {
    const nearest = open.reduce((best, one, k) => (one.lengthM < open[best].lengthM ? k : best), 0);
    const { node, lengthM, edges } = open.splice(nearest, 1)[0];
    if (node === to && edges.length > 0) return edges;
    if (done.has(node)) continue;
    if (edges.length > 0) done.add(node);
    for (const edge of own) {
      if (edge.from !== node || !edge.lanes.some(takesBuses)) continue;
      open.push({ node: edge.to, lengthM: lengthM + lengthOf(edge.shape), edges: [...edges, edge] });
    }
  }
  return undefined;
}
