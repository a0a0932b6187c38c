import { fail, type Result, succeed } from '../../../kernel';
import type { RoadEdge, RoadsFile } from '../../../scene/schema/roads';
import { roundToCentimetres, simplify } from '../../geometry/polyline';
import type { Point } from '../../geometry/vector';
import type { StreetPlan } from '../plan';
import { streetGraphOf } from '../plan-graph';
import { checkGraph, checkReach, streetPath } from './checks';
import { wantsSignal } from './control';
import { cornersOf } from './corners';
import { deadEndSetBackM } from './dead-end';
import { offsetsOf } from './green-wave';
import { type BuiltJunction, buildJunction, signalOf } from './junctions';
import { shapeLanes } from './lane-shapes';
import { type Arm, laneId, networkOf, type Roadway } from './network';
import { decideSetBacks } from './set-backs';
import type { Program } from './signal-program';

const LINE_TOLERANCE_M = 0.03;

/**
 * A plan's streets as the roads of a scene: one edge a direction, lanes between stop lines, lane-to-lane turns, right of
 * way and signal programs. The same plan gives the same file, whatever the order of its streets' neighbours.
 */
export function streetsToRoads(plan: StreetPlan): Result<RoadsFile> {
  const graph = streetGraphOf(plan);
  const early = checkGraph(plan, graph);
  if (early.length > 0) return fail(early);

  const network = networkOf(graph);
  const corners = new Map([...network.arms].map(([node, arms]) => [node, cornersOf(arms)]));
  const signalled = new Set(
    [...network.arms].filter(([node, arms]) => wantsSignal(plan, node, arms)).map(([node]) => node),
  );
  const hasCrossing = (arm: Arm) => signalled.has(arm.node) && arm.section.sidewalkM > 0;
  const pathOf = (arm: Arm) => streetPath(plan, arm.link);
  const tooShort = decideSetBacks(network, corners, deadEndSetBackM, hasCrossing, pathOf);
  if (tooShort.length > 0) return fail(tooShort);
  for (const roadway of network.roadways) roadway.laneShapes = shapeLanes(roadway);

  const junctions: BuiltJunction[] = [];
  const programs = new Map<string, Program>();
  for (const node of [...network.arms.keys()].sort()) {
    const built = buildJunction(node, network.arms.get(node)!, corners.get(node)!, signalled.has(node));
    if (!built) continue;
    junctions.push(built);
    if (built.program) programs.set(node, built.program);
  }
  const offsets = offsetsOf(plan, graph.links, programs);
  const roads: RoadsFile = {
    driveOn: 'right',
    streets: byId(plan.streets.map(({ id, name, class: roadClass }) => ({ id, name, class: roadClass }))),
    nodes: byId([...graph.nodes].map(([id, at]) => ({ id, at: roundToCentimetres([at])[0] }))),
    edges: byId(network.roadways.map(edgeOf)),
    junctions: junctions.map(({ junction }) => junction),
    signals: byId([...programs].map(([node, program]) => signalOf(node, program, offsets.get(node)!))),
    stops: [],
    busLines: [],
    parking: [],
    chargingSites: [],
  };
  const apart = checkReach(plan, graph.links, roads);
  return apart.length > 0 ? fail(apart) : succeed(roads);
}

/** A roadway as the file holds it. */
export function edgeOf(roadway: Roadway): RoadEdge {
  const { link, from, to } = roadway;
  const { section, street } = link;
  const opposite = roadway.start.inbound;
  return {
    id: roadway.id,
    ...(link.ring ? {} : { street: street.id }),
    from,
    to,
    class: street.class,
    speedLimitMps: Math.round((speedKmhOf(roadway) / 3.6) * 1_000) / 1_000,
    shape: roundToCentimetres(fromNodeToNode(roadway)),
    lanes: roadway.laneShapes.map((shape, k) => ({
      id: laneId(roadway, k),
      widthM: section.laneWidthM,
      shape,
      ...(k < roadway.firstGeneralLane || k > roadway.lastGeneralLane
        ? { allows: ['bus' as const, 'emergency' as const] }
        : {}),
    })),
    ...(section.sidewalkM > 0 ? { sidewalkM: section.sidewalkM } : {}),
    ...(opposite ? { opposite: opposite.id } : {}),
    ...(street.planned ? { planned: true as const } : {}),
  };
}

function speedKmhOf({ link, from }: Roadway): number {
  const { speedKmh, speedBackKmh } = link.section;
  return from === link.from ? speedKmh : (speedBackKmh ?? speedKmh);
}

function fromNodeToNode({ link, line, from }: Roadway): Point[] {
  const shape = simplify(line, LINE_TOLERANCE_M);
  if (!link.nodesAt) return shape;
  const [first, last] = from === link.from ? link.nodesAt : [link.nodesAt[1], link.nodesAt[0]];
  return [first, ...shape, last];
}

export function byId<T extends { readonly id: string }>(list: T[]): T[] {
  return list.sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
}
