/**
 * Repair crews of the galleries: from the depot by road as traffic flows, down the nearest shaft, in when the air or the
 * water lets them, and back. A crew that works mends what is broken there; one that finds nothing says so.
 */
export const CREW_IDLE = 0;
export const CREW_DRIVES = 1;
/** At the shaft, until it may go in. */
export const CREW_WAITS = 2;
export const CREW_WALKS = 3;
export const CREW_WORKS = 4;
export const CREW_RETURNS = 5;

export interface Crews {
  readonly count: number;
  readonly state: Uint8Array;
  /** Where it is sent; −1 nowhere. */
  readonly section: Int32Array;
  readonly untilS: Float64Array;
  /** How long the way was, for the view: the share of it that lies behind is a matter of time. */
  readonly wayS: Float64Array;
  /** Happening that called it, and the last one that it has told. */
  readonly cause: Int32Array;
  readonly workedS: Float64Array;
}

export const savedCrews = ['state', 'section', 'untilS', 'wayS', 'cause', 'workedS'] as const;

/** A crew a vehicle of the repair depots; two where a scene names none. Ours. */
const CREWS_WITHOUT_DEPOT = 2;
/** Getting ready, and down a shaft with gear: ours. Walking in a gallery with gear: 1 m/s, ours. */
export const TURN_OUT_S = 120;
export const DOWN_SHAFT_S = 180;
export const WALK_MPS = 1;
/** Where no depot is on the map. */
export const WAY_WITHOUT_ROADS_S = 900;

export function createCrews(vehicles: number): Crews {
  const count = vehicles > 0 ? vehicles : CREWS_WITHOUT_DEPOT;
  return {
    count,
    state: new Uint8Array(count),
    section: new Int32Array(count).fill(-1),
    untilS: new Float64Array(count),
    wayS: new Float64Array(count),
    cause: new Int32Array(count),
    workedS: new Float64Array(count),
  };
}

export interface CrewOrders {
  /** Happening because of which a crew should go to a section; 0: nobody is needed there. */
  wanted(section: number): number;
  /** Seconds by road; below 0 where there is no way. */
  wayS(section: number): number;
  mayEnter(section: number): boolean;
  /** Whether there is something to mend, and how long that, or to look for it, takes. */
  finds(section: number): boolean;
  workS(section: number): number;
  walkM(section: number): number;
  /** Tells of it; answers the happening's id. */
  tell(news: CrewNews, section: number, cause: number): number;
  /** The crew is done there. */
  done(section: number, cause: number): void;
}

export type CrewNews =
  | 'tunnel.crew-called'
  | 'tunnel.crew-there'
  | 'tunnel.crew-done'
  | 'tunnel.nothing-found'
  | 'tunnel.crew-cannot-come';

/** Nobody found a way: asked again so much later. */
const ASK_AGAIN_S = 300;

export interface CrewCalls {
  /** By section: the crew that is on it, −1 none; and until when nobody is asked again. */
  readonly crewOf: Int32Array;
  readonly quietUntilS: Float64Array;
}

export const savedCalls = ['crewOf', 'quietUntilS'] as const;

export function createCalls(sections: number): CrewCalls {
  return { crewOf: new Int32Array(sections).fill(-1), quietUntilS: new Float64Array(sections) };
}

export function stepCrews(
  crews: Crews,
  { crewOf, quietUntilS }: CrewCalls,
  sections: Int32Array,
  count: number,
  nowS: number,
  stepS: number,
  orders: CrewOrders,
): void {
  const { state, section, untilS, wayS, cause, workedS } = crews;
  for (let k = 0; k < count; k++) {
    const s = sections[k];
    const because = orders.wanted(s);
    if (because === 0 || crewOf[s] >= 0 || nowS < quietUntilS[s]) continue;
    const free = nextFree(state);
    if (free < 0) continue;
    const seconds = orders.wayS(s);
    if (seconds < 0) {
      orders.tell('tunnel.crew-cannot-come', s, because);
      quietUntilS[s] = nowS + ASK_AGAIN_S;
      continue;
    }
    crewOf[s] = free;
    state[free] = CREW_DRIVES;
    section[free] = s;
    wayS[free] = TURN_OUT_S + seconds;
    untilS[free] = nowS + wayS[free];
    cause[free] = orders.tell('tunnel.crew-called', s, because);
  }
  for (let crew = 0; crew < crews.count; crew++) {
    if (state[crew] === CREW_IDLE) continue;
    workedS[crew] += stepS;
    const s = section[crew];
    const isDue = nowS >= untilS[crew];
    if (state[crew] === CREW_DRIVES && isDue) {
      state[crew] = CREW_WAITS;
      cause[crew] = orders.tell('tunnel.crew-there', s, cause[crew]);
    } else if (state[crew] === CREW_WAITS && orders.mayEnter(s)) {
      state[crew] = CREW_WALKS;
      untilS[crew] = nowS + DOWN_SHAFT_S + orders.walkM(s) / WALK_MPS;
    } else if (state[crew] === CREW_WALKS && isDue) {
      state[crew] = CREW_WORKS;
      untilS[crew] = nowS + orders.workS(s);
    } else if (state[crew] === CREW_WORKS && isDue) {
      const news = orders.finds(s) ? 'tunnel.crew-done' : 'tunnel.nothing-found';
      cause[crew] = orders.tell(news, s, cause[crew]);
      orders.done(s, cause[crew]);
      crewOf[s] = -1;
      state[crew] = CREW_RETURNS;
      untilS[crew] = nowS + wayS[crew];
    } else if (state[crew] === CREW_RETURNS && isDue) {
      state[crew] = CREW_IDLE;
      section[crew] = -1;
      cause[crew] = 0;
    }
  }
}

function nextFree(state: Uint8Array): number {
  for (let crew = 0; crew < state.length; crew++) if (state[crew] === CREW_IDLE) return crew;
  return -1;
}
