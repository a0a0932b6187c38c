/** Beside traffic: as fast as relays of loads, tap changers and people at switches need. */
export const PERIOD_SECONDS = 60;

/** For weeks and years of energy alone. */
export const QUARTER_SECONDS = 900;
