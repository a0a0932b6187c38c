import type { Intervention } from '../../interventions';
import { fail, problem, type Result, stringifyStable, succeed } from '../../kernel';
import type { Scenario } from '../../scenarios';

/** Two scenarios of one run: what they have in common until they part, when that is, and when they are judged. */
export interface PairPlan {
  readonly trunk: readonly Intervention[];
  readonly forkSeconds: number;
  readonly untilSeconds: number;
}

/** They part where the first change begins that only one of them has; both are lived for a window from there. */
export function planPair(a: Scenario, b: Scenario, windowSeconds: number): Result<PairPlan> {
  if (!isSameRun(a, b)) {
    return fail([problem('compare.other-run', [], 'expected two scenarios of one city, day, hour and seed')]);
  }
  const inA = new Set(a.interventions.map(stringifyStable));
  const inB = new Set(b.interventions.map(stringifyStable));
  const own = [
    ...a.interventions.filter((each) => !inB.has(stringifyStable(each))),
    ...b.interventions.filter((each) => !inA.has(stringifyStable(each))),
  ];
  if (own.length === 0) return fail([problem('compare.same', [], 'expected two scenarios that differ in a change')]);
  const forkSeconds = Math.min(...own.map(({ fromSeconds }) => fromSeconds));
  return succeed({
    trunk: a.interventions.filter((each) => inB.has(stringifyStable(each))),
    forkSeconds,
    untilSeconds: forkSeconds + windowSeconds,
  });
}

/** Whether two scenarios differ in nothing but their changes, and how long they run. */
export function isSameRun(a: Scenario, b: Scenario): boolean {
  const bare = ({ name: _, sceneHash: __, interventions: ___, durationSeconds: ____, ...rest }: Scenario) =>
    stringifyStable(rest);
  return bare(a) === bare(b);
}
