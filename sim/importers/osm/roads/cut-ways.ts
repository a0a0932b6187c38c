import { lengthOf } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { OsmData, OsmWay, Tags } from '../read/osm-data';
import type { Report } from '../report';
import { type DirectionLanes, lanesOf } from '../tags/lanes';
import { titleOf } from '../tags/names';
import { flowOf } from '../tags/one-way';
import { judgeHighway } from '../tags/road-class';
import { speedOf } from '../tags/speed';
import type { Segment } from './segment';

export interface Placing {
  /** Metres of every node, mirrored where one drives on the left. */
  readonly at: (node: string) => Point | undefined;
  readonly driveOn: 'left' | 'right';
}

export interface CutWays {
  readonly segments: Segment[];
  /** Nodes where a way goes on that is not in the data. */
  readonly cutNodes: ReadonlySet<string>;
}

/** A way with whatever a road of the scene needs from its tags. */
type Road = Omit<Segment, 'ways' | 'nodes' | 'line' | 'from' | 'to'> & { readonly nodes: readonly string[] };

/** Highways as pieces between the nodes that they share, each with its lanes, speeds and rules. */
export function cutWays(data: OsmData, placing: Placing, report: Report): CutWays {
  const cutNodes = new Set<string>();
  const pieces: { way: OsmWay; road: Road; nodes: string[] }[] = [];
  for (const way of data.ways.values()) {
    const road = roadOf(way, placing.driveOn, report);
    if (!road) continue;
    for (const nodes of knownRuns(way, road.nodes, placing, cutNodes, report)) pieces.push({ way, road, nodes });
  }
  const uses = new Map<string, number>();
  for (const { nodes } of pieces) {
    nodes.forEach((node, k) => {
      const isEnd = k === 0 || k === nodes.length - 1;
      uses.set(node, (uses.get(node) ?? 0) + (isEnd ? 2 : 1));
    });
  }
  const segments: Segment[] = [];
  for (const { way, road, nodes } of pieces) {
    let from = 0;
    for (let k = 1; k < nodes.length; k++) {
      if (k < nodes.length - 1 && uses.get(nodes[k])! < 2) continue;
      segments.push(...withoutLoops(segmentOf(way, road, nodes.slice(from, k + 1), placing), placing));
      from = k;
    }
  }
  return { segments, cutNodes };
}

function roadOf(way: OsmWay, driveOn: 'left' | 'right', report: Report): Road | undefined {
  const verdict = judgeHighway(way.tags);
  const element = `way/${way.id}`;
  if (!verdict) return undefined;
  if (verdict.kind === 'left-out') {
    report.add('dropped', verdict.code, element, verdict.why);
    return undefined;
  }
  const { tags } = way;
  const { roadClass, busOnly } = verdict;
  const { flow, unclear } = flowOf(tags);
  if (unclear) report.add('guessed', 'oneway', element, `oneway=${unclear} is read as both ways`);
  const lanes = lanesOf(tags, roadClass, flow, driveOn);
  for (const message of lanes.problems) report.add('repaired', 'lanes', element, message);
  if (lanes.from === 'class') {
    const count = (lanes.along?.count ?? 0) + (lanes.back?.count ?? 0);
    report.add('guessed', 'lanes-by-class', element, `no lanes named: ${count} for highway=${tags.get('highway')}`);
  }
  const forward = speedOf(tags, roadClass, 'forward');
  const backward = speedOf(tags, roadClass, 'backward');
  const odd = forward.unclear ?? backward.unclear;
  if (odd !== undefined) report.add('repaired', 'speed', element, `maxspeed=${odd.slice(0, 60)} is not read`);
  if (forward.from === 'class') {
    report.add('guessed', 'speed-by-class', element, `no speed signed: ${forward.kmh} km/h for ${roadClass}`);
  }
  for (const key of ['maxspeed:conditional', 'access:conditional', 'oneway:conditional', 'motor_vehicle:conditional']) {
    if (tags.has(key))
      report.add('not-carried', 'conditional', element, `${key} is not carried: it holds at times only`);
  }
  const against = flow === 'against';
  const [along, back] = against ? [lanes.back, lanes.along] : [lanes.along, lanes.back];
  const [speedKmh, speedBackKmh] = against ? [backward.kmh, forward.kmh] : [forward.kmh, backward.kmh];
  const junction = tags.get('junction');
  const isRing = junction === 'roundabout' || junction === 'circular';
  return {
    nodes: against ? [...way.nodes].reverse() : way.nodes,
    roadClass,
    name: titleOf(tags, element, report),
    streetKey: tags.get('name') ?? tags.get('ref') ?? '',
    along: mirroredArrows(along!, driveOn),
    ...(back ? { back: mirroredArrows(back, driveOn) } : {}),
    laneWidthM: lanes.laneWidthM,
    sidewalkM: sidewalkOf(tags, roadClass),
    speedKmh,
    speedBackKmh,
    ...(isRing ? { ring: way.id } : {}),
    inside: !isRing && (junction === 'yes' || junction === 'intersection' || junction === 'filter'),
    level: levelOf(tags),
    busOnly,
  };
}

/** In the mirror a left turn is a right one. */
function mirroredArrows(lanes: DirectionLanes, driveOn: 'left' | 'right'): DirectionLanes {
  if (driveOn === 'right' || !lanes.arrows) return lanes;
  const other = { left: 'right', right: 'left', straight: 'straight', 'u-turn': 'u-turn' } as const;
  return { ...lanes, arrows: lanes.arrows.map((set) => new Set([...set].map((arrow) => other[arrow]))) };
}

const SIDEWALK_M = 2.5;

function sidewalkOf(tags: Tags, roadClass: string): number {
  const said = tags.get('sidewalk') ?? tags.get('sidewalk:both');
  if (roadClass === 'expressway' || roadClass === 'ramp') return 0;
  if (said === 'no' || said === 'none') return 0;
  const sides = [tags.get('sidewalk:left'), tags.get('sidewalk:right')];
  if (sides.every((side) => side === 'no' || side === 'none')) return 0;
  if (said === undefined && sides.every((side) => side === undefined) && roadClass === 'service') return 0;
  return SIDEWALK_M;
}

export function levelOf(tags: Tags): number {
  const layer = Number(tags.get('layer'));
  if (Number.isInteger(layer) && layer !== 0 && Math.abs(layer) <= 10) return layer;
  const bridge = tags.get('bridge');
  if (bridge !== undefined && bridge !== 'no') return 1;
  const tunnel = tags.get('tunnel');
  return tunnel !== undefined && tunnel !== 'no' && tunnel !== 'building_passage' ? -1 : 0;
}

/** Runs of nodes that are in the data and apart from each other; where one is missing the way is cut. */
function knownRuns(
  way: OsmWay,
  nodes: readonly string[],
  placing: Placing,
  cutNodes: Set<string>,
  report: Report,
): string[][] {
  const runs: string[][] = [[]];
  let missing = 0;
  for (const node of nodes) {
    const at = placing.at(node);
    const run = runs[runs.length - 1];
    if (!at) {
      missing++;
      if (run.length > 0) {
        cutNodes.add(run[run.length - 1]);
        runs.push([]);
      }
      continue;
    }
    const last = run.length > 0 ? placing.at(run[run.length - 1])! : undefined;
    if (run.length === 0 && missing > 0) cutNodes.add(node);
    if (run[run.length - 1] === node) continue;
    if (last && Math.abs(last[0] - at[0]) + Math.abs(last[1] - at[1]) < SAME_PLACE_M) {
      report.add('noted', 'same-place', `node/${node}`, `lies on node/${run[run.length - 1]} of way/${way.id}`);
    }
    run.push(node);
  }
  if (missing > 0) {
    report.add('repaired', 'missing-node', `way/${way.id}`, `${missing} of its nodes are not in the file: cut there`);
  }
  const kept = runs.filter((run) => run.length >= 2);
  if (kept.length === 0) report.add('dropped', 'empty-way', `way/${way.id}`, 'fewer than two nodes are left of it');
  return kept;
}

const SAME_PLACE_M = 0.02;
const SHORTEST_M = 0.05;

function segmentOf(way: OsmWay, road: Road, nodes: readonly string[], placing: Placing): Segment {
  const line: Point[] = [];
  for (const node of nodes) {
    const at = placing.at(node)!;
    const last = line[line.length - 1];
    if (!last || Math.abs(last[0] - at[0]) + Math.abs(last[1] - at[1]) >= SAME_PLACE_M) line.push(at);
  }
  return { ...road, ways: [way.id], nodes, line, from: nodes[0], to: nodes[nodes.length - 1] };
}

/** A piece that ends where it began becomes three; one without length is nothing. */
function withoutLoops(segment: Segment, placing: Placing): Segment[] {
  if (segment.line.length < 2 || lengthOf(segment.line) < SHORTEST_M) return [];
  if (segment.from !== segment.to) return [segment];
  const { nodes } = segment;
  if (nodes.length < 4) return [];
  const first = Math.floor(nodes.length / 3);
  const second = Math.max(first + 1, Math.floor((2 * nodes.length) / 3));
  return [nodes.slice(0, first + 1), nodes.slice(first, second + 1), nodes.slice(second)]
    .map((part) => segmentOf({ id: segment.ways[0], nodes: part, tags: new Map() }, { ...segment }, part, placing))
    .filter((part) => part.line.length >= 2 && lengthOf(part.line) >= SHORTEST_M && part.from !== part.to);
}
