import { roundedCorner } from '../../geometry/curve';
import { lengthOf, pointAt, roundToCentimetres, simplify, turnBetween } from '../../geometry/polyline';
import { along, direction, distance, type Point, reverse } from '../../geometry/vector';
import type { CrossSection } from '../../plan/class-defaults';
import type { PlanArm, PlanLink } from '../../plan/plan-links';
import type { StreetGraph } from '../../plan/street-graph';
import { endsByNode, isOneWay, type Segment, type SegmentEnd, segmentName } from './segment';
import type { Union } from './union';

/** Where a link's arm at a junction comes from. */
export interface ArmOrigin {
  readonly segment: Segment;
  readonly end: SegmentEnd;
}

export interface OsmGraph extends StreetGraph {
  /** By junction and the arm's key there. */
  readonly originOf: (node: string, key: string) => ArmOrigin;
  /** Segments that lie within a junction made of several nodes. */
  readonly inner: ReadonlyMap<string, readonly Segment[]>;
  readonly members: ReadonlyMap<string, readonly string[]>;
}

export const junctionName = (leader: string): string => `n${leader}`;

/**
 * The street graph that the plan's builders work on: a link for every segment whose ends are not one junction. Where a
 * junction is made of several nodes its links begin where their own node is, and only their edges reach to its middle.
 */
export function graphOf(segments: readonly Segment[], union: Union, streetIds: ReadonlyMap<Segment, string>): OsmGraph {
  const inner = new Map<string, Segment[]>();
  const members = new Map<string, Set<string>>();
  const outer: Segment[] = [];
  for (const segment of segments) {
    for (const node of [segment.from, segment.to]) {
      const name = junctionName(union.leaderOf(node));
      members.set(name, (members.get(name) ?? new Set()).add(node));
    }
    if (!union.areOne(segment.from, segment.to)) outer.push(segment);
    else {
      const name = junctionName(union.leaderOf(segment.from));
      inner.set(name, [...(inner.get(name) ?? []), segment]);
    }
  }
  const nodes = middles(outer, union);
  const taken = new Set<string>();
  const links = new Map<Segment, PlanLink>();
  for (const segment of outer) links.set(segment, linkOf(segment, union, nodes, streetIds.get(segment)!, taken));
  const origins = new Map<string, ArmOrigin>();
  const arms = armsOf(outer, links, union, nodes, origins);
  return {
    nodes,
    links: [...links.values()],
    arms,
    originOf: (node, key) => origins.get(`${node} ${key}`)!,
    inner,
    members: new Map([...members].map(([name, set]) => [name, [...set].sort()])),
  };
}

/** The middle of the places where roads come in. */
function middles(outer: readonly Segment[], union: Union): Map<string, Point> {
  const places = new Map<string, Map<string, Point>>();
  for (const [node, ends] of endsByNode(outer)) {
    const name = junctionName(union.leaderOf(node));
    const { segment, end } = ends[0];
    const at = end === 'from' ? segment.line[0] : segment.line[segment.line.length - 1];
    places.set(name, (places.get(name) ?? new Map()).set(node, at));
  }
  const nodes = new Map<string, Point>();
  for (const name of [...places.keys()].sort()) {
    const all = [...places.get(name)!.values()];
    const middle = (axis: 0 | 1) => {
      const values = all.map((at) => at[axis]);
      return (Math.min(...values) + Math.max(...values)) / 2;
    };
    nodes.set(name, roundToCentimetres([[middle(0), middle(1)]])[0]);
  }
  return nodes;
}

const APART_M = 0.3;

function linkOf(
  segment: Segment,
  union: Union,
  nodes: ReadonlyMap<string, Point>,
  street: string,
  taken: Set<string>,
): PlanLink {
  const from = junctionName(union.leaderOf(segment.from));
  const to = junctionName(union.leaderOf(segment.to));
  const centre = roundBends(segment.line);
  const last = centre[centre.length - 1];
  const base = segmentName(segment);
  const named = (a: string, b: string): string => {
    const plain = `${base}:${a.slice(1)}:${b.slice(1)}`;
    let id = plain;
    for (let k = 2; taken.has(id); k++) id = `${plain}.${k}`;
    taken.add(id);
    return id;
  };
  const forward = named(from, to);
  const backward = isOneWay(segment) ? forward : named(to, from);
  const reaches =
    distance(nodes.get(from)!, centre[0]) > APART_M || distance(nodes.get(to)!, last) > APART_M
      ? { nodesAt: [nodes.get(from)!, nodes.get(to)!] as const }
      : {};
  const buses = (lanes: Segment['along']) => ({ kerb: lanes.busKerb, middle: lanes.busMiddle });
  return {
    id: forward,
    street: {
      id: street,
      name: segment.name ?? { zh: street, en: street },
      class: segment.roadClass,
      path: [],
      oneWay: isOneWay(segment),
    },
    section: sectionOf(segment),
    ...(segment.ring ? { ring: segment.ring } : {}),
    edgeIds: [forward, backward],
    ...reaches,
    busLanes: [buses(segment.along), buses(segment.back ?? segment.along)],
    from,
    to,
    centre,
    lengthM: lengthOf(centre),
  };
}

function sectionOf(segment: Segment): CrossSection {
  return {
    lanesEachWay: segment.along.count,
    ...(segment.back ? { lanesBack: segment.back.count } : {}),
    laneWidthM: segment.laneWidthM,
    medianM: 0,
    sidewalkM: segment.sidewalkM,
    speedKmh: segment.speedKmh,
    speedBackKmh: segment.speedBackKmh,
    oneWay: isOneWay(segment),
  };
}

const BEND_PIECES = 6;
const BEND_RADIUS_M = 20;
const TOLERANCE_M = 0.04;

/** Corners of the mapped line as bends, as far as their legs allow. */
function roundBends(line: readonly Point[]): Point[] {
  const result: Point[] = [line[0]];
  for (let i = 1; i + 1 < line.length; i++) {
    const incoming = direction(line[i - 1], line[i]);
    const outgoing = direction(line[i], line[i + 1]);
    const { cosine, sine } = turnBetween(incoming, outgoing);
    const legM = Math.min(distance(line[i - 1], line[i]), distance(line[i], line[i + 1])) * 0.45;
    const tangentM = Math.min(BEND_RADIUS_M * Math.sqrt((1 - cosine) / Math.max(1 + cosine, 0.02)), legM);
    if ((Math.abs(sine) < 0.02 && cosine > 0) || tangentM < 0.05) result.push(line[i]);
    else {
      const before = along(line[i], reverse(incoming), tangentM);
      result.push(...roundedCorner(before, line[i], along(line[i], outgoing, tangentM), BEND_PIECES));
    }
  }
  result.push(line[line.length - 1]);
  return simplify(result, TOLERANCE_M);
}

const PARTED_M = 15;
const BEYOND_M = 8;

/** Ends of links round each junction, counter-clockwise; the way they lie beyond its rim decides. */
function armsOf(
  outer: readonly Segment[],
  links: ReadonlyMap<Segment, PlanLink>,
  union: Union,
  nodes: ReadonlyMap<string, Point>,
  origins: Map<string, ArmOrigin>,
): Map<string, PlanArm[]> {
  const unsorted = new Map<string, PlanArm[]>();
  for (const segment of outer) {
    const link = links.get(segment)!;
    for (const end of ['from', 'to'] as const) {
      const reversed = end === 'to';
      const node = junctionName(union.leaderOf(segment[end]));
      const list = unsorted.get(node) ?? [];
      unsorted.set(node, list);
      let key = `${segmentName(segment)}${reversed ? '-' : '+'}`;
      for (let k = 2; list.some((arm) => arm.key === key); k++)
        key = `${segmentName(segment)}${reversed ? '-' : '+'}${k}`;
      const line = reversed ? [...link.centre].reverse() : link.centre;
      list.push({ link, reversed, line, far: reversed ? link.from : link.to, key });
      origins.set(`${node} ${key}`, { segment, end });
    }
  }
  const arms = new Map<string, PlanArm[]>();
  for (const [node, list] of unsorted) {
    const centre = nodes.get(node)!;
    const rimM = Math.max(...list.map(({ line }) => distance(line[0], centre)));
    const angle = new Map(list.map((arm) => [arm, pseudoAngle(centre, beyond(arm, centre, rimM))]));
    arms.set(
      node,
      list.sort((a, b) => angle.get(a)! - angle.get(b)! || (a.key < b.key ? -1 : 1)),
    );
  }
  return arms;
}

function beyond({ line, link }: PlanArm, centre: Point, rimM: number): Point {
  if (rimM < APART_M) return pointAt(line, Math.min(PARTED_M, link.lengthM / 2));
  return line.find((at) => distance(at, centre) > rimM + BEYOND_M) ?? line[line.length - 1];
}

/** Grows with the angle from east, 0 to 4, without a transcendental function. */
function pseudoAngle(centre: Point, at: Point): number {
  const x = at[0] - centre[0];
  const y = at[1] - centre[1];
  const size = Math.abs(x) + Math.abs(y);
  if (size === 0) return 0;
  const share = x / size;
  return y >= 0 ? 1 - share : 3 + share;
}
