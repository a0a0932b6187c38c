/** Seconds of a step: electricity, heat and gas are looked at once a minute. */
export const PERIOD_SECONDS = 60;
