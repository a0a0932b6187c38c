/**
 * By pressure (Varaiya 2013, Transportation Research C 36): of all stages the one is served whose turns have the most
 * waiting before them and the least beyond. A turn's pressure is the number of vehicles that want to take it, less the
 * mean number on a lane of the road that it leads to. Decided anew at the end of the least green and every few seconds
 * from then on. Nobody waits without end: a turn with traffic, or a crossing, that has gone unserved for longer than the
 * signal allows comes first (an upper bound as in the cyclic variants of the method).
 */
import type { Network } from '../network';
import { clear, leaveFor } from './clearance';
import { following } from './gap-control';
import { BUS, EMERGENCY, favour } from './priority';
import type { Seen } from './seen';
import { GREEN, isGreen, shownIn } from './shown';
import type { Signals } from './signal-state';
import { toMs } from './timetable';

/** A change loses about so many vehicles' time: the other stage must have more than this on the one that is on. */
const WORTH_CHANGING = 1;

export function stepByPressure(signals: Signals, network: Network, seen: Seen, s: number, nowMs: number): void {
  const { roads } = network;
  noteServed(signals, s, nowMs);
  if (clear(signals, network, s, nowMs)) return;
  const phase = signals.phase[s];
  const lastedMs = nowMs - signals.beganMs[s];
  if (signals.layout.phaseIsGreen[phase] === 0) {
    // In the program's own clearance, as it was begun.
    const leftMs = toMs(roads.phaseSeconds[phase]) - lastedMs;
    signals.phaseLeftSeconds[s] = leftMs / 1_000;
    if (leftMs > 0) return;
    signals.phase[s] = following(network, s, phase);
    signals.beganMs[s] = nowMs;
    signals.decideMs[s] = nowMs + toMs(signals.layout.leastGreenSeconds[signals.phase[s]]);
    return;
  }
  const urgent = signals.wantedBy[s] === EMERGENCY && lastedMs >= toMs(signals.layout.leastGreenSeconds[phase]);
  if (nowMs >= signals.decideMs[s] || urgent) {
    const stage = chooseStage(signals, network, seen, s, nowMs);
    if (stage !== signals.layout.stageFirst[phase]) {
      leaveFor(signals, network, s, stage, nowMs);
      clear(signals, network, s, nowMs);
      return;
    }
    signals.decideMs[s] = nowMs + toMs(roads.signalEverySeconds[s]);
  }
  signals.phaseLeftSeconds[s] = (signals.decideMs[s] - nowMs) / 1_000;
}

/** Times of service, by stage and by crossing. */
function noteServed(signals: Signals, s: number, nowMs: number): void {
  const { layout } = signals;
  const phase = signals.phase[s];
  if (layout.phaseIsGreen[phase] === 1 && signals.clearing[s] === 0) signals.servedMs[layout.stageFirst[phase]] = nowMs;
  for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) {
    const member = layout.members[m];
    for (let k = layout.crossingStart[member]; k < layout.crossingStart[member + 1]; k++) {
      if (signals.walk[layout.crossings[k]] === GREEN) signals.walkedMs[layout.crossings[k]] = nowMs;
    }
  }
}

function chooseStage(signals: Signals, network: Network, seen: Seen, s: number, nowMs: number): number {
  const { roads } = network;
  const { layout } = signals;
  if (signals.wantedBy[s] >= BUS) {
    favour(signals, s, nowMs);
    return signals.wanted[s];
  }
  const now = layout.stageFirst[signals.phase[s]];
  let best = now;
  let most = pressureOf(signals, network, seen, s, now) + WORTH_CHANGING;
  let overdue = -1;
  let longestMs = toMs(roads.signalMostWaitSeconds[s]);
  for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
    if (layout.stageFirst[p] !== p || p === now) continue;
    const unservedMs = longestUnserved(signals, network, seen, s, p, nowMs);
    if (unservedMs > longestMs) {
      overdue = p;
      longestMs = unservedMs;
    }
    const pressure = pressureOf(signals, network, seen, s, p);
    if (pressure > most) {
      best = p;
      most = pressure;
    }
  }
  return overdue >= 0 ? overdue : best;
}

function pressureOf(signals: Signals, network: Network, seen: Seen, s: number, stage: number): number {
  const { roads, signalTurnStart, signalTurns } = network;
  const { layout } = signals;
  let sum = 0;
  for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) {
    const member = layout.members[m];
    const phase = stage + roads.signalPhaseStart[member] - roads.signalPhaseStart[s];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      const turn = signalTurns[k];
      if (!isGreen(shownIn(roads, phase, roads.turnSignalIndex[turn]))) continue;
      const waiting = wanting(network, seen, turn);
      if (waiting === 0) continue; // nobody to serve: no room beyond can make it worth less
      sum += waiting - meanOnLanes(network, seen, roads.laneEdge[roads.turnToLane[turn]]);
    }
  }
  return sum;
}

/** Vehicles on its lane that want to take the turn. */
export function wanting({ roads }: Network, seen: Seen, turn: number): number {
  let count = 0;
  for (let row = seen.first[roads.turnFromLane[turn]]; row >= 0; row = seen.behind[row]) {
    if (seen.nextTurn[row] === turn) count++;
  }
  return count;
}

function meanOnLanes({ roads }: Network, seen: Seen, edge: number): number {
  const first = roads.edgeFirstLane[edge];
  let count = 0;
  for (let lane = first; lane < first + roads.edgeLaneCount[edge]; lane++) {
    for (let row = seen.first[lane]; row >= 0; row = seen.behind[row]) count++;
  }
  return count / roads.edgeLaneCount[edge];
}

/** Longest time that a turn with traffic, or a crossing with a call, of that stage has seen no green. */
function longestUnserved(
  signals: Signals,
  network: Network,
  seen: Seen,
  s: number,
  stage: number,
  nowMs: number,
): number {
  const { roads, signalTurnStart, signalTurns } = network;
  const { layout } = signals;
  let longestMs = 0;
  for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) {
    const member = layout.members[m];
    const shift = roads.signalPhaseStart[member] - roads.signalPhaseStart[s];
    for (let k = signalTurnStart[member]; k < signalTurnStart[member + 1]; k++) {
      const turn = signalTurns[k];
      if (!isGreen(shownIn(roads, stage + shift, roads.turnSignalIndex[turn]))) continue;
      if (seen.first[roads.turnFromLane[turn]] < 0) continue;
      const unservedMs = nowMs - turnServedMs(signals, network, s, shift, roads.turnSignalIndex[turn]);
      if (unservedMs > longestMs && wanting(network, seen, turn) > 0) longestMs = unservedMs;
    }
    for (let k = layout.crossingStart[member]; k < layout.crossingStart[member + 1]; k++) {
      const crossing = layout.crossings[k];
      if (signals.walkCalls[crossing] === 0) continue;
      if (!isGreen(shownIn(roads, stage + shift, roads.crossingSignalIndex[crossing]))) continue;
      longestMs = Math.max(longestMs, nowMs - signals.walkedMs[crossing]);
    }
  }
  return longestMs;
}

function turnServedMs(signals: Signals, { roads }: Network, s: number, shift: number, index: number): number {
  let lastMs = Number.NEGATIVE_INFINITY;
  for (let p = roads.signalPhaseStart[s]; p < roads.signalPhaseStart[s + 1]; p++) {
    if (signals.layout.stageFirst[p] !== p || !isGreen(shownIn(roads, p + shift, index))) continue;
    if (signals.servedMs[p] > lastMs) lastMs = signals.servedMs[p];
  }
  return lastMs;
}
