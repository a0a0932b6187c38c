/** At the beginning of each edge: the next stage of a long way, and now and then whether the rest of it is still the best. */
import type { TrafficState } from '../state';
import { CIRCULATES, FIXED } from '../vehicles';
import { keepFixedWay } from './fixed-way';
import { heedGuidance, isTold } from './guidance';
import { linkBetween, reroute } from './route';

/** At so many entries into an edge, a driver asks again whether there is a quicker way. */
const ASKS_AGAIN_EVERY = 24;
const ASKS_AGAIN_EDGES = 4;
const WORTH_CHANGING = 0.85;

export function thinkAgain(state: TrafficState, row: number): void {
  const { vehicles } = state;
  if ((vehicles.flags[row] & CIRCULATES) !== 0) return;
  if ((vehicles.flags[row] & FIXED) !== 0) {
    keepFixedWay(state, row);
    return;
  }
  const left = vehicles.routeLength[row] - vehicles.routeAt[row];
  const base = vehicles.routeFrom[row] + vehicles.routeAt[row];
  const lastEdge = vehicles.route[base + left - 1];
  if (left === 1) {
    if (lastEdge !== vehicles.destinationEdge[row]) reroute(state, row);
    return;
  }
  if (isTold(state, row, vehicles.route[base])) {
    heedGuidance(state, row);
    return;
  }
  if (left < ASKS_AGAIN_EDGES || lastEdge !== vehicles.destinationEdge[row]) return;
  if ((vehicles.whim[row] + vehicles.route[base]) % ASKS_AGAIN_EVERY !== 0) return;
  const { edges, network } = state;
  let expectedSeconds = 0;
  let freeSeconds = 0;
  for (let i = 1; i < left; i++) {
    const edge = vehicles.route[base + i];
    const lengthM = network.roads.edgeLengthM[edge];
    expectedSeconds += lengthM / Math.max(0.5, edges.expectedMps[edge]);
    freeSeconds += lengthM / network.roads.edgeSpeedMps[edge];
    if (i > 1) freeSeconds += network.linkSeconds[linkBetween(state, vehicles.route[base + i - 1], edge)];
  }
  if (freeSeconds < WORTH_CHANGING * expectedSeconds) reroute(state, row);
}
