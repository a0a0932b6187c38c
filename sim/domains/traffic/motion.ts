/** Moves everyone by the acceleration already decided, from track to track, and out at the end of the way. */
import { frontLeaves, giveUp, tailLeaves } from './claims';
import { planLane } from './lane-plan';
import { keepFixedWay } from './routing/fixed-way';
import { linkBetween, reroute } from './routing/route';
import { RED } from './signals';
import type { TrafficState } from './state';
import { insertByPosition, takeOff } from './tracks';
import { kindLengthM } from './vehicle-kinds';
import { CIRCULATES, edgeOnRoute, FIXED, giveRowBack, ROUTE_STRIDE } from './vehicles';

const AT_END_M = 0.01;
const LATERAL_MPS = 1.2; // a lane of 3.5 m in three seconds
const STANDS_BELOW_MPS = 0.1;
/** At so many entries into an edge, a driver asks again whether there is a quicker way. */
const ASKS_AGAIN_EVERY = 24;
const ASKS_AGAIN_EDGES = 4;
const WORTH_CHANGING = 0.85;

/** Ballistic update: constant acceleration within the step; who would reverse stops within it. */
export function moveVehicles(state: TrafficState, stepSeconds: number): void {
  const { vehicles, network, edges, totals, claims } = state;
  const { track, positionM, speedMps, accelerationMps2, odometerM, lateralM, stillSeconds } = vehicles;
  const { freeSecondsPerM, trackEdge } = network;
  const { laneCount, edgeCount, trackLengthM } = network.roads;
  const { bucketDistanceM, bucketSeconds } = edges;
  const bucketStart = edges.bucket * edgeCount;
  const lateralStepM = LATERAL_MPS * stepSeconds;
  let distanceM = 0;
  let freeSeconds = 0;
  let still = 0;

  for (let row = 0; row < vehicles.rowEnd; row++) {
    const here = track[row];
    if (here < 0) continue;
    const before = speedMps[row];
    const acceleration = accelerationMps2[row];
    const after = before + acceleration * stepSeconds;
    let wayM = 0;
    if (after > 0) wayM = 0.5 * (before + after) * stepSeconds;
    else if (before > 0) wayM = (before * before) / (-2 * acceleration);
    speedMps[row] = Math.max(after, 0);
    positionM[row] += wayM;
    odometerM[row] += wayM;
    distanceM += wayM;
    freeSeconds += wayM * freeSecondsPerM[here];
    if (after < STANDS_BELOW_MPS) {
      still++;
      stillSeconds[row] += stepSeconds;
    } else stillSeconds[row] = 0;
    if (here < laneCount) {
      const at = bucketStart + trackEdge[here];
      bucketDistanceM[at] += wayM;
      bucketSeconds[at] += stepSeconds;
    }
    const lateral = lateralM[row];
    if (lateral !== 0) {
      lateralM[row] =
        lateral > lateralStepM ? lateral - lateralStepM : lateral < -lateralStepM ? lateral + lateralStepM : 0;
    }
    if (claims.tail[row] >= 0) clearTail(state, row);
  }
  totals.distanceM += distanceM;
  totals.freeSeconds += freeSeconds;
  totals.drivenSeconds += vehicles.count * stepSeconds;
  totals.stillSeconds += still * stepSeconds;
  totals.updates += vehicles.count;

  // Backwards, so that a row given back does not hide another; order matters nowhere else: chains go by position.
  for (let row = vehicles.rowEnd - 1; row >= 0; row--) {
    while (track[row] >= 0 && positionM[row] >= trackLengthM[track[row]]) passEnd(state, row);
    if (track[row] >= 0 && track[row] < laneCount) arriveIfThere(state, row);
  }
}

function clearTail(state: TrafficState, row: number): void {
  const { vehicles, claims, network } = state;
  const claim = claims.tail[row];
  const tailM = vehicles.odometerM[row] - claims.lineOdometerM[claim] - kindLengthM[vehicles.kind[row]];
  if (tailM >= network.roads.trackLengthM[network.roads.laneCount + claims.turn[claim]]) tailLeaves(claims, row);
}

function arriveIfThere(state: TrafficState, row: number): void {
  const { vehicles } = state;
  if (vehicles.positionM[row] < vehicles.destinationM[row] || edgeOnRoute(vehicles, row, 1) >= 0) return;
  state.totals.arrived++;
  removeVehicle(state, row);
}

export function removeVehicle(state: TrafficState, row: number): void {
  const { vehicles, tracks, claims, network } = state;
  tailLeaves(claims, row);
  if (claims.now[row] >= 0) {
    if (vehicles.track[row] < network.roads.laneCount) giveUp(claims, network, vehicles, row);
    else frontLeaves(claims, network, vehicles, row);
    tailLeaves(claims, row);
  }
  const left = vehicles.leftLane[row];
  if (left >= 0 && tracks.lastLeft[left] === row) tracks.lastLeft[left] = -1;
  takeOff(tracks, vehicles, row);
  vehicles.route.fill(0, row * ROUTE_STRIDE, (row + 1) * ROUTE_STRIDE);
  giveRowBack(vehicles, row);
}

function passEnd(state: TrafficState, row: number): void {
  const { laneCount } = state.network.roads;
  if (state.vehicles.track[row] < laneCount) enterTurn(state, row);
  else enterLane(state, row);
}

function enterTurn(state: TrafficState, row: number): void {
  const { vehicles, tracks, claims, network, signals } = state;
  const roads = network.roads;
  const lane = vehicles.track[row];
  const turn = vehicles.nextTurn[row];
  if (edgeOnRoute(vehicles, row, 1) < 0) {
    state.totals.arrived++;
    removeVehicle(state, row);
    return;
  }
  if (turn < 0) {
    // On a lane shorter than his way to a stop he learns too late that it does not lead on: he stands at its end.
    state.totals.hardestStops++;
    vehicles.positionM[row] = roads.trackLengthM[lane] - AT_END_M;
    vehicles.speedMps[row] = 0;
    return;
  }
  if (signals.shown[turn] === RED) state.totals.redsPassed++;
  const overM = vehicles.positionM[row] - roads.trackLengthM[lane];
  takeOff(tracks, vehicles, row);
  const left = vehicles.leftLane[row];
  if (left >= 0 && tracks.lastLeft[left] === row) tracks.lastLeft[left] = -1;
  tracks.lastLeft[lane] = row;
  vehicles.leftLane[row] = lane;
  vehicles.lineOdometerM[row] = vehicles.odometerM[row] - overM;
  if (claims.now[row] >= 0) claims.lineOdometerM[claims.now[row]] = vehicles.lineOdometerM[row];
  moveOn(state, row, roads.laneCount + turn, overM);
  vehicles.nextTurn[row] = -1;
  vehicles.wantLane[row] = -1;
  vehicles.stoppedStep[row] = -1;
  vehicles.yieldSeconds[row] = 0;
  vehicles.roomSeconds[row] = 0;
  vehicles.refusal[row] = 0;
}

function enterLane(state: TrafficState, row: number): void {
  const { vehicles, tracks, claims, network } = state;
  const roads = network.roads;
  const turn = vehicles.track[row] - roads.laneCount;
  const overM = vehicles.positionM[row] - roads.trackLengthM[vehicles.track[row]];
  takeOff(tracks, vehicles, row);
  frontLeaves(claims, network, vehicles, row);
  moveOn(state, row, roads.turnToLane[turn], overM);
  const length = vehicles.routeLength[row];
  vehicles.routeAt[row]++;
  if (vehicles.routeAt[row] >= length && (vehicles.flags[row] & CIRCULATES) !== 0) vehicles.routeAt[row] = 0;
  thinkAgain(state, row);
  planLane(state, row);
}

function moveOn(state: TrafficState, row: number, track: number, positionM: number): void {
  const { vehicles } = state;
  vehicles.trackBefore2[row] = vehicles.trackBefore[row];
  vehicles.trackBefore[row] = vehicles.track[row];
  vehicles.positionM[row] = positionM;
  insertByPosition(state.tracks, vehicles, track, row);
}

/** Plans the next stage of a long way; and now and then asks whether the rest of it is still the best. */
export function thinkAgain(state: TrafficState, row: number): void {
  const { vehicles } = state;
  if ((vehicles.flags[row] & CIRCULATES) !== 0) return;
  if ((vehicles.flags[row] & FIXED) !== 0) {
    keepFixedWay(state, row);
    return;
  }
  const left = vehicles.routeLength[row] - vehicles.routeAt[row];
  const base = row * ROUTE_STRIDE + vehicles.routeAt[row];
  const lastEdge = vehicles.route[base + left - 1];
  if (left === 1) {
    if (lastEdge !== vehicles.destinationEdge[row]) reroute(state, row);
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
