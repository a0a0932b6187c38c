import { create } from 'zustand';
import {
  changeOfStep,
  type ElementKind,
  type Happening,
  type Intervention,
  type Playbook,
  type Problem,
  playbookNameOf,
} from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { useChrome } from './chrome';
import { applyIntervention, freshId, useEdits } from './edits';
import { useRun } from './run';

/** What became of a step when it was decided on: the change that it is, or why it cannot be. */
export interface DecidedStep {
  readonly id: string;
  readonly problems: readonly Problem[];
}

interface PlaybookState {
  /** What the open page is about. */
  readonly about: Happening | null;
  /** By happening: its steps in their order. */
  readonly decided: ReadonlyMap<number, readonly DecidedStep[]>;
  readonly isBusy: boolean;
  open(about: Happening): void;
}

export const usePlaybook = create<PlaybookState>((set) => ({
  about: null,
  decided: new Map(),
  isBusy: false,
  open(about) {
    set({ about });
    useChrome.getState().showDialog('playbook');
  },
}));

/** A new run has other happenings. */
export function forgetPlaybooks(): void {
  usePlaybook.setState({ about: null, decided: new Map(), isBusy: false });
}

/** Whether anything is left of it among the changes: what has been taken off whole can be put into effect again. */
export function isInEffect(steps: readonly DecidedStep[], changes: readonly Intervention[]): boolean {
  return steps.some(({ id }) => changes.some((each) => each.id === id));
}

/** Every step as a change of its own, from now on; what the city refuses is said beside it, and the others go on. */
export async function enact(
  engine: EngineClient,
  about: Happening,
  playbook: Playbook,
  idsOf: (kind: ElementKind) => readonly string[],
): Promise<void> {
  if (usePlaybook.getState().isBusy) return;
  usePlaybook.setState({ isBusy: true });
  const nowSeconds = useRun.getState().clock?.seconds ?? 0;
  const steps: DecidedStep[] = [];
  for (const step of playbook.steps) {
    const prefix = playbookNameOf(playbook, step);
    const change = changeOfStep(step, freshId(prefix, useEdits.getState().history), nowSeconds, idsOf);
    const done = await applyIntervention(engine, change);
    steps.push({ id: change.id, problems: done ? [] : (useEdits.getState().refusal?.problems ?? []) });
    if (!done) useEdits.getState().dismissRefusal();
  }
  const decided = new Map(usePlaybook.getState().decided).set(about.id, steps);
  usePlaybook.setState({ decided, isBusy: false });
}
