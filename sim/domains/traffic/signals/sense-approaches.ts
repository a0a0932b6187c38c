/**
 * Signals that go by delay see everyone within reach of the stop line and count what each has lost since he came into
 * sight on his lane: time there, less what the same way takes at the speed that he may drive. The reach goes on upstream
 * while there is one way only, or one that leads straight on. After the behaviour of SUMO 1.15.
 */
import type { Network } from '../network';
import type { SignalLayout } from './layout';
import type { Seen } from './seen';
import { timeToCover } from './sense-loops';

export interface Approaches {
  readonly count: number;
  /** Approaches of leader s, one a lane: from start[s] to start[s + 1] − 1. */
  readonly start: Uint32Array;
  readonly lane: Int32Array;
  readonly rangeM: Float64Array;
  /** Tracks that approach a covers, from the stop line backwards: tracks[k], k from trackStart[a]; and where the line lies, measured from the beginning of each. */
  readonly trackStart: Uint32Array;
  readonly tracks: Int32Array;
  readonly lineAtM: Float64Array;
}

/**
 * Who is in sight of which approach, and what he has lost there: some places by row, for where junctions are near each
 * other, or lanes divide, one is in sight of several. `approach` is −1 in an empty place.
 */
export interface ApproachState {
  readonly approach: Int32Array;
  readonly trip: Uint32Array;
  readonly lostSeconds: Float64Array;
  /** Within a step: 1 where he still is in sight. */
  readonly fresh: Uint8Array;
}

/** More approaches than this see nobody at once; one beyond would not notice him. */
const PLACES = 8;
const DELAY_CONTROL = 2;

export function deriveApproaches(network: Network, layout: SignalLayout): Approaches {
  const { roads } = network;
  const count = roads.signalJunction.length;
  const start = new Uint32Array(count + 1);
  const lane: number[] = [];
  const rangeM: number[] = [];
  const trackStart = [0];
  const tracks: number[] = [];
  const lineAtM: number[] = [];
  for (let s = 0; s < count; s++) {
    start[s] = lane.length;
    if (roads.signalLeader[s] !== s || roads.signalControl[s] !== DELAY_CONTROL) continue;
    for (const from of layout.lanes.subarray(layout.laneStart[s], layout.laneStart[s + 1])) {
      lane.push(from);
      let reachM = 0;
      for (let track = from; track >= 0 && reachM < roads.signalRangeM[s]; track = before(network, track)) {
        reachM += roads.trackLengthM[track];
        tracks.push(track);
        lineAtM.push(reachM);
      }
      trackStart.push(tracks.length);
      rangeM.push(Math.min(reachM, roads.signalRangeM[s]));
    }
  }
  start[count] = lane.length;
  return {
    count: lane.length,
    start,
    lane: Int32Array.from(lane),
    rangeM: Float64Array.from(rangeM),
    trackStart: Uint32Array.from(trackStart),
    tracks: Int32Array.from(tracks),
    lineAtM: Float64Array.from(lineAtM),
  };
}

/** The track that leads here: of several the one that goes first, or else the one that comes most from straight behind. */
function before({ roads, feedStart, feedTurns }: Network, track: number): number {
  if (track >= roads.laneCount) return roads.turnFromLane[track - roads.laneCount];
  let best = -1;
  for (let k = feedStart[track]; k < feedStart[track + 1]; k++) {
    const turn = feedTurns[k];
    if (best < 0 || isBefore(roads, turn, best, track)) best = turn;
  }
  return best < 0 ? -1 : roads.laneCount + best;
}

function isBefore(roads: Network['roads'], turn: number, other: number, lane: number): boolean {
  const first = !yields(roads, turn, other);
  if (first === yields(roads, other, turn)) return first;
  return bend(roads, roads.turnFromLane[turn], lane) < bend(roads, roads.turnFromLane[other], lane);
}

function yields(roads: Network['roads'], turn: number, to: number): boolean {
  for (let k = roads.foeStart[turn]; k < roads.foeStart[turn + 1]; k++) {
    if (roads.foeTurn[k] === to) return roads.foeYield[k] !== 0;
  }
  return false;
}

/** 0 where two lanes set out in the same direction, 2 where in opposite ones. */
function bend(roads: Network['roads'], a: number, b: number): number {
  const [ax, ay] = headingOf(roads, a);
  const [bx, by] = headingOf(roads, b);
  return 1 - (ax * bx + ay * by);
}

function headingOf({ trackPoints, trackPointStart }: Network['roads'], track: number): [number, number] {
  const p = 2 * trackPointStart[track];
  const dx = trackPoints[p + 2] - trackPoints[p];
  const dy = trackPoints[p + 3] - trackPoints[p + 1];
  const lengthM = Math.sqrt(dx * dx + dy * dy);
  return [dx / lengthM, dy / lengthM];
}

export function createApproachState(approaches: Approaches, capacity: number): ApproachState {
  const places = approaches.count === 0 ? 0 : PLACES * capacity;
  return {
    approach: new Int32Array(places).fill(-1),
    trip: new Uint32Array(places),
    lostSeconds: new Float64Array(places),
    fresh: new Uint8Array(places),
  };
}

/** Counts the step just driven for everyone in sight; who has left the reach is forgotten. */
export function senseApproaches(
  state: ApproachState,
  approaches: Approaches,
  { roads }: Network,
  seen: Seen,
  stepSeconds: number,
): void {
  for (let a = 0; a < approaches.count; a++) {
    for (let k = approaches.trackStart[a]; k < approaches.trackStart[a + 1]; k++) {
      const track = approaches.tracks[k];
      const fromM = Math.max(0, approaches.lineAtM[k] - approaches.rangeM[a]);
      for (let row = seen.first[track]; row >= 0 && seen.positionM[row] >= fromM; row = seen.behind[row]) {
        addLoss(state, seen, row, a, seen.positionM[row] - fromM, stepSeconds);
      }
      if (track >= roads.laneCount || track === approaches.lane[a]) continue;
      // Who turns off on the way stays in sight until his rear has done so.
      for (let t = roads.laneTurnStart[track]; t < roads.laneTurnStart[track + 1]; t++) {
        const off = roads.laneCount + roads.laneTurns[t];
        for (let row = seen.last[off]; row >= 0 && isRearBehind(seen, row); row = seen.ahead[row]) {
          if (knows(state, row, a)) addLoss(state, seen, row, a, Number.POSITIVE_INFINITY, stepSeconds);
        }
      }
    }
  }
  const { approach, fresh } = state;
  for (let at = 0; at < approach.length; at++) {
    if (fresh[at] === 1) fresh[at] = 0;
    else if (approach[at] >= 0) {
      approach[at] = -1;
      state.trip[at] = 0;
      state.lostSeconds[at] = 0;
    }
  }
}

function addLoss(state: ApproachState, seen: Seen, row: number, a: number, inSightM: number, step: number): void {
  const at = placeOf(state, row, a);
  if (at < 0) return;
  const movedM = seen.movedM[row];
  const known = state.approach[at] === a && state.trip[at] === seen.tripKey[row];
  let withinS = step;
  if (!known) {
    state.approach[at] = a;
    state.trip[at] = seen.tripKey[row];
    state.lostSeconds[at] = 0;
    // Drove into sight within the step; or appeared there, by a change of lanes or at his beginning.
    withinS = inSightM < movedM ? step - timeToCover(movedM - inSightM, movedM, seen.speedMps[row], step) : 0;
  }
  state.fresh[at] = 1;
  const topMps = Math.min(seen.trackLimitMps[seen.track[row]] * seen.speedFactor[row], seen.sortTopMps[seen.sort[row]]);
  state.lostSeconds[at] += Math.max(0, (withinS * (topMps - movedM / step)) / topMps);
}

/** The row's place for that approach, or its first empty one; −1 where all are taken. */
function placeOf({ approach }: ApproachState, row: number, a: number): number {
  let empty = -1;
  for (let at = PLACES * row; at < PLACES * (row + 1); at++) {
    if (approach[at] === a) return at;
    if (approach[at] < 0 && empty < 0) empty = at;
  }
  return empty;
}

/** What a row has lost in sight of an approach. */
export function lostInSight(state: ApproachState, row: number, a: number): number {
  for (let at = PLACES * row; at < PLACES * (row + 1); at++) if (state.approach[at] === a) return state.lostSeconds[at];
  return 0;
}

function knows({ approach }: ApproachState, row: number, a: number): boolean {
  for (let at = PLACES * row; at < PLACES * (row + 1); at++) if (approach[at] === a) return true;
  return false;
}

/** Whether the rear of a vehicle is still before the beginning of the track that its front is on. */
export function isRearBehind(seen: Seen, row: number): boolean {
  return seen.positionM[row] <= seen.sortLengthM[seen.sort[row]];
}
