import { type Intervention, type KindTable, parseInterventions } from '../interventions';
import { fail, type Problem, problem, type Result, stringifyStable, succeed } from '../kernel';

/** From this tick on the list of interventions is this one. */
export interface TimelineEntry {
  readonly tick: number;
  readonly interventions: readonly Intervention[];
}

/**
 * The log of acknowledged lists, by tick: with the start, or any checkpoint, it is all that is needed to live a run
 * again to the last bit. The first entry is the scenario's own list at tick 0; ticks ascend.
 */
export type Timeline = readonly TimelineEntry[];

/** The list in force at a tick. */
export function listAt(timeline: Timeline, tick: number): readonly Intervention[] {
  return timeline[entryAt(timeline, tick)].interventions;
}

export function entryAt(timeline: Timeline, tick: number): number {
  let index = timeline.length - 1;
  while (index > 0 && timeline[index].tick > tick) index--;
  return index;
}

/** The list as people know it: the last one acknowledged, also while the run is shown at an earlier time. */
export function newestList(timeline: Timeline): readonly Intervention[] {
  return timeline[timeline.length - 1].interventions;
}

/** Another list from now on; what had been logged for later times is history that will not happen. */
export function amended(timeline: Timeline, tick: number, interventions: readonly Intervention[]): Timeline {
  return [...timeline.filter((entry) => entry.tick < tick), { tick, interventions }];
}

/** The same history, in which these were never thought of. */
export function withoutThese(timeline: Timeline, ids: readonly string[]): Timeline {
  const gone = new Set(ids);
  const entries = timeline.map(({ tick, interventions }) => ({
    tick,
    interventions: interventions.filter((each) => !gone.has(each.id)),
  }));
  // An entry that only brought one of these says nothing any more.
  return entries.filter((entry, i) => i === 0 || !sameList(entry.interventions, entries[i - 1].interventions));
}

/** The same history, in which this one was on every list from a tick on. */
export function withOneSince(timeline: Timeline, tick: number, one: Intervention): Timeline {
  const before = timeline.filter((entry) => entry.tick < tick);
  const after = timeline.filter((entry) => entry.tick > tick);
  const entries = [...before, { tick, interventions: listAt(timeline, tick) }, ...after];
  return entries.map((entry) =>
    entry.tick < tick ? entry : { tick: entry.tick, interventions: [...entry.interventions, one] },
  );
}

/** Every change that any list has had. */
export function allNamedIn(timeline: Timeline): readonly string[] {
  return [...new Set(timeline.flatMap(({ interventions }) => interventions.map(({ id }) => id)))];
}

export function sameList(a: readonly Intervention[], b: readonly Intervention[]): boolean {
  return stringifyStable(a) === stringifyStable(b);
}

export function isNamedIn(timeline: Timeline, id: string): boolean {
  return timeline.some((entry) => entry.interventions.some((each) => each.id === id));
}

/** The first tick at which one acts, or undefined if it never does before `endTick`. */
export function firstTickOf(
  timeline: Timeline,
  id: string,
  endTick: number,
  tickOf: (seconds: number) => number,
): number | undefined {
  for (let i = 0; i < timeline.length; i++) {
    const intervention = timeline[i].interventions.find((each) => each.id === id);
    if (intervention === undefined) continue;
    const from = Math.max(timeline[i].tick, tickOf(intervention.fromSeconds));
    const listEnds = i + 1 < timeline.length ? timeline[i + 1].tick : Number.POSITIVE_INFINITY;
    const ends = intervention.untilSeconds === null ? listEnds : Math.min(listEnds, tickOf(intervention.untilSeconds));
    if (from < ends && from < endTick) return from;
  }
  return undefined;
}

/** A timeline that comes back from a page or a file. */
export function readTimeline(value: unknown, kinds?: KindTable): Result<Timeline> {
  if (!Array.isArray(value) || value.length === 0) {
    return fail([problem('timeline.type', ['timeline'], 'expected an array of at least one entry')]);
  }
  const problems: Problem[] = [];
  const entries: TimelineEntry[] = [];
  value.forEach((raw: unknown, index) => {
    const { tick, interventions } = (raw ?? {}) as { tick?: unknown; interventions?: unknown };
    const before = index === 0 ? -1 : (entries[index - 1]?.tick ?? -1);
    if (!Number.isSafeInteger(tick) || (tick as number) <= before || (index === 0 && tick !== 0)) {
      const message = `expected ${index === 0 ? 'tick 0' : `a tick after ${before}`}, found ${String(tick).slice(0, 40)}`;
      problems.push(problem('timeline.tick', ['timeline', index, 'tick'], message));
    }
    const list = parseInterventions(interventions, ['timeline', index, 'interventions'], kinds);
    if (list.ok) entries.push({ tick: tick as number, interventions: list.value });
    else problems.push(...list.problems);
  });
  return problems.length > 0 ? fail(problems) : succeed(entries);
}
