/**
 * The risk of a deadly crash goes with the fourth power of speed: Nilsson (2004), Traffic safety dimensions and the power
 * model, Lund; 1 is a city in which everybody drives at 50 km/h.
 */
export const SEVERITY_AT_50 = (50 / 3.6) * (50 / 3.6) * (50 / 3.6) * (50 / 3.6);
