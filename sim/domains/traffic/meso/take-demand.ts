/**
 * The trips of a scene as the driving would release them: the same numbers, the same luck, the same types, whims and
 * speed factors, and ways by what drivers expect at the time of asking. Listed vehicles with halts drive without them.
 */
import { streamOf } from '../../../kernel';
import { drawDeparture, listHour } from '../demand/departures';
import { LISTED_HOUR } from '../demand/listed';
import { drawPlace } from '../demand/listed-plan';
import { PEOPLE_DAY } from '../demand/people/identity';
import { tripOf } from '../demand/people/release';
import { LISTED_TYPE, LISTED_WAY } from '../demand/release-listed';
import { drawSpeedFactor, drawWhim, type Trip } from '../demand/trips';
import { FIRST_LISTED } from '../driving/drivers';
import { linkBetween } from '../routing/route';
import { findWay } from '../routing/search';
import type { TrafficState } from '../state';
import { addTrip, type MesoTrips, setWay } from './trips';

const DAY_S = 86_400;
const SPEED = streamOf('traffic.listed.speed');

/** Trips that no way serves, counted and not driven. */
export interface Taken {
  readonly rows: number[];
  withoutWay: number;
}

const way: number[] = [];

/** A trip of the city's own demand with the way that is best now; −1 where there is none. */
export function takeTrip(
  state: TrafficState,
  trips: MesoTrips,
  hour: number,
  key: number,
  trip: Trip,
  dueS: number,
): number {
  const { luck, network, closures, edges, search } = state;
  const whim = drawWhim(luck, hour, key);
  const classes = state.drivers.classes[trip.kind];
  if (!findWay(search, network, closures, edges, trip.originEdge, trip.destinationEdge, whim, classes)) return -1;
  const row = addTrip(trips);
  trips.hour[row] = hour;
  trips.key[row] = key;
  trips.whim[row] = whim;
  trips.type[row] = trip.kind;
  trips.kind[row] = trip.kind;
  trips.speedFactor[row] = drawSpeedFactor(luck, hour, key);
  trips.dueS[row] = dueS;
  trips.originPlace[row] = trip.originPlace;
  trips.destinationPlace[row] = trip.destinationPlace;
  trips.enterMps[row] = Number.POSITIVE_INFINITY;
  takeWay(state, trips, row, search.way, search.wayLength);
  return row;
}

function takeWay(state: TrafficState, trips: MesoTrips, row: number, edges: ArrayLike<number>, length: number): void {
  way.length = 0;
  for (let i = 0; i + 1 < length; i++) way.push(linkBetween(state, edges[i], edges[i + 1]));
  setWay(trips, row, edges[0], way);
}

/** Everybody whom the groups, the matrices and the list let set out in a span of time, in the order of their times. */
export function takeDemand(state: TrafficState, trips: MesoTrips, fromS: number, untilS: number): Taken {
  const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };
  const taken: Taken = { rows: [], withoutWay: 0 };
  for (let hour = Math.floor(fromS / 3_600); hour <= Math.floor(untilS / 3_600); hour++) {
    const { hours, keys, dueSeconds } = listHour(state, hour);
    for (let i = 0; i < keys.length; i++) {
      if (dueSeconds[i] < fromS || dueSeconds[i] >= untilS) continue;
      if (!drawDeparture(state, hours[i], keys[i], trip)) continue;
      const row = takeTrip(state, trips, hours[i], keys[i], trip, dueSeconds[i]);
      if (row < 0) taken.withoutWay++;
      else taken.rows.push(row);
    }
  }
  takePeople(state, trips, fromS, untilS, taken);
  takeListed(state, trips, fromS, untilS, taken);
  taken.rows.sort((a, b) => trips.dueS[a] - trips.dueS[b] || a - b);
  return taken;
}

/** People by their plans: everybody in time, wherever the way before may have ended. */
function takePeople(state: TrafficState, trips: MesoTrips, fromS: number, untilS: number, taken: Taken): void {
  const { people, progress } = state;
  if (people === null || progress === null) return;
  const trip: Trip = { originEdge: 0, originPlace: 0, destinationEdge: 0, destinationPlace: 0, kind: 0 };
  const { keys, secondOfDay, daysAfter } = people.departures;
  for (let day = Math.floor(fromS / DAY_S); day <= Math.floor(untilS / DAY_S); day++) {
    for (let i = 0; i < keys.length; i++) {
      const dueS = day * DAY_S + secondOfDay[i];
      if (dueS < fromS || dueS >= untilS) continue;
      tripOf(state, progress, keys[i], trip);
      const row = takeTrip(state, trips, PEOPLE_DAY + day - daysAfter[i], keys[i], trip, dueS);
      if (row < 0) taken.withoutWay++;
      else taken.rows.push(row);
    }
  }
}

function takeListed(state: TrafficState, trips: MesoTrips, fromS: number, untilS: number, taken: Taken): void {
  const { listed, luck, network, closures, edges, search } = state;
  if (listed === null) return;
  const { plan } = listed;
  for (const key of listed.order) {
    const dueS = listed.dueSeconds[key];
    if (dueS < fromS || dueS >= untilS) continue;
    const going = listed.going[key];
    const wanted = plan.goings[going];
    const type = drawPlace(plan.typeOf[going], luck.uniform(LISTED_TYPE, LISTED_HOUR, key));
    const draw = plan.wayOf[going];
    const whim = drawWhim(luck, LISTED_HOUR, key);
    const classes = state.drivers.classes[FIRST_LISTED + type];
    let given: ArrayLike<number>;
    let length: number;
    if (draw !== null) {
      given = plan.ways[drawPlace(draw, luck.uniform(LISTED_WAY, LISTED_HOUR, key))];
      length = given.length;
    } else if (plan.fromEdge[going] === plan.toEdge[going]) {
      given = [plan.fromEdge[going]];
      length = 1;
    } else if (findWay(search, network, closures, edges, plan.fromEdge[going], plan.toEdge[going], whim, classes)) {
      given = search.way;
      length = search.wayLength;
    } else {
      taken.withoutWay++;
      continue;
    }
    const row = addTrip(trips);
    trips.hour[row] = LISTED_HOUR;
    trips.key[row] = key;
    trips.whim[row] = whim;
    trips.type[row] = FIRST_LISTED + type;
    trips.kind[row] = plan.kinds[type];
    const { mean, deviation, min, max } = plan.types[type].speedFactor;
    trips.speedFactor[row] = Math.max(min, Math.min(max, mean + deviation * luck.normal(SPEED, LISTED_HOUR, key)));
    trips.dueS[row] = dueS;
    trips.originPlace[row] = -1;
    trips.destinationPlace[row] = -1;
    const speed = wanted.departSpeed;
    trips.enterMps[row] = speed === undefined ? 0 : typeof speed === 'number' ? speed : Number.POSITIVE_INFINITY;
    takeWay(state, trips, row, given, length);
    taken.rows.push(row);
  }
}
