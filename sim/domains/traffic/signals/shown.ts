import type { Network } from '../network';

/** What the frame shows and the driver sees, by turn; 0 where there is no signal, or where it is off for the turn. */
export const RED = 1;
export const YELLOW = 2;
export const GREEN_YIELDS = 3;
export const GREEN = 4;
export const DARK = 5;
/** Come to a stand, then go giving way to everyone: the green arrow for those who turn at red. */
export const STOP_THEN_YIELD = 6;

const byLetter = new Uint8Array(128).fill(RED); // red, and red-and-yellow, which says: not yet
byLetter['G'.charCodeAt(0)] = GREEN;
byLetter['g'.charCodeAt(0)] = GREEN_YIELDS;
byLetter['y'.charCodeAt(0)] = YELLOW;
byLetter['s'.charCodeAt(0)] = STOP_THEN_YIELD;
byLetter['o'.charCodeAt(0)] = 0;
byLetter['O'.charCodeAt(0)] = 0;

/** What the letter at one place of a phase's state shows. */
export function shownIn(roads: Network['roads'], phase: number, index: number): number {
  return byLetter[roads.phaseStates[roads.phaseStateStart[phase] + index]];
}

export function isGreen(shown: number): boolean {
  return shown === GREEN || shown === GREEN_YIELDS;
}
