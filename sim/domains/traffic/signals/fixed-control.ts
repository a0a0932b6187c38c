/**
 * Fixed times. A signal shows what its timetable says; for someone with priority, or under a new timetable, it leaves
 * that, and comes back to it phase by phase: it waits for the timetable where that is soon, and otherwise gives each
 * green its least, so that it catches up. It never cuts a yellow, a least green or the time of those who walk.
 */
import type { Network } from '../network';
import { clear, leaveFor } from './clearance';
import { following } from './gap-control';
import { EMERGENCY, favour, NOBODY } from './priority';
import type { Signals } from './signal-state';
import { phaseOnTimetable, sinceItBeganMs, toMs, untilItsEndMs } from './timetable';

/** A green waits for its timetable for so much of a cycle, beyond its own time. */
const WAITS_SHARE = 0.3;
/** An emergency vehicle's green is held for longer than a bus's. */
const EMERGENCY_HOLD_S = 60;

export function stepFixed(signals: Signals, network: Network, s: number, nowMs: number, stepMs: number): void {
  if (signals.onTime[s] === 1) {
    const phase = phaseOnTimetable(signals, network, s, nowMs);
    // Since it really began, where it came back to its timetable in the middle of a phase.
    if (phase !== signals.phase[s]) signals.beganMs[s] = nowMs - sinceItBeganMs();
    signals.phase[s] = phase;
    signals.phaseLeftSeconds[s] = (toMs(signals.phaseSeconds[phase]) - sinceItBeganMs()) / 1_000;
    if (signals.wantedBy[s] === NOBODY || servesInTime(signals, network, s, nowMs)) return;
    signals.onTime[s] = 0;
  }
  if (clear(signals, network, s, nowMs)) return;
  const phase = signals.phase[s];
  const lastedMs = nowMs - signals.beganMs[s];
  const leftMs = lastsMs(signals, network, s, nowMs, stepMs) - lastedMs;
  if (leftMs <= 0) {
    if (signals.wantedBy[s] === EMERGENCY && signals.layout.phaseIsGreen[phase] === 1) {
      leaveFor(signals, network, s, signals.wanted[s], nowMs);
      clear(signals, network, s, nowMs);
      return;
    }
    signals.phase[s] = following(network, s, phase);
    signals.beganMs[s] = nowMs;
    signals.phaseLeftSeconds[s] = toMs(signals.phaseSeconds[signals.phase[s]]) / 1_000;
  } else signals.phaseLeftSeconds[s] = leftMs / 1_000;
  if (signals.wantedBy[s] === NOBODY && isBack(signals, network, s, nowMs, stepMs)) signals.onTime[s] = 1;
}

/** Whether who is coming finds his green, if the timetable is followed. */
function servesInTime(signals: Signals, network: Network, s: number, nowMs: number): boolean {
  const { layout } = signals;
  const phase = signals.phase[s];
  const stage = signals.wanted[s];
  const inStage = layout.stageFirst[phase] === stage;
  if (inStage) {
    const endsMs = untilItsEndMs(signals, network, s, layout.stageLast[stage], nowMs);
    return signals.wantedMs[s] <= endsMs;
  }
  const lengthMs = stageMs(signals, stage);
  const startsMs = untilItsEndMs(signals, network, s, layout.stageLast[stage], nowMs) - lengthMs;
  return signals.wantedMs[s] >= startsMs && startsMs >= 0;
}

function stageMs({ layout, phaseSeconds }: Signals, stage: number): number {
  let ms = 0;
  for (let p = stage; p <= layout.stageLast[stage]; p++) ms += toMs(phaseSeconds[p]);
  return ms;
}

/** How long the phase that is on is to last in all. */
function lastsMs(signals: Signals, network: Network, s: number, nowMs: number, stepMs: number): number {
  const { layout } = signals;
  const phase = signals.phase[s];
  const ownMs = toMs(signals.phaseSeconds[phase]);
  if (layout.phaseIsGreen[phase] === 0) return ownMs;
  const leastMs = toMs(layout.leastGreenSeconds[phase]);
  if (signals.wantedBy[s] !== NOBODY) {
    favour(signals, s, nowMs);
    if (layout.stageFirst[phase] !== signals.wanted[s]) return leastMs;
    if (phase < layout.stageLast[phase]) return ownMs;
    const holdS = signals.wantedBy[s] === EMERGENCY ? EMERGENCY_HOLD_S : network.roads.signalPriorityHoldSeconds[s];
    return ownMs + toMs(holdS);
  }
  const lastedMs = nowMs - signals.beganMs[s];
  const cycleMs = toMs(signals.cycleSeconds[s]);
  let waitMs = untilItsEndMs(signals, network, s, phase, nowMs);
  if (waitMs > cycleMs - stepMs) waitMs = 0; // the end lay within the step before
  const soon = lastedMs + waitMs <= ownMs + WAITS_SHARE * cycleMs;
  return soon && lastedMs + waitMs >= leastMs ? lastedMs + waitMs : leastMs;
}

function isBack(signals: Signals, network: Network, s: number, nowMs: number, stepMs: number): boolean {
  const phase = signals.phase[s];
  if (signals.towards[s] >= 0 || phaseOnTimetable(signals, network, s, nowMs) !== phase) return false;
  const lastedMs = nowMs - signals.beganMs[s];
  const sinceMs = sinceItBeganMs();
  if (signals.layout.phaseIsGreen[phase] === 0) return Math.abs(sinceMs - lastedMs) < stepMs;
  const leftMs = toMs(signals.phaseSeconds[phase]) - sinceMs;
  return lastedMs + leftMs >= toMs(signals.layout.leastGreenSeconds[phase]);
}
