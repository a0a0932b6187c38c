/** People at stops and in buses: one pool in arrays, a chain for each stop in the order of coming and one for each bus. */
export interface Passengers {
  /** At stops, those on foot from one stop to another included; and in buses. */
  waiting: number;
  aboard: number;
  /** By stop. */
  readonly first: Int32Array;
  readonly last: Int32Array;
  /** By place in the pool. */
  next: Int32Array;
  /** The stop to get off at; where to get on again and off for good, −1 for who changes nowhere. */
  to: Int32Array;
  onAgain: Int32Array;
  offLast: Int32Array;
  /** Since when he is at the stop, in seconds since the start; in a bus, since when in there. */
  sinceS: Float64Array;
  firstFree: number;
}

export const passengerInts = ['next', 'to', 'onAgain', 'offLast'] as const;
const FIRST_ROOM = 256;

export function createPassengers(stopCount: number): Passengers {
  const passengers: Passengers = {
    waiting: 0,
    aboard: 0,
    first: new Int32Array(stopCount).fill(-1),
    last: new Int32Array(stopCount).fill(-1),
    next: new Int32Array(0),
    to: new Int32Array(0),
    onAgain: new Int32Array(0),
    offLast: new Int32Array(0),
    sinceS: new Float64Array(0),
    firstFree: -1,
  };
  makeRoom(passengers, FIRST_ROOM);
  return passengers;
}

/** Somebody comes to a stop, behind those who came before him. */
export function comeToStop(
  passengers: Passengers,
  stop: number,
  to: number,
  onAgain: number,
  offLast: number,
  sinceS: number,
): void {
  if (passengers.firstFree < 0) makeRoom(passengers, 2 * passengers.next.length);
  const who = passengers.firstFree;
  passengers.firstFree = passengers.next[who];
  passengers.to[who] = to;
  passengers.onAgain[who] = onAgain;
  passengers.offLast[who] = offLast;
  passengers.sinceS[who] = sinceS;
  joinStop(passengers, who, stop);
}

/** One who is in the pool and in no chain. */
export function joinStop(passengers: Passengers, who: number, stop: number): void {
  passengers.next[who] = -1;
  if (passengers.first[stop] < 0) passengers.first[stop] = who;
  else passengers.next[passengers.last[stop]] = who;
  passengers.last[stop] = who;
  passengers.waiting++;
}

/** Takes somebody out of a stop's chain; `before` stands before him there, −1 nobody. */
export function leaveStop(passengers: Passengers, stop: number, who: number, before: number): void {
  const after = passengers.next[who];
  if (before < 0) passengers.first[stop] = after;
  else passengers.next[before] = after;
  if (passengers.last[stop] === who) passengers.last[stop] = before;
  passengers.waiting--;
}

/** He is where he wanted to be: his place is free again. */
export function goHome(passengers: Passengers, who: number): void {
  passengers.to[who] = -1;
  passengers.onAgain[who] = -1;
  passengers.offLast[who] = -1;
  passengers.sinceS[who] = 0;
  passengers.next[who] = passengers.firstFree;
  passengers.firstFree = who;
}

function makeRoom(passengers: Passengers, room: number): void {
  const before = passengers.next.length;
  for (const field of passengerInts) {
    const wider = new Int32Array(room).fill(-1);
    wider.set(passengers[field]);
    passengers[field] = wider;
  }
  const sinceS = new Float64Array(room);
  sinceS.set(passengers.sinceS);
  passengers.sinceS = sinceS;
  for (let who = before; who < room; who++) passengers.next[who] = who + 1 < room ? who + 1 : -1;
  passengers.firstFree = before;
}
