/**
 * What each vehicle drove in the last step, cut at the borders of tracks: the state tells where it was and where it is,
 * the network how one leads to the other. One who changed lanes is taken to have driven on the new lane.
 */
import type { Network } from '../network';
import type { TrafficState } from '../state';

export const MOST_PIECES = 16;

/** Where each row was, and who was in it, when the last step began. */
export interface RowsBefore {
  rowEnd: number;
  readonly track: Int32Array;
  readonly positionM: Float64Array;
  readonly speedMps: Float64Array;
  readonly odometerM: Float64Array;
  readonly destinationEdge: Int32Array;
  readonly tripHour: Int32Array;
  readonly tripKey: Uint32Array;
}

export function createRowsBefore(capacity: number): RowsBefore {
  return {
    rowEnd: 0,
    track: new Int32Array(capacity).fill(-1),
    positionM: new Float64Array(capacity),
    speedMps: new Float64Array(capacity),
    odometerM: new Float64Array(capacity),
    destinationEdge: new Int32Array(capacity),
    tripHour: new Int32Array(capacity),
    tripKey: new Uint32Array(capacity),
  };
}

export function noteRows(before: RowsBefore, { vehicles }: TrafficState): void {
  const end = Math.max(before.rowEnd, vehicles.rowEnd);
  before.rowEnd = vehicles.rowEnd;
  for (let row = 0; row < end; row++) {
    before.track[row] = vehicles.track[row];
    before.positionM[row] = vehicles.positionM[row];
    before.speedMps[row] = vehicles.speedMps[row];
    before.odometerM[row] = vehicles.odometerM[row];
    before.destinationEdge[row] = vehicles.destinationEdge[row];
    before.tripHour[row] = vehicles.tripHour[row];
    before.tripKey[row] = vehicles.tripKey[row];
  }
}

/** Whether the row holds the same vehicle as before the step. */
export function isSame(before: RowsBefore, { vehicles }: TrafficState, row: number): boolean {
  return (
    vehicles.track[row] >= 0 &&
    before.track[row] >= 0 &&
    before.tripHour[row] === vehicles.tripHour[row] &&
    before.tripKey[row] === vehicles.tripKey[row]
  );
}

/** The way of one vehicle in one step: piece i on track[i] from fromM[i] to toM[i]. */
export interface StepPath {
  count: number;
  lengthM: number;
  readonly track: Int32Array;
  readonly fromM: Float64Array;
  readonly toM: Float64Array;
}

export function createStepPath(): StepPath {
  return {
    count: 0,
    lengthM: 0,
    track: new Int32Array(MOST_PIECES),
    fromM: new Float64Array(MOST_PIECES),
    toM: new Float64Array(MOST_PIECES),
  };
}

/** Of one who was on the road before and is on it now. */
export function pathOfStep(path: StepPath, before: RowsBefore, { vehicles, network }: TrafficState, row: number): void {
  const from = before.track[row];
  const to = vehicles.track[row];
  const fromM = before.positionM[row];
  const toM = vehicles.positionM[row];
  if (from === to || areBeside(network, from, to)) {
    path.track[0] = to;
    path.fromM[0] = fromM;
    path.toM[0] = toM;
    path.count = 1;
  } else {
    if (findWay(path, network, from, to, vehicles.trackBefore[row])) closePath(path, network, fromM, toM);
    else {
      // Moved by hand, as an intervention may: what lies between was not driven.
      path.track[0] = to;
      path.fromM[0] = toM;
      path.toM[0] = toM;
      path.count = 1;
    }
  }
  measure(path);
}

/** Of one who has arrived: on to the end of the lane on which his way ended. */
export function pathToEnd(path: StepPath, before: RowsBefore, { network }: TrafficState, row: number): void {
  const from = before.track[row];
  const { laneCount, trackLengthM, turnToLane, laneTurnStart, laneTurns } = network.roads;
  path.count = 1;
  path.track[0] = from;
  let track = from;
  while (path.count < MOST_PIECES) {
    if (track < laneCount) {
      if (network.trackEdge[track] === before.destinationEdge[row]) break;
      if (laneTurnStart[track + 1] - laneTurnStart[track] !== 1) break; // which of several it took is not known
      track = laneCount + laneTurns[laneTurnStart[track]];
    } else track = turnToLane[track - laneCount];
    path.track[path.count++] = track;
  }
  closePath(path, network, before.positionM[row], trackLengthM[track]);
  measure(path);
}

function areBeside({ roads, trackEdge }: Network, a: number, b: number): boolean {
  return a < roads.laneCount && b < roads.laneCount && trackEdge[a] === trackEdge[b];
}

/** The shortest way from the one to the other: onto the very lane, or onto one beside it, if it changed after entering. */
function findWay(path: StepPath, network: Network, from: number, to: number, hint: number): boolean {
  const { laneCount, edgeFirstLane, edgeLaneCount } = network.roads;
  for (const most of [3, 5, 9, MOST_PIECES]) {
    if (findBack(path, network, from, to, hint, 0, most) || findBack(path, network, from, to, -1, 0, most)) return true;
    if (to >= laneCount) continue;
    const edge = network.trackEdge[to];
    for (let lane = edgeFirstLane[edge]; lane < edgeFirstLane[edge] + edgeLaneCount[edge]; lane++) {
      if (lane === to || !findBack(path, network, from, lane, hint, 0, most)) continue;
      path.track[path.count - 1] = to;
      return true;
    }
  }
  return false;
}

/** Backwards from where it is to where it was: a turn has one lane before it, a lane as many as lead onto it. */
function findBack(
  path: StepPath,
  network: Network,
  from: number,
  at: number,
  hint: number,
  depth: number,
  most: number,
): boolean {
  if (depth >= most) return false;
  const { laneCount, turnFromLane } = network.roads;
  const reached = at === from || (depth > 0 && areBeside(network, at, from));
  if (reached) {
    path.count = depth + 1;
    path.track[0] = at;
    return true;
  }
  let found = false;
  if (at >= laneCount) found = findBack(path, network, from, turnFromLane[at - laneCount], -1, depth + 1, most);
  else {
    for (let k = network.feedStart[at]; k < network.feedStart[at + 1] && !found; k++) {
      const turn = laneCount + network.feedTurns[k];
      if (hint >= 0 && turn !== hint) continue;
      found = findBack(path, network, from, turn, -1, depth + 1, most);
    }
  }
  if (found) path.track[path.count - 1 - depth] = at;
  return found;
}

function closePath(path: StepPath, { roads }: Network, fromM: number, toM: number): void {
  for (let i = 0; i < path.count; i++) {
    path.fromM[i] = i === 0 ? fromM : 0;
    path.toM[i] = i === path.count - 1 ? toM : roads.trackLengthM[path.track[i]];
  }
}

function measure(path: StepPath): void {
  path.lengthM = 0;
  for (let i = 0; i < path.count; i++) path.lengthM += path.toM[i] - path.fromM[i];
}
