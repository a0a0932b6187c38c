import { lengthOf } from '../../geometry/polyline';
import type { Report } from '../report';
import type { DirectionLanes } from '../tags/lanes';
import { endsByNode, isOneWay, type Segment, type SegmentEnd, wayAt } from './segment';

const SHORT_CHANGE_M = 20;

/**
 * Joins pieces end to end where nothing but the drawing divides them, first those that are alike, then stubs of up to
 * SHORT_CHANGE_M whose change is not worth a junction: the longer piece's lanes and speed hold for both.
 */
export function simplifySegments(segments: readonly Segment[], keep: ReadonlySet<string>, report: Report): Segment[] {
  const alike = joinWhere(segments, keep, (a, b) => areAlike(a, b));
  return joinWhere(alike, keep, (a, b) => {
    if (a.ring !== b.ring || isOneWay(a) !== isOneWay(b)) return false;
    const [short, long] = lengthOf(a.line) < lengthOf(b.line) ? [a, b] : [b, a];
    const shortM = lengthOf(short.line);
    if (shortM > SHORT_CHANGE_M) return false;
    const message = `${shortM.toFixed(0)} m with other lanes, speed or name: taken as a part of way/${long.ways[0]}`;
    report.add('repaired', 'short-change', `way/${short.ways[0]}`, message);
    return true;
  });
}

function joinWhere(
  segments: readonly Segment[],
  keep: ReadonlySet<string>,
  mayJoin: (a: Segment, b: Segment) => boolean,
): Segment[] {
  const alive = new Set(segments);
  const ends = endsByNode(segments);
  for (const node of [...ends.keys()]) {
    const here = ends.get(node)!;
    if (here.length !== 2 || keep.has(node)) continue;
    let [a, b] = here;
    if (a.segment === b.segment) continue;
    if (isOneWay(a.segment) ? a.end !== 'to' : isOneWay(b.segment) && b.end !== 'from') [a, b] = [b, a];
    const first = directed(a.segment, a.end === 'to');
    const second = directed(b.segment, b.end === 'from');
    if (!first || !second || first.from === second.to || !mayJoin(first, second)) continue;
    const joined = join(first, second);
    alive.delete(a.segment);
    alive.delete(b.segment);
    alive.add(joined);
    ends.delete(node);
    replace(ends.get(joined.from)!, a.segment, joined, 'from', node);
    replace(ends.get(joined.to)!, b.segment, joined, 'to', node);
  }
  return [...alive];
}

type Ends = { segment: Segment; end: SegmentEnd }[];

function replace(list: Ends, old: Segment, joined: Segment, end: SegmentEnd, node: string): void {
  const at = list.findIndex((one) => one.segment === old && (one.end === 'from' ? old.from : old.to) !== node);
  list[at] = { segment: joined, end };
}

/** The piece turned round, if it may be: traffic that has one direction keeps it. */
function directed(segment: Segment, asItIs: boolean): Segment | undefined {
  if (asItIs) return segment;
  if (isOneWay(segment)) return undefined;
  return {
    ...segment,
    ways: [...segment.ways].reverse(),
    nodes: [...segment.nodes].reverse(),
    line: [...segment.line].reverse(),
    from: segment.to,
    to: segment.from,
    along: segment.back!,
    back: segment.along,
    speedKmh: segment.speedBackKmh,
    speedBackKmh: segment.speedKmh,
  };
}

function areAlike(a: Segment, b: Segment): boolean {
  return (
    a.roadClass === b.roadClass &&
    a.ring === b.ring &&
    a.inside === b.inside &&
    a.busOnly === b.busOnly &&
    a.streetKey === b.streetKey &&
    Math.abs(a.speedKmh - b.speedKmh) < 1 &&
    Math.abs(a.speedBackKmh - b.speedBackKmh) < 1 &&
    sameLanes(a.along, b.along) &&
    sameLanes(a.back, b.back)
  );
}

function sameLanes(a: DirectionLanes | undefined, b: DirectionLanes | undefined): boolean {
  return a?.count === b?.count && a?.busKerb === b?.busKerb && a?.busMiddle === b?.busMiddle;
}

/** The longer piece's nature; painted arrows count where the junction is that they point to. */
function join(a: Segment, b: Segment): Segment {
  const long = lengthOf(a.line) >= lengthOf(b.line) ? a : b;
  const arrowed = (lanes: DirectionLanes, last: DirectionLanes | undefined): DirectionLanes => {
    const { arrows: _, ...rest } = lanes;
    return last?.arrows && last.arrows.length === lanes.count ? { ...rest, arrows: last.arrows } : rest;
  };
  const ways = wayAt(a, 'to') === wayAt(b, 'from') ? [...a.ways, ...b.ways.slice(1)] : [...a.ways, ...b.ways];
  return {
    ...long,
    ways,
    nodes: [...a.nodes, ...b.nodes.slice(1)],
    line: [...a.line, ...b.line.slice(1)],
    from: a.from,
    to: b.to,
    along: arrowed(long.along, b.along),
    ...(long.back ? { back: arrowed(long.back, a.back) } : {}),
    sidewalkM: Math.max(a.sidewalkM, b.sidewalkM),
    level: a.level === b.level ? a.level : 0,
    inside: a.inside && b.inside,
  };
}
