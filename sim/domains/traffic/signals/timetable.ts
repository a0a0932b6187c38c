import type { Network } from '../network';
import type { Signals } from './signal-state';

/** Clock times are decided in whole milliseconds, so that sums of them are exact. */
export const toMs = (seconds: number): number => Math.round(seconds * 1_000);

let inPhaseMs = 0;

/** The phase that a signal's timetable has at that time; `sinceItBeganMs()` then says how long it has had it. */
export function phaseOnTimetable(signals: Signals, { roads }: Network, signal: number, nowMs: number): number {
  const cycleMs = toMs(signals.cycleSeconds[signal]);
  let inCycleMs = (nowMs - toMs(signals.offsetSeconds[signal])) % cycleMs;
  if (inCycleMs < 0) inCycleMs += cycleMs;
  let phase = roads.signalPhaseStart[signal];
  const last = roads.signalPhaseStart[signal + 1] - 1;
  while (phase < last && inCycleMs >= toMs(signals.phaseSeconds[phase]))
    inCycleMs -= toMs(signals.phaseSeconds[phase++]);
  inPhaseMs = inCycleMs;
  return phase;
}

export function sinceItBeganMs(): number {
  return inPhaseMs;
}

/** From now until the timetable next ends that phase. */
export function untilItsEndMs(
  signals: Signals,
  { roads }: Network,
  signal: number,
  phase: number,
  nowMs: number,
): number {
  const cycleMs = toMs(signals.cycleSeconds[signal]);
  let endMs = 0;
  for (let p = roads.signalPhaseStart[signal]; p <= phase; p++) endMs += toMs(signals.phaseSeconds[p]);
  const waitMs = (endMs + toMs(signals.offsetSeconds[signal]) - nowMs) % cycleMs;
  return waitMs < 0 ? waitMs + cycleMs : waitMs;
}
