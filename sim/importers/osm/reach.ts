import type { RoadsFile } from '../../scene/schema/roads';
import type { Report } from './report';

/** How the network hangs together by its turns alone. */
export interface Reach {
  /** Gates' edges into the main part and out of it; traffic of every other would find no way. */
  readonly mayEnter: (edge: string) => boolean;
  readonly mayLeave: (edge: string) => boolean;
}

const STARTS = 16;

/**
 * Finds the main part, from each of whose edges every other can be reached, and lists the edges that do not belong to
 * it: roads that only come in from a gate or only lead out to one are no fault, the rest are traps.
 */
export function findMainPart(roads: RoadsFile, gateNodes: ReadonlySet<string>, report: Report): Reach {
  const count = roads.edges.length;
  const edgeOfLane = new Map(roads.edges.flatMap((edge, i) => edge.lanes.map((lane) => [lane.id, i] as const)));
  const next: number[][] = Array.from({ length: count }, () => []);
  const before: number[][] = Array.from({ length: count }, () => []);
  for (const { turns } of roads.junctions) {
    for (const { fromLane, toLane } of turns) {
      const [from, to] = [edgeOfLane.get(fromLane)!, edgeOfLane.get(toLane)!];
      next[from].push(to);
      before[to].push(from);
    }
  }
  let reached = new Set<number>();
  let reaching = new Set<number>();
  let most = 0;
  for (let k = 0; k < STARTS; k++) {
    const start = Math.floor((k * count) / STARTS);
    const [onward, back] = [flood(next, [start]), flood(before, [start])];
    const size = [...onward].filter((edge) => back.has(edge)).length;
    if (size <= most) continue;
    most = size;
    [reached, reaching] = [onward, back];
  }
  const edgesAt = (end: 'from' | 'to') => roads.edges.flatMap((edge, i) => (gateNodes.has(edge[end]) ? [i] : []));
  const fromGates = flood(next, edgesAt('from'));
  const toGates = flood(before, edgesAt('to'));
  let apart = 0;
  roads.edges.forEach((edge, i) => {
    if (reached.has(i) && reaching.has(i)) return;
    apart++;
    const comesIn = reaching.has(i) && fromGates.has(i);
    const goesOut = reached.has(i) && toGates.has(i);
    if (comesIn || goesOut || (fromGates.has(i) && toGates.has(i))) return;
    const what = reached.has(i) ? 'leads not back to' : reaching.has(i) ? 'cannot be reached from' : 'is apart from';
    report.add('noted', 'not-connected', edge.id, `${what} the main part of the network`);
  });
  report.figures.edgesInMainPart = count - apart;
  report.figures.edgesNotInMainPart = apart;
  const index = new Map(roads.edges.map(({ id }, i) => [id, i]));
  return {
    mayEnter: (edge) => reaching.has(index.get(edge)!),
    mayLeave: (edge) => reached.has(index.get(edge)!),
  };
}

/** Lists lanes that no turn leaves though their junction goes on: where bans leave nothing, or ramps would bend back. */
export function listDeadLanes(roads: RoadsFile, report: Report): void {
  const junctions = new Set(roads.junctions.map(({ node }) => node));
  const served = new Set(roads.junctions.flatMap(({ turns }) => turns.map(({ fromLane }) => fromLane)));
  for (const { id, to, lanes } of roads.edges) {
    if (!junctions.has(to)) continue;
    const dead = lanes.filter((lane) => !served.has(lane.id)).length;
    if (dead > 0) report.add('noted', 'dead-lane', id, `${dead} of ${lanes.length} lanes lead nowhere at their end`);
  }
}

function flood(next: readonly (readonly number[])[], starts: readonly number[]): Set<number> {
  const seen = new Set(starts);
  const open = [...starts];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const to of next[at]) {
      if (seen.has(to)) continue;
      seen.add(to);
      open.push(to);
    }
  }
  return seen;
}
