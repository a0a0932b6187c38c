/** Turns that are kept of the way ahead, from the lane that one is on. */
export const CHAIN = 6;
