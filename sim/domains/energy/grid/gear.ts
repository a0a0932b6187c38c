/** How a link can be parted: not at all, by a breaker under fault current, or by a switch with nothing flowing. */
export const NO_GEAR = 0;
export const BREAKER = 1;
export const SWITCH = 2;
/** Breakers or fuses at both ends, so that a fault on the link itself is nobody else's. */
export const BOTH_ENDS = 3;
