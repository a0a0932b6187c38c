/**
 * What everyone intends in this step, place by place along his way: how fast he would pass a place and how fast he may
 * go if he must wait before it, when he would be there, and whether he asks to pass. One pool for all; a row's places
 * follow each other in it. Whoever asks is chained to the link, so that others see who is coming.
 */
import type { Links } from './links';

/** A place that needs no leave: the end of the way, or of a lane that leads nowhere. */
export const NO_LINK = -1;
/** The end of a turn; nobody is asked there, but one who cannot leave a junction had better not enter it. */
export const EXIT = -2;

export interface Intents {
  count: number;
  link: Int32Array;
  row: Int32Array;
  /** Next who approaches the same link. */
  next: Int32Array;
  passMps: Float64Array;
  waitMps: Float64Array;
  distanceM: Float64Array;
  arriveS: Float64Array;
  arriveMps: Float64Array;
  /** Speed on arrival if he brakes from now on. */
  brakedMps: Float64Array;
  leaveMps: Float64Array;
  clearM: Float64Array;
  asks: Uint8Array;
  roomM: Float64Array;
  /** By row. */
  readonly start: Int32Array;
  readonly length: Uint8Array;
  /** By link: the first who approaches it. */
  readonly first: Int32Array;
  /** By row: when he counts as having come into the junction that he was given leave to enter; and how many leaves were given. */
  readonly comesS: Float64Array;
  leaves: number;
}

const FIRST_ROOM = 1_024;
export const MOST_PLACES = 24;

export function createIntents(rows: number, links: Links): Intents {
  // Most have one place, and a few several. Room that is not used takes no memory.
  const room = Math.max(FIRST_ROOM, Math.ceil(1.5 * rows));
  const int32 = () => new Int32Array(room);
  const float64 = () => new Float64Array(room);
  return {
    count: 0,
    link: int32(),
    row: int32(),
    next: int32(),
    passMps: float64(),
    waitMps: float64(),
    distanceM: float64(),
    arriveS: float64(),
    arriveMps: float64(),
    brakedMps: float64(),
    leaveMps: float64(),
    clearM: float64(),
    asks: new Uint8Array(room),
    roomM: float64(),
    start: new Int32Array(rows),
    length: new Uint8Array(rows),
    first: new Int32Array(links.count).fill(-1),
    comesS: new Float64Array(rows),
    leaves: 0,
  };
}

export function clearIntents(intents: Intents): void {
  intents.count = 0;
  intents.first.fill(-1);
  intents.leaves = 0;
}

/** Room for one row's places; grows by doubling, and never shrinks. */
export function makeRoom(intents: Intents): void {
  const size = intents.link.length;
  if (intents.count + MOST_PLACES <= size) return;
  const int32 = (values: Int32Array) => {
    const wider = new Int32Array(2 * size);
    wider.set(values);
    return wider;
  };
  const float64 = (values: Float64Array) => {
    const wider = new Float64Array(2 * size);
    wider.set(values);
    return wider;
  };
  intents.link = int32(intents.link);
  intents.row = int32(intents.row);
  intents.next = int32(intents.next);
  intents.passMps = float64(intents.passMps);
  intents.waitMps = float64(intents.waitMps);
  intents.distanceM = float64(intents.distanceM);
  intents.arriveS = float64(intents.arriveS);
  intents.arriveMps = float64(intents.arriveMps);
  intents.brakedMps = float64(intents.brakedMps);
  intents.leaveMps = float64(intents.leaveMps);
  intents.clearM = float64(intents.clearM);
  intents.roomM = float64(intents.roomM);
  const asks = new Uint8Array(2 * size);
  asks.set(intents.asks);
  intents.asks = asks;
}

/** Chains a place to its link. */
export function approach(intents: Intents, at: number): void {
  const link = intents.link[at];
  intents.next[at] = intents.first[link];
  intents.first[link] = at;
}

/** A place that was asked for is left no faster than this. */
export function leaveWith(intents: Intents, at: number, mps: number): void {
  if (mps < intents.leaveMps[at]) intents.leaveMps[at] = Math.max(0, mps);
}

/** A place of the plan that is being made: how fast to pass it, and to wait before it. */
export function note(
  intents: Intents,
  link: number,
  passMps: number,
  waitMps: number,
  distanceM: number,
  asks: number,
): void {
  const at = intents.count++;
  intents.link[at] = link;
  intents.passMps[at] = passMps;
  intents.waitMps[at] = waitMps;
  intents.distanceM[at] = distanceM;
  intents.asks[at] = asks;
  intents.roomM[at] = 0;
}

/** Of a place that is asked for: when one would be there and be gone. */
export function noteArrival(
  intents: Intents,
  at: number,
  row: number,
  arriveS: number,
  arriveMps: number,
  brakedMps: number,
  leaveMps: number,
  passM: number,
): void {
  intents.row[at] = row;
  intents.arriveS[at] = arriveS;
  intents.arriveMps[at] = arriveMps;
  intents.brakedMps[at] = brakedMps;
  intents.leaveMps[at] = leaveMps;
  // How far to be clear of it; turned into a time once the speed of leaving is known.
  intents.clearM[at] = passM;
}
