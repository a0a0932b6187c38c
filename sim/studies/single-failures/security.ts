/**
 * What a standard lets customers wait for after a single failure. DL/T 256-2012, as the British P2 before it, goes by the
 * size of the group that has lost its supply: up to 2 MW may wait for the repair; up to 12 MW has all but 2 MW back within
 * three hours, by switching; a larger one has all but 12 MW, or two thirds of it, back within a quarter of an hour.
 */
import type { Lived } from './forks';

export const FIRST_DEADLINE_S = 900;
export const SECOND_DEADLINE_S = 10_800;
const MAY_WAIT_KW = 2_000;
const LARGE_KW = 12_000;
const LARGE_SHARE = 1 / 3;

export type Security = 'kept' | 'broken';

/** kW without supply in the last minute, beyond what was without it anyway. */
export function withoutKw(lived: Lived, undisturbed: Lived): number {
  const lastMinuteKwh = ({ figures, figuresBefore }: Lived) =>
    (figures['energy.unserved-electricity'] ?? 0) - (figuresBefore['energy.unserved-electricity'] ?? 0);
  return Math.max(0, 60 * (lastMinuteKwh(lived) - lastMinuteKwh(undisturbed)));
}

/** At the first deadline: kept, broken, or to be looked at again at the second one. */
export function atFirstDeadline(lostKw: number, leftKw: number): Security | 'later' {
  if (leftKw <= MAY_WAIT_KW) return 'kept';
  if (lostKw > LARGE_KW && leftKw > Math.max(LARGE_KW, LARGE_SHARE * lostKw)) return 'broken';
  return 'later';
}

export const atSecondDeadline = (leftKw: number): Security => (leftKw <= MAY_WAIT_KW ? 'kept' : 'broken');
