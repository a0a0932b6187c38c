import { MAX_RUN_SECONDS } from '../interventions';
import { type Problem, problem } from '../kernel';

/** Whether a time that comes from outside can be reached: one that is no number never would be. */
export function wrongTime(seconds: unknown): Problem | undefined {
  if (typeof seconds === 'number' && seconds >= 0 && seconds <= MAX_RUN_SECONDS) return undefined;
  const message = `expected a time from 0 to ${MAX_RUN_SECONDS} s after the start, found ${String(seconds).slice(0, 40)}`;
  return problem('seek.out-of-range', ['seconds'], message);
}
