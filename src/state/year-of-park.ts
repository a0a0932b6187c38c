import { create } from 'zustand';
import { type Problem, PUBLISHED_OF, stringifyStable, type YearOfPark } from '../../sim';
import type { EngineClient } from '../engine/engine-face';
import { scenarioNow } from './scenario-now';

interface YearState {
  /** How much of the year is lived; null while nobody asks. */
  readonly share: number | null;
  readonly year: YearOfPark | null;
  /** Of which scenario it is. */
  readonly of: string;
  readonly problems: readonly Problem[];
}

const untouched: YearState = { share: null, year: null, of: '', problems: [] };

/** A year of the park beside what it has published. */
export const useYear = create<YearState>(() => untouched);
const { setState: set } = useYear;

let errand: AbortController | null = null;

/** Whether the city that is open has published figures of a year. */
export function hasPublished(): boolean {
  return scenarioNow()?.scene === PUBLISHED_OF;
}

/** Whether the year known is of another scenario than the one that is open. */
export function yearIsOutOfDate(): boolean {
  const scenario = scenarioNow();
  return scenario !== null && useYear.getState().of !== stringifyStable(scenario);
}

export async function liveTheYear(engine: EngineClient): Promise<void> {
  const scenario = scenarioNow();
  if (scenario === null) return;
  errand?.abort();
  const mine = new AbortController();
  errand = mine;
  set({ share: 0, problems: [] });
  const answer = await engine.yearOfPark(scenario, {
    signal: mine.signal,
    progressed: (share) => errand === mine && set({ share }),
  });
  if (errand !== mine) return;
  errand = null;
  if (answer.ok) set({ share: null, year: answer.value, of: stringifyStable(scenario) });
  else set({ share: null, problems: answer.problems });
}

/** What was lived of it is lost; what was found before stays. */
export function stopTheYear(): void {
  errand?.abort();
  errand = null;
  set({ share: null });
}

export function forgetYear(): void {
  stopTheYear();
  set(untouched);
}
