/**
 * Heat waves, cold snaps and the like: so many degrees on top of the day's own weather, for so long, coming and going
 * over a ramp; the sky and the wind may change with them. What the vapour's pressure is stays as it is, so that a
 * hotter day is drier by its relative humidity.
 */
export interface WeatherEvent {
  /** Seconds of the run. */
  readonly fromSeconds: number;
  readonly toSeconds: number;
  /** It takes so long to come, and as long to go, both within its time. */
  readonly rampSeconds: number;
  readonly deltaC: number;
  /** It is no warmer than this; absent leaves it. */
  readonly atMostC?: number;
  /** What the share of cloud becomes; absent leaves it. */
  readonly cloud?: number;
  /** The wind's speed times this; absent leaves it. */
  readonly windFactor?: number;
}

const HALF_A_DAY_S = 43_200;

/** Hot and still under a clear sky: a subtropical high over the coast, as in Qingdao's July of 2002. */
export function heatWave(fromSeconds: number, days: number, deltaC: number): WeatherEvent {
  const rampSeconds = HALF_A_DAY_S;
  return { fromSeconds, toSeconds: fromSeconds + days * 86_400, rampSeconds, deltaC, cloud: 0.15, windFactor: 0.6 };
}

/** Cold air from the north-west: GB/T 20484 calls it a cold wave when the minimum falls by 8 K within a day; windy, then clear. */
export function coldSnap(fromSeconds: number, days: number, deltaC: number): WeatherEvent {
  const rampSeconds = HALF_A_DAY_S;
  return { fromSeconds, toSeconds: fromSeconds + days * 86_400, rampSeconds, deltaC, cloud: 0.3, windFactor: 1.5 };
}

/** 0 outside of an event's time, 1 while it lasts, and the ramps between. */
export function strengthOf(event: WeatherEvent, seconds: number): number {
  if (seconds <= event.fromSeconds || seconds >= event.toSeconds) return 0;
  if (event.rampSeconds <= 0) return 1;
  const since = seconds - event.fromSeconds;
  const left = event.toSeconds - seconds;
  return Math.min(1, since / event.rampSeconds, left / event.rampSeconds);
}
