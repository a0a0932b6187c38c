import { create } from 'zustand';
import {
  ENGINE_VERSION,
  type LivedBefore,
  type Opened,
  type PairPlan,
  type Problem,
  planPair,
  type RunPair,
  type Scenario,
  stringifyStable,
} from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import {
  comparedHash,
  isStale,
  type KeptComparison,
  readComparison,
  writeComparison,
} from '../scenarios/kept-comparison';
import type { KeptScenario } from '../scenarios/kept-scenario';
import { bareRun, keptOf, openShelf, useScenarios } from './scenarios';

export const LEAST_SEEDS = 2;
export const MOST_SEEDS = 10;
export const windowsMinutes = [60, 75, 90] as const;
export type WindowMinutes = (typeof windowsMinutes)[number];

interface CompareState {
  /** The kept scenario that is A; null for the baseline. B is the one that is open. */
  readonly againstId: string | null;
  readonly seeds: number;
  readonly windowMinutes: WindowMinutes;
  /** While pairs are lived: how much of all, and how many are over. */
  readonly progress: { readonly share: number; readonly done: number; readonly total: number } | null;
  /** What was found last, also while more pairs are lived. */
  readonly found: KeptComparison | null;
  /** Not all seeds are in it: more are lived, or somebody cancelled. */
  readonly isPartial: boolean;
  /** Why it could not be compared. */
  readonly problems: readonly Problem[];
}

const untouched: CompareState = {
  againstId: null,
  seeds: 3,
  windowMinutes: 60,
  progress: null,
  found: null,
  isPartial: false,
  problems: [],
};

export const useCompare = create<CompareState>(() => untouched);
const { setState: set, getState: get } = useCompare;

let sceneHash = '';
let errand: AbortController | null = null;
/** What the last comparison has lived of the baseline, by seed: the next one goes on from there. */
let memory = { trunkKey: '', aKey: '', bySeed: new Map<number, LivedBefore>() };

/** A city opens: what was lived of another one is of no use. */
export function beginCompare(engine: EngineClient): () => void {
  set({ ...untouched, seeds: get().seeds, windowMinutes: get().windowMinutes });
  memory = { trunkKey: '', aKey: '', bySeed: new Map() };
  void engine.opened.then((opened) => opened.ok && knowScene(opened.value));
  const forget = useScenarios.subscribe(({ current, entries }, before) => {
    if (current?.id !== before.current?.id) void showKept(current);
    const { againstId } = get();
    if (againstId === null) return;
    const a = keptOf(entries).find(({ id }) => id === againstId);
    // A that was deleted, or is now the one that is open, leaves the baseline in its place.
    if (!a || current?.id === againstId) chooseAgainst(engine, null);
    const was = keptOf(before.entries).find(({ id }) => id === againstId);
    if (a && was && stringifyStable(a.scenario.interventions) !== stringifyStable(was.scenario.interventions)) {
      engine.baseline.compareWith(a.scenario.interventions);
    }
  });
  return () => {
    cancelComparison();
    forget();
  };
}

function knowScene(opened: Opened): void {
  ({ sceneHash } = opened);
  void showKept(useScenarios.getState().current);
}

/** What was found of a scenario when it was compared last, perhaps on another day. */
async function showKept(current: KeptScenario | null): Promise<void> {
  cancelComparison();
  set({ found: null, isPartial: false, problems: [] });
  if (!current) return;
  const text = await openShelf().comparisonOf(current.id);
  const read = text === null ? null : readComparison(text);
  const isStillOpen = useScenarios.getState().current?.id === current.id;
  if (read?.ok && isStillOpen && get().progress === null && get().found === null) set({ found: read.value });
}

export function chooseAgainst(engine: EngineClient, againstId: string | null): void {
  set({ againstId });
  engine.baseline.compareWith(scenarioOfA()?.interventions ?? null);
}

function keptA(): KeptScenario | null {
  const { againstId } = get();
  return keptOf(useScenarios.getState().entries).find(({ id }) => id === againstId) ?? null;
}

function scenarioOfA(): Scenario | null {
  return keptA()?.scenario ?? bareRun();
}

function scenarioOfB(): Scenario | null {
  return useScenarios.getState().current?.scenario ?? bareRun();
}

/** Whether a change since has made what was found a thing of the past. */
export function isOutOfDate(found: KeptComparison): boolean {
  const a = scenarioOfA();
  const b = scenarioOfB();
  return a !== null && b !== null && isStale(found, a, b, sceneHash);
}

/** Lives both scenarios with each seed; tells what they come to as soon as two are over, and keeps the end of it. */
export async function startComparison(engine: EngineClient): Promise<void> {
  const a = scenarioOfA();
  const b = scenarioOfB();
  if (!a || !b || errand) return;
  const { seeds: count, windowMinutes } = get();
  const plan = planPair(a, b, windowMinutes * 60);
  if (!plan.ok) return set({ problems: plan.problems });
  const seeds = Array.from({ length: count }, (_, i) => a.seed + i);
  const of = (scenario: Scenario, seed: number) => ({ ...scenario, seed, durationSeconds: plan.value.untilSeconds });
  const lived = recalled(a, plan.value);
  const mine = new AbortController();
  errand = mine;
  const { current } = useScenarios.getState();
  const header = {
    engineVersion: ENGINE_VERSION,
    sceneHash,
    aHash: comparedHash(a),
    bHash: comparedHash(b),
    aName: keptA()?.name ?? '',
    aNumber: keptA()?.number ?? null,
    forkSeconds: plan.value.forkSeconds,
    untilSeconds: plan.value.untilSeconds,
  };
  const pairs: RunPair[] = [];
  // What was found before stands, with its date, until there is something new.
  set({ problems: [], progress: { share: 0, done: 0, total: count } });
  const tasks = seeds.map((seed) => ({
    ...plan.value,
    a: of(a, seed),
    b: of(b, seed),
    lived: lived.get(seed) ?? {},
  }));
  const { judgePairs } = await import('./judge-pairs');
  const answer = await engine.livePairs(tasks, {
    signal: mine.signal,
    progressed: (share) => errand === mine && set({ progress: { share, done: pairs.length, total: count } }),
    finished: (_, done) => {
      if (errand !== mine) return;
      lived.set(done.pair.seed, done.lived);
      pairs.push(done.pair);
      pairs.sort((x, y) => x.seed - y.seed);
      const judged = judgePairs(pairs);
      if (judged) set({ found: { ...header, madeMs: Date.now(), ...judged }, isPartial: pairs.length < count });
    },
  });
  if (errand !== mine) return;
  errand = null;
  set({ progress: null, problems: answer.ok ? [] : answer.problems });
  const { found } = get();
  if (answer.ok && found && current) await openShelf().keepComparison(current.id, writeComparison(found));
}

/** Frees the workers; what was found until then stays, and what was lived of the baseline. */
export function cancelComparison(): void {
  errand?.abort();
  errand = null;
  set({ progress: null });
}

function recalled(a: Scenario, plan: PairPlan): Map<number, LivedBefore> {
  const { interventions, seed: _, durationSeconds: __, ...bare } = a;
  const trunkKey = stringifyStable([bare, plan.trunk, plan.forkSeconds]);
  const aKey = stringifyStable([trunkKey, interventions, plan.untilSeconds]);
  if (trunkKey !== memory.trunkKey) memory = { trunkKey, aKey, bySeed: new Map() };
  else if (aKey !== memory.aKey) {
    const trunks = [...memory.bySeed].map(([seed, { trunk }]) => [seed, { trunk }] as const);
    memory = { trunkKey, aKey, bySeed: new Map(trunks) };
  }
  return memory.bySeed;
}
