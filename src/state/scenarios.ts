import { create } from 'zustand';
import { type Problem, type Scenario, stringifyStable } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import type { EditHistory } from '../scenarios/history';
import { historyOf, type KeptScenario } from '../scenarios/kept-scenario';
import { branchOf, newScenario, nextNumber, sameRun } from '../scenarios/new-scenario';
import { holdAsWriter, type WritersHold } from '../scenarios/only-writer';
import { type PageShelf, pageShelf } from '../scenarios/page-shelf';
import type { Shelf, ShelfEntry, WriteAnswer } from '../scenarios/shelf';
import { useEdits } from './edits';
import { recall } from './remembered';
import { useRun } from './run';

/** Why what is done here does not outlive this page, or not yet. */
export type ShelfTrouble =
  /** Denied by the browser. */
  | 'no-database'
  /** An older tab holds it. */
  | 'held'
  /** Taken away while the page was open: cleared, or broken. */
  | 'gone'
  /** A newer Cityloom's: read only. */
  | 'newer'
  /** A newer Cityloom has asked for it, and this page has let go. */
  | 'outdated'
  | 'full'
  | null;

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
  /** What only this page has: it goes with the page, unless the database takes it or it is kept as a file. */
  readonly unkept: readonly KeptScenario[];
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
  unkept: [],
  isElsewhere: false,
  isOpening: false,
  reopenings: 0,
  deleted: null,
  refused: [],
};

export const useScenarios = create<ScenariosState>(() => untouched);
const { setState: set, getState: get } = useScenarios;

/** What a shelf is reached by; one for a page. */
let shelf: PageShelf = pageShelf(null);
let hold: WritersHold | null = null;
/** The run that a scenario without changes would be. */
let bare: Scenario | null = null;
let lastWrite: Promise<unknown> = Promise.resolve();
/** Copies that somebody has as a file: leaving the page does not lose them. */
const filed = new WeakSet<KeptScenario>();
const waiting = new Map<string, KeptScenario>();
/** Overtaken by another tab while more was on its way: what is still to be written of them went into a copy. */
const branchedOff = new Set<string>();

/** How long a full disk is left before it is tried again. */
const TRY_AGAIN_MS = 10_000;

/** Revisions of what was open that the disk is known to have: what is written goes on from there, or not at all. */
const bases = new Map<string, number>();

/** Other tabs hear that something has changed on the shelf. */
const channel = typeof BroadcastChannel === 'undefined' ? null : new BroadcastChannel('cityloom.scenarios');
channel?.addEventListener('message', () => void refresh());

/** Puts the page to work on a shelf and answers with what was open last, or what was asked for by name. */
export async function openScenarios(
  city: string,
  opened: PageShelf,
  trouble: ShelfTrouble,
  asked: string | null,
): Promise<KeptScenario | null> {
  hold?.letGo();
  hold = null;
  bare = null;
  shelf = opened;
  set({ ...untouched, city, trouble, reopenings: get().reopenings });
  await refresh();
  // Pages of before database 3 said so in a place that a browser writes to the disk when it likes.
  const wanted = asked ?? (await shelf.openLast(city)) ?? recall(`scenario.${city}`);
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
export function openShelf(): PageShelf {
  return shelf;
}

/** The scene's own name, as scenarios say it; known once the city is open. */
export function openScene(): string | undefined {
  return bare?.scene;
}

export function keptOf(entries: readonly ShelfEntry[]): KeptScenario[] {
  return entries.flatMap((entry) => (entry.kind === 'kept' ? [entry.kept] : []));
}

/** A newer page wants the database: what is on its way is written first. */
export async function outdated(): Promise<void> {
  set({ trouble: 'outdated' });
  await lastWrite;
}

/** The database was taken away: what this page has open is all there may be of it. */
export function gone(): void {
  const { current } = get();
  set({ trouble: 'gone', savedRevision: 0 });
  if (current) keep(current);
}

/** The database has come late or come back: it takes what was made without it. */
export async function settleOn(database: Shelf): Promise<void> {
  shelf.settle(database);
  // Not before what was held is in the database: whoever reads that all is well may leave at once.
  await tryAgain(() => set({ trouble: null }));
}

/** Brings what is held to the database again. */
export function tryAgain(brought?: () => void): Promise<void> {
  return inTurn(async () => {
    const answers = await shelf.bringAgain();
    brought?.();
    for (const { kept, answer } of answers) {
      const { current } = get();
      const isOpen = kept.id === current?.id;
      if (answer === 'written') saved(kept);
      else if (answer === 'overtaken' && isOpen) branchOff(current);
      else if (answer === 'overtaken') await shelf.write(copyOf(kept), { base: 0, isOpen: false });
      judge(answer);
    }
  }).then(told);
}

/** Somebody has these as files now. */
export function noteFiled(kept: readonly KeptScenario[]): void {
  for (const each of kept) filed.add(each);
}

/** Whether something would be lost with the page. */
export function wouldLose(): boolean {
  const { current, savedRevision } = get();
  const isOnItsWay = current !== null && savedRevision < current.revision && !filed.has(current);
  return isOnItsWay || shelf.held().some((kept) => !filed.has(kept));
}

/** One write after another. */
function inTurn<T>(act: () => Promise<T>): Promise<T> {
  const done = lastWrite.then(act);
  lastWrite = done.catch(() => undefined);
  return done;
}

/** This page and the others look at the shelf again. */
async function told(): Promise<void> {
  await refresh();
  channel?.postMessage('changed');
}

/** Every edit is kept as it is made. */
export function keepEdits(): () => void {
  const again = setInterval(() => get().trouble === 'full' && void tryAgain(), TRY_AGAIN_MS);
  const unfollow = useEdits.subscribe(({ history }, before) => {
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
  return () => {
    clearInterval(again);
    unfollow();
  };
}

function isKept({ list, done, undone }: EditHistory, current: KeptScenario | null): boolean {
  const kept = historyOf(current);
  return list === kept.list && done === kept.done && undone === kept.undone;
}

/** Writes after whatever is being written; of several states of a scenario that wait, the newest is what counts. */
function keep(newest: KeptScenario): void {
  set({ current: newest });
  waiting.set(newest.id, newest);
  void inTurn(async () => {
    const kept = waiting.get(newest.id);
    waiting.delete(newest.id);
    if (!kept || branchedOff.has(kept.id)) return;
    const isOpen = get().current?.id === kept.id;
    const answer = await shelf.write(kept, { base: bases.get(kept.id) ?? 0, isOpen });
    if (answer === 'written') saved(kept);
    if (answer === 'overtaken' && get().current?.id === kept.id) branchOff(get().current ?? kept);
    judge(answer);
  }).then(told);
}

function saved({ id, revision }: KeptScenario): void {
  bases.set(id, revision);
  if (get().current?.id === id) set({ savedRevision: revision });
}

/** Another tab was faster: what was done here goes on as a copy of its own. */
function branchOff(kept: KeptScenario): void {
  const copy = copyOf(kept);
  branchedOff.add(kept.id);
  hold?.letGo();
  hold = null;
  keep(copy);
  void claim(copy);
}

function copyOf(kept: KeptScenario): KeptScenario {
  return branchOf(kept, nextNumber(keptOf(get().entries)), Date.now());
}

/** Why there is no database is said first; that it is full is said where there is one. */
function judge(answer: WriteAnswer): void {
  const { trouble } = get();
  if (answer === 'written' && trouble === 'full' && shelf.held().length === 0) set({ trouble: null });
  if (trouble === null && answer === 'full') set({ trouble: 'full' });
  if (trouble === null && answer === 'refused') set({ trouble: 'gone' });
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
  void change(kept, { name: name.trim() });
}

export async function duplicate(kept: KeptScenario): Promise<void> {
  await put(copyOf(kept));
}

/** A scenario from a file or a link. */
export async function bring(scenario: Scenario, name?: string): Promise<KeptScenario> {
  const number = nextNumber(keptOf(get().entries));
  const kept = newScenario(scenario, { city: get().city, number, name: name ?? scenario.name }, Date.now());
  await put(kept);
  return kept;
}

export async function discard(kept: KeptScenario): Promise<void> {
  if (await inTurn(() => shelf.remove(kept.id))) set({ deleted: kept });
  else judge('refused');
  await told();
}

export async function bringBack(): Promise<void> {
  const { deleted } = get();
  if (!deleted) return;
  set({ deleted: null });
  await put({ ...deleted, revision: deleted.revision + 1 });
}

async function put(kept: KeptScenario): Promise<WriteAnswer> {
  const answer = await inTurn(() => shelf.write(kept, { base: kept.revision - 1, isOpen: false }));
  judge(answer);
  await told();
  return answer;
}

async function change(kept: KeptScenario, what: Partial<KeptScenario>): Promise<void> {
  const { current } = get();
  const newest = current?.id === kept.id ? current : kept;
  const changed = { ...newest, ...what, revision: newest.revision + 1, changedMs: Date.now() };
  if (current?.id === kept.id) return keep(changed);
  if ((await put(changed)) !== 'overtaken') return;
  // Another tab has worked on it meanwhile: the change is made to what it is now.
  const now = keptOf(get().entries).find(({ id }) => id === kept.id);
  if (now) await put({ ...now, ...what, revision: now.revision + 1, changedMs: Date.now() });
}

/** Makes it the one that the page shows; the engine is brought to it by whoever calls. */
async function takeUp(kept: KeptScenario | null, byForce: boolean): Promise<void> {
  hold?.letGo();
  hold = null;
  const isHeld = shelf.held().some(({ id }) => id === kept?.id);
  if (kept) bases.set(kept.id, kept.revision);
  set({ current: kept, savedRevision: isHeld ? 0 : (kept?.revision ?? 0), isElsewhere: false });
  useEdits.setState({ history: historyOf(kept), refusal: null, said: null });
  if (kept) branchedOff.delete(kept.id);
  void inTurn(() => shelf.noteOpen(get().city, kept?.id ?? ''));
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

async function refresh(): Promise<void> {
  const entries = await shelf.list(get().city);
  const { current, savedRevision } = get();
  const newest = keptOf(entries).find(({ id }) => id === current?.id);
  // Renamed in another tab: what is written here next goes on from there.
  const isRenamed = current && newest && newest.revision > current.revision && savedRevision === current.revision;
  if (isRenamed && sameChanges(newest, current)) {
    const { name, revision } = newest;
    const renamed = { ...current, name, revision };
    set({ current: renamed });
    saved(renamed);
  }
  set({ entries, unkept: shelf.held() });
}
