import type { Network } from '../network';
import { DARK, GREEN, isGreen, RED, shownIn, YELLOW } from './shown';
import { CLEARING_YELLOW, type Signals, STEADY } from './signal-state';

const DARK_FACE = -2;

/** Shows to every turn and crossing of a leader's signals what their phase, or the way out of it, says. */
export function display(signals: Signals, network: Network, leader: number): void {
  const { roads, signalTurnStart, signalTurns } = network;
  const { layout, shown, walk, dark } = signals;
  const clearing = signals.clearing[leader];
  for (let m = layout.memberStart[leader]; m < layout.memberStart[leader + 1]; m++) {
    const s = layout.members[m];
    const shift = roads.signalPhaseStart[s] - roads.signalPhaseStart[leader];
    const phase = signals.phase[leader] + shift;
    const next = signals.towards[leader] + shift;
    signals.phase[s] = phase;
    signals.phaseLeftSeconds[s] = signals.phaseLeftSeconds[leader];
    const face = dark[s] === 1 ? DARK_FACE : 3 * phase + clearing;
    if (signals.face[s] === face) continue; // a clearance never changes where it leads
    signals.face[s] = face;
    for (let k = signalTurnStart[s]; k < signalTurnStart[s + 1]; k++) {
      const turn = signalTurns[k];
      const index = roads.turnSignalIndex[turn];
      const now = shownIn(roads, phase, index);
      if (dark[s] === 1) shown[turn] = DARK;
      else shown[turn] = clearing === STEADY ? now : between(now, shownIn(roads, next, index), clearing);
    }
    for (let k = layout.crossingStart[s]; k < layout.crossingStart[s + 1]; k++) {
      const crossing = layout.crossings[k];
      const index = roads.crossingSignalIndex[crossing];
      const open = isGreen(shownIn(roads, phase, index));
      const stays = clearing === STEADY || isGreen(shownIn(roads, next, index));
      walk[crossing] = dark[s] === 1 ? DARK : open && stays ? GREEN : RED;
    }
  }
}

/** Green goes on for who has it before and after; who loses it sees yellow, then red; who gets it must wait till then. */
function between(now: number, next: number, clearing: number): number {
  if (isGreen(now)) return isGreen(next) ? now : clearing === CLEARING_YELLOW ? YELLOW : RED;
  return now === next ? now : RED;
}

/** Whether going over to that phase takes the green from anyone. */
export function takesGreen(
  { roads, signalTurnStart, signalTurns }: Network,
  signals: Signals,
  leader: number,
  to: number,
): boolean {
  const { layout } = signals;
  for (let m = layout.memberStart[leader]; m < layout.memberStart[leader + 1]; m++) {
    const s = layout.members[m];
    const shift = roads.signalPhaseStart[s] - roads.signalPhaseStart[leader];
    for (let k = signalTurnStart[s]; k < signalTurnStart[s + 1]; k++) {
      const index = roads.turnSignalIndex[signalTurns[k]];
      const now = shownIn(roads, signals.phase[leader] + shift, index);
      if (isGreen(now) && !isGreen(shownIn(roads, to + shift, index))) return true;
    }
    for (let k = layout.crossingStart[s]; k < layout.crossingStart[s + 1]; k++) {
      const index = roads.crossingSignalIndex[layout.crossings[k]];
      const now = shownIn(roads, signals.phase[leader] + shift, index);
      if (isGreen(now) && !isGreen(shownIn(roads, to + shift, index))) return true;
    }
  }
  return false;
}
