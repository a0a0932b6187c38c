/**
 * The bus lines of a scene as slots and numbers: which stops, which way between them, and the timetable that follows.
 *
 * A scene says when runs begin. When a bus is due at its later stops follows from the ground: the limits of its way,
 * slowing down and starting again, the mean red of each signal met at random (uniform delay of the Highway Capacity
 * Manual without a queue, r²/2C, and slowing down for it), and 15 s at each stop, which TCRP Report 165 gives for a
 * typical one. So a bus that is behind its timetable has met traffic, or more passengers. Between stops it drives the quickest way that takes buses.
 */
import type { CompiledScene } from '../../../scene/compiled';
import type { Halt } from '../driving/halt';
import type { Network } from '../network';
import { isGreen, shownIn } from '../signals/shown';
import { BUS, kindAccelerationMps2, kindLengthM } from '../vehicle-kinds';
import { createHopSearch, type HopSearch, hopWay } from './hop-way';

export interface BusLine {
  readonly id: string;
  /** Slots of its stops in order; a run begins at the first and ends at the last. */
  readonly stops: Int32Array;
  /** From each stop but the last: the edges to the next one, those of both stops included. */
  readonly ways: readonly Uint32Array[];
  /** When a bus is due at each stop, after it was at the first. */
  readonly offsetS: Float64Array;
  /** What the way back from the last stop to the first takes, which is driven empty and not on these roads. */
  readonly returnS: number;
  readonly headwayS: number;
  /** Beginnings of its runs on a day. */
  readonly beginsS: Float64Array;
  /** Buses that it takes: the next run of each begins when it is back, and so it may begin late. */
  readonly fleet: number;
  /** Its first stop among the stops of all lines, one after the other, and its first bus among all buses. */
  readonly firstCall: number;
  readonly firstBus: number;
}

export interface BusPlan {
  readonly lines: readonly BusLine[];
  readonly callCount: number;
  readonly busCount: number;
  /** By stop: where the front of a bus comes to stand, and the point on the ground. */
  readonly halts: readonly Halt[];
  readonly xM: Float64Array;
  readonly yM: Float64Array;
  /** A day's runs by their beginning: second of the day, days that the timetable's day began before, line and number in it. */
  readonly secondOfDay: Float64Array;
  readonly daysAfter: Uint8Array;
  readonly lineOf: Int32Array;
  readonly numberOf: Int32Array;
}

/** TCRP Report 165 (2013), Transit Capacity and Quality of Service Manual, chapter 6: dwell at a typical stop. */
export const USUAL_DWELL_S = 15;
/** The same: how buses slow down for a stop, 4 ft/s². */
const SLOWS_MPS2 = 1.2;
/** A timetable leaves so much for coming back late (the same, chapter 6: layover of a tenth and more of the round). */
const LAYOVER_SHARE = 0.1;
/** The front of a bus may stand so far from where the stop says. */
const STANDS_WITHIN_M = 3;
const DAY_S = 86_400;

const known = new WeakMap<CompiledScene, BusPlan>();

/** Null where no line runs. */
export function busPlanOf(scene: CompiledScene, network: Network): BusPlan | null {
  if ((scene.scene.roads?.busLines ?? []).length === 0) return null;
  const plan = known.get(scene) ?? derivePlan(scene, network);
  known.set(scene, plan);
  return plan;
}

function derivePlan(scene: CompiledScene, network: Network): BusPlan {
  const { stops, busLines } = scene.scene.roads!;
  const { roads } = network;
  const byId = new Map(stops.map((stop) => [stop.id as string, stop]));
  const xM = new Float64Array(stops.length);
  const yM = new Float64Array(stops.length);
  const halts = scene.elements.stop.ids.map((id, slot): Halt => {
    const stop = byId.get(id)!;
    const lane = scene.elements.lane.slotOf(stop.lane)!;
    const first = roads.trackPointStart[lane];
    let point = first;
    while (point + 2 < roads.trackPointStart[lane + 1] && roads.trackPointAtM[point + 1] < stop.atM) point++;
    const pieceM = roads.trackPointAtM[point + 1] - roads.trackPointAtM[point];
    const share = pieceM > 0 ? (stop.atM - roads.trackPointAtM[point]) / pieceM : 0;
    const at = (axis: number) => {
      const from = roads.trackPoints[2 * point + axis];
      return from + share * (roads.trackPoints[2 * point + 2 + axis] - from);
    };
    xM[slot] = at(0);
    yM[slot] = at(1);
    // A stop that is longer has room for a second bus behind the first.
    const roomM = Math.max(STANDS_WITHIN_M, stop.lengthM - kindLengthM[BUS]);
    return {
      lane,
      edge: roads.laneEdge[lane],
      fromM: Math.max(0, stop.atM - roomM),
      toM: stop.atM,
      seconds: USUAL_DWELL_S,
      untilS: Number.NEGATIVE_INFINITY,
      offRoad: false,
    };
  });

  const search = createHopSearch(scene, network);
  const owned = busesOwned(scene);
  const drafts = busLines
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((line) => {
      const slots = Int32Array.from(line.stops, (id) => scene.elements.stop.slotOf(id)!);
      const hops = Array.from(slots, (from, i) => {
        const to = slots[(i + 1) % slots.length];
        const way = hopWay(search, halts[from].edge, halts[to].edge, halts[to].toM > halts[from].toM);
        if (way === null && i + 1 < slots.length)
          throw new Error(`met no way for buses from '${line.stops[i]}' to '${line.stops[i + 1]}' of '${line.id}'`);
        return { way, seconds: way === null ? 0 : hopSeconds(search, network, way, halts[from], halts[to]) };
      });
      const offsetS = new Float64Array(slots.length);
      for (let i = 1; i < slots.length; i++) offsetS[i] = offsetS[i - 1] + USUAL_DWELL_S + hops[i - 1].seconds;
      const returnS = USUAL_DWELL_S + hops[slots.length - 1].seconds;
      const roundS = offsetS[slots.length - 1] + returnS;
      const runs = Math.max(0, Math.floor((line.lastSeconds - line.firstSeconds) / line.headwaySeconds + 1e-9) + 1);
      return {
        id: line.id,
        stops: slots,
        ways: hops.slice(0, -1).map(({ way }) => way!),
        offsetS,
        returnS,
        headwayS: line.headwaySeconds,
        beginsS: Float64Array.from({ length: runs }, (_, k) => line.firstSeconds + k * line.headwaySeconds),
        needs: ((1 + LAYOVER_SHARE) * roundS) / line.headwaySeconds,
      };
    });
  const neededByAll = drafts.reduce((sum, { needs }) => sum + needs, 0);
  let firstCall = 0;
  let firstBus = 0;
  let shared = 0;
  const lines = drafts.map(({ needs, ...line }): BusLine => {
    shared += needs;
    const upTo = Math.round((owned * shared) / neededByAll);
    const fleet = owned === 0 ? Math.ceil(needs) : Math.max(1, upTo - firstBus);
    const own = { ...line, fleet, firstCall, firstBus };
    firstCall += line.stops.length;
    firstBus += fleet;
    return own;
  });
  return { lines, callCount: firstCall, busCount: firstBus, halts, xM, yM, ...dayOf(lines) };
}

/** All that stand in the city's depots, shared by what the lines need; 0 where it names none, and each line has just enough. */
function busesOwned({ scene: { services } }: CompiledScene): number {
  return (services?.depots ?? []).reduce((sum, { kind, vehicles }) => sum + (kind === 'bus' ? vehicles : 0), 0);
}

function dayOf(lines: readonly BusLine[]) {
  const all = lines.flatMap(({ beginsS }, line) => Array.from(beginsS, (at, number) => ({ at, line, number })));
  const second = ({ at }: { at: number }) => at - DAY_S * Math.floor(at / DAY_S);
  all.sort((a, b) => second(a) - second(b) || a.line - b.line || a.number - b.number);
  return {
    secondOfDay: Float64Array.from(all, second),
    daysAfter: Uint8Array.from(all, ({ at }) => Math.floor(at / DAY_S)),
    lineOf: Int32Array.from(all, ({ line }) => line),
    numberOf: Int32Array.from(all, ({ number }) => number),
  };
}

/** From standing at one stop to standing at the next, by the timetable. */
function hopSeconds(search: HopSearch, { roads }: Network, way: Uint32Array, from: Halt, to: Halt): number {
  const mps = (track: number) => roads.trackSpeedMps[track];
  if (way.length === 1) return startAndStopS(mps(from.lane), mps(to.lane)) + (to.toM - from.toM) / mps(from.lane);
  let seconds = startAndStopS(mps(from.lane), mps(to.lane));
  seconds += (roads.trackLengthM[from.lane] - from.toM) / mps(from.lane) + to.toM / mps(to.lane);
  for (let k = 0; k + 1 < way.length; k++) {
    if (k > 0) seconds += roads.trackLengthM[roads.edgeFirstLane[way[k]]] / roads.edgeSpeedMps[way[k]];
    const turn = search.turnBetween(way[k], way[k + 1]);
    const track = roads.laneCount + turn;
    seconds += roads.trackLengthM[track] / mps(track) + meanRedS(roads, turn, mps(roads.turnFromLane[turn]));
  }
  return seconds;
}

/** Over driving through at the limit. */
function startAndStopS(fromMps: number, toMps: number): number {
  return fromMps / (2 * kindAccelerationMps2[BUS]) + toMps / (2 * SLOWS_MPS2);
}

/** What a signal's fixed program costs one who comes at any time: r²/2C, summed over the reds of its round, and stopping. */
function meanRedS(roads: Network['roads'], turn: number, mps: number): number {
  const signal = roads.turnSignalIndex[turn] < 0 ? -1 : roads.junctionSignal[roads.turnJunction[turn]];
  if (signal < 0) return 0;
  let cycleS = 0;
  let redS = 0;
  let squares = 0;
  let redsS = 0;
  for (let phase = roads.signalPhaseStart[signal]; phase < roads.signalPhaseStart[signal + 1]; phase++) {
    cycleS += roads.phaseSeconds[phase];
    if (!isGreen(shownIn(roads, phase, roads.turnSignalIndex[turn]))) redS += roads.phaseSeconds[phase];
    else {
      squares += redS * redS;
      redsS += redS;
      redS = 0;
    }
  }
  squares += redS * redS;
  redsS += redS;
  return cycleS > 0 ? squares / (2 * cycleS) + (redsS / cycleS) * startAndStopS(mps, mps) : 0;
}
