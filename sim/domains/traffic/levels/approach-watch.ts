/**
 * Follows every vehicle from where it enters an approach to where it leaves the junction, and counts it at its turn.
 *
 * Free flow is the driver's own: the limit times his liking for speed on the approach, the comfortable speed in the
 * turn, so that what is counted is control delay, without the geometry of the junction (HCM 2000, ch. 16). Only reads
 * the vehicles. Someone whose way cannot be told, for several tracks passed within one step, is counted as missed.
 */
import { countPassage, countStanding, type TurnCounts } from './turn-counts';

export interface WatchedRoads {
  readonly laneCount: number;
  readonly laneEdge: Uint32Array;
  readonly turnFromLane: Uint32Array;
  readonly trackLengthM: Float64Array;
  readonly trackSpeedMps: Float64Array;
}

export interface WatchedVehicles {
  readonly capacity: number;
  readonly rowEnd: number;
  readonly track: Int32Array;
  readonly trackBefore: Int32Array;
  readonly trackBefore2: Int32Array;
  readonly nextTurn: Int32Array;
  readonly tripHour: Int32Array;
  readonly tripKey: Uint32Array;
  readonly positionM: Float64Array;
  readonly speedMps: Float64Array;
  readonly speedFactor: Float64Array;
}

/** By row; all arrays are part of the saved state, up to the last row in use. */
export interface ApproachWatch {
  readonly tripHour: Int32Array;
  readonly tripKey: Uint32Array;
  /** Where it was seen last. */
  readonly track: Int32Array;
  /** −1 where nobody is followed. */
  readonly edge: Int32Array;
  /** The turn that it was seen on, −1 while it is on the approach. */
  readonly turn: Int32Array;
  readonly sinceSeconds: Float64Array;
  /** Where on the edge it began: 0, or where the trip did. */
  readonly fromM: Float64Array;
  readonly stops: Uint16Array;
  readonly stands: Uint8Array;
  missed: number;
  /** Rows in use when it looked last: not saved, as what lies beyond is blank in a city that was loaded. */
  rowEnd: number;
}

export const savedWatchFields = [
  'tripHour',
  'tripKey',
  'track',
  'edge',
  'turn',
  'sinceSeconds',
  'fromM',
  'stops',
  'stands',
] as const;

const STOPS_BELOW_MPS = 0.1;
/** Who has not gone faster since has not started again: 5 mph, as the manual's field method counts stops. */
const STARTS_ABOVE_MPS = 2.2;

export function createApproachWatch(capacity: number): ApproachWatch {
  return {
    tripHour: new Int32Array(capacity),
    tripKey: new Uint32Array(capacity),
    track: new Int32Array(capacity).fill(-1),
    edge: new Int32Array(capacity).fill(-1),
    turn: new Int32Array(capacity).fill(-1),
    sinceSeconds: new Float64Array(capacity),
    fromM: new Float64Array(capacity),
    stops: new Uint16Array(capacity),
    stands: new Uint8Array(capacity),
    missed: 0,
    rowEnd: 0,
  };
}

/** Once a step, after everyone has moved; `nowSeconds` is the step's end. */
export function watchApproaches(
  watch: ApproachWatch,
  roads: WatchedRoads,
  vehicles: WatchedVehicles,
  nowSeconds: number,
  counts: TurnCounts,
): void {
  const { track, speedMps, tripHour, tripKey } = vehicles;
  const { laneCount, laneEdge, turnFromLane } = roads;
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const on = track[row];
    if (on < 0) {
      if (watch.track[row] >= 0) forget(watch, row);
      continue;
    }
    // Nearly everybody is where he was a step ago, and has neither stopped nor started.
    if (on === watch.track[row] && tripKey[row] === watch.tripKey[row] && tripHour[row] === watch.tripHour[row]) {
      const stands = watch.stands[row];
      if (stands === 0 ? speedMps[row] >= STOPS_BELOW_MPS : speedMps[row] <= STARTS_ABOVE_MPS) continue;
      if (watch.edge[row] < 0) continue;
      watch.stands[row] = 1 - stands;
      if (stands === 0) watch.stops[row]++;
      continue;
    }
    watch.track[row] = on;
    const known = watch.edge[row] >= 0 && tripHour[row] === watch.tripHour[row] && tripKey[row] === watch.tripKey[row];
    const edge = laneEdge[on < laneCount ? on : turnFromLane[on - laneCount]];
    if (!known) {
      watch.tripHour[row] = tripHour[row];
      watch.tripKey[row] = tripKey[row];
      // One that is met within a junction is followed from the next edge on.
      if (on < laneCount) begin(watch, row, edge, vehicles.positionM[row], nowSeconds);
      else watch.edge[row] = -1;
      continue;
    }
    const left = on < laneCount && watch.turn[row] >= 0;
    if (left || edge !== watch.edge[row]) {
      const turn = watch.turn[row] >= 0 ? watch.turn[row] : turnFrom(watch.edge[row], roads, vehicles, row);
      if (turn < 0) watch.missed++;
      else {
        const tookSeconds = nowSeconds - watch.sinceSeconds[row];
        const freeSeconds = freeWay(roads, vehicles, watch, row, turn);
        countPassage(counts, turn, tookSeconds, freeSeconds, watch.stops[row]);
      }
      begin(watch, row, edge, 0, nowSeconds);
    }
    if (on >= laneCount) watch.turn[row] = on - laneCount;
    if (speedMps[row] < STOPS_BELOW_MPS) {
      if (watch.stands[row] === 0) watch.stops[row]++;
      watch.stands[row] = 1;
    } else if (speedMps[row] > STARTS_ABOVE_MPS) watch.stands[row] = 0;
  }
  for (let row = vehicles.rowEnd; row < watch.rowEnd; row++) if (watch.track[row] >= 0) forget(watch, row);
  watch.rowEnd = vehicles.rowEnd;
}

/** What nobody is in always holds the same, so that equal cities save to equal bytes, however they came about. */
function forget(watch: ApproachWatch, row: number): void {
  watch.tripHour[row] = 0;
  watch.tripKey[row] = 0;
  watch.track[row] = -1;
  watch.edge[row] = -1;
  watch.turn[row] = -1;
  watch.sinceSeconds[row] = 0;
  watch.fromM[row] = 0;
  watch.stops[row] = 0;
  watch.stands[row] = 0;
}

/** Before a window is closed: whoever is still under way to a junction, with what was lost so far. */
export function countUnderWay(
  watch: ApproachWatch,
  roads: WatchedRoads,
  vehicles: WatchedVehicles,
  nowSeconds: number,
  counts: TurnCounts,
): void {
  for (let row = 0; row < vehicles.rowEnd; row++) {
    const lane = vehicles.track[row];
    const turn = vehicles.nextTurn[row];
    if (lane < 0 || lane >= roads.laneCount || turn < 0 || watch.edge[row] < 0) continue;
    const wayM = vehicles.positionM[row] - watch.fromM[row];
    const freeSeconds = wayM / (roads.trackSpeedMps[lane] * vehicles.speedFactor[row]);
    const lostSeconds = nowSeconds - watch.sinceSeconds[row] - freeSeconds;
    if (watch.stands[row] === 1) countStanding(counts, turn, lostSeconds, watch.stops[row]);
  }
}

function begin(watch: ApproachWatch, row: number, edge: number, fromM: number, nowSeconds: number): void {
  watch.edge[row] = edge;
  watch.turn[row] = -1;
  watch.fromM[row] = fromM;
  watch.sinceSeconds[row] = nowSeconds;
  watch.stops[row] = 0;
  watch.stands[row] = 0;
}

/** Of a turn so short that nobody was seen on it. */
function turnFrom(edge: number, roads: WatchedRoads, vehicles: WatchedVehicles, row: number): number {
  const { laneCount, laneEdge, turnFromLane } = roads;
  const before = vehicles.trackBefore[row];
  if (before >= laneCount && laneEdge[turnFromLane[before - laneCount]] === edge) return before - laneCount;
  const before2 = vehicles.trackBefore2[row];
  if (before2 >= laneCount && laneEdge[turnFromLane[before2 - laneCount]] === edge) return before2 - laneCount;
  return -1;
}

function freeWay(
  { laneCount, turnFromLane, trackLengthM, trackSpeedMps }: WatchedRoads,
  { speedFactor }: WatchedVehicles,
  { fromM }: ApproachWatch,
  row: number,
  turn: number,
): number {
  const lane = turnFromLane[turn];
  const approachM = trackLengthM[lane] - fromM[row];
  const onLane = approachM / (trackSpeedMps[lane] * speedFactor[row]);
  return onLane + trackLengthM[laneCount + turn] / trackSpeedMps[laneCount + turn];
}
