import { create } from 'zustand';
import type { Command, Intervention, Problem } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { type Deed, type DeedKind, type EditHistory, emptyHistory, record, redo, undo } from '../scenarios/history';
import { useRun } from './run';

interface EditState {
  readonly history: EditHistory;
  /** A command is on its way; another one waits for its answer. */
  readonly isBusy: boolean;
  /** Why the last one was refused. */
  readonly refusal: { readonly problems: readonly Problem[]; readonly subject: Intervention | null } | null;
  /** The last undo or redo, to be said aloud. */
  readonly said: { readonly way: 'undone' | 'redone'; readonly deed: Deed } | null;
  dismissRefusal(): void;
}

export const useEdits = create<EditState>((set) => ({
  history: emptyHistory,
  isBusy: false,
  refusal: null,
  said: null,
  dismissRefusal: () => set({ refusal: null }),
}));

/** A new run begins with the changes of its scenario, none where it has none. */
export function beginEdits(history: EditHistory): void {
  useEdits.setState({ history, isBusy: false, refusal: null, said: null });
}

/** Sends one command and writes the history it leads to; nothing changes on this side unless the engine agrees. */
async function obeyed(
  engine: EngineClient,
  command: Command,
  subject: Intervention | null,
  next: (ackTick: number, warnings: readonly Problem[]) => Partial<EditState>,
): Promise<boolean> {
  if (useEdits.getState().isBusy) return false;
  useEdits.setState({ isBusy: true, refusal: null });
  try {
    const result = await engine.send(command);
    useEdits.setState(
      result.ok ? next(result.value.tick, result.warnings) : { refusal: { problems: result.problems, subject } },
    );
    return result.ok;
  } finally {
    useEdits.setState({ isBusy: false });
  }
}

/** With `isLivedAgain` the city goes back to before its start and comes again with it. */
export function applyIntervention(
  engine: EngineClient,
  intervention: Intervention,
  isLivedAgain = false,
): Promise<boolean> {
  const command: Command = { kind: 'intervene', intervention, ...(isLivedAgain && { lived: true }) };
  return obeyed(engine, command, intervention, () => {
    const { history } = useEdits.getState();
    return { history: record(history, 'apply', intervention, [...history.list, intervention]), said: null };
  });
}

/** Takes `other` off, then puts this one on: the way out of a conflict. */
export async function applyInstead(
  engine: EngineClient,
  intervention: Intervention,
  other: Intervention,
): Promise<boolean> {
  return (await takeOff(engine, other, 'remove')) && (await applyIntervention(engine, intervention));
}

export function takeOff(engine: EngineClient, subject: Intervention, kind: 'remove' | 'rewind'): Promise<boolean> {
  return obeyed(engine, { kind, id: subject.id }, subject, () => without(subject, kind));
}

export function endNow(engine: EngineClient, subject: Intervention): Promise<boolean> {
  return obeyed(engine, { kind: 'revert', id: subject.id }, subject, (ackTick, warnings) => {
    const untilSeconds = secondsAt(ackTick);
    const neverBegan = warnings.some((each) => each.code === 'intervention.never-began');
    if (neverBegan || untilSeconds <= subject.fromSeconds) return without(subject, 'revert');
    const { history } = useEdits.getState();
    const list = history.list.map((each) => (each.id === subject.id ? { ...each, untilSeconds } : each));
    return { history: record(history, 'revert', subject, list), said: null };
  });
}

export function undoLast(engine: EngineClient): Promise<boolean> {
  return step(engine, 'undone', undo, (history) => history.done.at(-1));
}

export function redoLast(engine: EngineClient): Promise<boolean> {
  return step(engine, 'redone', redo, (history) => history.undone.at(-1));
}

function step(
  engine: EngineClient,
  way: 'undone' | 'redone',
  move: (history: EditHistory) => EditHistory,
  deedOf: (history: EditHistory) => Deed | undefined,
): Promise<boolean> {
  const { history } = useEdits.getState();
  const deed = deedOf(history);
  if (!deed) return Promise.resolve(false);
  const moved = move(history);
  const command: Command = { kind: 'replace', interventions: moved.list };
  return obeyed(engine, command, null, () => ({ history: moved, said: { way, deed } }));
}

function without(subject: Intervention, kind: DeedKind): Partial<EditState> {
  const { history } = useEdits.getState();
  const list = history.list.filter((each) => each.id !== subject.id);
  return { history: record(history, kind, subject, list), said: null };
}

/** Ticks are of one length, and the clock has told one pair of them. */
function secondsAt(tick: number): number {
  const { clock } = useRun.getState();
  return clock && clock.tick > 0 ? (tick * clock.seconds) / clock.tick : 0;
}

/** A name that no change has, or had and might have again. */
export function freshId(kind: string, history: EditHistory): string {
  const taken = new Set(history.list.map((each) => each.id));
  for (const deed of [...history.done, ...history.undone]) taken.add(deed.subject.id);
  let number = 1;
  while (taken.has(`${kind}-${number}`)) number++;
  return `${kind}-${number}`;
}

/** Changes that a problem of the engine names, other than the one it was told about. */
export function namedIn(
  problems: readonly Problem[],
  list: readonly Intervention[],
  subject: Intervention | null,
): readonly Intervention[] {
  const conflicts = problems.filter((each) => each.code === 'intervention.conflict');
  return list.filter(
    (each) => each.id !== subject?.id && conflicts.some((found) => found.message.includes(`'${each.id}'`)),
  );
}
