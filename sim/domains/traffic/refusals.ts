/** Why a vehicle was not let into the junction when it asked last. */
export const FREE = 0;
export const REFUSED_BY_SIGNAL = 1;
export const REFUSED_ROOM = 2;
export const REFUSED_CONFLICT = 3;
export const REFUSED_PRIORITY = 4;
export const REFUSED_STOP_FIRST = 5;
