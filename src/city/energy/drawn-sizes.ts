/** Across, in pixels of the page. */
export const LARGE_PIXELS = 27;
export const SMALL_PIXELS = 11;

/** What stands at a kerb is drawn, and may be picked, only where a pixel covers less than this. */
export const SMALL_WITHIN_M_A_PIXEL = 1.1;

/** Lines of a common trench keep so far apart: in metres near by, in pixels from afar. */
export const LANE_M = 1.1;
export const LANE_PIXELS = 2.8;
