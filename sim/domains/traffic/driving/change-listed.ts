/**
 * Changes of lane where a list says how its vehicles drove, from the front of each edge to its back, lane by lane side by
 * side: whoever is further ahead has decided already. After what SUMO documents of its model LC2013.
 */
import { perRun } from '../per-run';
import type { TrafficState } from '../state';
import { laneChoice } from './best-lanes';
import { CHAIN, LEADS_NOWHERE, NOT_LOOKED } from './chain';
import { BLOCKED, ChangeBit, TOLD, WANTS } from './change-bits';
import { exchange, positionOn } from './change-places';
import { brakeGap, secureGap } from './follow';
import type { Beside } from './lane-help';
import { laneWishes, type OwnLane } from './lane-wish';
import { lookingBeside, near } from './look-beside';
import { met, whoIsAhead } from './who-is-ahead';

const MOST_LANES = 16;
const TURNS_AFTER_S = 60;
const AT_LINE_M = 2;
const cursor = new Int32Array(MOST_LANES);
/** By lane of the edge at hand: what those ahead take of it, and who was held up on his way onto it, first and last. */
const aheadM = new Float64Array(MOST_LANES);
const firstBlocked = new Int32Array(MOST_LANES);
const lastBlocked = new Int32Array(MOST_LANES);

const own: OwnLane = { leader: -1, leaderGapM: 0, firstBlocked: -1, lastBlocked: -1 };
const beside: Beside = { lead: -1, leadGapM: 0, follow: -1, followGapM: 0 };

export const changingListed = perRun((state) => {
  const { lastOn } = whoIsAhead(state);
  const { mayUse, turnTowards } = laneChoice(state);
  const { lookBeside, move } = lookingBeside(state);
  const wishFor = laneWishes(state);

  function changeLanesListed(): void {
    const { vehicles, network, drivers, laneLoadM, edgeLoadM, tracks } = state;
    const { laneCount, edgeCount, edgeLaneCount, edgeFirstLane } = network.roads;
    laneLoadM.fill(0);
    for (let row = 0; row < vehicles.rowEnd; row++) {
      const track = vehicles.track[row];
      if (track < 0) continue;
      const bits = vehicles.changeBits[row];
      vehicles.changeBits[row] = (bits & ChangeBit.strategic) !== 0 ? bits & WANTS : 0;
      vehicles.blockerM[row] = 0;
      vehicles.leftM[row] = 0;
      if (track >= laneCount) continue;
      const type = vehicles.type[row];
      laneLoadM[track] += drivers.lengthM[type] + drivers.minGapM[type];
    }
    for (let edge = 0; edge < edgeCount; edge++) {
      const count = edgeLaneCount[edge];
      const first = edgeFirstLane[edge];
      let edgeM = 0;
      for (let i = 0; i < count; i++) edgeM += laneLoadM[first + i];
      edgeLoadM[edge] = edgeM / count;
    }
    for (let edge = 0; edge < edgeCount; edge++) {
      const count = edgeLaneCount[edge];
      if (count === 1) continue;
      const first = edgeFirstLane[edge];
      let isEmpty = true;
      for (let i = 0; i < count; i++) {
        cursor[i] = tracks.first[first + i];
        if (cursor[i] >= 0) isEmpty = false;
      }
      if (!isEmpty) changeOn(first, count);
    }
  }

  function changeOn(first: number, count: number): void {
    const { vehicles, drivers } = state;
    const { positionM, behind } = vehicles;
    aheadM.fill(0, 0, count);
    firstBlocked.fill(-1, 0, count);
    lastBlocked.fill(-1, 0, count);
    for (;;) {
      let i = -1;
      for (let k = 0; k < count; k++) {
        if (cursor[k] >= 0 && (i < 0 || positionM[cursor[k]] > positionM[cursor[i]])) i = k;
      }
      if (i < 0) return;
      const row = cursor[i];
      cursor[i] = behind[row];
      const side = vehicles.haltLeftS[row] >= 0 ? 0 : decide(row, first, count, i);
      const type = vehicles.type[row];
      aheadM[i + side] += drivers.lengthM[type] + drivers.minGapM[type];
    }
  }

  /** To which side he has changed, 0 where he has not. */
  function decide(row: number, first: number, count: number, i: number): number {
    const { vehicles, drivers } = state;
    const classes = drivers.classes[vehicles.type[row]];
    let said = 0;
    let hasLooked = false;
    for (let side = -1; side <= 1; side += 2) {
      const j = i + side;
      if (j < 0 || j >= count || !mayUse(first + j, classes)) continue;
      if (!hasLooked) {
        lookAhead(row, first + i);
        hasLooked = true;
      }
      const bits = check(row, first, i, side);
      const wants = side < 0 ? ChangeBit.right : ChangeBit.left;
      if ((bits & wants) !== 0 && (bits & BLOCKED) === 0) {
        // Whoever changes forgets what he was told and what he wished.
        vehicles.changeBits[row] = 0;
        vehicles.lookMps[row] = 0;
        vehicles.adviceMps[row] = Number.POSITIVE_INFINITY;
        const other = first + j;
        move(row, first + i, other, positionOn(state, row, first + i, other));
        if (vehicles.laneOffset[row * vehicles.laneStride + j] === 0) {
          vehicles.blockerM[row] = 0;
          vehicles.leftM[row] = 0;
        }
        return side;
      }
      if ((bits & wants) !== 0 && (bits & ChangeBit.urgent) !== 0) {
        lastBlocked[j] = row;
        if (firstBlocked[j] < 0) firstBlocked[j] = row;
        if (vehicles.speedMps[row] === 0) {
          if (untie(row, first + i, first + j, j)) return side;
          turnFromBeside(row, first + i, first + j);
        }
      }
      // He who must go both ways goes towards the kerb.
      if (side > 0 && (said & bits & ChangeBit.urgent) !== 0) continue;
      said |= bits;
    }
    if (hasLooked) vehicles.changeBits[row] = said;
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

  /** Whom he follows on his own lane, further on than its end too. */
  function lookAhead(row: number, lane: number): void {
    lookBeside(row, lane, state.vehicles.positionM[row]);
    own.leader = near.ahead;
    own.leaderGapM = near.aheadGapM;
    if (own.leader < 0 && beyondEnd(row, lane, state.vehicles.positionM[row])) {
      own.leader = met.row;
      own.leaderGapM = met.backM;
    }
  }

  /** What he wants on that side, and what is in the way of it. */
  function check(row: number, first: number, i: number, side: number): number {
    const { vehicles, drivers, pace } = state;
    const other = first + i + side;
    const atM = positionOn(state, row, first + i, other);
    // The next to decide on that lane is beside us.
    lookBeside(row, other, atM, cursor[i + side]);
    beside.lead = near.ahead;
    beside.leadGapM = near.aheadGapM;
    beside.follow = near.behind === near.ahead ? -1 : near.behind;
    beside.followGapM = near.behindGapM;
    if (beside.lead < 0 && beyondEnd(row, other, atM)) {
      beside.lead = met.row;
      beside.leadGapM = met.backM;
    }
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    let blocked = 0;
    if (beside.follow >= 0) {
      const follow = beside.follow;
      const theirs = vehicles.type[follow];
      const restS = Math.max(0, drivers.headwayS[theirs] - pace.stepS);
      const w = vehicles.speedMps[follow] + Math.max(0, restS * vehicles.accelerationMps2[follow]);
      const u = v + Math.min(0, restS * vehicles.accelerationMps2[row]);
      const needed = secureGap(drivers, theirs, pace, w, u, drivers.decelMps2[type]);
      if (beside.followGapM < 0 || beside.followGapM < needed) blocked |= ChangeBit.blockedByFollower;
    }
    if (beside.lead >= 0) {
      const lead = beside.lead;
      const restS = Math.max(0, drivers.headwayS[type] - pace.stepS);
      const u = v + Math.max(0, restS * vehicles.accelerationMps2[row]);
      const w = vehicles.speedMps[lead] + Math.min(0, restS * vehicles.accelerationMps2[lead]);
      const needed = secureGap(drivers, type, pace, u, w, drivers.decelMps2[vehicles.type[lead]]);
      if (beside.leadGapM < 0 || beside.leadGapM < needed) blocked |= ChangeBit.blockedByLeader;
    }
    own.firstBlocked = firstBlocked[i];
    own.lastBlocked = lastBlocked[i];
    const kept = vehicles.changeBits[row] & TOLD;
    return blocked | kept | wishFor(row, first, i, side, blocked, own, beside, aheadM);
  }

  /** Whoever is last on the way on from a lane, if it is near enough to matter; his gap is put where the tail stands. */
  function beyondEnd(row: number, lane: number, atM: number): boolean {
    const { vehicles, network, drivers, pace } = state;
    const { trackLengthM, laneCount, turnToLane } = network.roads;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const reachM = brakeGap(pace, v, drivers.decelMps2[type], drivers.headwayS[type]) + drivers.minGapM[type];
    let seenM = trackLengthM[lane] - atM;
    if (seenM > reachM) return false;
    const turn = vehicles.track[row] === lane ? vehicles.chain[row * CHAIN] : turnTowards(row, lane);
    if (turn < 0) return false;
    if (!lastOn(laneCount + turn, row)) {
      seenM += trackLengthM[laneCount + turn];
      if (seenM > reachM || !lastOn(turnToLane[turn], row)) return false;
    }
    met.backM += seenM - drivers.minGapM[type];
    return true;
  }

  return changeLanesListed;
});

export function changeLanesListed(state: TrafficState): void {
  changingListed(state)();
}
