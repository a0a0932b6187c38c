/**
 * One trip, drawn from its number alone: the hour, its group, and its place in the group's numbering. The same trip has
 * the same luck in every run of a seed, whatever else happens; more demand only adds trips at the end of a numbering.
 */
import { type Luck, streamOf } from '../../../kernel';
import { CAR, SPEED_FACTOR_DEVIATION, SPEED_FACTOR_MOST_DEVIATIONS, TRUCK } from '../vehicle-kinds';
import type { Demand } from './demand';
import { type Choice, choose } from './places';

const COUNT = streamOf('traffic.trip.count');
const DEPARTURE = streamOf('traffic.trip.departure');
const PURPOSE = streamOf('traffic.trip.purpose');
const ORIGIN = streamOf('traffic.trip.origin');
const ORIGIN_PLACE = streamOf('traffic.trip.origin-place');
const DESTINATION = streamOf('traffic.trip.destination');
const DESTINATION_AGAIN = streamOf('traffic.trip.destination-again');
const DESTINATION_PLACE = streamOf('traffic.trip.destination-place');
const THROUGH = streamOf('traffic.trip.through');
const KIND = streamOf('traffic.trip.kind');
const COLOUR = streamOf('traffic.trip.colour');
const SPEED = streamOf('traffic.trip.speed');
const WHIM = streamOf('traffic.trip.whim');

/** Numbers of a group in one hour; a key holds both. */
const TRIPS_A_GROUP = 1 << 18;
export const MOST_GROUPS = 1 << 14;

export interface Trip {
  originEdge: number;
  /** Share of the edge's length, −1 at a gate. */
  originPlace: number;
  destinationEdge: number;
  destinationPlace: number;
  kind: number;
}

export function tripKey(group: number, number: number): number {
  if (number >= TRIPS_A_GROUP)
    throw new RangeError(`met trip ${number} of one group and hour, expected < ${TRIPS_A_GROUP}`);
  return group * TRIPS_A_GROUP + number;
}

export function groupOfKey(key: number): number {
  return Math.floor(key / TRIPS_A_GROUP);
}

/** How many trips a group has in an hour: the expected number, rounded by luck. */
export function tripCount(luck: Luck, hour: number, group: number, expected: number): number {
  return Math.floor(expected + luck.uniform(COUNT, hour, group));
}

/** Trips an hour at the beginning, the middle and the end of an hour: it rises and falls, where the data have steps. */
export interface HourShape {
  readonly start: number;
  readonly middle: number;
  readonly end: number;
}

/** Meets the hours before and after half-way, and holds as many trips as the hour has, as far as that can be. */
export function hourShape(before: number, now: number, after: number): HourShape {
  const start = (before + now) / 2;
  const end = (now + after) / 2;
  return { start, middle: Math.max(0, 2 * now - (start + end) / 2), end };
}

export function departureSeconds(luck: Luck, hour: number, key: number, shape: HourShape): number {
  return 3600 * (hour + shareOfHour(shape, luck.uniform(DEPARTURE, hour, key)));
}

/** Where in the hour such a share of its trips has set out. */
export function shareOfHour({ start, middle, end }: HourShape, uniform: number): number {
  const firstHalf = (start + middle) / 4;
  const wanted = uniform * (firstHalf + (middle + end) / 4);
  return wanted < firstHalf ? shareReached(start, middle, wanted) : 0.5 + shareReached(middle, end, wanted - firstHalf);
}

/** Where in a half hour the trips from its start add up to so many, when their rate goes straight from one value to another. */
function shareReached(from: number, to: number, wanted: number): number {
  if (wanted <= 0) return 0;
  return (2 * wanted) / (from + Math.sqrt(from * from + 4 * (to - from) * wanted));
}

/** Fills in the trip; false where it has no place to begin or to end. */
export function drawTrip(luck: Luck, demand: Demand, hour: number, key: number, trip: Trip): boolean {
  const group = demand.groups[groupOfKey(key)];
  const hourOfDay = ((hour % 24) + 24) % 24;
  const purpose =
    demand.purposes[
      group.purpose >= 0 ? group.purpose : drawIndex(demand.purposeSums[hourOfDay], luck.uniform(PURPOSE, hour, key))
    ];
  trip.kind = luck.uniform(KIND, hour, key) < purpose.truckShare ? TRUCK : CAR;
  const fromGate = group.fromGate;
  let toGate = group.toGate;
  if (fromGate >= 0 && (luck.uniform(THROUGH, hour, key) < group.throughShare || !purpose.destinations)) {
    toGate = otherGate(demand, luck, hour, key, fromGate);
    if (toGate < 0 && !purpose.destinations) return false;
  }

  if (fromGate >= 0) {
    trip.originEdge = demand.gateInEdge[fromGate];
    trip.originPlace = -1;
  } else {
    if (!purpose.origins) return false;
    trip.originEdge = choose(purpose.origins, luck.uniform(ORIGIN, hour, key));
    trip.originPlace = 0.15 + 0.4 * luck.uniform(ORIGIN_PLACE, hour, key);
  }
  if (toGate >= 0) {
    trip.destinationEdge = demand.gateOutEdge[toGate];
    trip.destinationPlace = -1;
    return trip.originEdge !== trip.destinationEdge;
  }
  trip.destinationPlace = 0.35 + 0.55 * luck.uniform(DESTINATION_PLACE, hour, key);
  return drawDestination(luck, purpose.destinations as Choice, hour, key, trip);
}

/** Nobody drives to the edge that he starts on: up to four draws. */
function drawDestination(luck: Luck, destinations: Choice, hour: number, key: number, trip: Trip): boolean {
  trip.destinationEdge = choose(destinations, luck.uniform(DESTINATION, hour, key));
  for (let again = 0; again < 3 && trip.destinationEdge === trip.originEdge; again++) {
    trip.destinationEdge = choose(destinations, luck.uniform(DESTINATION_AGAIN + again, hour, key));
  }
  return trip.destinationEdge !== trip.originEdge;
}

/** By the gates' sizes, leaving out the one that the trip comes in by; −1 where there is no other. */
function otherGate(demand: Demand, luck: Luck, hour: number, key: number, fromGate: number): number {
  const { gateOutWeight } = demand;
  let sum = 0;
  for (let gate = 0; gate < gateOutWeight.length; gate++) if (gate !== fromGate) sum += gateOutWeight[gate];
  let left = luck.uniform(DESTINATION, hour, key) * sum;
  let last = -1;
  for (let gate = 0; gate < gateOutWeight.length; gate++) {
    if (gate === fromGate || gateOutWeight[gate] === 0) continue;
    last = gate;
    left -= gateOutWeight[gate];
    if (left < 0) break;
  }
  return last;
}

function drawIndex(sums: Float64Array, uniform: number): number {
  const wanted = uniform * sums[sums.length - 1];
  let index = 0;
  while (index < sums.length - 1 && sums[index] <= wanted) index++;
  return index;
}

export function drawColour(luck: Luck, hour: number, key: number): number {
  return luck.uint32(COLOUR, hour, key) & 15;
}

export function drawWhim(luck: Luck, hour: number, key: number): number {
  return luck.uint32(WHIM, hour, key);
}

export function drawSpeedFactor(luck: Luck, hour: number, key: number): number {
  const deviations = luck.normal(SPEED, hour, key);
  const within = Math.max(-SPEED_FACTOR_MOST_DEVIATIONS, Math.min(SPEED_FACTOR_MOST_DEVIATIONS, deviations));
  return 1 + SPEED_FACTOR_DEVIATION * within;
}
