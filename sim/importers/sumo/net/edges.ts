/** Edges and their lanes: shapes, lengths, limits and permissions as the network gives them. */
import type { Point, RoadClass, RoadEdge, RoadLane } from '../../../scene';
import { laneAstrayM } from '../../../scene/rules/lane-place';
import { readNumber, readWhole } from '../read-values';
import { allowsOf } from '../vehicle-classes';
import type { NetDraft } from './draft';
import { distanceM, lengthOf, rounded, withoutRepeats } from './geometry';
import type { NetEdge, NetElements, NetLane } from './net-elements';

const DEFAULT_LANE_WIDTH_M = 3.2; // SUMO's own, where a lane names none
const MOST_LANES = 16;
/** Lengths are written to the centimetre: a shape that is nearer than this says the same. */
const SAME_LENGTH_M = 0.0005;
const SAME_PLACE_M = 0.05;
/** The shortest way along a lane that its points can make, where SUMO draws it as one point. */
const POINT_LANE_M = 0.1;

export function draftEdges(net: NetElements, draft: NetDraft): void {
  for (const edge of net.edges) {
    const use = edge.attributes.get('function') ?? 'normal';
    if (use === 'internal') draftInternal(edge, draft);
    else if (use === 'crossing' || use === 'walkingarea') {
      draft.leftOut.add(edge.id);
      draft.note('not-carried', ['edge', edge.id], `a ${use} for pedestrians is not carried over`);
    } else draftEdge(edge, draft);
  }
  linkOpposites(draft);
}

function draftInternal(edge: NetEdge, draft: NetDraft): void {
  for (const { id, attributes } of edge.lanes) {
    const shape = draft.shapeOf(attributes.get('shape'));
    const speedMps = readNumber(attributes.get('speed'));
    const lengthM = readNumber(attributes.get('length'));
    if (shape === undefined || shape.length === 0 || !isPositive(speedMps) || !isPositive(lengthM)) {
      draft.note(
        'broken',
        ['edge', edge.id, 'lane', id],
        'expected shape, speed and length; the way is drawn straight',
      );
    } else draft.internalLanes.set(id, { shape, lengthM, speedMps });
  }
}

function draftEdge(edge: NetEdge, draft: NetDraft): void {
  const path = ['edge', edge.id];
  if (draft.edges.has(edge.id)) {
    draft.note('duplicate', path, 'the edge is there already; this one is left out');
    return;
  }
  const made = soundEdge(edge, path, draft);
  if ('fault' in made) {
    draft.leftOut.add(edge.id);
    draft.note(made.code, path, `${made.fault}; the edge is left out`);
    return;
  }
  draft.edges.set(edge.id, made.edge);
  draft.junctionOf.set(edge.id, edge.attributes.get('to')!);
  for (const [i, lane] of made.named.entries()) draft.lanes.set(lane.id, { edge: made.edge, lane: made.edge.lanes[i] });
}

type Drafted =
  | { readonly edge: RoadEdge; readonly named: readonly NetLane[] }
  | { readonly code: 'broken' | 'not-carried'; readonly fault: string };

function soundEdge(edge: NetEdge, path: readonly string[], draft: NetDraft): Drafted {
  const broken = (fault: string): Drafted => ({ code: 'broken', fault });
  if (edge.id === '') return broken('expected an id');
  const from = draft.nodes.get(edge.attributes.get('from') ?? '');
  const to = draft.nodes.get(edge.attributes.get('to') ?? '');
  if (from === undefined || to === undefined) return broken('expected from and to, two known junctions');
  if (edge.lanes.length === 0 || edge.lanes.length > MOST_LANES) {
    return broken(`expected 1 to ${MOST_LANES} lanes, found ${edge.lanes.length}`);
  }
  const names = new Set(edge.lanes.map((lane) => lane.id));
  if (names.size < edge.lanes.length || edge.lanes.some((lane) => draft.lanes.has(lane.id))) {
    return broken('expected lanes with names of their own');
  }
  const named = inOrder(edge.lanes);
  if (named === undefined) return broken('expected lanes with the indexes 0, 1, 2 …');
  const lanes: RoadLane[] = [];
  const speedsMps: number[] = [];
  for (const lane of named) {
    const speedMps = readNumber(lane.attributes.get('speed'));
    const drafted = draftLane(lane, [from.at, to.at], [...path, 'lane', lane.id], draft);
    if (drafted === undefined || !isPositive(speedMps)) {
      return broken(`expected a shape, and a speed and length above zero, of lane "${lane.id}"`);
    }
    lanes.push(drafted);
    speedsMps.push(speedMps);
  }
  if (lanes.every((lane) => lane.allows?.length === 0)) {
    return { code: 'not-carried', fault: 'no vehicle of a road may use it' };
  }
  const speedLimitMps = speedsMps.reduce((most, speed) => Math.max(most, speed));
  for (const [i, lane] of lanes.entries()) if (speedsMps[i] !== speedLimitMps) lane.speedLimitMps = speedsMps[i];
  const made: RoadEdge = {
    id: draft.edgeNames.of(edge.id),
    from: from.id,
    to: to.id,
    class: classOfRoad(edge.attributes.get('type') ?? '', speedLimitMps, lanes.length),
    speedLimitMps,
    shape: fromNodeToNode(draft.shapeOf(edge.attributes.get('shape')) ?? [], from.at, to.at, lanes[0].shape),
    lanes,
  };
  const astray = lanes.findIndex((lane) => laneAstrayM(made.shape, lane.shape) !== undefined);
  if (astray >= 0)
    return broken(`expected lane "${named[astray].id}" to run along its edge, from junction to junction`);
  return { edge: made, named };
}

function inOrder(lanes: readonly NetLane[]): NetLane[] | undefined {
  const ordered: NetLane[] = [];
  for (const lane of lanes) {
    const index = readWhole(lane.attributes.get('index'));
    if (index === undefined || index >= lanes.length || ordered[index] !== undefined) return undefined;
    ordered[index] = lane;
  }
  return ordered;
}

function draftLane(
  { id, attributes }: NetLane,
  [from, to]: readonly [Point, Point],
  path: readonly string[],
  draft: NetDraft,
): RoadLane | undefined {
  const lengthM = readNumber(attributes.get('length'));
  const widthM = attributes.has('width') ? readNumber(attributes.get('width')) : DEFAULT_LANE_WIDTH_M;
  let shape = draft.shapeOf(attributes.get('shape'));
  if (id === '' || shape === undefined || shape.length === 0 || !isPositive(lengthM)) return undefined;
  if (shape.length === 1) {
    shape = stretched(shape[0], from, to);
    draft.note('guessed', path, 'the lane is drawn as one point; it is made a tenth of a metre long');
  }
  const lane: RoadLane = {
    id: draft.laneNames.of(id),
    widthM: isPositive(widthM) ? widthM : DEFAULT_LANE_WIDTH_M,
    shape,
  };
  if (Math.abs(lengthOf(shape) - lengthM) > SAME_LENGTH_M) lane.lengthM = lengthM;
  const allows = allowsOf(attributes.get('allow'), attributes.get('disallow'));
  if (allows !== undefined) lane.allows = allows;
  return lane;
}

function stretched(at: Point, from: Point, to: Point): Point[] {
  const lengthM = distanceM(from, to);
  const [dx, dy] = lengthM > 0 ? [(to[0] - from[0]) / lengthM, (to[1] - from[1]) / lengthM] : [1, 0];
  return [at, rounded([at[0] + POINT_LANE_M * dx, at[1] + POINT_LANE_M * dy])];
}

/** The reference line begins and ends at its nodes; SUMO lets it begin at the paved area. */
function fromNodeToNode(drawn: readonly Point[], from: Point, to: Point, lane: readonly Point[]): Point[] {
  const inner = drawn.length > 0 ? drawn : from[0] === to[0] && from[1] === to[1] ? lane : [];
  const isAt = (a: Point, b: Point) => distanceM(a, b) <= SAME_PLACE_M;
  const between = inner.filter(
    (point, i) => !((i === 0 && isAt(point, from)) || (i === inner.length - 1 && isAt(point, to))),
  );
  return withoutRepeats([from, ...between, to]);
}

const CLASS_OF_WORD: readonly (readonly [RegExp, RoadClass])[] = [
  [/(motorway|trunk|primary|secondary|tertiary)_link/, 'ramp'],
  [/motorway|trunk/, 'expressway'],
  [/primary|secondary/, 'arterial'],
  [/tertiary/, 'collector'],
  [/service|track/, 'service'],
  [/residential|living|unclassified|pedestrian|cycleway|footway|path/, 'local'],
];
const EXPRESSWAY_MPS = 22;
const COLLECTOR_MPS = 13;

/** By the word in its type where it is one of OpenStreetMap's, else by speed and lanes. */
function classOfRoad(type: string, speedMps: number, lanes: number): RoadClass {
  for (const [word, roadClass] of CLASS_OF_WORD) if (word.test(type)) return roadClass;
  if (speedMps >= EXPRESSWAY_MPS) return 'expressway';
  if (speedMps < COLLECTOR_MPS) return 'local';
  return lanes > 1 ? 'arterial' : 'collector';
}

/** '-x' runs back along 'x': the converter's way of naming the two directions of a street. */
function linkOpposites(draft: NetDraft): void {
  for (const [name, edge] of draft.edges) {
    const back = draft.edges.get(name.startsWith('-') ? name.slice(1) : `-${name}`);
    if (back !== undefined && back.from === edge.to && back.to === edge.from) edge.opposite = back.id;
  }
}

function isPositive(value: number | undefined): value is number {
  return value !== undefined && value > 0;
}
