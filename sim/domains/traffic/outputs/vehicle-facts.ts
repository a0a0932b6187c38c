/** What an output says of a vehicle, found out in one place: its name, type, size, and when it wanted to set out. */
import { isOfBus } from '../buses/bus-runs';
import { LISTED_HOUR } from '../demand/listed';
import { FIRST_LISTED } from '../driving/drivers';
import type { TrafficState } from '../state';

/** SUMO's: slower than this is standing. */
export const HALTS_BELOW_MPS = 0.1;
const KIND_NAMES = ['car', 'truck', 'bus', 'emergency'];

const firstKeys = new WeakMap<object, Map<number, number>>();

/**
 * A listed vehicle bears its own name; one of a flow the flow's name and its number in it; a bus its line's and the
 * number of the run among those of all days; a trip its hour and number.
 */
export function tripNameOf({ listed, buses }: TrafficState, hour: number, key: number): string {
  if (buses !== null && isOfBus(hour)) {
    const { plan } = buses;
    return `${plan.lines[plan.lineOf[key % plan.lineOf.length]].id}.${key}`;
  }
  if (listed === null || hour !== LISTED_HOUR) return `trip.${hour}.${key}`;
  const going = listed.going[key];
  const { id } = listed.plan.goings[going];
  if (going < listed.plan.file.departures.length) return id;
  let first = firstKeys.get(listed);
  if (first === undefined) {
    first = new Map();
    for (let k = listed.going.length - 1; k >= 0; k--) first.set(listed.going[k], k);
    firstKeys.set(listed, first);
  }
  return `${id}.${key - first.get(going)!}`;
}

export function vehicleNameOf(state: TrafficState, row: number): string {
  return tripNameOf(state, state.vehicles.tripHour[row], state.vehicles.tripKey[row]);
}

/** Its number among the drivers: of the types that a scene lists, or of our own, one a kind. */
function driverOf({ vehicles }: TrafficState, row: number): number {
  return vehicles.type[row];
}

export function typeNameOf(state: TrafficState, row: number): string {
  const driver = driverOf(state, row);
  return driver < FIRST_LISTED ? KIND_NAMES[driver] : state.listed!.plan.types[driver - FIRST_LISTED].id;
}

export function lengthMOf(state: TrafficState, row: number): number {
  return state.drivers.lengthM[driverOf(state, row)];
}

/** The speed that it would drive here if nobody were in its way. */
export function freeSpeedMpsOf(state: TrafficState, row: number): number {
  const { vehicles, closures, drivers } = state;
  const limitMps = closures.trackLimitMps[vehicles.track[row]] * vehicles.speedFactor[row];
  return Math.min(limitMps, drivers.maxMps[driverOf(state, row)]);
}

/** When it wanted to set out, in seconds since the start of the run; NaN where only the hour is known. */
export function wantedSecondsOf({ listed, settings }: TrafficState, hour: number, key: number): number {
  return listed !== null && hour === LISTED_HOUR ? listed.dueSeconds[key] - settings.startSeconds : Number.NaN;
}

export function trackNameOf({ scene, network }: TrafficState, track: number): string {
  const { laneCount } = network.roads;
  return track < laneCount ? scene.elements.lane.ids[track] : scene.elements.turn.ids[track - laneCount];
}
