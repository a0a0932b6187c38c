/**
 * Chance by the hour of the year. What stands at a full hour is drawn for it, and between two hours things run in a
 * straight line: so of a run whose future is another's, the hour that it is in and the one that follows are known.
 */
import type { Luck } from '../../../kernel';
import { luckOfRun, type RunSettings } from '../../../ports';
import { DAYS_A_YEAR, HOURS_A_DAY } from './calendar';

export interface ChanceOfHours {
  /** Of days, and of hours that have been. */
  readonly known: Luck;
  readonly coming: Luck;
  /** Hours from midnight on whose luck is known: all of them, unless the run's future is another's. */
  knownHours(day: number): number;
  of(hourOfYear: number): Luck;
}

const HOURS_A_YEAR = DAYS_A_YEAR * HOURS_A_DAY;
const SECONDS_AN_HOUR = 3_600;

/** @param startDay of the year, 1 to 365, on which the run begins */
export function chanceOfHours(settings: Pick<RunSettings, 'seed' | 'otherLuck'>, startDay: number): ChanceOfHours {
  const { known, coming } = luckOfRun(settings);
  const { otherLuck } = settings;
  if (otherLuck === undefined) return { known, coming, knownHours: () => HOURS_A_DAY, of: () => known };
  const firstHour = (startDay - 1) * HOURS_A_DAY + Math.floor(otherLuck.fromSeconds / SECONDS_AN_HOUR) + 2;
  // Nobody lives half a year ahead: what lies further on than that has been.
  const isComing = (hour: number) => {
    const further = (((hour - firstHour) % HOURS_A_YEAR) + HOURS_A_YEAR) % HOURS_A_YEAR;
    return further < HOURS_A_YEAR / 2;
  };
  return {
    known,
    coming,
    knownHours(day) {
      let hours = 0;
      while (hours < HOURS_A_DAY && !isComing(day * HOURS_A_DAY + hours)) hours++;
      return hours;
    },
    of: (hour) => (isComing(hour) ? coming : known),
  };
}
