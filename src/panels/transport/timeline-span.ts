const HOUR_S = 3_600;
const QUARTER_S = 900;
const MOST_LABELS = 9;

/** Seconds of the run that the timeline shows: whole hours, with at least a quarter still to come. */
export function timelineEnd(furthestSeconds: number): number {
  return Math.max(HOUR_S, Math.ceil((furthestSeconds + QUARTER_S) / HOUR_S) * HOUR_S);
}

export interface TimelineHour {
  /** Since the start of the run. */
  readonly seconds: number;
}

/** Round times of day to write under it, near enough to one another to read and few enough not to touch. */
export function timelineHours(startClockSeconds: number, endSeconds: number): readonly TimelineHour[] {
  const steps = [
    QUARTER_S,
    2 * QUARTER_S,
    HOUR_S,
    2 * HOUR_S,
    4 * HOUR_S,
    6 * HOUR_S,
    12 * HOUR_S,
    24 * HOUR_S,
    168 * HOUR_S,
  ];
  const step = steps.find((each) => endSeconds / each < MOST_LABELS) ?? steps[steps.length - 1];
  const hours: TimelineHour[] = [];
  for (let clock = Math.ceil(startClockSeconds / step) * step; clock <= startClockSeconds + endSeconds; clock += step) {
    hours.push({ seconds: clock - startClockSeconds });
  }
  return hours;
}
