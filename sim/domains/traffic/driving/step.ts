/** A step of driving: everyone plans, everyone drives, lanes are changed, and who is due comes in. */

import { releaseDepartures } from '../demand/enter';
import { passTime } from '../edge-speeds';
import { showSignals } from '../signals';
import type { TrafficState } from '../state';
import type { Surroundings } from '../step';
import { announceSignals, lookAround, takeChanges } from '../watch';
import { changeLanesAll } from './change';
import { comeIn } from './come-in';
import { driveAll } from './drive';
import { planAll } from './plan';

const ROUNDING_S = 1e-9;

/** Steps as long as the scene's own, however often it is called: time that is left over is owed. */
export function stepDriving(state: TrafficState, seconds: number, surroundings: Surroundings | null): void {
  const { totals, pace } = state;
  totals.owedSeconds += seconds;
  while (totals.owedSeconds >= pace.stepS - ROUNDING_S) {
    totals.owedSeconds -= pace.stepS;
    stepOnce(state, surroundings);
  }
}

function stepOnce(state: TrafficState, surroundings: Surroundings | null): void {
  const { totals, settings, signals, network, waiting, pace } = state;
  const fromS = settings.startSeconds + totals.elapsedSeconds;
  const clockS = fromS + pace.stepS;
  takeChanges(state, surroundings?.roadHazard ?? null, surroundings?.happen ?? null);
  showSignals(signals, network, clockS, surroundings?.signalSupply ?? null);
  if (surroundings) announceSignals(state, surroundings.happen);

  planAll(state);
  driveAll(state, clockS);
  changeLanesAll(state);
  totals.steps++;
  totals.elapsedSeconds += pace.stepS;
  releaseDepartures(state, fromS, clockS);
  comeIn(state);

  totals.outsideSeconds += waiting.count * pace.stepS;
  passTime(state, pace.stepS);
  if (surroundings) lookAround(state, pace.stepS, surroundings.happen);
}
