/**
 * The speed of the next step: free, behind a leader, before a place to stop at. Two models with the same four questions,
 * so that everything above them is one. Krauss in the form that SUMO gives it, exact for steps of any length and either
 * update; the IDM with its sub-steps. After their published descriptions and SUMO's documentation of its models.
 *
 * A gap is what is left once the least gap at a standstill has been taken off.
 */
import { type Drivers, FIRST_LISTED, Model } from './drivers';
import type { Pace } from './pace';

export const EPS = 0.001;
export const HALTING_MPS = 0.1;
const EMERGENCY_MARGIN = 1.2;
const INSERTED_MPS2 = 1;
const FAR_M = 1e6;

export function fastestNext(d: Drivers, type: number, pace: Pace, v: number): number {
  const next = v + d.accelMps2[type] * pace.stepS;
  return next < d.maxMps[type] ? next : d.maxMps[type];
}

export function slowestNext(d: Drivers, type: number, pace: Pace, v: number): number {
  const next = v - d.decelMps2[type] * pace.stepS;
  return pace.isBallistic ? next : next > 0 ? next : 0;
}

export function emergencyNext(d: Drivers, type: number, pace: Pace, v: number): number {
  const next = v - d.emergencyMps2[type] * pace.stepS;
  return pace.isBallistic ? next : next > 0 ? next : 0;
}

/** Before a light everyone brakes this hard at least, if his vehicle can. */
const LIGHTS_MPS2 = 3;

export function brakingAtLights(d: Drivers, type: number): number {
  return Math.max(d.decelMps2[type], Math.min(LIGHTS_MPS2, d.emergencyMps2[type]));
}

/** The way to a standstill, braking by so much after so long. */
export function brakeGap(pace: Pace, v: number, decelMps2: number, headwayS: number): number {
  if (v <= 0) return 0;
  if (pace.isBallistic) return v * (headwayS + (0.5 * v) / decelMps2);
  const lostMps = decelMps2 * pace.stepS;
  const steps = Math.floor(v / lostMps);
  return (steps * v - (lostMps * steps * (steps + 1)) / 2) * pace.stepS + v * headwayS;
}

/** The speed now from which one can still stop within a distance. */
export function safeStop(
  pace: Pace,
  gapM: number,
  decelMps2: number,
  v: number,
  headwayS: number,
  inserting = false,
): number {
  if (pace.isBallistic) return safeStopBallistic(pace, gapM, decelMps2, v, headwayS, inserting);
  const g = gapM - EPS;
  if (g < 0) return 0;
  const b = decelMps2 * pace.stepS;
  const s = pace.stepS;
  const t = headwayS;
  // n whole steps of full braking, and a little more speed for what is left of the way.
  const n = Math.floor(0.5 - (t - 0.5 * Math.sqrt(s * s + 4 * (s * ((2 * g) / b - t) + t * t))) / s);
  const h = 0.5 * n * (n - 1) * b * s + n * b * t;
  return n * b + (g - h) / (n * s + t);
}

function safeStopBallistic(
  pace: Pace,
  gapM: number,
  decelMps2: number,
  speedMps: number,
  headwayS: number,
  inserting: boolean,
): number {
  const g = Math.max(0, gapM - EPS);
  if (inserting) {
    const bt = decelMps2 * headwayS;
    return -bt + Math.sqrt(bt * bt + 2 * decelMps2 * g);
  }
  const tau = headwayS === 0 ? pace.stepS : headwayS;
  const v = Math.max(0, speedMps);
  if (v * tau >= 2 * g) {
    if (g === 0) return v > 0 ? -FAR_M : 0;
    return v - ((v * v) / (2 * g)) * pace.stepS;
  }
  const half = (decelMps2 * tau) / 2;
  const v1 = -half + Math.sqrt(half * half + decelMps2 * (2 * g - tau * v));
  return v + ((v1 - v) / tau) * pace.stepS;
}

/** Braking by so much one still stops behind a leader who brakes as hard as he can. */
function emergencyBraking(d: Drivers, type: number, gapM: number, v: number, aheadMps: number, aheadMps2: number) {
  const aheadM = (0.5 * aheadMps * aheadMps) / aheadMps2;
  const b = (0.5 * v * v) / Math.max(1e-9, gapM + aheadM);
  if (gapM + aheadM > 0 && b <= aheadMps2) return b;
  if (gapM <= 0) return d.emergencyMps2[type];
  return (0.5 * (v * v - aheadMps * aheadMps)) / gapM;
}

function kraussFollow(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  gapM: number,
  aheadMps: number,
  aheadMps2: number,
  inserting: boolean,
): number {
  const decel = d.decelMps2[type];
  let x: number;
  if (gapM >= 0) {
    const aheadM = brakeGap(pace, aheadMps, aheadMps2 > decel ? aheadMps2 : decel, 0);
    x = safeStop(pace, gapM + aheadM, decel, v, d.headwayS[type], inserting);
  } else {
    x = v - d.emergencyMps2[type] * pace.stepS;
    if (!pace.isBallistic && x < 0) x = 0;
  }
  if (decel !== d.emergencyMps2[type] && !inserting) {
    const wanted = (v - x) / pace.stepS;
    if (wanted > decel + EPS) {
      let needed = EMERGENCY_MARGIN * emergencyBraking(d, type, gapM, v, aheadMps, aheadMps2);
      if (needed < decel) needed = decel;
      if (needed > wanted) needed = wanted;
      x = v - needed * pace.stepS;
      if (!pace.isBallistic && x < 0) x = 0;
    }
  }
  return x;
}

/** The IDM's next speed; the leader is taken to keep his. */
function idm(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  gapM: number,
  aheadMps: number,
  desiredMps: number,
  keepsGap: boolean,
): number {
  const minGapM = keepsGap ? d.minGapM[type] : 0;
  const headwayS = d.headwayS[type];
  const a = d.accelMps2[type];
  const twoRootAB = d.twoRootAB[type];
  const subS = pace.stepS / pace.idmSteps;
  let gap = gapM + minGapM;
  let next = v;
  for (let i = 0; i < pace.idmSteps; i++) {
    const wanted = next * headwayS + (next * (next - aheadMps)) / twoRootAB;
    const s = (wanted > 0 ? wanted : 0) + minGapM;
    if (gap < EPS) gap = EPS;
    const ratio = next / desiredMps;
    const square = ratio * ratio;
    const tight = s / gap;
    // Ours ease off where they are faster than they want; the model as it is written would have them brake at once.
    const free = type < FIRST_LISTED && ratio > 1 ? 1 - ratio : 1 - square * square;
    const before = next;
    next += a * (free - tight * tight) * subS;
    if (before <= desiredMps && next > desiredMps) next = desiredMps; // no swing about a slow wish
    if (next < 0) next = 0;
    const closing = (next - aheadMps) * subS;
    if (closing > 0) gap -= closing;
  }
  return next;
}

/** Behind a leader. `desiredMps` is what the lane lets this driver have. */
export function followSpeed(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  gapM: number,
  aheadMps: number,
  aheadMps2: number,
  desiredMps: number,
): number {
  if (d.model[type] === Model.idm) return idm(d, type, pace, v, gapM, aheadMps, desiredMps, true);
  const safe = kraussFollow(d, type, pace, v, gapM, aheadMps, aheadMps2, false);
  const fastest = fastestNext(d, type, pace, v);
  const most = safe < fastest ? safe : fastest;
  if (!pace.isBallistic) return most;
  const least = emergencyNext(d, type, pace, v);
  return most > least ? most : least;
}

/** Of someone who is put on the road at a speed: no more than is safe behind that leader. */
export function insertFollow(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  gapM: number,
  aheadMps: number,
  aheadMps2: number,
  desiredMps: number,
): number {
  if (d.model[type] === Model.idm) {
    // By a list's rules he goes on slowing down until he would brake no harder than this.
    const enoughMps = type < FIRST_LISTED ? Number.POSITIVE_INFINITY : INSERTED_MPS2 * pace.stepS;
    let mps = v;
    let lostMps = 0;
    do {
      const wanted = mps * d.headwayS[type] + (mps * (mps - aheadMps)) / d.twoRootAB[type];
      if (gapM >= Math.max(0, wanted)) return mps;
      const next = idm(d, type, pace, mps, gapM, aheadMps, desiredMps, true);
      lostMps = mps - next;
      if (mps === v || lostMps >= enoughMps) mps = next;
    } while (lostMps >= enoughMps);
    return mps;
  }
  return kraussFollow(d, type, pace, v, gapM, aheadMps, aheadMps2, true);
}

/** Before a place to stop at. */
export function stopSpeed(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  gapM: number,
  decelMps2: number,
  desiredMps: number,
): number {
  if (d.model[type] === Model.idm) {
    if (gapM < 0.01) return 0;
    const next = idm(d, type, pace, v, gapM, 0, desiredMps, false);
    if (v < EPS && next < EPS) return safeStop(pace, gapM, decelMps2, v, pace.stepS);
    // The model creeps on over the last centimetres, in SUMO over the line too; ours no further than one can stop.
    if (d.creepsOver && type >= FIRST_LISTED) return next;
    const most = safeStop(pace, gapM, d.emergencyMps2[type], v, pace.stepS);
    return next < most ? next : most;
  }
  const safe = safeStop(pace, gapM, decelMps2, v, pace.stepS);
  const fastest = fastestNext(d, type, pace, v);
  return safe < fastest ? safe : fastest;
}

/** Towards a limit that begins so far ahead. */
export function freeSpeed(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  distanceM: number,
  targetMps: number,
  desiredMps: number,
): number {
  if (d.model[type] === Model.idm) {
    const secureM = Math.max(0, targetMps * d.headwayS[type] + (targetMps * targetMps) / d.twoRootAB[type]);
    const next =
      v <= targetMps
        ? idm(d, type, pace, v, FAR_M, targetMps, desiredMps, false)
        : idm(d, type, pace, v, Math.max(distanceM, secureM), 0, desiredMps, false);
    return distanceM < secureM ? Math.min(next, targetMps) : next;
  }
  const b = d.decelMps2[type];
  const s = pace.stepS;
  if (pace.isBallistic) {
    const way = distanceM - EPS;
    if (0.5 * (v + targetMps) * s >= way) return targetMps;
    const q = (s * v - 2 * way) * b - targetMps * targetMps;
    const p = 0.5 * b * s;
    return -p + Math.sqrt(p * p - q);
  }
  const stepM = targetMps * s;
  if (distanceM < stepM) return targetMps;
  const bM = b * s * s;
  const wide = bM + 2 * stepM;
  const y = Math.max(0, ((Math.sqrt(wide * wide + 8 * bM * distanceM) - bM) * 0.5 - stepM) / bM);
  const whole = Math.floor(y);
  const exactM = (whole * whole + whole) * 0.5 * bM + whole * stepM + (y > whole ? stepM : 0);
  return Math.max(0, distanceM - exactM) / (whole + 1) / s + whole * b * s + targetMps;
}

/** What is needed behind a leader so that nobody has to brake harder than is comfortable. */
export function secureGap(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  aheadMps: number,
  aheadMps2: number,
): number {
  if (d.model[type] === Model.idm) {
    return Math.max(0, v * d.headwayS[type] + (v * (v - aheadMps)) / d.twoRootAB[type]);
  }
  const decel = d.decelMps2[type];
  const gap = brakeGap(pace, v, decel, d.headwayS[type]) - brakeGap(pace, aheadMps, Math.max(decel, aheadMps2), 0);
  return gap > 0 ? gap : 0;
}

/** Speed after a way of even acceleration. */
export function speedAfter(d: Drivers, type: number, distanceM: number, v: number, mps2: number): number {
  const square = 2 * distanceM * mps2 + v * v;
  return square <= 0 ? 0 : Math.min(d.maxMps[type], Math.sqrt(square));
}

/** The soonest one can be there, at that speed there. */
export function soonestArrival(d: Drivers, type: number, distanceM: number, v: number, arrivalMps: number): number {
  if (distanceM <= 0) return 0;
  const a = arrivalMps >= v ? d.accelMps2[type] : -d.decelMps2[type];
  const changeS = (arrivalMps - v) / a;
  const changeM = changeS * (arrivalMps + v) * 0.5;
  if (distanceM >= changeM) {
    return changeS + (distanceM - changeM) / Math.max(v, arrivalMps, HALTING_MPS);
  }
  return -(v - Math.sqrt(v * v + 2 * a * distanceM)) / a;
}

/** How fast one is there at least, braking now. */
export function slowestArrival(
  d: Drivers,
  type: number,
  pace: Pace,
  distanceM: number,
  v: number,
  arrivalMps: number,
): number {
  const decel = d.decelMps2[type];
  if (distanceM >= brakeGap(pace, v, decel, d.headwayS[type])) return 0;
  const left = distanceM - v * d.headwayS[type];
  if (pace.isBallistic) return Math.min(arrivalMps, speedAfter(d, type, left, v, -decel));
  if (distanceM < v) return arrivalMps;
  const braking = 2 * left * -decel + v * v >= 0 ? speedAfter(d, type, left, v, -decel) : decel;
  return Math.min(braking, arrivalMps);
}

/** How fast one could be and still stop so far ahead, once on a lane. */
export function anticipatedStop(d: Drivers, type: number, pace: Pace, v: number, gapM: number): number {
  return safeStop(pace, gapM, d.decelMps2[type], v, d.headwayS[type], true);
}

/** The same behind a leader, whatever one's own model: so that one could stop even if he braked hard. */
export function anticipatedFollow(
  d: Drivers,
  type: number,
  pace: Pace,
  v: number,
  gapM: number,
  aheadMps: number,
  aheadMps2: number,
): number {
  const decel = d.decelMps2[type];
  const aheadM = brakeGap(pace, aheadMps, Math.max(decel, aheadMps2), 0);
  return safeStop(pace, gapM + aheadM, decel, v, d.headwayS[type], true);
}
