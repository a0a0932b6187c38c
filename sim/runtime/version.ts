/** Same engine version and same input give the same bits anywhere; a change that alters results raises it. */
export const ENGINE_VERSION = '0.1.0';

/** Every period of every domain is a whole multiple of this. */
export const BASE_STEP_SECONDS = 0.5;

export const KPI_WINDOW_SECONDS = 60;
const WEEK_SECONDS = 7 * 86_400;
const HOUR_SECONDS = 3_600;

/** A window a minute; an hour in runs of more than a week, whose series would else be longer than anybody reads. */
export function kpiWindowSeconds(durationSeconds: number, shortestStepSeconds: number): number {
  return Math.max(shortestStepSeconds, durationSeconds > WEEK_SECONDS ? HOUR_SECONDS : KPI_WINDOW_SECONDS);
}

/** How often the chain of hashes takes in the state of the city. */
export const CHAIN_SECONDS = 60;
