/** Runs that are due or under way: which line, which stop comes next, who is aboard. A pool in arrays; empty places are all alike. */
export const BUS_HOUR = -5_000_000;
export const isOfBus = (tripHour: number) => tripHour === BUS_HOUR;

export const NO_RUN = 0;
/** Due at a time to come, or waiting for its bus to be back. */
export const HELD = 1;
/** Waits for a gap before its stop, or is on the road. */
export const RUNS = 2;

export interface BusRuns {
  count: number;
  state: Uint8Array;
  /** Stands in its vehicle's key: the day and the run's place in the day. */
  key: Uint32Array;
  line: Int32Array;
  /** Which of the city's buses drives it. */
  bus: Int32Array;
  /** Place among the line's stops of the next one; while it stands at one, of that. */
  next: Int32Array;
  /** 1 while it stands at that stop. */
  stands: Int32Array;
  /** When it is due at its line's first stop, and from when it may come onto the road; in seconds since the start. */
  dueS: Float64Array;
  holdsS: Float64Array;
  aboard: Int32Array;
  firstAboard: Int32Array;
}

export const runInts = ['line', 'bus', 'next', 'stands', 'aboard', 'firstAboard'] as const;
export const runFloats = ['dueS', 'holdsS'] as const;
const FIRST_ROOM = 32;

export function createBusRuns(): BusRuns {
  const runs: BusRuns = {
    count: 0,
    state: new Uint8Array(0),
    key: new Uint32Array(0),
    line: new Int32Array(0),
    bus: new Int32Array(0),
    next: new Int32Array(0),
    stands: new Int32Array(0),
    dueS: new Float64Array(0),
    holdsS: new Float64Array(0),
    aboard: new Int32Array(0),
    firstAboard: new Int32Array(0),
  };
  makeRoom(runs, FIRST_ROOM);
  return runs;
}

/** The lowest empty place, so that it depends on the state alone. */
export function takeRun(runs: BusRuns): number {
  let at = 0;
  while (at < runs.state.length && runs.state[at] !== NO_RUN) at++;
  if (at === runs.state.length) makeRoom(runs, 2 * at);
  runs.count++;
  return at;
}

export function giveRunBack(runs: BusRuns, at: number): void {
  clear(runs, at);
  runs.count--;
}

/** −1 where no such run is due or under way. */
export function runOfKey(runs: BusRuns, key: number): number {
  for (let at = 0; at < runs.state.length; at++) if (runs.state[at] !== NO_RUN && runs.key[at] === key) return at;
  return -1;
}

function clear(runs: BusRuns, at: number): void {
  runs.state[at] = NO_RUN;
  runs.key[at] = 0;
  for (const field of runInts) runs[field][at] = field === 'firstAboard' ? -1 : 0;
  for (const field of runFloats) runs[field][at] = 0;
}

function makeRoom(runs: BusRuns, room: number): void {
  const before = runs.state.length;
  const grown = <A extends Uint8Array | Uint32Array | Int32Array | Float64Array>(values: A, wider: A): A => {
    wider.set(values);
    return wider;
  };
  runs.state = grown(runs.state, new Uint8Array(room));
  runs.key = grown(runs.key, new Uint32Array(room));
  for (const field of runInts) runs[field] = grown(runs[field], new Int32Array(room));
  for (const field of runFloats) runs[field] = grown(runs[field], new Float64Array(room));
  for (let at = before; at < room; at++) clear(runs, at);
}
