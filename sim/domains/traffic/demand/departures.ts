/** The trips of the hour in the order of their departures. A pure function of the hour, the luck and the gates' knobs. */

import { growthOf } from '../closures';
import type { TrafficState } from '../state';
import { tripsInHour } from './demand';
import { drawMatrixTrip, listMatrixHour, MATRIX_HOUR } from './matrix';
import { departureSeconds, drawTrip, hourShape, type Trip, tripCount, tripKey } from './trips';

export interface Departures {
  /** Hour that the lists are of, counted from the midnight before the run; none while they have to be made anew. */
  hour: number;
  /** What stands in a vehicle's hour: the hour itself, or that of a matrix. */
  hours: Int32Array;
  keys: Uint32Array;
  dueSeconds: Float64Array;
  next: number;
}

export const NO_HOUR = -1_000_000;
const HOUR_S = 3_600;

export function createDepartures(): Departures {
  return {
    hour: NO_HOUR,
    hours: new Int32Array(0),
    keys: new Uint32Array(0),
    dueSeconds: new Float64Array(0),
    next: 0,
  };
}

/** Makes the list of an hour, and goes to the first departure after a time of day that has been dealt with. */
export function planHour(state: TrafficState, hour: number, afterSeconds: number): void {
  const { departures } = state;
  const { hours, keys, dueSeconds } = listHour(state, hour);
  departures.hour = hour;
  departures.hours = hours;
  departures.keys = keys;
  departures.dueSeconds = dueSeconds;
  let next = 0;
  while (next < dueSeconds.length && dueSeconds[next] <= afterSeconds) next++;
  departures.next = next;
}

export interface HourList {
  readonly hours: Int32Array;
  readonly keys: Uint32Array;
  readonly dueSeconds: Float64Array;
}

export function listHour(state: TrafficState, hour: number): HourList {
  const { demand, closures } = state;
  const luck = state.chance.at(HOUR_S * hour);
  const hours: number[] = [];
  const keys: number[] = [];
  const due: number[] = [];
  if (demand) {
    const growth = growthOf(closures);
    const hourOfDay = ((hour % 24) + 24) % 24;
    const hourBefore = (hourOfDay + 23) % 24;
    const hourAfter = (hourOfDay + 1) % 24;
    for (let group = 0; group < demand.groups.length; group++) {
      const { fromGate, toGate } = demand.groups[group];
      const gate = fromGate >= 0 ? fromGate : toGate;
      const factor = gate < 0 || Number.isNaN(closures.gateDemandKnob[gate]) ? 1 : closures.gateDemandKnob[gate];
      const expected = growth * tripsInHour(demand, group, hourOfDay, factor);
      if (expected === 0) continue;
      const before = growth * tripsInHour(demand, group, hourBefore, factor);
      const shape = hourShape(before, expected, growth * tripsInHour(demand, group, hourAfter, factor));
      const count = tripCount(luck, hour, group, expected);
      for (let number = 0; number < count; number++) {
        const key = tripKey(group, number);
        hours.push(hour);
        keys.push(key);
        due.push(departureSeconds(luck, hour, key, shape));
      }
    }
    if (demand.matrix !== null) {
      listMatrixHour(demand.matrix, luck, hour, growth, (key, seconds) => {
        hours.push(MATRIX_HOUR + hour);
        keys.push(key);
        due.push(seconds);
      });
    }
  }
  const order = Uint32Array.from(keys.keys()).sort(
    (a, b) => due[a] - due[b] || hours[a] - hours[b] || keys[a] - keys[b],
  );
  return {
    hours: Int32Array.from(order, (at) => hours[at]),
    keys: Uint32Array.from(order, (at) => keys[at]),
    dueSeconds: Float64Array.from(order, (at) => due[at]),
  };
}

/** Fills in a trip of the list; false where it has no place to begin or to end. */
export function drawDeparture({ demand, chance }: TrafficState, hour: number, key: number, trip: Trip): boolean {
  if (hour >= MATRIX_HOUR / 2) {
    return drawMatrixTrip(demand!.matrix!, chance.at(HOUR_S * (hour - MATRIX_HOUR)), hour, key, trip);
  }
  return drawTrip(chance.at(HOUR_S * hour), demand!, hour, key, trip);
}
