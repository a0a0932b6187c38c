/** Turns that are kept of the way ahead, from the lane that one is on. */
export const CHAIN = 8;
/** In a place of the chain: no turn leads on from the lane; and further than has been looked. */
export const LEADS_NOWHERE = -1;
export const NOT_LOOKED = -2;
/** So many lanes are kept that follow each lane of one's edge, as places among a lane's turns; where it ends, this. */
export const LEADS = 8;
export const LEADS_ENDS = 255;
