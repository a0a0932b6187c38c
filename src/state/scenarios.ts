import { create } from 'zustand';
import { type Problem, type Scenario, stringifyStable } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import type { EditHistory } from '../scenarios/history';
import { historyOf, type KeptScenario } from '../scenarios/kept-scenario';
import { memoryShelf } from '../scenarios/memory-shelf';
import { branchOf, newScenario, nextNumber, sameRun } from '../scenarios/new-scenario';
import { holdAsWriter, type WritersHold } from '../scenarios/only-writer';
import type { Shelf, ShelfEntry } from '../scenarios/shelf';
import { useEdits } from './edits';
import { recall, remember } from './remembered';
import { useRun } from './run';

/** Why what is done here does not outlive this page, or goes elsewhere than was meant. */
export type ShelfTrouble = 'no-database' | 'outdated' | 'full' | null;

export interface Refused {
  /** The name of a file; none for a link. */
  readonly source: string | null;
  readonly problems: readonly Problem[];
}

interface ScenariosState {
  readonly city: string;
  readonly entries: readonly ShelfEntry[];
  /** None: the city as it is, to which nothing has been done yet. */
  readonly current: KeptScenario | null;
  /** Revision of `current` that is on the disk. */
  readonly savedRevision: number;
  readonly trouble: ShelfTrouble;
  /** Another tab has this one open: what is changed here goes into a copy. */
  readonly isElsewhere: boolean;
  /** A scenario is being taken up: the city goes back to its start and comes again. */
  readonly isOpening: boolean;
  /** Counts up whenever the city has to be opened anew: another seed, another day. */
  readonly reopenings: number;
  /** The last one that was deleted, until its notice is closed. */
  readonly deleted: KeptScenario | null;
  /** What was wrong with files or a link that somebody brought. */
  readonly refused: readonly Refused[];
}

const untouched: ScenariosState = {
  city: '',
  entries: [],
  current: null,
  savedRevision: 0,
  trouble: null,
  isElsewhere: false,
  isOpening: false,
  reopenings: 0,
  deleted: null,
  refused: [],
};

export const useScenarios = create<ScenariosState>(() => untouched);
const { setState: set, getState: get } = useScenarios;

/** What a shelf is reached by; one for a page. */
let shelf: Shelf = memoryShelf();
let hold: WritersHold | null = null;
/** The run that a scenario without changes would be. */
let bare: Scenario | null = null;
let lastWrite: Promise<void> = Promise.resolve();

/** Other tabs hear that something has changed on the shelf. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cityloom.scenarios');
channel?.addEventListener('message', () => void refresh());

/** Puts the page to work on a shelf and answers with what was open last, or what was asked for by name. */
export async function openScenarios(
  city: string,
  opened: Shelf,
  trouble: ShelfTrouble,
  asked: string | null,
): Promise<KeptScenario | null> {
  hold?.letGo();
  hold = null;
  bare = null;
  shelf = opened;
  set({ ...untouched, city, trouble, reopenings: get().reopenings });
  await refresh();
  const wanted = asked ?? recall(`scenario.${city}`);
  const found = keptOf(get().entries).find(({ id }) => id === wanted) ?? null;
  await takeUp(found, false);
  return found;
}

/** The engine has opened: whatever is done first to the city as it is becomes a scenario of this run. */
export function knowBareRun(scenario: Scenario | null): void {
  bare = scenario && { ...scenario, interventions: [] };
}

/** The run that a scenario without changes is; known once the city is open. */
export function bareRun(): Scenario | null {
  return bare;
}

/** Where the scenarios of this page are kept. */
export function openShelf(): Shelf {
  return shelf;
}

/** The scene's own name, as scenarios say it; known once the city is open. */
export function openScene(): string | undefined {
  return bare?.scene;
}

export function keptOf(entries: readonly ShelfEntry[]): KeptScenario[] {
  return entries.flatMap((entry) => (entry.kind === 'kept' ? [entry.kept] : []));
}

export function outdated(): void {
  set({ trouble: 'outdated' });
}

/** Every edit is kept as it is made. */
export function keepEdits(): () => void {
  return useEdits.subscribe(({ history }, before) => {
    const { current, isElsewhere, entries, city } = get();
    if (history === before.history || isKept(history, current)) return;
    const now = Date.now();
    const number = nextNumber(keptOf(entries));
    const from =
      current === null
        ? bare && newScenario(bare, { city, number }, now)
        : isElsewhere
          ? branchOf(current, number, now)
          : { ...current, revision: current.revision + 1, changedMs: now };
    if (!from) return;
    const scenario = { ...from.scenario, interventions: history.list };
    const kept = { ...from, scenario, done: history.done, undone: history.undone };
    if (current === null || isElsewhere) void claim(kept);
    keep(kept);
  });
}

function isKept({ list, done, undone }: EditHistory, current: KeptScenario | null): boolean {
  const kept = historyOf(current);
  return list === kept.list && done === kept.done && undone === kept.undone;
}

/** Writes after whatever is being written; the newest state of the scenario is what counts. */
function keep(kept: KeptScenario): void {
  set({ current: kept });
  rememberOpen(kept);
  lastWrite = lastWrite.then(async () => {
    const answer = await shelf.write(kept);
    if (answer === 'written') {
      if (get().current?.id === kept.id) set({ savedRevision: kept.revision });
      if (get().trouble === 'full') set({ trouble: null });
    } else if (answer === 'overtaken') {
      // Another tab was faster: what was done here goes on as a copy of its own.
      const { current, entries } = get();
      if (current?.id === kept.id) {
        const copy = branchOf(current, nextNumber(keptOf(entries)), Date.now());
        hold?.letGo();
        hold = null;
        keep(copy);
        void claim(copy);
      }
    } else set({ trouble: 'full' });
    await refresh();
    channel?.postMessage('changed');
  });
}

/** Goes to a scenario, or to the city as it is: the same run from its start, as far as it had come. */
export async function goTo(engine: EngineClient, kept: KeptScenario | null, byForce = false): Promise<void> {
  if (useEdits.getState().isBusy) return;
  const wanted = kept?.scenario ?? bare;
  if (!bare || !wanted || !sameRun(wanted, bare)) {
    await takeUp(kept, byForce);
    return set(({ reopenings }) => ({ reopenings: reopenings + 1 }));
  }
  const reached = useRun.getState().clock?.seconds ?? 0;
  set({ isOpening: true });
  // An edit made on the way would be to neither of the two.
  useEdits.setState({ isBusy: true });
  try {
    for (const command of [
      { kind: 'seek', seconds: 0 },
      { kind: 'replace', interventions: wanted.interventions },
      { kind: 'seek', seconds: reached },
    ] as const) {
      const result = await engine.send(command);
      if (result.ok) continue;
      return useEdits.setState({ refusal: { problems: result.problems, subject: null } });
    }
    await takeUp(kept, byForce);
  } finally {
    useEdits.setState({ isBusy: false });
    set({ isOpening: false });
  }
}

/** Works on it here from now on, as the other tab left it. */
export async function takeOver(engine: EngineClient): Promise<void> {
  const { current } = get();
  if (!current) return;
  await lastWrite;
  await refresh();
  const newest = keptOf(get().entries).find(({ id }) => id === current.id) ?? current;
  if (sameChanges(newest, current)) await takeUp(newest, true);
  else await goTo(engine, newest, true);
}

function sameChanges(a: KeptScenario, b: KeptScenario): boolean {
  return stringifyStable(a.scenario) === stringifyStable(b.scenario);
}

export function rename(kept: KeptScenario, name: string): void {
  change(kept, { name: name.trim() });
}

export function duplicate(kept: KeptScenario): Promise<void> {
  return put(branchOf(kept, nextNumber(keptOf(get().entries)), Date.now()));
}

/** A scenario from a file or a link. */
export async function bring(scenario: Scenario, name?: string): Promise<KeptScenario> {
  const number = nextNumber(keptOf(get().entries));
  const kept = newScenario(scenario, { city: get().city, number, name: name ?? scenario.name }, Date.now());
  await put(kept);
  return kept;
}

export async function discard(kept: KeptScenario): Promise<void> {
  await lastWrite;
  await shelf.remove(kept.id);
  set({ deleted: kept });
  await refresh();
  channel?.postMessage('changed');
}

export async function bringBack(): Promise<void> {
  const { deleted } = get();
  if (!deleted) return;
  set({ deleted: null });
  await put({ ...deleted, revision: deleted.revision + 1 });
}

async function put(kept: KeptScenario): Promise<void> {
  await lastWrite;
  if ((await shelf.write(kept)) === 'refused') set({ trouble: 'full' });
  await refresh();
  channel?.postMessage('changed');
}

function change(kept: KeptScenario, what: Partial<KeptScenario>): void {
  const { current } = get();
  const newest = current?.id === kept.id ? current : kept;
  const changed = { ...newest, ...what, revision: newest.revision + 1, changedMs: Date.now() };
  if (current?.id === kept.id) keep(changed);
  else void put(changed);
}

/** Makes it the one that the page shows; the engine is brought to it by whoever calls. */
async function takeUp(kept: KeptScenario | null, byForce: boolean): Promise<void> {
  hold?.letGo();
  hold = null;
  set({ current: kept, savedRevision: kept?.revision ?? 0, isElsewhere: false });
  useEdits.setState({ history: historyOf(kept), refusal: null, said: null });
  rememberOpen(kept);
  if (kept) await claim(kept, byForce);
}

async function claim(kept: KeptScenario, byForce = false): Promise<void> {
  const gained = await holdAsWriter(kept.id, byForce, () => {
    if (get().current?.id === kept.id) set({ isElsewhere: true });
  });
  if (get().current?.id !== kept.id) gained?.letGo();
  else {
    hold = gained;
    set({ isElsewhere: gained === null });
  }
}

function rememberOpen(kept: KeptScenario | null): void {
  remember(`scenario.${get().city}`, kept?.id ?? '');
}

async function refresh(): Promise<void> {
  try {
    const entries = await shelf.list(get().city);
    const { current, savedRevision } = get();
    const newest = keptOf(entries).find(({ id }) => id === current?.id);
    // Renamed in another tab: what is written here next goes on from there.
    const isRenamed = current && newest && newest.revision > current.revision && savedRevision === current.revision;
    if (isRenamed && sameChanges(newest, current)) {
      const { name, revision } = newest;
      set({ current: { ...current, name, revision }, savedRevision: revision });
    }
    set({ entries });
  } catch {
    // The database was closed under this page: what is open stays open, and is told to be unsaved.
    if (get().trouble === null) set({ trouble: 'outdated' });
  }
}
