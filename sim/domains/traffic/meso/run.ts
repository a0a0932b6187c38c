/** The state of a run of the queue model: a queue a lane, those who wait to come in, and what is due next. */
import { createEventHeap, type EventHeap } from './event-heap';
import { type Lights, lightsOf } from './lights';
import { type Movements, movementsOf } from './movements';
import type { MesoPlace } from './place';
import { createTrips, type MesoTrips } from './trips';

/** Seconds of the way of whoever came last onto a lane that are kept for the one behind him. */
export const TRAIL_SECONDS = 32;

/** Why the first of a lane was made to stop: by its light, for want of room; to give way. */
export const HELD = 1;
export const GIVES_WAY = 2;

export interface MesoRun {
  readonly place: MesoPlace;
  readonly movements: Movements;
  readonly lights: Lights;
  readonly trips: MesoTrips;
  /** Items: lanes, edges (their origins), turns (who waits within the junction), rows (ends within an edge). */
  readonly heap: EventHeap;
  nowS: number;

  /** By lane: the queue in the order of the line, and metres taken, by vehicles and by room that has not come back yet. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  readonly count: Int32Array;
  readonly takenM: Float64Array;
  /** By lane: when the last crossed its line, his place in the queue, how fast, and how long he was. */
  readonly crossedS: Float64Array;
  readonly rank: Int32Array;
  readonly crossedMps: Float64Array;
  readonly crossedM: Float64Array;
  /** By lane: what the last needed of the line, if he took another turn than the first will. */
  readonly crossedTurn: Int32Array;
  /** By lane: whether its first was made to stop, and whether he follows one who was. */
  readonly held: Uint8Array;
  readonly queued: Uint8Array;
  /** By lane: 1 where its first stands with his front over the line behind one who waits within the junction. */
  readonly overLine: Uint8Array;
  /** By lane: how much of the start of a queue its first still has before him, as a share. */
  readonly startShare: Float64Array;
  /** By lane: the lane that its first waits for room on, −1 none; the next who waits for the same. */
  readonly waitsFor: Int32Array;
  readonly nextWaiting: Int32Array;
  readonly firstWaiting: Int32Array;
  readonly lastWaiting: Int32Array;

  /** Room on its way back, by lane, earliest first; nodes of a pool. */
  readonly firstHole: Int32Array;
  readonly lastHole: Int32Array;
  holeNext: Int32Array;
  holeAtS: Float64Array;
  holeM: Float64Array;
  freeHole: number;

  /** By lane: where whoever came last onto it was at whole seconds since he did, and his speed after that. */
  readonly trailM: Float64Array;
  readonly trailFromS: Float64Array;
  readonly trailCount: Int32Array;
  readonly trailMps: Float64Array;
  readonly trailType: Int32Array;

  /** By turn: who waits at its place within the junction, −1 nobody. */
  readonly inPocket: Int32Array;
  /** By turn: when the last who took it crossed the line (or left its pocket), how fast on the whole, and how long he is. */
  readonly tookS: Float64Array;
  readonly tookMps: Float64Array;
  readonly tookM: Float64Array;

  /** By edge: who is due to come in, first come first served. */
  readonly firstAtOrigin: Int32Array;
  readonly lastAtOrigin: Int32Array;

  /** Who has arrived, in order, until somebody takes note. */
  arrivals: number[];
  readonly tally: Tally;
  edgeTimes: EdgeTimes | null;
  /** By edge: sums of those who have left it since they were last looked at. */
  recent: { readonly seconds: Float64Array; readonly count: Float64Array } | null;
}

export interface Tally {
  released: number;
  inserted: number;
  arrived: number;
  /** Passed from edge to edge, and events dealt with. */
  crossings: number;
  events: number;
  /** Rings of full lanes in which each waited for the next, and that moved on as one. */
  turnedRings: number;
}

/** Seconds on each edge, from line to line, by when it was come upon; and by the edge that was driven onto next. */
export interface EdgeTimes {
  readonly fromS: number;
  readonly binS: number;
  readonly bins: number;
  readonly edges: number;
  readonly links: number;
  readonly seconds: Float64Array;
  readonly count: Float64Array;
  readonly linkSeconds: Float64Array;
  readonly linkCount: Float64Array;
}

export function createRun(place: MesoPlace, startS: number, trips: MesoTrips = createTrips()): MesoRun {
  const { laneCount, edgeCount, turnCount } = place.network.roads;
  const none = (length: number) => new Int32Array(length).fill(-1);
  const never = (length: number) => new Float64Array(length).fill(Number.NEGATIVE_INFINITY);
  return {
    place,
    movements: movementsOf(place),
    lights: lightsOf(place.network, place.signals),
    trips,
    heap: createEventHeap(laneCount + edgeCount + turnCount + Math.max(trips.type.length, 1)),
    nowS: startS,
    first: none(laneCount),
    last: none(laneCount),
    count: new Int32Array(laneCount),
    takenM: new Float64Array(laneCount),
    crossedS: never(laneCount),
    rank: none(laneCount),
    crossedMps: new Float64Array(laneCount),
    crossedM: new Float64Array(laneCount),
    crossedTurn: none(laneCount),
    held: new Uint8Array(laneCount),
    queued: new Uint8Array(laneCount),
    overLine: new Uint8Array(laneCount),
    startShare: new Float64Array(laneCount),
    waitsFor: none(laneCount),
    nextWaiting: none(laneCount),
    firstWaiting: none(laneCount),
    lastWaiting: none(laneCount),
    firstHole: none(laneCount),
    lastHole: none(laneCount),
    holeNext: new Int32Array(0),
    holeAtS: new Float64Array(0),
    holeM: new Float64Array(0),
    freeHole: -1,
    trailM: new Float64Array(laneCount * TRAIL_SECONDS),
    trailFromS: never(laneCount),
    trailCount: new Int32Array(laneCount),
    trailMps: new Float64Array(laneCount),
    trailType: new Int32Array(laneCount),
    inPocket: none(turnCount),
    tookS: never(turnCount),
    tookMps: new Float64Array(turnCount).fill(1),
    tookM: new Float64Array(turnCount),
    firstAtOrigin: none(edgeCount),
    lastAtOrigin: none(edgeCount),
    arrivals: [],
    tally: { released: 0, inserted: 0, arrived: 0, crossings: 0, events: 0, turnedRings: 0 },
    edgeTimes: null,
    recent: null,
  };
}

/** The item of a row's own event. */
export function itemOfRow({ place }: MesoRun, row: number): number {
  const { laneCount, edgeCount, turnCount } = place.network.roads;
  return laneCount + edgeCount + turnCount + row;
}

/** From now on the run keeps how long each edge takes. */
export function keepEdgeTimes(run: MesoRun, binS: number, bins: number): EdgeTimes {
  const edges = run.place.network.roads.edgeCount;
  const links = run.place.network.linkEdge.length;
  run.edgeTimes = {
    fromS: run.nowS,
    binS,
    bins,
    edges,
    links,
    seconds: new Float64Array(edges * bins),
    count: new Float64Array(edges * bins),
    linkSeconds: new Float64Array(links * bins),
    linkCount: new Float64Array(links * bins),
  };
  return run.edgeTimes;
}
