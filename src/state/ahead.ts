import { create } from 'zustand';
import { type Ahead, type Problem, streamOf } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { mainFigures } from './main-figures';

export const aheadMinutes = [15, 30, 60, 360] as const;
export type AheadMinutes = (typeof aheadMinutes)[number];

/** Ways that it may come: enough to tell what comes anyhow from what may, and few enough to be waited for. */
export const FUTURES = 5;

interface AheadState {
  readonly minutes: AheadMinutes;
  /** How much of all is lived; null while nobody looks. */
  readonly share: number | null;
  /** Those that have been lived to their end. */
  readonly seen: readonly Ahead[];
  readonly problems: readonly Problem[];
}

const untouched: AheadState = { minutes: 30, share: null, seen: [], problems: [] };

/** What copies of the run that were lived further have come to. */
export const useAhead = create<AheadState>(() => untouched);
const { setState: set, getState: get } = useAhead;

let errand: AbortController | null = null;

export async function look(engine: EngineClient, minutes: AheadMinutes): Promise<void> {
  stopLooking();
  const mine = new AbortController();
  errand = mine;
  set({ minutes, share: 0, seen: [], problems: [] });
  // The same futures whenever one looks from the same moment: what has changed then comes of what was done.
  const luckSeeds = Array.from({ length: FUTURES }, (_, k) => streamOf(`ahead ${k}`));
  const plan = { forSeconds: minutes * 60, luckSeeds, figures: mainFigures };
  const answer = await engine.lookAhead(plan, {
    signal: mine.signal,
    progressed: (share) => errand === mine && set({ share }),
    finished: (_, ahead) => errand === mine && set({ seen: [...get().seen, ahead] }),
  });
  if (errand !== mine) return;
  errand = null;
  set({ share: null, ...(!answer.ok && { problems: answer.problems }) });
}

/** Back to the city as it runs: the copies are gone, and nothing else has changed. */
export function stopLooking(): void {
  errand?.abort();
  errand = null;
  if (get().share !== null) set({ share: null });
}

export function forgetAhead(): void {
  stopLooking();
  set(untouched);
}
