/**
 * Trips as the queue model drives them: a row each, for good, with the way as links from edge to edge. Rows only grow in
 * number; what a run needs to remember of a trip stays in its row, so that its times can be read when all is over.
 */

export const NOT_YET = 0;
export const AT_ORIGIN = 1;
export const ON_ROAD = 2;
export const ARRIVED = 3;

export interface MesoTrips {
  count: number;
  /** Who it is: as in the rows of the driving. */
  hour: Int32Array;
  key: Uint32Array;
  whim: Uint32Array;
  type: Int32Array;
  kind: Uint8Array;
  speedFactor: Float64Array;
  dueS: Float64Array;
  /** Shares of the first and the last edge; −1: in at its beginning, out at its end. */
  originPlace: Float64Array;
  destinationPlace: Float64Array;
  /** Speed on coming in; infinite: what the lane lets him have. */
  enterMps: Float64Array;
  firstEdge: Int32Array;
  /** The way after the first edge: links[k], k from linkFrom to linkFrom + linkCount − 1. */
  linkFrom: Int32Array;
  linkCount: Int32Array;
  links: Int32Array;
  linksUsed: number;

  /** As it stands: how far along the way, on which lane, by which turn next, among whom. */
  state: Uint8Array;
  at: Int32Array;
  lane: Int32Array;
  turn: Int32Array;
  ahead: Int32Array;
  behind: Int32Array;
  /** When it came to this edge; when it set out along the lane, from where and how fast; when it could be at the line. */
  edgeS: Float64Array;
  sinceS: Float64Array;
  sinceM: Float64Array;
  sinceMps: Float64Array;
  freeS: Float64Array;
  freeMps: Float64Array;
  enteredS: Float64Array;
  arrivedS: Float64Array;
}

const int32s = ['hour', 'type', 'firstEdge', 'linkFrom', 'linkCount', 'at', 'lane', 'turn', 'ahead', 'behind'] as const;
const uint32s = ['key', 'whim'] as const;
const uint8s = ['kind', 'state'] as const;
const float64s = [
  'speedFactor',
  'dueS',
  'originPlace',
  'destinationPlace',
  'enterMps',
  'edgeS',
  'sinceS',
  'sinceM',
  'sinceMps',
  'freeS',
  'freeMps',
  'enteredS',
  'arrivedS',
] as const;

const FIRST_ROOM = 1_024;
const LINKS_A_TRIP = 16;

export function createTrips(room = FIRST_ROOM): MesoTrips {
  const trips = { count: 0, linksUsed: 0, links: new Int32Array(room * LINKS_A_TRIP) } as MesoTrips;
  for (const field of int32s) trips[field] = new Int32Array(room);
  for (const field of uint32s) trips[field] = new Uint32Array(room);
  for (const field of uint8s) trips[field] = new Uint8Array(room);
  for (const field of float64s) trips[field] = new Float64Array(room);
  return trips;
}

function grown<A extends Int32Array | Uint32Array | Uint8Array | Float64Array>(wider: A, values: A): A {
  wider.set(values);
  return wider;
}

/** A new row, all of it to be filled in by the caller but its state. */
export function addTrip(trips: MesoTrips): number {
  const row = trips.count++;
  if (row === trips.type.length) {
    const room = 2 * row;
    for (const field of int32s) trips[field] = grown(new Int32Array(room), trips[field]);
    for (const field of uint32s) trips[field] = grown(new Uint32Array(room), trips[field]);
    for (const field of uint8s) trips[field] = grown(new Uint8Array(room), trips[field]);
    for (const field of float64s) trips[field] = grown(new Float64Array(room), trips[field]);
  }
  clearTrip(trips, row);
  return row;
}

/** Gives a row its way from the first edge on; a way that is no longer than its last one takes its place. */
export function setWay(trips: MesoTrips, row: number, firstEdge: number, links: ArrayLike<number>): void {
  const count = links.length;
  if (count > trips.linkCount[row]) {
    if (trips.linksUsed + count > trips.links.length) {
      trips.links = grown(new Int32Array(2 * (trips.linksUsed + count)), trips.links);
    }
    trips.linkFrom[row] = trips.linksUsed;
    trips.linksUsed += count;
  }
  trips.firstEdge[row] = firstEdge;
  trips.linkCount[row] = count;
  for (let i = 0; i < count; i++) trips.links[trips.linkFrom[row] + i] = links[i];
}

/** As before it set out, so that the same trips can be driven again. */
export function clearTrip(trips: MesoTrips, row: number): void {
  trips.state[row] = NOT_YET;
  trips.at[row] = 0;
  trips.lane[row] = -1;
  trips.turn[row] = -1;
  trips.ahead[row] = -1;
  trips.behind[row] = -1;
  trips.enteredS[row] = Number.NaN;
  trips.arrivedS[row] = Number.NaN;
}
