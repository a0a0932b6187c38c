/** What a driver at the front of his lane or turn sees further on along his own way, over as many pieces as his eye reaches. */
import { holdBack } from './driver';
import type { TrafficState } from './state';
import { HARDEST_BRAKING_MPS2, kindLengthM } from './vehicle-kinds';

/** Braking that he keeps in hand for a stop line further on than the next junction. */
const FARTHER_LINE_BRAKING_MPS2 = 3;

/** What a look ahead has found, beside how much it holds back: written by the two functions below, read at once. */
export const found = { gapM: 0, mps: 0, mostMps2: 0 };

/** Ahead over the stop line: along the turn, and on from there. */
export function lookBeyond(state: TrafficState, row: number, turn: number, toLineM: number, horizonM: number): number {
  const { vehicles, tracks, network } = state;
  const roads = network.roads;
  const last = tracks.last[roads.laneCount + turn];
  if (last >= 0) return meet(state, row, last, toLineM + vehicles.positionM[last]);
  return lookAlong(state, row, roads.turnToLane[turn], toLineM + roads.trackLengthM[roads.laneCount + turn], horizonM);
}

/** Ahead from the beginning of a lane that is so far away: who is on it, and whether one must be able to stop at its end. */
export function lookAlong(state: TrafficState, row: number, lane: number, toLaneM: number, horizonM: number): number {
  const { vehicles, tracks, network } = state;
  const roads = network.roads;
  let at = lane;
  let awayM = toLaneM;
  for (let tracksOn = 0; awayM < horizonM && tracksOn < 12; tracksOn++) {
    const last = tracks.last[at];
    if (last >= 0) return meet(state, row, last, awayM + vehicles.positionM[last]);
    awayM += roads.trackLengthM[at];
    if (roads.edgeToJunction[roads.laneEdge[at]] < 0) break;
    const onlyTurn = roads.laneTurns[roads.laneTurnStart[at]];
    if (roads.laneTurnStart[at + 1] === roads.laneTurnStart[at] || network.throughRoad[onlyTurn] === 0) {
      // He will have to ask leave there: until then he keeps able to stop.
      const v = vehicles.speedMps[row];
      found.gapM = Number.POSITIVE_INFINITY;
      found.mps = 0;
      const needed = -(v * v) / (2 * Math.max(0.5, awayM - 1));
      found.mostMps2 = needed > -FARTHER_LINE_BRAKING_MPS2 ? HARDEST_BRAKING_MPS2 : needed;
      return 0;
    }
    const turnTrack = roads.laneCount + onlyTurn;
    const inTurn = tracks.last[turnTrack];
    if (inTurn >= 0) return meet(state, row, inTurn, awayM + vehicles.positionM[inTurn]);
    awayM += roads.trackLengthM[turnTrack];
    at = roads.turnToLane[onlyTurn];
  }
  found.gapM = Number.POSITIVE_INFINITY;
  found.mps = 0;
  found.mostMps2 = HARDEST_BRAKING_MPS2;
  return 0;
}

function meet(state: TrafficState, row: number, other: number, frontAwayM: number): number {
  const { vehicles } = state;
  found.mostMps2 = HARDEST_BRAKING_MPS2;
  found.mps = vehicles.speedMps[other];
  if (other === row) {
    // Alone on a ring, one sees nobody but oneself.
    found.gapM = Number.POSITIVE_INFINITY;
    return 0;
  }
  found.gapM = frontAwayM - kindLengthM[vehicles.kind[other]];
  return holdBack(vehicles.kind[row], vehicles.speedMps[row], found.mps, found.gapM);
}
