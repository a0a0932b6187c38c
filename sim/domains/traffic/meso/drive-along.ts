/**
 * The way of one vehicle along a lane as if nothing held it at its end: from the line before, over the turn, behind
 * whoever came onto the lane last. By the car following of `driving` itself, in steps of a second, so that a platoon
 * spreads, and a slow driver holds up those behind him, as they do there. Nothing beyond the lane is looked at.
 */
import { fastestNext, followSpeed, freeSpeed } from '../driving/follow';
import { paceOf } from '../driving/pace';
import { dawdled } from './dawdle';
import type { MesoPlace } from './place';
import { type MesoRun, TRAIL_SECONDS } from './run';

const STEP_S = 1;
/** Who is at this share of his speed with nobody near reaches the rest without being looked at. */
const NEARLY = 0.92;
/** Nobody minds one who is further ahead than this many seconds. */
const MINDS_S = 8;
const FAR_M = 1e6;
const MOST_STEPS = 900;

/** Of the last way looked at, to be kept if it is driven. */
const trail = new Float64Array(TRAIL_SECONDS);
const best = { trail: new Float64Array(TRAIL_SECONDS), kept: 0, tailMps: 0, fromS: 0, atS: 0, mps: 0 };
let kept = 0;
let tailMps = 0;
let begunS = 0;
const coarse = {
  ballistic: { ...paceOf(STEP_S, true), idmSteps: 1 },
  euler: { ...paceOf(STEP_S, false), idmSteps: 1 },
};

/** What came of it: when at the end, and how fast. */
export const along = { atS: 0, mps: 0 };

export function topMps({ drivers, closures }: MesoPlace, type: number, speedFactor: number, track: number): number {
  const mps = closures.trackLimitMps[track] * speedFactor;
  return Math.min(mps, drivers.maxMps[type]);
}

/** Holds the way just looked at above those looked at after it. */
export function holdBest(): void {
  best.trail.set(trail);
  best.kept = kept;
  best.tailMps = tailMps;
  best.fromS = begunS;
  best.atS = along.atS;
  best.mps = along.mps;
}

/** Takes the way held as the one just looked at. */
export function takeBest(): void {
  trail.set(best.trail);
  kept = best.kept;
  tailMps = best.tailMps;
  begunS = best.fromS;
  along.atS = best.atS;
  along.mps = best.mps;
}

/** Whoever comes onto the lane next follows this row along the way just looked at. */
export function leaveTrail(run: MesoRun, row: number, lane: number): void {
  const base = lane * TRAIL_SECONDS;
  for (let k = 0; k < kept; k++) run.trailM[base + k] = trail[k];
  run.trailFromS[lane] = begunS;
  run.trailCount[lane] = kept;
  run.trailMps[lane] = tailMps;
  run.trailType[lane] = run.trips.type[row];
}

/** Looks along the way from `fromM` (below zero: that far before the lane, on a turn) at a time and speed to `toM`. */
export function driveAlong(
  run: MesoRun,
  row: number,
  lane: number,
  turnTrack: number,
  fromS: number,
  fromM: number,
  fromMps: number,
  toM: number,
): void {
  const { trips, place } = run;
  const { drivers } = place;
  const type = trips.type[row];
  const factor = trips.speedFactor[row];
  const laneTop = topMps(place, type, factor, lane);
  const turnTop = turnTrack < 0 ? laneTop : topMps(place, type, factor, turnTrack);
  const pace = place.pace.isBallistic ? coarse.ballistic : coarse.euler;
  const dawdles = drivers.sigma[type] > 0;
  const minGapM = drivers.minGapM[type];
  const base = lane * TRAIL_SECONDS;
  const leadCount = run.trailCount[lane];
  const leadType = run.trailType[lane];
  const leadLengthM = drivers.lengthM[leadType];
  const sinceS = fromS - run.trailFromS[lane];
  let x = fromM;
  let v = fromMps;
  let t = 0;
  let steps = 0;
  begunS = fromS;
  trail[0] = x;
  kept = 1;
  tailMps = v;
  for (;;) {
    const top = x < 0 ? turnTop : laneTop;
    let next = fastestNext(drivers, type, pace, v);
    if (top < next) next = top;
    let minds = false;
    let follows = false;
    if (leadCount > 0) {
      const at = sinceS + t;
      const k = Math.floor(at);
      let leadM: number;
      let leadMps = run.trailMps[lane];
      if (k >= leadCount - 1) leadM = run.trailM[base + leadCount - 1] + leadMps * (at - (leadCount - 1));
      else {
        leadMps = run.trailM[base + k + 1] - run.trailM[base + k];
        leadM = run.trailM[base + k] + leadMps * (at - k);
      }
      const gapM = leadM - leadLengthM - x;
      if (gapM < MINDS_S * v + minGapM) {
        minds = gapM < MINDS_S * v || leadMps < v;
        const safe = followSpeed(drivers, type, pace, v, gapM - minGapM, leadMps, drivers.decelMps2[leadType], top);
        if (safe < next) next = safe;
        follows = true;
      }
    }
    if (!follows) {
      const free = freeSpeed(drivers, type, pace, v, FAR_M, top, top);
      if (free < next) next = free;
    }
    if (next < 0) next = 0;
    if (dawdles) next -= dawdled(drivers, type, STEP_S, next, trips.key[row], Math.floor(fromS) + steps);
    const wayM = (pace.isBallistic ? 0.5 * (v + next) : next) * STEP_S;
    if (x + wayM >= toM || steps > MOST_STEPS) {
      const share = wayM > 0 ? Math.max(0, (toM - x) / wayM) : 0;
      t += share * STEP_S;
      v += share * (next - v);
      tailMps = Math.max(next, 1);
      break;
    }
    x += wayM;
    v = next;
    t += STEP_S;
    steps++;
    tailMps = v;
    if (kept < TRAIL_SECONDS) trail[kept++] = x;
    if (!minds && x >= 0 && !dawdles && v >= NEARLY * laneTop) {
      // What the last percents cost: near its wish the model falls short of it by e^(−4at/v0).
      const missing = 1 - v / laneTop;
      t += (toM - x) / laneTop + (missing * laneTop) / (4 * drivers.accelMps2[type]);
      v = laneTop;
      tailMps = laneTop;
      break;
    }
  }
  along.atS = fromS + t;
  along.mps = v;
}
