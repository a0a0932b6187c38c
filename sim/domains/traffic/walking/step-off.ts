/**
 * Whether it is safe to step off. Where there is a green for people they go, but not before somebody who can no longer
 * stop. Where there is none, the law has drivers give way (Road Traffic Safety Law of China, article 47); so many do as
 * were seen to where it is enforced, and for the others people wait for a gap that lets them over: the critical headway
 * of HCM 2010, equation 19-69. Vehicles are seen as far as the lane reaches that they come by.
 */
import { streamOf } from '../../../kernel';
import { GREEN, RED } from '../signals';
import type { TrafficState } from '../state';
import { canStop, HALF_WAY_M } from './walked';

/** 3.6 % gave way in Xi'an before the law was enforced there, 68.6 % while it was, 34.1 % after; before-and-after study of three years. */
const GIVES_WAY_SHARE = 0.686;
const STARTS_UP_S = 3;
/** Slower than that he stands on the crossing, and people walk round him. */
const STANDS_MPS = 0.5;
const GIVES_WAY = streamOf('traffic.walkers.gives-way');

/** GREEN, RED, or whatever else the light of a crossing says where it says nothing to people. */
export function lightFor({ signals, network }: TrafficState, crossing: number): number {
  const { crossingSignalIndex, crossingJunction, junctionSignal } = network.roads;
  const signalled = crossingSignalIndex[crossing] >= 0 && junctionSignal[crossingJunction[crossing]] >= 0;
  return signalled ? signals.walk[crossing] : 0;
}

export function canStepOff(state: TrafficState, span: number, direction: number, light: number): boolean {
  if (light === RED) return false;
  const { spans } = state.walking!;
  for (let i = spans.spanStart[span]; i < spans.spanStart[span + 1]; i++) {
    if (isEndangered(state, spans.spanPlaces[i], direction, light === GREEN)) return false;
  }
  return true;
}

function isEndangered(state: TrafficState, place: number, direction: number, isGreen: boolean): boolean {
  const { tracks, vehicles, network, signals } = state;
  const { laneCount, turnFromLane, trackLengthM } = network.roads;
  const { spans } = state.walking!;
  const turn = spans.placeTurn[place];
  for (let row = tracks.first[laneCount + turn]; row >= 0; row = vehicles.behind[row]) {
    if (comesBy(state, row, place, direction, spans.placeFromM[place] - vehicles.positionM[row], isGreen)) return true;
  }
  if (signals.shown[turn] === RED) return false;
  const lane = turnFromLane[turn];
  for (let row = tracks.first[lane]; row >= 0; row = vehicles.behind[row]) {
    if (vehicles.nextTurn[row] !== turn) continue;
    const toM = trackLengthM[lane] - vehicles.positionM[row] + spans.placeFromM[place];
    if (comesBy(state, row, place, direction, toM, isGreen)) return true;
  }
  return false;
}

/** Whether a vehicle with its front so far from the place will pass it while one who steps off now would be there. */
function comesBy(
  state: TrafficState,
  row: number,
  place: number,
  direction: number,
  toM: number,
  isGreen: boolean,
): boolean {
  const { vehicles, drivers } = state;
  const { spans, mps } = state.walking!;
  const v = vehicles.speedMps[row];
  if (v < STANDS_MPS) return false;
  const zoneM = spans.placeToM[place] - spans.placeFromM[place];
  const leaveS = (toM + zoneM + drivers.lengthM[vehicles.type[row]]) / v;
  if (leaveS <= 0) return false;
  const span = spans.placeSpan[place];
  const lengthM = spans.lengthM[span];
  const atM = direction === 0 ? spans.placeAtM[place] : lengthM - spans.placeAtM[place];
  if (toM > 0 && canStop(state, row, toM)) {
    return !isGreen && toM / v < lengthM / mps + STARTS_UP_S && !givesWay(state, row, span);
  }
  return leaveS > (atM - HALF_WAY_M) / mps && toM / v < (atM + HALF_WAY_M) / mps;
}

function givesWay({ luck, vehicles, walking }: TrafficState, row: number, span: number): boolean {
  return luck.uniform(GIVES_WAY, walking!.spans.crossing[span], vehicles.tripKey[row]) < GIVES_WAY_SHARE;
}
