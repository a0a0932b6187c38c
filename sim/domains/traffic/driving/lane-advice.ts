/**
 * What the change of lanes asks of the speed of the next step: room at the end of the lane for one who comes the other
 * way, falling in behind another, letting one in; and who is held up in a change that must be, or holds one up, drives
 * off sooner. After SUMO's LC2013.
 */
import { perRun } from '../per-run';
import { BLOCKED, ChangeBit, WANTS } from './change-bits';
import { emergencyNext, slowestNext, stopSpeed } from './follow';
import { laneMps } from './plan';

/** Kept at the end of a lane besides the room for the other. */
const SPARE_M = 1;

export const laneAdvice = perRun((state) => {
  /** Of several the least counts; what could only be followed by braking harder than is comfortable is not heard. */
  function advise(row: number, mps: number): void {
    const { vehicles, drivers, pace } = state;
    if (mps < 0 || mps < slowestNext(drivers, vehicles.type[row], pace, vehicles.speedMps[row])) return;
    if (mps < vehicles.adviceMps[row]) vehicles.adviceMps[row] = mps;
  }

  /** The speed of the next step, of those from the least to the most that are safe, where `wanted` is without regard to lanes. */
  function heedLanes(row: number, leastMps: number, wanted: number, mostMps: number): number {
    const { vehicles, drivers, pace } = state;
    const type = vehicles.type[row];
    const bits = vehicles.changeBits[row];
    let least = leastMps > 0 ? leastMps : 0;
    let most = mostMps;
    let next = wanted;
    let isAsked = false;
    if (vehicles.blockerM[row] > 0) {
      const roomM = vehicles.leftM[row] - vehicles.blockerM[row] - SPARE_M - drivers.minGapM[type];
      if (roomM > 0) {
        const v = vehicles.speedMps[row];
        const hardest = emergencyNext(drivers, type, pace, v);
        const desired = laneMps(state, row, vehicles.track[row]);
        const stop = stopSpeed(drivers, type, pace, v, roomM, drivers.decelMps2[type], desired);
        most = Math.min(most, Math.max(stop, hardest));
        if (stop < wanted) {
          if (stop < least && stop >= hardest) least = Math.max(hardest, stop);
          next = Math.max(least, stop);
          isAsked = true;
        }
      }
    }
    const advised = vehicles.adviceMps[row];
    if (advised >= least && advised <= most) {
      const heeds = Math.max(0, Math.min(1, drivers.cooperative[type]));
      next = Math.min(next, advised * heeds + (1 - heeds) * wanted);
      isAsked = true;
    }
    if (isAsked && (bits & ChangeBit.dontBrake) === 0) return next;
    if ((bits & WANTS) !== 0 && (bits & BLOCKED) !== 0) {
      if ((bits & ChangeBit.strategic) !== 0) return (most + wanted) / 2;
      if ((bits & ChangeBit.cooperative) !== 0) {
        if ((bits & ChangeBit.blockedByLeader) !== 0) return wanted >= 0 ? (least + wanted) / 2 : wanted;
        return (most + wanted) / 2;
      }
    }
    if ((bits & ChangeBit.leadsBlocked) !== 0) return (most + wanted) / 2;
    return wanted;
  }

  return { advise, heedLanes };
});
