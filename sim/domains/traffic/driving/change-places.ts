/**
 * Two who have long stood abreast, each in the lane that the other needs, change places: otherwise they would stand there
 * for ever. Counted.
 */
import type { TrafficState } from '../state';
import { insertBetween, takeOff } from '../tracks';
import { planLanes } from './best-lanes';
import { haltLane, nextHalt } from './halts';

const AFTER_S = 20;
const LEAST_ROOM_M = 0.5;

/** Each goes to where the other stands, if he fits there. */
export function swap(state: TrafficState, a: number, laneA: number, b: number, laneB: number): boolean {
  const { vehicles } = state;
  if (vehicles.waitS[a] < AFTER_S || vehicles.waitS[b] < AFTER_S) return false;
  const atA = beforeHalt(state, a, laneB, vehicles.positionM[b]);
  const atB = beforeHalt(state, b, laneA, vehicles.positionM[a]);
  if (!fits(state, a, atA, vehicles.behind[b]) || !fits(state, b, atB, vehicles.behind[a])) return false;
  changePlaces(state, a, laneA, atA, b, laneB, atB);
  return true;
}

/** The same with both staying where they are along the road; by a list's rules, where SUMO would take one of them away. */
export function exchange(state: TrafficState, a: number, laneA: number, b: number, laneB: number): boolean {
  const { vehicles } = state;
  if (vehicles.waitS[a] < AFTER_S || vehicles.waitS[b] < AFTER_S) return false;
  if (!needsLane(state, a, laneA, laneB) || !needsLane(state, b, laneB, laneA)) return false;
  const atA = positionOn(state, a, laneA, laneB);
  const atB = positionOn(state, b, laneB, laneA);
  if (!fits(state, a, atA, vehicles.behind[b]) || !fits(state, b, atB, vehicles.behind[a])) return false;
  if (!isFree(state, atA, vehicles.ahead[b]) || !isFree(state, atB, vehicles.ahead[a])) return false;
  changePlaces(state, a, laneA, atA, b, laneB, atB);
  // Nobody asks for what he has.
  vehicles.changeBits[a] = 0;
  vehicles.changeBits[b] = 0;
  return true;
}

function changePlaces(
  state: TrafficState,
  a: number,
  laneA: number,
  atA: number,
  b: number,
  laneB: number,
  atB: number,
): void {
  const { vehicles, tracks, totals } = state;
  const { ahead, behind, positionM, lateralM, waitS } = vehicles;
  const [aheadA, behindA, aheadB, behindB] = [ahead[a], behind[a], ahead[b], behind[b]];
  takeOff(tracks, vehicles, a);
  takeOff(tracks, vehicles, b);
  positionM[a] = atA;
  positionM[b] = atB;
  insertBetween(tracks, vehicles, laneB, a, aheadB, behindB);
  insertBetween(tracks, vehicles, laneA, b, aheadA, behindA);
  const side = acrossM(state, laneA, laneB);
  lateralM[a] += side;
  lateralM[b] -= side;
  waitS[a] = 0;
  waitS[b] = 0;
  planLanes(state, a);
  planLanes(state, b);
  totals.swaps++;
}

/** Whether he on a lane must change towards that other one beside it. */
export function needsLane(state: TrafficState, row: number, lane: number, towards: number): boolean {
  const { vehicles } = state;
  const halt = haltLane(state, row);
  if (halt >= 0) return (halt - lane) * (towards - lane) > 0;
  const i = lane - firstLaneOf(state, lane);
  return vehicles.laneOffset[row * vehicles.laneStride + i] * (towards - lane) > 0;
}

/** Whether the one ahead leaves it room there. */
function isFree({ vehicles, drivers }: TrafficState, atM: number, ahead: number): boolean {
  return ahead < 0 || vehicles.positionM[ahead] - drivers.lengthM[vehicles.type[ahead]] >= atM + LEAST_ROOM_M;
}

/** Not past the place where one has to halt. */
function beforeHalt(state: TrafficState, row: number, lane: number, atM: number): number {
  const halt = nextHalt(state, row);
  return halt !== undefined && halt.lane === lane ? Math.min(atM, halt.toM) : atM;
}

/** Whether it could stand there before the one behind. */
function fits({ vehicles, drivers }: TrafficState, row: number, atM: number, behind: number): boolean {
  const tailM = atM - drivers.lengthM[vehicles.type[row]];
  return tailM >= 0 && (behind < 0 || vehicles.positionM[behind] + LEAST_ROOM_M <= tailM);
}

export function firstLaneOf({ network }: TrafficState, lane: number): number {
  return network.roads.edgeFirstLane[network.trackEdge[lane]];
}

/** Where the vehicle would be on another lane of its edge: lanes in a bend differ in length. */
export function positionOn(state: TrafficState, row: number, lane: number, other: number): number {
  const { trackLengthM } = state.network.roads;
  const atM = state.vehicles.positionM[row];
  return trackLengthM[lane] === trackLengthM[other] ? atM : (atM * trackLengthM[other]) / trackLengthM[lane];
}

export function acrossM({ network }: TrafficState, from: number, to: number): number {
  const { laneWidthM } = network.roads;
  return ((laneWidthM[from] + laneWidthM[to]) / 2) * (to > from ? -1 : 1) * network.inwardSign;
}
