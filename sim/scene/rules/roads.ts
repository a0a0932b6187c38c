import type { ProblemList } from '../problem-list';
import type { Point } from '../schema/primitives';
import type { Junction, RoadEdge, RoadLane, Turn } from '../schema/roads';
import { laneAstrayM } from './lane-place';
import { present, type SoundScene } from './sound-entries';

/** Ends that should meet may miss by rounding and by hand, not by a car's width. */
const MEET_WITHIN_M = 0.5;
/** The longest way round the largest junction. */
const LONGEST_TURN_M = 500;

interface Placed {
  readonly edge: RoadEdge;
  readonly lane: RoadLane;
}

/** Edges run from node to node, lanes along their edge, and turns from lane to lane over the junction they belong to. */
export function checkRoads(scene: SoundScene, list: ProblemList): void {
  const roads = scene.roads;
  if (roads === undefined) return;
  const nodes = new Map([...present(roads.nodes)].map(([node]) => [node.id, node.at]));
  const edges = new Map([...present(roads.edges)].map(([edge]) => [edge.id, edge]));
  const lanes = new Map<string, Placed>();
  for (const [edge, i] of present(roads.edges)) {
    checkEdge(edge, i, nodes, edges, list);
    for (const lane of edge.lanes) lanes.set(lane.id, { edge, lane });
  }
  const takenNodes = new Map<string, string>();
  const served = new Set<string>();
  for (const [junction, i] of present(roads.junctions)) {
    const path = ['roads.json', 'junctions', i];
    const other = takenNodes.get(junction.node);
    if (other !== undefined)
      list.error('scene.shared-node', [...path, 'node'], `the junction "${other}" is at this node`);
    takenNodes.set(junction.node, junction.id);
    checkJunction(junction, path, edges, lanes, list);
    for (const turn of junction.turns) served.add(turn.fromLane);
  }
  warnOfDeadLanes(roads, takenNodes, served, list);
  for (const [stop, i] of present(roads.stops)) {
    const lane = lanes.get(stop.lane);
    if (lane === undefined) continue;
    const lengthM = lane.lane.lengthM ?? lengthOf(lane.lane.shape);
    if (stop.atM >= 0 && stop.atM <= lengthM + MEET_WITHIN_M) continue;
    list.error(
      'scene.off-lane',
      ['roads.json', 'stops', i, 'atM'],
      `expected 0 to ${lengthM.toFixed(1)} m, found ${stop.atM}`,
    );
  }
}

function checkEdge(
  edge: RoadEdge,
  index: number,
  nodes: ReadonlyMap<string, Point>,
  edges: ReadonlyMap<string, RoadEdge>,
  list: ProblemList,
): void {
  const path = ['roads.json', 'edges', index];
  const start = edge.shape[0];
  const end = edge.shape[edge.shape.length - 1];
  checkMeets(start, nodes.get(edge.from), [...path, 'shape', 0], 'scene.edge-gap', `the node "${edge.from}"`, list);
  const lastAt = [...path, 'shape', edge.shape.length - 1];
  checkMeets(end, nodes.get(edge.to), lastAt, 'scene.edge-gap', `the node "${edge.to}"`, list);

  const back = edge.opposite === undefined ? undefined : edges.get(edge.opposite);
  if (back !== undefined && (back.from !== edge.to || back.to !== edge.from)) {
    list.error('scene.not-opposite', [...path, 'opposite'], `expected an edge from "${edge.to}" to "${edge.from}"`);
  }
  for (let i = 0; i < edge.lanes.length; i++) {
    const astray = laneAstrayM(edge.shape, edge.lanes[i].shape);
    if (astray === undefined) continue;
    const message = `expected a lane along its edge, in its direction; one end is ${astray.toFixed(1)} m from the edge's`;
    list.error('scene.lane-astray', [...path, 'lanes', i, 'shape'], message);
  }
}

function checkJunction(
  junction: Junction,
  path: readonly (string | number)[],
  edges: ReadonlyMap<string, RoadEdge>,
  lanes: ReadonlyMap<string, Placed>,
  list: ProblemList,
): void {
  for (let i = 0; i < junction.turns.length; i++) {
    checkTurn(junction.turns[i], junction, [...path, 'turns', i], lanes, list);
  }
  for (const [crossing, i] of present(junction.crossings)) {
    const edge = edges.get(crossing.edge);
    if (edge === undefined || edge.to === junction.node || edge.from === junction.node) continue;
    const message = `expected an edge at the node "${junction.node}"`;
    list.error('scene.not-at-junction', [...path, 'crossings', i, 'edge'], message);
  }
  for (const [name, i] of present(junction.major)) {
    const edge = edges.get(name);
    if (edge === undefined || edge.to === junction.node) continue;
    list.error('scene.not-at-junction', [...path, 'major', i], `expected an edge to the node "${junction.node}"`);
  }
}

function checkTurn(
  turn: Turn,
  junction: Junction,
  path: readonly (string | number)[],
  lanes: ReadonlyMap<string, Placed>,
  list: ProblemList,
): void {
  const lengthM = Math.max(turn.lengthM ?? 0, lengthOf(turn.shape));
  if (lengthM > LONGEST_TURN_M) {
    const message = `expected a way over a junction of at most ${LONGEST_TURN_M} m, found ${lengthM.toFixed(1)} m`;
    list.error('scene.turn-length', [...path, 'shape'], message);
  }
  const from = lanes.get(turn.fromLane);
  const to = lanes.get(turn.toLane);
  if (from !== undefined) {
    if (from.edge.to !== junction.node) {
      const message = `expected a lane that ends at the node "${junction.node}"; this one goes to "${from.edge.to}"`;
      list.error('scene.not-at-junction', [...path, 'fromLane'], message);
    }
    const laneEnd = from.lane.shape[from.lane.shape.length - 1];
    checkMeets(turn.shape[0], laneEnd, [...path, 'shape', 0], 'scene.turn-gap', 'the end of its lane', list);
  }
  if (to !== undefined) {
    if (to.edge.from !== junction.node) {
      const message = `expected a lane that starts at the node "${junction.node}"; this one comes from "${to.edge.from}"`;
      list.error('scene.not-at-junction', [...path, 'toLane'], message);
    }
    const last = turn.shape.length - 1;
    const at = [...path, 'shape', last];
    checkMeets(turn.shape[last], to.lane.shape[0], at, 'scene.turn-gap', 'the start of the lane it leads to', list);
  }
}

function warnOfDeadLanes(
  roads: NonNullable<SoundScene['roads']>,
  junctionNodes: ReadonlyMap<string, string>,
  served: ReadonlySet<string>,
  list: ProblemList,
): void {
  for (const [edge, i] of present(roads.edges)) {
    if (!junctionNodes.has(edge.to)) continue;
    for (let k = 0; k < edge.lanes.length; k++) {
      if (served.has(edge.lanes[k].id)) continue;
      list.warn('scene.dead-lane', ['roads.json', 'edges', i, 'lanes', k], 'no turn leaves this lane at its junction');
    }
  }
}

function checkMeets(
  found: Point,
  expected: Point | undefined,
  path: readonly (string | number)[],
  code: string,
  what: string,
  list: ProblemList,
): void {
  if (expected === undefined) return;
  const gap = distance(found, expected);
  if (gap > MEET_WITHIN_M) list.error(code, path, `expected ${what}, found a point ${gap.toFixed(2)} m away`);
}

function distance(a: Point, b: Point): number {
  const dx = a[0] - b[0];
  const dy = a[1] - b[1];
  return Math.sqrt(dx * dx + dy * dy);
}

function lengthOf(shape: readonly Point[]): number {
  let length = 0;
  for (let i = 1; i < shape.length; i++) length += distance(shape[i - 1], shape[i]);
  return length;
}
