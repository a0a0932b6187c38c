/**
 * What each induction loop knows: whether someone stands over it, and when the last rear bumper left it, to a fraction
 * of the step. Read off the vehicles' places and the way that each has just moved; nobody needs to report to a loop.
 */
import type { Network } from '../network';
import type { Loops } from './loops';
import type { Seen } from './seen';

export interface LoopState {
  /** Clock at which the loop was last free again after a vehicle; and whether one is over it now. */
  readonly lastSeconds: Float64Array;
  readonly occupied: Uint8Array;
  /** Clock (in ms) at which a phase with a choice that hears the loop was last prolonged. */
  readonly servedMs: Float64Array;
  /** By row: the track it was on a step ago. Who has changed lanes since did so after he had moved. */
  readonly rowTrack: Int32Array;
  /** By row: whose trip it was, how far along, and where on its last edge it was to end. */
  readonly rowTrip: Uint32Array;
  readonly rowFrontM: Float64Array;
  readonly rowEndM: Float64Array;
}

export function createLoopState(loops: Loops, capacity: number): LoopState {
  const rows = loops.count === 0 ? 0 : capacity;
  return {
    rowTrack: new Int32Array(rows).fill(-1),
    rowTrip: new Uint32Array(rows),
    rowFrontM: new Float64Array(rows),
    rowEndM: new Float64Array(rows),
    lastSeconds: new Float64Array(loops.count).fill(Number.NEGATIVE_INFINITY),
    occupied: new Uint8Array(loops.count),
    servedMs: new Float64Array(loops.count),
  };
}

/** No rear bumper is farther than so many tracks beyond the loop when it leaves it: lane, turn, lane. */
const TRACKS_BEYOND = 2;

let over = 0;
let leftSeconds = 0;

export function senseLoops(
  state: LoopState,
  loops: Loops,
  network: Network,
  seen: Seen,
  clockSeconds: number,
  stepSeconds: number,
): void {
  for (let loop = 0; loop < loops.count; loop++) {
    over = 0;
    leftSeconds = Number.NEGATIVE_INFINITY;
    const track = loops.track[loop];
    const atM = loops.atM[loop];
    // Between the loop and the end of its track few stand; those who have not reached it yet end the look.
    for (let row = seen.first[track]; row >= 0 && seen.positionM[row] >= atM; row = seen.behind[row]) {
      const rearM = seen.positionM[row] - atM - seen.sortLengthM[seen.sort[row]];
      // Who has just come from the next lane is over the loop or past it; he has not driven over it.
      if (rearM > 0 && changedLanes(network, state, seen, row)) continue;
      take(seen, row, seen.positionM[row] - atM, clockSeconds, stepSeconds);
    }
    lookBeside(network, state, seen, track, atM, clockSeconds, stepSeconds);
    lookBeyond(network, seen, track, network.roads.trackLengthM[track] - atM, TRACKS_BEYOND, clockSeconds, stepSeconds);
    // Who was over it and is gone without having passed has changed lanes or reached his end.
    if (over === 0 && state.occupied[loop] === 1 && leftSeconds === Number.NEGATIVE_INFINITY)
      leftSeconds = clockSeconds;
    if (leftSeconds > state.lastSeconds[loop]) state.lastSeconds[loop] = leftSeconds;
    state.occupied[loop] = over;
  }
  if (loops.count > 0) rememberRows(state, loops, network, seen, clockSeconds);
}

/** Who has reached his end between a loop and the end of its lane has driven over it, though nobody sees him any more. */
function rememberRows(state: LoopState, loops: Loops, { roads }: Network, seen: Seen, clockSeconds: number): void {
  const { rowTrack, rowTrip, rowFrontM, rowEndM } = state;
  for (let row = 0; row < rowTrack.length; row++) {
    const then = rowTrack[row];
    const now = row < seen.rowEnd ? seen.track[row] : -1;
    if (then >= 0 && (now < 0 || rowTrip[row] !== seen.tripKey[row])) {
      const onto = then < roads.laneCount ? then : roads.turnToLane[then - roads.laneCount];
      for (let loop = loops.firstOn[onto]; loop >= 0; loop = loops.nextOn[loop]) {
        const before = then !== onto || rowFrontM[row] < loops.atM[loop];
        if (before && rowEndM[row] >= loops.atM[loop]) state.lastSeconds[loop] = clockSeconds;
      }
    }
    rowTrack[row] = now;
    rowTrip[row] = now < 0 ? 0 : seen.tripKey[row];
    rowFrontM[row] = now < 0 ? 0 : seen.positionM[row];
    rowEndM[row] = now < 0 ? 0 : seen.destinationM[row];
  }
}

function changedLanes({ roads }: Network, { rowTrack }: LoopState, seen: Seen, row: number): boolean {
  const then = rowTrack[row];
  const now = seen.track[row];
  if (then < 0 || then === now || then >= roads.laneCount || now >= roads.laneCount) return false;
  return roads.laneEdge[then] === roads.laneEdge[now];
}

/** Who drove over the loop and then left its lane for the next one. */
function lookBeside(
  network: Network,
  state: LoopState,
  seen: Seen,
  track: number,
  atM: number,
  clockSeconds: number,
  stepSeconds: number,
): void {
  const { roads } = network;
  if (track >= roads.laneCount) return;
  const first = roads.edgeFirstLane[roads.laneEdge[track]];
  const end = first + roads.edgeLaneCount[roads.laneEdge[track]];
  for (let lane = Math.max(first, track - 1); lane < end && lane <= track + 1; lane++) {
    if (lane === track) continue;
    for (let row = seen.first[lane]; row >= 0 && seen.positionM[row] >= atM; row = seen.behind[row]) {
      if (state.rowTrack[row] !== track) continue;
      if (seen.positionM[row] - seen.sortLengthM[seen.sort[row]] <= atM) leftSeconds = clockSeconds;
      else take(seen, row, seen.positionM[row] - atM, clockSeconds, stepSeconds);
    }
  }
}

/** Who is past the track's end, `endM` beyond the loop, and may have his rear over it, or had until just now. */
function lookBeyond(
  network: Network,
  seen: Seen,
  track: number,
  endM: number,
  further: number,
  clockSeconds: number,
  stepSeconds: number,
): void {
  if (further === 0 || endM > FARTHEST_M) return;
  const { roads } = network;
  if (track >= roads.laneCount) {
    lookAlong(
      network,
      seen,
      roads.turnToLane[track - roads.laneCount],
      track,
      endM,
      further,
      clockSeconds,
      stepSeconds,
    );
    return;
  }
  for (let k = roads.laneTurnStart[track]; k < roads.laneTurnStart[track + 1]; k++) {
    lookAlong(network, seen, roads.laneCount + roads.laneTurns[k], track, endM, further, clockSeconds, stepSeconds);
  }
}

function lookAlong(
  network: Network,
  seen: Seen,
  track: number,
  from: number,
  startM: number,
  further: number,
  clockSeconds: number,
  stepSeconds: number,
): void {
  for (let row = seen.last[track]; row >= 0; row = seen.ahead[row]) {
    if (startM + seen.positionM[row] > FARTHEST_M) break;
    if (seen.trackBefore[row] === from) take(seen, row, startM + seen.positionM[row], clockSeconds, stepSeconds);
  }
  lookBeyond(network, seen, track, startM + network.roads.trackLengthM[track], further - 1, clockSeconds, stepSeconds);
}

/** A vehicle whose front is so far beyond the loop. */
function take(seen: Seen, row: number, frontM: number, clockSeconds: number, stepSeconds: number): void {
  const rearM = frontM - seen.sortLengthM[seen.sort[row]];
  if (rearM <= 0) {
    over = 1;
    return;
  }
  const movedM = seen.movedM[row];
  if (rearM > movedM) return;
  const at = clockSeconds - stepSeconds + timeToCover(movedM - rearM, movedM, seen.speedMps[row], stepSeconds);
  if (at > leftSeconds) leftSeconds = at;
}

/** The longest vehicle and the farthest that one moves in a step. */
const FARTHEST_M = 60;

/** Time into the step at which a part of its way was covered, at constant acceleration: from the way and the last speed. */
export function timeToCover(partM: number, movedM: number, lastMps: number, stepSeconds: number): number {
  const firstMps = (2 * movedM) / stepSeconds - lastMps;
  if (firstMps < 0) return (stepSeconds * partM) / movedM; // came to a stand within the step
  const acceleration = (lastMps - firstMps) / stepSeconds;
  const square = firstMps * firstMps + 2 * acceleration * partM;
  const mps = square > 0 ? Math.sqrt(square) : 0;
  return firstMps + mps > 0 ? Math.min(stepSeconds, (2 * partM) / (firstMps + mps)) : stepSeconds;
}
