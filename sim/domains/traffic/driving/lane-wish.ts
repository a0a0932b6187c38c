/**
 * What a driver wants of the lane beside his: the one that his way demands, the sooner the faster he drives and the
 * fuller the way there is; speed, by a wish that grows and fades; the kerb, where keeping to it is law; or to make way
 * for one whom he is in the way of. After SUMO's LC2013.
 */

import { pow } from '../../../kernel/math';
import { laneAt } from '../network';
import { perRun } from '../per-run';
import { laneChoice } from './best-lanes';
import { ChangeBit } from './change-bits';
import { anticipatedFollow, anticipatedStop, brakeGap, EPS, followSpeed, secureGap } from './follow';
import { haltLane, nextHalt } from './halts';
import { laneAdvice } from './lane-advice';
import { laneHelp } from './lane-help';
import { anyone, beside, laneNeighbours, own } from './lane-neighbours';
import { laneMps } from './plan';
import { abreast, aheadM, wayTaken } from './way-taken';

const LOOKS_AHEAD_S = 10;
const LOOKS_LEFT = 2;
const LOOK_MEMORY = 0.9;
const GAIN_NEEDED_LEFT = 0.2;
/** To the right one changes for speed a tenth as readily. */
const GAIN_NEEDED_RIGHT = 2;
const GAIN_NORMAL_MPS = 10;
const GAIN_LASTS_S = 20;
const KEEP_RIGHT_S = 5;
const KEEP_RIGHT_ACCEPTS_S = 7;
/** Only when the lane beside is so much slower does the wish for it fade. */
const CLEARLY_SLOWER_MPS = 5 / 3.6;
const FADES_EQUAL = 0.8;
const FADES_WORSE = 0.5;
const URGENCY = 2;
/** Who must cross several lanes keeps room for those whom he does not see yet. */
const UNSEEN_RIGHT_M = 20;
const UNSEEN_LEFT_M = 40;
/** A lane that leads elsewhere so soon is one for turning, and nobody leaves a good one for it. */
const TURN_LANE_M = 200;
const HALTED_FROM_M = 100;
const NEAR_M = 0.1;

/** What is left of a wish after a step; a step is nearly always as long as the last. */
const fades = { stepS: 0, worse: 1, equal: 1 };

function fadesIn(stepS: number): typeof fades {
  if (fades.stepS !== stepS) {
    fades.stepS = stepS;
    fades.worse = pow(FADES_WORSE, stepS);
    fades.equal = pow(FADES_EQUAL, stepS);
  }
  return fades;
}

export const laneWishes = perRun((state) => {
  const { turnTowards } = laneChoice(state);
  const { leaveRoom, dealWithLeader, dealWithFollower } = laneHelp(state);
  const { advise } = laneAdvice(state);
  const { lookRound } = laneNeighbours(state);
  const isTaken = wayTaken(state);

  function wishFor(row: number, i: number, side: number, hint: number): number {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const positionM = vehicles.positionM[row];
    const ownM = drivers.lengthM[type] + drivers.minGapM[type];
    const j = i + side;
    const lane = abreast[i];
    const other = abreast[j];
    const isWithin = lane >= state.network.roads.laneCount;
    const base = row * vehicles.laneStride;
    const right = side < 0;
    const wants = right ? ChangeBit.right : ChangeBit.left;

    slowForBlocked(row, lane, own.lastBlocked);
    slowForBlocked(row, lane, own.firstBlocked);

    const look = vehicles.lookMps[row];
    const memory = 1 - (1 - LOOK_MEMORY) * pace.stepS;
    vehicles.lookMps[row] = v > look ? v : Math.max(0, memory * look + (1 - memory) * v);
    let lookM = vehicles.lookMps[row] * LOOKS_AHEAD_S * drivers.strategic[type] * (right ? 1 : LOOKS_LEFT) + 2 * ownM;

    let reachM = vehicles.laneReachM[base + i];
    let thereM = vehicles.laneReachM[base + j];
    const told = vehicles.laneOffset[base + i];
    let offset = told;
    let toHaltM = Number.NEGATIVE_INFINITY;
    if (!isWithin && haltLane(state, row) >= 0) {
      // As far as the halt one may always drive.
      const haltM = nextHalt(state, row)!.toM;
      toHaltM = haltM - positionM;
      reachM = Math.max(reachM, haltM);
      thereM = Math.max(thereM, haltM);
    }
    if (offset === 0 && vehicles.laneOffset[base + j] === 0) offset = side;
    const towards = offset * side > 0;
    const away = Math.abs(offset);

    if (anyone.halts) {
      lookRound(row, lane, other, hint);
      if (offset === 0 && isHalted(own.leader, own.leaderGapM, reachM - positionM)) {
        lookM = 0.5 * (ownM + lengthOf(own.leader) + own.leaderGapM);
      } else if (offset === side && isHalted(beside.lead, beside.leadGapM, reachM - positionM)) {
        lookM = ownM + lengthOf(beside.lead) + beside.leadGapM;
      }
    }

    const isTold = towards && offset === told;
    const spareM = lookM * away;
    const demanded = i + offset;
    let bits = 0;
    if (
      isTold &&
      toHaltM < spareM &&
      isTaken(abreast[demanded], base + demanded, aheadM[demanded], reachM - positionM - spareM)
    ) {
      bits = wants | ChangeBit.strategic | ChangeBit.urgent;
    } else if (
      anyone.halts &&
      own.leader >= 0 &&
      vehicles.haltLeftS[own.leader] >= 0 &&
      own.leaderGapM < HALTED_FROM_M &&
      Math.min(thereM, reachM) - positionM > passesM(row) &&
      (beside.lead < 0 || vehicles.haltLeftS[beside.lead] < 0 || beside.leadGapM > passesM(row))
    ) {
      reachM = positionM + own.leaderGapM;
      bits = wants | ChangeBit.strategic | ChangeBit.urgent;
    } else {
      if (!towards) {
        const mostM = thereM - positionM - lookM * (away + 2);
        if (
          aheadM[j] > mostM ||
          aheadM[i] > mostM ||
          isTaken(other, base + j, aheadM[j], mostM) ||
          isTaken(lane, base + i, aheadM[i], mostM)
        ) {
          return ChangeBit.stays | ChangeBit.strategic;
        }
      }
      if (offset === 0) {
        const isLeaderHalted = anyone.halts && own.leader >= 0 && vehicles.haltLeftS[own.leader] >= 0;
        if (!isLeaderHalted && thereM < TURN_LANE_M && leadsElsewhere(other)) {
          return ChangeBit.stays | ChangeBit.strategic;
        }
      }
    }

    lookRound(row, lane, other, hint);
    if ((bits & ChangeBit.urgent) !== 0) {
      const { blocked } = beside;
      vehicles.leftM[row] = reachM - positionM;
      if (towards && away > 1) {
        vehicles.blockerM[row] = Math.max(right ? UNSEEN_RIGHT_M : UNSEEN_LEFT_M, vehicles.blockerM[row]);
      }
      const counter = right ? ChangeBit.left : ChangeBit.right;
      const hasWayOn = isWithin || turnTowards(row, lane) >= 0;
      let canReserve = leaveRoom(row, beside.lead, counter, hasWayOn);
      if (own.firstBlocked !== beside.lead) {
        canReserve = leaveRoom(row, own.firstBlocked, counter, hasWayOn) && canReserve;
      }
      if (!canReserve && hasWayOn) bits |= ChangeBit.dontBrake;
      const leftS = Math.max(
        pace.stepS,
        vehicles.leftM[row] / Math.max(vehicles.lookMps[row], EPS) / Math.max(1, away) / URGENCY,
      );
      const tells = right ? ChangeBit.tellsRight : ChangeBit.tellsLeft;
      const isBlocked = (blocked & ChangeBit.blockedByLeader) !== 0;
      const planned = dealWithLeader(row, lane, beside, isBlocked, tells, leftS);
      if (planned >= 0 || (pace.isBallistic && planned !== -1)) {
        dealWithFollower(row, lane, beside, blocked, tells, leftS, planned);
      }
      return bits;
    }

    // How fast one could be soon, here and there.
    const most = laneMps(state, row, lane);
    const mostThere = laneMps(state, row, other);
    const speedsUp =
      (beside.lead >= 0 && vehicles.accelerationMps2[beside.lead] > 0) ||
      (own.leader >= 0 && vehicles.accelerationMps2[own.leader] > 0);
    const here = soonMps(row, own.leader, own.leaderGapM, reachM, most, speedsUp);
    const there = soonMps(row, beside.lead, beside.leadGapM, thereM, mostThere, speedsUp);
    const param = drivers.speedGain[type];
    const needed = (right ? GAIN_NEEDED_RIGHT : GAIN_NEEDED_LEFT) / Math.max(EPS, param);

    const wishedBefore = vehicles.gain[row];
    const wish = (-side * wishedBefore) / needed;
    if ((vehicles.changeBits[row] & ChangeBit.followsBlocked) !== 0) {
      const inconvenience = Math.min(1, Math.max(here / there - 1, wish));
      const sameSide = right ? ChangeBit.tellsRight : ChangeBit.tellsLeft;
      const canComeBack = towards || thereM / (away + 1) > lookM;
      if (inconvenience <= drivers.cooperative[type] && (vehicles.changeBits[row] & sameSide) !== 0 && canComeBack) {
        return wants | ChangeBit.cooperative | ChangeBit.urgent;
      }
    }

    const dt = pace.stepS;
    const gain = (there - here) / Math.max(there, GAIN_NORMAL_MPS);
    const lasts = thereM / Math.max(0.1, v) > GAIN_LASTS_S;
    const isWorse = right ? here - CLEARLY_SLOWER_MPS > there : here > there;
    const { worse, equal } = fadesIn(dt);
    // What is left of it, and what comes to it: one sum in every case, for the compiler's sake.
    let left = 1;
    let more = 0;
    const leansThere = side * wishedBefore > 0;
    const gained = dt * gain;
    const gains = gain > EPS;
    if (isWorse) {
      if (leansThere) left = worse;
    } else if (right) {
      if (leansThere || gain > 0) more = gained;
    } else if (here === there) {
      if (leansThere) left = equal;
    } else more = gained;
    const wished = wishedBefore * left + side * more;
    vehicles.gain[row] = wished;
    if (right) {
      if (!isWorse && state.keepsRight && drivers.keepRight[type] > 0) {
        const factor = most / state.closures.trackLimitMps[lane];
        const accepts = KEEP_RIGHT_ACCEPTS_S * factor * Math.max(1, v);
        let freeM = Math.max(0, thereM - brakeGap(pace, most, drivers.decelMps2[type], drivers.headwayS[type]));
        let fullS = Math.min(accepts, freeM / most);
        if (beside.lead >= 0 && vehicles.speedMps[beside.lead] < most) {
          const w = vehicles.speedMps[beside.lead];
          const theirs = drivers.decelMps2[vehicles.type[beside.lead]];
          freeM = Math.max(0, Math.min(freeM, beside.leadGapM - secureGap(drivers, type, pace, most, w, theirs)));
          fullS = Math.min(fullS, freeM / (most - w));
        }
        vehicles.keepRightWish[row] += ((needed * (fullS / accepts)) / KEEP_RIGHT_S) * dt;
        if (vehicles.keepRightWish[row] * drivers.keepRight[type] > needed) return wants;
      }
      if (wished < -needed && lasts) return wants;
    } else if (wished > needed && gains && lasts) return wants;
    // Towards the lane of his way where it costs nothing.
    const leans = side * wished > 0;
    return towards && offset === told && gain >= 0 && leans ? wants | ChangeBit.strategic : 0;
  }

  function isHalted(who: number, gapM: number, leftM: number): boolean {
    const { vehicles } = state;
    return who >= 0 && vehicles.haltLeftS[who] >= 0 && gapM < leftM;
  }

  function lengthOf(who: number): number {
    const { vehicles, drivers } = state;
    return drivers.lengthM[vehicles.type[who]] + drivers.minGapM[vehicles.type[who]];
  }

  /** He lets one in who is held up ahead of him, once he is slow. */
  function slowForBlocked(row: number, lane: number, other: number): void {
    if (other < 0) return;
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const theirs = vehicles.type[other];
    const gapM = vehicles.positionM[other] - drivers.lengthM[theirs] - vehicles.positionM[row] - drivers.minGapM[type];
    if (gapM <= NEAR_M || v >= drivers.decelMps2[type]) return;
    const w = vehicles.speedMps[other];
    const desired = laneMps(state, row, lane);
    advise(row, followSpeed(drivers, type, pace, v, gapM - NEAR_M, w, drivers.decelMps2[theirs], desired));
  }

  /** To be past one who has halted. */
  function passesM(row: number): number {
    const { vehicles, drivers } = state;
    const halted = vehicles.type[own.leader];
    return own.leaderGapM + drivers.lengthM[vehicles.type[row]] + drivers.lengthM[halted] + drivers.minGapM[halted];
  }

  function leadsElsewhere(track: number): boolean {
    const { laneTurnStart } = state.network.roads;
    const lane = laneAt(state.network, track);
    return laneTurnStart[lane + 1] > laneTurnStart[lane];
  }

  /** The speed of a second from now behind a leader, or towards the end of the way that a lane leads. */
  function soonMps(row: number, leader: number, gapM: number, reachM: number, most: number, speedsUp: boolean): number {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const a = drivers.accelMps2[type];
    let mps: number;
    if (speedsUp) {
      const soon = v + a - a * pace.stepS;
      mps =
        leader < 0
          ? followSpeed(drivers, type, pace, soon, reachM, 0, 0, most)
          : followSpeed(
              drivers,
              type,
              pace,
              soon,
              gapM,
              vehicles.speedMps[leader],
              drivers.decelMps2[vehicles.type[leader]],
              most,
            );
    } else {
      mps =
        leader < 0
          ? anticipatedStop(drivers, type, pace, v, reachM)
          : anticipatedFollow(
              drivers,
              type,
              pace,
              v,
              gapM,
              vehicles.speedMps[leader],
              drivers.decelMps2[vehicles.type[leader]],
            );
    }
    return Math.min(most, mps);
  }

  return wishFor;
});
