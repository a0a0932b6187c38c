/**
 * A scene's roads as an assignment problem. Edges are links whose time rises with flow by the formula of the Bureau of
 * Public Roads (Traffic Assignment Manual, 1964: 0.15 and the fourth power); what leads from one edge to another is a
 * link with the seconds of its turn. Capacity is what the stop lines of an edge let through: 1,876 vehicles an hour and
 * lane (measured of our own driver, design notes on traffic) times the share of green, or less where the limit is so low
 * that drivers a second apart cannot pass as fast. Left out: that turns hinder each
 * other without signals, that lanes are unequally used, queues that reach back, lanes for some vehicles only.
 */
import type { Result } from '../../kernel';
import type { CompiledRoads } from '../../scene';
import { type AssignmentProblem, createAssignmentProblem } from './problem';

/** Trips an hour from the beginning of one edge to the end of another. */
export interface EdgeDemand {
  readonly fromEdge: ArrayLike<number>;
  readonly toEdge: ArrayLike<number>;
  readonly tripsPerHour: ArrayLike<number>;
}

export interface RoadProblem {
  readonly problem: AssignmentProblem;
  /** By link: its edge; −1 for what leads from edge to edge. */
  readonly linkEdge: Int32Array;
  /** By edge: its link; −1 where cars cannot drive. */
  readonly edgeLink: Int32Array;
}

const SATURATION_VEHPH = 1_876; // per lane; IDM T 1.0, a 2.0, b 3, s0 2 at a stop line
const HEADWAY_S = 1; // the same driver's T
const SPACE_M = 7; // a car of 5 m and its s0
const BPR_RISE = 0.15;
const BPR_POWER = 4;
const CAR = 1; // the first vehicle class of the scene's schema
const GREEN_LETTERS = new Set(['G', 'g'].map((letter) => letter.charCodeAt(0)));

/** `closed` edges take nobody in; trips that begin or end there find no way and are told as such. */
export function problemOfRoads(roads: CompiledRoads, demand: EdgeDemand, closed?: Uint8Array): Result<RoadProblem> {
  const green = greenShares(roads);
  const open = Uint8Array.from({ length: roads.edgeCount }, (_, edge) =>
    closed?.[edge] !== 1 && carLanes(roads, edge).length > 0 ? 1 : 0,
  );
  const from: number[] = [];
  const to: number[] = [];
  const seconds: number[] = [];
  const rise: number[] = [];
  const capacity: number[] = [];
  const linkEdge: number[] = [];
  const edgeLink = new Int32Array(roads.edgeCount).fill(-1);

  for (let edge = 0; edge < roads.edgeCount; edge++) {
    if (open[edge] === 0) continue;
    const lane = carLanes(roads, edge)[0];
    const free = roads.trackLengthM[lane] / roads.trackSpeedMps[lane];
    edgeLink[edge] = from.length;
    from.push(startOf(edge));
    to.push(endOf(edge));
    seconds.push(free);
    rise.push(free * BPR_RISE);
    capacity.push(capacityVehph(roads, edge, green));
    linkEdge.push(edge);
  }
  for (const [edge, next, turnSeconds] of connections(roads, green, open)) {
    from.push(endOf(edge));
    to.push(startOf(next));
    seconds.push(turnSeconds);
    rise.push(0);
    capacity.push(1);
    linkEdge.push(-1);
  }
  const problem = createAssignmentProblem({
    nodeCount: 2 * roads.edgeCount,
    links: { from, to, constantCost: seconds, riseCost: rise, capacity, power: from.map(() => BPR_POWER) },
    demand: {
      origin: Array.from(demand.fromEdge, startOf),
      destination: Array.from(demand.toEdge, endOf),
      trips: demand.tripsPerHour,
    },
  });
  if (!problem.ok) return problem;
  return { ...problem, value: { problem: problem.value, linkEdge: Int32Array.from(linkEdge), edgeLink } };
}

const startOf = (edge: number) => 2 * edge;
const endOf = (edge: number) => 2 * edge + 1;

function carLanes(roads: CompiledRoads, edge: number): number[] {
  const first = roads.edgeFirstLane[edge];
  const lanes = Array.from({ length: roads.edgeLaneCount[edge] }, (_, i) => first + i);
  return lanes.filter((lane) => (roads.laneAllows[lane] & CAR) !== 0);
}

/** By turn: the part of the cycle in which it has green; 1 without a signal. */
function greenShares(roads: CompiledRoads): Float64Array {
  const shares = new Float64Array(roads.turnCount).fill(1);
  for (let turn = 0; turn < roads.turnCount; turn++) {
    const at = roads.turnSignalIndex[turn];
    const signal = roads.junctionSignal[roads.turnJunction[turn]];
    if (at < 0 || signal < 0) continue;
    let greenSeconds = 0;
    for (let p = roads.signalPhaseStart[signal]; p < roads.signalPhaseStart[signal + 1]; p++) {
      if (GREEN_LETTERS.has(roads.phaseStates[roads.phaseStateStart[p] + at])) greenSeconds += roads.phaseSeconds[p];
    }
    shares[turn] = greenSeconds / cycleSeconds(roads, signal);
  }
  return shares;
}

function cycleSeconds(roads: CompiledRoads, signal: number): number {
  let seconds = 0;
  for (let p = roads.signalPhaseStart[signal]; p < roads.signalPhaseStart[signal + 1]; p++) {
    seconds += roads.phaseSeconds[p];
  }
  return seconds;
}

/** What the lanes of an edge let through: a lane as much as its turns on average; all of it where the road just ends. */
function capacityVehph(roads: CompiledRoads, edge: number, green: Float64Array): number {
  const lanes = carLanes(roads, edge);
  let open = 0;
  for (const lane of lanes) {
    let sum = 0;
    const count = roads.laneTurnStart[lane + 1] - roads.laneTurnStart[lane];
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) sum += green[roads.laneTurns[k]];
    if (count > 0) open += sum / count;
  }
  return passingVehph(roads.trackSpeedMps[lanes[0]]) * (open > 0 ? open : lanes.length);
}

/** Of one lane with green all the time. Followers at speed v are v · T + space apart. */
function passingVehph(speedMps: number): number {
  return Math.min(SATURATION_VEHPH, (3_600 * speedMps) / (speedMps * HEADWAY_S + SPACE_M));
}

/** Every edge that follows another, with the least seconds that any turn between the two takes. */
function* connections(
  roads: CompiledRoads,
  green: Float64Array,
  open: Uint8Array,
): Generator<[number, number, number]> {
  for (let edge = 0; edge < roads.edgeCount; edge++) {
    if (open[edge] === 0) continue;
    const best = new Map<number, number>();
    for (const lane of carLanes(roads, edge)) {
      for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
        const turn = roads.laneTurns[k];
        const target = roads.turnToLane[turn];
        const next = roads.laneEdge[target];
        if (green[turn] === 0 || open[next] === 0 || (roads.laneAllows[target] & CAR) === 0) continue;
        const track = roads.laneCount + turn;
        const driven = roads.trackLengthM[track] / roads.trackSpeedMps[track];
        best.set(next, Math.min(best.get(next) ?? Number.POSITIVE_INFINITY, driven + redSeconds(roads, turn, green)));
      }
    }
    for (const [next, seconds] of best) yield [edge, next, seconds];
  }
}

/** Who comes at any moment of the cycle waits C/2 · (1 − g)² on average: the uniform delay of the Highway Capacity Manual at no flow. */
function redSeconds(roads: CompiledRoads, turn: number, green: Float64Array): number {
  const signal = roads.junctionSignal[roads.turnJunction[turn]];
  if (signal < 0 || roads.turnSignalIndex[turn] < 0) return 0;
  const red = 1 - green[turn];
  return 0.5 * cycleSeconds(roads, signal) * red * red;
}
