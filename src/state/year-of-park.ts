import { create } from 'zustand';
import { PUBLISHED_OF, type YearOfPark } from '../../sim';
import { energyAlone, type StudyState } from './energy-alone';
import { scenarioNow } from './scenario-now';

interface YearState extends StudyState {
  readonly year: YearOfPark | null;
}

/** A year of the park beside what it has published. */
export const useYear = create<YearState>(() => ({ share: null, year: null, of: '', problems: [] }));

export const {
  live: liveTheYear,
  stop: stopTheYear,
  forget: forgetYear,
  isOutOfDate: yearIsOutOfDate,
} = energyAlone(
  useYear,
  (engine, scenario, errand) => engine.yearOfPark(scenario, errand),
  (year) => ({ year }),
);

/** Whether the city that is open has published figures of a year. */
export function hasPublished(): boolean {
  return scenarioNow()?.scene === PUBLISHED_OF;
}
