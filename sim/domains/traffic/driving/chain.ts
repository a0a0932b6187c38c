/** Turns that are kept of the way ahead, from the lane that one is on. */
export const CHAIN = 8;
/** In a place of the chain: no turn leads on from the lane; and further than has been looked. */
export const LEADS_NOWHERE = -1;
export const NOT_LOOKED = -2;
