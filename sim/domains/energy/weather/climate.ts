/** The climate of a scene by month, and what has to be said where its file says nothing. */
import type { CompiledScene } from '../../../scene/compiled';

export interface Climate {
  readonly meanC: readonly number[];
  /** Between a day's lowest and highest temperature. */
  readonly rangeK: readonly number[];
  readonly rainMm: readonly number[];
  readonly sunHours: readonly number[];
  readonly windMps: readonly number[];
  readonly humidity: readonly number[];
}

/**
 * A scene without weather.json has the standard atmosphere's 15 °C (ISO 2533) all year, a day as wide as over the sea,
 * half of the sunshine that the twelve hours of a mean day allow, and neither rain nor a season.
 */
const NO_CLIMATE = { meanC: 15, dailyMaxC: 18, dailyMinC: 12, rainMm: 0, sunHours: 183, windMps: 4, humidity: 0.7 };

export function climateOf({ scene }: CompiledScene): Climate {
  const months = scene.weather?.months ?? Array.from({ length: 12 }, () => NO_CLIMATE);
  return {
    meanC: months.map((month) => month.meanC),
    rangeK: months.map((month) => month.dailyMaxC - month.dailyMinC),
    rainMm: months.map((month) => month.rainMm),
    sunHours: months.map((month) => month.sunHours),
    windMps: months.map((month) => month.windMps),
    humidity: months.map((month) => month.humidity),
  };
}

/**
 * Days with rain in a month, of which the format says nothing: the mean wet day brings 2.6 mm and 7 % of the month's
 * rain. Fitted to China's coast north of the Yangtze (Weifang 1971–2000, China Meteorological Administration: 3.4 days
 * for 7 mm in January, 12.5 for 155 mm in July).
 */
export function wetShareOf(rainMm: number, days: number): number {
  return Math.min(0.8, rainMm / (2.6 + 0.07 * rainMm) / days);
}
