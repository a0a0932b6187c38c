/**
 * Where each row keeps the edges of its way: all ways lie in one array, in rooms of eight edges and its doubles, so that
 * a hundred thousand short ways do not take the room of as many long ones. Where a way lies decides nothing and is not
 * saved.
 */
import type { Vehicles } from '../vehicles';

const LEAST_EDGES = 8;
const SIZES = 5; // up to the longest way that a row holds

export interface WayRooms {
  /** All ways; a room that is free holds the next free one of its size + 1, or 0. */
  route: Uint32Array;
  /** By row: where its way begins, −1 without one; and the size of its room. */
  readonly routeFrom: Int32Array;
  readonly routeSize: Uint8Array;
  /** By size: the first free room + 1. */
  readonly freeRoom: Uint32Array;
  roomsEnd: number;
}

export function createWayRooms(rows: number): WayRooms {
  return {
    route: new Uint32Array(16 * LEAST_EDGES),
    routeFrom: new Int32Array(rows).fill(-1),
    routeSize: new Uint8Array(rows),
    freeRoom: new Uint32Array(SIZES),
    roomsEnd: 0,
  };
}

/** Room for so many edges, where what the row holds of its way comes along; answers where it begins. */
export function roomForWay(vehicles: Vehicles, row: number, edges: number): number {
  const had = vehicles.routeFrom[row];
  if (had >= 0 && LEAST_EDGES << vehicles.routeSize[row] >= edges) return had;
  let size = 0;
  while (LEAST_EDGES << size < edges) size++;
  const from = takeRoom(vehicles, size);
  if (had >= 0) {
    vehicles.route.copyWithin(from, had, had + vehicles.routeLength[row]);
    giveRoomBack(vehicles, row);
  }
  vehicles.routeFrom[row] = from;
  vehicles.routeSize[row] = size;
  return from;
}

export function giveRoomBack(vehicles: Vehicles, row: number): void {
  const from = vehicles.routeFrom[row];
  if (from < 0) return;
  const size = vehicles.routeSize[row];
  vehicles.route[from] = vehicles.freeRoom[size];
  vehicles.freeRoom[size] = from + 1;
  vehicles.routeFrom[row] = -1;
}

function takeRoom(vehicles: Vehicles, size: number): number {
  const free = vehicles.freeRoom[size];
  if (free > 0) {
    vehicles.freeRoom[size] = vehicles.route[free - 1];
    return free - 1;
  }
  const from = vehicles.roomsEnd;
  vehicles.roomsEnd += LEAST_EDGES << size;
  if (vehicles.roomsEnd > vehicles.route.length) {
    const wider = new Uint32Array(Math.max(vehicles.roomsEnd, 2 * vehicles.route.length));
    wider.set(vehicles.route);
    vehicles.route = wider;
  }
  return from;
}
