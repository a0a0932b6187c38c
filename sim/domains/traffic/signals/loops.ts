import type { Network } from '../network';
import type { SignalLayout } from './layout';
import { GREEN, isGreen, shownIn } from './shown';

/**
 * Induction loops of signals that go by gaps, one a lane, and which phase each may stretch. After the description in
 * SUMO's documentation and the behaviour of its version 1.15: a loop lies `detectorGap` seconds at the limit before the
 * stop line, but no farther than the shortest green lets through, upstream of its lane if need be where there is one way
 * only, and no other signal. A phase hears a loop when all ways from its lane are free in it.
 */
export interface Loops {
  readonly count: number;
  /** Loops of leader s: from start[s] to start[s + 1] − 1. */
  readonly start: Uint32Array;
  /** The lane whose stop line it serves; where it lies: a lane or a turn, and how far along. */
  readonly lane: Int32Array;
  readonly track: Int32Array;
  readonly atM: Float64Array;
  readonly maxGapSeconds: Float64Array;
  /** Loops on a track: the first, and the next after each; −1 where there is none. */
  readonly firstOn: Int32Array;
  readonly nextOn: Int32Array;
  /** Loops that phase p hears: phaseLoops[k], k from phaseLoopStart[p]. */
  readonly phaseLoopStart: Uint32Array;
  readonly phaseLoops: Uint32Array;
}

const GAP_CONTROL = 1;
const U_TURN = 3;
/** Room of a vehicle in a queue, and half a vehicle more than the shortest green lets through: SUMO's figures. */
const QUEUED_M = 7.5;
const MOTOR_BITS = 0b1111;

interface Way {
  readonly turn: number;
  readonly lane: number;
  /** Member of those that switch as one, and place in its letters: together the link that SUMO speaks of. */
  readonly member: number;
  readonly index: number;
}

export function deriveLoops(network: Network, layout: SignalLayout): Loops {
  const { roads } = network;
  const count = roads.signalJunction.length;
  const start = new Uint32Array(count + 1);
  const lane: number[] = [];
  const track: number[] = [];
  const atM: number[] = [];
  const maxGapSeconds: number[] = [];
  const heard: number[][] = Array.from({ length: roads.phaseSeconds.length }, () => []);
  for (let s = 0; s < count; s++) {
    start[s] = lane.length;
    if (roads.signalLeader[s] !== s || roads.signalControl[s] !== GAP_CONTROL) continue;
    const ways = waysOf(network, layout, s);
    const loopOf = new Map<number, number>();
    for (const way of ways) {
      if (loopOf.has(way.lane)) continue;
      const leastSeconds = shortestGreen(network, s, ways, way.lane);
      if (leastSeconds === Number.POSITIVE_INFINITY) continue;
      loopOf.set(way.lane, lane.length);
      const placed = place(network, s, way.lane, leastSeconds);
      lane.push(way.lane);
      track.push(placed.track);
      atM.push(placed.atM);
      const own = roads.laneMaxGapSeconds[way.lane];
      maxGapSeconds.push(Number.isNaN(own) ? roads.signalMaxGapSeconds[s] : own);
    }
    for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
      if (isActuated(roads, p)) heard[p] = hearing(network, s, p, ways, loopOf);
    }
  }
  start[count] = lane.length;
  const phaseLoopStart = new Uint32Array(heard.length + 1);
  for (let p = 0; p < heard.length; p++) phaseLoopStart[p + 1] = phaseLoopStart[p] + heard[p].length;
  const firstOn = new Int32Array(roads.trackCount).fill(-1);
  const nextOn = Int32Array.from(track, (on, loop) => {
    const next = firstOn[on];
    firstOn[on] = loop;
    return next;
  });
  return {
    firstOn,
    nextOn,
    count: lane.length,
    start,
    lane: Int32Array.from(lane),
    track: Int32Array.from(track),
    atM: Float64Array.from(atM),
    maxGapSeconds: Float64Array.from(maxGapSeconds),
    phaseLoopStart,
    phaseLoops: Uint32Array.from(heard.flat()),
  };
}

/** All ways that obey leader s and those who switch with it. */
function waysOf({ roads, signalTurnStart, signalTurns }: Network, layout: SignalLayout, s: number): Way[] {
  const ways: Way[] = [];
  for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) {
    const member = layout.members[m];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      const turn = signalTurns[k];
      ways.push({ turn, lane: roads.turnFromLane[turn], member, index: roads.turnSignalIndex[turn] });
    }
  }
  return ways;
}

function shownTo(roads: Network['roads'], s: number, phase: number, way: Way): number {
  return shownIn(roads, roads.signalPhaseStart[way.member] + phase - roads.signalPhaseStart[s], way.index);
}

function isActuated(roads: Network['roads'], phase: number): boolean {
  return roads.phaseMinSeconds[phase] !== roads.phaseMaxSeconds[phase];
}

/** Of the phases that may be stretched and give green to the lane, the shortest; infinite where there is none. */
function shortestGreen({ roads }: Network, s: number, ways: readonly Way[], lane: number): number {
  let seconds = Number.POSITIVE_INFINITY;
  for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
    if (!isActuated(roads, p)) continue;
    if (ways.some((way) => way.lane === lane && isGreen(shownTo(roads, s, p, way)))) {
      seconds = Math.min(seconds, roads.phaseMinSeconds[p]);
    }
  }
  return seconds;
}

function place({ roads, feedStart, feedTurns }: Network, s: number, lane: number, leastSeconds: number) {
  const beforeM = Math.min(
    roads.signalDetectorGapSeconds[s] * roads.trackSpeedMps[lane],
    (leastSeconds / roads.signalPassingSeconds[s] + 0.5) * QUEUED_M,
  );
  let track = lane;
  let atM = roads.trackLengthM[lane] - beforeM;
  while (atM < 0) {
    if (track >= roads.laneCount) track = roads.turnFromLane[track - roads.laneCount];
    else {
      const turn = feedStart[track + 1] - feedStart[track] === 1 ? feedTurns[feedStart[track]] : -1;
      if (turn < 0 || roads.turnSignalIndex[turn] >= 0) break; // not past another way in, nor another signal
      track = roads.laneCount + turn;
    }
    atM += roads.trackLengthM[track];
  }
  return { track, atM: Math.max(0, atM) };
}

function hearing(
  network: Network,
  s: number,
  phase: number,
  ways: readonly Way[],
  loopOf: ReadonlyMap<number, number>,
): number[] {
  const { roads } = network;
  const free = new Set(ways.filter((way) => countsAsFree(network, s, phase, way, ways)));
  // Ways of one place in the letters are one link: free if one of them is.
  const link = (way: Way) => `${way.member} ${way.index}`;
  const freeLinks = new Set([...free].map(link));
  const allFree = (lane: number) => ways.every((way) => way.lane !== lane || freeLinks.has(link(way)));
  const heard: number[] = [];
  for (const [lane, loop] of loopOf) {
    if (!allFree(lane)) continue;
    let usable = true;
    for (let k = roads.laneTurnStart[lane]; k < roads.laneTurnStart[lane + 1]; k++) {
      const turn = roads.laneTurns[k];
      if (roads.turnDirection[turn] === U_TURN) continue;
      // Where signals switch as one, who has passed the first must not stand at the second.
      const beyond = roads.turnToLane[turn];
      if (loopOf.has(beyond) && !allFree(beyond)) usable = false;
    }
    if (usable) heard.push(loop);
  }
  return heard;
}

/** Green that goes first; and green that yields where the way never goes first and stands beside one that does, or on the only lane. */
function countsAsFree(network: Network, s: number, phase: number, way: Way, ways: readonly Way[]): boolean {
  const { roads } = network;
  const shown = shownTo(roads, s, phase, way);
  if (shown === GREEN) return true;
  if (!isGreen(shown)) return false;
  const link = ways.filter((each) => each.member === way.member && each.index === way.index);
  if (link.some((each) => isOnlyLane(roads, each.lane))) return true;
  const uTurn = link.every((each) => roads.turnDirection[each.turn] === U_TURN);
  let everFirst = false;
  for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
    if (shownTo(roads, s, p, way) === GREEN) everFirst = true;
  }
  if (everFirst && !uTurn) return false;
  return ways.some((each) => link.some(({ lane }) => lane === each.lane) && shownTo(roads, s, phase, each) === GREEN);
}

function isOnlyLane(roads: Network['roads'], lane: number): boolean {
  const edge = roads.laneEdge[lane];
  const first = roads.edgeFirstLane[edge];
  let motor = 0;
  for (let each = first; each < first + roads.edgeLaneCount[edge]; each++) {
    if ((roads.laneAllows[each] & MOTOR_BITS) !== 0) motor++;
  }
  return motor === 1;
}
