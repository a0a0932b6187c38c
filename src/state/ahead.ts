import { create } from 'zustand';
import type { Ahead, Problem } from '../../sim';
import type { EngineClient } from '../engine/engine-face';

export const aheadMinutes = [15, 30, 60] as const;
export type AheadMinutes = (typeof aheadMinutes)[number];

interface AheadState {
  readonly minutes: AheadMinutes;
  /** How much of it is lived; null while nobody looks. */
  readonly share: number | null;
  readonly seen: Ahead | null;
  readonly problems: readonly Problem[];
}

const untouched: AheadState = { minutes: 30, share: null, seen: null, problems: [] };

/** What a copy of the run that was lived further has come to. */
export const useAhead = create<AheadState>(() => untouched);
const { setState: set, getState: get } = useAhead;

let errand: AbortController | null = null;

export async function look(engine: EngineClient, minutes: AheadMinutes): Promise<void> {
  stopLooking();
  const mine = new AbortController();
  errand = mine;
  set({ minutes, share: 0, seen: null, problems: [] });
  const answer = await engine.lookAhead(minutes * 60, {
    signal: mine.signal,
    progressed: (share) => errand === mine && set({ share }),
  });
  if (errand !== mine) return;
  errand = null;
  set(answer.ok ? { share: null, seen: answer.value } : { share: null, problems: answer.problems });
}

/** Back to the city as it runs: the copy is gone, and nothing else has changed. */
export function stopLooking(): void {
  errand?.abort();
  errand = null;
  if (get().share !== null) set({ share: null });
}

export function forgetAhead(): void {
  stopLooking();
  set(untouched);
}
