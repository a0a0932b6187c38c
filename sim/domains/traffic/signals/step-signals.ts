/** One step of all signals, before anybody drives: what they see, what they decide, what they show. */
import type { Network } from '../network';
import { clear, leaveFor } from './clearance';
import { countPassing } from './counts';
import { decideByDelay } from './delay-control';
import { display } from './display';
import { stepFixed } from './fixed-control';
import { decideByGaps } from './gap-control';
import { stepByPressure } from './pressure-control';
import { EMERGENCY, favour, NOBODY, seePriority } from './priority';
import { retimeWhereDue } from './retime';
import type { Seen } from './seen';
import { senseApproaches } from './sense-approaches';
import { senseLoops } from './sense-loops';
import { BY_DELAY, BY_PRESSURE, FIXED, type Signals } from './signal-state';
import { phaseOnTimetable, sinceItBeganMs, toMs } from './timetable';

/** A signal with less than this share of its supply shows nothing. */
const DARK_BELOW = 0.5;

export function stepSignals(
  signals: Signals,
  network: Network,
  seen: Seen,
  clockSeconds: number,
  stepSeconds: number,
  supply: ArrayLike<number> | null,
): void {
  const nowMs = toMs(clockSeconds);
  const stepMs = toMs(stepSeconds);
  const count = signals.phase.length;
  senseLoops(signals.loops, signals.loopPlaces, network, seen, clockSeconds, stepSeconds);
  senseApproaches(signals.approaches, signals.approachPlaces, network, seen, stepSeconds);
  countPassing(signals, network, seen);
  retimeWhereDue(signals, network, seen, nowMs);
  takeSupply(signals, supply);
  for (let s = 0; s < count; s++) {
    if (network.roads.signalLeader[s] !== s) continue;
    if (signals.phase[s] < 0) begin(signals, network, s, nowMs);
    seePriority(signals, network, seen, s, nowMs);
    const control = signals.control[s];
    if (control === FIXED) stepFixed(signals, network, s, nowMs, stepMs);
    else if (control === BY_PRESSURE) stepByPressure(signals, network, seen, s, nowMs);
    else stepActuated(signals, network, seen, s, nowMs);
    display(signals, network, s);
  }
}

/** Shows what follows from the clock alone, as at the beginning of a run, or from what has been loaded. */
export function showSignals(
  signals: Signals,
  network: Network,
  clockSeconds: number,
  supply: ArrayLike<number> | null,
): void {
  const nowMs = toMs(clockSeconds);
  takeSupply(signals, supply);
  for (let s = 0; s < signals.phase.length; s++) {
    if (network.roads.signalLeader[s] !== s) continue;
    if (signals.phase[s] < 0) begin(signals, network, s, nowMs);
    signals.wantedBy[s] = NOBODY;
    if (signals.control[s] === FIXED && signals.onTime[s] === 1) stepFixed(signals, network, s, nowMs, 0);
    display(signals, network, s);
  }
}

function takeSupply({ dark }: Signals, supply: ArrayLike<number> | null): void {
  for (let s = 0; s < dark.length; s++) dark[s] = supply !== null && supply[s] < DARK_BELOW ? 1 : 0;
}

/** A program begins where its timetable is; one that goes by vehicles takes that phase as just begun. */
function begin(signals: Signals, network: Network, s: number, nowMs: number): void {
  const { roads } = network;
  const { start } = signals.loopPlaces;
  const phase = phaseOnTimetable(signals, network, s, nowMs);
  const freeRunning =
    signals.control[s] !== FIXED ||
    roads.phaseNextStart[roads.signalPhaseStart[s + 1]] > roads.phaseNextStart[roads.signalPhaseStart[s]];
  signals.phase[s] = phase;
  signals.onTime[s] = freeRunning ? 0 : 1;
  signals.beganMs[s] = signals.control[s] === FIXED ? nowMs - sinceItBeganMs() : nowMs;
  signals.decideMs[s] = nowMs + toMs(roads.phaseMinSeconds[phase]);
  signals.servedMs.fill(nowMs, roads.signalPhaseStart[s], roads.signalPhaseStart[s + 1]);
  signals.loops.servedMs.fill(nowMs, start[s], start[s + 1]);
  signals.countedFromMs[s] = nowMs;
  for (let m = signals.layout.memberStart[s]; m < signals.layout.memberStart[s + 1]; m++) {
    const member = signals.layout.members[m];
    for (let k = signals.layout.crossingStart[member]; k < signals.layout.crossingStart[member + 1]; k++) {
      signals.walkedMs[signals.layout.crossings[k]] = nowMs;
    }
  }
}

function stepActuated(signals: Signals, network: Network, seen: Seen, s: number, nowMs: number): void {
  const { layout } = signals;
  if (clear(signals, network, s, nowMs)) return;
  const phase = signals.phase[s];
  const lastedMs = nowMs - signals.beganMs[s];
  const serves = layout.stageFirst[phase] === signals.wanted[s];
  const most = network.roads.phaseMaxSeconds[phase] + network.roads.signalPriorityHoldSeconds[s];
  const held = signals.wantedBy[s] !== NOBODY && serves && lastedMs < toMs(most);
  if (signals.wantedBy[s] !== NOBODY && layout.phaseIsGreen[phase] === 1) {
    favour(signals, s, nowMs);
    if (!serves && lastedMs >= toMs(layout.leastGreenSeconds[phase])) {
      if (signals.wantedBy[s] === EMERGENCY) {
        leaveFor(signals, network, s, signals.wanted[s], nowMs);
        clear(signals, network, s, nowMs);
        return;
      }
      signals.decideMs[s] = Math.min(signals.decideMs[s], nowMs);
    }
  }
  while (nowMs >= signals.decideMs[s]) {
    const inMs =
      signals.control[s] === BY_DELAY
        ? decideByDelay(signals, network, seen, s, nowMs, held)
        : decideByGaps(signals, network, s, nowMs, held);
    // A decision due within the step before counts from when it was due.
    signals.decideMs[s] += Math.max(1, inMs);
  }
  signals.phaseLeftSeconds[s] = (signals.decideMs[s] - nowMs) / 1_000;
}
