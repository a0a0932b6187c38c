import type { CompiledRoads, LaidRoads } from '../compiled';
import type { JunctionControl, RoadLane, RoadsFile, TurnDirection, VehicleClass } from '../schema/roads';
import { junctionControl, turnDirection, vehicleClass } from '../schema/roads';
import { flattenCrossings } from './crossings';
import { type ElementTables, slotIn } from './element-tables';
import { findFoes, type PlacedLane } from './foes';
import { byId, flattenSignals } from './signals';
import { bendSpeedMps, layTracks, polylineLengthM } from './tracks';

const WITHOUT_ROADS: RoadsFile = {
  driveOn: 'right',
  streets: [],
  nodes: [],
  edges: [],
  junctions: [],
  signals: [],
  stops: [],
  busLines: [],
  parking: [],
  chargingSites: [],
};

/** The road network as dense arrays, in the order of the element tables; a scene without roads has none of each. */
export function layRoads(roads: RoadsFile = WITHOUT_ROADS, elements: ElementTables): LaidRoads {
  return layDown(roads, elements).laid;
}

/** The same, with who meets whom. */
export function compileRoads(roads: RoadsFile = WITHOUT_ROADS, elements: ElementTables): CompiledRoads {
  const { laid, lanes, tracks } = layDown(roads, elements);
  return {
    ...laid,
    ...findFoes({
      roads,
      tracks,
      laneCount: laid.laneCount,
      turnCount: laid.turnCount,
      turnSlot: (id) => slotIn(elements.turn, id),
      placedLane: (id) => lanes[slotIn(elements.lane, id)],
    }),
  };
}

function layDown(roads: RoadsFile, elements: ElementTables) {
  const edges = elements.edge.ids.map(byId(roads.edges));
  const lanes: PlacedLane[] = edges.flatMap((edge) => edge.lanes.map((lane) => ({ edge, lane })));
  const turns = elements.turn.ids.map(byId(roads.junctions.flatMap((junction) => junction.turns)));
  const junctions = elements.junction.ids.map(byId(roads.junctions));
  const junctionOfNode = new Map(junctions.map((junction, slot) => [junction.node, slot]));
  const junctionOfTurn = new Map(junctions.flatMap((junction, slot) => junction.turns.map((turn) => [turn.id, slot])));

  const curves = [...lanes.map(({ lane }) => lane), ...turns];
  const tracks = layTracks(
    curves.map(({ shape }) => shape),
    curves.map(({ lengthM }) => lengthM),
  );
  const turnFromLane = Uint32Array.from(turns, (turn) => slotIn(elements.lane, turn.fromLane));
  const turnToLane = Uint32Array.from(turns, (turn) => slotIn(elements.lane, turn.toLane));

  const trackSpeedMps = new Float64Array(lanes.length + turns.length);
  for (let lane = 0; lane < lanes.length; lane++) {
    trackSpeedMps[lane] = lanes[lane].lane.speedLimitMps ?? lanes[lane].edge.speedLimitMps;
  }
  for (let turn = 0; turn < turns.length; turn++) {
    const limit = Math.min(trackSpeedMps[turnFromLane[turn]], trackSpeedMps[turnToLane[turn]]);
    trackSpeedMps[lanes.length + turn] =
      turns[turn].speedLimitMps ?? Math.min(limit, bendSpeedMps(tracks, lanes.length + turn));
  }

  const edgeLaneCount = Uint8Array.from(edges, (edge) => edge.lanes.length);
  const laid: LaidRoads = {
    edgeCount: edges.length,
    laneCount: lanes.length,
    turnCount: turns.length,
    trackCount: lanes.length + turns.length,

    trackLengthM: tracks.lengthM,
    trackSpeedMps,
    trackPointStart: tracks.pointStart,
    trackPoints: tracks.points,
    trackPointAtM: tracks.pointAtM,

    edgeFirstLane: firstOfEach(edgeLaneCount),
    edgeLaneCount,
    edgeLengthM: Float64Array.from(edges, (edge) => polylineLengthM(edge.shape)),
    edgeSpeedMps: Float64Array.from(edges, (edge) => edge.speedLimitMps),
    edgeToJunction: Int32Array.from(edges, (edge) => junctionOfNode.get(edge.to) ?? -1),
    edgeFromJunction: Int32Array.from(edges, (edge) => junctionOfNode.get(edge.from) ?? -1),
    laneEdge: Uint32Array.from(lanes, ({ edge }) => slotIn(elements.edge, edge.id)),
    laneWidthM: Float64Array.from(lanes, ({ lane }) => lane.widthM),
    laneAllows: Uint8Array.from(lanes, ({ lane }) => allowsOf(lane)),

    ...leavingTurns(turnFromLane, lanes.length),
    turnFromLane,
    turnToLane,
    turnJunction: Uint32Array.from(turns, (turn) => junctionOfTurn.get(turn.id)!),
    turnDirection: Uint8Array.from(turns, (turn) => DIRECTIONS.indexOf(turn.direction)),

    junctionControl: Uint8Array.from(junctions, (junction) => CONTROLS.indexOf(junction.control)),
    turnSignalIndex: Int32Array.from(turns, (turn) => turn.signalIndex ?? -1),
    ...flattenSignals(roads, elements),
    ...flattenCrossings(roads, elements),
  };
  return { laid, lanes, tracks };
}

const DIRECTIONS: readonly TurnDirection[] = turnDirection.options;
const CONTROLS: readonly JunctionControl[] = junctionControl.options;
const CLASSES: readonly VehicleClass[] = vehicleClass.options;
const MOTOR_VEHICLES: readonly VehicleClass[] = ['car', 'truck', 'bus', 'emergency'];

function allowsOf(lane: RoadLane): number {
  let bits = 0;
  for (const each of lane.allows ?? MOTOR_VEHICLES) bits |= 1 << CLASSES.indexOf(each);
  return bits;
}

function firstOfEach(counts: Uint8Array): Uint32Array {
  const first = new Uint32Array(counts.length);
  for (let i = 1; i < counts.length; i++) first[i] = first[i - 1] + counts[i - 1];
  return first;
}

function leavingTurns(turnFromLane: Uint32Array, laneCount: number) {
  const laneTurnStart = new Uint32Array(laneCount + 1);
  for (const lane of turnFromLane) laneTurnStart[lane + 1]++;
  for (let lane = 0; lane < laneCount; lane++) laneTurnStart[lane + 1] += laneTurnStart[lane];
  const next = laneTurnStart.slice(0, laneCount);
  const laneTurns = new Uint32Array(turnFromLane.length);
  for (let turn = 0; turn < turnFromLane.length; turn++) laneTurns[next[turnFromLane[turn]]++] = turn;
  return { laneTurnStart, laneTurns };
}
