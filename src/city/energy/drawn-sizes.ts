/** Across, in pixels of the page. */
export const LARGE_PIXELS = 27;
export const SMALL_PIXELS = 11;

/** What stands at a kerb is drawn, and may be picked, only where a pixel covers less than this. */
export const SMALL_WITHIN_M_A_PIXEL = 1.1;

/** Lines of a common trench keep so far apart: in metres near by, in pixels from afar. */
export const LANE_M = 1.1;
export const LANE_PIXELS = 2.8;

/** A pipe with so much in it is drawn at its widest: DN400 of water, and a park's main of gas. */
export const FULL_WATER_KG_PER_S = 200;
export const FULL_GAS_KG_PER_S = 2;
