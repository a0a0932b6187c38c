import { applyDiff, diffLists, type Intervention, invertDiff, type ListDiff } from '../../sim';

export type DeedKind = 'apply' | 'revert' | 'remove' | 'rewind';

/** One thing that a person did to the list of changes: reversible, and plain enough to survive JSON. */
export interface Deed {
  readonly kind: DeedKind;
  /** Which change it was done to. */
  readonly subject: Intervention;
  readonly diff: ListDiff;
}

/** The list as it is now, what was done to get here, and what was undone and could be done again. */
export interface EditHistory {
  readonly list: readonly Intervention[];
  readonly done: readonly Deed[];
  readonly undone: readonly Deed[];
}

export const emptyHistory: EditHistory = { list: [], done: [], undone: [] };

/** A new deed; whatever had been undone before it can no longer be done again. */
export function record(
  history: EditHistory,
  kind: DeedKind,
  subject: Intervention,
  list: readonly Intervention[],
): EditHistory {
  return { list, done: [...history.done, { kind, subject, diff: diffLists(history.list, list) }], undone: [] };
}

export function undo(history: EditHistory): EditHistory {
  const deed = history.done.at(-1);
  if (!deed) return history;
  return {
    list: moved(history.list, invertDiff(deed.diff)),
    done: history.done.slice(0, -1),
    undone: [...history.undone, deed],
  };
}

export function redo(history: EditHistory): EditHistory {
  const deed = history.undone.at(-1);
  if (!deed) return history;
  return { list: moved(history.list, deed.diff), done: [...history.done, deed], undone: history.undone.slice(0, -1) };
}

function moved(list: readonly Intervention[], diff: ListDiff): readonly Intervention[] {
  const result = applyDiff(list, diff);
  if (!result.ok) throw new Error(`met a deed that does not fit the list: ${result.problems[0].message}`);
  return result.value;
}
