/**
 * A step of the traffic: everyone plans from how things stand, everyone drives, lanes are changed, and who is due comes
 * in. It is as long as the scene's drivers are used to, however often it is called: time that is left over is owed.
 */
import { releaseBuses } from './buses/release-buses';
import { type ChargingSupply, stepCharging } from './charging';
import type { RoadWorks } from './closures';
import { stepCrashes } from './crashes';
import { releaseDepartures } from './demand/release';
import { takeDetours } from './detour';
import { changeLanes } from './driving/change';
import { changeLanesListed } from './driving/change-listed';
import { comeIn } from './driving/come-in';
import { drive } from './driving/drive';
import { plan } from './driving/plan';
import { passTime } from './edge-speeds';
import { passLevels } from './levels/levels';
import { type GalleryCalls, respond } from './levels/respond';
import type { RoadWater } from './road-water';
import { see, stepSignals } from './signals';
import type { TrafficState } from './state';
import { stepWalkers } from './walking';
import { announceSignals, type Happen, lookAround, takeChanges } from './watch';

/** What the rest of the city says to the traffic in this step; null while the city is being warmed up. */
export interface Surroundings {
  readonly signalSupply: Float64Array;
  readonly signalCause: Int32Array;
  readonly roadHazard: Float64Array;
  readonly hazardCause: Int32Array;
  readonly roadWater: RoadWater;
  readonly roadWorks: RoadWorks;
  /** By service, in the order of SERVICES: units that galleries call to each road. */
  readonly calls: readonly GalleryCalls[];
  /** By road: above 0 where its spaces are heard, if they report; and how long after a crash somebody knows of it. */
  readonly parkingHeard: Float64Array;
  /** By road: above 0 where drivers can be told which way is quicker. */
  readonly driversReached: Float64Array;
  readonly incidentFoundS: Float64Array;
  /** Null where nobody charges. */
  readonly charging: ChargingSupply | null;
  readonly happen: Happen;
}

const MARK_EVERY_S = 60;
const ROUNDING_S = 1e-9;

export function stepTraffic(state: TrafficState, seconds: number, surroundings: Surroundings | null): void {
  const { totals, pace } = state;
  totals.owedSeconds += seconds;
  while (totals.owedSeconds >= pace.stepS - ROUNDING_S) {
    totals.owedSeconds -= pace.stepS;
    stepOnce(state, surroundings);
  }
}

function stepOnce(state: TrafficState, surroundings: Surroundings | null): void {
  const { totals, settings, waiting, pace } = state;
  const fromS = settings.startSeconds + totals.elapsedSeconds;
  const untilS = fromS + pace.stepS;
  takeChanges(state, surroundings);
  state.closures.parkingHeard = surroundings?.parkingHeard ?? null;
  state.closures.driversReached = surroundings?.driversReached ?? null;
  stepCrashes(state, pace.stepS, surroundings?.incidentFoundS ?? null, surroundings?.happen ?? null);
  stepSignals(state.signals, state.network, see(state), untilS, pace.stepS, surroundings?.signalSupply ?? null);
  if (surroundings) announceSignals(state, surroundings);

  plan(state);
  drive(state, untilS);
  if (state.isListedDriving) changeLanesListed(state);
  else changeLanes(state);
  if (state.walking !== null) stepWalkers(state, untilS);
  totals.steps++;
  totals.elapsedSeconds += pace.stepS;
  takeDetours(state);
  releaseDepartures(state, fromS, untilS);
  releaseBuses(state);
  comeIn(state);

  totals.outsideSeconds += waiting.count * pace.stepS;
  passTime(state, pace.stepS);
  if (state.charging) {
    stepCharging(state, state.charging, pace.stepS, surroundings?.charging ?? null, surroundings?.happen ?? null);
  }
  passLevels(state, pace.stepS);
  if (surroundings) respond(state, pace.stepS, surroundings.calls, surroundings.happen);
  if (surroundings) lookAround(state, pace.stepS, surroundings.happen);
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
