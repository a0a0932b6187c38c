import { convexHull } from '../../geometry/polygon';
import { distanceToLine, lengthOf } from '../../geometry/polyline';
import { direction, distance, dot, type Point } from '../../geometry/vector';
import { classRank } from '../../plan/class-defaults';
import type { OsmData } from '../read/osm-data';
import type { Report } from '../report';
import { endsByNode, isOneWay, type Segment } from './segment';
import { Union } from './union';

const HULL_M = 30;
const ENDS_HERE = new Set(['turning_circle', 'turning_loop']);

/** What the extract is about, in the metres of the segments: its bounds, or where its houses stand. */
export interface Core {
  readonly min: Point;
  readonly max: Point;
}

/**
 * Where roads leave the extract: ways cut in the data, ends of collectors and greater (none of them ends in a field),
 * ends of one-way roads, and other streets' ends outside of the extract's core (an extract has the whole of every way
 * that touches it, but not the next one) or, where nothing tells the core, at the rim of the network. Every other end is
 * a dead end.
 */
export function gatesOf(
  data: OsmData,
  segments: readonly Segment[],
  cutNodes: ReadonlySet<string>,
  core: Core | undefined,
): Set<string> {
  const gates = new Set<string>();
  const border = convexHull(segments.flatMap(({ line }) => [line[0], line[line.length - 1]]));
  const closed = border.length > 1 ? [...border, border[0]] : border;
  const isOutside = ([x, y]: Point) =>
    core !== undefined && (x <= core.min[0] || x >= core.max[0] || y <= core.min[1] || y >= core.max[1]);
  for (const [node, ends] of endsByNode(segments)) {
    const comesIn = ends.some(({ segment, end }) => end === 'to' || !isOneWay(segment));
    const goesOut = ends.some(({ segment, end }) => end === 'from' || !isOneWay(segment));
    if (!comesIn || !goesOut) gates.add(node);
    if (ends.length > 1) continue;
    const { segment, end } = ends[0];
    const tags = data.nodes.get(node)?.tags;
    if (tags?.get('noexit') === 'yes' || ENDS_HERE.has(tags?.get('highway') ?? '')) continue;
    const at = end === 'from' ? segment.line[0] : segment.line[segment.line.length - 1];
    const atRim =
      core === undefined && segment.roadClass !== 'service' && closed.length > 1 && distanceToLine(at, closed) < HULL_M;
    if (cutNodes.has(node) || isOutside(at) || atRim || classRank[segment.roadClass] >= classRank.ramp) gates.add(node);
  }
  return gates;
}

const PAIR_M = 60;

/** The two carriageways of a street that leave the extract side by side: one gate, where one may turn back. */
export function pairedGates(segments: readonly Segment[], gates: ReadonlySet<string>): [string, string][] {
  const ends: { node: string; at: Point; street: string; heading: Point; out: boolean }[] = [];
  for (const [node, here] of endsByNode(segments)) {
    const [{ segment, end }] = here;
    if (here.length > 1 || !gates.has(node) || !isOneWay(segment) || segment.streetKey === '') continue;
    const { line } = segment;
    const last = line.length - 1;
    const out = end === 'to';
    const heading = direction(out ? line[last - 1] : line[0], out ? line[last] : line[1]);
    ends.push({ node, at: out ? line[last] : line[0], street: segment.streetKey, heading, out });
  }
  const pairs: [string, string][] = [];
  for (const a of ends) {
    for (const b of ends) {
      if (!a.out || b.out || a.street !== b.street || distance(a.at, b.at) > PAIR_M) continue;
      if (dot(a.heading, b.heading) < -0.8) pairs.push([a.node, b.node]);
    }
  }
  return pairs;
}

/** Pieces of network that nothing joins to the rest and that no gate leads to are left out, but for the largest. */
export function withoutIslands(segments: readonly Segment[], gates: ReadonlySet<string>, report: Report): Segment[] {
  const union = new Union();
  for (const { from, to } of segments) union.join(from, to);
  const sizeM = new Map<string, number>();
  const open = new Set<string>();
  for (const { from, to, line } of segments) {
    const part = union.leaderOf(from);
    sizeM.set(part, (sizeM.get(part) ?? 0) + lengthOf(line));
    if (gates.has(from) || gates.has(to)) open.add(part);
  }
  const largest = [...sizeM].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
  return segments.filter(({ from, ways }) => {
    const part = union.leaderOf(from);
    if (part === largest || open.has(part)) return true;
    report.add('dropped', 'island', `way/${ways[0]}`, 'nothing joins it to the rest of the network');
    return false;
  });
}

const STUB_M = 12;

/** Ends of a few metres beyond the last junction carry nobody: cut off when the extract was. */
export function withoutStubs(segments: readonly Segment[], report: Report): Segment[] {
  let kept = [...segments];
  for (let again = true; again; ) {
    const ends = endsByNode(kept);
    const before = kept.length;
    kept = kept.filter(({ from, to, line, ways, ring }) => {
      const isEnd = ends.get(from)!.length === 1 || ends.get(to)!.length === 1;
      const lengthM = lengthOf(line);
      if (!isEnd || lengthM >= STUB_M || ring || (ends.get(from)!.length === 1 && ends.get(to)!.length === 1))
        return true;
      report.add('dropped', 'stub', `way/${ways[0]}`, `${lengthM.toFixed(1)} m from the last junction to its end`);
      return false;
    });
    again = kept.length < before;
  }
  return kept;
}
