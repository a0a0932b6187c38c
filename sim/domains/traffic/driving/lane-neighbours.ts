/**
 * Whom a driver has around him who thinks of the lane beside his. Looked for only once his thoughts get that far, which in
 * dense traffic those of most do not.
 */
import { perRun } from '../per-run';
import { laneChoice } from './best-lanes';
import { CHAIN } from './chain';
import { ChangeBit } from './change-bits';
import { positionOn } from './change-places';
import { brakeGap, secureGap } from './follow';
import { lookingBeside, near } from './look-beside';
import { met, whoIsAhead } from './who-is-ahead';

export interface OwnLane {
  isKnown: boolean;
  leader: number;
  leaderGapM: number;
  /** Who wants onto this lane and was held up: the furthest ahead, and the last before us. */
  firstBlocked: number;
  lastBlocked: number;
}

export interface Beside {
  isKnown: boolean;
  lead: number;
  leadGapM: number;
  follow: number;
  followGapM: number;
  /** Bits of those two who are too near. */
  blocked: number;
}

/** Of the driver at hand. */
export const own: OwnLane = { isKnown: false, leader: -1, leaderGapM: 0, firstBlocked: -1, lastBlocked: -1 };
export const beside: Beside = { isKnown: false, lead: -1, leadGapM: 0, follow: -1, followGapM: 0, blocked: 0 };
/** Whether anyone on the road halts in this step: then it matters to everybody who that is. */
export const anyone = { halts: false };

export const laneNeighbours = perRun((state) => {
  const { lastOn } = whoIsAhead(state);
  const { turnTowards } = laneChoice(state);
  const { lookBeside } = lookingBeside(state);

  /** `hint`: the next to decide on that lane, who is beside us. */
  function lookRound(row: number, lane: number, other: number, hint: number): void {
    if (!own.isKnown) lookAhead(row, lane);
    if (!beside.isKnown) lookAside(row, lane, other, hint);
  }

  /** Whom he follows on his own lane, further on than its end too. */
  function lookAhead(row: number, lane: number): void {
    own.isKnown = true;
    lookBeside(row, lane, state.vehicles.positionM[row]);
    own.leader = near.ahead;
    own.leaderGapM = near.aheadGapM;
    if (own.leader < 0 && beyondEnd(row, lane, state.vehicles.positionM[row])) {
      own.leader = met.row;
      own.leaderGapM = met.backM;
    }
  }

  /** Who is ahead and behind over there, and which of them is in the way. */
  function lookAside(row: number, lane: number, other: number, hint: number): void {
    const { vehicles, drivers, pace } = state;
    const atM = positionOn(state, row, lane, other);
    beside.isKnown = true;
    lookBeside(row, other, atM, hint);
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
      const needed = secureGap(
        drivers,
        vehicles.type[follow],
        pace,
        vehicles.speedMps[follow],
        v,
        drivers.decelMps2[type],
      );
      if (beside.followGapM < 0 || beside.followGapM < needed) blocked |= ChangeBit.blockedByFollower;
    }
    if (beside.lead >= 0) {
      const lead = beside.lead;
      const theirs = drivers.decelMps2[vehicles.type[lead]];
      const needed = secureGap(drivers, type, pace, v, vehicles.speedMps[lead], theirs);
      if (beside.leadGapM < 0 || beside.leadGapM < needed) blocked |= ChangeBit.blockedByLeader;
    }
    beside.blocked = blocked;
  }

  /** On a way through a junction: who came out of the lane before it, goes off to the side and still has his tail there. */
  function offToTheSide(row: number, turn: number, atM: number): boolean {
    const { vehicles, network, tracks, drivers, links } = state;
    const { laneCount, turnFromLane, laneTurnStart, laneTurns } = network.roads;
    const lane = turnFromLane[turn];
    const type = vehicles.type[row];
    for (let k = laneTurnStart[lane]; k < laneTurnStart[lane + 1]; k++) {
      if (laneTurns[k] === turn) continue;
      let other = tracks.last[laneCount + laneTurns[k]];
      while (other >= 0 && (other === row || vehicles.positionM[other] < atM - drivers.lengthM[type])) {
        other = vehicles.ahead[other];
      }
      if (other < 0) continue;
      const backM = vehicles.positionM[other] - drivers.lengthM[vehicles.type[other]];
      if (backM > links.clearM[laneTurns[k]]) continue;
      met.row = other;
      met.backM = backM - atM - drivers.minGapM[type];
      return true;
    }
    return false;
  }

  /** Whoever is last on the way on from a track, if it is near enough to matter; his gap is put where the tail stands. */
  function beyondEnd(row: number, from: number, atM: number): boolean {
    const { vehicles, network, drivers, pace } = state;
    const { trackLengthM, laneCount, turnToLane } = network.roads;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const reachM = brakeGap(pace, v, drivers.decelMps2[type], drivers.headwayS[type]) + drivers.minGapM[type];
    let seenM = trackLengthM[from] - atM;
    let track = from;
    if (seenM > reachM && track < laneCount) return false;
    const isOwn = vehicles.track[row] === from;
    if (from >= laneCount && offToTheSide(row, from - laneCount, atM)) return true;
    for (let k = 0; k < CHAIN; ) {
      if (track >= laneCount) track = turnToLane[track - laneCount];
      else {
        // A way that he has not planned he knows no further than to the next road.
        const turn = isOwn
          ? vehicles.chain[row * CHAIN + k]
          : k === 0 && from < laneCount
            ? turnTowards(row, track)
            : -1;
        if (turn < 0) return false;
        track = laneCount + turn;
        k++;
      }
      if (lastOn(track, row)) {
        met.backM += seenM - drivers.minGapM[type];
        return true;
      }
      seenM += trackLengthM[track];
      // Through a junction he sees the road beyond.
      if (seenM > reachM && track < laneCount) return false;
    }
    return false;
  }

  return { lookRound, lookAside };
});
