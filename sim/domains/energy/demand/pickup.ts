/**
 * Cold-load pickup. Refrigerators, heaters and other thermostats run by turns; after a while without power all of them
 * want it at once. How many wait rises exponentially while there is none, and once it is back the surplus fades
 * exponentially as the turns come apart again: Ucak & Pahwa's delayed exponential (IEEE Transactions on Power Delivery 9,
 * 1994) with its delay spread out, so that a short cut leaves a small surplus. Measured feeders come back with 2 to 3 times
 * their diversified load after an hour and are back to normal within one to two (IEEE Std 399; Lefebvre & Desbiens,
 * IEEE Transactions on Power Systems 17, 2002). Rooms that cooled or heated up are not part of it: they follow from physics.
 */

/** Thermostats run two fifths of the time. */
export const ALL_AT_ONCE = 2.5;
const WAITING_GROWS_S = 1_800;
const WAITING_FADES_S = 2_400;

/** What of light and devices was put off is made up with this time constant: a wash, a batch. */
export const DEFERRED_BACK_S = 7_200;

/**
 * What waits after a step with `powered` of the wanted power: without any it nears 1, with all of it 0.
 * @param grows exp(−step / 1,800 s)
 * @param fades exp(−step / 2,400 s)
 */
export function waitingAfter(waiting: number, powered: number, grows: number, fades: number): number {
  return powered * waiting * fades + (1 - powered) * (1 - (1 - waiting) * grows);
}

export { WAITING_FADES_S, WAITING_GROWS_S };
