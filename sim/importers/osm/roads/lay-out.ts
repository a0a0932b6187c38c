import { lengthOf } from '../../geometry/polyline';
import { distance } from '../../geometry/vector';
import { type Corner, cornersOf } from '../../plan/streets/corners';
import { deadEndSetBackM } from '../../plan/streets/dead-end';
import { shapeLanes } from '../../plan/streets/lane-shapes';
import { type Arm, type Network, networkOf, type Roadway } from '../../plan/streets/network';
import { layStopLines, leastSetBackM, type Shortage } from '../../plan/streets/set-backs';
import type { Report } from '../report';
import { alignStopLines } from './align-stop-lines';
import { gateSetBackM } from './gate-junction';
import { graphOf, type OsmGraph } from './graph';
import type { JunctionJoiner } from './join-junctions';
import type { RoadBasis } from './road-basis';
import type { Segment } from './segment';
import { Union } from './union';

/** Roads with their stop lines and lanes, ready for junctions. */
export interface LaidOut {
  readonly graph: OsmGraph;
  readonly network: Network;
  readonly corners: ReadonlyMap<string, readonly Corner[]>;
  readonly shortages: readonly Shortage[];
  readonly signalled: ReadonlySet<string>;
}

type StreetIds = ReadonlyMap<Segment, string>;

const MOST_ROUNDS = 16;
const SHORT_JOIN_M = 80;

/**
 * Lays stop lines, and where the junctions at both ends of a road take all of it joins them, or cuts it off if it leads
 * nowhere; again and again, until what is left has room. A road whose lanes then lie astray between two wide junctions
 * is left out.
 */
export function layOut(basis: RoadBasis, joiner: JunctionJoiner, streetIds: StreetIds, report: Report): LaidOut {
  let segments = [...basis.segments];
  const { union } = joiner;
  const least = leastByEnd(segments, streetIds, basis);
  for (let round = 0; ; round++) {
    const laid = stopLines(segments, union, streetIds, basis, least);
    const settled = round >= MOST_ROUNDS;
    const dropped = settled ? new Set<Segment>() : makeRoom(laid, joiner, report);
    if (dropped) {
      segments = segments.filter((segment) => !dropped.has(segment));
      if (!settled) continue;
    }
    const squeezed = squeeze(laid);
    alignStopLines(laid.network);
    keepNear(laid);
    for (const roadway of laid.network.roadways) roadway.laneShapes = shapeLanes(roadway);
    const astray = new Set(
      laid.network.roadways.filter((roadway) => isAstray(roadway, laid.graph)).map(segmentOf(laid)),
    );
    if (astray.size > 0 && segments.length > astray.size) {
      for (const { ways } of astray) {
        report.add('dropped', 'astray', `way/${ways[0]}`, 'lies within the two junctions that it joins');
      }
      segments = segments.filter((segment) => !astray.has(segment));
      continue;
    }
    for (const { ways } of squeezed) {
      report.add('repaired', 'squeezed', `way/${ways[0]}`, 'too short for its junctions: their pavements overlap here');
    }
    return laid;
  }
}

/** Segments to leave out, after joining what could be joined; undefined where neither helps any more. */
function makeRoom({ shortages, graph, network }: LaidOut, joiner: JunctionJoiner, report: Report) {
  const dropped = new Set<Segment>();
  let joined = false;
  for (const { arm, other, neededM } of shortages) {
    const { segment } = graph.originOf(arm.node, arm.key);
    const isEnd = [arm, other].some(({ node }) => network.arms.get(node)!.length === 1);
    const lengthM = lengthOf(segment.line).toFixed(1);
    if (isEnd) {
      dropped.add(segment);
      const message = `${lengthM} m to its end, less than ${neededM.toFixed(1)} m`;
      report.add('dropped', 'stub', `way/${segment.ways[0]}`, message);
      continue;
    }
    const why = `${lengthM} m between them, less than the ${neededM.toFixed(1)} m that their pavements take`;
    if (joiner.join(segment.from, segment.to, why, SHORT_JOIN_M)) joined = true;
  }
  return dropped.size > 0 || joined ? dropped : undefined;
}

type Least = ReadonlyMap<Segment, { readonly from: number; readonly to: number }>;

/** What every end of a road needs at its own node of the map, before nodes are joined. */
function leastByEnd(segments: readonly Segment[], streetIds: StreetIds, basis: RoadBasis): Least {
  const { graph, network, corners } = stopLines(segments, new Union(), streetIds, basis, new Map());
  const least = new Map<Segment, { from: number; to: number }>();
  for (const [node, arms] of network.arms) {
    for (const arm of arms) {
      const { segment, end } = graph.originOf(node, arm.key);
      const own = least.get(segment) ?? { from: 0, to: 0 };
      own[end] = leastSetBackM(arm, corners.get(node)!);
      least.set(segment, own);
    }
  }
  return least;
}

function stopLines(
  segments: readonly Segment[],
  union: Union,
  streetIds: StreetIds,
  { gates, signs }: RoadBasis,
  least: Least,
): LaidOut {
  const graph = graphOf(segments, union, streetIds);
  const network = networkOf(graph);
  const corners = new Map([...network.arms].map(([node, arms]) => [node, cornersOf(arms)]));
  const signalled = new Set<string>();
  for (const [node, arms] of network.arms) {
    if (arms.length < 3 || arms.some((arm) => arm.link.ring)) continue;
    if (graph.members.get(node)!.some((member) => signs.signalled.has(member))) signalled.add(node);
  }
  const isGate = (arm: Arm) => graph.members.get(arm.node)!.every((member) => gates.has(member));
  const ownLeastM = (arm: Arm) => {
    const { segment, end } = graph.originOf(arm.node, arm.key);
    return graph.members.get(arm.node)!.length > 1 ? (least.get(segment)?.[end] ?? 0) : 0;
  };
  const shortages = layStopLines(
    network,
    corners,
    (arm) => (isGate(arm) ? 0 : deadEndSetBackM(arm)),
    (arm) => signalled.has(arm.node) && arm.section.sidewalkM > 0,
    (arm) => (isGate(arm) ? gateSetBackM(arm, network.arms.get(arm.node)!) : ownLeastM(arm)),
  );
  return { graph, network, corners, shortages, signalled };
}

const LEAST_LANE_M = 1;

/** Where joining would make too wide a junction, both stop lines give way until a metre of lane is left. */
function squeeze({ shortages, graph }: LaidOut): Segment[] {
  const squeezed: Segment[] = [];
  for (const { arm, other } of shortages) {
    const roomM = arm.link.lengthM - Math.min(LEAST_LANE_M, arm.link.lengthM / 2);
    const wantedM = arm.setBackM + other.setBackM;
    if (wantedM <= roomM) continue;
    arm.setBackM *= roomM / wantedM;
    other.setBackM *= roomM / wantedM;
    squeezed.push(graph.originOf(arm.node, arm.key).segment);
  }
  return squeezed;
}

/** A scene wants lanes to end within 80 m of their node; roads that part at a few degrees would ask for more. */
const REACH_M = 76;

function keepNear({ graph, network }: LaidOut): void {
  for (const [node, arms] of network.arms) {
    for (const arm of arms) {
      const offM = distance(arm.line[0], graph.nodes.get(node)!);
      arm.setBackM = Math.min(arm.setBackM, Math.max(0, REACH_M - offM));
    }
  }
}

/** Lanes that run against their edge from node to node, or end too far from either. */
function isAstray({ from, to, laneShapes }: Roadway, graph: OsmGraph): boolean {
  const [start, end] = [graph.nodes.get(from)!, graph.nodes.get(to)!];
  return laneShapes.some((lane) => {
    const [first, last] = [lane[0], lane[lane.length - 1]];
    const startsM = distance(first, start);
    const endsM = distance(last, end);
    return Math.max(startsM, endsM) > REACH_M + 3 || startsM + endsM > distance(first, end) + distance(last, start);
  });
}

const segmentOf =
  ({ graph }: LaidOut) =>
  ({ start }: Roadway): Segment =>
    graph.originOf(start.node, start.key).segment;
