import type { Network } from './network';

/** What the frame shows and the driver sees, by turn; 0 where there is no signal. */
export const RED = 1;
export const YELLOW = 2;
export const GREEN_YIELDS = 3;
export const GREEN = 4;
export const DARK = 5;

/** A signal with less than this share of its supply shows nothing. */
const DARK_BELOW = 0.5;

export interface Signals {
  /** By turn: what it is shown now. Follows from the time and the supply; not saved. */
  readonly shown: Uint8Array;
  /** By signal: seconds until the phase ends. */
  readonly phaseLeftSeconds: Float64Array;
  readonly phase: Int32Array;
  readonly dark: Uint8Array;
}

export function createSignals(network: Network): Signals {
  const count = network.roads.signalJunction.length;
  return {
    shown: new Uint8Array(network.roads.turnCount),
    phaseLeftSeconds: new Float64Array(count),
    phase: new Int32Array(count).fill(-1),
    dark: new Uint8Array(count),
  };
}

/** Sets every signal to what its fixed programme shows at that time of day, or to dark where its supply has failed. */
export function showSignals(
  signals: Signals,
  network: Network,
  clockSeconds: number,
  supply: Float64Array | null,
): void {
  const roads = network.roads;
  const count = roads.signalJunction.length;
  for (let signal = 0; signal < count; signal++) {
    const cycleSeconds = network.signalCycleSeconds[signal];
    let inCycle = (clockSeconds - roads.signalOffsetSeconds[signal]) % cycleSeconds;
    if (inCycle < 0) inCycle += cycleSeconds;
    let phase = roads.signalPhaseStart[signal];
    const last = roads.signalPhaseStart[signal + 1] - 1;
    while (phase < last && inCycle >= roads.phaseSeconds[phase]) inCycle -= roads.phaseSeconds[phase++];
    signals.phaseLeftSeconds[signal] = roads.phaseSeconds[phase] - inCycle;

    const dark = supply !== null && supply[signal] < DARK_BELOW ? 1 : 0;
    if (phase === signals.phase[signal] && dark === signals.dark[signal]) continue;
    signals.phase[signal] = phase;
    signals.dark[signal] = dark;
    const state = roads.phaseStateStart[phase];
    for (let k = network.signalTurnStart[signal]; k < network.signalTurnStart[signal + 1]; k++) {
      const turn = network.signalTurns[k];
      signals.shown[turn] = dark ? DARK : shownByLetter(roads.phaseStates[state + roads.turnSignalIndex[turn]]);
    }
  }
}

const LETTER_G = 71;
const LETTER_g = 103;
const LETTER_y = 121;

function shownByLetter(letter: number): number {
  if (letter === LETTER_G) return GREEN;
  if (letter === LETTER_g) return GREEN_YIELDS;
  return letter === LETTER_y ? YELLOW : RED; // red, and red-and-yellow, which says: not yet
}
