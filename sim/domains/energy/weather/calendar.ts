import { MONTH_BEGINS } from '../../../ports';

export { MONTH_BEGINS };

/**
 * The one year that a run of the energy domain lives in. It is 2026, the year in which the view shows the sky: not a
 * leap year, 1 January a Thursday. A run that goes beyond 31 December meets the same year again.
 */
export const DAYS_A_YEAR = 365;
export const HOURS_A_DAY = 24;
export const SECONDS_A_DAY = 86_400;

/** Days from noon of 1 January 2000 (J2000.0) to midnight UTC with which the year begins: 26 years, seven of them leap. */
export const YEAR_BEGINS_J2000_DAYS = 9_496.5;

/** 0 Monday to 6 Sunday. */
const FIRST_WEEKDAY = 3;

/** 0 to 364 for any whole day, also of another year. */
export function dayIndexOf(day: number): number {
  return ((day % DAYS_A_YEAR) + DAYS_A_YEAR) % DAYS_A_YEAR;
}

/** 0 January to 11 December, of a day index from 0 to 364. */
export function monthOfDay(dayIndex: number): number {
  let month = 0;
  while (dayIndex >= MONTH_BEGINS[month + 1]) month++;
  return month;
}

/** 0 Monday to 6 Sunday, of a day index from 0 to 364. */
export function weekdayOf(dayIndex: number): number {
  return (dayIndex + FIRST_WEEKDAY) % 7;
}

/**
 * Public holidays of 2026 as first and last day of the year, and the days at weekends on which one works for them:
 * notice of the State Council's general office of November 2025 (New Year, Spring Festival, Qingming, Labour Day, Dragon
 * Boat, Mid-Autumn, National Day).
 */
const HOLIDAYS = [1, 3, 46, 54, 94, 96, 121, 125, 170, 172, 268, 270, 274, 280] as const;
const WORKED_WEEKEND_DAYS: readonly number[] = [4, 45, 59, 129, 263, 283];

/** True on a weekend or a public holiday; of a day index from 0 to 364. */
export function isRestDay(dayIndex: number): boolean {
  const day = dayIndex + 1;
  for (let i = 0; i < HOLIDAYS.length; i += 2) if (day >= HOLIDAYS[i] && day <= HOLIDAYS[i + 1]) return true;
  return weekdayOf(dayIndex) >= 5 && !WORKED_WEEKEND_DAYS.includes(day);
}
