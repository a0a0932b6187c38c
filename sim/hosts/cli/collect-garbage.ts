import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/** Less than this is not worth the wait. */
const WORTH_BYTES = 96 * 1_024 * 1_024;

/**
 * What has just been let go of leaves memory now, where it is much. By itself V8 looks at old objects only once as much
 * again has been made: a large city then stood twice in memory while its run began, and that was its peak.
 */
export function collectGarbage(): void {
  if (process.memoryUsage().heapUsed < WORTH_BYTES) return;
  setFlagsFromString('--expose-gc');
  const collect: () => void = runInNewContext('gc');
  collect();
}
