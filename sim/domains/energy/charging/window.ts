/** Hours of the clock between which something may be done, over midnight if it must. */
const HOUR_S = 3_600;
const DAY_S = 86_400;

/** Seconds from a time of the clock until the window ends; if it is shut then, until the end of the next one. */
export function untilWindowEnds(clockS: number, untilHour: number): number {
  const left = (((untilHour * HOUR_S - clockS) % DAY_S) + DAY_S) % DAY_S;
  return left === 0 ? DAY_S : left;
}

/** Of so many seconds from a time of the clock on (no more than a day), those within the window. */
export function secondsWithin(clockS: number, seconds: number, fromHour: number, untilHour: number): number {
  const first = ((clockS % DAY_S) + DAY_S) % DAY_S;
  const opens = fromHour * HOUR_S;
  const open = ((((untilHour - fromHour) * HOUR_S) % DAY_S) + DAY_S) % DAY_S || DAY_S;
  let sum = 0;
  for (let day = -1; day <= 1; day++) {
    const from = Math.max(first, opens + day * DAY_S);
    const until = Math.min(first + seconds, opens + open + day * DAY_S);
    if (until > from) sum += until - from;
  }
  return sum;
}
