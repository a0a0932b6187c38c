/**
 * Hours that a clock is ahead of universal time. The engine carries no table of the world's zones: those that its own
 * scenes use are written out, any other place keeps the time of the meridian nearest to it (nautical time). Summer
 * time is left out: China has none, and elsewhere the sun is an hour off for half a year.
 */
const HOURS_AHEAD: Readonly<Record<string, number>> = { 'Asia/Shanghai': 8, UTC: 0 };

export function hoursAheadOf(timeZone: string, longitudeDeg: number): number {
  return Object.hasOwn(HOURS_AHEAD, timeZone) ? HOURS_AHEAD[timeZone] : Math.round(longitudeDeg / 15);
}
