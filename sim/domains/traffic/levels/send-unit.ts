/**
 * A unit on the road: it comes out of its station, or back from where it worked, before everybody who waits there; gets
 * another goal under way; and is taken off the road where it has arrived. It drives at up to one and a half times what
 * its driver would (the example of SUMO's documentation for vehicles with a blue light) while it is called, and its
 * signals give it green where they know it. It stops at reds that do not, and nobody makes a lane for it.
 */
import { queueTripFirst, unqueue } from '../demand/waiting';
import { planLanes } from '../driving/best-lanes';
import { DIESEL_TRUCK, DIESEL_VAN } from '../emissions/energy-classes';
import { laneLengthM } from '../network';
import { NEEDED_AT, walkSeconds } from '../routing/on-foot';
import { reroute } from '../routing/route';
import type { TrafficState } from '../state';
import { EMERGENCY } from '../vehicle-kinds';
import { AT_EASE, HURRIED } from '../vehicles';
import { unitArrived } from './dispatch';
import { isOfResponse, RESPONSE_HOUR, type Response, unitOfKey } from './response';
import { FIRE_ENGINE, TO_HOSPITAL, TO_SCENE } from './response-fleet';

const HURRIES = 1.5;
/** Where on an edge it comes out. */
const LEAVES_AT = 0.3;
/** A change of goal on the very edge: it stops as soon as it comfortably can. */
const COMFORTABLE_MPS2 = 2;

/** Sends it to an edge; `nowSeconds` is the time of its arrival where it is there already. */
export function sendUnit(
  state: TrafficState,
  response: Response,
  unit: number,
  edge: number,
  nowSeconds: number,
): void {
  const { fleet, calls } = response;
  const row = rowOf(state, response, unit);
  if (row >= 0) {
    turnTo(state, response, row, unit, edge);
    return;
  }
  if (redirectWaiting(state, response, unit, edge)) return;
  if (fleet.atEdge[unit] === edge) {
    unitArrived(fleet, calls, unit, nowSeconds);
    return;
  }
  const trip = {
    originEdge: fleet.atEdge[unit],
    originPlace: LEAVES_AT,
    destinationEdge: edge,
    destinationPlace: NEEDED_AT,
    kind: EMERGENCY,
  };
  const key = unit + fleet.count * response.drives[unit]++;
  queueTripFirst(state.waiting, RESPONSE_HOUR, key, trip, nowSeconds);
}

/** What follows for a new row from its being a unit's: its engine, and how it drives. */
export function bearUnit({ vehicles }: TrafficState, response: Response, row: number): void {
  const unit = unitOfKey(response, vehicles.tripKey[row]);
  vehicles.energyClass[row] = response.fleet.service[unit] === FIRE_ENGINE ? DIESEL_TRUCK : DIESEL_VAN;
  if (!hurries(response, unit)) {
    vehicles.flags[row] |= AT_EASE;
    return;
  }
  vehicles.speedFactor[row] *= HURRIES;
  vehicles.flags[row] |= HURRIED;
}

/** To be told of every vehicle that ends its journey, before its row is cleared. */
export function tellUnit(state: TrafficState, row: number): void {
  const { vehicles, response, network, totals, pace } = state;
  if (response === null || !isOfResponse(vehicles.tripHour[row])) return;
  const unit = unitOfKey(response, vehicles.tripKey[row]);
  const { fleet, calls } = response;
  const edge = network.trackEdge[vehicles.track[row]];
  const place = vehicles.positionM[row] / laneLengthM(network, edge);
  const onFoot = fleet.state[unit] === TO_SCENE ? walkSeconds(state, edge, place, calls.edge[fleet.call[unit]]) : 0;
  unitArrived(fleet, calls, unit, totals.elapsedSeconds + pace.stepS, onFoot);
  fleet.atEdge[unit] = edge;
}

/** Where each unit is that drives. */
export function followUnits({ vehicles, network }: TrafficState, response: Response): void {
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0 || !isOfResponse(vehicles.tripHour[row])) continue;
    response.fleet.atEdge[unitOfKey(response, vehicles.tripKey[row])] = network.trackEdge[vehicles.track[row]];
  }
}

function hurries({ fleet }: Response, unit: number): boolean {
  return fleet.state[unit] === TO_SCENE || fleet.state[unit] === TO_HOSPITAL;
}

function rowOf({ vehicles }: TrafficState, response: Response, unit: number): number {
  for (let row = 0; row < vehicles.rowEnd; row++) {
    if (vehicles.track[row] < 0 || !isOfResponse(vehicles.tripHour[row])) continue;
    if (unitOfKey(response, vehicles.tripKey[row]) === unit) return row;
  }
  return -1;
}

function turnTo(state: TrafficState, response: Response, row: number, unit: number, edge: number): void {
  const { vehicles, network } = state;
  const track = vehicles.track[row];
  const onLane = track < network.roads.laneCount;
  const lengthM = laneLengthM(network, edge);
  vehicles.destinationEdge[row] = edge;
  vehicles.destinationM[row] = NEEDED_AT * lengthM;
  if (onLane && network.trackEdge[track] === edge) {
    const v = vehicles.speedMps[row];
    const stopsM = vehicles.positionM[row] + (v * v) / (2 * COMFORTABLE_MPS2);
    vehicles.destinationM[row] = Math.min(lengthM, Math.max(vehicles.destinationM[row], stopsM));
  }
  reroute(state, row);
  const hurry = hurries(response, unit);
  const hurried = vehicles.flags[row] & HURRIED;
  if (hurry && hurried === 0) {
    vehicles.speedFactor[row] *= HURRIES;
    vehicles.flags[row] |= HURRIED;
    vehicles.flags[row] &= ~AT_EASE;
  } else if (!hurry && hurried !== 0) {
    vehicles.speedFactor[row] /= HURRIES;
    vehicles.flags[row] &= ~HURRIED;
    vehicles.flags[row] |= AT_EASE;
  }
  if (onLane) planLanes(state, row);
}

/** It has not come onto the road yet: only its goal changes. False where it need not come at all, or was not coming. */
function redirectWaiting({ waiting }: TrafficState, response: Response, unit: number, edge: number): boolean {
  const stands = response.fleet.atEdge[unit];
  for (let at = waiting.first[stands]; at >= 0; at = waiting.next[at]) {
    if (!isOfResponse(waiting.tripHour[at]) || unitOfKey(response, waiting.tripKey[at]) !== unit) continue;
    if (edge === stands) return !unqueue(waiting, stands, at);
    waiting.destinationEdge[at] = edge;
    return true;
  }
  return false;
}
