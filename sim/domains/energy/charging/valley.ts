/**
 * Valley filling: the height to which a load must be filled up so that a given energy goes into its valleys. It is what
 * decentralised charging converges to (Gan, Topcu & Low, IEEE Transactions on Power Systems 28, 2013), found here at once
 * since one feeder's cars are taken together; and its mirror image, the height down to which peaks are cut.
 */

const HALVINGS = 24;

/** Hours of a day ahead, one after another, each with the load and how much of the hour may be used. */
export interface DayAhead {
  readonly loadKw: Float64Array;
  readonly first: number;
  readonly hours: Float64Array;
}

/** Lowest height at which `mostKw` and what fits below that height make this energy; infinite where all of it is too little. */
export function fillTo({ loadKw, first, hours }: DayAhead, mostKw: number, kwh: number): number {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  let roomKwh = 0;
  for (let k = 0; k < hours.length; k++) {
    if (hours[k] <= 0) continue;
    low = Math.min(low, loadKw[first + k]);
    high = Math.max(high, loadKw[first + k]);
    roomKwh += hours[k] * mostKw;
  }
  if (kwh <= 0) return Number.NEGATIVE_INFINITY;
  if (roomKwh <= kwh) return Number.POSITIVE_INFINITY;
  high += mostKw;
  for (let n = 0; n < HALVINGS; n++) {
    const level = (low + high) / 2;
    let sum = 0;
    for (let k = 0; k < hours.length; k++) {
      if (hours[k] > 0) sum += hours[k] * Math.min(mostKw, Math.max(0, level - loadKw[first + k]));
    }
    if (sum < kwh) low = level;
    else high = level;
  }
  return high;
}

/** Highest height above which, with no more than `mostKw` at a time, this energy lies; infinite where it is none. */
export function cutTo({ loadKw, first, hours }: DayAhead, mostKw: number, kwh: number): number {
  if (kwh <= 0 || mostKw <= 0) return Number.POSITIVE_INFINITY;
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < hours.length; k++) {
    if (hours[k] <= 0) continue;
    low = Math.min(low, loadKw[first + k] - mostKw);
    high = Math.max(high, loadKw[first + k]);
  }
  for (let n = 0; n < HALVINGS; n++) {
    const level = (low + high) / 2;
    let sum = 0;
    for (let k = 0; k < hours.length; k++) {
      if (hours[k] > 0) sum += hours[k] * Math.min(mostKw, Math.max(0, loadKw[first + k] - level));
    }
    if (sum < kwh) high = level;
    else low = level;
  }
  return high;
}
