/** Vehicles counted turn by turn at the signals that are retimed from them. */
import type { Network } from '../network';
import { wanting } from './pressure-control';
import type { Seen } from './seen';
import type { Signals } from './signal-state';

/** Who is on a turn, or just beyond a short one, nearer to its beginning than he has moved, has passed its line just now. */
export function countPassing(signals: Signals, network: Network, seen: Seen): void {
  const { roads, signalTurnStart, signalTurns } = network;
  for (let s = 0; s < signals.phase.length; s++) {
    if (signals.retimeSeconds[roads.signalLeader[s]] === 0) continue;
    for (let k = signalTurnStart[s]; k < signalTurnStart[s + 1]; k++) {
      const turn = signalTurns[k];
      const track = roads.laneCount + turn;
      const lengthM = roads.trackLengthM[track];
      let row = seen.last[track];
      for (; row >= 0 && seen.positionM[row] < seen.movedM[row]; row = seen.ahead[row]) signals.passed[turn]++;
      if (row >= 0 || lengthM > FARTHEST_M) continue;
      for (let next = seen.last[roads.turnToLane[turn]]; next >= 0; next = seen.ahead[next]) {
        if (lengthM + seen.positionM[next] > FARTHEST_M) break;
        if (seen.trackBefore[next] === track && lengthM + seen.positionM[next] < seen.movedM[next])
          signals.passed[turn]++;
      }
    }
  }
}

/** The farthest that anyone moves in a step of a second. */
const FARTHEST_M = 60;

/** Begins a new count for a leader and those who switch with it. */
export function restartCount(signals: Signals, network: Network, seen: Seen, s: number, nowMs: number): void {
  const { signalTurnStart, signalTurns } = network;
  for (let m = signals.layout.memberStart[s]; m < signals.layout.memberStart[s + 1]; m++) {
    const member = signals.layout.members[m];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      signals.passed[signalTurns[k]] = 0;
      signals.queuedThen[signalTurns[k]] = wanting(network, seen, signalTurns[k]);
    }
  }
  signals.countedFromMs[s] = nowMs;
}

/** Vehicles an hour that have come for a turn since its count began: who passed, and by how many the queue has grown. */
export function flowPerHour(
  signals: Signals,
  network: Network,
  seen: Seen,
  s: number,
  turn: number,
  nowMs: number,
): number {
  const hours = (nowMs - signals.countedFromMs[s]) / 3_600_000;
  if (hours <= 0) return 0;
  const came = signals.passed[turn] + wanting(network, seen, turn) - signals.queuedThen[turn];
  return Math.max(0, came) / hours;
}

/** The same for all turns of a leader and those who switch with it. */
export function flowsOf(signals: Signals, network: Network, seen: Seen, s: number, nowMs: number): Map<number, number> {
  const { signalTurnStart, signalTurns } = network;
  const flows = new Map<number, number>();
  for (let m = signals.layout.memberStart[s]; m < signals.layout.memberStart[s + 1]; m++) {
    const member = signals.layout.members[m];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      flows.set(signalTurns[k], flowPerHour(signals, network, seen, s, signalTurns[k], nowMs));
    }
  }
  return flows;
}
