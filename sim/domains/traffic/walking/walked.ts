/** Whether somebody walks, or will, where a vehicle would be: what drivers see of the people on a crossing. */

import { secondsToCover } from '../driving/cover';
import { brakeGap, stopSpeed } from '../driving/follow';
import type { TrafficState } from '../state';
import type { Walking } from './walking';

/**
 * Half a lane: a driver waits while anybody is on his lane of the crossing, or will be before he is over it. Right turns
 * then lose what FHWA-RD-98-106 and HCM 2010, chapter 31, have them lose: a quarter of their saturation flow to 500
 * people an hour of green, half of it to 1,000.
 */
export const HALF_WAY_M = 1.75;
/** One stops so far from people's way. */
const STOPS_BEFORE_M = 0.5;
/** A place that begins nearer to the stop line than this has no room before it: one waits at the line. */
const ROOM_TO_WAIT_M = 3;

/** Whether anybody who has stepped off is within a vehicle's way at a time between these, from now. */
export function isWalked(walking: Walking, place: number, fromS: number, toS: number): boolean {
  const { spans, stepped, room, walkSteps, steps, mps, stepS } = walking;
  const span = spans.placeSpan[place];
  if (walking.onSpan[2 * span] + walking.onSpan[2 * span + 1] === 0) return false;
  const atM = spans.placeAtM[place];
  for (let direction = 0; direction < 2; direction++) {
    const end = 2 * span + direction;
    if (walking.onSpan[end] === 0) continue;
    const aheadM = direction === 0 ? atM : spans.lengthM[span] - atM;
    const least = Math.max(0, Math.ceil(((aheadM - HALF_WAY_M) / mps - toS) / stepS));
    const most = Math.min(walkSteps[span] - 1, Math.floor(((aheadM + HALF_WAY_M) / mps - fromS) / stepS));
    for (let ago = least; ago <= most; ago++) {
      if (stepped[end * room + ((steps - ago) & (room - 1))] > 0) return true;
    }
  }
  return false;
}

/** Whether somebody will be in the way when the front gets there; `toTurnM`: from the front to the turn's beginning. */
function meets(state: TrafficState, row: number, turn: number, place: number, toTurnM: number): boolean {
  const { vehicles, drivers, closures, network } = state;
  const { spans } = state.walking!;
  const type = vehicles.type[row];
  const v = vehicles.speedMps[row];
  const mps2 = drivers.accelMps2[type];
  const bendMps = closures.trackLimitMps[network.roads.laneCount + turn];
  const toM = toTurnM + spans.placeFromM[place];
  const zoneM = spans.placeToM[place] - spans.placeFromM[place];
  const fromS = secondsToCover(toM, v, mps2, bendMps);
  return isWalked(state.walking!, place, fromS, secondsToCover(toM + zoneM, v, mps2, bendMps));
}

/**
 * The speed with which to stop before the first crossing on a turn where somebody is in the way; as fast as one likes
 * where nobody is. He waits within the junction, and people who have stepped off walk on: so he never waits for long.
 */
export function walkersMps(state: TrafficState, row: number, turn: number, toTurnM: number, desired: number): number {
  const { drivers, vehicles, pace } = state;
  const { spans } = state.walking!;
  for (let place = spans.placeStart[turn]; place < spans.placeStart[turn + 1]; place++) {
    const toM = toTurnM + spans.placeFromM[place];
    if (toM <= 0 || !meets(state, row, turn, place, toTurnM)) continue;
    const type = vehicles.type[row];
    const decel = drivers.decelMps2[type];
    return stopSpeed(drivers, type, pace, vehicles.speedMps[row], Math.max(0, toM - STOPS_BEFORE_M), decel, desired);
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * Whether leave to go on is refused because of people: at the stop line by those right behind it, and at a place to wait
 * within the junction by all who are beyond that, so that nobody stands across the others' way.
 */
export function walkersRefuse(state: TrafficState, row: number, at: number, turn: number, inner: boolean): boolean {
  const { spans } = state.walking!;
  const holdM = state.links.holdM[turn];
  const toTurnM = state.intents.distanceM[at] - (inner ? holdM : 0);
  for (let place = spans.placeStart[turn]; place < spans.placeStart[turn + 1]; place++) {
    const fromM = spans.placeFromM[place];
    if (inner ? fromM < holdM : fromM >= ROOM_TO_WAIT_M) continue;
    if (toTurnM + fromM > 0 && meets(state, row, turn, place, toTurnM)) return true;
  }
  return false;
}

/** Whether he can still stop before a place so far from his front. */
export function canStop({ drivers, vehicles, pace }: TrafficState, row: number, toM: number): boolean {
  return toM - STOPS_BEFORE_M >= brakeGap(pace, vehicles.speedMps[row], drivers.decelMps2[vehicles.type[row]], 0);
}
