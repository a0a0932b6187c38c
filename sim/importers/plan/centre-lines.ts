import { curveThrough, roundedCorner } from '../geometry/curve';
import { simplify, turnBetween } from '../geometry/polyline';
import { along, direction, distance, type Point, reverse } from '../geometry/vector';
import { classRank } from './class-defaults';
import type { PlannedStreet, StreetPlan } from './plan';

/** The part of a street between two nodes where the network branches, ends or is controlled. */
interface LinkLine {
  readonly from: string;
  readonly to: string;
  readonly centre: readonly Point[];
}

const CURVE_STEP_M = 1.5;
const CURVE_TOLERANCE_M = 0.02;
const BEND_PIECES = 16;

/** Nodes that become nodes of the network; the others only shape their street. */
export function branchNodes(plan: StreetPlan): Set<string> {
  const visits = new Map<string, number>();
  const branches = new Set<string>();
  for (const street of plan.streets) {
    for (const node of street.path) visits.set(node, (visits.get(node) ?? 0) + 1);
    branches.add(street.path[0]);
    branches.add(street.path[street.path.length - 1]);
  }
  for (const [node, count] of visits) if (count > 1) branches.add(node);
  if (plan.signals !== 'auto') for (const node of plan.signals) branches.add(node);
  for (const node of plan.moreSignals ?? []) branches.add(node);
  for (const { node } of plan.roundabouts ?? []) branches.add(node);
  for (const street of plan.streets) breakLoop(street, branches);
  return branches;
}

/** A loop that meets nothing but its own start needs two more nodes: an edge may not end where it begins. */
function breakLoop(street: PlannedStreet, branches: Set<string>): void {
  const { path } = street;
  if (path[0] !== path[path.length - 1]) return;
  const interior = path.slice(1, -1);
  if (interior.filter((node) => branches.has(node)).length > 1) return;
  branches.add(interior[Math.floor(interior.length / 3)]);
  branches.add(interior[Math.floor((2 * interior.length) / 3)]);
}

/** A street's line from branch node to branch node, curved or with rounded bends. */
export function linkLines(plan: StreetPlan, street: PlannedStreet, branches: ReadonlySet<string>): LinkLine[] {
  const points = street.path.map((node) => plan.nodes[node] as Point);
  const spans = street.curve && points.length > 2 ? curvedSpans(points) : straightSpans(street, points, branches);
  const links: LinkLine[] = [];
  let from = 0;
  let run: Point[] = [points[0]];
  for (let i = 0; i < spans.length; i++) {
    run.push(...spans[i].slice(1));
    const node = street.path[i + 1];
    if (!branches.has(node) && i < spans.length - 1) continue;
    links.push({ from: street.path[from], to: node, centre: simplify(run, CURVE_TOLERANCE_M) });
    from = i + 1;
    run = [points[i + 1]];
  }
  return links;
}

function curvedSpans(points: Point[]): Point[][] {
  const closed = distance(points[0], points[points.length - 1]) === 0;
  return curveThrough(points, closed, CURVE_STEP_M);
}

/** Straight legs; where nothing else meets a bend, it is rounded as far as its legs allow. */
function straightSpans(street: PlannedStreet, points: Point[], branches: ReadonlySet<string>): Point[][] {
  const bends = points.map((_, i) => (branches.has(street.path[i]) ? undefined : bendAt(street, points, i)));
  const spans: Point[][] = [];
  for (let i = 0; i + 1 < points.length; i++) {
    const head = bends[i]?.slice(BEND_PIECES / 2) ?? [points[i]];
    const tail = bends[i + 1]?.slice(0, BEND_PIECES / 2 + 1) ?? [points[i + 1]];
    spans.push([...head, ...tail]);
  }
  return spans;
}

function bendAt(street: PlannedStreet, points: Point[], i: number): Point[] | undefined {
  const [before, at, after] = [points[i - 1], points[i], points[i + 1]];
  if (!before || !after) return undefined;
  const incoming = direction(before, at);
  const outgoing = direction(at, after);
  const { cosine, sine } = turnBetween(incoming, outgoing);
  if (Math.abs(sine) < 0.005 && cosine > 0) return undefined;
  const tangentPerRadius = Math.sqrt((1 - cosine) / Math.max(1 + cosine, 0.02)); // tangent of half the bend
  const legM = Math.min(distance(before, at), distance(at, after)) * 0.45;
  const tangentM = Math.min((15 + 12 * classRank[street.class]) * tangentPerRadius, legM);
  return roundedCorner(along(at, reverse(incoming), tangentM), at, along(at, outgoing, tangentM), BEND_PIECES);
}
