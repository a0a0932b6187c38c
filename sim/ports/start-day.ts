import type { CompiledScene } from '../scene/compiled';
import type { RunSettings } from './domain';

/** 23 September, the equinox, when day and night are of a length: when nobody asks for another. */
export const USUAL_START_DAY = 266;

/** Days of the year before each month, and before the next year, in a year that is no leap year. */
export const MONTH_BEGINS = [0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365] as const;

/** Day of the year, 1 to 365, in the middle of a month counted from 1. */
export function midMonthDay(month: number): number {
  return MONTH_BEGINS[month - 1] + 15;
}

/** Day of the year on which a run begins: as somebody said, else of its named weather's month, else the usual one. */
export function startDayOf(
  { scene }: CompiledScene,
  { startDay, weatherDay }: Pick<RunSettings, 'startDay' | 'weatherDay'>,
): number {
  const named = weatherDay === undefined ? undefined : scene.weather?.days.find(({ id }) => id === weatherDay);
  return startDay ?? (named === undefined ? USUAL_START_DAY : midMonthDay(named.month));
}
