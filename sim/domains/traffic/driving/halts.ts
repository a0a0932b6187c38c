/** Halts on the way of a listed vehicle or a bus: where the next one is, and standing at it for as long as it says or people take. */
import { isOfBus } from '../buses/bus-runs';
import { haltOfRun } from '../buses/buses';
import { driveToNextStop, givesStopUp, standAtStop, standLonger } from '../buses/drive-run';
import { LISTED_HOUR } from '../demand/listed';
import type { TrafficState } from '../state';
import { edgeOnRoute, goesOn } from '../vehicles';
import { EPS, HALTING_MPS } from './follow';
import type { Halt } from './halt';

/** Stands where a halt's number would: for somebody who has crashed. */
export const WRECKED = 1_000_000;

/** So near to its place a vehicle is there. */
const THERE_M = 0.1;

/** The halt that a row has yet to make; undefined where there is none. */
export function nextHalt(state: TrafficState, row: number): Halt | undefined {
  const { vehicles, listed } = state;
  const at = vehicles.haltAt[row];
  if (at < 0 || at === WRECKED) return undefined;
  if (isOfBus(vehicles.tripHour[row])) return haltOfRun(state, row);
  if (listed === null || vehicles.tripHour[row] !== LISTED_HOUR) return undefined;
  return listed.plan.halts[listed.going[vehicles.tripKey[row]]][at];
}

/** How far along this track the next halt lies, −1 where it does not. One on a lane beside is not driven past either. */
export function haltAhead(state: TrafficState, row: number, track: number, frontM: number): number {
  if (state.vehicles.haltAt[row] < 0) return -1;
  const halt = nextHalt(state, row);
  if (halt === undefined || state.network.trackEdge[track] !== halt.edge) return -1;
  if (isOver(state, row, halt)) return -1;
  if (frontM >= 0 && isOnWayRound(state, row)) return -1;
  return frontM > halt.toM + THERE_M ? -1 : halt.toM;
}

/** A bus that leaves a stop for another one on the same edge, further back. */
function isOnWayRound({ vehicles }: TrafficState, row: number): boolean {
  return isOfBus(vehicles.tripHour[row]) && goesOn(vehicles, row, 1);
}

function nextPlease(state: TrafficState, row: number, isMade: boolean): void {
  const { vehicles, listed } = state;
  if (isOfBus(vehicles.tripHour[row])) {
    driveToNextStop(state, row, isMade);
    return;
  }
  const halts = listed!.plan.halts[listed!.going[vehicles.tripKey[row]]];
  vehicles.haltAt[row] = vehicles.haltAt[row] + 1 < halts.length ? vehicles.haltAt[row] + 1 : -1;
}

/** Whether one who stands sets off in the step to come. */
function isOver({ vehicles, pace, settings, totals }: TrafficState, row: number, halt: Halt): boolean {
  const leftS = vehicles.haltLeftS[row];
  if (leftS < 0 || leftS > pace.stepS) return false;
  return settings.startSeconds + totals.elapsedSeconds + pace.stepS >= halt.untilS;
}

/** Lane of the edge one is on at which one has to halt; −1 where none. */
export function haltLane(state: TrafficState, row: number): number {
  if (state.vehicles.haltAt[row] < 0 || isOnWayRound(state, row)) return -1;
  const halt = nextHalt(state, row);
  return halt !== undefined && halt.edge === edgeOnRoute(state.vehicles, row, 0) ? halt.lane : -1;
}

/** After the speed of the next step is known: begins to stand, stands on, or sets off. Returns the speed that is left. */
export function processHalt(state: TrafficState, row: number, mps: number, clockS: number): number {
  const { vehicles, pace } = state;
  if (vehicles.haltAt[row] === WRECKED) return 0;
  const halt = nextHalt(state, row);
  if (halt === undefined) return mps;
  if (vehicles.haltLeftS[row] >= 0) {
    vehicles.haltLeftS[row] = Math.max(0, vehicles.haltLeftS[row] - pace.stepS);
    if (vehicles.haltLeftS[row] > 0 || clockS < halt.untilS) return 0;
    const isBus = isOfBus(vehicles.tripHour[row]);
    const longerS = isBus ? standLonger(state, row) : 0;
    if (longerS > 0) {
      vehicles.haltLeftS[row] = longerS;
      return 0;
    }
    vehicles.haltLeftS[row] = -1;
    nextPlease(state, row, true);
    return mps;
  }
  if (isOnWayRound(state, row)) return mps;
  const atM = vehicles.positionM[row];
  if (state.network.trackEdge[vehicles.track[row]] === halt.edge && atM > halt.toM + THERE_M) {
    // Driven past: nobody reverses. Counted, and given up.
    state.totals.haltsMissed++;
    nextPlease(state, row, false);
    return mps;
  }
  const onEdge = state.network.trackEdge[vehicles.track[row]] === halt.edge;
  if (onEdge && vehicles.track[row] !== halt.lane && givesStopUp(state, row)) {
    state.totals.haltsMissed++;
    nextPlease(state, row, false);
    return mps;
  }
  if (vehicles.track[row] !== halt.lane || mps > HALTING_MPS) return mps;
  if (atM < halt.fromM - EPS || atM > halt.toM + THERE_M) return mps;
  vehicles.haltLeftS[row] = isOfBus(vehicles.tripHour[row]) ? standAtStop(state, row) : halt.seconds;
  return 0;
}
