/**
 * Actuated by gaps, as SUMO 1.15 decides: a green phase goes on while a loop that it hears has seen someone within the
 * largest gap, in whole seconds, until the last one seen has reached the stop line, within the phase's bounds. Where
 * several phases may follow, each second the one whose loops have most to say comes next; a loop unserved for long
 * counts its waiting.
 *
 * Left out: conditions and functions in the program's own language, bounds by link, ends tied to a second of the cycle.
 */
import type { Network } from '../network';
import type { Signals } from './signal-state';
import { toMs } from './timetable';

/** What a loop of the phase that is on counts against one of another. */
const SERVED_NOW = 10;
const SECOND_MS = 1_000;

/** Ends or prolongs the phase of a leader; answers in how many milliseconds it decides again. */
export function decideByGaps(signals: Signals, network: Network, s: number, nowMs: number, held: boolean): number {
  const { roads } = network;
  const phase = signals.phase[s];
  const lastedMs = nowMs - signals.beganMs[s];
  const choices = roads.phaseNextStart[phase + 1] - roads.phaseNextStart[phase];
  const leastMs = toMs(roads.phaseMinSeconds[phase]);
  if (choices < 2) {
    const gapS = held ? 0 : smallestGap(signals, network, s, phase, nowMs, lastedMs);
    if (gapS < Number.POSITIVE_INFINITY) return prolongation(signals, network, s, phase, lastedMs, gapS);
    begin(signals, following(network, s, phase), s, nowMs);
  } else {
    const next = held ? phase : choose(signals, network, s, phase, nowMs, lastedMs);
    if (next === phase) {
      const { phaseLoopStart, phaseLoops } = signals.loopPlaces;
      if (signals.layout.phaseIsGreen[phase] === 1) {
        for (let k = phaseLoopStart[phase]; k < phaseLoopStart[phase + 1]; k++) {
          signals.loops.servedMs[phaseLoops[k]] = nowMs;
        }
      }
      return Math.max(SECOND_MS, leastMs - lastedMs);
    }
    begin(signals, next, s, nowMs);
    const { phaseLoopStart, phaseLoops } = signals.loopPlaces;
    if (signals.layout.phaseIsGreen[next] === 1) {
      for (let k = phaseLoopStart[next]; k < phaseLoopStart[next + 1]; k++) {
        signals.loops.servedMs[phaseLoops[k]] = nowMs;
      }
    }
  }
  return Math.max(SECOND_MS, toMs(roads.phaseMinSeconds[signals.phase[s]]));
}

function begin(signals: Signals, phase: number, s: number, nowMs: number): void {
  if (phase === signals.phase[s]) return;
  signals.phase[s] = phase;
  signals.beganMs[s] = nowMs;
}

/** The only phase named to follow, or the next of the program. */
export function following({ roads }: Network, s: number, phase: number): number {
  if (roads.phaseNextStart[phase + 1] > roads.phaseNextStart[phase])
    return roads.phaseNext[roads.phaseNextStart[phase]];
  return phase + 1 < roads.signalPhaseStart[s + 1] ? phase + 1 : roads.signalPhaseStart[s];
}

/** Seconds since the last loop of the phase saw someone; infinite where none did within its largest gap. */
function smallestGap(
  signals: Signals,
  { roads }: Network,
  _s: number,
  phase: number,
  nowMs: number,
  lastedMs: number,
): number {
  let smallest = Number.POSITIVE_INFINITY;
  if (signals.layout.phaseIsGreen[phase] === 0 || lastedMs >= toMs(roads.phaseMaxSeconds[phase])) return smallest;
  const { phaseLoopStart, phaseLoops, maxGapSeconds } = signals.loopPlaces;
  for (let k = phaseLoopStart[phase]; k < phaseLoopStart[phase + 1]; k++) {
    const loop = phaseLoops[k];
    const gapS = gapOf(signals, loop, nowMs);
    if (gapS < maxGapSeconds[loop] && gapS < smallest) smallest = gapS;
  }
  return smallest;
}

function gapOf({ loops }: Signals, loop: number, nowMs: number): number {
  return loops.occupied[loop] === 1 ? 0 : nowMs / SECOND_MS - loops.lastSeconds[loop];
}

/** Time for the last one seen to reach the line, in whole seconds of the phase, within its bounds. */
function prolongation(
  signals: Signals,
  { roads }: Network,
  s: number,
  phase: number,
  lastedMs: number,
  gapS: number,
): number {
  const leastMs = toMs(roads.phaseMinSeconds[phase]) - lastedMs;
  let ms = Math.max(leastMs, toMs(roads.signalDetectorGapSeconds[s] - gapS), 1);
  if (ms % SECOND_MS !== 0) ms = (Math.floor((ms + lastedMs) / SECOND_MS) + 1) * SECOND_MS - lastedMs;
  const mostMs = toMs(roads.phaseMaxSeconds[phase]) - lastedMs;
  return Math.min(ms, signals.wantedBy[s] > 0 ? Math.max(mostMs, SECOND_MS) : mostMs);
}

/** The first named follows where there is no traffic; otherwise the phase, this one included, with the most to say. */
function choose(signals: Signals, network: Network, s: number, phase: number, nowMs: number, lastedMs: number): number {
  const { roads } = network;
  const from = roads.phaseNextStart[phase];
  let best = roads.phaseNext[from];
  let most = 0;
  if (lastedMs < toMs(roads.phaseMaxSeconds[phase])) {
    const weight = weightOf(signals, network, s, phase, phase, nowMs);
    if (weight > most) {
      best = phase;
      most = weight;
    }
  }
  for (let k = from; k < roads.phaseNextStart[phase + 1]; k++) {
    const weight = weightOf(signals, network, s, greenAfter(signals, network, s, roads.phaseNext[k]), phase, nowMs);
    if (weight > most) {
      best = roads.phaseNext[k];
      most = weight;
    }
  }
  // A loop that no phase at choice serves gets its turn by way of the usual one.
  const { start } = signals.loopPlaces;
  for (let loop = start[s]; loop < start[s + 1]; loop++) {
    if (loopWeight(signals, network, s, loop, phase, nowMs) > most) return roads.phaseNext[from];
  }
  return best;
}

/** The green that a transition leads to. */
function greenAfter(signals: Signals, network: Network, s: number, phase: number): number {
  let at = phase;
  while (signals.layout.phaseIsGreen[at] === 0) {
    at = following(network, s, at);
    if (at === phase) return network.roads.signalPhaseStart[s]; // no green in the circle
  }
  return at;
}

function weightOf(signals: Signals, network: Network, s: number, of: number, now: number, nowMs: number): number {
  const { phaseLoopStart, phaseLoops } = signals.loopPlaces;
  let weight = 0;
  for (let k = phaseLoopStart[of]; k < phaseLoopStart[of + 1]; k++) {
    weight += loopWeight(signals, network, s, phaseLoops[k], now, nowMs);
  }
  return weight;
}

function loopWeight(signals: Signals, { roads }: Network, s: number, loop: number, now: number, nowMs: number): number {
  const { loops, loopPlaces } = signals;
  const seenMs = loops.occupied[loop] === 1 ? nowMs : toMs(loops.lastSeconds[loop]);
  if (gapOf(signals, loop, nowMs) >= loopPlaces.maxGapSeconds[loop] && loops.servedMs[loop] >= seenMs) return 0;
  const unservedMs = nowMs - loops.servedMs[loop];
  if (unservedMs > toMs(roads.signalInactiveSeconds[s])) return Math.floor(unservedMs / SECOND_MS);
  for (let k = loopPlaces.phaseLoopStart[now]; k < loopPlaces.phaseLoopStart[now + 1]; k++) {
    if (loopPlaces.phaseLoops[k] === loop) return SERVED_NOW;
  }
  return 1;
}
