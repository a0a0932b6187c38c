/** What several futures of one run have in common, and how far they part. */
import type { Ahead, Happening, KpiName, KpiSample } from '../../sim';
import { alarmCodes } from './alarm-codes';

/** Alarms of one kind over all futures. */
export interface SpreadAlarm {
  /** The first of its kind in the future that stands in the middle. */
  readonly first: Happening;
  /** Futures in which it comes. */
  readonly futures: number;
  readonly soonestTick: number;
  readonly latestTick: number;
  /** How many more of its kind follow, at most. */
  readonly others: number;
}

/** In the order in which they are to be expected; what comes in more futures goes first where times are the same. */
export function spreadOfAlarms(seen: readonly Ahead[]): readonly SpreadAlarm[] {
  const byCode = new Map<string, Happening[][]>();
  for (const { happenings } of seen) {
    const here = new Map<string, Happening[]>();
    for (const each of happenings) {
      if (alarmCodes.has(each.code)) here.set(each.code, [...(here.get(each.code) ?? []), each]);
    }
    for (const [code, alarms] of here) byCode.set(code, [...(byCode.get(code) ?? []), alarms]);
  }
  const alarms = [...byCode.values()].map((futures): SpreadAlarm => {
    const firsts = futures.map(([first]) => first).sort((a, b) => a.tick - b.tick);
    return {
      first: firsts[(firsts.length - 1) >> 1],
      futures: futures.length,
      soonestTick: firsts[0].tick,
      latestTick: firsts[firsts.length - 1].tick,
      others: Math.max(...futures.map((each) => each.length)) - 1,
    };
  });
  return alarms.sort((a, b) => a.first.tick - b.first.tick || b.futures - a.futures);
}

export interface Spread {
  readonly low: number;
  readonly middle: number;
  readonly high: number;
}

/** Lowest, median and highest; undefined where nobody has a figure. */
export function spreadOf(values: readonly (number | null | undefined)[]): Spread | undefined {
  const known = values.filter((each): each is number => Number.isFinite(each)).sort((a, b) => a - b);
  if (known.length === 0) return undefined;
  const at = (known.length - 1) / 2;
  const middle = (known[Math.floor(at)] + known[Math.ceil(at)]) / 2;
  return { low: known[0], middle, high: known[known.length - 1] };
}

/** One figure as it has been, and as it may become; seconds since the start of the run. */
export interface Course {
  readonly seconds: readonly number[];
  readonly past: readonly (number | null)[];
  readonly middle: readonly (number | null)[];
  readonly low: readonly (number | null)[];
  readonly high: readonly (number | null)[];
}

/** One looks back no further than this. */
export const LOOKS_BACK_S = 86_400;
/** Points of the past that are drawn. */
const MOST_POINTS = 480;

export function courseOf(name: KpiName, samples: readonly KpiSample[], seen: readonly Ahead[]): Course {
  const fromSeconds = seen[0]?.fromSeconds ?? Number.POSITIVE_INFINITY;
  const lived = samples.filter(({ seconds }) => seconds <= fromSeconds && seconds >= fromSeconds - LOOKS_BACK_S);
  const every = Math.max(1, Math.ceil(lived.length / MOST_POINTS));
  const kept = lived.filter((_, i) => (lived.length - 1 - i) % every === 0);
  const points = kept.map(({ seconds, values }) => ({
    seconds,
    past: values[name] ?? null,
    at: undefined as Spread | undefined,
  }));
  if (seen.length > 0) {
    const now = seen[0].before[name];
    const certain = now === undefined ? undefined : { low: now, middle: now, high: now };
    if (points.at(-1)?.seconds === fromSeconds) points.pop();
    points.push({ seconds: fromSeconds, past: now ?? null, at: certain });
    const moments = seen[0].course.filter(({ seconds }) => seconds > fromSeconds);
    for (const { seconds } of moments) {
      const values = seen.map(({ course }) => course.find((each) => each.seconds === seconds)?.values[name]);
      points.push({ seconds, past: null, at: spreadOf(values) });
    }
  }
  return {
    seconds: points.map(({ seconds }) => seconds),
    past: points.map(({ past }) => past),
    middle: points.map(({ at }) => at?.middle ?? null),
    low: points.map(({ at }) => at?.low ?? null),
    high: points.map(({ at }) => at?.high ?? null),
  };
}
