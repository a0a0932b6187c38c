/** What a pattern says for an hour of a day. */
import { type Pattern, rowsOf, type Strand } from './patterns';

const DAY_HOURS = 24;

/** 48 hours of a pattern's strand: a working day, then a day of rest. */
export function scheduleOf(pattern: Pattern, strand: Strand): Float64Array {
  const [working, rest] = rowsOf[pattern][strand];
  return Float64Array.from([...working, ...rest]);
}

/** Between the middles of the hours in a straight line; the day before and after are taken as like this one. */
export function scheduledAt(hours: Float64Array, isRest: boolean, hourOfDay: number): number {
  const first = isRest ? DAY_HOURS : 0;
  const at = hourOfDay - 0.5 + DAY_HOURS;
  const whole = Math.floor(at);
  const share = at - whole;
  const from = hours[first + (whole % DAY_HOURS)];
  return from + share * (hours[first + ((whole + 1) % DAY_HOURS)] - from);
}
