/** A time of day drawn by hourly weights, rising and falling within the hours as the hours beside them ask. */
import { hourShape, shareOfHour } from '../trips';

/** Days are told from four in the morning, when next to nobody is out: an earlier time is of the day before. */
const DAY_BEGINS_HOUR = 4;

export function drawSecondOfDay(hourly: Float64Array, uniform: number): number {
  let sum = 0;
  for (let hour = 0; hour < 24; hour++) sum += hourly[hour];
  let wanted = uniform * sum;
  let hour = 0;
  while (hour < 23 && wanted >= hourly[hour]) wanted -= hourly[hour++];
  const now = hourly[hour];
  const within = now > 0 ? Math.max(0, Math.min(wanted / now, 1)) : 0;
  const share = shareOfHour(hourShape(hourly[(hour + 23) % 24], now, hourly[(hour + 1) % 24]), within);
  const seconds = 3600 * (hour + share);
  return hour < DAY_BEGINS_HOUR ? seconds + 86_400 : seconds;
}
