/** A year; whoever asks for more has mistaken a unit. */
export const MAX_RUN_SECONDS = 366 * 86_400;

export const MAX_INTERVENTIONS = 1_000;
