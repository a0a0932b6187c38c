/**
 * Changes of lane where a list says how its vehicles drove, from the front of each edge to its back, lane by lane side by
 * side: whoever is further ahead has decided already. After what SUMO documents of its model LC2013.
 */
import { laneAt } from '../network';
import { perRun } from '../per-run';
import type { TrafficState } from '../state';
import { laneChoice, MOST_LANES } from './best-lanes';
import { CHAIN, LEADS_NOWHERE, NOT_LOOKED } from './chain';
import { ChangeBit, TOLD, WANTS } from './change-bits';
import { exchange, positionOn } from './change-places';
import { anyone, beside, laneNeighbours, own } from './lane-neighbours';
import { laneWishes } from './lane-wish';
import { lettingThrough } from './let-through';
import { lookingBeside } from './look-beside';
import { abreast, aheadM } from './way-taken';

const TURNS_AFTER_S = 60;
const AT_LINE_M = 2;
const cursor = new Int32Array(MOST_LANES);
/** By lane of the edge at hand: who was held up on his way onto it, first and last. */
const firstBlocked = new Int32Array(MOST_LANES);
const lastBlocked = new Int32Array(MOST_LANES);

export const changingListed = perRun((state) => {
  const { mayUse, turnTowards } = laneChoice(state);
  const { move } = lookingBeside(state);
  const { lookAside } = laneNeighbours(state);
  const wishFor = laneWishes(state);
  const letThrough = lettingThrough(state);

  function changeLanesListed(): void {
    const { vehicles, network, drivers, laneLoadM, links, tracks } = state;
    const { laneCount, edgeCount, edgeLaneCount, edgeFirstLane } = network.roads;
    laneLoadM.fill(0);
    anyone.halts = false;
    for (let row = 0; row < vehicles.rowEnd; row++) {
      if (vehicles.waitS[row] > state.letThroughAfterS && vehicles.track[row] >= 0) letThrough(row);
      const track = vehicles.track[row];
      if (track < 0) continue;
      const bits = vehicles.changeBits[row];
      vehicles.changeBits[row] = (bits & ChangeBit.strategic) !== 0 ? bits & WANTS : 0;
      vehicles.blockerM[row] = 0;
      vehicles.leftM[row] = 0;
      if (vehicles.haltLeftS[row] >= 0) anyone.halts = true;
      if (track >= laneCount) continue;
      const type = vehicles.type[row];
      laneLoadM[track] += drivers.lengthM[type] + drivers.minGapM[type];
    }
    for (let edge = 0; edge < edgeCount; edge++) {
      const count = edgeLaneCount[edge];
      if (count === 1) continue;
      const lane = edgeFirstLane[edge];
      let isEmpty = true;
      for (let i = 0; i < count && isEmpty; i++) isEmpty = tracks.first[lane + i] < 0;
      if (isEmpty) continue;
      for (let i = 0; i < count; i++) abreast[i] = lane + i;
      changeInTurn(count);
    }
    // Within junctions too, between ways that lie side by side.
    const { start, turns } = links.abreast!;
    for (let g = 0; g + 1 < start.length; g++) {
      let isEmpty = true;
      for (let k = start[g]; k < start[g + 1] && isEmpty; k++) isEmpty = tracks.first[laneCount + turns[k]] < 0;
      if (isEmpty) continue;
      for (let k = start[g]; k < start[g + 1]; k++) abreast[k - start[g]] = laneCount + turns[k];
      changeInTurn(start[g + 1] - start[g]);
    }
  }

  /** On so many tracks abreast, from the front to the back of all of them. */
  function changeInTurn(count: number): void {
    const { vehicles, drivers, tracks } = state;
    const { positionM, behind } = vehicles;
    // Two or three lanes: to call for each of these to be filled would cost more than all of this.
    for (let i = 0; i < count; i++) {
      cursor[i] = tracks.first[abreast[i]];
      aheadM[i] = 0;
      firstBlocked[i] = -1;
      lastBlocked[i] = -1;
    }
    for (;;) {
      let i = -1;
      for (let k = 0; k < count; k++) {
        if (cursor[k] >= 0 && (i < 0 || positionM[cursor[k]] > positionM[cursor[i]])) i = k;
      }
      if (i < 0) return;
      const row = cursor[i];
      cursor[i] = behind[row];
      const side = vehicles.haltLeftS[row] >= 0 ? 0 : decide(row, count, i);
      const type = vehicles.type[row];
      aheadM[i + side] += drivers.lengthM[type] + drivers.minGapM[type];
    }
  }

  /** To which side he has changed, 0 where he has not. */
  function decide(row: number, count: number, i: number): number {
    const { vehicles, drivers } = state;
    const classes = drivers.classes[vehicles.type[row]];
    const lane = abreast[i];
    const isWithin = lane >= state.network.roads.laneCount;
    const kept = vehicles.changeBits[row] & TOLD;
    let said = 0;
    let hasThought = false;
    let unseen = 0;
    own.isKnown = false;
    own.firstBlocked = firstBlocked[i];
    own.lastBlocked = lastBlocked[i];
    for (let side = -1; side <= 1; side += 2) {
      const j = i + side;
      if (j < 0 || j >= count || !mayUse(laneAt(state.network, abreast[j]), classes)) continue;
      const other = abreast[j];
      hasThought = true;
      beside.isKnown = false;
      // The next to decide on that lane is beside us.
      const wish = wishFor(row, i, side, cursor[j]);
      const wants = side < 0 ? ChangeBit.right : ChangeBit.left;
      const wantsIt = (wish & wants) !== 0;
      if (wantsIt && beside.blocked === 0) {
        // Whoever changes forgets what he was told and what he wished.
        vehicles.changeBits[row] = 0;
        vehicles.lookMps[row] = 0;
        vehicles.adviceMps[row] = Number.POSITIVE_INFINITY;
        move(row, lane, other, positionOn(state, row, lane, other));
        if (vehicles.laneOffset[row * vehicles.laneStride + j] === 0) {
          vehicles.blockerM[row] = 0;
          vehicles.leftM[row] = 0;
        }
        return side;
      }
      if (wantsIt && (wish & ChangeBit.urgent) !== 0) {
        lastBlocked[j] = row;
        if (firstBlocked[j] < 0) firstBlocked[j] = row;
        if (vehicles.speedMps[row] === 0 && !isWithin) {
          if (untie(row, lane, other, j)) return side;
          turnFromBeside(row, lane, other);
        }
      }
      // He who must go both ways goes towards the kerb.
      if (side > 0 && (said & wish & ChangeBit.urgent) !== 0) continue;
      said |= kept | wish;
      if (beside.isKnown) said |= beside.blocked;
      else unseen |= wants;
    }
    // Who wants nothing is in nobody's way; who wants to one side minds the other too.
    if ((said & WANTS) !== 0 && unseen !== 0) {
      for (let side = -1; side <= 1; side += 2) {
        if ((unseen & (side < 0 ? ChangeBit.right : ChangeBit.left)) === 0) continue;
        lookAside(row, lane, abreast[i + side], cursor[i + side]);
        said |= beside.blocked;
      }
    }
    if (hasThought) vehicles.changeBits[row] = said;
    return 0;
  }

  /** Who has stood at the end of the wrong lane for a minute takes his turn from there, where SUMO would take him away. */
  function turnFromBeside(row: number, lane: number, other: number): void {
    const { vehicles, network, totals } = state;
    const at = row * CHAIN;
    if (vehicles.waitS[row] < TURNS_AFTER_S || vehicles.chain[at] !== LEADS_NOWHERE || vehicles.ahead[row] >= 0) return;
    if (network.roads.trackLengthM[lane] - vehicles.positionM[row] > AT_LINE_M) return;
    const turn = turnTowards(row, other);
    if (turn < 0) return;
    vehicles.chain.fill(NOT_LOOKED, at, at + CHAIN);
    vehicles.chain[at] = turn;
    vehicles.nextTurn[row] = turn;
    totals.swaps++;
  }

  /** Two who stand abreast for long, each in the lane that the other must have, change places. */
  function untie(row: number, lane: number, other: number, j: number): boolean {
    for (const partner of [beside.lead, beside.follow]) {
      if (partner < 0 || state.vehicles.track[partner] !== other) continue;
      const after = state.vehicles.behind[partner];
      if (!exchange(state, row, lane, partner, other)) continue;
      if (cursor[j] === partner) cursor[j] = after;
      return true;
    }
    return false;
  }

  return changeLanesListed;
});

export function changeLanesListed(state: TrafficState): void {
  changingListed(state)();
}
