import type { Patch } from '../../ports';
import { turnKnobs } from './closures';
import { planHour } from './demand/departures';
import type { TrafficState } from './state';

/** Turns knobs; another demand of a gate holds from now on, in the rest of this hour too. */
export function patchTraffic(state: TrafficState, patch: Patch): Patch {
  const inverse = turnKnobs(state.closures, patch);
  const { departures, settings, totals } = state;
  if (patch.some(({ knob }) => knob === 'gate.demand') && departures.hour >= 0) {
    planHour(state, departures.hour, settings.startSeconds + totals.elapsedSeconds);
  }
  return inverse;
}
