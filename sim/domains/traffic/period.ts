/** Long enough to be quick, short enough that the model hardly notices: below 2 % against a quarter and a whole second. */
export const PERIOD_SECONDS = 0.5;
