import type { Moment } from './sun-position';

/** The one year that the engine lives in. */
const YEAR = 2026;

/** Month and day of a day of that year, 1 to 365. */
export function dateOf(dayOfYear: number): Pick<Moment, 'year' | 'month' | 'day'> {
  const date = new Date(Date.UTC(YEAR, 0, dayOfYear));
  return { year: YEAR, month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}
