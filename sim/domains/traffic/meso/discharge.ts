/**
 * How a queue of one type sets out: when each of it crosses the line, how fast he is there, and how fast the start runs
 * back through those who stand. Not a table of constants: the queue is driven here once by the very car following of
 * `driving`, over the line, along the turn and onto the road beyond, so that the queue model cannot have saturation
 * flows, start-up losses or jam waves of its own. Speed factors are left out: everyone drives at the limit.
 */
import type { Drivers } from '../driving/drivers';
import { fastestNext, followSpeed, freeSpeed, stopSpeed } from '../driving/follow';
import type { Pace } from '../driving/pace';
import { dawdled } from './dawdle';

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
  /** Of one who comes alone at his speed: what slowing down for the turn costs him before the line, and his speed there. */
  readonly slowsS: number;
  readonly slowsToMps: number;
  /** What being ready to stop within the junction costs on the turn, over driving on from the line. */
  readonly looksS: number;
}

/** From so near one sees those who have the right of way; until then one comes so that one can stop. As `driving/plan`. */
const SEES_FOES_M = 4.5;
const LEAST_STOP_M = 0.1;
const APPROACH_M = 250;
/** Drivers wait so far before a line. */
const FROM_LINE_M = 1;
const BEYOND_M = 60;
const MOST_STEPS = 1_200;
/** Over the last places the headway no longer changes; their mean leaves out what the steps add by chance. */
const STEADY_FROM = 10;
const MOVED_M = 1;
const QUEUES = 16;

/** `looksAtM`: how far beyond the line he must be able to stop for others; infinite where he has the right of way. */
export function dischargeOf(
  drivers: Drivers,
  type: number,
  pace: Pace,
  laneMps: number,
  turnMps: number,
  turnM: number,
  looksAtM: number,
): Discharge {
  const top = drivers.maxMps[type];
  const lane = Math.min(laneMps, top);
  const turn = Math.min(turnMps, top);
  const crossedS = new Float64Array(RANKS);
  const lineMps = new Float64Array(RANKS);
  const movedS = new Float64Array(RANKS);
  // Who drives perfectly does so alike every time; the others' imperfection is averaged over many queues.
  const queues = drivers.sigma[type] > 0 ? QUEUES : 1;
  const roomM = drivers.lengthM[type] + drivers.minGapM[type];
  for (let queue = 0; queue < queues; queue++) {
    const one = letGo(drivers, type, pace, lane, turn, turnM, looksAtM, queue);
    for (let i = 0; i < RANKS; i++) {
      crossedS[i] += one.crossedS[i] / queues;
      lineMps[i] += one.lineMps[i] / queues;
      movedS[i] += one.movedS[i] / queues;
    }
  }
  const steady = (crossedS[RANKS - 1] - crossedS[STEADY_FROM]) / (RANKS - 1 - STEADY_FROM);
  const headwayS = Float64Array.from(crossedS, (at, i) => (i === 0 || i > STEADY_FROM ? steady : at - crossedS[i - 1]));
  const waveMps = (roomM * (RANKS - 1 - STEADY_FROM)) / (movedS[RANKS - 1] - movedS[STEADY_FROM]);
  const approach = approachOf(drivers, type, pace, lane, turn, turnM, looksAtM);
  return { startS: crossedS[0], headwayS, lineMps, waveMps, ...approach };
}

/** One queue from its start until the last has crossed. */
function letGo(
  drivers: Drivers,
  type: number,
  pace: Pace,
  lane: number,
  turn: number,
  turnM: number,
  looksAtM: number,
  queue: number,
): { crossedS: Float64Array; lineMps: Float64Array; movedS: Float64Array } {
  const roomM = drivers.lengthM[type] + drivers.minGapM[type];
  const x = Float64Array.from({ length: RANKS }, (_, i) => -FROM_LINE_M - i * roomM);
  const start = x.slice();
  const v = new Float64Array(RANKS);
  const before = new Float64Array(RANKS);
  const xBefore = new Float64Array(RANKS);
  const crossedS = new Float64Array(RANKS).fill(Number.NaN);
  const lineMps = new Float64Array(RANKS);
  const movedS = new Float64Array(RANKS).fill(Number.NaN);
  for (let step = 0; step < MOST_STEPS && !(crossedS[RANKS - 1] > 0); step++) {
    before.set(v);
    xBefore.set(x);
    for (let i = 0; i < RANKS; i++) {
      const limit = xBefore[i] >= 0 && xBefore[i] < turnM ? turn : lane;
      let next = alone(drivers, type, pace, before[i], xBefore[i], lane, turn, turnM, looksAtM);
      // The first of them is out of sight beyond the junction at some time; nobody waits for him there.
      if (i > 0 && xBefore[i - 1] < turnM + BEYOND_M + 1_000) {
        const gapM = xBefore[i - 1] - drivers.lengthM[type] - xBefore[i] - drivers.minGapM[type];
        const safe = followSpeed(drivers, type, pace, before[i], gapM, before[i - 1], drivers.decelMps2[type], limit);
        next = Math.min(next, safe);
      }
      if (next < 0) next = 0;
      next -= dawdled(drivers, type, pace.stepS, next, queue * RANKS + i, step);
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
  if (!(crossedS[RANKS - 1] > 0))
    throw new Error(`met drivers of type ${type} who do not set out, expected a queue to`);
  return { crossedS, lineMps, movedS };
}

/** The next speed of one with nobody ahead, at a place measured from the line. */
function alone(
  drivers: Drivers,
  type: number,
  pace: Pace,
  v: number,
  x: number,
  lane: number,
  turn: number,
  turnM: number,
  looksAtM: number,
): number {
  const limit = x >= 0 && x < turnM ? turn : lane;
  let next = Math.min(fastestNext(drivers, type, pace, v), limit);
  if (x < 0) next = Math.min(next, freeSpeed(drivers, type, pace, v, -x, turn, limit));
  else next = Math.min(next, freeSpeed(drivers, type, pace, v, 1_000, limit, limit));
  const toLookM = looksAtM - x;
  if (toLookM > SEES_FOES_M && toLookM < APPROACH_M) {
    const decel = drivers.decelMps2[type];
    next = Math.min(next, stopSpeed(drivers, type, pace, v, toLookM - LEAST_STOP_M, decel, limit));
  }
  return next;
}

function approachOf(
  drivers: Drivers,
  type: number,
  pace: Pace,
  lane: number,
  turn: number,
  turnM: number,
  looksAtM: number,
): Pick<Discharge, 'slowsS' | 'slowsToMps' | 'looksS'> {
  const endM = turnM + BEYOND_M;
  const passes = (fromM: number, fromMps: number, looks: number) => {
    let x = fromM;
    let v = fromMps;
    let lineS = 0;
    let lineMps = v;
    for (let step = 0; step < MOST_STEPS; step++) {
      const next = Math.max(0, alone(drivers, type, pace, v, x, lane, turn, turnM, looks));
      const wayM = (pace.isBallistic ? 0.5 * (v + next) : next) * pace.stepS;
      if (x < 0 && x + wayM >= 0) {
        lineS = (step - x / wayM) * pace.stepS;
        lineMps = v + (-x / wayM) * (next - v);
      }
      if (x + wayM >= endM) return { lineS, lineMps, endS: (step + (endM - x) / wayM) * pace.stepS };
      x += wayM;
      v = next;
    }
    throw new Error(`met a driver of type ${type} who does not arrive, expected him to drive on`);
  };
  const whole = passes(-APPROACH_M, lane, looksAtM);
  const from = passes(0, whole.lineMps, Number.POSITIVE_INFINITY);
  return {
    slowsS: Math.max(0, whole.lineS - APPROACH_M / lane),
    slowsToMps: whole.lineMps,
    looksS: Math.max(0, whole.endS - whole.lineS - from.endS),
  };
}
