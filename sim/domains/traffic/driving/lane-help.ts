/**
 * Who must change lanes and cannot yet makes it possible: falls in behind the one ahead over there or passes him, asks
 * the one behind to let him in or lets him pass, and leaves room at the end of his lane for one who comes the other way.
 * After SUMO's LC2013.
 */
import { perRun } from '../per-run';
import { ChangeBit } from './change-bits';
import { brakeGap, EPS, followSpeed, secureGap, stopSpeed } from './follow';
import { laneAdvice } from './lane-advice';
import type { Beside } from './lane-neighbours';
import { laneMps } from './plan';

const PASSES_BY_MPS = 10 / 3.6;
const FALLS_BEHIND_MPS2 = 7 / 3.6;
/** Shorter lanes are taken for slip roads, whose drivers are not helped at the cost of the others. */
const SLIP_ROAD_M = 200;
const FAST_MPS = 27;
const ANTICIPATES_S = 1;
const NO_PLAN = -1;
const KNOT_S = 20;

/** The gap after so long, each driving on at an even acceleration within his limits. */
function gapAfter(
  seconds: number,
  gapM: number,
  v: number,
  a: number,
  most: number,
  w: number,
  b: number,
  mostW: number,
): number {
  return gapM + wayIn(seconds, v, a, most) - wayIn(seconds, w, b, mostW);
}

function wayIn(seconds: number, v: number, a: number, most: number): number {
  if (a === 0) return v * seconds;
  const end = a > 0 ? Math.max(v, most) : 0;
  const untilS = (end - v) / a;
  if (untilS >= seconds) return v * seconds + (a * seconds * seconds) / 2;
  return v * untilS + (a * untilS * untilS) / 2 + end * (seconds - untilS);
}

export const laneHelp = perRun((state) => {
  const { advise } = laneAdvice(state);

  /** Room for one on the other lane who wants to ours, if that can be; else he is to leave it for us. False where neither. */
  function leaveRoom(row: number, other: number, counter: number, hasWayOn: boolean): boolean {
    const { vehicles, drivers, pace } = state;
    if (other < 0 || (vehicles.changeBits[other] & counter) === 0) return true;
    const type = vehicles.type[row];
    const theirs = vehicles.type[other];
    const leftM = vehicles.leftM[row];
    const theirM = drivers.lengthM[theirs] + drivers.minGapM[theirs];
    if (theirM <= leftM - brakeGap(pace, vehicles.speedMps[row], drivers.decelMps2[type], 0)) {
      vehicles.blockerM[row] = Math.max(vehicles.blockerM[row], theirM);
      return true;
    }
    const ownM = drivers.lengthM[type] + drivers.minGapM[type];
    const hisLeftM = vehicles.leftM[other];
    const canHe = hisLeftM - brakeGap(pace, vehicles.speedMps[other], drivers.decelMps2[theirs], pace.stepS) >= ownM;
    if (canHe || hisLeftM > leftM) {
      vehicles.blockerM[other] = Math.max(vehicles.blockerM[other], ownM);
      return true;
    }
    if (!hasWayOn) vehicles.blockerM[row] = Math.max(vehicles.blockerM[row], theirM);
    return false;
  }

  /** Towards the one ahead on the other lane; the speed that is planned then, below zero where he is to be passed. */
  function dealWithLeader(
    row: number,
    lane: number,
    beside: Beside,
    isBlocked: boolean,
    tells: number,
    leftS: number,
  ): number {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const v = vehicles.speedMps[row];
    const dt = pace.stepS;
    const decel = drivers.decelMps2[type];
    const desired = laneMps(state, row, lane);
    const roomM = vehicles.leftM[row] - vehicles.blockerM[row];
    let planned = Math.min(v, stopSpeed(drivers, type, pace, v, roomM, decel, desired), vehicles.adviceMps[row]);
    const { lead, leadGapM } = beside;
    if (lead < 0) return planned;
    const theirs = vehicles.type[lead];
    const w = vehicles.speedMps[lead];
    const nextW = w - dt * Math.max(1, -vehicles.accelerationMps2[lead]);
    const nextGapM = pace.isBallistic
      ? leadGapM + (dt * (w + nextW)) / 2 - (dt * (v + planned)) / 2
      : leadGapM + dt * (nextW - planned);
    const behindHim = Math.max(
      v - decel * dt,
      followSpeed(drivers, type, pace, v, nextGapM, nextW, drivers.decelMps2[theirs], desired),
    );
    if (!isBlocked) {
      advise(row, behindHim);
      return Math.min(planned, behindHim);
    }
    const passM =
      leadGapM +
      drivers.lengthM[theirs] +
      drivers.minGapM[theirs] +
      drivers.lengthM[type] +
      secureGap(drivers, theirs, pace, w, v, decel);
    const gainMps = planned - w;
    const passS = gainMps > 0 ? Math.max(0, passM) / gainMps : leftS + 1;
    const stopsFor = vehicles.haltLeftS[lead] >= 0;
    const brakeM = brakeGap(pace, v, decel, pace.isBallistic ? 0 : drivers.headwayS[type]);
    // Where both have stood for long, each for the other, whoever has room to be past drives on: SUMO would take one away.
    const isKnot = v <= 0 && w <= 0 && vehicles.waitS[row] > KNOT_S && vehicles.waitS[lead] > KNOT_S && roomM >= passM;
    if (!stopsFor && !isKnot && (gainMps < 0 || roomM - brakeM < Math.max(0, passM) || leftS < passS)) {
      vehicles.changeBits[lead] |= tells | ChangeBit.leadsBlocked;
      if (behindHim >= v) {
        advise(row, behindHim);
        return planned;
      }
      const falls = leftS === 0 ? decel : Math.min(decel, Math.max(FALLS_BEHIND_MPS2, (v - behindHim) / leftS));
      planned = Math.min(planned, Math.max(0, v - falls * dt));
      advise(row, planned);
      return planned;
    }
    vehicles.changeBits[lead] |= tells | ChangeBit.leadsBlocked;
    advise(lead, w);
    return NO_PLAN;
  }

  /** Asks the one behind on the other lane for room, or lets him pass. */
  function dealWithFollower(
    row: number,
    lane: number,
    beside: Beside,
    blocked: number,
    tells: number,
    leftS: number,
    planned: number,
  ): void {
    const { vehicles, drivers, pace } = state;
    const { follow, followGapM } = beside;
    if (follow < 0) return;
    const type = vehicles.type[row];
    const theirs = vehicles.type[follow];
    const dt = pace.stepS;
    const v = vehicles.speedMps[row];
    const w = vehicles.speedMps[follow];
    const decel = drivers.decelMps2[type];
    const accel = Math.max(-decel, Math.min(drivers.accelMps2[type], planned - v)) / dt;
    const most = laneMps(state, row, lane);
    const followTrack = vehicles.track[follow];
    const mostW = laneMps(state, follow, followTrack);
    const plans = Math.max(0, planned);
    const secure = (mps: number, aheadMps: number) => secureGap(drivers, theirs, pace, mps, aheadMps, decel);
    const behindUs = (gapM: number, aheadMps: number) =>
      followSpeed(drivers, theirs, pace, w, gapM, aheadMps, decel, mostW);
    if ((blocked & ChangeBit.blockedByFollower) === 0) {
      if ((blocked & ChangeBit.blockedByLeader) === 0) return;
      // He is not in the way yet, and is to stay so.
      if (!pace.isBallistic) {
        const first = behindUs(followGapM + dt * planned, planned);
        tell(follow, behindUs(followGapM + dt * (planned - first), planned), tells);
        return;
      }
      const soonMps = Math.min(v + accel * ANTICIPATES_S, most);
      const gapM = gapAfter(ANTICIPATES_S, followGapM, v, accel, most, w, 0, mostW);
      let mps = behindUs(gapM, planned);
      if (gapM > secure(w, soonMps)) {
        const gains = (mps - w) / dt / ANTICIPATES_S;
        const thenM = gapAfter(ANTICIPATES_S, followGapM, v, accel, most, w, gains, mostW);
        if (thenM < secure(Math.min(w + ANTICIPATES_S * gains, mostW), soonMps)) mps = w;
      }
      tell(follow, mps, tells);
      return;
    }
    const asks = tells | ChangeBit.followsBlocked;
    if (plans - w >= PASSES_BY_MPS && (secure(w, planned) - followGapM) / leftS < plans - w) {
      tell(follow, plans - PASSES_BY_MPS, asks);
      return;
    }
    // Others are taken to brake for a second as hard as is comfortable.
    const helps = drivers.decelMps2[theirs];
    const slowed = pace.isBallistic ? w - helps * dt : Math.max(0, w - helps * dt);
    const slowed1S = pace.isBallistic ? w - helps : Math.max(0, w - helps);
    const gains = pace.isBallistic ? v - w : planned - slowed1S;
    const openedM = pace.isBallistic
      ? gapAfter(1, followGapM, v, accel, most, w, -helps, mostW)
      : followGapM + planned - slowed1S;
    const neededM = secure(Math.max(0, slowed1S), plans);
    if (openedM > 0 && openedM >= neededM) {
      let mps: number;
      if (!pace.isBallistic) {
        const first = Math.max(slowed, behindUs(followGapM + dt * planned, planned));
        mps = Math.max(slowed, behindUs(followGapM + dt * (planned - first), planned));
      } else {
        const first = Math.min(
          w,
          Math.max(slowed, behindUs(gapAfter(dt, followGapM, v, accel, most, w, 0, mostW), plans)),
        );
        const nextM = gapAfter(dt, followGapM, v, accel, most, w, -(w - first) / dt, mostW);
        mps = Math.min(w, Math.max(slowed, behindUs(nextM, plans)));
        if (nextM < secure(mps, planned)) mps = slowed;
      }
      tell(follow, mps, asks);
      return;
    }
    const timeS = pace.isBallistic ? leftS - 1 : leftS;
    if (gains > 0 && gains * timeS > neededM - openedM + EPS) {
      tell(follow, slowed, asks);
      return;
    }
    let helpMps = Math.max(w, v + PASSES_BY_MPS);
    const isLeft = (tells & ChangeBit.tellsLeft) !== 0;
    const laneM = state.network.roads.trackLengthM[lane];
    if (w > v && (!isLeft || plans > FAST_MPS || laneM > SLIP_ROAD_M)) {
      helpMps = Math.max(slowed, v + PASSES_BY_MPS);
      if (!pace.isBallistic) {
        if ((w - v) / helps < leftS) {
          tell(follow, helpMps, asks);
          return;
        }
      } else if (
        gapAfter(leftS, followGapM, v, 0, most, w, -helps, mostW) >= secure(Math.max(0, w - leftS * helps), v)
      ) {
        tell(follow, slowed, asks);
        return;
      }
    }
    tell(follow, helpMps, asks);
    // He is to pass: so slowly that he does.
    const passM =
      followGapM +
      drivers.lengthM[type] +
      drivers.minGapM[type] +
      drivers.lengthM[theirs] +
      secureGap(drivers, type, pace, planned, helpMps, drivers.decelMps2[theirs]);
    advise(row, Math.max(helpMps - Math.max(0, passM) / leftS, v - decel * dt));
  }

  function tell(row: number, mps: number, bits: number): void {
    advise(row, mps);
    state.vehicles.changeBits[row] |= bits;
  }

  return { leaveRoom, dealWithLeader, dealWithFollower };
});
