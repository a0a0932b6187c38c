/** A month; whoever asks for a run of years has mistaken a unit. */
export const MAX_RUN_SECONDS = 31 * 86_400;

export const MAX_INTERVENTIONS = 1_000;
