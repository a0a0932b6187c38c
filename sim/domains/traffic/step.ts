/** One step of the whole traffic. Everyone decides from the same moment, then everyone moves. */
import { letIn, releaseDepartures } from './demand/enter';
import { takeDetours } from './detour';
import { stepDriving } from './driving/step';
import { passTime } from './edge-speeds';
import { decideAccelerations } from './follow-leader';
import { askForLeave } from './junction-entry';
import { changeLanes } from './lane-change';
import { moveVehicles } from './motion';
import { showSignals } from './signals';
import type { TrafficState } from './state';
import { announceSignals, type Happen, lookAround, takeChanges } from './watch';

/** What the rest of the city says to the traffic in this step; null while the city is being warmed up. */
export interface Surroundings {
  readonly signalSupply: Float64Array;
  readonly roadHazard: Float64Array;
  readonly happen: Happen;
}

const MARK_EVERY_S = 60;

export function stepTraffic(state: TrafficState, stepSeconds: number, surroundings: Surroundings | null): void {
  if (state.isListedDriving) {
    stepDriving(state, stepSeconds, surroundings);
    if (state.totals.elapsedSeconds >= state.totals.markSeconds + MARK_EVERY_S) markMinute(state);
    return;
  }
  const { totals, settings, signals, network, waiting } = state;
  const clockSeconds = settings.startSeconds + totals.elapsedSeconds;
  takeChanges(state, surroundings?.roadHazard ?? null, surroundings?.happen ?? null);
  showSignals(signals, network, clockSeconds, surroundings?.signalSupply ?? null);
  if (surroundings) announceSignals(state, surroundings.happen);

  releaseDepartures(state, clockSeconds, clockSeconds + stepSeconds);
  letIn(state);
  changeLanes(state);
  askForLeave(state, stepSeconds);
  decideAccelerations(state, stepSeconds);
  moveVehicles(state, stepSeconds);
  takeDetours(state);

  totals.outsideSeconds += waiting.count * stepSeconds;
  totals.steps++;
  totals.elapsedSeconds += stepSeconds;
  passTime(state, stepSeconds);
  if (surroundings) lookAround(state, stepSeconds, surroundings.happen);
  if (totals.elapsedSeconds >= totals.markSeconds + MARK_EVERY_S) markMinute(state);
}

/** Keeps the sums of the last two whole minutes, so that a mean over the last one can be told at any time. */
function markMinute({ totals }: TrafficState): void {
  totals.earlierSeconds = totals.markSeconds;
  totals.earlierDistanceM = totals.markDistanceM;
  totals.earlierDrivenSeconds = totals.markDrivenSeconds;
  totals.markSeconds = totals.elapsedSeconds;
  totals.markDistanceM = totals.distanceM;
  totals.markDrivenSeconds = totals.drivenSeconds;
}
