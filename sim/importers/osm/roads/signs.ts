import { lengthOf } from '../../geometry/polyline';
import { distance, type Point } from '../../geometry/vector';
import type { OsmData } from '../read/osm-data';
import type { Report } from '../report';
import { endsByNode, isOneWay, type Segment, type SegmentEnd } from './segment';

const SIGNAL_REACH_M = 50;
const SIGN_REACH_M = 30;

export interface Signs {
  /** Nodes of junctions that have signals, at themselves or at a stop line before them. */
  readonly signalled: ReadonlySet<string>;
  readonly signAt: (segment: Segment, end: SegmentEnd) => 'stop' | 'give_way' | undefined;
  readonly allStop: ReadonlySet<string>;
  readonly miniRoundabouts: ReadonlySet<string>;
}

/** Signals and signs stand on nodes: of a junction, or of a way that leads to one. */
export function readSigns(data: OsmData, segments: readonly Segment[], report: Report): Signs {
  const ends = endsByNode(segments);
  const isJunction = (node: string) => (ends.get(node)?.length ?? 0) >= 3;
  const signalled = new Set<string>();
  const allStop = new Set<string>();
  const miniRoundabouts = new Set<string>();
  const signs = new Map<Segment, { from?: 'stop' | 'give_way'; to?: 'stop' | 'give_way' }>();
  const crossings = { atJunctions: 0, between: 0 };
  for (const segment of segments) {
    const lengthM = lengthOf(segment.line);
    let fromM = 0;
    let before: Point | undefined;
    segment.nodes.forEach((id, k) => {
      const node = data.nodes.get(id)!;
      const at = placeOf(segment, k);
      if (before) fromM = Math.min(lengthM, fromM + distance(before, at));
      before = at;
      const highway = node.tags.get('highway');
      if (highway === undefined) return;
      const toM = Math.max(0, lengthM - fromM);
      const isEnd = k === 0 || k === segment.nodes.length - 1;
      if (isEnd && isJunction(id)) {
        if (highway === 'traffic_signals') signalled.add(id);
        if (highway === 'stop' && node.tags.get('stop') === 'all') allStop.add(id);
        if (highway === 'mini_roundabout') miniRoundabouts.add(id);
        return;
      }
      const facing = facingOf(data, segment, k);
      const reach = nearestJunction(segment, fromM, toM, isJunction, facing);
      if (highway === 'traffic_signals') {
        if (reach && reach.awayM <= SIGNAL_REACH_M) signalled.add(segment[reach.end]);
        else if (!isEnd) {
          report.add(
            'not-carried',
            'signal-between',
            `node/${id}`,
            'signals between junctions, as at a crossing for people',
          );
        }
      } else if (highway === 'stop' || highway === 'give_way') {
        if (!reach || reach.awayM > SIGN_REACH_M) return;
        const own = signs.get(segment) ?? {};
        own[reach.end] = highway;
        signs.set(segment, own);
        if (node.tags.get('stop') === 'all') allStop.add(segment[reach.end]);
      } else if (highway === 'crossing') crossings[reach && reach.awayM <= SIGN_REACH_M ? 'atJunctions' : 'between']++;
    });
  }
  for (const node of signalled) {
    if (data.nodes.get(node)?.tags.get('highway') !== 'traffic_signals') {
      report.add('guessed', 'signal-moved', `node/${node}`, 'has signals, as they stand at the stop lines before it');
    }
  }
  report.figures.crossingsAtJunctions = crossings.atJunctions;
  report.figures.crossingsBetweenJunctions = crossings.between;
  return { signalled, allStop, miniRoundabouts, signAt: (segment, end) => signs.get(segment)?.[end] };
}

/** Which way along the segment a sign's traffic runs; its tag speaks of the way, which may run against it. */
function facingOf(data: OsmData, segment: Segment, k: number): 'forward' | 'backward' | undefined {
  const { tags } = data.nodes.get(segment.nodes[k])!;
  const facing = tags.get('traffic_signals:direction') ?? tags.get('direction');
  if (facing !== 'forward' && facing !== 'backward') return undefined;
  const [a, b] = k > 0 ? [segment.nodes[k - 1], segment.nodes[k]] : [segment.nodes[0], segment.nodes[1]];
  for (const id of segment.ways) {
    const nodes = data.ways.get(id)?.nodes ?? [];
    const at = nodes.indexOf(a);
    if (at < 0 || !nodes.includes(b)) continue;
    const isAlong = nodes[at + 1] === b;
    return isAlong === (facing === 'forward') ? 'forward' : 'backward';
  }
  return undefined;
}

function placeOf(segment: Segment, k: number): Point {
  // Nodes that lie on each other share a point of the line.
  return segment.line[Math.min(k, segment.line.length - 1)];
}

/** Which end of its road a sign speaks of: the one that traffic runs to, or the nearer one. */
function nearestJunction(
  segment: Segment,
  fromM: number,
  toM: number,
  isJunction: (node: string) => boolean,
  facing: 'forward' | 'backward' | undefined,
): { end: SegmentEnd; awayM: number } | undefined {
  const may = (end: SegmentEnd) =>
    isJunction(segment[end]) && (end === 'to' ? facing !== 'backward' : !isOneWay(segment) && facing !== 'forward');
  const options: { end: SegmentEnd; awayM: number }[] = [];
  if (may('to') || (isOneWay(segment) && isJunction(segment.to))) options.push({ end: 'to', awayM: toM });
  if (may('from')) options.push({ end: 'from', awayM: fromM });
  return options.sort((a, b) => a.awayM - b.awayM)[0];
}
