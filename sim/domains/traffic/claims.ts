/**
 * The right to pass a junction is asked for and held. A *claim* is one vehicle's right to one turn, with a ticket: a
 * lower ticket goes first wherever two paths meet, and room beyond the junction is set aside with it. So the lowest
 * ticket inside a junction waits for nobody inside it, which makes a deadlock in there impossible.
 *
 * A row has two claims at most: the turn that it is about to take or is on, and the one that its tail still covers.
 */
import type { Network } from './network';
import { kindRoomDm } from './vehicle-kinds';
import type { Vehicles } from './vehicles';

export interface Claims {
  /** By row: index of the claim on the turn ahead or under the front, and of the one under the tail; −1 none. */
  readonly now: Int32Array;
  readonly tail: Int32Array;
  /** By claim (2 · row and 2 · row + 1). */
  readonly turn: Int32Array;
  readonly ticket: Float64Array;
  /** What the odometer shows when the front is on the stop line. */
  readonly lineOdometerM: Float64Array;
  readonly next: Int32Array;
  /** By turn: first of the chain of claims on it. */
  readonly first: Int32Array;
  /** By lane: room set aside at its beginning, in decimetres. */
  readonly setAsideDm: Int32Array;
  /** By junction: the turn for which others are held back, because someone has waited too long; −1 none. */
  urgentTurn: Int32Array;
  urgentNext: Int32Array;
  readonly urgentSeconds: Float64Array;
  nextTicket: number;
}

export function createClaims(network: Network): Claims {
  const { turnCount, laneCount, junctionControl } = network.roads;
  const rows = network.vehicleCapacity;
  return {
    now: new Int32Array(rows).fill(-1),
    tail: new Int32Array(rows).fill(-1),
    turn: new Int32Array(2 * rows).fill(-1),
    ticket: new Float64Array(2 * rows),
    lineOdometerM: new Float64Array(2 * rows),
    next: new Int32Array(2 * rows).fill(-1),
    first: new Int32Array(turnCount).fill(-1),
    setAsideDm: new Int32Array(laneCount),
    urgentTurn: new Int32Array(junctionControl.length).fill(-1),
    urgentNext: new Int32Array(junctionControl.length).fill(-1),
    urgentSeconds: new Float64Array(junctionControl.length),
    nextTicket: 1,
  };
}

/** Grants the turn ahead to a vehicle that is so far from its stop line. */
export function grant(
  claims: Claims,
  network: Network,
  vehicles: Vehicles,
  row: number,
  turn: number,
  toLineM: number,
): void {
  const claim = claims.tail[row] === 2 * row ? 2 * row + 1 : 2 * row;
  claims.now[row] = claim;
  claims.turn[claim] = turn;
  claims.ticket[claim] = claims.nextTicket++;
  claims.lineOdometerM[claim] = vehicles.odometerM[row] + toLineM;
  claims.next[claim] = claims.first[turn];
  claims.first[turn] = claim;
  claims.setAsideDm[network.roads.turnToLane[turn]] += kindRoomDm[vehicles.kind[row]];
}

/** Takes back a claim whose holder has not passed the stop line. */
export function giveUp(claims: Claims, network: Network, vehicles: Vehicles, row: number): void {
  const claim = claims.now[row];
  claims.setAsideDm[network.roads.turnToLane[claims.turn[claim]]] -= kindRoomDm[vehicles.kind[row]];
  unlink(claims, claim);
  claims.now[row] = -1;
}

/** The front has left the junction: the room is taken for good, the tail still covers the turn. */
export function frontLeaves(claims: Claims, network: Network, vehicles: Vehicles, row: number): void {
  const claim = claims.now[row];
  if (claim < 0) return;
  claims.setAsideDm[network.roads.turnToLane[claims.turn[claim]]] -= kindRoomDm[vehicles.kind[row]];
  tailLeaves(claims, row);
  claims.tail[row] = claim;
  claims.now[row] = -1;
}

export function tailLeaves(claims: Claims, row: number): void {
  const claim = claims.tail[row];
  if (claim < 0) return;
  unlink(claims, claim);
  claims.tail[row] = -1;
}

/** After a load: chains and room follow from the claims themselves. Nothing depends on the order within a chain. */
export function chainClaims(claims: Claims, network: Network, vehicles: Vehicles): void {
  claims.first.fill(-1);
  claims.setAsideDm.fill(0);
  for (let row = 0; row < vehicles.rowEnd; row++) {
    for (let claim = 2 * row; claim < 2 * row + 2; claim++) {
      const turn = claims.turn[claim];
      if (turn < 0) continue;
      claims.next[claim] = claims.first[turn];
      claims.first[turn] = claim;
      if (claims.now[row] === claim) {
        claims.setAsideDm[network.roads.turnToLane[turn]] += kindRoomDm[vehicles.kind[row]];
      }
    }
  }
}

function unlink(claims: Claims, claim: number): void {
  const turn = claims.turn[claim];
  if (claims.first[turn] === claim) claims.first[turn] = claims.next[claim];
  else {
    let before = claims.first[turn];
    while (claims.next[before] !== claim) before = claims.next[before];
    claims.next[before] = claims.next[claim];
  }
  claims.turn[claim] = -1;
  claims.next[claim] = -1;
  claims.ticket[claim] = 0;
  claims.lineOdometerM[claim] = 0;
}
