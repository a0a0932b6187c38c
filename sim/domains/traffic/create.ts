import type { RunSettings, TellShare } from '../../ports';
import type { CompiledScene } from '../../scene/compiled';
import { forgetRides, startBuses } from './buses/start-buses';
import { startCharging } from './charging';
import { placeCirculating } from './demand/circulating';
import { startListed } from './demand/listed';
import { releaseListed } from './demand/release-listed';
import { comeIn } from './driving/come-in';
import { warmUpByQueues } from './meso';
import { fillSpaces, forgetSearches } from './parking/parking';
import { PERIOD_SECONDS } from './period';
import { showSignals } from './signals';
import { emptyState, type TrafficState } from './state';
import { stepTraffic } from './step';
import { createTotals } from './totals';
import { BUS } from './vehicle-kinds';
import { forgetWalks } from './walking';

/** The day before the start is lived in queues for so long: longer than nearly every trip, and queues have grown. */
const WARM_UP_SECONDS = 2_400;
/** Then it is driven for so long before the run begins, for speeds and gaps to fit. */
const SETTLE_SECONDS = 60;

/** A living city at the start's time of day: who set out before and would still be under way is under way. */
export function createTraffic(scene: CompiledScene, settings: RunSettings, progress?: TellShare): TrafficState {
  progress?.(0);
  const state = emptyState(scene, settings);
  // A third each, near enough: everybody's day, the queues of the hour before, and driving.
  progress?.(1 / 3);
  const { totals, demand, vehicles } = state;
  if (demand?.groups.some(({ tripsPerDay }) => tripsPerDay > 0) || state.people || demand?.matrix) {
    totals.elapsedSeconds = -SETTLE_SECONDS;
    totals.markSeconds = Number.POSITIVE_INFINITY;
    if (state.listed) startListed(state.listed, Number.POSITIVE_INFINITY); // nobody listed belongs to the warming up
    warmUpByQueues(state, WARM_UP_SECONDS, (share) => progress?.((1 + share) / 3));
    if (state.parking && state.people && state.progress) fillSpaces(state.parking, state.people, state.progress);
    startBuses(state);
    const steps = SETTLE_SECONDS / PERIOD_SECONDS;
    for (let step = 0; step < steps; step++) {
      stepTraffic(state, PERIOD_SECONDS, null);
      progress?.((2 + (step + 1) / steps) / 3);
    }
    Object.assign(totals, createTotals(), { steps: totals.steps });
    if (state.parking) forgetSearches(state.parking);
    if (state.buses) forgetRides(state.buses);
    if (state.walking) forgetWalks(state.walking);
    state.watch.fullSeconds.fill(0);
    if (state.charging) startCharging(state, state.charging);
    totals.busesInserted = busesOnRoad(state);
  } else startBuses(state);
  if (state.listed) {
    startListed(state.listed, settings.startSeconds);
    releaseListed(state, settings.startSeconds);
    comeIn(state);
  }
  placeCirculating(state);
  totals.inserted = vehicles.count;
  showSignals(state.signals, state.network, settings.startSeconds, null);
  return state;
}

/** Those who are under way when a run begins belong to it. */
function busesOnRoad({ vehicles }: TrafficState): number {
  let count = 0;
  for (let row = 0; row < vehicles.rowEnd; row++) if (vehicles.track[row] >= 0 && vehicles.kind[row] === BUS) count++;
  return count;
}
