import { CHAIN } from './driving/chain';
import { createWayRooms, giveRoomBack, type WayRooms } from './routing/way-room';
import { CAR } from './vehicle-kinds';

/** Edges of a route that a row can hold; a longer way is planned in stages. */
export const MOST_WAY_EDGES = 128;

export const CIRCULATES = 1;
export const DIVERTED = 2;
/** Follows a way that is given, edge by edge, until something shut makes it impossible. */
export const FIXED = 4;
/** Drives to a call, as fast as that allows. */
export const HURRIED = 8;
/** An emergency vehicle on its way home, without its blue light. */
export const AT_EASE = 16;

/** One row a vehicle, for its whole life; an empty row has track −1. Saved field by field, in the order of the lists below. */
export interface Vehicles extends WayRooms {
  readonly capacity: number;
  /** Highest row in use + 1. */
  rowEnd: number;
  count: number;
  /** No row below this one is empty. */
  lowestEmpty: number;

  readonly track: Int32Array;
  readonly ahead: Int32Array;
  readonly behind: Int32Array;
  readonly trackBefore: Int32Array;
  readonly trackBefore2: Int32Array;
  /** Turn that it will take from its lane; −1 where the lane does not lead its way, or the way ends on this edge. */
  readonly nextTurn: Int32Array;
  readonly destinationEdge: Int32Array;
  readonly routeAt: Int32Array;
  readonly routeLength: Int32Array;
  /** Of a given way: which one, and how many of its edges have been loaded into the row so far. */
  readonly fixedWay: Int32Array;
  readonly wayLoaded: Int32Array;
  readonly tripHour: Int32Array;
  /** Number of its type among the drivers. */
  readonly type: Int32Array;
  readonly trackBefore3: Int32Array;
  /** Place among its halts of the one it has yet to make, −1 none. */
  readonly haltAt: Int32Array;
  readonly tripKey: Uint32Array;
  /** The driver's whim: makes one way a little dearer to one than to another. */
  readonly whim: Uint32Array;
  readonly kind: Uint8Array;
  readonly colour: Uint8Array;
  readonly flags: Uint8Array;
  /** What drives it, by emissions/energy-classes.ts; nothing drives an empty row. */
  readonly energyClass: Uint8Array;

  /** Front bumper along the track. */
  readonly positionM: Float64Array;
  readonly speedMps: Float64Array;
  readonly accelerationMps2: Float64Array;
  readonly lateralM: Float64Array;
  readonly odometerM: Float64Array;
  readonly speedFactor: Float64Array;
  readonly destinationM: Float64Array;
  readonly stillSeconds: Float64Array;

  /** Since it stands without meaning to, and for how long it still means to. */
  readonly waitS: Float64Array;
  readonly haltLeftS: Float64Array;
  /** When it came into the junction it is in, and to where others' ways meet its own. */
  readonly enteredS: Float64Array;
  readonly conflictS: Float64Array;
  /** The speed that a change of lane asks of it in the next step. */
  readonly adviceMps: Float64Array;
  /** Remembered speed that its looking ahead goes by; its wishes for the left, below zero for the right, and for the kerb. */
  readonly lookMps: Float64Array;
  readonly gain: Float64Array;
  readonly keepRightWish: Float64Array;
  /** What he means to do about lanes, by driving/change-bits.ts; the way left for it, and the room kept at its end. */
  readonly changeBits: Int32Array;
  readonly leftM: Float64Array;
  readonly blockerM: Float64Array;
  readonly dueS: Float64Array;
  readonly departedS: Float64Array;
  /** Energy left in its cells, and what its way so far takes on an empty road at the scene's limits. */
  readonly batteryJ: Float64Array;
  /** Its speed when its energy was last reckoned. */
  readonly meteredMps: Float64Array;
  readonly freeSeconds: Float64Array;

  /** By row and lane of its edge: how far that lane leads, and how many lanes lie between it and the best. Derived. */
  readonly laneStride: number;
  readonly laneReachM: Float64Array;
  readonly laneOffset: Int8Array;
  /** And the lanes that follow it; empty where nobody asks. */
  readonly leads: Uint8Array;
  /** By row: the turns to take from here. */
  readonly chain: Int32Array;
  /** 1 where it means to wait at what comes next. */
  readonly waitsAhead: Uint8Array;
  /** Only within a step. */
  readonly nextMps: Float64Array;

  /** Only for the picture, neither saved nor read by any step. */
  readonly frameTripHour: Int32Array;
  readonly frameTripKey: Uint32Array;
  readonly frameOdometerM: Float64Array;
  readonly frameLateralM: Float64Array;
}

export const savedInt32s = [
  'track',
  'ahead',
  'behind',
  'trackBefore',
  'trackBefore2',
  'nextTurn',
  'destinationEdge',
  'routeAt',
  'routeLength',
  'fixedWay',
  'wayLoaded',
  'tripHour',
  'type',
  'trackBefore3',
  'haltAt',
  'changeBits',
] as const;
export const savedUint32s = ['tripKey', 'whim'] as const;
export const savedUint8s = ['kind', 'colour', 'flags', 'waitsAhead', 'energyClass'] as const;
export const savedFloat64s = [
  'positionM',
  'speedMps',
  'accelerationMps2',
  'lateralM',
  'odometerM',
  'speedFactor',
  'destinationM',
  'stillSeconds',
  'waitS',
  'haltLeftS',
  'enteredS',
  'conflictS',
  'adviceMps',
  'lookMps',
  'gain',
  'keepRightWish',
  'leftM',
  'blockerM',
  'dueS',
  'departedS',
  'batteryJ',
  'meteredMps',
  'freeSeconds',
] as const;

export function createVehicles(capacity: number, laneStride: number, leads = 0): Vehicles {
  const int32 = (fill: number) => new Int32Array(capacity).fill(fill);
  const float64 = () => new Float64Array(capacity);
  return {
    capacity,
    rowEnd: 0,
    count: 0,
    lowestEmpty: 0,
    track: int32(-1),
    ahead: int32(-1),
    behind: int32(-1),
    trackBefore: int32(-1),
    trackBefore2: int32(-1),
    nextTurn: int32(-1),
    destinationEdge: int32(-1),
    routeAt: int32(0),
    routeLength: int32(0),
    fixedWay: int32(-1),
    wayLoaded: int32(-1),
    tripHour: int32(0),
    type: int32(-1),
    trackBefore3: int32(-1),
    haltAt: int32(-1),
    tripKey: new Uint32Array(capacity),
    whim: new Uint32Array(capacity),
    kind: new Uint8Array(capacity),
    colour: new Uint8Array(capacity),
    flags: new Uint8Array(capacity),
    energyClass: new Uint8Array(capacity),
    positionM: float64(),
    speedMps: float64(),
    accelerationMps2: float64(),
    lateralM: float64(),
    odometerM: float64(),
    speedFactor: float64(),
    destinationM: float64(),
    stillSeconds: float64(),
    waitS: float64(),
    haltLeftS: float64(),
    enteredS: float64(),
    conflictS: float64(),
    adviceMps: float64(),
    lookMps: float64(),
    gain: float64(),
    keepRightWish: float64(),
    changeBits: int32(0),
    leftM: float64(),
    blockerM: float64(),
    dueS: float64(),
    departedS: float64(),
    batteryJ: float64(),
    meteredMps: float64(),
    freeSeconds: float64(),
    ...createWayRooms(capacity),
    laneStride,
    laneReachM: new Float64Array(capacity * laneStride),
    laneOffset: new Int8Array(capacity * laneStride),
    leads: new Uint8Array(capacity * laneStride * leads),
    chain: new Int32Array(capacity * CHAIN).fill(-1),
    waitsAhead: new Uint8Array(capacity),
    nextMps: float64(),
    frameTripHour: int32(-1),
    frameTripKey: new Uint32Array(capacity),
    frameOdometerM: float64(),
    frameLateralM: float64(),
  };
}

/** Takes the lowest empty row, so that rows depend on the state alone; −1 when there is none. Everything in it is reset. */
export function takeRow(vehicles: Vehicles): number {
  let row = vehicles.lowestEmpty;
  while (row < vehicles.rowEnd && vehicles.track[row] >= 0) row++;
  if (row >= vehicles.capacity) return -1;
  vehicles.lowestEmpty = row + 1;
  if (row >= vehicles.rowEnd) vehicles.rowEnd = row + 1;
  vehicles.count++;
  clearRow(vehicles, row);
  return row;
}

export function giveRowBack(vehicles: Vehicles, row: number): void {
  clearRow(vehicles, row);
  vehicles.count--;
  if (row < vehicles.lowestEmpty) vehicles.lowestEmpty = row;
  while (vehicles.rowEnd > 0 && vehicles.track[vehicles.rowEnd - 1] < 0) vehicles.rowEnd--;
}

/** An empty row always holds the same values, so that equal cities save to equal bytes. */
function clearRow(vehicles: Vehicles, row: number): void {
  giveRoomBack(vehicles, row);
  for (const field of savedInt32s) vehicles[field][row] = -1;
  for (const field of savedUint32s) vehicles[field][row] = 0;
  for (const field of savedUint8s) vehicles[field][row] = 0;
  for (const field of savedFloat64s) vehicles[field][row] = 0;
  vehicles.routeAt[row] = 0;
  vehicles.routeLength[row] = 0;
  vehicles.changeBits[row] = 0;
  vehicles.kind[row] = CAR;
  vehicles.type[row] = CAR;
  vehicles.haltLeftS[row] = -1;
  vehicles.adviceMps[row] = Number.POSITIVE_INFINITY;
  const { laneStride, leads, capacity } = vehicles;
  const leadsEach = leads.length / capacity;
  vehicles.laneReachM.fill(0, row * laneStride, (row + 1) * laneStride);
  vehicles.laneOffset.fill(0, row * laneStride, (row + 1) * laneStride);
  leads.fill(0, row * leadsEach, (row + 1) * leadsEach);
  vehicles.chain.fill(-1, row * CHAIN, (row + 1) * CHAIN);
}

/** Whether its way goes on so many places further. Asks less of memory than the edge there. */
export function goesOn(vehicles: Vehicles, row: number, further: number): boolean {
  return vehicles.routeAt[row] + further < vehicles.routeLength[row] || (vehicles.flags[row] & CIRCULATES) !== 0;
}

/** Edge at so many places further on its route; −1 past its end. A way that circulates has no end. */
export function edgeOnRoute(vehicles: Vehicles, row: number, further: number): number {
  const length = vehicles.routeLength[row];
  let at = vehicles.routeAt[row] + further;
  if (at >= length) {
    if ((vehicles.flags[row] & CIRCULATES) === 0) return -1;
    at %= length;
  }
  return vehicles.route[vehicles.routeFrom[row] + at];
}

/** He is on the next edge of his way. */
export function takeNextEdge(vehicles: Vehicles, row: number): void {
  vehicles.routeAt[row]++;
  const isPastEnd = vehicles.routeAt[row] >= vehicles.routeLength[row];
  if (isPastEnd && (vehicles.flags[row] & CIRCULATES) !== 0) vehicles.routeAt[row] = 0;
}
