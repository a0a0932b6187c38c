/**
 * How a queue of one type sets out: when each of it crosses the line, how fast he is there, and how fast the start runs
 * back through those who stand. Not a table of constants: the queue is driven here once by the very car following of
 * `driving`, over the line, along the turn and onto the road beyond, so that the queue model cannot have saturation
 * flows, start-up losses or jam waves of its own. Speed factors are left out: everyone drives at the limit.
 */
import type { Drivers } from '../driving/drivers';
import { fastestNext, followSpeed, freeSpeed } from '../driving/follow';
import type { Pace } from '../driving/pace';

/** Places of a queue that are told apart; whoever is further back sets out as the last of them. */
export const RANKS = 20;

export interface Discharge {
  /** From the start to the first front over the line. */
  readonly startS: number;
  /** By place: time after the one before. The first is that of a long queue. */
  readonly headwayS: Float64Array;
  /** By place: speed at the line. */
  readonly lineMps: Float64Array;
  /** How fast room runs back through a queue. */
  readonly waveMps: number;
}

/** Drivers wait so far before a line. */
const FROM_LINE_M = 1;
const BEYOND_M = 60;
const MOST_STEPS = 1_200;
/** Over the last places the headway no longer changes; their mean leaves out what the steps add by chance. */
const STEADY_FROM = 10;
const MOVED_M = 1;

export function dischargeOf(
  drivers: Drivers,
  type: number,
  pace: Pace,
  laneMps: number,
  turnMps: number,
  turnM: number,
): Discharge {
  const top = drivers.maxMps[type];
  const lane = Math.min(laneMps, top);
  const turn = Math.min(turnMps, top);
  const roomM = drivers.lengthM[type] + drivers.minGapM[type];
  const x = Float64Array.from({ length: RANKS }, (_, i) => -FROM_LINE_M - i * roomM);
  const start = x.slice();
  const v = new Float64Array(RANKS);
  const before = new Float64Array(RANKS);
  const xBefore = new Float64Array(RANKS);
  const crossedS = new Float64Array(RANKS).fill(Number.NaN);
  const lineMps = new Float64Array(RANKS);
  const movedS = new Float64Array(RANKS).fill(Number.NaN);
  const lostMps = 0.5 * drivers.sigma[type];
  for (let step = 0; step < MOST_STEPS && !(crossedS[RANKS - 1] > 0); step++) {
    before.set(v);
    xBefore.set(x);
    for (let i = 0; i < RANKS; i++) {
      const limit = xBefore[i] >= 0 && xBefore[i] < turnM ? turn : lane;
      let next = Math.min(fastestNext(drivers, type, pace, before[i]), limit);
      const toTurnM = -xBefore[i];
      if (toTurnM > 0) next = Math.min(next, freeSpeed(drivers, type, pace, before[i], toTurnM, turn, limit));
      else next = Math.min(next, freeSpeed(drivers, type, pace, before[i], 1_000, limit, limit));
      // The first of them is out of sight beyond the junction at some time; nobody waits for him there.
      if (i > 0 && xBefore[i - 1] < turnM + BEYOND_M + 1_000) {
        const gapM = xBefore[i - 1] - drivers.lengthM[type] - xBefore[i] - drivers.minGapM[type];
        const safe = followSpeed(drivers, type, pace, before[i], gapM, before[i - 1], drivers.decelMps2[type], limit);
        next = Math.min(next, safe);
      }
      next -= lostMps * pace.stepS * Math.min(drivers.accelMps2[type], Math.max(0, next));
      if (next < 0) next = 0;
      const wayM = (pace.isBallistic ? 0.5 * (before[i] + next) : next) * pace.stepS;
      v[i] = next;
      x[i] = xBefore[i] + wayM;
      if (x[i] >= 0 && xBefore[i] < 0) {
        const share = -xBefore[i] / wayM;
        crossedS[i] = (step + share) * pace.stepS;
        lineMps[i] = before[i] + share * (next - before[i]);
      }
      if (Number.isNaN(movedS[i]) && x[i] - start[i] >= MOVED_M) movedS[i] = (step + 1) * pace.stepS;
    }
  }
  if (!(crossedS[RANKS - 1] > 0)) throw new Error(`met drivers of type ${type} who do not set out, expected a queue to`);
  const steady = (crossedS[RANKS - 1] - crossedS[STEADY_FROM]) / (RANKS - 1 - STEADY_FROM);
  const headwayS = Float64Array.from(crossedS, (at, i) =>
    i === 0 || i > STEADY_FROM ? steady : at - crossedS[i - 1],
  );
  const waveMps = (roomM * (RANKS - 1 - STEADY_FROM)) / (movedS[RANKS - 1] - movedS[STEADY_FROM]);
  return { startS: crossedS[0], headwayS, lineMps, waveMps };
}
