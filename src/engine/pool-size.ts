/**
 * How many workers live pairs of runs at once: a processor is left to the page, and memory to the browser. A worker's
 * memory follows its city's saved state: measured in a tab, the flagship (a state of 2.6 MB) takes some 230 MB a worker.
 */
const ROOM_MB = 700;
const WORKER_MB = 60;
const MB_A_STATE_MB = 65;

export function poolSize(processors: number | undefined, stateBytes: number): number {
  const workerMb = WORKER_MB + (stateBytes / 1_048_576) * MB_A_STATE_MB;
  return Math.max(1, Math.min((processors ?? 2) - 1, Math.floor(ROOM_MB / workerMb)));
}
