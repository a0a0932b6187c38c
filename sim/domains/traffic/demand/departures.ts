/** The trips of the hour in the order of their departures. A pure function of the hour, the luck and the gates' knobs. */
import type { TrafficState } from '../state';
import { tripsInHour } from './demand';
import { departureSeconds, hourShape, tripCount, tripKey } from './trips';

export interface Departures {
  /** Hour that the lists are of, counted from the midnight before the run; none while they have to be made anew. */
  hour: number;
  keys: Uint32Array;
  dueSeconds: Float64Array;
  next: number;
}

export const NO_HOUR = -1_000_000;

export function createDepartures(): Departures {
  return { hour: NO_HOUR, keys: new Uint32Array(0), dueSeconds: new Float64Array(0), next: 0 };
}

/** Makes the list of an hour, and goes to the first departure after a time of day that has been dealt with. */
export function planHour(state: TrafficState, hour: number, afterSeconds: number): void {
  const { departures } = state;
  const { keys, dueSeconds } = listHour(state, hour);
  departures.hour = hour;
  departures.keys = keys;
  departures.dueSeconds = dueSeconds;
  let next = 0;
  while (next < dueSeconds.length && dueSeconds[next] <= afterSeconds) next++;
  departures.next = next;
}

export function listHour(state: TrafficState, hour: number): { keys: Uint32Array; dueSeconds: Float64Array } {
  const { demand, luck, closures } = state;
  const keys: number[] = [];
  const due: number[] = [];
  if (demand) {
    const hourOfDay = ((hour % 24) + 24) % 24;
    const hourBefore = (hourOfDay + 23) % 24;
    const hourAfter = (hourOfDay + 1) % 24;
    for (let group = 0; group < demand.groups.length; group++) {
      const { fromGate, toGate } = demand.groups[group];
      const gate = fromGate >= 0 ? fromGate : toGate;
      const factor = gate < 0 || Number.isNaN(closures.gateDemandKnob[gate]) ? 1 : closures.gateDemandKnob[gate];
      const expected = tripsInHour(demand, group, hourOfDay);
      const shape = hourShape(tripsInHour(demand, group, hourBefore), expected, tripsInHour(demand, group, hourAfter));
      const count = tripCount(luck, hour, group, factor * expected);
      for (let number = 0; number < count; number++) {
        const key = tripKey(group, number);
        keys.push(key);
        due.push(departureSeconds(luck, hour, key, shape));
      }
    }
  }
  const order = Uint32Array.from(keys.keys()).sort((a, b) => due[a] - due[b] || keys[a] - keys[b]);
  return {
    keys: Uint32Array.from(order, (at) => keys[at]),
    dueSeconds: Float64Array.from(order, (at) => due[at]),
  };
}
