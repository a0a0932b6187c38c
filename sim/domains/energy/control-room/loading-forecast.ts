/**
 * How the loading of each link goes on: a level and a trend, both smoothed by age, and a trend that fades the further one
 * looks (Holt's method with damping; Gardner and McKenzie, Management Science 31 (1985), 1237–1246). From it follows how
 * warm a link will be, by the image of its warmth that its relay keeps.
 */
import { exp } from '../../../kernel';

/** Loads of a feeder are noisy from minute to minute and rise within an hour: ours. */
const LEVEL_LASTS_S = 600;
const TREND_LASTS_S = 1_800;
/** Of a trend there is this much less left after so long. */
const TREND_FADES_S = 1_800;
const FORECAST_STEP_S = 60;

export interface LoadingForecast {
  /** By link: share of its rating, and by how much that grows a second. */
  readonly level: Float64Array;
  readonly trend: Float64Array;
}

export function noForecast(linkCount: number): LoadingForecast {
  return { level: new Float64Array(linkCount), trend: new Float64Array(linkCount) };
}

/** As it stands, without a past. */
export function beginForecast({ level, trend }: LoadingForecast, link: number, loading: number): void {
  level[link] = loading;
  trend[link] = 0;
}

export function followLoading({ level, trend }: LoadingForecast, loading: Float64Array, stepS: number): void {
  const fades = exp(-stepS / TREND_FADES_S);
  const ofLevel = 1 - exp(-stepS / LEVEL_LASTS_S);
  const ofTrend = 1 - exp(-stepS / TREND_LASTS_S);
  for (let link = 0; link < level.length; link++) {
    const before = level[link];
    const expected = before + trend[link] * fades * stepS;
    const now = expected + ofLevel * (loading[link] - expected);
    trend[link] = trend[link] * fades + ofTrend * ((now - before) / stepS - trend[link] * fades);
    level[link] = now;
  }
}

export interface Warmth {
  readonly heat: number;
  readonly constantS: number;
  /** Heat that must not come. */
  readonly limit: number;
}

/** Seconds until that heat has come, if loading goes on as forecast and `times` as much; infinite beyond the horizon. */
export function secondsToHeat(
  { level, trend }: LoadingForecast,
  link: number,
  times: number,
  { heat, constantS, limit }: Warmth,
  horizonS: number,
): number {
  if (heat >= limit) return 0;
  const highest = times * (level[link] + Math.max(0, trend[link]) * horizonS);
  if (highest * highest < limit) return Number.POSITIVE_INFINITY;
  const keeps = exp(-FORECAST_STEP_S / constantS);
  const fades = exp(-FORECAST_STEP_S / TREND_FADES_S);
  let loading = level[link];
  let grows = trend[link];
  let warm = heat;
  for (let s = FORECAST_STEP_S; s <= horizonS; s += FORECAST_STEP_S) {
    grows *= fades;
    loading = Math.max(0, loading + grows * FORECAST_STEP_S);
    const goal = times * times * loading * loading;
    warm = goal + (warm - goal) * keeps;
    if (warm >= limit) return s;
  }
  return Number.POSITIVE_INFINITY;
}
