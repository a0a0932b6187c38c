/** Trips that are due and have not entered yet: one queue for each edge that they start on, first come first served. */
import type { Network } from '../network';
import type { Trip } from './trips';

export interface Waiting {
  count: number;
  /** By edge. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** Not before this time is the first of the queue tried again, after no way was found for it. */
  readonly retrySeconds: Float64Array;
  /** By place in the pool. */
  next: Int32Array;
  tripHour: Int32Array;
  tripKey: Uint32Array;
  originPlace: Float64Array;
  destinationEdge: Int32Array;
  destinationPlace: Float64Array;
  kind: Uint8Array;
  /** When it was due, in seconds since the start of the run. */
  dueS: Float64Array;
  firstFree: number;
}

const FIRST_ROOM = 256;

export function createWaiting(network: Network): Waiting {
  const { edgeCount } = network.roads;
  const waiting: Waiting = {
    count: 0,
    first: new Int32Array(edgeCount).fill(-1),
    last: new Int32Array(edgeCount).fill(-1),
    retrySeconds: new Float64Array(edgeCount).fill(Number.NEGATIVE_INFINITY),
    next: new Int32Array(0),
    tripHour: new Int32Array(0),
    tripKey: new Uint32Array(0),
    originPlace: new Float64Array(0),
    destinationEdge: new Int32Array(0),
    destinationPlace: new Float64Array(0),
    kind: new Uint8Array(0),
    dueS: new Float64Array(0),
    firstFree: -1,
  };
  makeRoom(waiting, FIRST_ROOM);
  return waiting;
}

export function queueTrip(waiting: Waiting, hour: number, key: number, trip: Trip, dueS: number): void {
  if (waiting.firstFree < 0) makeRoom(waiting, 2 * waiting.next.length);
  const at = waiting.firstFree;
  waiting.firstFree = waiting.next[at];
  waiting.next[at] = -1;
  waiting.tripHour[at] = hour;
  waiting.tripKey[at] = key;
  waiting.originPlace[at] = trip.originPlace;
  waiting.destinationEdge[at] = trip.destinationEdge;
  waiting.destinationPlace[at] = trip.destinationPlace;
  waiting.kind[at] = trip.kind;
  waiting.dueS[at] = dueS;
  const edge = trip.originEdge;
  if (waiting.first[edge] < 0) waiting.first[edge] = at;
  else waiting.next[waiting.last[edge]] = at;
  waiting.last[edge] = at;
  waiting.count++;
}

/** Before everybody who waits there: who is let out first has to be. */
export function queueTripFirst(waiting: Waiting, hour: number, key: number, trip: Trip, dueS: number): void {
  const edge = trip.originEdge;
  const before = waiting.last[edge];
  queueTrip(waiting, hour, key, trip, dueS);
  if (waiting.first[edge] === waiting.last[edge]) return;
  const at = waiting.last[edge];
  waiting.next[before] = -1;
  waiting.last[edge] = before;
  waiting.next[at] = waiting.first[edge];
  waiting.first[edge] = at;
}

export function unqueueFirst(waiting: Waiting, edge: number): void {
  const at = waiting.first[edge];
  waiting.first[edge] = waiting.next[at];
  if (waiting.first[edge] < 0) waiting.last[edge] = -1;
  waiting.next[at] = waiting.firstFree;
  waiting.firstFree = at;
  waiting.count--;
}

/** Takes out one who is not the first; false where he does not wait there. */
export function unqueue(waiting: Waiting, edge: number, at: number): boolean {
  if (waiting.first[edge] === at) {
    unqueueFirst(waiting, edge);
    return true;
  }
  for (let before = waiting.first[edge]; before >= 0; before = waiting.next[before]) {
    if (waiting.next[before] !== at) continue;
    waiting.next[before] = waiting.next[at];
    if (waiting.last[edge] === at) waiting.last[edge] = before;
    waiting.next[at] = waiting.firstFree;
    waiting.firstFree = at;
    waiting.count--;
    return true;
  }
  return false;
}

/** The pool only grows: it doubles when more wait than ever before. */
function makeRoom(waiting: Waiting, room: number): void {
  const before = waiting.next.length;
  const grow = <A extends Int32Array | Uint32Array | Float64Array | Uint8Array>(values: A, wider: A): A => {
    wider.set(values);
    return wider;
  };
  waiting.next = grow(waiting.next, new Int32Array(room));
  waiting.tripHour = grow(waiting.tripHour, new Int32Array(room));
  waiting.tripKey = grow(waiting.tripKey, new Uint32Array(room));
  waiting.originPlace = grow(waiting.originPlace, new Float64Array(room));
  waiting.destinationEdge = grow(waiting.destinationEdge, new Int32Array(room));
  waiting.destinationPlace = grow(waiting.destinationPlace, new Float64Array(room));
  waiting.kind = grow(waiting.kind, new Uint8Array(room));
  waiting.dueS = grow(waiting.dueS, new Float64Array(room));
  for (let at = before; at < room; at++) waiting.next[at] = at + 1 < room ? at + 1 : -1;
  waiting.firstFree = before;
}
