/** The way from one green to another that the program does not have: those who walk last, yellow, red, and then the other. */
import type { Network } from '../network';
import { takesGreen } from './display';
import { CLEARING_RED, CLEARING_YELLOW, type Signals, STEADY } from './signal-state';
import { toMs } from './timetable';

/** Sets out for another stage; the least green has been given. */
export function leaveFor(signals: Signals, network: Network, s: number, stage: number, nowMs: number): void {
  signals.towards[s] = stage;
  if (signals.phase[s] < signals.layout.stageLast[signals.phase[s]]) {
    signals.phase[s]++;
    signals.beganMs[s] = nowMs;
  } else startClearing(signals, network, s, nowMs);
}

function startClearing(signals: Signals, network: Network, s: number, nowMs: number): void {
  if (takesGreen(network, signals, s, signals.towards[s])) {
    signals.clearing[s] = CLEARING_YELLOW;
    signals.beganMs[s] = nowMs;
  } else arrive(signals, s, nowMs);
}

function arrive(signals: Signals, s: number, nowMs: number): void {
  signals.phase[s] = signals.towards[s];
  signals.beganMs[s] = nowMs;
  signals.towards[s] = -1;
  signals.clearing[s] = STEADY;
  signals.decideMs[s] = nowMs + toMs(signals.layout.leastGreenSeconds[signals.phase[s]]);
}

/** Goes on with what has been set out for; answers whether the signal is still on its way. */
export function clear(signals: Signals, network: Network, s: number, nowMs: number): boolean {
  if (signals.towards[s] < 0) return false;
  const { layout } = signals;
  const phase = signals.phase[s];
  const lastedMs = nowMs - signals.beganMs[s];
  if (signals.clearing[s] === STEADY) {
    const leastMs = toMs(layout.leastGreenSeconds[phase]);
    if (lastedMs >= leastMs) leaveFor(signals, network, s, signals.towards[s], nowMs);
    else signals.phaseLeftSeconds[s] = (leastMs - lastedMs) / 1_000;
  }
  if (signals.clearing[s] === CLEARING_YELLOW) {
    const yellowMs = toMs(layout.clearYellowSeconds[phase]);
    const leftMs = yellowMs - (nowMs - signals.beganMs[s]);
    if (leftMs > 0) signals.phaseLeftSeconds[s] = leftMs / 1_000;
    else {
      signals.clearing[s] = CLEARING_RED;
      signals.beganMs[s] += yellowMs;
    }
  }
  if (signals.clearing[s] === CLEARING_RED) {
    const leftMs = toMs(layout.clearRedSeconds[phase]) - (nowMs - signals.beganMs[s]);
    if (leftMs > 0) signals.phaseLeftSeconds[s] = leftMs / 1_000;
    else arrive(signals, s, nowMs);
  }
  return signals.towards[s] >= 0;
}
