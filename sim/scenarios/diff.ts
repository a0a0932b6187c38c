import type { Intervention } from '../interventions';
import { fail, problem, type Result, stringifyStable, succeed } from '../kernel';

type List = readonly Intervention[];

/** One step of a change to the list; positions are those at the moment of the step. Plain data: it survives JSON. */
export type ListStep =
  | { readonly op: 'insert'; readonly at: number; readonly intervention: Intervention }
  | { readonly op: 'remove'; readonly at: number; readonly intervention: Intervention }
  | { readonly op: 'change'; readonly at: number; readonly before: Intervention; readonly after: Intervention };

/** What takes one list to another, and back: undo and redo are a stack of these. */
export type ListDiff = readonly ListStep[];

export function diffLists(before: List, after: List): ListDiff {
  const steps: ListStep[] = [];
  const now = [...before];
  const stays = new Set(after.map((each) => each.id));
  for (let at = now.length - 1; at >= 0; at--) {
    if (!stays.has(now[at].id)) steps.push({ op: 'remove', at, intervention: now.splice(at, 1)[0] });
  }
  after.forEach((wanted, at) => {
    const found = now.findIndex((each, index) => index >= at && each.id === wanted.id);
    if (found > at) steps.push({ op: 'remove', at: found, intervention: now.splice(found, 1)[0] });
    if (found !== at) {
      steps.push({ op: 'insert', at, intervention: wanted });
      now.splice(at, 0, wanted);
    } else if (!same(now[at], wanted)) {
      steps.push({ op: 'change', at, before: now[at], after: wanted });
      now[at] = wanted;
    }
  });
  return steps;
}

/** All of it, or the first step that does not fit the list; then nothing is changed. */
export function applyDiff(list: List, diff: ListDiff): Result<List> {
  const now = [...list];
  for (let i = 0; i < diff.length; i++) {
    const step = diff[i];
    const expected = step.op === 'change' ? step.before : step.op === 'remove' ? step.intervention : undefined;
    const fits = expected === undefined ? step.at <= now.length : step.at < now.length && same(now[step.at], expected);
    if (!fits) {
      const found = now[step.at] === undefined ? 'nothing' : `'${now[step.at].id}'`;
      const message = `expected ${expected === undefined ? 'a longer list' : `'${expected.id}' unchanged`} at ${step.at}, found ${found}`;
      return fail([problem('diff.does-not-fit', [i], message)]);
    }
    if (step.op === 'insert') now.splice(step.at, 0, step.intervention);
    else if (step.op === 'remove') now.splice(step.at, 1);
    else now[step.at] = step.after;
  }
  return succeed(now);
}

export function invertDiff(diff: ListDiff): ListDiff {
  return diff.toReversed().map((step): ListStep => {
    if (step.op === 'change') return { ...step, before: step.after, after: step.before };
    return { ...step, op: step.op === 'insert' ? 'remove' : 'insert' };
  });
}

function same(a: Intervention, b: Intervention): boolean {
  return stringifyStable(a) === stringifyStable(b);
}
