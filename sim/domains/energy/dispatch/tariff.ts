import type { DispatchInputs } from './inputs';

/**
 * What energy costs where a scene or a scenario says nothing. **An assumption**: no usable source was found. Power like
 * Shandong's industrial tariff with its cheap hours at noon, gas for stations at 3.6 yuan a cubic metre, feed-in at
 * Shandong's benchmark for coal power (0.3949 yuan/kWh, from memory).
 */
const VALLEY_YUAN = 0.33;
const FLAT_YUAN = 0.66;
const PEAK_YUAN = 1.05;
const HOUR_SECONDS = 3_600;
const DAY_SECONDS = 86_400;

export const FEED_IN_YUAN = 0.3949;
export const GAS_YUAN_PER_M3 = 3.6;

const hourOf = (clockSeconds: number): number =>
  (((clockSeconds % DAY_SECONDS) + DAY_SECONDS) % DAY_SECONDS) / HOUR_SECONDS;

/** 0 to 6 and 10 to 15. */
export function isValley(clockSeconds: number): boolean {
  const hour = hourOf(clockSeconds);
  return hour < 6 || (hour >= 10 && hour < 15);
}

/** 16 to 22. */
function isPeak(clockSeconds: number): boolean {
  const hour = hourOf(clockSeconds);
  return hour >= 16 && hour < 22;
}

/**
 * Yuan a kWh at a time of day. Where somebody sets the ratio of the peak to the valley, both lie so far apart round the
 * flat price, whose mean they keep.
 */
export function powerYuanPerKwh(clockSeconds: number, peakToValley = Number.NaN): number {
  const isSet = !Number.isNaN(peakToValley);
  const valley = isSet ? (2 * FLAT_YUAN) / (1 + peakToValley) : VALLEY_YUAN;
  if (isValley(clockSeconds)) return valley;
  if (!isPeak(clockSeconds)) return FLAT_YUAN;
  return isSet ? valley * peakToValley : PEAK_YUAN;
}

/** The same inputs at these prices, from a time of day on; gas by what a cubic metre of it holds. */
export function withTariff(
  inputs: DispatchInputs,
  clockSeconds: number,
  gasKwhPerM3: number,
  peakToValley = Number.NaN,
): DispatchInputs {
  const buyYuanPerKwh = inputs.buyYuanPerKwh.map((_, t) =>
    powerYuanPerKwh(clockSeconds + t * inputs.stepHours * HOUR_SECONDS, peakToValley),
  );
  const sellYuanPerKwh = inputs.sellYuanPerKwh.map(() => FEED_IN_YUAN);
  return { ...inputs, buyYuanPerKwh, sellYuanPerKwh, gasYuanPerKwh: GAS_YUAN_PER_M3 / gasKwhPerM3 };
}
