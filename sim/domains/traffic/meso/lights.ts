/**
 * When a turn may next be taken, by its signal's program: the timetable of the phases as they are now. A signal that is
 * actuated or goes by pressure counts with the lengths that its phases are given, as on an average cycle.
 */
import type { Network } from '../network';
import { GREEN, GREEN_YIELDS, STOP_THEN_YIELD, YELLOW } from '../signals';
import { shownIn } from '../signals/shown';
import type { Signals } from '../signals/signal-state';
import { toMs } from '../signals/timetable';

export interface Lights {
  readonly network: Network;
  /** By phase of all signals: when it begins in its cycle. */
  readonly beginsMs: Float64Array;
  readonly lastsMs: Float64Array;
  /** By signal. */
  readonly cycleMs: Float64Array;
  readonly offsetMs: Float64Array;
  /** By turn: its signal, −1 where it has none. */
  readonly signalOf: Int32Array;
  /** What the last question found shown; 0 where there is no signal, or it is off. */
  shown: number;
}

export function lightsOf(network: Network, signals: Signals): Lights {
  const { roads } = network;
  const phases = roads.phaseSeconds.length;
  const count = roads.signalJunction.length;
  const lights: Lights = {
    network,
    beginsMs: new Float64Array(phases),
    lastsMs: new Float64Array(phases),
    cycleMs: new Float64Array(count),
    offsetMs: new Float64Array(count),
    signalOf: new Int32Array(roads.turnCount).fill(-1),
    shown: 0,
  };
  for (let s = 0; s < count; s++) {
    const leader = roads.signalLeader[s];
    const first = roads.signalPhaseStart[s];
    const shift = roads.signalPhaseStart[leader] - first;
    let atMs = 0;
    for (let p = first; p < roads.signalPhaseStart[s + 1]; p++) {
      lights.beginsMs[p] = atMs;
      lights.lastsMs[p] = toMs(signals.phaseSeconds[p + shift]);
      atMs += lights.lastsMs[p];
    }
    lights.cycleMs[s] = atMs;
    lights.offsetMs[s] = toMs(signals.offsetSeconds[leader]);
  }
  for (let turn = 0; turn < roads.turnCount; turn++) {
    if (roads.turnSignalIndex[turn] >= 0) lights.signalOf[turn] = roads.junctionSignal[roads.turnJunction[turn]];
  }
  return lights;
}

/** From when on the turn may be taken: now, or at the next green. `intoYellowS`: how far into a yellow one drives on. */
export function opensAtS(lights: Lights, turn: number, nowS: number, intoYellowS: number): number {
  const s = lights.signalOf[turn];
  lights.shown = 0;
  if (s < 0) return nowS;
  const { roads } = lights.network;
  const index = roads.turnSignalIndex[turn];
  const first = roads.signalPhaseStart[s];
  const count = roads.signalPhaseStart[s + 1] - first;
  const cycleMs = lights.cycleMs[s];
  let inCycleMs = (1_000 * nowS - lights.offsetMs[s]) % cycleMs;
  if (inCycleMs < 0) inCycleMs += cycleMs;
  let k = 0;
  while (k < count - 1 && inCycleMs >= lights.beginsMs[first + k] + lights.lastsMs[first + k]) k++;
  lights.shown = shownIn(roads, first + k, index);
  if (mayGo(lights.shown)) return nowS;
  const sinceMs = inCycleMs - lights.beginsMs[first + k];
  if (lights.shown === YELLOW && sinceMs <= 1_000 * intoYellowS) {
    // Under yellow one goes as under the green before it.
    lights.shown = shownIn(roads, first + ((k + count - 1) % count), index);
    return nowS;
  }
  let untilMs = lights.lastsMs[first + k] - sinceMs;
  for (let i = 1; i < count; i++) {
    const phase = first + ((k + i) % count);
    lights.shown = shownIn(roads, phase, index);
    if (mayGo(lights.shown)) return nowS + untilMs / 1_000;
    untilMs += lights.lastsMs[phase];
  }
  return Number.POSITIVE_INFINITY;
}

function mayGo(shown: number): boolean {
  return shown === GREEN || shown === GREEN_YIELDS || shown === STOP_THEN_YIELD || shown === 0;
}
