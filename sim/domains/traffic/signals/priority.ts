/**
 * Who is coming that the signal should favour: the most important, then the first to arrive. Seen on the lanes before
 * the stop line only, within the signal's reach. A bus is favoured once a cycle, so that the others get theirs;
 * an emergency vehicle always, and straight away: its stage comes next whatever the program's order. On its way home it
 * is one vehicle among the others.
 */
import type { Network } from '../network';
import { AT_EASE } from '../vehicles';
import type { Seen } from './seen';
import { isGreen, shownIn } from './shown';
import type { Signals } from './signal-state';
import { toMs } from './timetable';

export const NOBODY = 0;
export const BUS = 1;
export const EMERGENCY = 2;

const EMERGENCY_KIND = 3;
/** He is on his way, so he will be about as fast as one may, even if he stands now. */
const SHARE_OF_LIMIT = 0.6;
/** For so much of a cycle, and again after a whole one. */
const FAVOURED_SHARE = 0.5;

export function seePriority(signals: Signals, network: Network, seen: Seen, s: number, nowMs: number): void {
  const { roads } = network;
  const { layout } = signals;
  signals.wanted[s] = -1;
  signals.wantedBy[s] = NOBODY;
  let bits = 0;
  for (let m = layout.memberStart[s]; m < layout.memberStart[s + 1]; m++) bits |= signals.priority[layout.members[m]];
  if (bits === 0) return;
  for (let k = layout.laneStart[s]; k < layout.laneStart[s + 1]; k++) {
    const lane = layout.lanes[k];
    const limitMps = seen.trackLimitMps[lane];
    for (let row = seen.first[lane]; row >= 0; row = seen.behind[row]) {
      const toLineM = roads.trackLengthM[lane] - seen.positionM[row];
      if (toLineM > roads.signalPriorityM[s]) break;
      if (((bits >> seen.kind[row]) & 1) === 0 || seen.nextTurn[row] < 0) continue;
      if ((seen.flags[row] & AT_EASE) !== 0) continue;
      const by = seen.kind[row] === EMERGENCY_KIND ? EMERGENCY : BUS;
      if (by === BUS && !mayBeFavoured(signals, s, nowMs)) continue;
      const stage = stageServing(signals, network, s, seen.nextTurn[row]);
      const inMs = toMs(toLineM / Math.max(seen.speedMps[row], SHARE_OF_LIMIT * limitMps));
      if (stage < 0 || by < signals.wantedBy[s] || (by === signals.wantedBy[s] && inMs >= signals.wantedMs[s]))
        continue;
      signals.wanted[s] = stage;
      signals.wantedBy[s] = by;
      signals.wantedMs[s] = inMs;
    }
  }
}

function mayBeFavoured(signals: Signals, s: number, nowMs: number): boolean {
  if (signals.favoured[s] === 0) return true;
  const sinceMs = nowMs - signals.favouredMs[s];
  const cycleMs = toMs(signals.cycleSeconds[s]);
  return sinceMs >= cycleMs || sinceMs <= FAVOURED_SHARE * cycleMs;
}

/** Notes that the course of a signal is changed for someone; once for all the steps that it takes. */
export function favour(signals: Signals, s: number, nowMs: number): void {
  const sinceMs = nowMs - signals.favouredMs[s];
  if (signals.favoured[s] > 0 && sinceMs <= FAVOURED_SHARE * toMs(signals.cycleSeconds[s])) return;
  signals.favoured[s]++;
  signals.favouredMs[s] = nowMs;
}

/** First phase of the stage that gives the turn green: the one that is on, else the next in the program; −1 none does. */
export function stageServing(signals: Signals, { roads }: Network, s: number, turn: number): number {
  const member = roads.junctionSignal[roads.turnJunction[turn]];
  const index = roads.turnSignalIndex[turn];
  if (member < 0 || index < 0) return -1;
  const first = roads.signalPhaseStart[s];
  const count = roads.signalPhaseStart[s + 1] - first;
  const shift = roads.signalPhaseStart[member] - first;
  const from = signals.phase[s] - first;
  for (let k = 0; k < count; k++) {
    const phase = first + ((from + k) % count);
    if (signals.layout.phaseIsGreen[phase] === 1 && isGreen(shownIn(roads, phase + shift, index))) {
      return signals.layout.stageFirst[phase];
    }
  }
  return -1;
}
