/** Ambulances and fire engines, and the calls that they answer: rows of plain arrays, all of them part of the saved state. */

export const AMBULANCE = 0;
export const FIRE_ENGINE = 1;

/** States of a unit. */
export const AT_STATION = 0;
/** The crew gets ready. */
export const TURNS_OUT = 1;
export const TO_SCENE = 2;
export const ON_SCENE = 3;
export const TO_HOSPITAL = 4;
export const HANDS_OVER = 5;
/** On the way home, and free to answer the next call. */
export const RETURNS = 6;
/** From where its vehicle had to stop; it is there when it has come. */
export const WALKS = 7;

export interface ResponseFleet {
  readonly count: number;
  readonly service: Uint8Array;
  readonly state: Uint8Array;
  readonly homeEdge: Int32Array;
  /** Where it is; the engine moves it. */
  readonly atEdge: Int32Array;
  /** Row of the call that it answers, −1 of none. */
  readonly call: Int32Array;
  /** When the crew is ready, done on the scene, or done at the hospital. */
  readonly untilSeconds: Float64Array;
}

export interface Station {
  readonly service: number;
  readonly edge: number;
  readonly units: number;
}

export function createResponseFleet(stations: readonly Station[]): ResponseFleet {
  const homes = stations.flatMap(({ service, edge, units }) =>
    Array.from({ length: units }, () => ({ service, edge })),
  );
  const count = homes.length;
  return {
    count,
    service: Uint8Array.from(homes, ({ service }) => service),
    state: new Uint8Array(count),
    homeEdge: Int32Array.from(homes, ({ edge }) => edge),
    atEdge: Int32Array.from(homes, ({ edge }) => edge),
    call: new Int32Array(count).fill(-1),
    untilSeconds: new Float64Array(count),
  };
}

export const savedFleetFields = ['state', 'atEdge', 'call', 'untilSeconds'] as const;

/** One row for each unit that is needed: a fire that takes three engines is three calls at one place. */
export interface Calls {
  readonly capacity: number;
  count: number;
  readonly service: Uint8Array;
  readonly edge: Int32Array;
  /** The more, the more urgent. */
  readonly urgency: Uint8Array;
  readonly calledSeconds: Float64Array;
  readonly workSeconds: Float64Array;
  /** Time at the hospital; 0 where nobody has to be taken there. */
  readonly handOverSeconds: Float64Array;
  /** −1 where nobody is on the way. */
  readonly unit: Int32Array;
  readonly assignedSeconds: Float64Array;
  readonly arrivedSeconds: Float64Array;
  readonly clearedSeconds: Float64Array;
  /** Happening that caused it. */
  readonly cause: Int32Array;
}

export const savedCallFields = [
  'service',
  'edge',
  'urgency',
  'calledSeconds',
  'workSeconds',
  'handOverSeconds',
  'unit',
  'assignedSeconds',
  'arrivedSeconds',
  'clearedSeconds',
  'cause',
] as const;

export function createCalls(capacity: number): Calls {
  const times = () => new Float64Array(capacity).fill(-1);
  return {
    capacity,
    count: 0,
    service: new Uint8Array(capacity),
    edge: new Int32Array(capacity).fill(-1),
    urgency: new Uint8Array(capacity),
    calledSeconds: times(),
    workSeconds: times(),
    handOverSeconds: times(),
    unit: new Int32Array(capacity).fill(-1),
    assignedSeconds: times(),
    arrivedSeconds: times(),
    clearedSeconds: times(),
    cause: new Int32Array(capacity).fill(-1),
  };
}

export interface Call {
  readonly service: number;
  readonly edge: number;
  readonly urgency: number;
  readonly calledSeconds: number;
  readonly workSeconds: number;
  readonly handOverSeconds: number;
  readonly cause: number;
}

/**
 * Its row; −1 where there is no room for another, which the caller has to say. Once there are as many as can be kept, the
 * oldest that is over gives way: in a run that lives for weeks help would otherwise come no more.
 */
export function addCall(calls: Calls, call: Call): number {
  const row = calls.count < calls.capacity ? calls.count++ : oldestOver(calls);
  if (row < 0) return -1;
  calls.unit[row] = -1;
  calls.assignedSeconds[row] = -1;
  calls.arrivedSeconds[row] = -1;
  calls.clearedSeconds[row] = -1;
  calls.service[row] = call.service;
  calls.edge[row] = call.edge;
  calls.urgency[row] = call.urgency;
  calls.calledSeconds[row] = call.calledSeconds;
  calls.workSeconds[row] = call.workSeconds;
  calls.handOverSeconds[row] = call.handOverSeconds;
  calls.cause[row] = call.cause;
  return row;
}

function oldestOver({ count, clearedSeconds, calledSeconds }: Calls): number {
  let oldest = -1;
  for (let call = 0; call < count; call++) {
    if (clearedSeconds[call] >= 0 && (oldest < 0 || calledSeconds[call] < calledSeconds[oldest])) oldest = call;
  }
  return oldest;
}
